"""The vocabulary words near a misspelt or unfinished one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caridulu.search.index.vocabulary import Vocabulary

COUNTS = {
    "kemiskinan": 9, "kecamatan": 5, "penduduk": 8, "inflasi": 4, "statistik": 7, "konsultasi": 3,
    "tpak": 2, "kbli": 2, "pengangguran": 4, "pertanian": 3, "pertumbuhan": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kmskinan", "kemiskinan"),
        ("kcmtn", "kecamatan"),
        ("imflasi", "inflasi"),
        ("inflsai", "inflasi"),
        ("stastistik", "statistik"),
        ("penganguran", "pengangguran"),
        ("konsulatsi", "konsultasi"),
    ],
)
def test_misspelt_word_finds_its_origin(typed: str, meant: str) -> None:
    assert Vocabulary(COUNTS).similar(typed)[0].word == meant


@pytest.mark.parametrize("typed", ["tpk", "tpt", "kbji", "ipg"])
def test_acronym_is_read_as_no_other(typed: str) -> None:
    assert Vocabulary(COUNTS).similar(typed) == ()


def test_another_first_letter_is_a_doubtful_misspelling() -> None:
    """Sarapan may be a word of its own; hrapan is harapan."""
    vocabulary = Vocabulary({"harapan": 5})
    assert vocabulary.similar("hrapan")[0].weight > vocabulary.similar("sarapan")[0].weight > 0


def test_completions_come_most_frequent_first() -> None:
    found = [spelling.word for spelling in Vocabulary(COUNTS).completions("pe")]
    assert found == ["penduduk", "pengangguran", "pertanian", "pertumbuhan"]


@given(st.dictionaries(st.text(alphabet="abcdeklmnst", min_size=4, max_size=9), st.just(1)))
def test_every_word_is_found_from_either_half(counts: dict[str, int]) -> None:
    """One letter dropped in the middle leaves the word in reach, however many shards there are."""
    vocabulary = Vocabulary(counts)
    for word in counts:
        if len(word) > 6:
            typed = word[:3] + word[4:]
            near = vocabulary.similar(typed)
            assert len(near) == 8 or word in [spelling.word for spelling in near]
