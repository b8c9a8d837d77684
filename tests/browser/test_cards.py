"""A direct answer and a referral stand above the list, under the name of their kind."""

from typing import Any

import pytest

from tests.browser.visiting import Open, until


def card_of(page: Any) -> Any:
    """The card with its text, which comes a round trip after its title."""
    page.locator(".reply p").wait_for()
    return page.locator(".reply")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_direct_answer_is_the_first_thing_found(open_page: Open, width: int) -> None:
    page = open_page("cari/?q=jam+buka+kantor", width=width)
    card = card_of(page)

    assert card.locator("h3").inner_text() == "Jawaban langsung"
    assert card.locator("a").inner_text() == "Jam berapa BPS Kabupaten Bombana buka?"
    assert "Jam pelayanan BPS Kabupaten Bombana belum dimuat di situs ini." in card.inner_text()
    page.locator("ol.hits li a").first.wait_for()  # the card may be there before other hits
    assert card.bounding_box()["y"] < page.locator("ol.hits").bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    card.locator("a").click()
    page.wait_for_url("**/kb/kantor-jam-buka/")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_referral_names_who_is_responsible_and_leaves_the_office_in_reach(
    open_page: Open, width: int
) -> None:
    page = open_page("cari/?q=bikin+ktp", width=width)
    card = card_of(page)

    assert page.locator("#hasil h2").inner_text() == "“bikin ktp” diurus instansi lain"
    assert card.locator("h3").inner_text() == "Instansi yang berwenang"
    assert card.locator("p").inner_text().startswith("Dinas Kependudukan dan Pencatatan Sipil")
    assert page.get_by_text("Belum ada jawaban").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_text("Belum terjawab? Tanyakan kepada petugas").click()
    page.locator(".more-help .channels a").first.wait_for()


def test_its_page_says_first_that_this_is_no_matter_of_the_office(open_page: Open) -> None:
    page = open_page("kb/rujukan-ktp/")

    said = page.locator("article p").first.inner_text()
    assert said.startswith("Hal ini bukan kewenangan BPS Kabupaten Bombana. Yang berwenang: Dinas")
    assert page.get_by_role("link", name="Tanya petugas").last.is_visible()


def test_cards_speak_english(open_page: Open) -> None:
    page = open_page("en/search/?q=opening+hours")
    assert card_of(page).locator("h3").inner_text() == "Direct answer"
    page.locator("#q").fill("passport")
    until(page, "document.querySelector('.reply h3')?.textContent === 'Responsible institution'")
    assert page.locator("#hasil h2").inner_text() == "“passport” is handled by another institution"
    page.goto(page.url.partition("en/")[0] + "kb/rujukan-ktp/#en")
    page.get_by_text("This is not handled by BPS Kabupaten Bombana. Responsible:").wait_for()


def test_the_keyboard_goes_from_the_box_to_the_card(open_page: Open) -> None:
    page = open_page("cari/?q=nomor+polisi")
    card_of(page)
    page.locator("#q").press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.reply') !== null")
