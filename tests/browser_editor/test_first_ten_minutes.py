"""The first ten minutes of a new office, as docs/sepuluh-menit.md tells them."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests import ROOT
from tests.browser_editor.conftest import Open

LONG = 120_000  # milliseconds in which a site is built
ENTRY = "kartu-anggota-perpustakaan-dipungut-biaya"
QUESTION = "Apakah kartu anggota perpustakaan dipungut biaya?"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "Kantor Saya"


def is_seen(page: Any, found: Any) -> bool:
    """Whether all of it is on the screen as it stands."""
    box, size = found.bounding_box(), page.viewport_size
    across = box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    return across and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).last.click()


def begin_office(page: Any) -> None:
    page.get_by_label("Nama kantor").fill("Dinas Perpustakaan Kota Kendari")
    page.get_by_label("Wilayah kerja").fill("Kota Kendari")
    page.get_by_label("Zona waktu").select_option(
        label=page.inner_text("#f-timezone option >> nth=2")
    )
    page.get_by_label("WhatsApp").fill("+62 812-0000-1234")
    page.get_by_label("Nomor dan alamat ini sudah dicoba dan benar").check()
    press(page, "Simpan dan mulai")
    page.wait_for_url("**/?pesan=ready")


def write_entry(page: Any) -> None:
    page.get_by_role("link", name="Entri baru").click()
    page.get_by_label("Pertanyaan (wajib)").fill(QUESTION)
    page.get_by_label("Sebutan lain").fill("bikin kartu perpus bayar brp")
    page.locator("#f-answer").fill("Tidak. Kartu anggota perpustakaan **tidak dipungut biaya**.")
    press(page, "+ Tambah rujukan")
    page.locator('[id="f-sources.0.title"]').fill("Standar pelayanan perpustakaan")
    page.get_by_label("Kategori (wajib)").select_option(label="Layanan")
    press(page, "Isi sudah saya periksa hari ini")
    page.wait_for_selector('#f-review_by:not([value=""])')


def publish_site(page: Any) -> str:
    """Sends the site to a folder; everything that the screens said on the way."""
    page.get_by_role("link", name="Bulan ini", exact=True).click()
    page.get_by_role("link", name="Isi tujuan").click()
    seen: str = page.inner_text("body")
    kinds = page.locator(".choices a")
    assert all(is_seen(page, kind) for kind in kinds.all())
    page.get_by_role("link", name="Folder atau folder bersama").click()
    page.get_by_label("Folder").fill("../www")
    press(page, "Simpan dan uji")
    page.get_by_role("link", name="Lanjutkan ke penerbitan").wait_for()
    seen += page.inner_text("body")
    page.get_by_role("link", name="Lanjutkan ke penerbitan").click()
    return seen + send(page)


def send(page: Any) -> str:
    press(page, "Terbitkan sekarang")
    page.locator("#pesan", has_text="Sudah terbit pukul").wait_for(timeout=LONG)
    said: str = page.inner_text("body")
    return said


def change_the_answer(page: Any) -> str:
    page.get_by_role("link", name="Entri", exact=True).click()
    page.get_by_role("link", name=QUESTION).click()
    page.locator("#f-answer").fill("Tidak. Kartu anggota **gratis** bagi semua warga.")
    seen: str = page.inner_text("body")
    press(page, "Simpan")
    page.wait_for_url("**?pesan=saved*")
    page.get_by_role("link", name="Bulan ini", exact=True).click()
    seen += page.inner_text("body")
    page.get_by_role("link", name="Terbitkan situs").click()
    return seen


@pytest.mark.parametrize("width", [360, 1280])
def test_every_step_is_found_on_the_screen_and_ends_on_a_public_page(
    open_page: Open, project: Path, width: int
) -> None:
    page = open_page(width=width)
    seen = page.inner_text("body")
    begin_office(page)
    seen += page.inner_text("body")
    page.get_by_role("link", name="Entri baru").click()
    publish = page.get_by_role("button", name="Terbitkan", exact=True).last
    assert is_seen(page, publish)  # at the bottom of the screen, not of a long form
    write_entry(page)
    seen += page.inner_text("body")
    press(page, "Terbitkan")
    page.wait_for_url("**?pesan=saved*")
    seen += page.inner_text("body")

    public = project.parent / f"www/kb/{ENTRY}/index.html"
    (project.parent / "www").mkdir()
    seen += publish_site(page)
    assert "<strong>tidak dipungut biaya</strong>" in public.read_text("utf-8")
    seen += change_the_answer(page)
    assert "Sudah terbit pukul" not in page.inner_text("main")  # the change is not public yet
    seen += send(page)
    assert "<strong>gratis</strong>" in public.read_text("utf-8")

    told = (ROOT / "docs" / "sepuluh-menit.md").read_text("utf-8")
    named = re.findall(r"\*{1,2}([^*]+)\*{1,2}", " ".join(told.split()))
    assert len(named) > 25
    assert [words for words in named if words not in seen] == []
