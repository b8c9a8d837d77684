"""Exports become drafts and phrasings in a real browser, on a telephone too."""

from pathlib import Path

import pytest

from tests.browser_editor.conftest import Check, Open, tab_to

CHAT = (
    "12/05/26 09.15 - Wa Ode Nining: apakah ada data kapal nelayan per kecamatan?\n"
    "12/05/26 09.20 - Loket Data: Ada, di tabel 5.3. Kode 7406011001000200 untuk desanya.\n"
    "12/05/26 09.21 - Wa Ode Nining: nomor saya 0812-0000-1101 ya\n"
)
ODD = (
    "Kapan;Satu;Dua\n"
    "2/3/2026;jumlah rumah panggung desa;panggung kayu dan bambu\n"
    "3/3/2026;luas kebun kakao rakyat;tanaman tahunan milik rakyat\n"
)
ANSWERED = "pertanyaan;jawaban\nkonsultasi statistik bayar berapa kak;gratis\n"
FILES = {
    "Chat WhatsApp dengan Wa Ode Nining.txt": CHAT.encode(),
    "Buku tamu.csv": ODD.encode(),
    "tanya.csv": ANSWERED.encode(),
    "rusak.xlsx": b"PK\x03\x04 rusak",
}
DRAFT = "kb/konsultasi/apakah-ada-kapal-nelayan-kecamatan.yml"


@pytest.fixture
def exports(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "unduhan"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return sorted(folder.iterdir())


@pytest.mark.parametrize("width", [360, 1280])
def test_a_chat_a_table_and_a_broken_file_are_imported_together(
    project: Path, exports: list[Path], open_page: Open, is_accessible: Check, width: int
) -> None:
    page = open_page("impor", width=width)
    is_accessible(page)
    page.get_by_label("Pilih satu atau beberapa berkas, atau seret ke sini").set_input_files(
        exports
    )
    page.get_by_role("button", name="Baca berkas").click()
    page.locator("#pesan:focus", has_text="2 berkas menunggu jawaban Anda di bawah ini.").wait_for()
    page.get_by_text("Berkas rusak atau terpotong; salin atau ekspor sekali lagi.").wait_for()
    is_accessible(page)

    page.get_by_label("Loket Data").check()
    page.get_by_role("button", name="Baca dengan petugas ini").click()
    page.get_by_text("1 berkas menunggu jawaban Anda di bawah ini.").wait_for()
    table = page.get_by_role("region", name="Buku tamu.csv", exact=True)
    table.get_by_label("Pertanyaan (wajib)").select_option(label="Satu")
    table.get_by_label("Jawaban (wajib)").select_option(label="Dua")
    table.get_by_label("Tanggal").select_option(label="Kapan")
    table.get_by_role("button", name="Pakai kolom ini: Buku tamu.csv").click()
    page.get_by_text("3 konsep akan dibuat.").wait_for()
    is_accessible(page)
    assert sorted(path.name for path in (project / "kb").rglob("*kakao*")) == []

    page.get_by_label("Untuk semuanya").select_option(label="jadikan sebutan lain")
    page.get_by_role("button", name="Tulis 3 konsep").click()
    page.get_by_text("Ditulis: 3 konsep, 1 sebutan lain, 0 usulan jawaban. 0 dilewati.").wait_for()
    is_accessible(page)
    fees = (project / "kb/konsultasi/biaya-konsultasi.yml").read_text("utf-8")
    assert "Konsultasi statistik bayar berapa kak" in fees

    page.get_by_role("link", name="Periksa di antrean").click()
    page.get_by_role("link", name="Apakah ada data kapal nelayan per kecamatan?").click()
    beside = page.locator(".near .panel").first.inner_text()
    assert "nomor saya [nomor HP] ya" in beside
    assert "0812-0000-1101" in beside
    assert page.locator("mark.doubt").first.inner_text() == "7406011001000200"
    is_accessible(page)
    page.get_by_role("button", name="Lewati").click()
    page.get_by_text("Konsep dilewati dan tidak ditanyakan lagi.").wait_for()


def test_an_import_survives_a_closed_browser_and_needs_no_script(
    exports: list[Path], open_page: Open
) -> None:
    first = open_page("impor", java_script_enabled=False)
    first.get_by_label("Pilih satu atau beberapa berkas, atau seret ke sini").set_input_files(
        exports
    )
    first.get_by_role("button", name="Baca berkas").click()
    first.wait_for_url("**/impor")
    address = first.url
    first.context.close()

    page = open_page("impor", java_script_enabled=False)
    for _ in range(100):
        if page.get_by_text("2 berkas menunggu jawaban Anda di bawah ini.").count():
            break
        page.wait_for_timeout(100)
        page.goto(address)

    assert page.get_by_text("2 berkas menunggu jawaban Anda di bawah ini.").count() == 1


def test_choices_survive_a_reload_another_page_and_the_button_of_another_part(
    exports: list[Path], open_page: Open
) -> None:
    page = open_page("impor")
    page.get_by_label("Pilih satu atau beberapa berkas, atau seret ke sini").set_input_files(
        exports
    )
    page.get_by_role("button", name="Baca berkas").click()
    page.get_by_text("2 berkas menunggu jawaban Anda di bawah ini.").wait_for()
    officer = page.get_by_label("Loket Data")
    for_all = page.get_by_label("Untuk semuanya")
    one = page.get_by_label("Konsultasi statistik bayar berapa kak")

    with page.expect_response("**/impor"):
        officer.check()
    with page.expect_response("**/impor"):
        for_all.select_option(label="jadikan sebutan lain")
    with page.expect_response("**/impor"):
        one.select_option("lewati")
    page.reload()
    assert [for_all.input_value(), one.input_value()] == ["sebutan", "lewati"]
    page.get_by_role("link", name="Antrean").click()
    page.get_by_role("heading", name="Antrean").wait_for()
    page.get_by_role("link", name="Impor").click()
    page.get_by_text("2 berkas menunggu jawaban Anda di bawah ini.").wait_for()
    assert officer.is_checked()
    page.get_by_role("button", name="Pakai kolom ini: Buku tamu.csv").click()
    page.get_by_text("1 berkas menunggu jawaban Anda di bawah ini.").wait_for()

    assert officer.is_checked()
    assert [for_all.input_value(), one.input_value()] == ["sebutan", "lewati"]
    with page.expect_response("**/impor"):
        officer.uncheck()
    page.reload()
    assert not officer.is_checked()


def test_files_are_dropped_and_too_many_are_told_before_they_travel(open_page: Open) -> None:
    page = open_page("impor")
    form = page.locator("form[data-drop]")
    form.evaluate("(form) => { form.dataset.limit = '20'; }")
    drop = """(form, [name, text]) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([text], name));
        const options = {dataTransfer: dropped, bubbles: true, cancelable: true};
        form.dispatchEvent(new DragEvent("drop", options));
    }"""

    form.evaluate(drop, ["besar.csv", ANSWERED])
    page.get_by_role("button", name="Baca berkas").click()
    page.get_by_text("Berkas yang dipilih melebihi 500 MB. Pilih lebih sedikit, atau").wait_for()

    form.evaluate("(form) => { form.dataset.limit = '2000'; }")
    page.get_by_role("button", name="Baca berkas").click()
    page.get_by_role("heading", name="besar.csv").wait_for()


def test_keyboard_alone_imports_a_kept_export(project: Path, open_page: Open) -> None:
    (project / "ekspor").mkdir()
    (project / "ekspor/tanya.csv").write_text(ANSWERED, encoding="utf-8")
    page = open_page("impor")

    tab_to(page, "tanya.csv")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # reads, and does not press the first "Hapus"
    page.get_by_role("heading", name="Mungkin sudah dijawab entri lain: 1").wait_for()
    tab_to(page, "semua")
    page.keyboard.type("usulkan")
    tab_to(page, "tulis")
    page.keyboard.press("Enter")
    page.get_by_text("Ditulis: 0 konsep, 0 sebutan lain, 1 usulan jawaban. 0 dilewati.").wait_for()
    tab_to(page, "Periksa di antrean")
    page.keyboard.press("Enter")
    page.wait_for_url("**/antrean")


def test_long_addresses_and_replaced_words_stay_within_a_telephone(
    tmp_path: Path, open_page: Open, is_accessible: Check
) -> None:
    asker, office = "muhammad.permana@perumahan-bangunan.example", "pst@kantor.example"
    mails = tmp_path / "surel.mbox"
    mails.write_text(
        f"From x Mon Jan  5 08:00:00 2026\nFrom: {asker}\nTo: {office}\nMessage-ID: <1@x>\n"
        "Subject: Data rumah\nDate: Mon, 5 Jan 2026 08:00:00 +0800\n\n"
        "Berapa jumlah rumah panggung di Rumbia?\n\n"
        f"From x Mon Jan  5 09:00:00 2026\nFrom: {office}\nTo: {asker}\nMessage-ID: <2@x>\n"
        "Subject: Re: Data rumah\nDate: Mon, 5 Jan 2026 09:00:00 +0800\nIn-Reply-To: <1@x>\n\n"
        "Ada di tabel 3.2. Hubungi 0812-0000-1101 untuk yang menurut desa.\n",
        encoding="utf-8",
    )
    page = open_page("impor", width=360)
    page.get_by_label("Pilih satu atau beberapa berkas, atau seret ke sini").set_input_files(mails)
    page.get_by_role("button", name="Baca berkas").click()
    page.get_by_label(asker).wait_for()
    is_accessible(page)

    page.get_by_label(office).check()
    page.get_by_role("button", name="Baca dengan petugas ini").click()
    page.get_by_text("1 konsep akan dibuat.").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    mark = page.locator(".rows mark").first
    text_line = "(one) => getComputedStyle(one.parentElement).display"
    assert mark.inner_text() == "[nomor HP]"
    assert mark.evaluate(text_line) == "block"  # in its sentence, not on a line of its own
