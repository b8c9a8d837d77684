"""What holds for every query, whatever the knowledge base."""

import random
from importlib.resources import files
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simplemma.strategies import DefaultDictionaryFactory

from caridulu.search.analysis.language import indonesian
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import listed, search
from caridulu.search.query.result import Hit

SEED = 7406
SAMPLE = 300
UNSPELLED = sorted(set(ascii_lowercase) - set(indonesian().colloquial))
"""Letters that no list reads as a word; d is di, k is ke."""


def _real_words() -> list[str]:
    """A fixed sample of the words that the search must leave alone."""
    own = files("caridulu.search.analysis").joinpath("words.txt").read_text("utf-8").split()
    words = {word.lower() for word in (*own, *DefaultDictionaryFactory().get_dictionary("id"))}
    plain = sorted(word for word in words if word.isascii() and word.isalpha())
    return random.Random(SEED).sample(plain, SAMPLE)


@pytest.mark.parametrize("sentence", ["{}", "data tentang {} tahun ini", "apa itu {}?"])
def test_a_real_word_is_never_read_as_another(real_index: SearchIndex, sentence: str) -> None:
    misread = [
        (word, correction.read)
        for word in _real_words()
        for correction in search(real_index, sentence.format(word)).corrections
        if correction.typed == word
    ]
    assert misread == []


def test_a_word_with_a_stem_of_its_own_is_never_read_as_another(real_index: SearchIndex) -> None:
    """Also where the index has no use for that stem: "penerapan" is no "penetapan"."""
    misread = [
        (word, correction.read)
        for word in indonesian().stem_exceptions
        for correction in search(real_index, f"data tentang {word} tahun ini").corrections
        if correction.typed == word
    ]
    assert misread == []


@pytest.fixture(scope="module")
def texts(real_index: SearchIndex) -> st.SearchStrategy[str]:
    """A question or alias of an item with aliases."""
    items = [item for item in real_index.items if item.aliases]
    return st.sampled_from(sorted({t for item in items for t in (item.question, *item.aliases)}))


@given(data=st.data())
def test_single_letters_change_nothing(
    real_index: SearchIndex, texts: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(texts)
    words = text.split()
    place = data.draw(st.integers(0, len(words) - 1))
    letters = data.draw(st.lists(st.sampled_from(UNSPELLED), min_size=1, max_size=3))
    with_letters = " ".join([*words[:place], *letters, *words[place:]])

    before, after = search(real_index, text), search(real_index, with_letters)

    assert (after.hits, after.outcome) == (before.hits, before.outcome)
    assert (after.evidence, after.missing) == (before.evidence, before.missing)


@given(data=st.data())
def test_a_referral_never_stands_before_an_entry_that_answers(
    real_index: SearchIndex, data: st.DataObject
) -> None:
    entries, referrals = (
        [t for item in part for t in (item.question, *item.aliases)]
        for part in (
            real_index.items[: real_index.first_referral],
            real_index.items[real_index.first_referral :],
        )
    )
    mixed = [data.draw(st.sampled_from(texts)).split() for texts in (entries, referrals)]
    parts = [words[: data.draw(st.integers(0, len(words)))] for words in mixed]
    query = " ".join(word for part in data.draw(st.permutations(parts)) for word in part)

    result = search(real_index, query)

    kinds = [kind_of(real_index.items[hit.entry].id) for hit in result.hits]
    if result.outcome is Outcome.ANSWERED:
        assert kinds[0] is not ItemKind.REFERRAL
    if result.outcome is Outcome.REFERRAL:
        assert kinds[0] is ItemKind.REFERRAL


HITS = st.builds(
    Hit,
    entry=st.integers(0, 500),
    score=st.integers(1, 100_000),
    held=st.integers(0, 2_000),
)


@given(st.lists(HITS, max_size=20))
def test_what_is_listed_keeps_its_order_and_its_first(found: list[Hit]) -> None:
    ranked = sorted(found, key=lambda hit: -hit.score)
    shown = listed(ranked)
    rest = iter(ranked)
    assert all(hit in rest for hit in shown)
    assert shown[:1] == ranked[:1]
    assert listed(shown) == shown


@pytest.mark.parametrize(
    ("query", "outcome", "first"),
    [
        ("jadwal dokter puskesmas", Outcome.REFERRAL, ItemKind.REFERRAL),
        ("jumlah dokter puskesmas", Outcome.ANSWERED, ItemKind.ENTRY),
        ("jumlah vaksin puskesmas", Outcome.WEAK, ItemKind.ENTRY),
        ("puskesmas kucing kartun", Outcome.WEAK, ItemKind.ENTRY),
        ("kebakaran hutan lindung", Outcome.REFERRAL, ItemKind.REFERRAL),
        ("luas hutan lindung", Outcome.ANSWERED, ItemKind.ENTRY),
        ("skck", Outcome.REFERRAL, ItemKind.REFERRAL),
        ("pendaftaran", Outcome.WEAK, ItemKind.REFERRAL),
        ("jumlah satwa dilindungi", Outcome.WEAK, ItemKind.ENTRY),
    ],
)
def test_a_referral_is_told_only_where_its_matter_is_meant(
    real_index: SearchIndex, query: str, outcome: Outcome, first: ItemKind
) -> None:
    result = search(real_index, query)
    assert kind_of(real_index.items[result.hits[0].entry].id) is first
    assert result.outcome is outcome


def test_a_known_word_counts_more_than_what_it_may_become() -> None:
    """However rare that is: who types "peta" has written a word."""
    longer = Item("tambak", "Siapa petambak di pesisir?", "Di dinas.")
    maps = (Item(f"m{n}", f"Di mana peta lembar {n}?", "Di kantor.") for n in range(5))
    fillers = (Item(f"n{n}", f"Uraian tabel {n}?", "Isi tabel.") for n in range(20))
    index = SearchIndex([longer, *maps, *fillers])

    best, *_, last = search(index, "peta", cut=False).hits

    assert index.items[last.entry].id == longer.id
    assert 2 * last.score <= best.score


def test_a_neighbour_makes_a_likely_reading_sure(real_index: SearchIndex) -> None:
    assert _is_read_surely(real_index, "indeks pembangunan manusa")


def test_a_likely_reading_alone_is_not_sure(real_index: SearchIndex) -> None:
    assert not _is_read_surely(real_index, "manusa")


def _is_read_surely(index: SearchIndex, query: str) -> bool:
    """Tells whether "manusa" is surely read as "manusia"."""
    words = {word.word: word for word in search(index, query).words}
    return any(c.sure for c in words["manusa"].candidates if c.read == "manusia")
