"""What many offices say is found once, with who says it, in both engines alike."""

import pytest

from caridulu.portal.merging import Merger, SharedEntry, ranges
from caridulu.search.publish.office_part import IndexPart, PartEntry
from caridulu.search.quality.engines import found_by_browser, found_by_whoosh
from caridulu.search.query.ranking import search

QUERIES = (
    "apa itu populasi",
    "brp biaya konsultasi bombana",
    "jam buka kantor wakatobi",
    "wilayah generalisasi",
    "garis kmiskinan buton tengah",
    "bikin ktp dmn",
    "unduh publikasi",
    "halo kak",
    "xqzvw plorfk",
)


@pytest.fixture(scope="session")
def entries(merger: Merger) -> dict[str, SharedEntry]:
    return {one.key: one for one in merger.entries()}


def test_an_entry_of_a_package_stands_once_with_who_has_adjusted_it(
    entries: dict[str, SharedEntry],
) -> None:
    sampel, populasi = entries["sampel:istilah"], entries["populasi:istilah"]

    assert (sampel.same, sampel.adjusted, sampel.note) == ((0, 1, 2), (), "0-2")
    assert (populasi.same, populasi.adjusted, populasi.note) == ((0, 1), (2,), "0-1;2")
    assert populasi.entry.snippet == "Yang disebut populasi dijelaskan di sini."


def test_an_adjusted_entry_is_found_by_its_own_phrasings(
    merger: Merger, entries: dict[str, SharedEntry]
) -> None:
    index = merger.index(entries.values(), places=frozenset())
    hit = search(index, "wilayah generalisasi").hits[0]

    assert index.items[hit.entry].id == "populasi:istilah"


def test_a_direct_answer_stands_once_without_the_facts_of_one_office(
    entries: dict[str, SharedEntry],
) -> None:
    hours = entries["kantor-alamat:"]

    assert (hours.same, hours.adjusted) == ((0, 1, 2), ())
    assert hours.entry.title == "Di mana alamat {name}?"


def test_equal_answers_without_a_package_are_one(entries: dict[str, SharedEntry]) -> None:
    [inflation] = [one for key, one in entries.items() if key.startswith("apa-itu-inflasi:")]

    assert inflation.same == (0, 1, 2)


def test_both_engines_find_the_same_over_all_offices(merger: Merger, node: str) -> None:
    places = frozenset({"bombana", "buton", "tengah", "wakatob"})
    index = merger.index(merger.entries(), places=places)

    assert found_by_browser(index, QUERIES) == found_by_whoosh(index, QUERIES)


def _part(text: str, *, gaps: tuple[str, ...] = (), package: str = "") -> IndexPart:
    entry = PartEntry(
        id="inflasi",
        title=text,
        snippet=text,
        package=package,
        sha256="0" * 64,
        terms={"question": "inflasi"},
    )
    return IndexPart(entries=(entry,), words={"inflasi": 1}, gaps=gaps, places=())


def test_a_claimed_hash_does_not_put_one_text_in_the_place_of_another() -> None:
    merger = Merger()
    for number, text in enumerate(["Apa itu inflasi?", "Apa itu inflasi?", "Beli di sini"]):
        merger.add(number, _part(text))
    [shared] = merger.entries()

    assert shared.entry.title == "Apa itu inflasi?"
    assert (shared.same, shared.adjusted) == ((0, 1), (2,))


def test_an_own_entry_that_equals_a_package_s_is_counted_with_it() -> None:
    merger = Merger()
    merger.add(0, _part("Apa itu inflasi?"))
    merger.add(1, _part("Apa itu inflasi?", package="dasar"))

    assert [(one.key, one.same) for one in merger.entries()] == [("inflasi:dasar", (0, 1))]


def test_what_one_office_alone_says_is_found_by_its_place() -> None:
    merger = Merger()
    for number, place in enumerate(["bombana", "wakatob"]):
        part = _part(f"Apa itu inflasi? ({number})")
        own = part.entries[0].model_copy(update={"sha256": f"{number}" * 64})
        merger.add(number, part.model_copy(update={"entries": (own,)}), place=(place,))
    index = merger.index(merger.entries(), places=frozenset({"bombana", "wakatob"}))

    for place, number in (("bombana", "0"), ("wakatobi", "1")):
        hit = search(index, f"inflasi {place}").hits[0]
        assert index.items[hit.entry].note == number


def test_what_one_office_answers_is_no_gap_of_another() -> None:
    merger = Merger()
    merger.add(0, _part("Apa itu inflasi?", gaps=("? inflasi", "? ekspor", "? neraca dagang")))
    index = merger.index(merger.entries(), places=frozenset())

    assert index.gaps == {"? ekspor", "? neraca dagang"}


@pytest.mark.parametrize(
    ("numbers", "text"), [((0,), "0"), ((0, 1, 2, 7), "0-2,7"), ((3, 5, 6), "3,5-6")]
)
def test_numbers_are_written_as_ranges(numbers: tuple[int, ...], text: str) -> None:
    assert ranges(numbers) == text
