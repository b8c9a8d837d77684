"""What the page after saving says and offers."""

import re
from pathlib import Path

import pytest

from caridulu.editor.files.paths import version
from tests.editor.client import Client, text_of
from tests.editor.git_project import git

FEES = "/entri/biaya-konsultasi"
DRAFT = "konsultasi-lewat-video"
IPM = {
    "question": "Apa itu Indeks Pembangunan Manusia?",
    "answer": "Ukuran capaian pembangunan.",
    "category": "konsep-data",
    "compiled": "2026-11-20",
    "review_by": "2027-11-20",
    "sources.0": "1",
    "sources.0.title": "Publikasi IPM: 2026",
    "_id": "apa-itu-ipm",
}
PUBLISH_SITE = '<a href="/terbitkan">Terbitkan situs</a>'


def test_who_publishes_an_entry_is_told_when_it_is_seen(client: Client) -> None:
    form = {**IPM, "_versi": "", "_aksi": "terbitkan"}

    page = client.get(client.post("/entri/baru", form).headers["Location"] or "")

    assert (
        "Tersimpan dengan status terbit. Jawaban ini tampil bagi umum setelah situsnya diterbitkan."
        in text_of(page)
    )
    assert PUBLISH_SITE in page


def test_publishing_a_draft_is_listed_as_that(client: Client, project: Path) -> None:
    client.post("/entri/baru", {**IPM, "_versi": "", "_aksi": "simpan"})
    seen = version((project / "kb/konsep-data/apa-itu-ipm.yml").read_text("utf-8"))

    client.post("/entri/apa-itu-ipm", {**IPM, "_versi": seen, "_aksi": "terbitkan"})

    listed = client.get("/riwayat")
    assert re.findall(r"<li><b>([^<]+)</b>", listed) == ["Diterbitkan", "Dibuat"]


@pytest.mark.parametrize("address", ["/kantor", "/layanan/konsultasi", FEES])
def test_who_saves_what_is_public_is_led_to_publishing(client: Client, address: str) -> None:
    """Opening hours that are saved here are not those that visitors read."""
    assert PUBLISH_SITE in client.get(f"{address}?pesan=saved")
    assert PUBLISH_SITE not in client.get(f"{address}?pesan=unchanged")
    assert PUBLISH_SITE not in client.get(f"/entri/{DRAFT}?pesan=saved")


def test_sending_is_offered_where_the_project_is_kept_in_git(client: Client, project: Path) -> None:
    sending = '<a href="/kirim">Kirim perubahan</a>'
    assert sending not in client.get(f"{FEES}?pesan=saved")

    git(project, "init", "--quiet")

    assert sending in client.get(f"{FEES}?pesan=saved")


def test_saving_is_undone_while_nothing_has_changed_since(client: Client, project: Path) -> None:
    path = project / "content/konsultasi.md"
    old = path.read_text("utf-8")
    form = {"title": "Bertanya", "body": "Tanyakan.", "_versi": version(old), "_aksi": "simpan"}
    page = client.get(client.post("/halaman/konsultasi", form).headers["Location"])

    undone, again = client.undo(page), client.undo(page)

    assert undone.place == "/halaman/konsultasi?pesan=undone"
    assert path.read_text("utf-8") == old
    assert again.place == "/halaman/konsultasi?pesan=undo_late"
    assert (
        "Tidak dapat diurungkan lagi: perubahannya sudah dikirim atau sudah diurungkan, atau"
        " berkasnya berubah sesudahnya. Isi yang lama ada di “Riwayat dan versi lama” pada"
        " formulirnya." in client.get("/halaman/konsultasi?pesan=undo_late")
    )
