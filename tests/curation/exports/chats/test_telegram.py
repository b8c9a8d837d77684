"""A JSON export of Telegram gives the consultations of its chats."""

import json
from pathlib import Path
from typing import Any

import pytest

from caridulu.curation.exports.consultation import LONGEST_MESSAGE, ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export

OFFICER = "Layanan Data Konawe"
LINK = [
    "Ada di bab 5, unduh di ",
    {"type": "link", "text": "https://konawe.example/publikasi"},
]


def _message(number: int, sender: str, text: object, **more: object) -> dict[str, Any]:
    date = f"2026-06-20T09:{number:02}:00"
    one = {"id": number, "type": "message", "date": date, "from": sender, "from_id": sender}
    return {**one, "text": text, **more}


def _read(folder: Path, found: object, *officers: str) -> Reading:
    path = folder / "result.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return read_export(path, ExportOptions(officers=officers or (OFFICER,)))


def _chat(*messages: dict[str, Any]) -> dict[str, Any]:
    return {"name": "Fitriani", "type": "personal_chat", "id": 1, "messages": list(messages)}


FITRIANI = _chat(
    _message(1, "Fitriani", "Selamat pagi kak"),
    _message(2, "Fitriani", "produksi kakao per kecamatan 2024 ada tidak ya"),
    _message(3, OFFICER, LINK),
    _message(4, "Fitriani", "", media_type="sticker", file="stiker.webp"),
    {"id": 5, "type": "service", "action": "phone_call", "actor": "Fitriani", "text": ""},
)


def test_a_chat_with_one_contact(tmp_path: Path) -> None:
    reading = _read(tmp_path, FITRIANI)

    assert [(one.question, one.answer, one.start) for one in reading.consultations] == [
        (
            "produksi kakao per kecamatan 2024 ada tidak ya",
            "Ada di bab 5, unduh di https://konawe.example/publikasi",
            "2026-06-20T09:01:00",
        )
    ]
    assert [(told.key, dict(told.values)["kinds"]) for told in reading.notices] == [
        ("curation.media", "1 panggilan, 1 gambar, stiker, atau berkas")
    ]


def test_in_a_group_an_answer_goes_to_the_message_it_replies_to(tmp_path: Path) -> None:
    reading = _read(
        tmp_path,
        _chat(
            _message(1, "Fikri", "NTP bulan lalu kapan rilisnya?"),
            _message(2, "Suci", "apakah ada data jumlah nelayan menurut desa?"),
            _message(3, OFFICER, "Hanya sampai kecamatan", reply_to_message_id=2),
            _message(4, OFFICER, "Setiap awal bulan", reply_to_message_id=1),
        ),
    )

    assert [(one.question, one.answer) for one in reading.consultations] == [
        ("NTP bulan lalu kapan rilisnya?", "Setiap awal bulan"),
        ("apakah ada data jumlah nelayan menurut desa?", "Hanya sampai kecamatan"),
    ]


def test_all_chats_of_an_account(tmp_path: Path) -> None:
    private = _chat(_message(1, "Adik", "nanti sore jadi?"), _message(2, "Kakak", "jadi"))

    reading = _read(tmp_path, {"chats": {"list": [private, FITRIANI]}})

    assert [one.place.line for one in reading.consultations] == [3]
    assert reading.senders == {"Adik", "Kakak", "Fitriani", OFFICER}
    assert reading.messages == 7


def test_who_answers_must_be_known(tmp_path: Path) -> None:
    reading = _read(tmp_path, FITRIANI, "Petugas Lain")

    assert reading.is_unusable
    assert reading.senders == {"Fitriani", OFFICER}


@pytest.mark.parametrize("messages", [["a", 1, None], [{"from_id": 1, "type": "message"}]])
def test_damaged_messages_are_passed_by(tmp_path: Path, messages: list[object]) -> None:
    reading = _read(tmp_path, {"messages": [*messages, *FITRIANI["messages"]]})

    assert [one.answer for one in reading.consultations] == [
        "Ada di bab 5, unduh di https://konawe.example/publikasi"
    ]


def test_an_endless_message_is_read_from_its_beginning(tmp_path: Path) -> None:
    endless = "berapa produksi kakao " * 10_000

    reading = _read(tmp_path, _chat(_message(1, "Fitriani", endless), _message(3, OFFICER, LINK)))

    (one,) = reading.consultations
    assert len(one.question) <= LONGEST_MESSAGE < len(endless)
