"""What one asker writes in one go goes to one talk, and what its words say of its place.

Each case fails without one condition of ``turns``.
"""

import datetime as dt

import pytest

from caridulu.curation.exports.chats.group_talks import GroupTalks
from caridulu.curation.exports.consultation import Message
from tests.curation.exports.chats.dialogue import BEGIN, MEMBERS, texts_of

INFLATION, TOLD = "data inflasi Bombana 2024 ada pak?", "*Inflasi Bombana 2024 sebesar 1,9 persen"
THANKS = "Terima kasih banyak bapak ibu admin atas bantuan dan jawabannya yang cepat."
PEOPLE, PODES = "jumlah penduduk Poleang 2024 berapa pak?", "batas pengisian podes sampai kapan?"
ANSWERED = ((0, INFLATION), (5, TOLD))

# What is said, and the numbers of the messages of each talk.
CASES = {
    "who says so begins another matter": (
        [(0, PODES), (2, "satu lagi, data inflasi Kendari"), (9, "*Podes sampai tanggal 20")],
        [[0, 2], [1]],
    ),
    "but behind nothing else than a greeting": (
        [*ANSWERED, (3000, "selamat pagi pak"), (3001, "satu lagi pak, data inflasi Kendari 2024")],
        [[0, 1], [2, 3]],
    ),
    "a reminder behind another question": (
        [(0, PEOPLE), (900, "yang 2023 ada?"), (901, "sudah ada jawaban pak?")],
        [[0, 1, 2]],
    ),
    "a clock that runs back hours": ([(0, INFLATION), (-300, PODES)], [[0], [1]]),
    "long thanks before another matter": (
        [*ANSWERED, (6, f"{THANKS} Kalau jumlah penduduk miskin berapa?")],
        [[0, 1], [2]],
    ),
    "long thanks before an objection": (
        [*ANSWERED, (6, f"{THANKS} Tapi di web kok beda?")],
        [[0, 1, 2]],
    ),
    "assent before what points back": (
        [*ANSWERED, (6, "Baik, andil kelompok makanannya berapa?")],
        [[0, 1, 2]],
    ),
    "assent before what names no matter": (
        [*ANSWERED, (6, "baik pak, kami pakai untuk proposal")],
        [[0, 1, 2]],
    ),
    "a thumb ends a turn": (
        [*ANSWERED, (6, "\U0001f44d"), (7, "jumlah sekolah Kabaena berapa pak?")],
        [[0, 1, 2], [3]],
    ),
    "assent ends a turn": (
        [*ANSWERED, (6, "oke kak saya unduh dulu"), (7, "jumlah sekolah Kabaena berapa pak?")],
        [[0, 1, 2], [3]],
    ),
    "a question about another figure concludes nothing": (
        [*ANSWERED, (6, "siap nanti saya sampaikan ke kepala desa"),
         (7, "terus data jumlah puskesmas ada?")],
        [[0, 1, 2], [3]],
    ),
    "assent before another matter, without a comma": (
        [*ANSWERED, (6, "Siap minta data jumlah sekolah Kabaena")],
        [[0, 1], [2]],
    ),
    "the words of a promise": (
        [(0, PODES), (1, "satu lagi, titik kantor desa yang salah di peta lapor di mana?"),
         (9, "*Kalau batas podes kami cek dulu ya")],
        [[0, 2], [1]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_turns_go_where_they_belong(case: str) -> None:
    said, expected = CASES[case]

    texts = [text.lstrip("*") for _, text in said]
    assert texts_of(*said) == [[texts[number] for number in talk] for talk in expected]


def _members(*said: tuple[int, str, str]) -> list[list[str]]:
    """The texts of each talk of a group; a message without text is a voice note."""
    messages = [
        Message(sender, BEGIN + dt.timedelta(minutes=minute), text, line, officer=sender == "*",
                is_readable=bool(text))
        for line, (minute, sender, text) in enumerate(said, start=1)
    ]  # fmt: skip
    return [[one.text for one in talk.messages] for talk in GroupTalks(MEMBERS).read(messages)]


def test_a_voice_note_may_ask_a_group() -> None:
    told = "Batas pengisian podes sampai tanggal 20"

    assert _members((0, "Jumriati", ""), (9, "*", told)) == [["", told]]


def test_a_voice_note_is_no_courtesy_behind_which_a_turn_ends() -> None:
    said = [(0, "Jumriati", ""), (1, "Jumriati", PODES), (9, "*", "Sampai tanggal 20")]

    assert _members(*said) == [["", PODES, "Sampai tanggal 20"]]
