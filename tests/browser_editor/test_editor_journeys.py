"""An officer's day, in a real browser."""

import re
import subprocess
from pathlib import Path
from typing import Any

from caridulu.editor.http.server import EditorServer
from caridulu.site.build.build_command import build_pages
from tests.browser_editor.conftest import Open, press, save, tab_to
from tests.text_files import append_to

FEES = "entri/biaya-konsultasi"
FEES_FILE = "kb/konsultasi/biaya-konsultasi.yml"


def _message(page: Any) -> str:
    page.wait_for_selector("#pesan")
    text: str = page.inner_text("#pesan")
    return text


def test_one_word_is_one_line_in_git(open_page: Open, project: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    subprocess.run(["git", "add", "--all"], cwd=project, check=True)
    page = open_page(FEES)

    answer = page.locator("#f-answer")
    answer.fill(answer.input_value().replace("dikenai tarif", "dikenai biaya"))
    save(page)

    numbers = subprocess.run(
        ["git", "diff", "--numstat"], cwd=project, check=True, capture_output=True, text=True
    )
    assert numbers.stdout == f"1\t1\t{FEES_FILE}\n"


def test_new_entry_with_problems_then_saved_and_published(open_page: Open, project: Path) -> None:
    page = open_page("entri/baru")
    page.fill("#f-question", "Apa itu Nilai Tukar Petani?")
    press(page, "Terbitkan")

    assert _message(page).startswith("Belum disimpan.")
    assert page.locator("#f-category-catatan").is_visible()
    assert page.locator("#f-answer-catatan").inner_text() == "Wajib diisi."

    page.select_option("#f-category", "konsep-data")
    page.fill("#f-aliases", "ntp itu apa\nyes\n0712\n12:30\nnull\n082261848787")
    page.fill(
        "#f-answer", "Perbandingan harga.\n\n- satu\n  - dua\n\n| a | b |\n| --- | --- |\n| 1 | 2 |"
    )
    page.get_by_role("button", name="+ Tambah rujukan").click()
    page.fill("#f-sources\\.0\\.title", "Publikasi NTP")
    page.get_by_role("button", name="Isi sudah saya periksa hari ini").click()
    page.wait_for_selector("#f-reviewed[value='2026-11-25']")
    assert "Belum tersimpan" in _message(page)
    press(page, "Terbitkan")

    page.wait_for_selector("#pesan:has-text('nomor HP')")
    assert "Baris 6:" in page.inner_text("#f-aliases-catatan")

    append_to(project / "content/office.yml", 'may_publish: ["082261848787"]\n')
    press(page, "Terbitkan")
    page.wait_for_url("**?pesan=saved*")

    text = next(project.glob("kb/konsep-data/*tukar*.yml")).read_text("utf-8")
    golden = (Path(__file__).parent / "golden" / "nilai-tukar-petani.yml").read_text("utf-8")
    assert text == golden


def test_nested_list_and_table_reach_the_site(
    open_page: Open, project: Path, tmp_path: Path
) -> None:
    page = open_page(FEES)
    page.fill("#f-answer", "Tidak.\n\n- satu\n  - dua\n\n| a | b |\n| --- | --- |\n| 1 | 2 |")
    page.wait_for_selector("#pratinjau ul ul")
    preview = page.inner_html("#pratinjau .answer").strip()
    save(page)

    build_pages(project, tmp_path / "situs")
    published = (tmp_path / "situs/kb/biaya-konsultasi/index.html").read_text("utf-8")
    assert "<li>satu\n<ul>\n<li>dua</li>\n</ul>\n</li>" in preview
    assert preview in published


def test_typing_a_question_shows_what_answers_it(open_page: Open) -> None:
    page = open_page("entri/baru")

    page.fill("#f-question", "konsul bayar brp")

    page.wait_for_selector("#mirip a")
    assert (
        page.locator("#mirip a").first.inner_text() == "Apakah konsultasi statistik dipungut biaya?"
    )


def test_writing_tools(open_page: Open) -> None:
    page = open_page("entri/baru")
    page.fill("#f-answer", "gratis")
    page.locator("#f-answer").select_text()

    page.get_by_role("button", name="Tebal").click()
    page.select_option("[data-insert]", "{{ office.name }}")
    page.get_by_role("button", name="Sisipkan").click()

    assert page.input_value("#f-answer") == "**{{ office.name }}**"
    page.wait_for_selector("#pratinjau:has-text('Kantor Statistik Kabupaten Contoh')")


def test_page_is_written_with_a_block_and_saved(open_page: Open, project: Path) -> None:
    page = open_page("halaman/konsultasi")
    page.locator("#f-body").press("Control+End")

    page.select_option("[data-insert]", label="Kanal pengaduan")
    page.get_by_role("button", name="Sisipkan").click()
    page.wait_for_selector("#pratinjau:has-text('Kotak saran')")
    save(page)

    text = (project / "content/konsultasi.md").read_text("utf-8")
    assert text.endswith("\n\n{{ block.channels-complaint }}\n")


def test_leaving_with_changes_is_asked(open_page: Open) -> None:
    page = open_page(FEES)
    asked: list[str] = []

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)

    page.fill("#f-tags", "ongkos")
    page.locator("#f-tags").press("End")
    page.get_by_role("link", name="Antrean").click()
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert FEES in page.url


def test_a_button_that_changes_nothing_leaves_nothing_unsaved(open_page: Open) -> None:
    page = open_page(FEES)
    unsaved = page.locator(".save-bar .unsaved")

    page.get_by_role("button", name="Coba sekarang").click()
    assert _message(page) == "Tidak ada masalah."
    assert unsaved.inner_text() == ""
    page.get_by_role("button", name="Isi sudah saya periksa hari ini").click()
    page.wait_for_selector("#pesan:has-text('Tanggal peninjauan')")
    assert unsaved.inner_text() == "Belum disimpan"
    page.fill("#f-reviewed", "2026-10-01")
    page.fill("#f-review_by", "2027-10-01")
    press(page, "Periksa")
    page.wait_for_selector("#pesan:has-text('Tidak ada masalah')")
    assert unsaved.inner_text() == ""
    page.fill("#f-tags", "ongkos")
    press(page, "Periksa")
    page.wait_for_selector("#pesan:has-text('belum disimpan')")
    assert _message(page) == "Tidak ada masalah. Isian belum disimpan."


def test_keyboard_alone_edits_and_saves(open_page: Open, project: Path) -> None:
    page = open_page("entri")
    tab_to(page, "Apakah konsultasi")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{FEES}")
    tab_to(page, "f-tags")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nongkos")
    page.keyboard.press("Control+s")
    page.wait_for_url("**?pesan=saved*")

    assert "ongkos" in (project / FEES_FILE).read_text("utf-8")


def test_what_was_typed_stays_when_the_editor_has_ended(
    open_page: Open, server: EditorServer
) -> None:
    page = open_page(FEES)
    page.fill("#f-question", "Apakah konsultasi statistik berbayar?")
    page.route("**/entri/*", lambda route: route.abort("connectionrefused"))

    press(page, "Simpan")
    page.wait_for_selector(".unsaved:has-text('Penyunting tidak menjawab.')")
    page.unroute("**/entri/*")
    page.evaluate("document.getElementById('lembar').elements._kunci.value = 'lama'")
    press(page, "Simpan")
    page.wait_for_selector(".unsaved:has-text('Kiriman ini ditolak.')")

    assert page.input_value("#f-question") == "Apakah konsultasi statistik berbayar?"


def test_entry_is_archived_into_one_that_was_searched_for(open_page: Open, project: Path) -> None:
    page = open_page("entri/unduh-publikasi/arsip")

    page.fill("#lain-cari", "arti inflasi")
    page.get_by_role("button", name="Apa itu inflasi?").click()
    page.get_by_role("button", name="Arsipkan").click()
    page.wait_for_url("**?pesan=archived*")

    text = (project / "kb/konsep-data/apa-itu-inflasi.yml").read_text("utf-8")
    assert "unduh-publikasi" in text.partition("replaces:")[2]


def test_everything_works_without_script(open_page: Open, project: Path) -> None:
    page = open_page(FEES, java_script_enabled=False)

    page.fill("#f-tags", "biaya\nongkos")
    page.get_by_role("button", name="+ Tambah rujukan").click()
    page.fill("#f-sources\\.1\\.title", "Keputusan kepala kantor")
    press(page, "Simpan")

    assert "Tersimpan." in page.inner_text("#pesan")
    assert "Keputusan kepala kantor" in (project / FEES_FILE).read_text("utf-8")


def test_no_english_word_is_shown(open_page: Open) -> None:
    words = r"\b(Save|Add|Remove|Required|Title|Status:)\b"

    assert not re.search(words, open_page("kantor").inner_text("body"))
