"""From the work of the month to a public, changed and restored site, in a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from tests.browser_editor.conftest import Check, Open, tab_to
from tests.publishing.sites import TARGET, with_targets
from tests.text_files import replace_in

FEES = "kb/konsultasi/biaya-konsultasi.yml"
PAGE = "kb/biaya-konsultasi/index.html"
LONG = 120_000  # milliseconds in which a site is built
ASKED = "kapan pasar buka"


def _click(page: Any, role: str, name: str) -> None:
    page.get_by_role(role, name=name, exact=True).click()


def _said(page: Any, start: str) -> None:
    page.locator("#pesan", has_text=re.compile(re.escape(start))).wait_for(timeout=LONG)


@contextmanager
def _standing_still(page: Any) -> Iterator[None]:
    """Keeps a page that follows work from going on to the next one while it is looked at."""

    def hold(route: Any) -> None:
        if route.request.resource_type != "fetch":
            route.continue_()

    page.route("**/*", hold)
    yield
    page.unroute("**/*", hold)  # what was held goes on


def _is_focused(page: Any, name: str) -> None:
    """Waits for the page's script, which may run a moment after the text is seen."""
    page.wait_for_function("name => document.activeElement.id === name", arg=name)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_site_is_published_and_taken_back(
    open_page: Open, project: Path, is_accessible: Check, width: int
) -> None:
    page = open_page(width=width)
    www = project.parent / "www"
    is_accessible(page)

    # The month leads to a first target, which is tried at once.
    _click(page, "link", "Isi tujuan")
    _click(page, "link", "Folder atau folder bersama")
    _click(page, "button", "Simpan dan uji")
    _said(page, "Belum disimpan.")
    is_accessible(page)
    page.get_by_label("Folder").fill("../tidak/ada")
    _click(page, "button", "Simpan dan uji")
    _said(page, "Folder ../tidak/ada tidak ada")
    page.get_by_label("Folder").fill("../www")
    _click(page, "button", "Simpan dan uji")
    _said(page, "../www dapat dipakai.")
    is_accessible(page)

    # It is built, seen, and sent; another tab works meanwhile.
    _click(page, "link", "Lanjutkan ke penerbitan")
    is_accessible(page)
    with _standing_still(page):
        _click(page, "button", "Periksa dan buat pratinjau")
        page.locator("#kerja").wait_for()
        is_accessible(page)
    other = page.context.new_page()
    other.goto(page.url.partition("terbitkan")[0] + "entri")
    assert other.inner_text("h1") == "Entri"
    other.close()
    _said(page, "Situs sudah dibangun tanpa masalah.")
    is_accessible(page)
    with page.context.expect_page() as opened:
        _click(page, "link", "Buka pratinjau di tab baru")
    opened.value.get_by_role("link", name="Konsultasi", exact=False).first.wait_for()
    opened.value.close()
    _click(page, "button", "Terbitkan sekarang")
    _said(page, "Sudah terbit pukul")
    first = (www / PAGE).read_bytes()

    # A change waits on the first page, and is sent.
    path = project / FEES
    replace_in(path, "dikenai tarif", "dikenai ongkos")
    _click(page, "link", "Bulan ini")
    is_accessible(page)
    page.locator("li", has_text="Berkas yang berubah dan belum terbit").get_by_role("link").click()
    _click(page, "button", "Terbitkan sekarang")
    page.locator("#kerja").wait_for()
    _said(page, "Sudah terbit pukul")
    assert (www / PAGE).read_bytes() != first

    # The version before comes back after a look at what that means.
    _click(page, "button", "Kembali ke versi sebelumnya")
    page.get_by_role("button", name="Ya, tampilkan versi sebelumnya").wait_for(timeout=LONG)
    is_accessible(page)
    assert "Isi yang berbeda: 1 berkas" in page.inner_text("main")
    _click(page, "button", "Ya, tampilkan versi sebelumnya")
    _said(page, "Kembali ke terbitan")
    assert (www / PAGE).read_bytes() == first


def test_a_long_address_of_a_target_stays_on_the_telephone(open_page: Open, project: Path) -> None:
    with (project / "content" / "office.yml").open("a", encoding="utf-8") as file:
        keys = "kind: sftp, host: www.contoh.example, user: tanya, path: /srv/situs/tanya-dahulu"
        file.write(f"deploy: [{{id: server, {keys}}}]\n")

    page = open_page("terbitkan", width=360)

    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_question_without_an_answer_becomes_an_entry(
    open_page: Open, project: Path, is_accessible: Check
) -> None:
    waiting = Waiting({}, {}).with_texts({ASKED: (), "unduh buku lewat mana": ()})
    write_all(waiting.not_these(ASKED, ["cara-mengadu"]).files(project))
    page = open_page(width=360)

    _click(page, "link", "Lihat pertanyaannya")
    is_accessible(page)
    _click(page, "link", f"Tulis entri: {ASKED}")
    assert page.input_value("#f-question") == ASKED
    page.go_back()
    _click(page, "button", f"Hapus dari daftar: {ASKED}")
    _said(page, "Pertanyaan dihapus dari daftar.")
    _click(page, "button", "Urungkan")
    page.wait_for_url("**/?pesan=undone")
    _click(page, "link", "Bulan ini")
    page.get_by_role("link", name="Lihat pertanyaannya", exact=True).wait_for()


def test_publishing_by_keyboard_only(open_page: Open, project: Path) -> None:
    page = open_page()

    tab_to(page, "Isi tujuan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/terbitkan")
    tab_to(page, "Folder atau folder bersama")
    page.keyboard.press("Enter")
    page.wait_for_url("**jenis=folder")
    tab_to(page, "Folder")
    page.keyboard.type("../www")
    tab_to(page, "Simpan dan uji")
    page.keyboard.press("Enter")
    _said(page, "../www dapat dipakai.")
    _is_focused(page, "pesan")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Lanjutkan ke penerbitan"
    page.keyboard.press("Enter")
    page.wait_for_url("**/terbitkan")
    tab_to(page, "Terbitkan sekarang")
    page.keyboard.press("Enter")
    _said(page, "Sudah terbit pukul")
    _is_focused(page, "pesan")
    assert (project.parent / "www" / PAGE).is_file()


def test_publishing_without_a_script(open_page: Open, project: Path) -> None:
    with_targets(project, TARGET)
    page = open_page("terbitkan", java_script_enabled=False)

    _click(page, "button", "Terbitkan sekarang")
    for _ in range(600):
        if not page.locator("#kerja").count():
            break
        page.wait_for_timeout(200)
        _click(page, "link", "Muat ulang untuk melihat kemajuannya")
    assert page.inner_text("#pesan").startswith("Sudah terbit pukul")
