"""What is printed: answers in full with sources, date and address, and nothing twice."""

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from caridulu.knowledge import KnowledgeBase
from tests import ROOT
from tests.browser.visiting import Open, search, until
from tests.real_browser import Misdeeds

TOPIC = "kategori/konsultasi/"
FULL = "Cetak jawaban lengkap"
NO_PAPER = "() => { window.prints = 0; window.print = () => { window.prints += 1; }; }"
BEHIND = "(node) => getComputedStyle(node, '::after').content"


def print_full(page: Any) -> Any:
    """Presses the button and waits for what goes to the printer."""
    page.evaluate(NO_PAPER)
    page.get_by_role("button", name=FULL).click()
    until(page, "window.prints === 1")
    page.emulate_media(media="print")
    return page.locator(".on-paper > section")


def test_printing_leaves_the_answer_and_its_sources(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    page.emulate_media(media="print")
    for hidden in (".search", ".helpful", "footer nav", ".tools", ".call"):
        assert not page.locator(hidden).first.is_visible(), hidden
    for shown in ("h1", ".answer", ".sources", ".facts", ".trial"):
        assert page.locator(shown).first.is_visible(), shown


def test_a_printed_search_shows_its_hits_and_whom_to_ask(open_page: Open) -> None:
    page = open_page("cari/?q=kmiskinan+bombna")
    page.locator(".hits p").first.wait_for()
    page.emulate_media(media="print")
    for shown in (".results h2", ".hits a", ".hits p", ".corrected"):
        assert page.locator(shown).first.is_visible(), shown
    for hidden in (".results button", ".results .buttons", ".results .why"):
        assert not page.locator(hidden).first.is_visible(), hidden
    page.goto(page.url.partition("?")[0] + "?q=xqzvw+plorfk")
    page.locator(".handover .channels li").first.wait_for()
    assert page.locator("[data-channel=email]").first.is_visible()


def test_five_hits_are_one_printed_sheet(open_page: Open) -> None:
    page = open_page("cari/?q=data+bps")
    page.wait_for_selector(".more-help")  # stands below all hits
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")  # as browsers leave it
    (sheet,) = PdfReader(io.BytesIO(page.pdf(format="A4", margin=margin))).pages
    assert "Hasil untuk “data bps”" in sheet.extract_text()
    assert "Dicetak" in sheet.extract_text()


def test_results_that_fill_the_screen_are_printed(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/")
    search(page, "inflasi bombana").locator(".hits a").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".hits a").first.is_visible()
    assert not page.locator("#hasil button").first.is_visible()


def test_results_over_an_answer_are_not_printed(open_page: Open) -> None:
    page = open_page("kb/biaya-konsultasi/", width=1280)
    search(page, "inflasi bombana").locator(".hits a").first.wait_for()
    page.emulate_media(media="print")
    assert not page.locator("#hasil").is_visible()
    assert page.locator(".answer").is_visible()


def test_addresses_of_tables_are_on_paper(open_page: Open, knowledge: KnowledgeBase) -> None:
    entry = next(each for each in knowledge.published if each.data_links)
    page = open_page(f"kb/{entry.id}/")
    table = page.locator(".tables a").first
    assert table.evaluate(BEHIND) == "none"
    page.emulate_media(media="print")
    assert table.is_visible()
    assert entry.data_links[0].url in table.evaluate(BEHIND)


def test_the_sheet_for_the_counter_fits_on_one_page(chromium: Any, tmp_path: Path) -> None:
    from caridulu.site.build.build_command import poster

    poster(ROOT, tmp_path / "poster.html")
    page = chromium.new_page()
    page.goto((tmp_path / "poster.html").as_uri())
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


def test_a_topic_is_printed_with_answers_sources_dates_and_addresses(open_page: Open) -> None:
    page = open_page(TOPIC)
    titles = page.locator(".entries a").all_inner_texts()
    answers = print_full(page)
    assert answers.locator("h2:not(.small)").all_inner_texts() == titles
    assert not page.locator(".entries").is_visible()
    fee = answers.filter(has_text="Apakah konsultasi statistik dipungut biaya?").first
    for shown in (
        "Konsultasi statistik di BPS Kabupaten Bombana tidak dipungut biaya",
        "Disusun 26 November 2026 dari sumber terbuka, belum diperiksa kantor.",
        "SIPPN: Pelayanan Produk Statistik Berbayar, BPS (pusat)",
        page.url.removesuffix(TOPIC) + "kb/biaya-konsultasi/",
    ):
        assert shown in fee.inner_text()
    ids = "[...document.querySelectorAll('[id]')].map((each) => each.id)"
    assert page.evaluate(f"{ids}.length === new Set({ids}).size")


def test_printing_the_list_afterwards_prints_the_list(open_page: Open) -> None:
    page = open_page(TOPIC)
    print_full(page)
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Cetak", exact=True).click()
    page.emulate_media(media="print")
    assert page.evaluate("window.prints") == 2
    assert page.locator(".entries").is_visible()
    assert page.locator(".on-paper").count() == 0


def test_an_answer_past_its_review_date_says_so_on_paper(open_page: Open) -> None:
    page = open_page("")
    page.clock.set_fixed_time(dt.datetime(2027, 8, 1, 12, tzinfo=dt.UTC))
    page.goto(page.url + TOPIC)
    remark = "Halaman ini seharusnya diperiksa sebelum 25 Mei 2027"
    assert remark in print_full(page).first.inner_text()


def test_many_answers_are_not_fetched_before_their_number_is_known(
    open_page: Open, own_site: Any
) -> None:
    file = own_site.folder / TOPIC / "index.html"
    text = file.read_text("utf-8")
    rows = re.search(r'<ul class="entries">(.*?)</ul>', text, re.DOTALL)[1]
    file.write_text(text.replace(rows, rows * 4), "utf-8")
    page = open_page(TOPIC, base=own_site.url)
    page.evaluate(NO_PAPER)
    button = page.get_by_role("button", name=FULL)
    button.click()
    count = rows.count("<li>") * 4
    assert count > 50
    pages = -(-count * 10 // 18)
    said = f"Kira-kira {pages} halaman A4 untuk {count} jawaban. Tekan sekali lagi untuk mencetak."
    page.get_by_text(said).wait_for()
    fetched = "performance.getEntriesByType('resource').filter((e) => e.name.includes('/kb/'))"
    assert page.evaluate(f"{fetched}.length") == 0
    button.click()
    until(page, "window.prints === 1")
    assert page.locator(".on-paper > section").count() == count


@pytest.mark.parametrize("lost", ["**/kb/biaya-konsultasi/", "**/sheet.js"])
def test_an_answer_that_cannot_be_had_is_not_left_out(
    open_page: Open, misdeeds: Misdeeds, lost: str
) -> None:
    misdeeds.tolerated = ("net::ERR_FAILED",)
    page = open_page(TOPIC)
    page.evaluate(NO_PAPER)
    page.route(lost, lambda route: route.abort())
    page.get_by_role("button", name=FULL).click()
    page.get_by_text("Belum semua jawaban dapat dimuat.").wait_for()
    assert page.evaluate("window.prints") == 0


def test_from_a_folder_the_topic_is_as_it_is(stick: Callable[[str], Any]) -> None:
    """There no page can read another one."""
    page = stick("kategori/konsultasi/index.html")
    page.get_by_role("button", name="Cetak", exact=True).wait_for()
    assert page.get_by_role("button", name=FULL).count() == 0


def test_without_javascript_the_topic_is_as_it_is(open_page: Open) -> None:
    plain = open_page(TOPIC, java_script_enabled=False)
    assert plain.get_by_role("button", name=FULL).count() == 0
    assert plain.locator(".entries a").count() > 0


@pytest.mark.parametrize("width", [360, 1280])
def test_the_buttons_for_printing_push_nothing_down(open_page: Open, width: int) -> None:
    places = [
        open_page(TOPIC, width=width, java_script_enabled=script).locator(".ask").bounding_box()
        for script in (False, True)
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize("path", ["kb/biaya-konsultasi/", TOPIC, "layanan/konsultasi-statistik/"])
def test_paper_says_when_and_from_where(open_page: Open, path: str) -> None:
    page = open_page("")
    base = page.url
    page.clock.set_fixed_time(dt.datetime(2027, 1, 3, 12, tzinfo=dt.UTC))
    page.goto(base + path)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator(".printed")
    assert printed.inner_text() == f"Dicetak 3 Januari 2027 dari {base}{path}"
    assert printed.is_visible()
    page.emulate_media(media="screen")
    assert not printed.is_visible()


def test_an_address_does_not_stand_behind_itself(open_page: Open) -> None:
    page = open_page("layanan/konsultasi-statistik/")
    page.emulate_media(media="print")
    assert page.locator(".prose a", has_text="https://").first.evaluate(BEHIND) == "none"
    assert "https://sippn.menpan.go.id" in page.locator(".sources a").first.evaluate(BEHIND)
    page.goto(page.url.replace("layanan/konsultasi-statistik/", "kontak/"))
    for link in page.locator(".channels a").all():
        assert link.evaluate(BEHIND) == "none"  # not a whole message
