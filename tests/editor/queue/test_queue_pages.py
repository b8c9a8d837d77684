"""The queue of drafts, and entries that leave: accept, merge, skip, archive."""

import errno
from pathlib import Path

import pytest

from tests.editor.client import Client, files_of

FEES_FILE = "kb/konsultasi/biaya-konsultasi.yml"
DRAFT = "konsultasi-lewat-video"


def test_archiving_leads_the_address_on(client: Client, project: Path) -> None:
    reply = client.post("/entri/unduh-publikasi/arsip", {"ke": "cara-mengadu", "_aksi": "arsipkan"})

    assert reply.status == 303
    old = (project / "kb/layanan-data/unduh-publikasi.yml").read_text("utf-8")
    new = (project / "kb/pengaduan/cara-mengadu.yml").read_text("utf-8")
    assert "status: archived" in old
    assert "unduh-publikasi" in new
    assert "Masalah (0)" in client.get("/periksa")


def test_published_entry_is_not_archived_without_a_successor(client: Client, project: Path) -> None:
    before = files_of(project)

    reply = client.post("/entri/cara-mengadu/arsip", {"ke": "", "_aksi": "arsipkan"})

    assert reply.status == 422
    assert "Pilih entri penerus" in reply.text
    assert files_of(project) == before


def test_published_entry_is_not_archived_into_a_draft(client: Client, project: Path) -> None:
    before = files_of(project)
    form = {"lain": DRAFT, "_aksi": "arsipkan"}

    reply = client.post("/entri/unduh-publikasi/arsip", form)

    assert reply.status == 422
    assert "Pilih entri penerus yang sudah terbit" in reply.text
    assert f'value="{DRAFT}"' not in client.get("/entri/lama-jawaban-daring/arsip")
    assert files_of(project) == before


def test_draft_is_not_merged_where_its_phrasings_have_no_room(
    client: Client, project: Path
) -> None:
    path = project / FEES_FILE
    aliases = "".join(f"  - ongkos konsul nomor {number}\n" for number in range(36))
    text = path.read_text("utf-8").replace("aliases:\n", f"aliases:\n{aliases}", 1)
    path.write_text(text, encoding="utf-8")
    before = files_of(project)

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "gabung:biaya-konsultasi"})

    assert reply.status == 422
    assert "Entri penerus tidak punya tempat lagi untuk: Bisakah konsultasi" in reply.text
    assert files_of(project) == before


def test_queue_shows_a_draft_beside_its_nearest_entries(client: Client, project: Path) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = path.read_text("utf-8").replace("kepada petugas", "kepada [nama] di [nomor HP]")
    text = text.replace("panggilan video?", "panggilan video tanpa biaya?")
    path.write_text(text, encoding="utf-8")

    page = client.get(f"/antrean/{DRAFT}")

    assert DRAFT in client.get("/antrean")
    assert "<mark>[nama]</mark>" in page
    assert "<mark>[nomor HP]</mark>" in page
    assert "gabung:" in page


def test_draft_is_skipped_to_the_next_one(client: Client, project: Path) -> None:
    first = (project / f"kb/konsultasi/{DRAFT}.yml").read_text("utf-8")
    text = first.replace("Bisakah konsultasi", "Bolehkah konsultasi").replace("zoom", "meet")
    (project / "kb/konsultasi/lewat-meet.yml").write_text(text, encoding="utf-8")

    page = client.get(f"/antrean/{DRAFT}")

    assert "1 dari 2" in page
    assert '<a class="button plain" href="/antrean/lewat-meet">Lewati</a>' in page
    assert 'href="/antrean">Lewati</a>' in client.get("/antrean/lewat-meet")


def test_files_that_cannot_be_written_are_told(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(project)

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "terima"})

    assert reply.status == 500
    assert "Belum tersimpan karena ruang simpan penuh. Tidak ada yang berubah." in reply.text
    assert list(project.rglob("*.tmp")) == []
    assert files_of(project) == before


def test_draft_is_accepted_into_review(client: Client, project: Path) -> None:
    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "terima"})

    assert reply.headers["Location"] == f"/entri/{DRAFT}?pesan=accepted"
    assert "status: review" in (project / f"kb/konsultasi/{DRAFT}.yml").read_text("utf-8")


def test_draft_is_merged_into_an_entry(client: Client, project: Path) -> None:
    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "gabung:biaya-konsultasi"})

    assert reply.headers["Location"] == "/entri/biaya-konsultasi?pesan=merged"
    assert "konsul lewat zoom bisa kah" in (project / FEES_FILE).read_text("utf-8")
    assert "status: archived" in (project / f"kb/konsultasi/{DRAFT}.yml").read_text("utf-8")


def test_phrasing_with_a_mark_is_not_merged(client: Client, project: Path) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = path.read_text("utf-8").replace(
        "[konsul lewat zoom bisa kah]", '["pak [nama] zoom bisa"]'
    )
    path.write_text(text, encoding="utf-8")

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "gabung:biaya-konsultasi"})

    assert reply.status == 303
    text = (project / FEES_FILE).read_text("utf-8")
    assert "Bisakah konsultasi lewat panggilan video?" in text
    assert "[nama]" not in text


@pytest.mark.parametrize("action", ["terima", "gabung:biaya-konsultasi"])
def test_draft_with_personal_data_goes_nowhere(client: Client, project: Path, action: str) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = path.read_text("utf-8").replace("bisa kah", "hubungi 081298765432")
    path.write_text(text, encoding="utf-8")
    before = files_of(project)

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": action})

    assert reply.status == 422
    assert files_of(project) == before
