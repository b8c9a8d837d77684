"""A portal as visitors use it: one search over offices, and the way to the right one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.visiting import Open
from tests.portal.conftest import built_offices as built_offices
from tests.portal.conftest import portal_folder as portal_folder

FIRST = ".hits li:first-child a"
ASK = ".handover a.button:not(.plain)"


@pytest.fixture
def visit_portal(
    open_page: Open, portal_folder: Path, serve: Callable[[Path], str]
) -> Callable[..., Any]:
    base = serve(portal_folder)

    def start(path: str, **options: Any) -> Any:
        return open_page(path, base=base, **options)

    return start


def test_a_place_leads_to_its_office_also_misspelt(visit_portal: Open) -> None:
    page = visit_portal("")
    page.fill("#q", "apa itu sampel wakatobbi")
    page.press("#q", "Enter")
    page.wait_for_selector(FIRST)

    assert page.url.endswith("cari/?q=apa+itu+sampel+wakatobbi")
    assert page.get_attribute(FIRST, "href") == "https://wakatobi.contoh.example/kb/sampel/"
    assert "Berlaku di 3 kantor." in page.inner_text(".hits li:first-child")
    assert page.get_attribute(ASK, "href") == (
        "https://wakatobi.contoh.example/cari/?q=apa%20itu%20sampel%20wakatobbi"
    )


def test_an_adjusted_answer_says_so_and_not_what_the_others_say(visit_portal: Open) -> None:
    page = visit_portal("cari/?q=arti+populasi+wakatobi")
    page.wait_for_selector(FIRST)

    assert page.inner_text(".hits li:first-child").splitlines() == [
        "Apa itu populasi?",
        "",
        "Disesuaikan oleh kantor ini.",
        "",
        "Kantor Statistik Wakatobi · Berlaku di 2 kantor, disesuaikan di 1.",
    ]


def test_the_office_that_a_visitor_has_put_first_is_kept_and_forgotten(visit_portal: Open) -> None:
    page = visit_portal("kantor/buton-tengah/")
    assert page.evaluate("localStorage.length") == 0
    page.click("text=Utamakan kantor ini")
    page.fill("#q", "apa itu sampel")
    page.press("#q", "Enter")
    page.wait_for_selector(FIRST)
    assert "https://buton-tengah." in page.get_attribute(FIRST, "href")

    page.click("text=Batalkan")
    page.wait_for_selector(f'{FIRST}[href^="https://bombana."]')
    assert page.evaluate("localStorage.length") == 0


def test_without_script_the_offices_are_listed_with_the_way_to_them(visit_portal: Open) -> None:
    page = visit_portal("", java_script_enabled=False)
    page.click("text=Kabupaten Wakatobi")

    assert page.inner_text("h1") == "Kantor Statistik Kabupaten Wakatobi"
    assert "Senin\N{EN DASH}Kamis 08.00\N{EN DASH}15.30" in page.inner_text("main")
    assert page.get_attribute("main a.button", "href") == "https://wakatobi.contoh.example/kontak/"


def test_a_search_that_cannot_be_fetched_says_so(visit_portal: Open, misdeeds: Any) -> None:
    misdeeds.tolerated = ("Failed to load resource", "IndexProblem", "missing")
    page = visit_portal("cari/")
    page.route("**/search/**", lambda route: route.fulfill(status=404))
    page.fill("#q", "inflasi")
    page.wait_for_selector("text=Pencarian tidak dapat dimuat.")
    page.unroute("**/search/**")
    page.click("text=Coba lagi")
    page.wait_for_selector(FIRST)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["", "cari/?q=brp+biaya+konsultasi", "kantor/bombana/"])
def test_axe_finds_nothing(visit_portal: Open, axe: str, path: str, width: int) -> None:
    page = visit_portal(path, width=width, bypass_csp=True)
    if "?" in path:
        page.wait_for_selector(FIRST)
    page.evaluate(axe)

    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
