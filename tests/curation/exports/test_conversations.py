"""Messages are cut into consultations."""

import datetime as dt

from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.conversations import grouped


def _at(day: int, text: str, *, officer: bool = False) -> Message:
    return Message("x", dt.datetime(2026, 11, day, 9), text, day, officer=officer)


def test_a_silence_begins_a_new_consultation() -> None:
    talk = [_at(1, "ada data?"), _at(2, "ada", officer=True), _at(10, "kalau 2025?")]

    assert [len(one.messages) for one in grouped(talk)] == [2, 1]


def test_thanks_end_a_consultation_and_belong_to_it() -> None:
    talk = [_at(1, "ada data?"), _at(1, "ada", officer=True), _at(1, "makasih"), _at(2, "lalu?")]

    assert [len(one.messages) for one in grouped(talk)] == [3, 1]


def test_a_follow_up_on_the_same_day_belongs_to_its_consultation_even_after_thanks() -> None:
    day = dt.datetime(2026, 11, 2, 9)
    said = [
        Message("x", day, "ada data kapal nelayan 2024?", 1),
        Message("x", day, "Ada di menu Perikanan.", 2, officer=True),
        Message("x", day, "makasih", 3),
        Message("x", day + dt.timedelta(hours=3), "kalau tahun 2023?", 4),
    ]

    assert [len(one.messages) for one in grouped(said)] == [4]
