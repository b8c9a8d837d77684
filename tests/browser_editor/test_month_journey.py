"""A month of two officers with one history, each at their own computer, in a real browser."""

from pathlib import Path
from typing import Any

import pytest

from caridulu.cli.main import main
from caridulu.editor.http.server import EditorServer
from tests.browser_editor.conftest import Check, Open, press, save, tab_to
from tests.editor.client import running
from tests.editor.conftest import _own_settings as _own_settings
from tests.editor.conftest import recorded as recorded
from tests.editor.conftest import repository as repository
from tests.editor.git_project import FEES, git, named

pytestmark = pytest.mark.usefixtures("_own_settings")
FEES_PAGE = f"entri/{Path(FEES).stem}"
DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"


@pytest.fixture
def project(repository: Path) -> Path:
    """The editor of ``open_page`` is that of the first officer."""
    return repository


@pytest.fixture
def second(repository: Path, tmp_path: Path) -> Path:
    """The clone of the second officer."""
    git(tmp_path, "clone", "--quiet", str(tmp_path / "pusat.git"), "kedua")
    named(tmp_path / "kedua", "Petugas Kedua")
    return tmp_path / "kedua"


def _press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def _rewrite(page: Any, answer: str) -> None:
    page.fill("#f-answer", answer)
    save(page)


def _send(page: Any, text: str) -> str:
    page.fill("#keterangan", text)
    _press(page, "Catat dan kirim")
    page.wait_for_selector("#pesan")
    said: str = page.inner_text("#pesan")
    return said


def _home(server: EditorServer, page: Any, path: str) -> None:
    page.goto(server.first_address)
    page.goto(server.address + path)


@pytest.mark.parametrize("width", [360, 1280])
def test_two_officers_share_a_month(
    open_page: Open,
    project: Path,
    second: Path,
    is_accessible: Check,
    tmp_path: Path,
    width: int,
) -> None:
    page = open_page("antrean/konsultasi-lewat-video", width=width)
    first = page.url.partition("antrean")[0]

    # A draft is thrown away by mistake, brought back, and thrown away for good.
    _press(page, "Buang konsep")
    page.wait_for_selector("#pesan:has-text('Konsep dibuang.')")
    assert not (project / DRAFT).exists()
    is_accessible(page)
    _press(page, "Urungkan")
    page.wait_for_url("**?pesan=undone")
    assert (project / DRAFT).exists()
    _press(page, "Buang konsep")
    page.wait_for_selector("#pesan:has-text('Konsep dibuang.')")

    # The first officer rewrites an answer, looks at what was done, and sends.
    page.goto(first + FEES_PAGE)
    _rewrite(page, "Tidak dikenai ongkos.")
    page.goto(first + "riwayat")
    assert page.locator(".rows > li").count() == 2
    is_accessible(page)
    page.goto(first + "kirim")
    is_accessible(page)
    assert _send(page, "ongkos").endswith("Terkirim.")

    with running(second) as server:
        _home(server, page, FEES_PAGE)

        # The second officer rewrites the same answer and archives another entry with a command.
        _rewrite(page, "Tidak dikenai biaya apa pun.")
        into = ["--into", "cara-mengadu"]
        assert main(["--root", str(second), "archive", "unduh-publikasi", *into]) == 0
        page.goto(server.address + "kirim")
        assert "unduh-publikasi.yml" in page.inner_text("main")
        assert "Orang lain mengubah bagian yang sama" in _send(page, "biaya")

        # Both versions stand side by side; without a choice nothing is sent.
        is_accessible(page)
        assert page.locator(".versus .quoted").all_inner_texts() == [
            "Tidak dikenai ongkos.",
            "Tidak dikenai biaya apa pun.",
        ]
        page.get_by_label("Versi saya").check()
        _press(page, "Pakai pilihan ini dan kirim")
        page.wait_for_selector("#pesan:has-text('Terkirim.')")
        assert "Semua perubahan sudah tercatat dan terkirim." in page.inner_text("main")
        page.wait_for_load_state("networkidle")  # before its editor ends

    # The first officer has nothing to send, fetches, compares, restores and changes their mind.
    page.goto(first + "kirim")
    _press(page, "Ambil perubahan")
    page.wait_for_selector("#pesan:has-text('dari petugas lain diambil')")
    assert "dikenai biaya apa pun" in (project / FEES).read_text("utf-8")
    assert "status: archived" in (project / "kb/layanan-data/unduh-publikasi.yml").read_text(
        "utf-8"
    )
    page.goto(first + FEES_PAGE)
    page.get_by_role("link", name="Riwayat dan versi lama").click()
    page.get_by_role("listitem").filter(has_text="ongkos").get_by_role("link").click()
    page.wait_for_selector("#beda")
    is_accessible(page)
    _press(page, "Kembalikan versi ini")
    page.wait_for_url("**?pesan=restored*")
    assert page.input_value("#f-answer") == "Tidak dikenai ongkos."
    page.goto(first + "kirim")
    page.get_by_role("button", name="Buang perubahan").click()
    page.wait_for_selector("#pesan:has-text('Perubahan dibuang.')")
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "rev-parse", "HEAD") == git(second, "rev-parse", "HEAD")


def test_keyboard_alone_chooses_and_sends(
    open_page: Open, project: Path, second: Path, tmp_path: Path
) -> None:
    text = (second / FEES).read_text("utf-8").replace("dikenai tarif", "dikenai ongkos")
    (second / FEES).write_text(text, encoding="utf-8")
    git(second, "commit", "--quiet", "--all", "-m", "lain")
    git(second, "push", "--quiet")
    page = open_page(FEES_PAGE)
    _rewrite(page, "Tidak dikenai biaya.")
    page.goto(page.url.partition("entri")[0] + "kirim")
    page.locator("#keterangan").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".versus")

    tab_to(page, "mereka")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "saya"
    tab_to(page, "Pakai pilihan ini")
    page.keyboard.press("Enter")
    page.wait_for_selector("#pesan:has-text('Terkirim.')")

    assert "dikenai biaya." in git(tmp_path / "pusat.git", "show", f"main:{FEES}")


@pytest.mark.parametrize("width", [360, 1280])
def test_two_who_share_a_folder_see_each_other(
    open_page: Open,
    project: Path,
    is_accessible: Check,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
) -> None:
    monkeypatch.setattr("caridulu.editor.forms.form_view.PULSE", 1)
    mine, theirs = open_page(FEES_PAGE, width=width), open_page("", width=width)
    with running(project) as server:
        _home(server, theirs, FEES_PAGE)

        theirs.wait_for_selector("#hadir:has-text('juga membuka berkas ini')")
        mine.wait_for_selector("#hadir:has-text('juga membuka berkas ini')")
        is_accessible(theirs)
        theirs.goto(server.address)
        theirs.wait_for_load_state("networkidle")
        mine.wait_for_selector("#hadir:not(:has-text('juga membuka berkas ini'))", state="attached")


def test_conflict_in_a_form_is_settled_field_by_field(
    open_page: Open, project: Path, is_accessible: Check
) -> None:
    mine, theirs = open_page(FEES_PAGE), open_page(FEES_PAGE)
    _rewrite(theirs, "Tidak dikenai ongkos.")
    mine.fill("#f-answer", "Tidak dikenai biaya.")
    mine.fill("#f-tags", "biaya\nongkos")
    press(mine, "Simpan")
    mine.wait_for_selector(".banner table")
    is_accessible(mine)

    mine.get_by_role("button", name="Pakai yang tersimpan: Jawaban").click()
    mine.wait_for_selector("#pesan:not(:has-text('dikenai ongkos'))")
    assert mine.input_value("#f-answer") == "Tidak dikenai ongkos."
    save(mine)

    text = (project / FEES).read_text("utf-8")
    assert "Tidak dikenai ongkos." in text
    assert "ongkos" in text.partition("tags:")[2].partition("status:")[0]
