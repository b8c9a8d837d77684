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
        Item("inflasi", "inflasi", ""),
        *(Item(word, word, "") for word in ("kemiskinan", "lapangan", "magang", "sensus")),
    ]
    assert chosen(items, most=1) == [{"inflasi"}, set()]


def test_a_text_stands_with_what_it_is_about_before_what_it_mentions() -> None:
    items = [
        Item("sensus", "Sensus", "Kemiskinan, lapangan usaha, magang dan inflasi."),
        Item("inflasi", "Inflasi", "Kemiskinan, lapangan usaha, magang dan sensus."),
    ]
    assert chosen(items, most=2) == [{"inflasi"}, {"sensus"}]


def test_there_are_as_many_texts_as_asked_for_each_once_in_a_slice() -> None:
    items = [Item("inflasi", "inflasi kemiskinan", ""), Item("sensus", "sensus", "")]
    assert chosen(items, most=0) == [set(), set()]
    assert chosen(items, most=9) == [{"inflasi"}, {"inflasi", "sensus"}]
