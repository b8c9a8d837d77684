"""A page that grew old after it was built says so, and its newer version can be asked for."""

import datetime as dt
from typing import Any
from urllib.parse import unquote

import pytest

from caridulu.knowledge.model import KnowledgeBase
from caridulu.site.handover.channels import newer_url
from tests.browser.visiting import SHIFTED, Open, until
from tests.real_browser import Misdeeds

ENTRY = "kb/biaya-konsultasi/"
SERVICE = "layanan/konsultasi-statistik/"
LATER = dt.datetime(2027, 8, 1, 12, tzinfo=dt.UTC)


def read_on(open_page: Open, path: str, moment: dt.datetime) -> Any:
    """The page at ``path``, read at a moment on a telephone in the east of Indonesia."""
    page = open_page("", timezone_id="Asia/Makassar")
    page.clock.set_fixed_time(moment)
    page.goto(page.url + path)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("path", [ENTRY, SERVICE])
def test_the_newer_version_is_asked_for_in_the_same_message_as_in_a_page_built_later(
    open_page: Open, knowledge: KnowledgeBase, path: str
) -> None:
    page = read_on(open_page, path, LATER)
    notice = page.locator(".bars .notice")
    assert "Halaman ini seharusnya diperiksa sebelum 25 Mei 2027" in notice.inner_text()
    until(page, "!document.querySelector('.notice a').href.endsWith('/kontak/')")
    asked = notice.get_by_role("link", name="Minta versi terbaru").get_attribute("href")
    assert asked == newer_url(knowledge.office, page.inner_text("h1"), path)
    assert f"({path})" in unquote(asked)
    assert page.evaluate(SHIFTED) < 0.01
    assert "Kode: CD1-V-U-" in unquote(asked)


def test_without_the_message_the_notice_leads_to_the_contact_page(
    open_page: Open, misdeeds: Misdeeds
) -> None:
    misdeeds.tolerated = ("net::ERR_FAILED", "Failed to fetch dynamically imported module")
    page = open_page("")
    page.clock.set_fixed_time(LATER)
    page.route("**/handover.js", lambda route: route.abort())
    page.goto(page.url + ENTRY)
    assert page.locator(".notice a").get_attribute("href").endswith("/kontak/")


def test_in_english_the_message_is_in_both_languages(open_page: Open) -> None:
    page = read_on(open_page, f"{ENTRY}#en", LATER)
    asked = page.get_by_role("link", name="Ask for the latest version").get_attribute("href")
    assert "(Hello, I am looking for the latest version of a page on this site." in unquote(asked)
    said = page.get_by_text("This page was due for review")
    assert said.evaluate("(node) => node.closest('[lang]').lang") == "en"
    upper, lower = (page.locator(each).bounding_box() for each in (".notice", ".frame"))
    assert abs(upper["y"] + upper["height"] - lower["y"]) < 1  # one below the other


def test_the_day_ends_where_the_visitor_is(open_page: Open, knowledge: KnowledgeBase) -> None:
    day = next(each.review_by for each in knowledge.entries if each.id == "biaya-konsultasi")
    east = dt.timezone(dt.timedelta(hours=8))
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=east) + dt.timedelta(days=1)
    last = read_on(open_page, ENTRY, midnight - dt.timedelta(minutes=1))
    assert last.locator(".notice").count() == 0
    after = read_on(open_page, ENTRY, midnight)
    assert after.locator(".notice").count() == 1
