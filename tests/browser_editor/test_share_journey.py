"""A colleague on another computer comes in with a code, works under an own name, and leaves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caridulu.editor.http.server import EditorServer
from caridulu.journal.journal import Journal
from tests.browser_editor.conftest import NOON, REFUSALS, Check, press
from tests.editor.http.guest import shared
from tests.real_browser import Misdeeds


@pytest.fixture
def server(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EditorServer]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    with shared(project) as started:
        yield started


@pytest.mark.parametrize("width", [360, 1280])
def test_a_colleague_comes_in_works_and_leaves(
    project: Path,
    open_page: Any,
    chromium: Any,
    server: EditorServer,
    is_accessible: Check,
    width: int,
) -> None:
    owner = open_page(width=width)
    owner.get_by_role("link", name="Berbagi").click()
    is_accessible(owner)
    owner.get_by_role("button", name="Buat kode").click()
    code = owner.inner_text(".code")
    is_accessible(owner)

    assert server.share
    misdeeds = Misdeeds(tolerated=REFUSALS)
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    misdeeds.watch(page)
    page.goto(f"{server.share.shared.url}/entri/konsultasi-lewat-video")
    is_accessible(page)
    page.fill("#nama", "Sitti Hasna")
    page.fill("#kode", "SALAH")
    page.get_by_role("button", name="Masuk").click()
    page.get_by_text("Kode salah, sudah dipakai, atau sudah lewat waktunya.").wait_for()
    assert page.input_value("#nama") == "Sitti Hasna"
    is_accessible(page)

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "kode"
    page.keyboard.type(code.lower())
    page.keyboard.press("Enter")
    page.get_by_text("Anda masuk sebagai Sitti Hasna").wait_for()
    is_accessible(page)
    page.goto(f"{server.share.shared.url}/entri/konsultasi-lewat-video")
    page.fill("#f-question", "Bisakah konsultasi lewat Zoom?")
    press(page, "Simpan")
    page.get_by_text("Tersimpan").first.wait_for()
    assert [action.by for action in Journal(project).actions()] == ["Sitti Hasna"]

    owner.goto(f"{server.address}berbagi")
    owner.get_by_role("button", name="Akhiri sesi Sitti Hasna").wait_for()
    is_accessible(owner)
    page.get_by_role("button", name="Keluar").click()
    page.get_by_role("heading", name="Masuk ke Penyunting Cari Dulu").wait_for()
    owner.reload()
    owner.get_by_text("Belum ada rekan yang masuk.").wait_for()
    context.close()
    misdeeds.check()
