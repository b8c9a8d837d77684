"""A large chat is read by two processes: what they find is what one finds."""

import datetime as dt
import random
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from unittest.mock import patch

import pytest

from caridulu.curation.exports.chats import halved_chat, whatsapp
from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export

OFFICE, ASKER = "Layanan Data", "Ibu Wia"
MESSAGES = 9_000  # enough that the other process does not begin at the first one
SUBJECTS = ("inflasi", "padi", "ternak", "nelayan", "kemiskinan", "sawah", "kakao", "UMK", "PDRB")
ASKED = (
    "Selamat pagi, berapa {} dan {} tahun {}?",
    "mohon data {} {} {} untuk skripsi",
    "kalau {} {} {} bagaimana?",
    "sudah ada jawaban?",
    "yang {} tadi bagaimana bu?",
    "tidak jadi bu, sudah ketemu",
)
TOLD = (
    "Data {} dan {} tersedia sampai tingkat kabupaten, terakhir {}. Silakan unduh di laman.",
    "Sebentar kami cek dulu ya",
    "Tahun berapa, Bu?",
    "{} jam 9 di kantor ya",
    "Sama-sama",
)
THANKED = ("Baik, terima kasih", "ok siap", "Baik. Kalau {} di {} tahun {}?")
UNREADABLE = (
    "<Media tidak disertakan>",
    "PTT-20260914-WA0001.opus (file terlampir)",
    "Pesan ini telah dihapus",
)


def _chat(seed: int) -> str:
    """Writes a chat of years, with what cannot be read, dates that do not exist, pasted lines."""
    return "\n".join(_lines(random.Random(seed))) + "\n"


def _lines(pick: random.Random) -> Iterator[str]:
    sent = dt.datetime(2019, 1, 1, 8)
    for number in range(MESSAGES):
        sender = ASKER if number % 3 != 1 or pick.random() < 0.1 else OFFICE
        texts = (ASKED, TOLD, THANKED)[number % 3]
        text = pick.choice(UNREADABLE) if pick.random() < 0.05 else pick.choice(texts)
        words = (pick.choice(SUBJECTS), pick.choice(SUBJECTS), pick.randint(2010, 2026))
        is_long_after = pick.random() < 0.1
        sent += dt.timedelta(
            minutes=pick.randint(400, 9_000) if is_long_after else pick.randint(0, 15)
        )
        day = "31/02/20" if number % 1_000 == 999 else f"{sent:%d/%m/%y}"
        yield f"{day} {sent:%H.%M} - {sender}: {text.format(*words)}"
        if number % 500 == 499:
            yield f"{sent - dt.timedelta(days=9):%d/%m/%y} 10.00 - Pak Kadus: tolong tanyakan dusun"
            yield f"{sent:%d/%m/%y %H.%M} - Ibu Wia melakukan sesuatu yang lain"


@pytest.fixture(params=[1, 2])
def chat(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "chat.txt"
    path.write_text(_chat(request.param), encoding="utf-8")
    with patch.object(halved_chat, "MANY", MESSAGES):
        yield path


def _read(path: Path, processes: int) -> Reading:
    return read_export(path, ExportOptions(officers=(OFFICE,)), processes=processes)


def test_two_processes_find_what_one_finds(chat: Path) -> None:
    alone = _read(chat, 1)
    assert all((alone.consultations, alone.refused, alone.doubted, alone.notices))

    with patch.object(halved_chat.Reader, "rest", side_effect=AssertionError("read by itself")):
        assert _read(chat, 2) == alone


def _dies(*_: object) -> None:
    """Stands for a process that is killed before it has sent anything."""


def _has_other_talks(sender: Connection, *_: object) -> None:
    """Stands for a process that has other talks open at the seam."""
    sender.send(b"")


@pytest.mark.parametrize("other", [_dies, _has_other_talks])
def test_one_process_reads_on_where_the_other_is_of_no_use(chat: Path, other: object) -> None:
    alone = _read(chat, 1)

    with patch.object(halved_chat, "send_second_half", other):
        assert _read(chat, 2) == alone


def test_a_small_chat_starts_no_process(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        f"14/03/26 10.02 - {ASKER}: Berapa inflasi 2025?\n14/03/26 10.09 - {OFFICE}: 2,1 persen\n"
    )

    with patch.object(whatsapp, "read_halves", side_effect=AssertionError("a process")):
        assert len(_read(path, 2).consultations) == 1
