"""What a search asks back. That both engines ask the same is in test_parity.py."""

import pytest

from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.question_back import (
    Choice,
    choices_of,
    guess_of,
    label_of,
    unknown_words,
)
from caridulu.search.query.ranking import search


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex(
        [
            Item("harga", "Berapa harga data mikro?", "Tarifnya ada di daftar."),
            Item("pesan", "Bagaimana memesan data mikro?", "Lewat layanan Silastik."),
            Item("sensus", "Kapan sensus penduduk dilakukan?", "Setiap sepuluh tahun."),
            *(Item(f"n{n}", f"Uraian tabel {n}?", "Isi tabel.") for n in range(20)),
        ]
    )


def _choices(index: SearchIndex, query: str) -> tuple[Choice, ...]:
    result = search(index, query)
    return choices_of(index, result, [index.items[hit.entry].question for hit in result.hits])


def test_near_entries_are_told_apart_by_their_own_words(index: SearchIndex) -> None:
    assert _choices(index, "data mikro") == (
        Choice(0, "harga data mikro", "data mikro harga"),
        Choice(1, "memesan data mikro", "data mikro memesan"),
    )


@pytest.mark.parametrize("choice", [0, 1])
def test_a_choice_leads_to_its_entry(index: SearchIndex, choice: int) -> None:
    chosen = _choices(index, "data mikro")[choice]
    assert search(index, chosen.query).hits[0].entry == chosen.entry


@pytest.mark.parametrize(
    "query",
    ["berapa harga data mikro", "kapan sensus penduduk", "data mikro hujan", "halo", "", "hujan"],
    ids=["one leads", "one alone", "a word in no entry", "greeting", "empty", "nothing"],
)
def test_nothing_is_asked_back(index: SearchIndex, query: str) -> None:
    assert _choices(index, query) == ()


def test_nothing_is_asked_back_before_the_titles_are_there(index: SearchIndex) -> None:
    assert choices_of(index, search(index, "data mikro"), ["Berapa harga data mikro?"]) == ()


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Apa itu data mikro Survei Sosial Ekonomi?", "data mikro Survei Sosial Ekonomi"),
        ("Apa itu data mikro PDRB?", "data mikro PDRB"),
        ("Di mana melihat tabel jalan, sampah, dan air?", "tabel jalan"),
        ("Apa itu Tingkat Mikro Terbuka (TMT)?", "Tingkat Mikro Terbuka"),
        ("Apa itu data mikro, dan apa bedanya?", "data mikro: bedanya"),
        ("Apa itu Bombana Dalam Angka?", "Bombana Dalam Angka"),
        ("Apa itu Survei Penduduk Antar Sensus (SUPAS)?", "Survei Penduduk Antar Sensus"),
        ("Kapan publikasi Kota Bombana Dalam Angka terbit?", "publikasi Kota Bombana Dalam Angka"),
        ("Apakah Data Mikro Terbuka menerima magang?", "menerima magang"),
        ("Syarat Mengurus Surat Izin Usaha Perikanan", "Mengurus Surat Izin Usaha Perikanan"),
        ("Susenas, apa isinya dan di mana?", "Susenas"),
        ("Data mikro dari desa (domisili, tidak mampu, usaha)", "Data mikro: desa"),
        ("Ternak sakit, vaksin hewan, dan kawin suntik", "Ternak sakit"),
        ("Bagaimana jika data mikro tidak ditanggapi?", "data mikro: tidak ditanggapi"),
        ("Mengapa BPS belum memberi tabel?", "belum memberi tabel"),
    ],
    ids=[
        "most words of its own",
        "with their neighbours",
        "a list",
        "no bracket",
        "a word alone behind its subject",
        "a name",
        "a name of four words, whole",
        "before a name",
        "not from within a name",
        "a heading with capitals",
        "a word alone first",
        "not from the middle of a phrase",
        "the first of a list",
        "a negation of a word alone",
        "a negation",
    ],
)
def test_a_label_is_a_part_of_the_title_with_most_words_of_its_own(title: str, label: str) -> None:
    other = Item("b", "Apa itu data mikro Sensus?", "")
    index = SearchIndex([Item("a", title, "Data mikro."), other])
    assert label_of(index, title, {"data", "mikro", "buka", "tmt"}) == label


def test_an_unknown_word_is_read_as_the_likeliest_if_that_is_answered() -> None:
    fillers = (Item(f"n{n}", f"Uraian tabel {n}?", "Isi tabel.") for n in range(20))
    index = SearchIndex([Item("sensus", "Sensus", "Setiap sepuluh tahun."), *fillers])
    result = search(index, "Sensis?")
    assert [word.word for word in unknown_words(result)] == ["sensis"]
    assert guess_of(index, result) == "sensus?"


@pytest.mark.parametrize(
    "query", ["kapan hujan", "sensis hujan", "kapan sensus penduduk", "sensis zzqx"]
)
def test_no_guess_at_real_or_hopeless_words(index: SearchIndex, query: str) -> None:
    assert guess_of(index, search(index, query)) == ""


def test_words_of_other_entries_and_question_words_are_not_unknown(index: SearchIndex) -> None:
    assert unknown_words(search(index, "berapa harga sensus penduduk")) == ()
