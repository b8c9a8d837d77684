"""On a small screen search fills the screen, and every way out brings the page back as it was."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.accessibility import faults_by_scheme
from tests.browser.visiting import Open, search, until
from tests.real_browser import Misdeeds

LEFT = 430  # px that the keyboard leaves
PATHS = ["", "kb/biaya-konsultasi/", "kategori/konsultasi/", "layanan/konsultasi-statistik/", "en/"]
FILLED = "document.body.classList.contains('finding')"
BEHIND = ".top, .main, footer, main > .wrap > :not(#hasil, h1.sr), .hero h1:not(.sr)"


def touched(page: Any) -> Any:
    """Touches the box, and waits until search fills the screen."""
    page.tap("#q")
    until(page, FILLED)
    return page


def left_by(page: Any, way: str) -> None:
    if way == "close":
        page.get_by_role("button", name="Tutup").tap()
    elif way == "escape":
        page.keyboard.press("Escape")
    else:
        page.go_back()
    until(page, f"!{FILLED}")


@pytest.mark.parametrize("path", PATHS)
def test_search_fills_the_screen_and_nothing_else_is_there(open_page: Open, path: str) -> None:
    page = touched(open_page(path, has_touch=True))
    box = page.locator("#q").bounding_box()
    assert box["y"] < 16
    assert page.evaluate("document.activeElement.id") == "q"
    assert [each for each in page.locator(BEHIND).all() if each.is_visible()] == []
    height = "document.documentElement.scrollHeight - innerHeight"
    assert page.evaluate(height) <= 0  # nothing to scroll
    close = page.locator(".close").bounding_box()
    assert close["height"] >= 44
    assert close["width"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", [*PATHS, "cari/"])
def test_the_first_hit_stands_above_the_keyboard(open_page: Open, path: str) -> None:
    page = touched(open_page(path, has_touch=True))
    for words in (
        "inflasi bombana",
        "kapan sensus penduduk",
        "kmiskinan bombna",
        "jam buka kantor",
    ):
        search(page, words).locator(".hits p").first.wait_for()
        until(page, f"document.querySelector('#hasil h2').textContent.includes('{words}')")
        title = page.locator(".hits a").first.bounding_box()
        assert title["y"] >= 64
        assert title["y"] + title["height"] <= LEFT


def test_who_waits_long_for_the_search_is_offered_other_ways(
    open_page: Open, misdeeds: Misdeeds
) -> None:
    misdeeds.tolerated = ("preload",)  # that the list of slices waits for the script
    page = open_page("", width=360)
    held: list[Any] = []
    page.route(re.compile(r"/(search\.js|manifest\.json)$"), lambda route: held.append(route))

    def pass_on(name: str) -> None:
        for route in [each for each in held if each.request.url.endswith(name)]:
            held.remove(route)
            route.continue_()

    page.click("#q")
    page.fill("#q", "konsul bayar brp")
    ways = page.locator("#hasil").get_by_role("link", name="Kontak")
    assert not ways.is_visible()  # most wait shorter
    ways.wait_for()
    pass_on("search.js")
    page.wait_for_timeout(600)  # the script has come, what it asks for has not
    assert ways.is_visible()
    pass_on("manifest.json")
    page.unroute_all()
    page.locator("#hasil .hits a").first.wait_for()
    assert ways.count() == 0


def test_the_box_stays_while_hits_are_scrolled(open_page: Open) -> None:
    page = touched(open_page("kb/biaya-konsultasi/", has_touch=True))
    search(page, "inflasi").locator(".hits p").first.wait_for()
    page.evaluate("scrollTo(0, 400)")
    until(page, "scrollY > 100")
    assert page.locator("#q").bounding_box()["y"] < 16


@pytest.mark.parametrize("way", ["close", "escape", "back"])
@pytest.mark.parametrize("typed", ["", "inflasi"])
def test_every_way_out_brings_the_page_back(open_page: Open, way: str, typed: str) -> None:
    page = open_page("", has_touch=True)
    page.evaluate("scrollTo(0, 90)")  # the box is still in sight
    address, before = page.url, page.evaluate("[scrollY, history.length]")
    touched(page)
    if typed:
        search(page, typed).locator(".hits a").first.wait_for()
    assert page.url == address
    left_by(page, way)
    page.wait_for_timeout(300)  # longer than typing is waited for
    assert page.evaluate("[scrollY, history.length - 1]") == before
    assert page.url == address
    assert page.input_value("#q") == ""
    assert not page.locator("#hasil").is_visible()
    assert page.locator("main h1").inner_text() == "Cari dulu, lalu tanya"
    assert page.locator("nav.main").is_visible()
    assert page.evaluate("history.state?.asked ?? ''") == ""


def test_back_from_an_answer_leads_to_the_hits_and_then_to_the_page(open_page: Open) -> None:
    page = touched(open_page("", has_touch=True))
    search(page, "inflasi bombana").locator(".hits a").first.tap()
    page.wait_for_url("**/kb/**")
    page.go_back()
    page.locator(".hits a").first.wait_for()
    assert page.evaluate(FILLED)
    assert page.input_value("#q") == "inflasi bombana"
    page.go_back()
    until(page, f"!{FILLED}")
    assert page.locator("h1").first.is_visible()
    assert page.input_value("#q") == ""


def test_the_search_page_comes_back_with_what_it_showed(open_page: Open) -> None:
    page = open_page("cari/?q=data+mikro", has_touch=True)
    page.locator(".hits p").first.wait_for()
    assert not page.evaluate(FILLED)
    touched(page)
    search(page, "konsul bayar brp").locator(".hits a").first.wait_for()
    left_by(page, "back")
    until(page, "document.querySelector('#hasil h2').textContent.includes('“data mikro”')")
    assert page.input_value("#q") == "data mikro"
    assert page.url.endswith("cari/?q=data+mikro")


def test_close_leaves_every_search_made_on_the_filled_screen(open_page: Open) -> None:
    page = open_page("cari/?q=data+mikro", has_touch=True)
    page.locator(".hits p").first.wait_for()
    touched(page)
    heading = "document.querySelector('#hasil[aria-busy=false] h2')?.textContent.includes('“{}”')"
    for words in ("konsul bayar brp", "inflasi bombana"):
        search(page, words)
        page.press("#q", "Enter")
        until(page, heading.format(words))
    page.go_back()
    until(page, heading.format("konsul bayar brp"))
    assert page.evaluate(FILLED)
    page.go_forward()
    until(page, heading.format("inflasi bombana"))
    left_by(page, "close")
    until(page, heading.format("data mikro"))
    assert page.input_value("#q") == "data mikro"


def test_the_tab_key_alone_changes_nothing(open_page: Open) -> None:
    """WCAG 3.2.1: an enlarged page at a desk is a small screen, too."""
    page = open_page("")
    page.focus("#q")
    page.wait_for_timeout(200)
    assert not page.evaluate(FILLED)
    page.keyboard.type("in")
    until(page, FILLED)


def test_on_a_wide_screen_results_stand_below_the_box(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/", width=1280)
    page.click("#q")
    search(page, "inflasi").locator(".hits a").first.wait_for()
    assert not page.evaluate(FILLED)
    assert not page.locator(".close").is_visible()
    assert page.locator("article h1").is_visible()
    hasil = page.locator("#hasil").bounding_box()
    form = page.locator("form.search").bounding_box()
    assert hasil["y"] >= form["y"] + form["height"]


@pytest.mark.parametrize("words", ["", "inflasi bombana", "petugas kasar"])
def test_axe_finds_nothing_on_the_filled_screen(open_page: Open, axe: str, words: str) -> None:
    page = touched(open_page("kb/biaya-konsultasi/", has_touch=True))
    if words:
        search(page, words).locator(".hits p").first.wait_for()
    else:
        page.locator(".often").wait_for()
    page.evaluate(axe)
    assert faults_by_scheme(page) == {"light": [], "dark": []}


def test_it_works_from_a_folder(stick: Callable[[str], Any]) -> None:
    page = stick("kb/biaya-konsultasi/index.html")
    page.click("#q")
    until(page, FILLED)
    page.locator(".often a").first.wait_for()
    search(page, "inflasi").locator(".hits a").first.wait_for()
    page.keyboard.press("Escape")
    until(page, f"!{FILLED}")
    assert page.locator("article h1").is_visible()


# Suggestions


@pytest.mark.parametrize("width", [360, 1280])
def test_an_empty_box_offers_what_is_asked_most(open_page: Open, width: int) -> None:
    page = open_page("kb/lama-jawaban-daring/", width=width)
    before = page.locator("article h1").bounding_box()
    page.focus("#q")
    offered = page.get_by_role("navigation", name="Sering ditanyakan")
    offered.wait_for()
    assert 1 <= offered.locator("a").count() <= 5
    assert page.locator("article h1").bounding_box() == before  # nothing is pushed down
    assert all(each.bounding_box()["height"] >= 44 for each in offered.locator("a").all())
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.often') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kb/angka-terbaru-bombana/")


def test_suggestions_give_way(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/", width=1280)
    offered = page.locator(".often")
    page.focus("#q")
    offered.wait_for()
    page.keyboard.press("Escape")
    assert not offered.is_visible()
    page.evaluate("document.activeElement.blur()")
    page.focus("#q")
    offered.wait_for()
    page.keyboard.type("i")
    assert not offered.is_visible()
    page.keyboard.press("Backspace")
    offered.wait_for()
    page.evaluate("document.activeElement.blur()")
    until(page, "document.querySelector('.often').hidden")


def test_suggestions_ask_for_nothing_that_search_does_not(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    asked: list[str] = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda each: asked.append(each.url.rsplit("/", 1)[-1]))
    page.focus("#q")
    page.locator(".often a").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert {each for each in asked if not each.startswith("icon.")} == {  # the browser's own wish
        "search.js",
        "manifest.json",
    }


def test_who_reads_english_is_offered_english_questions(open_page: Open) -> None:
    page = open_page("en/")
    page.focus("#q")
    offered = page.get_by_role("navigation", name="Often asked")
    offered.wait_for()
    langs = {each.get_attribute("lang") for each in offered.locator("a").all()}
    assert "en" in langs


def test_with_letters_twice_the_size_what_is_typed_is_seen(open_page: Open) -> None:
    page = open_page("", has_touch=True)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    touched(page)
    assert page.locator("#q").bounding_box()["width"] >= 280
