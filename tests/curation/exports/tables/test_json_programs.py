"""Chats are read from JSON however a program tells who writes, and to whom it belongs."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export

OFFICER = "Rina Marlina"
Said = tuple[str, int, str]  # who writes, in which minute of the day, and what
TALKS: dict[str, tuple[Said, ...]] = {
    "Melati Anggraini": (
        ("q", 480, "Selamat pagi, apakah data kemiskinan per kecamatan tersedia?"),
        ("a", 487, "Angka kemiskinan hanya disajikan sampai tingkat kabupaten."),
        ("q", 490, "Terima kasih banyak kak"),
    ),
    "Darwis": (
        ("q", 600, "berapa jumlah penduduk kabupaten 2025?"),
        ("a", 608, "Penduduk 2025 sebanyak 162.400 jiwa, ada di Dalam Angka bab 3."),
    ),
    "Siti Nur": (("q", 700, "apakah ada data jumlah pengunjung pasar malam?"),),
}
FOUND = [
    ("apakah data kemiskinan per kecamatan tersedia?", "2026-04-06T08:00"),
    ("berapa jumlah penduduk kabupaten 2025?", "2026-04-06T10:00"),
]


def _at(minute: int) -> datetime:
    return datetime(2026, 4, 6, minute // 60, minute % 60, tzinfo=UTC)


def _chats(
    make: Callable[[str, Said], object], *, key: str = "messages"
) -> list[dict[str, object]]:
    return [
        {"id": number, "visitor": {"name": name}, key: [make(name, one) for one in said]}
        for number, (name, said) in enumerate(TALKS.items(), start=1)
    ]


def _flat(make: Callable[[str, Said], object]) -> list[object]:
    return [make(name, one) for name, said in TALKS.items() for one in said]


def _by_letter(name: str, one: Said) -> object:
    side, minute, text = one
    sender = {"t": "v"} if side == "q" else {"t": "a", "n": OFFICER}
    return {"sender": sender, "type": "msg", "time": f"{_at(minute):%FT%T.000Z}", "msg": text}


def _by_type(name: str, one: Said) -> dict[str, object]:
    side, minute, text = one
    author = "agent" if side == "a" else "visitor"
    at = f"{_at(minute):%FT%T.000Z}"
    return {"author_type": author, "body": text, "created_at": at, "private": False}


def _from_us(name: str, one: Said) -> object:
    side, minute, text = one
    message = {"conversation": text} if minute % 2 else {"extendedTextMessage": {"text": text}}
    key = {"remoteJid": f"{name}@s.example", "fromMe": side == "a"}
    return {"key": key, "messageTimestamp": int(_at(minute).timestamp()), "message": message}


def _by_name(name: str, one: Said) -> object:
    _, minute, text = one
    when = int(_at(minute).timestamp() * 1000)
    return {"sender_name": _writer(name, one), "timestamp_ms": when, "content": text}


def _by_account(name: str, one: Said) -> object:
    side, minute, text = one
    sender = {"sender": "akun-1" if side == "a" else "akun-7", "sender_name": _writer(name, one)}
    return {**sender, "date": f"{_at(minute):%F %T}", "text": text}


def _by_address(name: str, one: Said) -> object:
    side, minute, text = one
    address = "rina@surel.example" if side == "a" else "dw@surel.example"
    sender = {"from": address, "user": _writer(name, one)}
    return {**sender, "date": f"{_at(minute):%F %T}", "text": text}


def _writer(name: str, one: Said) -> str:
    return OFFICER if one[0] == "a" else name


def _read(folder: Path, found: object, *officers: str, zone: str = "UTC") -> Reading:
    path = folder / "ekspor.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return read_export(path, ExportOptions(officers=officers, zone=zone))


@pytest.mark.parametrize(
    "found",
    [
        _chats(_by_letter),
        _flat(_from_us),
        _chats(_by_name),
    ],
    ids=["letters", "from me", "names"],
)
def test_who_writes_is_told_in_many_ways(tmp_path: Path, found: object) -> None:
    reading = _read(tmp_path, found, OFFICER)

    assert [(one.question, one.start[:16]) for one in reading.consultations] == FOUND
    assert [one.key for one in reading.refused] == ["curation.question_unanswered"]
    assert [one.question for one in reading.unanswered] == [TALKS["Siti Nur"][0][2]]


def test_notes_of_the_office_for_itself_are_no_answers(tmp_path: Path) -> None:
    said = {"author_type": "agent", "body": "Cek dulu ke Kasi, penduduk 2025 masih angka sementara"}
    chats = _chats(_by_type)
    for one in chats:
        messages = one["messages"]
        assert isinstance(messages, list)
        messages.insert(1, {**said, "created_at": "2026-04-06T08:05:00Z", "private": True})

    reading = _read(tmp_path, {"tickets": chats})

    assert [one.question for one in reading.consultations] == [asked for asked, _ in FOUND]
    assert not any("sementara" in one.answer for one in reading.consultations)


def test_names_alone_need_one_who_answers(tmp_path: Path) -> None:
    reading = _read(tmp_path, _chats(_by_name)[0])

    assert [one.key for one in reading.refused] == ["curation.no_officer"]
    assert reading.senders == {OFFICER, "Melati Anggraini"}


def test_articles_by_several_people_are_no_chat(tmp_path: Path) -> None:
    articles = [
        {"title": said[0][2], "content": said[1][2], "author_name": name, "date": "2026-04-06"}
        for name, said in TALKS.items()
        if len(said) > 1
    ]
    reading = _read(tmp_path, {"posts": articles})

    assert [one.question for one in reading.consultations] == [
        said[0][2] for said in TALKS.values() if len(said) > 1
    ]
    assert all(one.is_public for one in reading.consultations)


@pytest.mark.parametrize("make", [_by_account, _by_address])
def test_people_are_told_by_their_names_not_by_accounts(
    make: Callable[[str, Said], object], tmp_path: Path
) -> None:
    messages = [make("Darwis", one) for one in TALKS["Darwis"]]

    (made,) = _read(tmp_path, {"chats": [{"messages": messages}]}, OFFICER).consultations

    assert made.question == TALKS["Darwis"][0][2]


def test_posts_of_one_account_are_no_chat(tmp_path: Path) -> None:
    said = ("Inflasi Maret 0,3 persen", "Ada pertanyaan tentang sensus? Kirim ke kami")
    posts = [{"from": "BPS", "date": "2026-04-06T08:00", "text": text} for text in said]
    reading = _read(tmp_path, {"posts": posts})

    assert [one.key for one in reading.refused] == ["curation.no_questions"]


def test_a_long_chat_with_one_person_has_many_matters(tmp_path: Path) -> None:
    asked = ("kode KBLI untuk warung makan", "angka inflasi bulan Maret", "peta blok sensus desa",
             "jadwal rilis ekspor", "tarif data mikro Susenas")  # fmt: skip
    said = [
        one
        for n in range(30)
        for one in (("q", 20 * n, f"Selamat pagi, {asked[n % 5]} {2000 + n} ada di mana ya?"),
                    ("a", 20 * n + 5, f"Ada di publikasi nomor {n}, {asked[n % 5]} halaman 4."),
                    ("q", 20 * n + 6, "terima kasih"))
    ]  # fmt: skip
    messages = [_by_name("Darwis", one) for one in said]
    reading = _read(tmp_path, {"title": "Darwis", "messages": messages[::-1]}, OFFICER)

    assert len(reading.consultations) == 30
