"""Greetings and thanks, and a text without them."""

import pytest

from caridulu.curation.exports.phrases.courtesies import is_only_thanks, without_greeting


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
