"""A form that is saved after somebody else has changed its file."""

import re
from pathlib import Path

from caridulu.editor.files.paths import version
from tests.editor.client import Client, files_of, text_of
from tests.editor.git_project import edited

FEES = "/entri/biaya-konsultasi"
DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"
DRAFT_PAGE = f"/entri/{Path(DRAFT).stem}"


def test_conflict_shows_both_and_writes_nothing(client: Client, project: Path) -> None:
    before = files_of(project)
    form = {"question": "Apakah berbayar?", "answer": "Tidak.", "category": "konsultasi"}

    reply = client.post(FEES, {**form, "_versi": "0" * 64, "_aksi": "simpan"})
    page = text_of(reply.text)

    assert reply.status == 409
    assert "Tidak ada yang ditimpa." in page
    assert "Apakah <mark>konsultasi statistik dipungut biaya?</mark>" in reply.text
    assert "Apakah <mark>berbayar?</mark>" in reply.text
    assert files_of(project) == before


def test_form_takes_the_saved_field_after_a_conflict(client: Client, project: Path) -> None:
    seen = version((project / DRAFT).read_text("utf-8"))
    edited(project, DRAFT, "Ditanyakan kepada petugas.", "Bisa.", by_editor=False)
    form = {"question": "Bisakah konsultasi lewat panggilan video?", "answer": "Boleh."}
    form |= {"category": "konsultasi", "status": "draft", "aliases": "konsul lewat zoom bisa kah"}
    form |= {"provenance.channel": "WhatsApp", "provenance.month": "2026-11", "tags": "video"}
    met = client.post(DRAFT_PAGE, {**form, "_versi": seen, "_aksi": "simpan-pasti"})
    now = version((project / DRAFT).read_text("utf-8"))

    taken = client.post(DRAFT_PAGE, {**form, "_versi": now, "_aksi": "pakai:answer"})

    assert met.status == 409
    assert 'value="pakai:answer"' in met.text
    assert 'value="pakai:answer"' not in taken.text
    assert 'value="pakai:tags"' in taken.text
    assert "Bisa.</textarea>" in taken.text


def test_a_status_in_conflict_is_called_as_in_the_form(client: Client, project: Path) -> None:
    seen = version((project / DRAFT).read_text("utf-8"))
    edited(project, DRAFT, "status: draft", "status: review", by_editor=False)
    form = {"question": "Bisakah lewat video?", "answer": "Bisa.", "category": "konsultasi"}

    met = client.post(
        DRAFT_PAGE, {**form, "status": "draft", "_versi": seen, "_aksi": "simpan-pasti"}
    )

    assert re.search(r"<mark>Ditinjau</mark>.*<mark>Konsep</mark>", met.text)


def test_same_words_are_no_conflict_in_a_form(client: Client, project: Path) -> None:
    text = (project / DRAFT).read_text("utf-8")
    edited(project, DRAFT, "Ditanyakan kepada petugas.", "Bisa.", by_editor=False)
    form = {"question": "Bisakah konsultasi lewat panggilan video?", "answer": "Bisa."}
    form |= {"category": "konsultasi", "status": "draft", "aliases": "konsul lewat zoom bisa kah"}
    form |= {"provenance.channel": "WhatsApp", "provenance.month": "2026-11"}

    reply = client.post(DRAFT_PAGE, {**form, "_versi": version(text), "_aksi": "simpan-pasti"})

    assert reply.headers["Location"] == f"{DRAFT_PAGE}?pesan=unchanged"
