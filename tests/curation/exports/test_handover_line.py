"""The line by which a message from the site is counted."""

import pytest

from caridulu.curation.exports.handover_line import code, hand_overs, search_line
from caridulu.messages import Language
from caridulu.site.handover.handover_message import MessageDraft, Topic, message_text
from tests.curation.written_exports import site_message


@pytest.mark.parametrize("language", Language)
def test_the_line_is_the_one_that_the_site_writes(language: Language) -> None:
    searches = ("data ikan", "ikan tangkap poleang 2024")
    draft = MessageDraft(
        Topic.CONSULTATION, "data ikan?", searches=searches, outcome="N", language=language
    )

    text = message_text(draft, office="Kantor")
    assert code("K", "N", search_line(searches)) in text
    (found,) = hand_overs(text)
    assert (found.purpose, found.outcome, found.searches) == ("K", "N", searches)
    assert found.question == "data ikan?"
    assert found.intact


def test_an_edited_line_no_longer_fits_its_code() -> None:
    text = site_message("ada?", "data ikan").replace("data ikan", "data sapi")

    (found,) = hand_overs(text)

    assert not found.intact
