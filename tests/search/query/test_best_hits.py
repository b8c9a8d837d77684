"""The first hits, found without scoring all entries, are those of the whole search."""

import random
from itertools import product

import pytest

from caridulu.knowledge import Lexicon
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query import best_hits as best_hits_module
from caridulu.search.query.best_hits import best_hits
from caridulu.search.query.ranking import search

SERVICES = ("akta kelahiran", "kartu keluarga", "izin usaha", "pajak bumi", "vaksin ternak")
ASKED = ("Berapa biaya {}?", "Apa saja syarat {}?", "Di mana mengurus {}?", "Berapa lama {}?")
FOR = ("lansia", "pelajar", "petani", "nelayan", "pedagang", "perantau", "guru", "perawat")
MORE = ("baru", "hilang")
PLACES = ("loket satu", "loket dua", "aula", "lantai dua", "gedung lama", "ruang tunggu", "lobi")


@pytest.fixture(scope="module")
def alike() -> SearchIndex:
    """Thousands of questions that have most of their words in common."""
    questions = [
        asked.format(f"{service} {kind} untuk {one} di {place}")
        for asked, service, kind, one, place in product(ASKED, SERVICES, MORE, FOR, PLACES)
    ]
    draw = random.Random(3)
    items = tuple(
        Item(f"e{n}", question, f"Bawa berkas ke {draw.choice(PLACES)}.")
        for n, question in enumerate(questions)
    )
    return SearchIndex.of_items(items, Lexicon())


def worn(question: str) -> list[str]:
    """A question as typed: whole, cut, misspelt, without its first words, in one word."""
    words = question.split()
    middle = len(question) // 2
    misspelt = question[:middle] + question[middle + 1 :]
    return [question, question[:middle], misspelt, " ".join(words[2:]), words[-1], words[0]]


@pytest.mark.parametrize("limit", [1, 4, 5])
def test_the_same_hits_among_questions_that_are_alike(alike: SearchIndex, limit: int) -> None:
    for item in alike.items[::73]:
        for query in worn(item.question):
            assert best_hits(alike, query, limit=limit) == search(alike, query, limit=limit).hits


def test_the_same_hits_where_referrals_and_direct_answers_are_among_them(
    real_index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(best_hits_module, "FEW", 0)  # however few there are

    for item in real_index.items[::3]:
        for query in worn(item.question):
            assert best_hits(real_index, query, limit=5) == search(real_index, query, limit=5).hits


def test_nothing_is_found_for_nothing(alike: SearchIndex) -> None:
    assert best_hits(alike, "", limit=5) == ()
    assert best_hits(alike, "xyzzy", limit=5) == search(alike, "xyzzy", limit=5).hits
