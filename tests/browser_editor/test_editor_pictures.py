"""A picture on its way into an answer, in a real browser, on wide and narrow screens."""

from pathlib import Path
from typing import Any

import pytest

from caridulu.site.build.build_command import build_pages
from tests.browser_editor.conftest import Open, save
from tests.pictures import CAMERA, photo

FEES = "entri/biaya-konsultasi"
DROP = """(area, [bytes, name]) => {
  const given = new DataTransfer();
  given.items.add(new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }));
  const how = { dataTransfer: given, bubbles: true, cancelable: true };
  area.dispatchEvent(new DragEvent("drop", how));
}"""
DECODED_WIDTH = """(image) => {
  image.loading = "eager";
  return image.decode().then(() => image.naturalWidth);
}"""


def panel(page: Any) -> Any:
    return page.locator("#f-answer-unggah")


def put(page: Any) -> None:
    panel(page).get_by_role("button", name="Unggah dan sisipkan").click()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_dropped_photograph_reaches_the_published_page(
    open_page: Open, project: Path, tmp_path: Path, width: int
) -> None:
    page = open_page(FEES, width=width)
    assert not panel(page).is_visible()
    page.locator("#f-answer").evaluate(DROP, [[*photo(1600, 800)], "IMG_1.jpg"])
    assert panel(page).is_visible()
    put(page)
    page.wait_for_selector("#f-answer-unggah .uploaded.refused")
    assert "Tulis dahulu yang terlihat" in panel(page).inner_text()

    page.fill("#f-answer-keterangan", "Loket di lantai satu")
    put(page)
    page.wait_for_selector("#pratinjau img")
    assert "![Loket di lantai satu](berkas:" in page.input_value("#f-answer")
    assert "tersimpan dan disisipkan" in panel(page).inner_text()
    assert page.locator("#pratinjau img").evaluate(DECODED_WIDTH) == 1280
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    save(page)

    build_pages(project, tmp_path / "situs")
    published = (tmp_path / "situs/kb/biaya-konsultasi/index.html").read_text("utf-8")
    assert 'alt="Loket di lantai satu" width="1280" height="640" loading="lazy"' in published
    (file,) = (tmp_path / "situs" / "assets").glob("loket-lantai-satu.*.webp")
    assert CAMERA.encode() not in file.read_bytes()


def test_the_panel_is_opened_and_left_with_the_keyboard_and_is_no_change(open_page: Open) -> None:
    page = open_page(FEES)
    button = page.get_by_role("button", name="Gambar/PDF")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "f-answer-berkas"
    page.fill("#f-answer-keterangan", "Peta")
    assert page.locator("#lembar").get_attribute("data-changed") == "tidak"


def test_without_a_script_a_form_of_its_own_takes_the_file(
    open_page: Open, project: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "IMG_7.jpg"
    picture.write_bytes(photo(800, 400))
    page = open_page("berkas", java_script_enabled=False)
    page.set_input_files("#berkas", picture)
    page.fill("#keterangan", "Loket di lantai satu")
    page.get_by_role("button", name="Unggah").click()
    assert "tersimpan" in page.inner_text("#pesan")
    assert "![Loket di lantai satu](berkas:loket-lantai-satu.jpg)" in page.inner_text("main")
    assert (project / "content" / "berkas" / "loket-lantai-satu.jpg").is_file()
