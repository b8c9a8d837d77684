"""What speaks for a first hit, and against it. That both engines agree is in test_parity.py."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import ANSWERED_LEAST, EVIDENCE, MANY_RIVALS
from caridulu.search.query.outcome import Evidence
from caridulu.search.query.ranking import search

OTHERS = tuple(Item(f"n{n}", f"Uraian tabel {n}?", "Isi tabel.") for n in range(20))
PRICE = Item("harga", "Berapa harga data mikro?", "Tarifnya ada di daftar.")


def _evidence(query: str, *items: Item) -> Evidence:
    return search(SearchIndex([*items, *OTHERS]), query, exact=True).evidence


def test_an_entry_without_another_has_no_rivals() -> None:
    assert _evidence("harga data mikro", PRICE).rivals == 0


@pytest.mark.parametrize("twins", [1, 3, MANY_RIVALS])
def test_entries_that_score_alike_are_rivals(twins: int) -> None:
    alike = (Item(f"harga{n}", PRICE.question, PRICE.answer) for n in range(twins))
    expected = EVIDENCE * twins // MANY_RIVALS
    assert _evidence("harga data mikro", PRICE, *alike).rivals == expected


def test_more_entries_than_are_looked_at_rival_no_more() -> None:
    alike = (Item(f"harga{n}", PRICE.question, PRICE.answer) for n in range(MANY_RIVALS + 3))
    assert _evidence("harga data mikro", PRICE, *alike).rivals == EVIDENCE


@pytest.mark.parametrize(
    ("query", "pairs"),
    [("harga data mikro", (2, 2)), ("data mikro harga", (1, 2)), ("mikro harga", (0, 1))],
)
def test_neighbours_count_where_the_question_has_them_so(
    query: str, pairs: tuple[int, int]
) -> None:
    together, asked = pairs
    assert _evidence(query, PRICE).together == EVIDENCE * together // asked


def test_one_word_has_no_neighbours() -> None:
    assert _evidence("mikro", PRICE).together == 0


@pytest.fixture(scope="module")
def texts(real_index: SearchIndex) -> st.SearchStrategy[list[str]]:
    """One or two questions or aliases."""
    said = {text for item in real_index.items for text in (item.question, *item.aliases)}
    return st.lists(st.sampled_from(sorted(said)), min_size=1, max_size=2)


@given(data=st.data())
def test_each_part_lies_between_nothing_and_all(
    real_index: SearchIndex, texts: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    words = " ".join(data.draw(texts)).split()
    query = " ".join(data.draw(st.permutations(words)))
    parts = asdict(search(real_index, query).evidence)
    del parts["lead"]  # below 0 where another entry's phrasings have more
    assert all(0 <= part <= EVIDENCE for part in parts.values()), parts


def test_a_long_request_is_answered_by_several_words_though_they_are_a_small_share_of_it() -> None:
    sure = {"strong": 40, "lead": 10}
    few, several = Evidence(share=16, held=12, **sure), Evidence(share=16, held=30, **sure)
    assert few.confidence > ANSWERED_LEAST
    assert not few.reaches(ANSWERED_LEAST)
    assert several.reaches(ANSWERED_LEAST)
