"""That a page stands still on a slow line, and how much of it travels."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.visiting import MAIN_PAGES, SHIFTED, SHIFTED_LATE, Open, slow_line

# Bytes compressed, with search ready to type; the home page has icons of its own.
PAGE_LIMITS = {"kb/biaya-konsultasi/": 41_950, "en/": 45_500}
ENTRY_LIMIT = 15_100  # an entry with style, scripts and icon, before anybody searches
READ_LIMIT = 15_000  # HTML and CSS before the answer can be read
FIRST_LIMITS = {  # home draws its icons and names the newest answers; search fetches live search
    "": 17_200,
    "kb/biaya-konsultasi": 13_900,
    "layanan/konsultasi-statistik": 15_700,
    "kontak": 15_500,
    "cari": 31_450,
}
MOST_SHIFTED = 0.1  # while typing: what Chromium calls good
TYPED_ON = ["", "kb/biaya-konsultasi/", "kategori/konsultasi/", "layanan/konsultasi-statistik/"]


@pytest.mark.parametrize("path", MAIN_PAGES.values(), ids=MAIN_PAGES.keys())
def test_a_page_stands_still_while_it_loads_on_a_slow_line(open_page: Open, path: str) -> None:
    """400 kbit/s and 400 ms, as on the edge of a village's mobile coverage."""
    page = slow_line(open_page("404.html"), path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTED) == 0


def test_an_entry_is_light_with_all_that_it_needs_for_itself(
    open_page: Open, site_folder: Path
) -> None:
    page = open_page("kb/biaya-konsultasi/")
    page.locator(".share-out").wait_for()
    names = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
    files = [site_folder / re.sub("^http://[^/]+/|[?#].*$", "", name) for name in names]
    files.append(site_folder / "kb/biaya-konsultasi/index.html")
    weights = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert {"main.js", "share.js", "index.html"} <= {*weights}
    assert sum(weights.values()) <= ENTRY_LIMIT, weights


@pytest.mark.slow  # builds the real site
@pytest.mark.parametrize("path", FIRST_LIMITS)
def test_little_travels_before_a_page_is_painted(site_folder: Path, path: str) -> None:
    """A page and all that it asks for at once: these share the line with its style sheet."""
    page = site_folder / path / "index.html"
    named = re.findall(r'="([^":]+\.(?:css|js|json|svg))"', page.read_text("utf-8"))
    asked = {page.parent / name for name in named if "icon" not in name}  # that comes later
    weights = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in {page, *asked}}
    assert {"index.html", "main.js"} < {*weights}
    assert sum(weights.values()) <= FIRST_LIMITS[path], weights


def test_a_page_works_before_its_style_sheet_is_there(chromium: Any, site_url: str) -> None:
    page = chromium.new_page()
    held: list[Any] = []
    page.route("**/style.*.css", lambda route: held.append(route))
    page.goto(site_url, wait_until="commit")
    page.locator("#q[enterkeyhint=search]").wait_for(state="attached")  # set by the script
    assert held
    held[0].continue_()
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", TYPED_ON)
def test_late_results_move_nothing_that_is_read(open_page: Open, path: str, width: int) -> None:
    page = slow_line(open_page("404.html", width=width), path)
    page.wait_for_load_state("networkidle")
    page.click("#q")
    for letter in "konsul bayar brp":
        page.keyboard.type(letter)
        page.wait_for_timeout(150)
    page.locator("#hasil[aria-busy=false] .hits p").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTED_LATE) <= MOST_SHIFTED


@pytest.mark.parametrize("path", PAGE_LIMITS)
def test_a_page_is_light_even_with_search_ready_to_type(
    open_page: Open, site_folder: Path, path: str
) -> None:
    page = open_page(path)
    page.focus("#q")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    names = page.evaluate(
        "[location, ...performance.getEntriesByType('resource')].map((e) => e.name ?? e.href)"
    )
    paths = {re.sub(r"^http://[^/]+/|[?#].*$", "", name) for name in names}
    files = {
        path: site_folder / (path + "index.html" if path.endswith("/") else path) for path in paths
    }
    weights = {path: len(gzip.compress(file.read_bytes(), 9)) for path, file in files.items()}
    assert {"search.js", "manifest.json"} <= {path.split("/")[-1] for path in weights}
    assert sum(weights.values()) <= PAGE_LIMITS[path], weights
    first = sum(w for path, w in weights.items() if path.endswith(("/", ".css")))
    assert first <= READ_LIMIT
