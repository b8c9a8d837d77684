"""A new office in a real browser: the form, on wide and narrow screens, then the editor."""

from pathlib import Path

import pytest

from tests.browser_editor.conftest import Check, Open, tab_to
from tests.pictures import photo


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that does not exist yet."""
    return tmp_path / "Kantor Saya"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    open_page: Open, is_accessible: Check, width: int, scheme: str
) -> None:
    page = open_page(width=width, color_scheme=scheme)
    for _ in ("empty", "refused"):
        is_accessible(page)
        page.get_by_role("button", name="Simpan dan mulai").click()
        page.wait_for_selector(".remarks")


@pytest.mark.parametrize("width", [360, 1280])
def test_an_office_begins_and_its_emblem_is_kept(
    open_page: Open, project: Path, tmp_path: Path, width: int
) -> None:
    (tmp_path / "lambang.jpg").write_bytes(photo(400, 400))
    page = open_page(width=width)
    page.get_by_label("Nama kantor").fill("Dinas Perpustakaan Kota Kendari")
    page.get_by_label("Wilayah kerja").fill("Kota Kendari, Sulawesi Tenggara")
    page.get_by_label("WhatsApp").fill("0812-0000-1234")
    page.get_by_label("Nomor dan alamat ini sudah dicoba dan benar").check()
    page.get_by_label("Lambang kantor").set_input_files(tmp_path / "lambang.jpg")
    page.get_by_role("button", name="Simpan dan mulai").click()
    page.wait_for_url("**/?pesan=ready")
    assert page.inner_text("#pesan").startswith("Kantor Anda siap.")
    assert [*(project / "content/berkas").iterdir()] == [project / "content/berkas/lambang.jpg"]


def test_an_office_begins_with_the_answers_that_come_along(open_page: Open, project: Path) -> None:
    page = open_page(width=360)
    page.get_by_label("Nama kantor").fill("BPS Kabupaten Contoh")
    page.get_by_label("Wilayah kerja").fill("Kabupaten Contoh, Sulawesi Tenggara")
    page.get_by_label("Konsep dasar dan layanan BPS").check()
    page.get_by_role("button", name="Simpan dan mulai").click()
    page.wait_for_url("**/?pesan=ready_package*")
    page.get_by_role("heading", name="Jawaban yang belum dibaca kantor").wait_for()
    assert (project / "kb/paket/bps-dasar/package.yml").is_file()


def test_an_office_begins_with_the_keyboard_only(open_page: Open, project: Path) -> None:
    page = open_page()

    tab_to(page, "f-name")
    page.keyboard.type("Dinas Perpustakaan Kota Kendari")
    tab_to(page, "f-region")
    page.keyboard.type("Kota Kendari")
    tab_to(page, "f-timezone")
    page.keyboard.type("WITA")
    tab_to(page, "mulai")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?pesan=ready")
    assert "timezone_label: WITA\n" in (project / "content/office.yml").read_text("utf-8")
