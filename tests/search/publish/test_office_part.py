"""An office's part of a portal's index: what is read is what the index holds."""

import json
from dataclasses import replace

import pytest

from caridulu.knowledge import Entry, KnowledgeBase, Lexicon
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.office_part import (
    OfficePart,
    PartError,
    index_part,
    neutral,
    own_names,
    part_files,
    read_part,
    read_pointer,
)
from tests.site.sample_office import KNOWLEDGE


def _files(knowledge: KnowledgeBase) -> dict[str, str]:
    index = SearchIndex.of_knowledge(knowledge)
    part = index_part(index, knowledge)
    return part_files(part, knowledge, contact="kontak/", ask="cari/#q=")


def _read(files: dict[str, str]) -> OfficePart:
    pointer = read_pointer(files["part.json"])
    return read_part(files[f"hashed/part.{pointer.sha256}.json"], pointer)


def test_terms_and_words_come_back_as_they_are_in_the_index() -> None:
    index = SearchIndex.of_knowledge(KNOWLEDGE)
    part = _read(_files(KNOWLEDGE)).index

    read = [{field: text.split("|") for field, text in one.terms.items()} for one in part.entries]
    assert read == index.terms_by_item()
    assert [entry.id for entry in part.entries] == [item.id for item in index.items]
    assert part.words == index.word_counts
    assert set(part.gaps) == {f"? {term}" for term in index.gaps}


def test_the_office_says_who_and_where_it_is() -> None:
    lexicon = Lexicon(places=("Contoh", "Kabupaten Contoh"))
    office = _read(_files(replace(KNOWLEDGE, lexicon=lexicon))).office

    assert office.name == KNOWLEDGE.office.name
    assert office.places == ("Contoh", "Kabupaten Contoh")
    assert (office.contact, office.ask) == ("kontak/", "cari/#q=")


def test_the_same_knowledge_gives_the_same_bytes() -> None:
    assert _files(KNOWLEDGE) == _files(KNOWLEDGE)


def test_two_offices_with_the_same_answer_have_the_same_hash_and_snippet() -> None:
    def said_by(name: str) -> tuple[str, str]:
        office = KNOWLEDGE.office.model_copy(
            update={"name": f"BPS Kabupaten {name}", "short_name": f"BPS {name}"}
        )
        entry = Entry.model_validate(
            {
                "id": "biaya",
                "question": f"Berapa biaya di BPS Kabupaten {name}?",
                "answer": f"Di BPS {name} tidak ada biaya{' untuk konsultasi' * 8}.",
                "category": KNOWLEDGE.categories[0].id,
                "status": "published",
            }
        )
        knowledge = replace(KNOWLEDGE, office=office, entries=(entry,))
        [entry, *_] = _read(_files(knowledge)).index.entries
        return entry.sha256, entry.snippet

    assert said_by("Bombana") == said_by("Buton Tengah")


def test_the_longest_name_is_replaced_first() -> None:
    office = KNOWLEDGE.office.model_copy(
        update={
            "name": "BPS Kabupaten Bombana",
            "short_name": "BPS",
            "region": "Kabupaten Bombana",
        }
    )
    text = "BPS Kabupaten Bombana melayani Kabupaten Bombana; tanya BPS."

    assert neutral(text, own_names(office)) == "{name} melayani {region}; tanya {short}."


def test_a_part_that_is_not_the_one_named_is_refused() -> None:
    files = _files(KNOWLEDGE)
    pointer = read_pointer(files["part.json"])
    text = files[f"hashed/part.{pointer.sha256}.json"]

    with pytest.raises(PartError, match="other_hash"):
        read_part(text.replace("biaya", "harga"), pointer)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "damaged"),
        ('{"version":1,"sha256":"../../x"}', "damaged"),
        (json.dumps({"version": 99, "sha256": "0" * 64}), "other_version"),
    ],
)
def test_a_pointer_that_leads_nowhere_is_refused(text: str, key: str) -> None:
    with pytest.raises(PartError, match=key):
        read_pointer(text)
