"""Where the office asks for a second reader, who wrote does not publish."""

from pathlib import Path

import pytest

from caridulu.editor.files.paths import version
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from tests.command_line import Run
from tests.editor.client import Client
from tests.editor.git_project import FEES, git, named

pytestmark = pytest.mark.usefixtures("_own_settings")
DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"
READY = """\
question: Bisakah konsultasi lewat panggilan video?
answer: Bisa, setelah membuat janji.
category: konsultasi
status: review
compiled: 2026-11-20
review_by: 2027-11-20
sources:
  - title: Standar pelayanan
"""


@pytest.fixture
def asked(repository: Path) -> Path:
    """The office asks for a second reader; an entry in review was written by another officer."""
    office = repository / "content/office.yml"
    text = office.read_text("utf-8") + "second_reader: true\n"
    record(repository, {office: text, repository / DRAFT: READY}, ActionKind.SAVED)
    named(repository, "Penulis")
    git(repository, "commit", "--quiet", "--all", "-m", "konsep")
    return repository


def test_who_wrote_does_not_publish(run: Run, asked: Path) -> None:
    ran = run("publish", "konsultasi-lewat-video")

    assert ran.code == 1
    assert "kantor ini meminta agar penulis tidak menerbitkan tulisannya sendiri" in ran.err
    assert (asked / DRAFT).read_text("utf-8") == READY


def test_own_entries_are_held_back_when_all_are_published(run: Run, asked: Path) -> None:
    ran = run("publish", all=True)

    assert ran.code == 1
    assert "kantor ini meminta agar penulis tidak menerbitkan tulisannya sendiri" in ran.err
    assert (asked / DRAFT).read_text("utf-8") == READY


def test_another_officer_publishes(run: Run, asked: Path) -> None:
    git(asked, "config", "user.name", "Pembaca")
    git(asked, "config", "user.email", "pembaca@kantor.example")

    assert run("publish", "konsultasi-lewat-video").code == 0
    assert "status: published" in (asked / DRAFT).read_text("utf-8")


def test_who_did_not_ask_publishes_alone(run: Run, repository: Path) -> None:
    record(repository, {repository / DRAFT: READY}, ActionKind.SAVED)

    assert run("publish", "konsultasi-lewat-video").code == 0


def _form(project: Path, path: str, **changed: str) -> dict[str, str]:
    seen = version((project / path).read_text("utf-8"))
    form = {"question": "Bisakah konsultasi lewat panggilan video?", "_versi": seen}
    form |= {"answer": "Bisa, setelah membuat janji.", "category": "konsultasi"}
    form |= {"status": "review", "compiled": "2026-11-20", "review_by": "2027-11-20"}
    return {**form, "sources.0": "1", "sources.0.title": "Standar pelayanan", **changed}


def test_form_refuses_who_wrote(asked: Path, client: Client) -> None:
    entry = f"/entri/{Path(DRAFT).stem}"

    own = client.post(entry, {**_form(asked, DRAFT), "_aksi": "terbitkan-pasti"})
    git(asked, "config", "user.email", "pembaca@kantor.example")
    rewritten = {**_form(asked, DRAFT, answer="Bisa."), "_aksi": "terbitkan-pasti"}
    words = client.post(entry, rewritten)
    other = client.post(entry, {**_form(asked, DRAFT), "_aksi": "terbitkan-pasti"})

    assert (own.status, words.status, other.status) == (422, 422, 303)
    assert "dan isi ini Anda tulis sendiri." in own.text
    assert "dan isi ini Anda tulis sendiri." in words.text


def test_public_words_are_not_changed_alone(asked: Path, client: Client) -> None:
    entry = f"/entri/{Path(FEES).stem}"
    form = {"question": "Apakah konsultasi berbayar?", "answer": "Tidak.", "status": "published"}

    reply = client.post(entry, {**_form(asked, FEES, **form), "_aksi": "simpan-pasti"})

    assert reply.status == 422
    assert (
        "dan entri ini sudah terbit. Tulis jawaban barunya di “Usulan jawaban” pada Isian lain,"
        " dengan kanal misalnya “petugas”: jawaban lama tetap tampil sampai petugas lain menerima"
        " usulan itu. Dengan status Ditinjau, entri ini tidak tampil sampai petugas lain"
        " menerbitkannya." in reply.text
    )


def test_who_wrote_a_proposal_does_not_accept_it(asked: Path, client: Client) -> None:
    text = (asked / FEES).read_text("utf-8")
    proposed = text + "proposal:\n  channel: Tabel\n  answer: Gratis bagi semua.\n"
    record(asked, {asked / FEES: proposed}, ActionKind.SAVED)
    form = {"_versi": version(proposed), "_aksi": "terbitkan-usulan-pasti"}

    own = client.post("/antrean/biaya-konsultasi", form)
    git(asked, "config", "user.email", "pembaca@kantor.example")
    other = client.post("/antrean/biaya-konsultasi", form)

    assert (own.status, other.status) == (422, 303)
