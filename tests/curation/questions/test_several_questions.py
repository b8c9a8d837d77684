"""Several questions become several consultations only where each has its own answer."""

from dataclasses import replace

import pytest

from caridulu.curation.exports.consultation import Consultation, SourceKind
from caridulu.curation.questions.listed_points import numbered_items
from caridulu.curation.questions.several_questions import parts_of
from caridulu.knowledge import Location
from tests.curation.questions.cut_parts import JAMBAN, LEGALISIR, PERLU, parts

ASKED = "Tentang Susenas:\n1. Apakah data mikro dibuka?\n2. Berapa biaya cetak publikasi?"


def test_lists_that_are_numbered_alike_are_cut() -> None:
    assert parts(ASKED, "Berikut jawabannya:\n1. Dibuka lewat PST.\n2. Sesuai tarif.\nSalam") == [
        ("Tentang Susenas:\nApakah data mikro dibuka?", "Dibuka lewat PST."),
        ("Tentang Susenas:\nBerapa biaya cetak publikasi?", "Sesuai tarif.\nSalam"),
    ]


def test_courtesies_around_a_list_are_not_said_of_all() -> None:
    asked = "Yth. BPS\na. apakah inflasi dihitung\nb. kapan publikasi Dalam Angka terbit"
    answers = ("Tidak dihitung di sini.", "Terbit 27 Februari.")
    listed = f"a. {answers[0]}\nb. {answers[1]}"

    for answer in (
        f"Bu Dewi,\n{listed}",
        f"Terima kasih atas pertanyaannya.\n{listed}",
    ):
        assert tuple(told for _, told in parts(asked, answer)) == answers


def test_a_mail_is_cut_only_where_each_answer_begins_a_line() -> None:
    asked = "Kapan batas lapor SPT tahunan? Kartu kuning bisa dicetak online?"
    first, second = "Batas lapor SPT 31 Maret.", "Kartu kuning dicetak lewat SIAPkerja."

    assert len(parts(asked, f"{first}\n{second}", kind=SourceKind.MAIL)) == 2
    assert len(parts(asked, f"1) {first}\n2) {second}", kind=SourceKind.MAIL)) == 2
    assert parts(asked, f"{first} {second}", kind=SourceKind.MAIL) == [(asked, f"{first} {second}")]


def test_an_answer_that_is_not_numbered_alike_stays_whole() -> None:
    for answer in ("Dibuka, sesuai tarif.", "1. Dibuka.", "Semua gratis.\n1. Dibuka.\n2. Gratis."):
        assert parts(ASKED, answer) == [(ASKED, answer)]


TWO = (
    "Ada dua hal yang ingin saya tanyakan. Apakah ada lowongan magang bulan Juli? "
    "Di mana data UMKM menurut kecamatan?"
)
MAGANG = "Lowongan magang dibuka dengan surat pengantar."
UMKM = "Jumlah UMKM menurut kecamatan ada di Dinas Koperasi."


def test_questions_are_cut_where_each_has_a_paragraph_with_its_own_words() -> None:
    pairs = [
        ("Apakah ada lowongan magang bulan Juli?", MAGANG),
        ("Di mana data UMKM menurut kecamatan?", UMKM),
    ]

    assert parts(TWO, f"Selamat pagi Rosa,\n\n{MAGANG}\n\n{UMKM}\n\nSalam hormat") == pairs
    assert parts(TWO, f"Rosa,\n- {MAGANG}\n- {UMKM}") == pairs


def test_a_row_of_a_table_is_cut_only_where_its_questions_are_numbered() -> None:
    answer = f"{MAGANG}\n\n{UMKM}"
    listed = "1. Apakah ada lowongan magang bulan Juli?\n2. Di mana data UMKM menurut kecamatan?"

    assert parts(TWO, answer, kind=SourceKind.ROW) == [(TWO, answer)]
    assert [told for _, told in parts(listed, answer, kind=SourceKind.ROW)] == [MAGANG, UMKM]


def test_paragraphs_that_may_speak_of_another_question_stay_together() -> None:
    both = "Magang bulan Juli dan data UMKM menurut kecamatan menyusul."
    for answer in (f"{UMKM}\n\n{MAGANG}", f"{MAGANG}\n\n{both}", f"{MAGANG} {MAGANG}"):
        assert parts(TWO, answer) == [(TWO, answer)]


def test_two_matters_in_one_sentence_are_cut_where_each_has_its_own_sentences() -> None:
    asked = "berapa jumlah penduduk Bombana dan bagaimana cara minta surat rekomendasi?"
    penduduk = "Jumlah penduduk Bombana ada pada tabel proyeksi. Unduh gratis."
    surat = "Untuk surat rekomendasi silakan ke Kesbangpol. Bawa proposal."

    assert parts(asked, f"{penduduk} {surat}") == [
        ("berapa jumlah penduduk Bombana", penduduk),
        ("bagaimana cara minta surat rekomendasi?", surat),
    ]
    assert parts(asked, "Penduduk Bombana dan surat rekomendasi ada di PST.") == [
        (asked, "Penduduk Bombana dan surat rekomendasi ada di PST.")
    ]


def test_what_was_told_before_the_questions_stands_before_each() -> None:
    asked = (
        "Saya membeli motor bekas. Apa yang harus dibawa untuk balik nama, dan apakah motornya "
        "harus ikut untuk cek fisik?"
    )
    cut = parts(asked, "Untuk balik nama bawa STNK asli. Ya. Cek fisik motor dilakukan di sini.")

    assert cut == [
        (
            "Saya membeli motor bekas.\nApa yang harus dibawa untuk balik nama",
            "Untuk balik nama bawa STNK asli.",
        ),
        (
            "Saya membeli motor bekas.\napakah motornya harus ikut untuk cek fisik?",
            "Ya. Cek fisik motor dilakukan di sini.",
        ),
    ]


def test_the_same_asked_of_two_groups_is_one_question() -> None:
    asked = "berapa jumlah penduduk laki-laki dan berapa jumlah penduduk perempuan di Poleang?"
    answer = "Laki-laki 10.200 jiwa. Perempuan 9.800 jiwa."

    assert parts(asked, answer) == [(asked, answer)]


def test_a_question_that_needs_the_one_before_it_stays_with_it() -> None:
    asked = "IKK kab Bombana berapa & utk apa gunanya?"
    answer = "IKK ada di halaman 12. Gunanya hitung DAU."

    assert parts(asked, answer) == [(asked, answer)]


@pytest.mark.parametrize(
    "further",
    [
        "dan apakah bisa diminta rutin tiap bulan?",
        "Kenapa angka 2019 yang di web sekarang beda dengan buku lama?",
        "Kenapa ya angka BPS selalu beda dengan dinas?",
    ],
)
def test_a_question_without_a_subject_stays_with_the_one_before_it(further: str) -> None:
    asked = f"Berapa harga cengkeh di Ternate? {further}"
    told = (
        "Harga cengkeh September Rp 96.400/kg.\n"
        "Yang diminta rutin bulanan, angka BPS di web, buku lama, dan dinas ada di laman provinsi."
    )

    assert parts(asked, told) == [(asked, told)]


def test_what_differs_from_the_first_by_a_word_only_stays_with_it() -> None:
    asked = "Apa itu inflasi inti? bedanya dengan inflasi umum?"
    answer = "Inflasi inti tanpa harga yang bergejolak. Inflasi umum semuanya."

    assert parts(asked, answer) == [(asked, answer)]


def test_a_question_about_the_answer_is_not_taken_for_an_announcement() -> None:
    asked = "Apakah APBD rinci bisa diminta, dan ke mana keberatan atas jawaban diajukan?"
    answer = "APBD rinci terbuka untuk umum. Keberatan diajukan ke atasan PPID."

    assert [question for question, _ in parts(asked, answer)] == [
        "Apakah APBD rinci bisa diminta",
        "ke mana keberatan atas jawaban diajukan?",
    ]


def test_a_sentence_without_end_is_not_cut() -> None:
    asked = f"berapa penduduk Bombana, {'data, ' * 4_000}dan bagaimana minta surat rekomendasi?"
    answer = "Penduduk Bombana ada di tabel. Surat rekomendasi di Kesbangpol."

    assert parts(asked, answer) == [(asked, answer)]


def test_lists_within_a_line_are_cut() -> None:
    asked = "1. Apakah data ekspor dirinci? 2. Apakah ada data mentah Susenas?"

    assert parts(asked, "1. Ya, menurut pelabuhan. 2. Tidak, karena rahasia.") == [
        ("Apakah data ekspor dirinci?", "Ya, menurut pelabuhan."),
        ("Apakah ada data mentah Susenas?", "Tidak, karena rahasia."),
    ]


def test_pairs_that_an_export_knows_are_taken() -> None:
    pairs = (("Apakah dibuka?", "Ya."), ("Berapa biayanya?", "Gratis."))

    assert parts("semuanya", "semuanya", pairs=pairs) == list(pairs)


def test_each_part_is_remembered_by_itself() -> None:
    answer = "1. Dibuka.\n2. Gratis."
    source = Consultation("Tabel", ASKED, answer, Location("a.csv", 2), ("k",))

    assert [part.key for part in parts_of(source)] == [("k",), ("k", "1")]


def test_a_list_of_several_is_counted_from_one() -> None:
    assert numbered_items(ASKED) == (
        "Apakah data mikro dibuka?",
        "Berapa biaya cetak publikasi?",
    )
    assert numbered_items("1. Apakah data mikro dibuka?") == ()
    assert numbered_items("2. Apakah dibuka?\n3. Berapa?") == ()


def test_messages_of_one_talk_of_a_chat_stay_one_consultation() -> None:
    question = "apakah ada lowongan magang bulan Juli?\ndi mana data UMKM menurut kecamatan?"
    place = Location("a.txt", 1)
    source = Consultation("WhatsApp", question, f"{MAGANG}\n\n{UMKM}", place, ("k",))

    assert len(list(parts_of(source))) == 2
    talk = replace(source, kind=SourceKind.TALK)
    assert list(parts_of(talk)) == [talk]


def test_what_followed_stays_with_the_parts_unless_it_is_in_their_answers() -> None:
    place = Location("a.mbox", 1)
    answer = "1. Dibuka.\n2. Gratis."
    source = Consultation("Surel", ASKED, answer, place, ("k",), further="Tanya: baik")

    assert {part.further for part in parts_of(source)} == {"Tanya: baik"}
    source = replace(source, further="Tanya: baik\nJawab: 2. Gratis.")
    assert {part.further for part in parts_of(source)} == {""}


def test_a_visit_that_is_arranged_beside_a_question_is_no_part() -> None:
    visit = (
        "Kami ingin membawa 32 siswa berkunjung ke kantor bulan Maret. Mohon konfirmasi kunjungan."
    )
    asked = "Apa beda PDRB harga berlaku dan harga konstan?"
    told = "PDRB harga konstan dinilai dengan harga tahun dasar."
    answer = f"Untuk kunjungan siswa silakan Rabu pukul 09.00.\n\n{told}"

    cut = parts(f"{visit} {asked}", answer, kind=SourceKind.MAIL)

    assert [(question[-len(asked) :], answer) for question, answer in cut] == [(asked, told)]


def test_an_apology_before_the_first_answer_is_no_part_of_it() -> None:
    answer = f"Mohon maaf baru membalas karena kami sedang mendata.\n\n{JAMBAN}\n\n{LEGALISIR}"

    assert [told for _, told in parts(PERLU, answer)] == [JAMBAN, LEGALISIR]


def test_a_word_about_something_else_behind_a_list_does_not_keep_it_whole() -> None:
    asked = "1. data mikro untuk skripsi apakah bayar?\n2. cara menulis sumber data gimana?"
    answer = (
        "1. Nol rupiah dengan surat.\n2. Badan Pusat Statistik, tahun, judul.\n\nTidak perlu kak"
    )

    assert len(parts(asked, answer)) == 2
