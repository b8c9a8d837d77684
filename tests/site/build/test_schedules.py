"""Entries that are public from a day on, or until a day: what the build of a day shows."""

import datetime as dt
import json
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.knowledge.text_cache import TextCache
from caridulu.privacy.gate import gate
from caridulu.site.build.pipeline import build_site
from caridulu.site.build.render_site import Site
from tests.text_files import replace_in

pytestmark = pytest.mark.slow  # builds the site of every day

ENTRY = "kb/konsep-data/apa-itu-inflasi.yml"
PAGE = "kb/apa-itu-inflasi/"
FIRST, LAST = dt.date(2026, 12, 1), dt.date(2026, 12, 31)
DAY = dt.timedelta(days=1)


@pytest.fixture
def scheduled(built_project: Path) -> Path:
    """The project with an entry that is public in December only."""
    path = built_project / ENTRY
    text = path.read_text("utf-8")
    days = f"status: published\npublish_on: {FIRST}\nhide_after: {LAST}\n"
    path.write_text(text.replace("status: published\n", days), "utf-8")
    return built_project


def told(site: Site, word: str) -> set[str]:
    """The files of a site that say a word."""
    pages = {page.path: page.html for page in site.pages}
    return {name for name, text in {**pages, **site.files}.items() if word in text}


@pytest.mark.parametrize("day", [FIRST - DAY, LAST + DAY])
def test_on_other_days_nothing_of_it_is_published(scheduled: Path, day: dt.date) -> None:
    site = build_site(scheduled, today=day)
    assert PAGE not in {page.path for page in site.pages}
    assert told(site, "apa-itu-inflasi") == set()
    assert told(site, "Apa itu inflasi?") == set()


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_on_its_days_it_is_in_pages_index_feed_and_sitemap(scheduled: Path, day: dt.date) -> None:
    site = build_site(scheduled, today=day)
    named = told(site, "apa-itu-inflasi")
    assert PAGE in {page.path for page in site.pages}
    assert {"", "a-z/", "umpan.xml", "sitemap.xml", "entries.json"} <= named
    assert any(name.startswith("search/") for name in named)
    ids = [entry["id"] for entry in json.loads(site.files["entries.json"])["entries"]]
    assert "apa-itu-inflasi" in ids


def test_a_link_to_it_is_words_and_a_notice_until_its_day(scheduled: Path) -> None:
    path = scheduled / "kb/konsultasi/biaya-konsultasi.yml"
    text = path.read_text("utf-8")
    link = "[arti inflasi](entri:apa-itu-inflasi)"
    path.write_text(text.replace("  Produk lain", f"  Baca {link}.\n\n  Produk lain"), "utf-8")

    early = load(scheduled, today=FIRST - DAY)
    assert early.ok
    assert "knowledge.link_scheduled" in {problem.key for problem in early.problems}
    fees = next(p.html for p in build_site(scheduled, today=FIRST - DAY).pages if "biaya" in p.path)
    assert "Baca arti inflasi." in fees

    assert "knowledge.link_scheduled" not in {
        problem.key for problem in load(scheduled, today=FIRST).problems
    }


def test_an_address_that_leads_to_it_waits_with_it(scheduled: Path) -> None:
    path = scheduled / ENTRY
    path.write_text(path.read_text("utf-8") + "replaces: [inflasi-lama]\n", "utf-8")
    assert told(build_site(scheduled, today=LAST + DAY), "inflasi-lama") == set()
    assert "kb/inflasi-lama/index.html" in build_site(scheduled, today=LAST).files


def test_an_entry_that_answers_for_the_office_leaves_that_to_it_on_other_days(
    project: Path,
) -> None:
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    days = f"status: published\npublish_on: {FIRST}\n"
    replace_in(path, "status: published\n", days)
    own = "kb/kantor-biaya/"
    assert own in {page.path for page in build_site(project, today=FIRST - DAY).pages}
    assert own not in {page.path for page in build_site(project, today=FIRST).pages}


def test_personal_data_is_found_before_the_day(scheduled: Path) -> None:
    path = scheduled / ENTRY
    replace_in(path, "Inflasi adalah", "Hubungi 0811-0000-9999. Inflasi adalah")
    knowledge = load(scheduled, today=FIRST - DAY).knowledge
    assert knowledge
    problems = gate(knowledge, root=scheduled, cache=TextCache())
    assert [problem.location.path for problem in problems] == [ENTRY]
