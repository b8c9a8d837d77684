"""A portal as visitors use it: one search over offices, and the way to the right one."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caridulu.portal.build import build_portal
from caridulu.portal.listing import read_listing
from tests.browser.visiting import Open
from tests.portal.conftest import offices as offices
from tests.portal.conftest import portal_folder as portal_folder
from tests.portal.three_offices import REGIONS, write_list

FIRST = ".hits li:first-child a"
MARKUP = "<img src=x onerror=alert(1)> [ini](javascript:alert(1))"
SECRET = "pegawai minta uang"
ASK = ".handover a.button:not(.plain)"


@pytest.fixture
def visit_portal(
    open_page: Open, portal_folder: Path, serve: Callable[[Path], str]
) -> Callable[..., Any]:
    base = serve(portal_folder)

    def start(path: str, **options: Any) -> Any:
        return open_page(path, base=base, **options)

    return start


def ask(page: Any, words: str) -> None:
    """Types and presses Enter; waits for answers."""
    page.fill("#q", words)
    page.press("#q", "Enter")
    page.wait_for_selector(FIRST)


def test_a_place_leads_to_its_office_also_misspelt(visit_portal: Open) -> None:
    page = visit_portal("")
    ask(page, "apa itu sampel wakatobbi")

    assert page.inner_text("main .note") == "Jawaban didahulukan dari: Kantor Statistik Wakatobi."
    assert page.get_attribute(FIRST, "href") == "https://wakatobi.contoh.example/kb/sampel/"
    assert "Berlaku di 3 kantor." in page.inner_text(".hits li:first-child")
    assert page.get_attribute(ASK, "href") == (
        "https://wakatobi.contoh.example/cari/#q=apa%20itu%20sampel%20wakatobbi"
    )


def test_whom_to_ask_is_chosen_where_no_office_is_for_all(
    offices: Path, tmp_path: Path, open_page: Open, serve: Callable[[Path], str]
) -> None:
    portal = read_listing(write_list(offices.parent, *REGIONS, national=""))
    site = tmp_path / "situs"
    build_portal(portal, root=offices.parent, site_dir=site, strict=True, on_left_out=pytest.fail)
    page = open_page("", base=serve(site))
    ask(page, "apa itu sampel")
    assert page.locator(".handover a").all_inner_texts() == ["Pilih kantor untuk bertanya"]

    ask(page, "apa itu sampel wakatobi")
    page.wait_for_selector(".handover a >> text=Tanya Kantor Statistik Wakatobi")


def test_an_adjusted_answer_is_shown_as_its_office_says_it(visit_portal: Open) -> None:
    page = visit_portal("cari/#q=arti+populasi+wakatobi")
    page.wait_for_selector(FIRST)

    assert page.inner_text(".hits li:first-child").splitlines() == [
        "Apa itu populasi?",
        "",
        "Di Wakatobi populasi penelitian ditanyakan dahulu kepada petugas.",
        "",
        "Kantor Statistik Wakatobi · Disesuaikan oleh kantor ini."
        " · Berlaku di 2 kantor, disesuaikan di 1.",
    ]


@pytest.mark.parametrize("path", ["", "cari/", "kantor/bombana/", "en/", "en/search/"])
def test_no_typed_word_leaves_the_page(visit_portal: Open, path: str) -> None:
    page = visit_portal(path)
    address, asked = page.url, list[str]()
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    ask(page, SECRET)
    page.reload()
    page.wait_for_selector(FIRST)

    assert page.input_value("#q") == SECRET  # in this place of the history
    assert page.url == address
    assert any("/search/hashed/" in each for each in asked)
    assert not any(word in each for each in asked for word in SECRET.split())
    assert not any("?" in each for each in asked)


@pytest.mark.parametrize("path", ["", "kantor/bombana/"])
def test_who_presses_enter_before_the_script_is_there_sends_nothing_either(
    visit_portal: Open, path: str
) -> None:
    page = visit_portal(path, java_script_enabled=False)
    page.fill("#q", SECRET)
    page.press("#q", "Enter")
    page.wait_for_url("**/cari/?")

    page.get_by_text("Pencarian belum berjalan; untuk itu perlu JavaScript").wait_for()


def test_back_brings_the_search_back(visit_portal: Open) -> None:
    page = visit_portal("")
    ask(page, "apa itu sampel")
    page.click("text=Pilih kantor lain")
    page.click("text=Kabupaten Bombana")
    page.wait_for_url("**/kantor/bombana/")
    page.go_back()
    page.wait_for_url("**/#kantor")
    page.go_back()
    page.wait_for_selector(FIRST)

    assert page.input_value("#q") == "apa itu sampel"


def test_a_search_is_shared_on_request_alone_and_its_address_is_cleared(
    visit_portal: Open,
) -> None:
    page = visit_portal("")
    page.evaluate("delete Navigator.prototype.share")
    page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    ask(page, "apa itu sampel")
    page.click("text=Bagikan hasil ini")
    page.wait_for_selector("text=Alamat hasil ini tersalin.")
    shared = page.evaluate("globalThis.copied")
    assert shared.endswith("/cari/#q=apa+itu+sampel")

    page.goto(shared)
    page.wait_for_selector(FIRST)
    assert page.url.endswith("/cari/")


def test_more_answers_come_when_they_are_asked_for(visit_portal: Open) -> None:
    page = visit_portal("")
    ask(page, "bagaimana cara kantor statistik")
    few = page.locator(".hits li").count()
    page.click("text=Tampilkan lebih banyak")
    page.wait_for_selector(f".hits li:nth-child({few + 1})")

    assert page.locator("text=Tampilkan lebih banyak").count() == 0


def test_the_english_pages_say_everything_in_english_but_what_offices_say(
    visit_portal: Open,
) -> None:
    page = visit_portal("")
    page.click(".tongue")
    page.wait_for_url("**/en/")
    assert page.get_attribute("html", "lang") == "en"
    assert "3 offices publish their answers here." in page.inner_text("main")
    ask(page, "arti populasi wakatobi")
    assert "Answers come first from: Kantor Statistik Wakatobi." in page.inner_text("main")
    assert "Adjusted by this office." in page.inner_text(".hits li:first-child")
    assert "Valid in 2 offices, adjusted in 1." in page.inner_text(".hits li:first-child")
    assert page.get_attribute(FIRST, "lang") == "id"
    page.click("text=Choose another office")
    page.click("text=Kabupaten Wakatobi")
    page.wait_for_url("**/en/office/wakatobi/")
    page.click("text=Put this office first")
    page.wait_for_selector("text=This office comes first on this device when you search.")
    page.click(".tongue")
    page.wait_for_url("**/kantor/wakatobi/")
    page.wait_for_selector("text=Kantor ini diutamakan di perangkat ini saat Anda mencari.")


def test_the_office_that_a_visitor_has_put_first_is_kept_and_forgotten(visit_portal: Open) -> None:
    page = visit_portal("kantor/buton-tengah/")
    assert page.evaluate("localStorage.length") == 0
    page.click("text=Utamakan kantor ini")
    ask(page, "apa itu sampel")
    assert "https://buton-tengah." in page.get_attribute(FIRST, "href")
    assert "Kantor yang Anda utamakan: Kantor Statistik Buton Tengah." in page.inner_text("main")

    page.click(".results >> text=Batalkan")
    page.wait_for_selector(f'{FIRST}[href^="https://bombana."]')
    assert page.evaluate("localStorage.length") == 0


def test_without_script_the_offices_are_listed_with_the_way_to_them(visit_portal: Open) -> None:
    page = visit_portal("", java_script_enabled=False)
    page.click("text=Kabupaten Wakatobi")

    assert page.inner_text("h1") == "Kantor Statistik Kabupaten Wakatobi"
    assert "Senin\N{EN DASH}Kamis 08.00\N{EN DASH}15.30" in page.inner_text("main")
    assert page.get_attribute("main a.button", "href") == "https://wakatobi.contoh.example/kontak/"


def test_what_offices_answer_about_themselves_says_so(visit_portal: Open) -> None:
    page = visit_portal("")
    ask(page, "alamat kantor wakatobi")
    first = page.inner_text(".hits li:first-child")

    assert page.get_attribute(FIRST, "href").startswith(
        "https://wakatobi.contoh.example/kb/kantor-"
    )
    assert "Dijawab oleh 3 kantor, masing-masing tentang kantornya." in first
    assert page.inner_text(".handover h3") == "Belum terjawab?"
    assert page.inner_text(ASK) == "Tanya Kantor Statistik Wakatobi"


def test_a_search_that_cannot_be_fetched_says_so(visit_portal: Open, misdeeds: Any) -> None:
    misdeeds.tolerated = ("Failed to load resource", "manifest.json: 404")
    page = visit_portal("cari/")
    page.route("**/search/**", lambda route: route.fulfill(status=404))
    page.fill("#q", "inflasi")
    page.wait_for_selector("text=Pencarian tidak dapat dimuat.")
    page.unroute("**/search/**")
    page.click("text=Coba lagi")
    page.wait_for_selector(FIRST)


def test_markup_in_an_office_s_answer_stays_text(
    offices: Path, tmp_path: Path, open_page: Open, serve: Callable[[Path], str]
) -> None:
    folder = offices.parent / "wakatobi" / "situs" / "search"
    [path] = folder.glob("hashed/part.*.json")
    part = json.loads(path.read_text("utf-8"))
    for entry in part["index"]["entries"]:
        entry["title"] = entry["snippet"] = MARKUP
    text = json.dumps(part)
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "hashed" / f"part.{digest}.json").write_text(text, "utf-8")
    (folder / "part.json").write_text(json.dumps({"version": 1, "sha256": digest}), "utf-8")
    portal = read_listing(offices)
    site = tmp_path / "situs"
    build_portal(portal, root=offices.parent, site_dir=site, strict=True, on_left_out=pytest.fail)
    page = open_page("", base=serve(site))
    ask(page, "arti populasi wakatobi")

    assert page.inner_text(FIRST) == MARKUP
    assert page.locator("main img").count() == 0
    for link in page.locator(".results a").all():
        assert link.get_attribute("href").startswith(("https://", page.url))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["", "en/", "cari/#q=brp+biaya+konsultasi", "en/search/#q=sampel", "kantor/bombana/"]
)
def test_axe_finds_nothing(visit_portal: Open, axe: str, path: str, width: int) -> None:
    page = visit_portal(path, width=width, bypass_csp=True)
    if "#" in path:
        page.wait_for_selector(FIRST)
    page.evaluate(axe)

    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
