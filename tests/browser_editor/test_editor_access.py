"""WCAG 2.2 AA on every page of the editor, and small screens."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from tests.accessibility import faults_by_scheme
from tests.browser_editor.conftest import UNPIN, Check, Open, press
from tests.text_files import append_to, replace_in

PAGES = {
    "month": "",
    "unanswered": "belum-terjawab",
    "list": "entri",
    "search": "entri?q=konsul+bayar+brp",
    "nothing": "entri?q=kuda+nil",
    "more": "lainnya",
    "publishing": "terbitkan",
    "target": "terbitkan/tujuan/baru?jenis=sftp",
    "entry": "entri/biaya-konsultasi",
    "draft": "entri/konsultasi-lewat-video",
    "new": "entri/baru?pertanyaan=konsul+bayar+brp",
    "archive": "entri/biaya-konsultasi/arsip",
    "import": "impor",
    "reply": "balas",
    "queue": "antrean",
    "candidate": "antrean/konsultasi-lewat-video",
    "categories": "kategori",
    "vocabulary": "leksikon",
    "referrals": "rujukan",
    "office": "kantor",
    "services": "layanan",
    "service": "layanan/konsultasi",
    "pages": "halaman",
    "page": "halaman/konsultasi",
    "files": "berkas",
    "check": "periksa",
    "dividing": "antrean/konsultasi-lewat-video/bagi",
    "sending": "kirim",
    "saved": "entri/biaya-konsultasi?pesan=saved",
}


def _opened(page: Any) -> None:
    page.locator("#kerja").wait_for(state="detached")  # the page is loaded anew when it has ended
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    page.evaluate(UNPIN)
    page.wait_for_timeout(50)


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_page: Open, axe: str, width: int
) -> None:
    page = open_page(width=width)
    home = page.url
    found = {}
    for name, path in PAGES.items():
        page.goto(home + path)
        _opened(page)
        page.evaluate(axe)
        found[name] = faults_by_scheme(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path

    assert {name: one for name, one in found.items() if any(one.values())} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_a_refused_form(
    open_page: Open, is_accessible: Check, width: int
) -> None:
    page = open_page("entri/baru", width=width)
    page.fill("#f-question", "Apakah NIK 7406010505900001 aman?")
    page.select_option("#f-category", "konsultasi")
    press(page, "Terbitkan")
    page.wait_for_selector(".banner.stop")
    is_accessible(page)


def test_axe_finds_nothing_on_a_conflict(
    open_page: Open, is_accessible: Check, project: Path
) -> None:
    page = open_page("entri/biaya-konsultasi")
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    replace_in(path, "biaya?", "uang?")
    press(page, "Simpan")
    page.wait_for_selector(".banner table")
    is_accessible(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_a_proposal(
    project: Path, open_page: Open, axe: str, width: int
) -> None:
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    proposal = "proposal:\n  channel: Tabel\n  answer: Tanya [nama], kode 7406011001000200.\n"
    append_to(path, proposal)
    page = open_page("antrean/biaya-konsultasi", width=width)
    page.evaluate(axe)
    shown = faults_by_scheme(page)
    page.get_by_role("button", name="Terima dan terbitkan").click()
    page.wait_for_selector(".banner.stop")
    page.evaluate(axe)

    assert shown == {"light": [], "dark": []}
    assert faults_by_scheme(page) == {"light": [], "dark": []}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_before_sending(
    project: Path, open_page: Open, is_accessible: Check, width: int
) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    other = project / "content/konsultasi.md"
    texts = {one: one.read_text("utf-8") + "\n# lain\n" for one in (path, other)}
    record(project, texts, ActionKind.SAVED)
    page = open_page("kirim", width=width)
    is_accessible(page)
    assert page.locator("ins").count() > 10


def test_focus_goes_to_what_happened(open_page: Open) -> None:
    page = open_page("entri/biaya-konsultasi")
    page.fill("#f-question", "")

    press(page, "Simpan")
    page.wait_for_selector(".banner.stop")

    page.wait_for_function("document.activeElement.id === 'pesan'")
    page.locator("#pesan a").first.click()
    assert page.evaluate("location.hash") == "#f-question"


def test_focus_stays_with_the_rows_of_a_list(open_page: Open) -> None:
    """A new row gets it, a moved one keeps it, and what follows a removed one takes it."""
    page = open_page("entri/baru")

    def pressed(action: str) -> str:
        page.evaluate("document.querySelector('main').id = 'lama'")
        page.locator(f'button[value="{action}"]').press("Enter")
        page.locator("#lama").wait_for(state="detached")
        said = page.evaluate("[document.activeElement].map((on) => on.value || on.innerText)[0]")
        return str(said)

    for title in ("Renja", "Laporan"):
        assert pressed("tambah:sources") == ""
        page.keyboard.type(title)
    assert pressed("naik:sources.1") == "naik:sources.0"
    assert pressed("turun:sources.0") == "turun:sources.1"
    assert pressed("hapus:sources.0") == "Laporan"
    assert pressed("hapus:sources.0") == "tambah:sources"


def test_only_the_open_tab_is_underlined_in_the_systems_own_colours(open_page: Open) -> None:
    """There a border that is transparent is seen."""
    page = open_page("entri", forced_colors="active")
    underlined = page.locator(".tabs a").evaluate_all(
        "(tabs) => tabs.filter((tab) => getComputedStyle(tab).borderBottomWidth !== '0px')"
        ".map((tab) => tab.innerText)"
    )
    assert underlined == ["Entri"]


def test_tabs_take_two_rows_and_the_keyboard_reaches_all(open_page: Open, project: Path) -> None:
    fees = project / "kb/konsultasi/biaya-konsultasi.yml"
    replace_in(fees, "question:", "pertanyaan:")
    page = open_page("kantor", width=360)

    row = page.locator(".tabs li").first.evaluate("(it) => it.offsetHeight")
    assert page.locator(".tabs").evaluate("(it) => it.offsetHeight") <= 2 * row
    assert " ".join(page.locator(".tabs [aria-current]").inner_text().split()) == "Lainnya 2"
    page.locator(".top .call").focus()
    links = page.locator(".tabs a")
    for number in range(links.count()):
        page.keyboard.press("Tab")
        assert links.nth(number).evaluate("(it) => it === document.activeElement")
