"""The form of the office finishes what an officer has begun to type."""

from pathlib import Path

import pytest

from tests.browser_editor.conftest import Open, save


@pytest.mark.parametrize("width", [360, 1280])
def test_hours_days_addresses_and_numbers_are_completed(
    open_page: Open, project: Path, width: int
) -> None:
    page = open_page("kantor", width=width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    page.fill("#f-hours\\.0\\.opens", "8")
    page.fill("#f-hours\\.1\\.closes", "jam 15:00")
    page.fill("#f-extra_holidays", "31 Desember 2026")
    page.fill("#f-website", "statistik.contoh.example")
    page.fill("#f-channels\\.1\\.address", "+62 812-0000-1234")
    page.fill("#f-code", "7406")
    page.fill("#f-timezone", "")
    page.fill("#f-timezone_label", "")
    save(page)

    text = (project / "content" / "office.yml").read_text("utf-8")
    assert page.input_value("#f-hours\\.0\\.opens") == "08.00"
    for line in (
        'opens: "08.00"',
        'closes: "15.00"',
        "2026-12-31",
        "website: https://statistik.contoh.example",
        'address: "081200001234"',
        "timezone: Asia/Makassar",
        "timezone_label: WITA",
    ):
        assert line in text, line


@pytest.mark.parametrize("width", [360, 1280])
def test_entries_and_sources_are_chosen_without_a_code(
    open_page: Open, project: Path, width: int
) -> None:
    page = open_page("entri/biaya-konsultasi", width=width)
    assert not page.locator("#f-related").is_visible()
    assert "Berapa lama" in page.inner_text("#f-related-nama")
    page.fill("#f-related-cari", "arti inflasi")
    page.locator("#f-related-cari ~ .picks").get_by_role("button", name="Apa itu inflasi?").click()
    page.get_by_role("button", name="Hapus: Berapa lama").click()

    page.get_by_role("button", name="+ Tambah rujukan").click()
    page.wait_for_selector("#f-sources\\.1\\.title")
    title = page.locator("#known-sources option").first.get_attribute("value")
    page.fill("#f-sources\\.1\\.title", title)
    page.locator("#f-sources\\.1\\.title").press("Tab")
    assert page.input_value("#f-sources\\.1\\.url").startswith("https://")
    save(page)

    text = (project / "kb/konsultasi/biaya-konsultasi.yml").read_text("utf-8")
    assert "apa-itu-inflasi" in text
    assert "lama-jawaban-daring" not in text
    assert text.count("accessed: ") == 2
