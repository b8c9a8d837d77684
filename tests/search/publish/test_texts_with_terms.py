"""Which texts stand beside terms: those that are shown most often for each fetched slice."""

from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.texts_with_terms import texts_with_terms

# In the first slice are terms before k, in the second all others.
STARTS = ("", "k")


def chosen(items: list[Item], *, most: int) -> list[set[str]]:
    index = SearchIndex(items)
    found = texts_with_terms(index, STARTS, most=most)
    return [{index.items[entry].id for entry in entries} for entries in found]


def test_a_text_stands_where_the_slice_is_seldom_fetched_for_other_words() -> None:
    items = [
        Item("jerapah", "jerapah", ""),
        *(Item(word, word, "") for word in ("kemiskinan", "lapangan", "magang", "tembaga")),
    ]
    assert chosen(items, most=1) == [{"jerapah"}, set()]


def test_a_text_stands_with_what_it_is_about_before_what_it_mentions() -> None:
    items = [
        Item("tembaga", "Tembaga", "Kemiskinan, lapangan usaha, magang dan jerapah."),
        Item("jerapah", "Jerapah", "Kemiskinan, lapangan usaha, magang dan tembaga."),
    ]
    assert chosen(items, most=2) == [{"jerapah"}, {"tembaga"}]


def test_there_are_as_many_texts_as_asked_for_each_once_in_a_slice() -> None:
    items = [Item("jerapah", "jerapah kemiskinan", ""), Item("tembaga", "tembaga", "")]
    assert chosen(items, most=0) == [set(), set()]
    assert chosen(items, most=9) == [{"jerapah"}, {"jerapah", "tembaga"}]
