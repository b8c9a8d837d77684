"""What is indexed of entries, direct answers and referrals, and how they are told apart."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.knowledge.model import Entry, Translation
from caridulu.search.index.fields import Item, ItemKind, entry_item, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search


@pytest.mark.parametrize(
    ("item_id", "kind"),
    [
        ("biaya-konsultasi", ItemKind.ENTRY),
        ("kantor-jam-buka", ItemKind.DIRECT),
        ("rujukan-ktp", ItemKind.REFERRAL),
        ("kantoran", ItemKind.ENTRY),
    ],
)
def test_the_id_tells_the_kind(item_id: str, kind: ItemKind) -> None:
    assert kind_of(item_id) is kind


def test_entries_come_first_then_direct_answers_then_referrals(
    sample_root: Path, today: dt.date
) -> None:
    knowledge = load(sample_root, today=today).knowledge
    assert knowledge

    items = {item.id: item for item in SearchIndex.of_knowledge(knowledge).items}

    order = [ItemKind.ENTRY, ItemKind.DIRECT, ItemKind.REFERRAL]
    kinds = [kind_of(item_id) for item_id in items]
    assert kinds == sorted(kinds, key=order.index)
    assert set(kinds) == set(order)
    assert items["rujukan-ktp"].answer.startswith("Dinas Kependudukan dan Pencatatan Sipil")
    assert items["rujukan-ktp"].url == "kb/rujukan-ktp/"
    assert "gratis kah" in items["biaya-konsultasi"].aliases


def test_a_referral_comes_last_wherever_it_is_given() -> None:
    items = [
        Item("rujukan-sim", "Perpanjang SIM", "Kepolisian. Datang ke Satpas."),
        Item("sim-data", "Berapa pemilik SIM?", "Data pemilik SIM ada pada publikasi."),
    ]
    assert [item.id for item in SearchIndex(items).items] == ["sim-data", "rujukan-sim"]


def test_an_entry_is_found_by_its_english_question_and_answer(
    sample_root: Path, today: dt.date
) -> None:
    knowledge = load(sample_root, today=today).knowledge
    assert knowledge
    english = Translation(
        question="What does the poverty threshold mean?",
        answer="The expenditure below which somebody counts as poor.",
    )
    entries = tuple(
        entry.model_copy(update={"en": english}) if entry.id == "garis-kemiskinan" else entry
        for entry in knowledge.entries
    )

    index = SearchIndex.of_knowledge(replace(knowledge, entries=entries))

    for query in ("poverty threshold", "expenditure somebody counts as poor"):
        hits = search(index, query, limit=1).hits
        assert [index.items[hit.entry].id for hit in hits] == ["garis-kemiskinan"], query
    item = next(item for item in index.items if item.id == "garis-kemiskinan")
    assert "poverty threshold" not in item.answer  # the beginning of which is shown


def test_an_entry_says_its_topic_and_when_it_was_reviewed_or_compiled() -> None:
    told = {
        "id": "a",
        "category": "harga",
        "question": "Apa itu inflasi?",
        "answer": "Naiknya harga.",
    }
    days = [{}, {"compiled": "2026-11-20"}, {"compiled": "2026-11-20", "reviewed": "2026-11-26"}]
    entries = [Entry.model_validate({**told, **each}) for each in days]
    assert [entry_item(entry, topic=3).note for entry in entries] == [
        "3",
        "3c20261120",
        "3r20261126",
    ]
    assert entry_item(entries[2]).note == ""


@pytest.mark.parametrize("poor", ["deflasi", "inflasi"])
def test_tags_that_repeat_the_question_give_no_lead_over_an_entry_without(poor: str) -> None:
    items = [
        Item(word, f"Apa itu {word}?", "Perubahan harga.", tags=(word,) if word != poor else ())
        for word in ("deflasi", "inflasi")
    ]

    scores = {hit.score for hit in search(SearchIndex(items), "inflasi deflasi").hits}

    assert len(scores) == 1


def test_the_question_of_a_referral_never_stands_for_tags() -> None:
    entry = Item("inflasi", "Apa itu inflasi?", "Naiknya harga.", tags=("inflasi",))
    referral = Item("rujukan-ktp", "Membuat KTP", "Dinas Kependudukan.")

    index = SearchIndex([entry, referral])

    assert "tags" not in index.field_parts("ktp", index.first_referral)


@pytest.mark.parametrize("tags", [(), ("harga",)])
def test_where_few_entries_have_tags_nothing_stands_for_them(tags: tuple[str, ...]) -> None:
    titles = ["Apa itu deflasi?", "Apa itu sensus?", "Apa itu survei?", "Apa itu sampel?"]
    without = [Item(title[8:-1], title, "Sebuah istilah.") for title in titles]
    tagged = Item("inflasi", "Apa itu inflasi?", "Naiknya harga.", tags=tags)

    index = SearchIndex([*without, tagged])

    deflation = [item.id for item in index.items].index("deflasi")
    assert "tags" not in index.field_parts("deflasi", deflation)


def test_the_answer_stands_for_aliases_where_others_have_some() -> None:
    rich = Item(
        "panen",
        "Kapan panen dihitung?",
        "Setiap bulan oleh petugas.",
        aliases=("luas sawah dihitung kapan", "sawah siapa yang dihitung"),
    )
    poor = Item("sawah", "Bagaimana lahan diukur?", "Luas sawah diukur dari citra satelit.")

    beside_rich, alone = SearchIndex([rich, poor]), SearchIndex([replace(rich, aliases=()), poor])

    assert search(beside_rich, "luas sawah").hits[0].entry == _number(beside_rich, "sawah")
    assert "aliases" not in alone.field_parts("sawah", _number(alone, "sawah"))


def _number(index: SearchIndex, item_id: str) -> int:
    return next(n for n, item in enumerate(index.items) if item.id == item_id)
