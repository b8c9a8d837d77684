"""What is doubted about a draft, so that it is looked at before the others."""

import pytest

from caridulu.curation.drafts.entries.draft_doubts import DraftDoubt, doubts_of
from caridulu.knowledge import Entry


@pytest.mark.parametrize(
    ("question", "is_unclear"),
    [
        ("Apa itu NTP", False),
        ("Apa itu PDRB atas dasar harga konstan?", False),
        ("Apa yang dimaksud dengan garis kemiskinan?", False),
        ("Apakah arti inflasi?", False),
        ("Apa itu?", True),
        ("Apa itu data?", True),
        ("Apa itu syaratnya?", True),
        ("Perlu izin BPS?", True),
    ],
)
def test_who_asks_what_a_thing_is_has_named_it(question: str, *, is_unclear: bool) -> None:
    draft = Entry.model_construct(
        id="ntp", category="konsep", question=question, answer="Ukuran statistik.", aliases=()
    )

    assert (DraftDoubt.UNCLEAR in doubts_of(draft, None)) is is_unclear
    assert doubts_of(draft, None, is_divided=True) == ()
