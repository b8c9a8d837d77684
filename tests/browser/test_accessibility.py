"""WCAG 2.2 AA as axe-core sees it, and what it cannot see: keyboard, zoom, announcements."""

from typing import Any

import pytest

from tests.accessibility import faults_by_scheme
from tests.browser.visiting import ENGLISH, Open
from tests.browser.visiting import PAGES as COMMON

PAGES = {
    **COMMON,
    "corrected": "cari/?q=kmiskinan+bombna",
    "weak": "cari/?q=harga+sewa+rumah+kota",
    "missing": "cari/?q=soal+matematika+kelas+5",
    "question back": "cari/?q=survei+bps",
    "guess": "cari/?q=cek+dusil",
    "greeting": "cari/?q=selamat+pagi",
    "direct answer": "cari/?q=jam+buka+kantor",
    "referral": "cari/?q=bikin+ktp",
    "page of a direct answer": "kb/kantor-alamat/",
    "page of a referral": "kb/rujukan-ktp/",
    "english around a referral": "kb/rujukan-ktp/#en",
    "privacy": "privasi/",
    "offline": "luring/",
    "not stored": "luring/tidak-tersimpan.html",
    "english hits": "en/search/?q=consultation+fee",
    "english question back": "en/search/?q=survei+bps",
    "english asking": "en/how-to-ask/",
}


def ready(page: Any) -> None:
    """Waits for results, and opens everything that can be opened."""
    if "?q=" in page.url:
        page.wait_for_selector("#hasil h2")
    if page.url.endswith("#en"):
        page.wait_for_selector(ENGLISH)
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    page.wait_for_timeout(100)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing_and_leaves_no_contrast_undecided(
    open_page: Open, axe: str, path: str, width: int
) -> None:
    page = open_page(path, width=width)
    ready(page)
    page.evaluate(axe)
    assert faults_by_scheme(page) == {"light": [], "dark": []}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_with_letters_twice_the_size_nothing_scrolls_sideways(open_page: Open, path: str) -> None:
    """The telephone's own large type; zooming a screen of 1280 px to 400 % is a width of 320 px."""
    page = open_page(path, width=360)
    ready(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for way in page.locator(".main a").all():
        box = way.bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= 360


def test_every_stop_of_the_tab_key_is_in_sight_and_marked(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    stops = page.locator("a, button:visible, input, summary").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const node = document.activeElement;
              if (node === document.body) return "end";
              const { left, right, top, bottom } = node.getBoundingClientRect();
              const style = getComputedStyle(node);
              const covered = !node.closest(".top, .skip") &&
                top < document.querySelector(".top").getBoundingClientRect().bottom - 1;
              const shown = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
              return shown && !covered && style.outlineStyle !== "none" ? "" : node.outerHTML;
            }"""
        )
        if seen == "end":
            break
        assert seen == ""


def test_the_skip_link_leads_to_the_content(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


def test_motion_stops_for_those_who_ask(open_page: Open) -> None:
    page = open_page("", reduced_motion="reduce")
    duration = "getComputedStyle(document.querySelector('.cards a')).transitionDuration"
    assert page.evaluate(duration) == "0s"


def test_marked_words_can_be_read_in_the_systems_own_colours(open_page: Open) -> None:
    page = open_page("cari/?q=inflasi", forced_colors="active", color_scheme="dark")
    page.wait_for_selector(".hits p mark")
    look = """[...document.querySelectorAll("mark")].map((mark) => {
      const { color, backgroundColor } = getComputedStyle(mark);
      return [color, backgroundColor];
    })"""
    for letters, ground in page.evaluate(look):
        assert (letters, ground) == ("rgb(0, 0, 0)", "rgb(255, 255, 0)")
