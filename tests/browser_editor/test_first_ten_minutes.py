"""The first ten minutes of a new office, as docs/sepuluh-menit.md tells them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caridulu.site.build.build_command import build_pages
from tests import ROOT

Open = Callable[..., Any]
ENTRY = "kartu-anggota-perpustakaan-dipungut-biaya"
QUESTION = "Apakah kartu anggota perpustakaan dipungut biaya?"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "Kantor Saya"


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


@pytest.mark.parametrize("width", [360, 1280])
def test_every_step_is_found_on_the_screen_and_ends_on_a_public_page(
    open_page: Open, project: Path, tmp_path: Path, width: int
) -> None:
    page = open_page(width=width)
    seen = page.inner_text("body")
    begin_office(page)
    seen += page.inner_text("body")
    write_entry(page)
    seen += page.inner_text("body")
    press(page, "Terbitkan")
    page.wait_for_url("**?pesan=saved")
    seen += page.inner_text("body")

    told = (ROOT / "docs" / "sepuluh-menit.md").read_text("utf-8")
    named = re.findall(r"\*{1,2}([^*]+)\*{1,2}", " ".join(told.split()))
    assert len(named) > 15
    assert [words for words in named if words not in seen] == []

    build_pages(project, tmp_path / "situs")
    published = (tmp_path / f"situs/kb/{ENTRY}/index.html").read_text("utf-8")
    assert "<strong>tidak dipungut biaya</strong>" in published
