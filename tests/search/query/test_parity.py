"""Python and the browser give the same ids, order and scores. No tolerance."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from tests.benchmarks.question_sets import own_knowledge
from tests.search.both_engines import found_by_browser, found_by_whoosh, found_in_folder

pytestmark = [pytest.mark.node, pytest.mark.usefixtures("node")]
SEED = 7406
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ODD = [
    "", "   ", "?", "yang di dan", "😀😀", "مرحبا بكم", "<script>alert(1)</script>", "\x00\x07",
    "a" * 10_000, "kata " * 3_000, "2024", "7406 7406", "laki2 rata2", "İstanbul ﬁ ½", "'", "^ $ !",
    "__proto__ constructor", "halo", "terima kasih", "ß", "K",
]  # fmt: skip


def typed_badly(text: str, chance: random.Random) -> str:
    """A letter dropped, doubled, swapped with the next or replaced."""
    at = chance.randrange(max(1, len(text) - 1))
    return chance.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + text[at : at + 1] + text[at:],
            text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
            text[:at] + chance.choice(LETTERS) + text[at + 1 :],
        ]
    )


def asked_of(index: SearchIndex) -> list[str]:
    """Several hundred queries: as written, mistyped, unfinished, of two matters, polite, odd."""
    chance = random.Random(SEED)
    texts = [text for item in index.items for text in (item.question, *item.aliases, *item.not_for)]
    chosen = chance.sample(texts, 250)
    mistyped = [typed_badly(typed_badly(text, chance), chance) for text in chosen]
    unfinished = [text[: chance.randrange(1, len(text) + 1)] for text in chosen[:150]]
    mixed = _of_two_matters(index, chance)
    said = index.query_analyzer.language.courtesies
    polite = [
        f"kak, {chance.choice(said)} {text}, {chance.choice(said)} ya" for text in chosen[:60]
    ]
    cases = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text(encoding="utf-8"))
    return [
        *chosen,
        *mistyped,
        *unfinished,
        *mixed,
        *polite,
        *ODD,
        *(case["query"] for case in cases),
    ]


def _of_two_matters(index: SearchIndex, chance: random.Random) -> list[str]:
    """Phrases of referrals and direct answers, alone and with words of an entry."""
    texts: dict[ItemKind, list[str]] = {kind: [] for kind in ItemKind}
    for item in index.items:
        texts[kind_of(item.id)] += [item.question, *item.aliases]
    entries = texts.pop(ItemKind.ENTRY)
    phrases = [phrase for kind in texts.values() for phrase in chance.sample(kind, 60)]
    joined = [f"{phrase} {chance.choice(entries)}" for phrase in phrases]
    return [*phrases, *(text[: chance.randrange(20, 60)] for text in joined)]


TENTHS = [range(1), pytest.param(range(1, 10), marks=pytest.mark.slow)]


def _tenths(rows: list[Any], tenths: range) -> list[Any]:
    return [row for n, row in enumerate(rows) if n % 10 in tenths]


@pytest.mark.parametrize("tenths", TENTHS, ids=["one tenth", "the others"])
@pytest.mark.parametrize("exact", [False, True])
def test_engines_agree_on_the_real_knowledge_base(
    real_index: SearchIndex, real_folder: Path, tenths: range, *, exact: bool
) -> None:
    queries = _tenths(asked_of(real_index), tenths)
    ours = found_by_whoosh(real_index, queries, exact=exact)
    theirs = found_in_folder(real_folder, queries, exact=exact)
    differing = [q for q, a, b in zip(queries, ours, theirs, strict=True) if a != b]
    assert differing == []
    assert sum(bool(found.ids) for found in ours) > 0.6 * len(queries)


def test_engines_ask_back_the_same_about_single_words(
    real_index: SearchIndex, real_folder: Path
) -> None:
    words = sorted({word for item in real_index.items for word in item.question.split()})
    ours = [found.choices for found in found_by_whoosh(real_index, words)]
    assert ours == [found.choices for found in found_in_folder(real_folder, words)]
    assert sum(map(bool, ours)) > 100


def test_engines_ask_back_the_same_in_english() -> None:
    entries = own_knowledge().published
    index = SearchIndex(
        [Item(f"{n}--", e.en.question, e.en.answer) for n, e in enumerate(entries) if e.en]
    )
    words = sorted({word for item in index.items for word in item.question.split()})
    ours = [found.choices for found in found_by_whoosh(index, words)]
    assert ours == [found.choices for found in found_by_browser(index, words)]
    assert sum(map(bool, ours)) > 100


def test_engines_agree_without_questions_and_on_a_single_item() -> None:
    for items in (
        [Item("satu", "", "Inflasi adalah kenaikan harga barang dan jasa.")],
        [
            Item(f"n{n}", "", f"Uraian nomor {n} tentang harga beras di pasar {n}")
            for n in range(40)
        ],
    ):
        index = SearchIndex(items)
        queries = ["inflasi", "harga brang", "beras pasar 7", "inflsi", "", "uraian"]
        assert found_by_whoosh(index, queries) == found_by_browser(index, queries)


def test_engines_agree_that_many_words_of_a_long_request_answer_it() -> None:
    """Seven everyday words, which are less than a fifth of what is asked."""
    words = ["harga", "beras", "pasar", "bulan", "kota", "padi", "panen"]
    tables = (
        Item(f"n{n}", f"Uraian {words[n % 7]} {words[(3 * n + 1) % 7]}", "Isi tabel.")
        for n in range(60)
    )
    index = SearchIndex([Item("semua", " ".join(words), "Lihat tabel."), *tables])
    unknown = [f"zq{a}x{b}" for a in "ab" for b in "efgh"]
    [found] = found_by_whoosh(index, [query := " ".join([*words, *unknown[:7]])])
    assert (found.ids[0], found.outcome) == ("semua", "answered")
    assert [found] == found_by_browser(index, [query])


@pytest.mark.parametrize("tenths", TENTHS, ids=["one tenth", "the others"])
def test_every_question_and_alias_finds_its_entry_in_both_engines(
    real_index: SearchIndex, real_folder: Path, tenths: range
) -> None:
    asked = _tenths(
        [(text, item.id) for item in real_index.items for text in (item.question, *item.aliases)],
        tenths,
    )
    texts = [text for text, _ in asked]
    ours, theirs = (
        found_by_whoosh(real_index, texts, limit=3),
        found_in_folder(real_folder, texts, limit=3),
    )
    for found in (ours, theirs):
        lost = [a for a, result in zip(asked, found, strict=True) if a[1] not in result.ids]
        assert lost == []
