"""The Whoosh index, its weights and its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caridulu.knowledge import Lexicon, LexiconTerm
from caridulu.search.index import search_index as index_module
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.report import explain
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import lowered_score, search

ITEMS = [
    Item("biaya", "Apakah konsultasi dipungut biaya?", "Tidak dipungut biaya.", ("bayar berapa",)),
    Item("jam", "Kapan kantor buka?", "Kantor melayani pada hari kerja."),
    Item("mikro", "Apa itu data mikro?", "Data hasil survei tanpa nama. Biaya menurut tarif."),
]
INDEX = SearchIndex(ITEMS)


def ids(index: SearchIndex, query: str) -> list[str]:
    return [index.items[hit.entry].id for hit in search(index, query).hits]


def test_question_counts_more_than_answer() -> None:
    assert ids(SearchIndex(ITEMS), "biaya")[0] == "biaya"


def test_adding_an_unrelated_item_keeps_every_hit() -> None:
    before = set(ids(SearchIndex(ITEMS), "biaya data"))
    unrelated = Item("gini", "Apa itu gini ratio?", "Ukuran ketimpangan.")
    assert before <= set(ids(SearchIndex([*ITEMS, unrelated]), "biaya data"))


def test_an_answer_to_all_words_stands_above_a_title_of_one() -> None:
    items = [
        Item("rumus", "Rumus", "Cara menulis sebuah rumus."),
        Item("tampil", "Menampilkan nilai", "Pilih tampilan, lalu rumus muncul di dalam sel."),
        *(Item(f"lain-{n}", f"Bilah {n}", "Tombol dan bilah di layar.") for n in range(9)),
    ]
    result = search(SearchIndex(items), "rumus muncul dalam sel")
    assert result.hits[0].entry == 1
    assert result.hits[0].held > result.hits[1].held


def test_words_scattered_over_many_aliases_are_no_answer_to_all_of_them() -> None:
    aliases = (
        "petugas sensus datang ke rumah",
        "honor mitra statistik dibayar kapan",
        "cara jadi petugas sensus",
        "mitra dapat seragam tidak",
        "petugas pakai rompi apa",
        "mitra harus tamat sekolah apa",
        "berapa lama pelatihan petugas",
        "boleh mitra kerja di dua kegiatan",
        "nomor kontak petugas di desa",
        "mitra dikontrak berapa bulan",
    )
    items = [
        Item("mitra", "Menjadi mitra statistik", "Daftar lewat laman mitra.", aliases=aliases),
        Item("surat", "Surat tugas petugas sensus", "Mintalah surat tugas yang bercap."),
        *(Item(f"data-{n}", f"Data {n}", "Tabel ada di laman.") for n in range(6)),
    ]
    index = SearchIndex(items)
    found = search(index, "petugas sensus ke desa harus bawa apa").hits
    assert [index.items[hit.entry].id for hit in found] == ["surat", "mitra"]


def test_a_frequent_term_keeps_its_strongest_postings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "MAX_POSTINGS", 2)
    items = [
        Item("lemah", "", "Di pasar ada beras, ikan, sayur, telur, cabai, bawang, minyak, gula."),
        Item("kuat", "Beras", "Beras."),
        Item("sedang", "Harga beras", "Naik."),
    ]
    term = SearchIndex(items).term("beras")
    assert term
    assert list(term.entries) == [1, 2]


def test_item_is_not_found_by_what_it_is_not_for() -> None:
    items = [
        *ITEMS,
        Item("lama", "Berapa lama menunggu?", "Sebentar.", not_for=("jam buka berapa",)),
    ]
    index = SearchIndex(items)
    assert "lama" in ids(index, "berapa lama")
    assert "lama" not in ids(index, "berapa jam buka?")


def test_addends_of_an_explanation_are_the_score() -> None:
    index = SearchIndex(ITEMS)
    result = search(index, "konsultasi bayr brp")
    for hit in result.hits:
        addends = explain(index, result, hit.entry)
        whole = sum(addend.score for addend in addends)
        lowered = lowered_score(whole, hit.held, result.asked, hit.phrased, result.most_phrased)
        assert lowered == hit.score <= whole
        for addend in addends:
            assert addend.score == addend.weight * addend.idf * sum(addend.fields.values())


def test_a_misspelt_word_of_an_alias_does_not_take_its_queries() -> None:
    items = [
        Item("jumlah", "Berapa jumlah penduduk?", "Di tabel.", ("brp jml pnduduk",)),
        Item("tumbuh", "Bagaimana pertumbuhan penduduk?", "Di tabel.", ("penduduk usah naik",)),
        Item("sebar", "Bagaimana sebaran penduduk?", "Di peta."),
    ]
    index = SearchIndex(items)
    result = search(index, "sebaran pnduduk")
    assert index.items[result.hits[0].entry].id == "sebar"
    assert [(c.typed, c.read) for c in result.corrections] == [("pnduduk", "penduduk")]
    assert index.items[0].aliases == ("brp jml pnduduk",)  # the officer's own words stay
    assert ids(index, "usah") == ["tumbuh"]


def test_a_word_that_an_answer_uses_is_not_misspelt() -> None:
    titles = ("Berapa jumlah penduduk?", "Bagaimana sebaran penduduk?", "Apa itu penduduk?")
    items = [Item(str(n), title, "Di tabel.") for n, title in enumerate(titles)]
    alias = Item("sandi", "Apa itu sandi wilayah?", "Di tabel.", ("kode pnduduk",))
    known = Item("kode", "Apa itu kode?", "Pnduduk: nama sebuah kolom.")

    asked = search(SearchIndex([*items, alias]), "pnduduk")
    answered = search(SearchIndex([*items, alias, known]), "pnduduk")

    assert [(c.typed, c.read) for c in asked.corrections] == [("pnduduk", "penduduk")]
    assert answered.corrections == ()


def test_question_words_are_corrected_too() -> None:
    items = [
        Item("letak", "Dimana kantor statistik?", "Tanyakan di balai desa."),
        Item("waktu", "Kapan kantor statistik buka?", "Pada hari kerja."),
    ]
    result = search(SearchIndex(items), "dimsana kantor statistik")
    assert [(c.typed, c.read) for c in result.corrections] == [("dimsana", "dimana")]
    assert result.hits[0].entry == 0


def test_a_word_of_the_lexicon_is_corrected_into_no_other() -> None:
    items = [*ITEMS, Item("wilayah", "Apa nama kecamatan di sini?", "Ada 22 kecamatan.")]
    assert ids(SearchIndex(items), "kecamatin") == ["wilayah"]
    lexicon = Lexicon(terms=(LexiconTerm(term="kecamatin"),))
    assert ids(SearchIndex(items, lexicon=lexicon), "kecamatin") == []


def test_only_a_greeting_is_told() -> None:
    index = SearchIndex(ITEMS)
    assert search(index, "halo selamat pagi kak").greeting
    assert search(index, "ok sip").greeting
    assert search(index, "nyuwun pirsa").greeting
    assert not search(index, "halo kak biaya konsultasi").greeting


@pytest.mark.parametrize(
    "query",
    [
        "permisi kak, numpang tanya. biaya konsultasi",
        "maap pak mau nanya biaya konsultasi",
        "biaya konsultasi mohon infonya ya kak, makasih",
        "izin bertanya min, biaya konsultasi, terima kasih banyak sebelumnya",
    ],
)
def test_courtesies_around_a_question_change_nothing(query: str) -> None:
    index = SearchIndex(ITEMS)
    polite, plain = search(index, query), search(index, "biaya konsultasi")
    assert polite.hits == plain.hits
    assert (polite.outcome, polite.missing) == (plain.outcome, plain.missing)


def test_courtesies_alone_are_a_greeting() -> None:
    result = search(SearchIndex(ITEMS), "permisi kak, mohon infonya")
    assert result.greeting
    assert [word.word for word in result.words] == ["permisi", "kak", "mohon", "informasi"]


def test_the_last_word_before_a_courtesy_is_not_completed() -> None:
    [typed] = search(SearchIndex(ITEMS), "kons").words
    [said] = search(SearchIndex(ITEMS), "kons mohon bantuannya").words
    assert any(candidate.completion for candidate in typed.candidates)
    assert not any(candidate.completion for candidate in said.candidates)


def test_what_only_names_the_office_stands_below_what_has_another_word_of_the_query() -> None:
    tables = ["padi", "jagung", "ikan", "sapi", "kambing", "ayam", "beras", "kopi"]
    items = [
        Item("layanan", "Layanan apa saja yang tersedia di sini?", "Konsultasi, perpustakaan."),
        Item("jam", "Jam berapa BPS Kota Baubau buka?", "Senin sampai Jumat."),
        Item("alamat", "Di mana alamat BPS Kota Baubau?", "Jalan Betoambari."),
        *(Item(table, f"Di mana tabel {table}?", "Lihat tabel BPS.") for table in tables),
    ]
    lexicon = Lexicon(places=("Kota Baubau",))
    index = SearchIndex(items, lexicon=lexicon, own_name="BPS Kota Baubau")
    assert ids(index, "layanan BPS Kota Baubau")[0] == "layanan"
    assert ids(index, "alamat BPS Kota Baubau")[0] == "alamat"
    assert ids(index, "BPS Kota Baubau")[:2] == ["jam", "alamat"]


def test_nothing_is_found_in_an_empty_index() -> None:
    result = search(SearchIndex([]), "biaya konsultasi")
    assert (result.outcome, result.hits) == (Outcome.NOTHING, ())


@pytest.mark.parametrize("query", ["datamikro", "data mikro", "apa itu datamikro"])
def test_words_written_together_find_their_item(query: str) -> None:
    assert ids(SearchIndex(ITEMS), query)[0] == "mikro"


@given(st.text(max_size=400))
def test_no_query_raises(query: str) -> None:
    assert search(INDEX, query).query == query


def test_words_that_name_an_idea_of_the_lexicon_are_gaps_where_no_entry_has_one() -> None:
    ideas = (
        LexiconTerm(term="neraca dagang", abbreviations=("nrd",)),
        LexiconTerm(term="inflasi", abbreviations=("ifl",)),
    )
    items = [Item("inflasi", "Apa itu inflasi?", "Kenaikan harga secara umum.")]
    assert SearchIndex(items, lexicon=Lexicon(terms=ideas)).gaps == {"nrd"}
