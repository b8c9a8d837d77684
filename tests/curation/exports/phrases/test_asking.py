"""What a message asks, in the words of chats and letters."""

import pytest

from caridulu.curation.exports.phrases.asking import asks, has_own_subject, may_ask, tells_trouble


@pytest.mark.parametrize(
    "text",
    [
        "apakah konsultasi gratis",
        "mohon data penduduk 2024",
        "saya ingin tahu garis kemiskinan",
        "Selamat pagi, bisa diunduh lewat web",
        "survei itu wajibkah",
        "untuk laporan kami perlu tingkat partisipasi angkatan kerja",
        "angka stunting kok turun",
        "inflasi bulan ini sudah rilis apa belum",
        "ada peta desanya ga",
        "surat pengantar wajib atau tidak",
        "rumus rasio dokter itu penyebutnya pertengahan tahun atau akhir tahun",
        "sy ke kantor besok apakah ada petugas ya",
        "besok sy ke kantor minta data padi ya",
        "kantor besok buka ya",
        # in the languages at home
        "kota acuannya mana sekarang",
        "APM sareng APS nu mana kanggo SPM",
        "pakon beda jauh",
    ],
)
def test_words_ask_without_a_question_mark(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "tidak apa-apa, datanya menyusul",
        "laporan kami kirim apa adanya",
        "mohon maaf terlambat mengirim laporan",
        "petugas turun di mana-mana",
        "yang bisa saya sampaikan hanya angka kabupaten",
        "kami perlu sampaikan bahwa angkanya sementara",
        "ini bagian organisasi yang tanya, kontaknya ibu Rambu",
    ],
)
def test_the_same_words_ask_nothing_beside_others(text: str) -> None:
    assert not asks(text)


def test_a_first_message_asks_by_naming_what_is_sought() -> None:
    assert may_ask("data padi 2024")
    assert may_ask("lupa sandi akun")
    for told in ("Pak, saya sudah isi formulirnya", "berikut datanya Bu", "mau lapor data desa"):
        assert not may_ask(told)


def test_who_cannot_go_on_tells_trouble() -> None:
    assert tells_trouble("tidak bisa masuk ke aplikasi")
    assert tells_trouble("akune ora bisa login, lali sandine")
    assert tells_trouble("indak bisa masuak ka aplikasi")
    assert not tells_trouble("sudah bisa masuk ke aplikasi")
    assert not tells_trouble("sampun saged mlebet")


def test_a_question_about_cost_or_time_has_no_subject_of_its_own() -> None:
    assert has_own_subject("berapa persentase penduduk miskin Kabaena?")
    assert not has_own_subject("berapa lama dan bayar berapa?")
    assert not has_own_subject("nomor saya 0824 lima enam tujuh ya")
