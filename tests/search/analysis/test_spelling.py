"""Skeletons and edit distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caridulu.search.analysis.spelling import edit_distance, skeleton

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
