"""A chat that was cut wrongly is mended in a real browser, on a telephone too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser_editor.conftest import Open
from tests.text_files import append_to

CHAT = (
    "12/05/26 09.15 - Wa Ode Nining: apakah ada data kapal nelayan per kecamatan?\n"
    "12/05/26 09.20 - Loket Data: Ada, di tabel 5.3.\n"
    "14/05/26 08.10 - Wa Ode Nining: inflasi Februari sudah rilis kah? Berapa angkanya dan"
    " komoditas apa yang paling mendorong\n"
    "14/05/26 08.30 - Loket Data: Rilis tadi pukul 11. Inflasi Februari 2,37 persen.\n"
    "14/05/26 08.31 - Wa Ode Nining: kenapa disebut inflasi kota?\n"
    "14/05/26 08.40 - Loket Data: Karena survei harganya dilakukan di kota saja.\n"
    "20/05/26 08.00 - Wa Ode Nining: data rumah panggung per desa apakah ada?\n"
)


@pytest.mark.parametrize("width", [360, 1280])
def test_what_was_cut_wrongly_is_seen_first_and_divided(
    project: Path, open_page: Open, is_accessible: Callable[[Any], None], width: int
) -> None:
    append_to(project / "content/office.yml", "officers:\n  - Loket Data\n")
    (project / "ekspor").mkdir()
    (project / "ekspor/chat.txt").write_text(CHAT, encoding="utf-8")
    page = open_page("impor", width=width)
    page.get_by_role("checkbox", name="chat.txt").check()
    page.get_by_role("button", name="Baca yang dicentang").click()
    page.get_by_role("button", name="Tulis 2 konsep").click()
    page.get_by_role("link", name="Periksa di antrean").click()

    page.get_by_role("heading", name="Lihat ini lebih dahulu: 1").wait_for()
    is_accessible(page)
    first = page.locator("ul.rows a").first
    assert first.inner_text().startswith("Inflasi Februari sudah rilis kah?")
    first.click()
    is_accessible(page)
    page.get_by_role("link", name="Baca di berkasnya").click()
    assert "data rumah panggung per desa apakah ada?" in page.locator("main").inner_text()
    assert page.locator("#baris-ini").inner_text().startswith("Wa Ode Nining baris 3")
    is_accessible(page)
    page.go_back()

    page.get_by_role("link", name="Bagi menjadi dua konsep").first.click()
    is_accessible(page)
    page.get_by_label("Kenapa disebut inflasi kota?").check()
    page.get_by_label("Karena survei harganya dilakukan di kota saja.").check()
    page.get_by_role("button", name="Bagi konsep").click()
    page.get_by_role("link", name="Buka konsep baru:").click()

    page.get_by_role("heading", name="Kenapa disebut inflasi kota?").wait_for()
    page.get_by_role("button", name="Terima dan sunting").click()
    page.get_by_text("Percakapannya, hanya di komputer ini").click()
    assert "Tanya: kenapa disebut inflasi kota" in page.locator("#percakapan").inner_text()
    page.get_by_role("link", name="Konsep berikutnya").click()
    page.wait_for_url("**/antrean/*")
