"""A message is answered: pasted, chosen, copied; by keyboard alone, on a telephone too."""

from pathlib import Path

import pytest

from tests.browser_editor.conftest import Check, Open, press, tab_to

MESSAGE = """\
[09.12, 25/11/2026] Bu Wati: siang pak
[09.13, 25/11/2026] Bu Wati: konsul bayar brp? kalau bikin ktp di mana?
[09.14, 25/11/2026] Bu Wati: Kapan kapal feri berangkat ke pulau seberang?"""
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.parametrize("width", [360, 1280])
def test_a_message_is_answered_and_copied(
    project: Path, open_page: Open, is_accessible: Check, width: int
) -> None:
    page = open_page("balas", width=width, **CLIPBOARD)
    page.fill("#pesan-masuk", MESSAGE)
    page.get_by_role("button", name="Cari jawaban").click()
    page.get_by_text("Pesan ini memuat 3 pertanyaan.").wait_for()
    assert page.url.endswith("/balas#hasil")
    is_accessible(page)

    page.get_by_label("Jawaban Anda").last.fill("Tanyakan Dinas Perhubungan.")
    page.get_by_label("Membuat KTP", exact=True).uncheck()
    page.get_by_role("button", name="Susun balasan").click()
    page.wait_for_url("**/balas#balasan")
    page.locator("[data-copy=balasan] button").click()
    page.get_by_text("Tersalin.").wait_for()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.input_value("#balasan")
    assert "*Apakah konsultasi statistik dipungut biaya?*" in copied
    assert "Tanyakan Dinas Perhubungan." in copied
    assert "KTP" not in copied
    is_accessible(page)

    page.get_by_role("button", name="Jadikan konsep entri: Kapan kapal feri").click()
    page.get_by_text("Belum disimpan. Pertanyaan dan jawaban").wait_for()
    page.select_option("#f-category", "konsultasi")
    press(page, "Simpan")
    page.get_by_text("Tersimpan").first.wait_for()
    [draft] = (project / "kb/konsultasi").glob("*kapal*.yml")
    text = draft.read_text("utf-8")
    assert "question: Kapan kapal feri berangkat ke pulau seberang?\n" in text
    assert "status: draft\n" in text


def test_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page("balas")
    page.focus("#pesan-masuk")
    page.keyboard.insert_text("ongkos konsul skripsi")
    tab_to(page, "Cari jawaban")
    page.keyboard.press("Enter")
    page.get_by_text("Belum pasti terjawab.").wait_for()
    page.wait_for_function("document.activeElement.id === 'hasil'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#balasan-judul"

    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    tab_to(page, "Susun balasan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/balas#balasan")

    assert page.evaluate("document.activeElement.id") == "balasan"
    assert "*Apakah konsultasi statistik dipungut biaya?*" in page.input_value("#balasan")


def test_without_a_script_the_text_can_be_selected(open_page: Open) -> None:
    page = open_page("balas", java_script_enabled=False)
    page.fill("#pesan-masuk", "konsul bayar brp")
    page.get_by_role("button", name="Cari jawaban").click()

    assert page.locator("#balasan").is_visible()
    assert not page.get_by_role("button", name="Salin", exact=True).first.is_visible()
    assert page.input_value("#balasan").startswith("Halo Bapak/Ibu, terima kasih")


def test_without_a_clipboard_the_text_is_selected(open_page: Open) -> None:
    page = open_page("balas")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.reload()
    page.fill("#pesan-masuk", "konsul bayar brp")
    page.get_by_role("button", name="Cari jawaban").click()
    page.locator("[data-copy=balasan] button").click()

    page.get_by_text("Teks sudah terpilih. Tekan Ctrl+C.").wait_for()
    assert page.evaluate("document.getSelection().toString()").startswith("Halo Bapak/Ibu")
