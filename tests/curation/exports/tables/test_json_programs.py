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


def _read_later(name: str, one: Said) -> object:
    return {"read_at": "2026-05-01T09:00:00Z", **_by_type(name, one)}


def _beside_contact(name: str, one: Said) -> object:
    side, minute, text = one
    sender = {"type": "contact" if side == "q" else "user", "name": name}
    return {"content": text, "created_at": int(_at(minute).timestamp()), "sender": sender}


def _by_number(name: str, one: Said) -> object:
    side, minute, text = one
    writes = 900 if side == "q" else 1
    when = f"{_at(minute):%FT%TZ}"
    return {"author_id": writes, "body": text, "html_body": f"<p>{text}</p>", "created_at": when}


def _from_us(name: str, one: Said) -> object:
    side, minute, text = one
    message = {"conversation": text} if minute % 2 else {"extendedTextMessage": {"text": text}}
    key = {"remoteJid": f"{name}@s.example", "fromMe": side == "a"}
    return {"key": key, "messageTimestamp": int(_at(minute).timestamp()), "message": message}


def _of_owner(name: str, one: Said) -> object:
    side, minute, text = one
    when = f"{_at(minute):%F %R}"
    return {"text": text, "owner": side == "a", "created": when, "conversationId": name[:2] + "1"}


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


def _people() -> list[object]:
    return [
        {"id": 900, "name": "Melati Anggraini", "role": "end-user"},
        {"id": 1, "name": OFFICER, "role": "agent"},
    ]


def _keyed() -> object:
    def message(name: str, one: Said) -> dict[str, object]:
        side, minute, text = one
        when = int(_at(minute).timestamp() * 1000)
        return {"from": "user" if side == "q" else "admin", "text": text, "ts": when}

    return {
        "chats": {
            f"-N{number}": {
                "profile": {"nama": name},
                "messages": {f"-O{n}": message(name, one) for n, one in enumerate(said)},
            }
            for number, (name, said) in enumerate(TALKS.items())
        }
    }


def _opened() -> object:
    """The first text stands with the conversation; its replies deeper, or nowhere."""

    def part(one: Said) -> object:
        side, minute, text = one
        author = {"type": "user" if side == "q" else "admin"}
        when = int(_at(minute).timestamp())
        return {"body": f"<p>{text}</p>", "created_at": when, "author": author}

    return {
        "conversations": [
            {
                "created_at": int(_at(said[0][1]).timestamp()),
                "source": {"body": f"<p>{said[0][2]}</p>", "author": {"name": name}},
                "conversation_parts": {"parts": [part(one) for one in said[1:]]},
            }
            for name, said in TALKS.items()
        ]
    }


def _replied() -> object:
    """Only names tell who replies below what somebody wrote."""
    return [
        {
            "pengirim": name,
            "tanggal": f"{_at(said[0][1]):%F %R}",
            "isi": said[0][2],
            "balasan": [
                {
                    "oleh": OFFICER if minute % 2 else "Andi",
                    "tanggal": f"{_at(minute):%F %R}",
                    "isi": text,
                }
                for side, minute, text in said
                if side == "a"
            ],
        }
        for name, said in TALKS.items()
    ]


def _read(folder: Path, found: object, *officers: str, zone: str = "UTC") -> Reading:
    path = folder / "ekspor.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return read_export(path, ExportOptions(officers=officers, zone=zone))


@pytest.mark.parametrize(
    "found",
    [
        _chats(_by_letter),
        {"payload": _chats(_beside_contact)},
        {"users": _people(), "tickets": _chats(_by_number, key="comments")},
        _flat(_from_us),
        {"result": "ok", "messages": {"items": _flat(_of_owner)}},
        _chats(_by_name),
        _keyed(),
        _opened(),
        _replied(),
    ],
    ids=["letters", "contact", "numbers", "from me", "owner", "names", "keys", "opened", "below"],
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


def test_a_message_is_of_when_it_was_written_not_of_when_it_was_read(tmp_path: Path) -> None:
    reading = _read(tmp_path, _chats(_read_later))

    assert [(one.question, one.start[:16]) for one in reading.consultations] == FOUND


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


def test_an_article_opens_no_talk_of_its_readers(tmp_path: Path) -> None:
    article = {"title": "Data penduduk", "text": "Sudah terbit, ada pertanyaan?", "author": "Humas"}
    comments = [_by_account("Darwis", one) for one in TALKS["Darwis"]]

    (made,) = _read(tmp_path, {**article, "comments": comments}, OFFICER).consultations

    assert made.question.endswith("berapa jumlah penduduk kabupaten 2025?")


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
