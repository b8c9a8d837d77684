"""What a search asks back, and what it says is missing."""

from typing import Any

import pytest

from tests.browser.visiting import SHIFTED_LATE, Open, search, until

LABELS = ["Apa itu sensus", "Apa itu Sakernas", "Apa itu SUPAS", "Apa itu Susenas"]
FIRST_HIT = "document.querySelector('.hits a').getBoundingClientRect().toJSON()"


def choices_of(page: Any) -> Any:
    page.locator(".choices button").first.wait_for()
    return page.locator(".choices button")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tap_on_a_near_answer_searches_for_it(open_page: Open, width: int) -> None:
    page = open_page("cari/?q=survei", width=width, has_touch=True)
    choices = choices_of(page)

    assert choices.all_inner_texts() == LABELS
    assert page.get_by_role("group", name="Maksud Anda:").count() == 1
    for choice in choices.all():
        assert choice.bounding_box()["height"] >= 44
    row = page.locator(".choices").bounding_box()
    assert row["y"] + row["height"] <= page.locator("ol.hits").bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    choices.nth(LABELS.index("Apa itu Sakernas")).tap()
    page.wait_for_url("**/cari/?q=survei+Sakernas")
    until(page, "document.querySelector('.hits a')?.textContent === 'Apa itu Sakernas?'")
    assert page.input_value("#q") == "survei Sakernas"


def test_large_text_stays_inside_the_buttons_of_the_row(open_page: Open) -> None:
    page = open_page("cari/?q=inflasi", width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for choice in choices_of(page).all():
        assert choice.evaluate("(node) => node.scrollWidth <= node.clientWidth")


def test_the_keyboard_reaches_the_choices_and_goes_on_at_what_they_found(open_page: Open) -> None:
    page = open_page("")
    search(page, "survei")
    choices_of(page)
    page.focus("#q")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.choices') !== null"):
            break
    assert page.evaluate("document.activeElement.textContent") == LABELS[0]
    page.keyboard.press("Enter")
    until(page, "document.activeElement.localName === 'h2'")
    assert "beda" in page.inner_text(".hits a >> nth=0")


def test_the_choices_are_announced_with_the_results(open_page: Open) -> None:
    page = open_page("cari/?q=survei")
    said = (
        "Mungkin ini yang Anda cari. Cara bertanya kepada petugas juga tersedia. "
        "Maksud Anda: " + ", ".join(f"“{label}”" for label in LABELS)
    )
    until(page, f"document.querySelector('#status').textContent === '{said}'")


def test_the_choices_move_nothing_that_is_read(open_page: Open) -> None:
    """The texts hang; the first hits leave room for what is asked back when all is there."""
    page = open_page("cari/")
    search(page, "Selamat pagi ")
    shifted_before = page.evaluate(SHIFTED_LATE)  # by the results' coming, which a key asks for
    held: list[Any] = []
    page.route("**/search/**/x*.txt", lambda route: held.append(route))
    page.fill("#q", "upah minimum ")
    page.locator(".hits a").first.wait_for()
    before = page.evaluate(FIRST_HIT)
    page.wait_for_timeout(600)  # what moves so long after a key was pressed counts as a shift
    shifted = page.evaluate(SHIFTED_LATE)
    for route in held:
        route.continue_()
    choices_of(page)
    assert page.evaluate(FIRST_HIT) == before
    assert held
    assert shifted - shifted_before < 0.1


def test_a_weak_answer_says_what_is_missing(open_page: Open) -> None:
    page = open_page("cari/")
    results = search(page, "data penyakit jantung ")
    until(page, "document.querySelector('#hasil h2').textContent.includes('“jantung”')")
    heading = results.locator("h2").inner_text()
    assert heading == "“jantung” tidak ditemukan; berikut yang paling mendekati"
    assert results.locator(".hits li").count() == 4
    assert results.locator(".handover").count() == 1
    assert page.locator(".choices").count() == 0  # none of what is near is meant


def test_a_likely_misspelling_is_asked_back_before_an_officer_is_asked(open_page: Open) -> None:
    page = open_page("cari/?q=cek+dusil")
    choices = choices_of(page)
    assert choices.all_inner_texts() == ["cek desil"]
    assert page.get_by_role("group", name="Mungkin maksud Anda:").count() == 1
    assert page.locator(".handover").count() == 1
    choices.click()
    page.wait_for_url("**/cari/?q=cek+desil")
    until(page, "document.querySelector('#hasil h2').textContent === 'Hasil untuk “cek desil”'")


def test_english_asks_back_in_english(open_page: Open) -> None:
    page = open_page("en/search/?q=survey")
    choices = choices_of(page)
    assert page.get_by_role("group", name="Do you mean:").count() == 1
    assert choices.all_inner_texts() == [
        "A census, and how does it differ from a survey",
        "Sakernas, the National Labour Force Survey",
        "SUPAS, the Intercensal Population Survey",
        "Susenas, the National Socioeconomic Survey",
    ]
    assert {choice.get_attribute("lang") for choice in choices.all()} == {"en"}
    choices.nth(1).click()
    until(page, "document.querySelector('.hits a')?.textContent.startsWith('What is Sakernas')")
    assert page.input_value("#q") == "survey Sakernas Labour Force"


def test_english_tells_a_matter_without_an_english_name_as_it_is_called(open_page: Open) -> None:
    page = open_page("en/search/?q=village")
    choices = choices_of(page)
    named = {each.inner_text(): each.get_attribute("lang") for each in choices.all()}
    assert named["Desa Cantik, the statistics village programme"] == "en"
    assert named["Dana desa dan pemerintahan desa"] == "id"
    page.fill("#q", "data penyakit jantung")
    until(page, "document.querySelector('#hasil h2').textContent.includes('“jantung”')")
    heading = page.inner_text("#hasil h2")
    assert heading == "“jantung” not found; the closest answers"


def test_five_hits_come_first_and_more_when_asked(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps")
    page.wait_for_selector("#hasil[aria-busy=false] .hits")
    assert page.locator(".hits li").count() == 5
    page.get_by_role("button", name="Tampilkan lebih banyak").click()
    page.locator(".hits li").nth(5).wait_for()


def test_where_five_hits_are_all_none_more_are_promised(open_page: Open) -> None:
    page = open_page("cari/?q=rumput+laut")
    page.wait_for_selector("#hasil[aria-busy=false] .hits")
    assert page.inner_text("#hasil .count") == "5 jawaban"
    assert page.locator(".hits li").count() == 5
    assert page.get_by_role("button", name="Tampilkan lebih banyak").count() == 0
