"""A deployment that was interrupted, or whose target has lost the site, told on the page."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from caridulu.publishing.hosts import folder as folder_host
from tests.editor.client import Client, settled, version_in
from tests.editor.publishing.test_publishing_pages import FEES, main_of, press, said
from tests.text_files import replace_in


@pytest.mark.usefixtures("built", "clock")
def test_a_share_that_is_not_connected_is_no_new_target(client: Client, office: Path) -> None:
    """Its place is empty then, and the site would be public nowhere."""
    press(client, "terbitkan")
    www = office.parent / "www"
    shutil.rmtree(www)

    page = press(client, "terbitkan")

    assert said(page) == (
        "Di ../www tidak ada lagi situs yang terbit dari komputer ini, jadi tidak ada yang dikirim."
        " Mungkin folder bersamanya tidak tersambung: sambungkan, lalu coba lagi. Bila"
        " tujuan itu memang dikosongkan, tekan “Simpan dan uji” padanya, lalu terbitkan lagi. Ubah"
        " atau uji: situs"
    )
    assert not www.exists()

    address = "/terbitkan/tujuan/situs"
    version = version_in(office, "content/office.yml")
    values = {"_aksi": "uji", "_versi": version, "deploy.0.id": "situs", "deploy.0.path": "../www"}
    client.post(address, values)
    assert "Folder itu belum ada, dan dibuat saat situs terbit." in said(settled(client, address))
    assert not www.exists()
    assert "Sudah terbit pukul 14.05" in said(press(client, "terbitkan"))


def full_after(writes: int, patched: pytest.MonkeyPatch) -> None:
    """Lets a disk be full after so many files, until ``patched`` ends."""
    left = [None] * writes

    def fsync(_: int) -> None:
        if not left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left.pop()

    patched.setattr(folder_host.os, "fsync", fsync)


@pytest.mark.usefixtures("built")
def test_a_first_site_that_was_interrupted_is_removed_in_so_many_words(
    client: Client, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        full_after(8, patched)
        assert "Folder ../www penuh." in said(press(client, "terbitkan"))

    asked = main_of(press(client, "lihat-kembali"))
    assert asked.endswith(
        "Penerbitan pertama di ../www terputus. Berkas yang sudah terkirim akan dihapus. Isi proyek"
        " tidak berubah. Perbaiki dahulu yang keliru, sebab penerbitan berikutnya menampilkan isi"
        " proyek lagi. Ya, hapus berkas yang sudah terkirim Batal"
    )
    press(client, "kembali")
    assert not [*(office.parent / "www").rglob("*.html")]


@pytest.mark.usefixtures("built")
def test_who_goes_back_from_an_interruption_is_promised_no_way_forth(
    client: Client, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(client, "terbitkan")
    replace_in(office / FEES, "gratis", "bebas biaya")
    with monkeypatch.context() as patched:
        full_after(8, patched)
        press(client, "terbitkan")

    asked = main_of(press(client, "lihat-kembali"))
    assert "Penerbitan ke ../www terputus. Seluruh terbitan " in asked
    assert asked.endswith("menampilkan isi proyek lagi. Ya, tampilkan versi sebelumnya Batal")
