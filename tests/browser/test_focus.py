"""The keyboard goes on where it was: a button that vanishes hands its focus to what came of it."""

import json
from typing import Any

from tests.browser.visiting import STORING, Open, search, until

FOCUSED = "document.activeElement.textContent"


def press(page: Any, name: str) -> None:
    button = page.get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")


def test_undoing_and_redoing_a_correction_leads_to_the_heading(open_page: Open) -> None:
    page = open_page("cari/?q=inflsi")
    press(page, "Cari persis “inflsi”")
    page.get_by_text("Ejaan “inflsi” tidak diubah.").wait_for()
    until(page, "document.activeElement.matches('#hasil h2')")
    press(page, "Pakai koreksi ejaan")
    page.get_by_text("Menampilkan hasil untuk “inflasi”.").wait_for()
    until(page, "document.activeElement.matches('#hasil h2')")


def test_who_stands_on_a_button_stays_there_while_more_texts_come(open_page: Open) -> None:
    page = open_page("")
    held: list[Any] = []
    page.route("**/search/**/x*.txt", lambda route: held.append(route))
    page.fill("#q", "angka inflsi ")
    button = page.get_by_role("button", name="Cari persis “angka inflsi”")
    button.focus()
    assert page.locator(".more-help").count() == 0  # texts are still to come

    for route in held:
        route.continue_()

    page.locator(".more-help").wait_for()
    assert button.evaluate("(button) => button === document.activeElement")


def test_more_hits_lead_to_the_first_new_one(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps")
    press(page, "Tampilkan lebih banyak")
    until(page, "document.querySelectorAll('.hits a').length > 5")
    sixth = page.locator(".hits a").nth(5).inner_text()
    until(page, f"{FOCUSED} === {json.dumps(sixth)}")


def test_trying_again_leads_to_the_heading(chromium: Any, site_url: str) -> None:
    page = chromium.new_page()
    page.route("**/manifest.json", lambda route: route.abort())
    page.goto(site_url)
    search(page, "inflasi").get_by_role("button", name="Coba lagi").wait_for()
    page.unroute("**/manifest.json")
    press(page, "Coba lagi")
    page.wait_for_selector(".hits a")
    until(page, "document.activeElement.matches('#hasil h2')")
    page.close()


def test_who_types_on_while_more_is_fetched_stays_in_the_box(open_page: Open) -> None:
    page = open_page("cari/?q=inflsi")
    page.get_by_role("button", name="Cari persis “inflsi”").wait_for()
    page.evaluate(
        """() => {
          document.querySelector(".corrected button").click();
          document.querySelector("#q").focus();
        }"""
    )
    page.get_by_text("Ejaan “inflsi” tidak diubah.").wait_for()
    page.wait_for_timeout(100)
    assert page.evaluate("document.activeElement.id") == "q"


def test_who_stands_on_a_hit_that_goes_returns_to_the_box(open_page: Open) -> None:
    page = open_page("")
    search(page, "inflasi")
    page.press("#q", "ArrowDown")
    page.evaluate(
        """() => {
          document.querySelector("#q").value = "konsul bayar brp";
          document.querySelector("#q").dispatchEvent(new Event("input"));
        }"""
    )
    page.wait_for_selector("#hasil[aria-busy=false] h2:has-text('konsul bayar brp')")
    assert page.evaluate("document.activeElement.id") == "q"


def test_thanks_take_the_place_of_the_button(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    press(page, "Ya")
    assert page.evaluate(FOCUSED) == "Terima kasih, senang bisa membantu. Tidak ada yang dicatat."


def test_storing_and_removing_lead_to_the_other_button(open_page: Open) -> None:
    page = open_page("luring/")
    press(page, "Simpan di perangkat ini")
    page.get_by_role("button", name="Hapus salinan").wait_for(timeout=STORING)
    until(page, f"{FOCUSED} === 'Hapus salinan'")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Simpan di perangkat ini").wait_for()
    until(page, f"{FOCUSED} === 'Simpan di perangkat ini'")
