"""Greetings and thanks, and a text without them."""

import pytest

from caridulu.curation.exports.phrases.courtesies import (
    is_closing,
    is_only_thanks,
    without_greeting,
)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Selamat pagi Bu, PDRB ada?", "PDRB ada?"),
        ("Ibu Mei selamat pagi, PDRB ada?", "PDRB ada?"),
        ("Ibu Mei punya data PDRB?", "Mei punya data PDRB?"),
        ("maaf ganggu malam2, harga nilam skrg brp", "harga nilam skrg brp"),
        ("Mohon maaf mengganggu malam-malam Bu, PDRB ada?", "PDRB ada?"),
        ("mf pak ganggu waktunya di hari libur. PDRB ada?", "PDRB ada?"),
        ("maaf malam malam begini ganggu kak, PDRB ada?", "PDRB ada?"),
        ("maaf hari libur kantor buka?", "hari libur kantor buka?"),
    ],
)
def test_a_greeting_is_taken_off_with_whom_it_is_for(text: str, rest: str) -> None:
    assert without_greeting(text) == rest


def test_thanks_for_an_answer_say_nothing_else() -> None:
    assert is_only_thanks("Terima kasih atas jawaban kemarin, sudah kami pakai")
    assert not is_only_thanks("Terima kasih atas data padi dan jagung per kecamatan")


@pytest.mark.parametrize(
    "sentence",
    [
        "Terima kasih atas perhatian, bantuan, dan kerja samanya.",
        "Mohon maaf baru membalas, kemarin kami pelatihan.",
        "Demikian kami sampaikan, atas perhatiannya diucapkan terima kasih.",
        "Terima kasih, Tim Pelayanan Statistik Terpadu BPS Kabupaten Ende",
        "Terima kasih, bila masih kurang jelas silakan hubungi petugas kami.",
    ],
)
def test_a_letter_ends_with_courtesies(sentence: str) -> None:
    assert is_closing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Maaf baru balas, tidak ada data itu di BPS, coba ke Kemenag.",
        "Terima kasih sudah bertanya kak, padi ladang ikut dihitung dalam KSA.",
        "Salam sejahtera Bapak, kopi robusta dan arabika dipisah dalam statistik perkebunan.",
        "Silakan hubungi Dinas Kehutanan.",
        "Kalau harga grosir bisa hubungi Bulog.",
        "Silakan datang ke PST dengan membawa surat pengantar kampus.",
    ],
)
def test_what_tells_something_beside_a_courtesy_does_not_end_a_letter(sentence: str) -> None:
    assert not is_closing(sentence)
