"""What many offices say is found once, with who says it, in both engines alike."""

import pytest

from caridulu.portal.merging import Merger, SharedEntry, ranges
from caridulu.search.publish.office_part import IndexPart, PartEntry
from caridulu.search.query.ranking import search
from tests.search.both_engines import found_by_browser, found_by_whoosh

QUERIES = (
    "apa itu populasi",
    "brp biaya konsultasi 0d",
    "jam buka kantor 0d",
    "wilayah generalisasi",
    "garis kmiskinan 0d",
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

    assert (sampel.same, sampel.adjusted) == ((0, 1, 2), ())
    assert (sampel.note, sampel.spread) == ("0-2", "0 3")
    assert (populasi.same, populasi.adjusted) == ((0, 1), (2,))
    assert (populasi.note, populasi.spread) == ("0-1;2", "0 2 1")
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
    index = merger.index(merger.entries(), places=frozenset({"kasipute"}))

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


def _own(
    identity: str, title: str, *, number: int = 0, package: str = "", **terms: str
) -> PartEntry:
    return PartEntry(
        id=identity,
        title=title,
        snippet=f"Jawaban {number}.",
        package=package,
        sha256=f"{number}" * 64,
        terms=terms or {"question": "inflasi"},
    )


def _merged(*entries: PartEntry, regions: tuple[str, ...] = ()) -> tuple[SharedEntry, ...]:
    """Merges offices 0, 1, ... with an entry each."""
    merger = Merger()
    for number, entry in enumerate(entries):
        part = IndexPart(entries=(entry,), words={}, gaps=(), places=())
        merger.add(number, part, region=regions[number] if regions else "")
    return merger.entries()


def test_an_own_entry_of_a_package_s_id_is_a_version_of_it() -> None:
    [shared] = _merged(
        _own("perpustakaan", "Di mana perpustakaan BPS?", package="dasar"),
        _own("perpustakaan", "Apakah kantor ini punya perpustakaan?", number=1),
    )

    assert (shared.key, shared.same, shared.adjusted) == ("perpustakaan:dasar", (0,), (1,))
    assert shared.own[1].title == "Apakah kantor ini punya perpustakaan?"


def test_two_answers_of_one_office_are_never_one() -> None:
    merger = Merger()
    own = _own("baca-di-kantor", "Di mana perpustakaan BPS?", number=1)
    packaged = _own("perpustakaan", "Di mana perpustakaan BPS?", package="dasar")
    merger.add(0, IndexPart(entries=(packaged, own), words={}, gaps=(), places=()))

    assert len(merger.entries()) == 2


def test_questions_that_differ_by_the_region_alone_are_one_with_each_office_s_id() -> None:
    [shared] = _merged(
        _own("inflasi-bombana", "Berapa inflasi di Bombana?"),
        _own("inflasi-kota", "Inflasi Kota Batu berapa?", number=1),
        regions=("bombana", "batu"),
    )

    assert shared.key.startswith("inflasi-bombana:#")
    assert shared.own[1].id == "inflasi-kota"


def test_the_same_words_under_other_ids_are_counted_as_the_same() -> None:
    first, second = (_own(name, "Berapa inflasi {place}?") for name in ("inflasi-a", "inflasi-b"))
    [shared] = _merged(first, second, regions=("bombana", "wakatobi"))

    assert (shared.same, shared.adjusted) == ((0, 1), ())
    assert {number: one.id for number, one in shared.own.items()} == {1: "inflasi-b"}


def test_entries_of_one_id_are_one_answer_if_half_of_their_words_are_the_same() -> None:
    alike = {"question": "berapa|inflasi", "answer": "harga|naik"}
    same = {"question": "inflasi|sekarang", "answer": "harga|naik"}
    other = {"question": "inflasi|waktu", "answer": "rilis|senin"}

    assert len(_merged(_own("a", "Berapa?", **alike), _own("a", "Inflasi kini?", **same))) == 1
    assert len(_merged(_own("a", "Berapa?", **alike), _own("a", "Kapan inflasi?", **other))) == 2


def test_entries_of_the_same_words_are_one_answer_whatever_they_are_called_and_asked() -> None:
    words = "angka|inflasi|{}|terbit|tanggal|satu|setiap|bulan"
    first, second, short = (
        _own("a", "Berapa inflasi?", question="inflasi", answer=words.format("bombana")),
        _own("b", "Harga naik?", number=1, question="harga", answer=words.format("muna")),
        _own("c", "Kapan?", number=2, question="kapan", answer="tanggal|satu"),
    )
    found = _merged(first, second, short, short, regions=("bombana", "muna", "buton", "wajo"))
    merged = sorted(found, key=lambda one: one.offices)

    assert [one.offices for one in merged] == [(0, 1), (2, 3)]
    assert merged[0].terms["aliases"] == {"harga": 1}  # as the other asks it
    assert len(_merged(short, short.model_copy(update={"id": "d", "title": "Tanggal?"}))) == 2


def test_the_national_office_s_version_is_the_usual_one_with_its_id() -> None:
    merger = Merger()
    merger.national = 1
    for number, name in enumerate(["inflasi-a", "inflasi-b"]):
        entry = _own(name, "Berapa inflasi {place}?")
        merger.add(number, IndexPart(entries=(entry,), words={}, gaps=(), places=()))
    [shared] = merger.entries()

    assert shared.key.startswith("inflasi-b:#")
    assert {number: one.id for number, one in shared.own.items()} == {0: "inflasi-a"}


def test_who_differs_from_most_has_adjusted_it_the_national_office_too() -> None:
    merger = Merger()
    merger.national = 2
    for number, text in enumerate(["Umum.", "Umum.", "Nasional.", "Umum."]):
        merger.add(number, _part(text, package="dasar"))
    [shared] = merger.entries()

    assert (shared.entry.snippet, shared.leading) == ("Nasional.", 2)
    assert (shared.same, shared.adjusted, shared.spread) == ((0, 1, 3), (2,), "2 3 1 1")
    own = {number: one.snippet for number, one in shared.own.items()}
    assert own == dict.fromkeys((0, 1, 3), "Umum.")


def test_a_region_s_name_is_as_frequent_as_in_one_office_s_index() -> None:
    entries = [
        _own("a", "Inflasi?", question="inflasi|bombana", pairs="inflasi bombana"),
        _own("b", "Harga?", number=1, question="harga|buton|tengah", pairs="buton tengah|tengah $"),
    ]
    shared = {
        one.entry.id: one.terms for one in _merged(*entries, regions=("bombana", "buton tengah"))
    }

    assert shared["a"] == {"question": {"inflasi": 1, "0d": 1}, "pairs": {"inflasi 0d": 1}}
    assert shared["b"] == {"question": {"harga": 1, "0d": 1}, "pairs": {"0d $": 1}}


def test_entries_that_are_wanted_come_before_others(node: str) -> None:
    entries = _merged(*(_own(f"id-{n}", f"Inflasi ke-{n}?", number=n) for n in range(3)))
    index = Merger().index(entries, places=frozenset())
    plain, wanted = (
        found_by_whoosh(index, ["inflasi"], among=among)[0] for among in (None, frozenset({2}))
    )

    assert (plain.ids[0], wanted.ids[0]) == (entries[0].key, entries[2].key)
    assert wanted.scores[1] == plain.scores[0] // 2
    for among in (frozenset({2}), frozenset({0, 1}), frozenset[int]()):
        assert found_by_browser(index, ["inflasi"], among=among) == found_by_whoosh(
            index, ["inflasi"], among=among
        )


def test_a_word_of_an_office_s_lexicon_is_read_as_no_other() -> None:
    merger = Merger()
    merger.add(0, _part("Apa itu inflasi?", gaps=("? inflasi", "? inflsi", "? neraca dagang")))
    index = merger.index(merger.entries(), places=frozenset())

    assert search(index, "inflasi").hits
    assert search(index, "inflsi").hits == ()
    assert search(index, "iflasi").hits


@pytest.mark.parametrize(
    ("numbers", "text"), [((0,), "0"), ((0, 1, 2, 7), "0-2,7"), ((3, 5, 6), "3,5-6")]
)
def test_numbers_are_written_as_ranges(numbers: tuple[int, ...], text: str) -> None:
    assert ranges(numbers) == text
