"""Skeletons, edit distance, and the vocabulary words near a misspelt one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caridulu.search.analysis.spelling import edit_distance, skeleton
from caridulu.search.index.vocabulary import LONGER, Vocabulary

WORDS = st.text(alphabet="aeikmnprst", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("word", "bones"),
    [("kecamatan", "kcmtn"), ("penduduk", "pndk"), ("inflasi", "infls"), ("massa", "ms")],
)
def test_skeleton_keeps_first_letter_and_consonants(word: str, bones: str) -> None:
    assert skeleton(word) == bones


def _naive(left: str, right: str) -> int:
    """Optimal string alignment by its definition."""
    if not left or not right:
        return len(left) + len(right)
    costs = [
        _naive(left[:-1], right) + 1,
        _naive(left, right[:-1]) + 1,
        _naive(left[:-1], right[:-1]) + (left[-1] != right[-1]),
    ]
    if len(left) > 1 and len(right) > 1 and left[-2:] == right[-2:][::-1]:
        costs.append(_naive(left[:-2], right[:-2]) + 1)
    return min(costs)


@given(WORDS, WORDS)
def test_edit_distance_is_the_definition_up_to_its_limit(left: str, right: str) -> None:
    for limit in (1, 2):
        assert edit_distance(left, right, limit) == min(_naive(left, right), limit + 1)


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
    assert Vocabulary(COUNTS).similar(typed) == []


def test_another_first_letter_is_a_doubtful_misspelling() -> None:
    """Sarapan may be a word of its own; hrapan is harapan."""
    vocabulary = Vocabulary({"harapan": 5})
    assert vocabulary.similar("hrapan")[0].weight > vocabulary.similar("sarapan")[0].weight > 0


def test_completions_come_most_frequent_first() -> None:
    found = [spelling.word for spelling in Vocabulary(COUNTS).completions("pe", LONGER)]
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
