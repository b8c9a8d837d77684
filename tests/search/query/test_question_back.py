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
            Item("harga-data-mikro", "Berapa harga data mikro?", "Tarifnya ada di daftar."),
            Item("pesan-data-mikro", "Bagaimana memesan data mikro?", "Lewat layanan Silastik."),
            Item("sensus", "Kapan sensus penduduk dilakukan?", "Setiap sepuluh tahun."),
            *(Item(f"n{n}", f"Uraian tabel {n}?", "Isi tabel.") for n in range(20)),
        ]
    )


def _choices(index: SearchIndex, query: str) -> tuple[Choice, ...]:
    result = search(index, query)
    items = [index.items[hit.entry] for hit in result.hits]
    titles, ids = [item.question for item in items], [item.id for item in items]
    return choices_of(index, result, titles, ids)


def test_near_entries_are_told_apart_by_their_own_words(index: SearchIndex) -> None:
    assert _choices(index, "data mikro") == (
        Choice(0, "Harga data mikro", "data mikro harga"),
        Choice(1, "Pesan data mikro", "data mikro memesan"),
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
    assert choices_of(index, search(index, "data mikro"), ["Berapa harga data mikro?"], [""]) == ()


@pytest.mark.parametrize(
    ("item_id", "title", "label"),
    [
        ("honor-petugas", "Berapa honor petugas atau mitra BPS?", "honor petugas"),
        ("apa-itu-data-mikro", "Apa itu data mikro, dan apa isinya?", "apa itu data mikro"),
        ("beda-adhb-adhk", "Apa perbedaan PDRB ADHB dan ADHK?", "beda ADHB ADHK"),
        ("data-mikro", "Apa isi data mikro?", "Apa isi data mikro?"),
        ("sktm", "Apa syarat SKTM?", "Apa syarat SKTM?"),
        ("harga-buku-2", "Berapa harga buku?", "Berapa harga buku?"),
        ("rumah-didatangi-petugas-bps-lebih-sekali", "Mengapa didatangi?", "Mengapa didatangi?"),
        ("rujukan-guru-honorer", "Sertifikasi guru", "Sertifikasi guru"),
        ("kantor-alamat", "Di mana alamat BPS?", "Di mana alamat BPS?"),
        ("", "Di mana mencari jumlah hotel dan tamu?", "jumlah hotel dan tamu"),
        ("", "What is SUPAS, the Population Survey?", "SUPAS, the Population Survey"),
        (
            "",
            "Apakah survei dinas yang dikerjakan konsultan memerlukan izin?",
            "Apakah survei dinas yang dikerjakan konsultan …",
        ),
        (
            "",
            "Melaporkan kejahatan, kehilangan, dan kecelakaan, atau keadaan darurat",
            "Melaporkan kejahatan, kehilangan, dan kecelakaan …",
        ),
    ],
    ids=[
        "the words of its id",
        "also where only a question word is more than was asked",
        "written as in the title",
        "not if it says what was asked",
        "not a word alone",
        "not with a number behind it",
        "not if it may have been cut",
        "not of a referral",
        "not of a direct answer",
        "the title names it",
        "in English",
        "a long title is cut",
        "before a mark",
    ],
)
def test_a_choice_is_told_briefly(item_id: str, title: str, label: str) -> None:
    index = SearchIndex([Item(item_id or "a", title, "Data mikro.")])
    assert label_of(index, item_id, title, {"data", "mikro"}) == label


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
