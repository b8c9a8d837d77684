"""JSON of live chats, help desks and forms is read as a table; that of an FAQ is not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.dated_messages import dated_messages
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.tables.json_rows import rows_of_json

ASKED = "berapa produksi gula kelapa tahun 2025 ya?"
TOLD = "Produksi gula kelapa 2025 tercatat 48,2 ribu ton, sumber Dinas Pertanian."
LINK = "link publikasi Statistik Daerah 2025 error 404, kenapa?"
MENDED = "Tautannya sudah diperbaiki, coba hapus cache lalu muat ulang."
WASTE = "timbulan sampah per hari berapa ton?"
BY_DAY = "Menurut dinas 402 ton per hari, lihat Dalam Angka bab 1."


def _own_words() -> object:
    def chat(number: int, day: str, visitor: str, *said: tuple[str, str, str]) -> object:
        messages = [{"dari": who, "jam": hour, "isi": text} for who, hour, text in said]
        opened = {"id_chat": f"c-{number}", "mulai": day, "pengunjung": {"nama": visitor}}
        return {**opened, "pesan": messages}

    return [
        chat(1, "2026-05-12T08:02:10+08:00", "Sekar Ayu",
             ("pengunjung", "08:02:10", "halo min"), ("pengunjung", "08:02:31", ASKED),
             ("petugas", "08:05:00", TOLD)),
        chat(2, "2026-05-13T22:20:00+08:00", "Kusno Raharjo",
             ("pengunjung", "22:20:00", LINK), ("bot", "22:20:01", "Petugas segera membalas."),
             ("petugas", "07:58:00", MENDED)),
        chat(3, "2026-05-14T09:00:00+08:00", "Bank Sampah Guyub",
             ("pengunjung", "09:00:00", WASTE), ("petugas", "09:30:00", BY_DAY)),
    ]  # fmt: skip


def _of_a_help_desk() -> object:
    def ticket(number: int, *said: tuple[str, str, str]) -> object:
        messages = [
            {
                "at": f"2026-05-{when}:00+08:00",
                "author_type": who,
                "author": who,
                "body": text,
                "attachments": [{"name": "tabel.xlsx"}],
            }
            for who, when, text in said
        ]
        return {"ticket_id": number, "visitor": {"name": None}, "messages": messages}

    return {
        "exported_at": "2026-07-01T08:00:00+08:00",
        "tickets": [
            ticket(7, ("bot", "12T08:02", "Halo! Ketik pertanyaan Anda."),
                   ("visitor", "12T08:02", ASKED), ("agent", "12T08:05", TOLD)),
            ticket(8, ("visitor", "13T22:20", LINK), ("agent", "14T07:58", MENDED)),
            ticket(9, ("visitor", "14T09:00", WASTE), ("agent", "14T09:30", BY_DAY)),
        ],
    }  # fmt: skip


def _saved(folder: Path, found: object) -> Path:
    path = folder / "ekspor.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def _read(folder: Path, found: object) -> Reading:
    return read_export(_saved(folder, found), ExportOptions())


@pytest.mark.parametrize("found", [_own_words(), _of_a_help_desk()], ids=["own words", "help desk"])
def test_conversations_with_lists_of_messages(tmp_path: Path, found: object) -> None:
    reading = _read(tmp_path, found)

    assert [(one.question, one.answer, one.start[:16]) for one in reading.consultations] == [
        (ASKED, TOLD, "2026-05-12T08:02"),
        (LINK, MENDED, "2026-05-13T22:20"),  # answered on the next day
        (WASTE, BY_DAY, "2026-05-14T09:00"),  # what somebody is called marks no spam
    ]
    assert not any(one.is_public for one in reading.consultations)


def test_moments_of_the_network_become_those_of_the_office() -> None:
    def message(who: str, sent: object) -> object:
        return {"authorType": who, "createdAt": sent, "body": TOLD}

    found = {"chats": [{"id": 1751241600, "messages": [
        message("visitor", "2026-05-12T22:30:00Z"), message("agent", "2026-05-13T07:40:00+08:00"),
        message("visitor", 1778629800), message("agent", 1778629860123),
        message("visitor", "2026-02-31T22:30:00Z")]}]}  # fmt: skip

    def sent(zone: str) -> list[str]:
        header, *rows = rows_of_json(found, zone)
        return [row.cell(header.cells.index("waktu")) for row in rows]

    assert sent("Asia/Jayapura") == [
        "2026-05-13 07:30:00",
        "2026-05-13 08:40:00",
        "2026-05-13 08:50:00",
        "2026-05-13 08:51:00",
        "2026-02-31T22:30:00Z",
    ]
    assert sent("")[0] == "2026-05-12T22:30:00Z"
    assert rows_of_json(found, "Asia/Jayapura")[1].cells[-1] == "1751241600"  # a number, no moment


def test_who_chats_is_hidden_everywhere(tmp_path: Path) -> None:
    assert {"Sekar Ayu", "Kusno Raharjo"} <= _read(tmp_path, _own_words()).senders


def test_a_list_with_the_names_of_askers_is_no_faq(tmp_path: Path) -> None:
    log = [
        {"tanggal": "2026-03-04", "nama_pemohon": "Rina Kartika", "pertanyaan": q, "jawaban": a}
        for q, a in ((ASKED, TOLD), (LINK, MENDED))
    ]
    reading = _read(tmp_path, {"data": log})

    assert [(one.question, one.start) for one in reading.consultations] == [
        (ASKED, "2026-03-04"),
        (LINK, "2026-03-04"),
    ]
    assert "Rina Kartika" in reading.senders
    assert not any(one.is_public for one in reading.consultations)


@pytest.mark.parametrize(
    "found",
    [
        [{"question": ASKED, "answer": TOLD, "author": "Admin", "updated": "2026-03-04"}],
        {"intents": [{"tag": "gula", "patterns": [ASKED], "responses": [TOLD]}]},
        {"@type": "FAQPage", "mainEntity": [
            {"@type": "Question", "name": ASKED, "acceptedAnswer": {"text": TOLD}}]},
        {"questions": [{"title": ASKED, "answers": [{"author": "Petugas", "text": TOLD}]}]},
        [{f"nama {n}": "x" for n in range(1000)} | {"pertanyaan": ASKED, "jawaban": TOLD}],
    ],
    ids=["questions", "chatbot", "page", "answers of one side", "too many names"],
)  # fmt: skip
def test_other_json_gives_no_rows(found: object) -> None:
    assert rows_of_json(found) == ()


@pytest.mark.parametrize(
    "wrap", [lambda inner: {"a": inner}, lambda inner: [{"b": [inner]}]], ids=["objects", "lists"]
)
def test_objects_deep_inside_each_other(wrap: Callable[[object], object]) -> None:
    found: object = {"isi": ASKED}
    for _ in range(5000):
        found = wrap(found)

    assert rows_of_json({"messages": [found]}) == ()


def test_messages_of_askers_are_counted_by_month(tmp_path: Path) -> None:
    found = dated_messages(_saved(tmp_path, _own_words()))

    assert [(one.text, one.month) for one in found] == [
        ("halo min", "2026-05"),
        (ASKED, "2026-05"),
        (LINK, "2026-05"),
        (WASTE, "2026-05"),
    ]
