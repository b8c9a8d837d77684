"""The earlier versions of a file: compared, and restored."""

import re
from pathlib import Path

import pytest

from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from tests.editor.client import Client, text_of
from tests.editor.git_project import FEES, edited, git, named

FEES_PAGE = f"/entri/{Path(FEES).stem}"


def test_versions_out_of_git_are_compared_and_restored(repository: Path, client: Client) -> None:
    original = (repository / FEES).read_text("utf-8")
    edited(repository, FEES, "dikenai tarif", "dikenai ongkos", by_editor=False)
    named(repository, "Petugas Kedua")
    git(repository, "commit", "--quiet", "--all", "-m", "ongkos")
    edited(repository, FEES, "dikenai ongkos", "dikenai biaya")

    page = client.get(f"{FEES_PAGE}/riwayat")
    keys = re.findall(r"\?versi=([\w-]+)", page)
    oldest = client.get(f"{FEES_PAGE}/riwayat?versi={keys[-1]}")
    reply = client.post(f"{FEES_PAGE}/riwayat", {"versi": keys[-1], "_aksi": "kembalikan"})

    told = " ".join(text_of(page).split())
    assert len(keys) == 2
    assert "Petugas Kedua ongkos" in told
    assert "Petugas PST awal" in told
    assert "dikenai <mark>tarif.</mark>" in oldest
    assert "dikenai <mark>biaya.</mark>" in oldest
    assert reply.place == f"{FEES_PAGE}?pesan=restored"
    assert (repository / FEES).read_text("utf-8") == original


def test_version_of_an_entry_that_was_moved_stays_in_its_category(
    repository: Path, client: Client
) -> None:
    moved = "kb/layanan-data/biaya-konsultasi.yml"
    git(repository, "mv", FEES, moved)
    edited(repository, moved, "category: konsultasi", "category: layanan-data", by_editor=False)
    edited(repository, moved, "dikenai tarif", "dikenai biaya", by_editor=False)
    git(repository, "commit", "--quiet", "--all", "-m", "pindah")
    [key] = re.findall(r"\?versi=([\w-]+)", client.get(f"{FEES_PAGE}/riwayat"))

    reply = client.post(f"{FEES_PAGE}/riwayat", {"versi": key, "_aksi": "kembalikan"})

    assert reply.status == 303
    text = (repository / moved).read_text("utf-8")
    assert "dikenai tarif" in text
    assert "category: layanan-data" in text


def test_without_git_the_journal_keeps_the_versions(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    original = (project / FEES).read_text("utf-8")
    edited(project, FEES, "dikenai tarif", "dikenai ongkos")
    edited(project, FEES, "dikenai ongkos", "dikenai biaya")

    keys = re.findall(r"\?versi=([\w-]+)", client.get(f"{FEES_PAGE}/riwayat"))
    reply = client.post(f"{FEES_PAGE}/riwayat", {"versi": keys[-1], "_aksi": "kembalikan"})

    assert len(keys) == 2
    assert reply.status == 303
    assert (project / FEES).read_text("utf-8") == original


def test_version_that_makes_problems_is_not_restored(client: Client, project: Path) -> None:
    fine = (project / FEES).read_text("utf-8")
    (project / FEES).write_text(fine.replace("answer:", "jawaban:"), encoding="utf-8")
    record(project, {project / FEES: fine}, ActionKind.SAVED)
    [key] = re.findall(r"\?versi=([\w-]+)", client.get(f"{FEES_PAGE}/riwayat"))

    reply = client.post(f"{FEES_PAGE}/riwayat", {"versi": key, "_aksi": "kembalikan"})

    assert reply.status == 422
    assert "Belum dikembalikan karena versi itu menimbulkan masalah berikut." in reply.text
    assert (project / FEES).read_text("utf-8") == fine


@pytest.mark.parametrize("address", ["/kantor", "/leksikon", "/layanan/konsultasi"])
def test_every_form_has_a_history(client: Client, address: str) -> None:
    assert f'href="{address}/riwayat"' in client.get(address)
    assert "Semua versi" in client.get(f"{address}/riwayat")


@pytest.mark.parametrize("address", ["/halaman/riwayat", "/entri/tidak-ada/riwayat", "/x/riwayat"])
def test_address_without_a_file_has_none(client: Client, address: str) -> None:
    assert client.send("GET", address).status == 404


def test_a_file_that_a_form_cannot_show_is_restored_from_its_history(
    client: Client, repository: Path
) -> None:
    before = (repository / FEES).read_bytes()
    (repository / FEES).write_bytes(before + b"tags: [biaya\n")

    page = client.get(FEES_PAGE)
    assert "Kembalikan versi lamanya dari riwayat" in text_of(page)
    assert f'<a class="button" href="{FEES_PAGE}/riwayat">' in page
    versions = re.findall(r"versi=([^\"&]+)", client.get(f"{FEES_PAGE}/riwayat"))
    client.post(f"{FEES_PAGE}/riwayat", {"_aksi": "kembalikan", "versi": versions[0]})

    assert (repository / FEES).read_bytes() == before
