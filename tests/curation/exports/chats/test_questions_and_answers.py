"""What of a dialogue asks, what answers, and what does neither."""

import pytest

from caridulu.curation.exports.consultation import Course
from tests.curation.exports.chats.dialogue import DAY, consultations_of, texts_of


def test_what_is_only_asked_back_is_the_answer_if_nothing_else_follows() -> None:
    (made,) = consultations_of(
        (0, "akun saya tidak bisa masuk"),
        (5, "*Apakah sudah dicoba memakai kata sandi baru yang kami kirim lewat surel?"),
        (9, "oh iya sudah bisa, makasih"),
    )

    assert made.answer.startswith("Apakah sudah dicoba")


def test_what_is_answered_was_a_question_in_whatever_words() -> None:
    (made,) = consultations_of(
        (0, "istilah anak terlantar dipakai dinas"),
        (16, "*Anak terlantar memakai peraturan Kementerian Sosial yang terbit tahun 2012."),
    )

    assert made.question == "istilah anak terlantar dipakai dinas"


def test_the_messages_are_kept_beside_the_text_only_where_several_answer() -> None:
    (short,) = consultations_of((0, "kapan rilis inflasi?"), (5, "*Setiap tanggal 1."))
    (long,) = consultations_of(
        (0, "kapan rilis inflasi?"), (1, "IPM juga?"), (5, "*Tanggal 1."), (6, "*IPM Desember.")
    )

    assert short.course == Course()
    assert long.course.told == ("Tanggal 1.", "IPM Desember.")


def test_what_gets_no_more_than_a_wish_was_no_question() -> None:
    assert not consultations_of(
        (0, "proposal desa masuk kabupaten"), (9, "*Alhamdulillah, semoga lolos Pak")
    )
    assert not consultations_of((0, "anak pertama lahir"), (9, "*Wah, selamat ya Pak"))


def test_what_the_office_asks_for_makes_no_question_of_the_reply() -> None:
    assert not consultations_of(
        (0, "*Pak mohon isian form desa dikirim hari Jumat"),
        (5, "isian form desa besok sore"),
        (DAY // 2, "*Isian form desa sudah lengkap, dua lembar, nomor 14."),
    )


def test_a_reminder_leaves_the_rest_of_its_message() -> None:
    (made,) = consultations_of(
        (0, "persentase rumah tangga yang memilah sampah ada?"),
        (DAY, "Apakah sudah ada jawaban? Kami perlu untuk rapat hari Kamis."),
        (DAY + 9, "*23,8 persen."),
    )

    assert made.question == (
        "persentase rumah tangga yang memilah sampah ada?\nKami perlu untuk rapat hari Kamis."
    )


def test_what_the_asker_takes_back_is_no_consultation() -> None:
    for taken_back in ("tidak jadi pak, sudah ketemu", "maaf salah kirim", "never mind, found it"):
        made = consultations_of(
            (0, "mohon info nomor rekening panitia"),
            (2, taken_back),
            (9, "*Baik, bila ada yang lain silakan menghubungi kami kembali pada jam kerja."),
            (60, "berapa inflasi Juni?"),
            (70, "*Inflasi Juni 0,21 persen."),
        )

        assert [one.question for one in made] == ["berapa inflasi Juni?"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("galon dua antar ke kios seperti kemarin", "Maaf pak, ini nomor layanan BPS, bukan depot"),
        ("ini BPJS ya? mau klaim JHT", "ini BPS (Badan Pusat Statistik) bukan BPJS, hubungi 175"),
        ("jahitan jadi 20 atau 25?", "Maaf ini nomor BPS Kota Muara bu, mungkin salah kirim"),
    ],
)
def test_who_meant_somebody_else_asked_nothing(asked: str, told: str) -> None:
    made = consultations_of(
        (0, asked),
        (9, f"*{told}"),
        (10, "eh maaf, salah sambung"),
        (11, "kebetulan, inflasi Juni berapa ya?"),
        (20, "*Inflasi Juni 0,21 persen."),
    )

    assert [one.answer for one in made] == ["Inflasi Juni 0,21 persen."]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "penduduk 12.310 itu angka mana?",
            "Betul, ini data BPS bukan data Dukcapil, dihitung dari proyeksi penduduk",
        ),
        (
            "ada yang kirim tautan sensus, apa benar dari BPS?",
            "Iya kak, ini resmi dari BPS, bukan penipuan. Alamatnya berakhiran bps.go.id",
        ),
        (
            "yang survei harga di pasar itu siapa?",
            "Survei ini dari BPS, bukan dari Dinas Perdagangan",
        ),
    ],
)
def test_what_comes_from_the_office_is_an_answer(asked: str, told: str) -> None:
    (made,) = consultations_of((0, asked), (9, f"*{told}"))

    assert made.answer == told


def test_a_greeting_by_name_and_an_invitation_are_no_answers() -> None:
    for said in ("*Selamat pagi Ibu Maria.", "*Pagi Pak Arief, silakan ditanyakan"):
        (made,) = consultations_of(
            (0, "Selamat pagi, saya dari Dinas Pertanian mau bertanya"),
            (5, said),
            (9, "kenapa angka produksi padi berbeda?"),
            (20, "*Karena luas panen dihitung dengan kerangka sampel area."),
        )

        assert made.answer == "Karena luas panen dihitung dengan kerangka sampel area."
        assert made.question.endswith("kenapa angka produksi padi berbeda?")


def test_a_further_question_that_stands_alone_is_a_phrasing() -> None:
    (made,) = consultations_of(
        (0, "prevalensi ketidakcukupan pangan tingkat kabupaten ada?"),
        (9, "*Ada, dihitung Badan Pangan. Yang berbeda metode itu FIES."),
        (10, "kalau prevalensi pangan menurut FIES ada sampai kabupaten?"),
        (20, "*FIES hanya sampai provinsi."),
    )

    assert made.phrasings == ("kalau prevalensi pangan menurut FIES ada sampai kabupaten?",)


def test_a_question_with_how_is_no_reminder() -> None:
    (made,) = consultations_of(
        (0, "cara menulis sumber data di daftar pustaka gimana yg benar?"),
        (9, "*Tulis nama kantor, tahun, judul, dan nomor katalog."),
    )

    assert made.question.startswith("cara menulis sumber data")


def test_an_answer_behind_a_wish_is_an_answer() -> None:
    (made,) = consultations_of(
        (0, "produksi ubi kayu 2025 ada bu?"),
        (9, "*Selamat tahun baru mas. Produksi ubi kayu dicatat Dinas Pertanian, laporan palawija"),
    )

    assert "Dinas Pertanian" in made.answer


def test_the_question_behind_a_welcome_begins_with_who_asks() -> None:
    (talk,) = texts_of(
        (0, "saya Elias dari kantor desa, dapat nomor dari pak camat"),
        (9, "*Selamat pagi Bapak. Iya betul dengan layanan BPS. Ada yg bisa dibantu?"),
        (12, "mau susun rencana kerja, butuh jumlah penduduk tiap dusun menurut jenis kelamin"),
        (30, "*Angka kami hanya sampai desa, ada di Kecamatan Dalam Angka"),
    )

    assert len(talk) == 4
