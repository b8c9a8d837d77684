"""The lines for counting, as pages and scripts write them; ``tests/curation`` reads them."""

import pytest

from caridulu.curation.exports.handover_line import (
    OUTCOMES,
    PURPOSES,
    code,
    fnv1a,
    search_line,
    shorten,
)
from caridulu.site.client.browser_values import MESSAGE_FORMAT

SEARCHES = (
    [],
    ["data ikan", "ikan tangkap poleang 2024"],
    ["kemiskinan|ipm", "tpt"],
    ["Inflasi  BOMBANA"],
    ["a", "b", "c", "d"],
    ["x" * 200, "é" * 90, "🙂" * 90, "“kutip”"],
)


def test_equal_searches_have_equal_codes_whatever_their_case() -> None:
    lines = [search_line((search,)) for search in ("inflasi bombana", "Inflasi  BOMBANA")]
    assert code("K", "A", lines[0]) == code("K", "A", lines[1])


def test_the_check_can_be_recomputed_from_the_search_line() -> None:
    line = search_line(("kucing", "data kucing liar poleang"))
    assert code("K", "N", line) == f"CD1-K-N-{fnv1a(line.lower()):08x}" == "CD1-K-N-793ac781"


def test_a_bar_inside_a_search_cannot_split_it() -> None:
    assert search_line(("kemiskinan|ipm", "tpt")) == "kemiskinan/ipm | tpt"


def test_a_long_text_is_cut_to_its_length() -> None:
    assert shorten("berapa  inflasi\nBombana", 12) == "berapa infl…"


@pytest.mark.node
def test_the_browser_writes_the_same_lines(in_node) -> None:
    cases = [[searches, MESSAGE_FORMAT] for searches in SEARCHES]
    assert in_node("handover/handover_line.js", "twin.searchLine(...given)", cases) == [
        search_line(searches) for searches in SEARCHES
    ]


@pytest.mark.node
def test_the_browser_writes_the_same_codes(in_node) -> None:
    topics = [name for name in PURPOSES if name != "mistake"]
    cases = [
        [topic, outcome, search_line(searches), MESSAGE_FORMAT]
        for topic in topics
        for outcome in (None, *OUTCOMES)
        for searches in SEARCHES
    ]
    assert in_node("handover/handover_line.js", "twin.code(...given)", cases) == [
        code(PURPOSES[topic], OUTCOMES.get(outcome, "U"), line) for topic, outcome, line, _ in cases
    ]
