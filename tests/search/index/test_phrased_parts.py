"""What a term's part tells of an entry's phrasings."""

import pytest

from caridulu.search.index.fields import Item
from caridulu.search.index.phrased_parts import phrased_part
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search

WORDS = "apa saja yang perlu dibawa kalau mau datang ke kantor untuk tanya"
ABOUT = ("ternak", "padi", "padi", "ikan", "jagung", "kapal", "kebun", "hutan", "pasar", "jalan")
ALIASES = tuple(f"{WORDS} soal {about}" for about in ABOUT)
OTHER = Item("lain", "Di mana kantornya?", "Di jalan raya.", aliases=ALIASES)
ENTRY = Item("hasil", "Bagaimana meminta tabel?", "Tulis kepada kami tentang sapi.", ALIASES)


@pytest.mark.parametrize(
    ("word", "phrased"),
    [("tabel", 3), ("padi", 3), ("ternak", 2), ("sapi", 0), ("beras", 0)],
    ids=["in the question", "in two aliases", "in one alias", "in the answer", "nowhere"],
)
def test_hit_tells_how_often_its_phrasings_have_the_words(word: str, phrased: int) -> None:
    result = search(SearchIndex([ENTRY, OTHER]), f"{word} kepada", limit=1, exact=True)
    assert (result.hits[0].phrased, result.most_phrased) == (phrased, 6)


def test_whatever_an_entry_with_few_aliases_says_may_be_asked_of_it() -> None:
    short = Item("baru", ENTRY.question, ENTRY.answer)
    index = SearchIndex([short, OTHER, OTHER])
    assert search(index, "sapi", limit=1, exact=True).hits[0].phrased == 3


def test_parts_are_exact_where_few_words_are_in_aliases() -> None:
    index = SearchIndex([Item("baru", ENTRY.question, ENTRY.answer)])
    assert search(index, "tabel", limit=1, exact=True).most_phrased == 0
    assert "rounding" not in index.field_parts("tabel", 0)


@pytest.mark.parametrize("part", [1, 2, 3, 4, 17, 70])
@pytest.mark.parametrize(
    ("aliases", "remainder"), [(0, 0), (1, 2), (2, 3)], ids=["none", "one", "two"]
)
def test_part_is_the_nearest_that_tells(part: int, aliases: int, remainder: int) -> None:
    rounded = phrased_part(part, is_asked=False, aliases=aliases, length=100)
    assert rounded > 0
    assert rounded % 4 == remainder
    assert abs(rounded - part) <= (2 if part > 2 else 3)
