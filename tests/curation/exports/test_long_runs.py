"""Messages and headers of one sign without end, as anybody may send: read in no time."""

import json
import time
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import with_short_runs
from tests.curation.exports.mail.written_mails import ANI, mail_of
from tests.curation.written_exports import OFFICER, Export, saved

HOPELESS = 60  # seconds of CPU; one of them took minutes, several hours
LENGTH = 60_000  # characters; a chat program sends as many in one message
ASKED, TOLD = "Kapan Sakernas dilaksanakan?", "Sakernas dilaksanakan dua kali setahun."


def _chat(end: str) -> bytes:
    return (
        f"25/11/26 09.05 - Warga: {ASKED} {end}\n25/11/26 09.06 - {OFFICER}: {TOLD}\n"
        f"25/11/26 09.07 - Warga: {end}\n"
    ).encode()


def _help_desk(end: str) -> bytes:
    messages = [
        {"from": "user", "text": f"{ASKED} {end}", "date": "2026-10-01T08:00:00"},
        {"from": "agent", "text": TOLD, "date": "2026-10-01T08:01:00"},
    ]
    return json.dumps([{"id": number, "messages": messages} for number in range(3)]).encode()


def _mails(asked: str, *, other: str = "", head: str = "", kind: str = "plain") -> bytes:
    mails = (mail_of(ANI, "Sakernas", 2, asked), mail_of(OFFICER, "Re: Sakernas", 3, TOLD))
    return (
        b"".join(mails)
        + (
            "From x@y.example Mon Feb 02 09:00:00 2026\nFrom: b@surel.example\nSubject: Data\n"
            f"To: c@kantor.example\nContent-Type: text/{kind}{head}\n\n{other}\n"
        ).encode()
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("chat.txt", _chat("." * LENGTH)),
        ("chat.txt", _chat("a@" * (LENGTH // 2))),
        ("bantuan.json", _help_desk("." * LENGTH)),
        ("surat.mbox", _mails(f"{ASKED}{' ' * LENGTH}ya")),
        ("surat.mbox", _mails(ASKED, other="<a " * LENGTH, kind="html")),
        ("surat.mbox", _mails(ASKED, head=", " * LENGTH)),
    ],
)
def test_a_run_holds_up_no_import(
    name: str, content: bytes, tmp_path: Path, project: Path, run
) -> None:
    begun = time.process_time()

    ran = run("import", saved(tmp_path, Export(name, content)), officer=OFFICER)

    assert time.process_time() - begun < HOPELESS
    assert ASKED in ran.out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berapa ya" + "." * 59, "Berapa ya" + "." * 59),
        ("Berapa ya" + "." * 99, "Berapa ya" + "." * 60),
        ("Nama: " + "_" * 99 + "\nHP: ", "Nama: " + "_" * 58 + "\nHP: "),
    ],
)
def test_lines_stay_lines(text: str, expected: str) -> None:
    assert with_short_runs(text) == expected
