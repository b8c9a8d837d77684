"""Direct answers and referrals have pages like entries, and are in no list of entries."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.site.build.render_site import Site, SiteRenderer
from tests import SAMPLE
from tests.site.sample_office import FAKE_SEARCH, KEPT

DIRECT, REFERRAL = "kb/kantor-jam-buka/", "kb/rujukan-ktp/"


@pytest.fixture(scope="module")
def site() -> Site:
    knowledge = load(SAMPLE, today=dt.date(2026, 11, 25)).knowledge
    assert knowledge
    return SiteRenderer(
        knowledge, today=dt.date(2026, 11, 25), search=FAKE_SEARCH, cache=KEPT
    ).site()


@pytest.fixture(scope="module")
def html(site: Site) -> dict[str, str]:
    return {page.path: page.html for page in site.pages}


def test_a_direct_answer_says_what_the_office_has_supplied(html: dict[str, str]) -> None:
    page = html[DIRECT]
    assert "<h1>Jam berapa Kantor Statistik Kabupaten Contoh buka?</h1>" in page
    assert "<li>Senin\N{EN DASH}Kamis 08.00\N{EN DASH}15.30</li>" in page
    assert "kantor-jam-buka" in re.search(r'href="(mailto:[^"]*Kekeliruan[^"]*)"', page)[1]


def test_a_referral_says_first_that_this_is_no_matter_of_the_office(html: dict[str, str]) -> None:
    said = re.sub("<[^>]+>", "", html[REFERRAL].split("</h1>")[1]).split("\n")
    assert next(filter(None, said)) == (
        "Hal ini bukan kewenangan Kantor Statistik Kabupaten Contoh. Yang berwenang: Dinas"
        " Kependudukan dan Pencatatan Sipil kabupaten atau kota."
    )
    assert "Urus di dinas tempat tinggal Anda, bukan di Kantor Statistik Contoh." in html[REFERRAL]
    assert '<a class="button plain" href="https://dukcapil.contoh.example">' in html[REFERRAL]
    assert "diakses 20 November 2026" in html[REFERRAL]


def test_the_office_stays_in_reach_from_both(html: dict[str, str]) -> None:
    for path in (DIRECT, REFERRAL):
        assert 'class="ask"' in html[path]


def test_a_referral_promises_no_answer_of_the_office(html: dict[str, str]) -> None:
    """Who has come to the wrong office, perhaps in an emergency, is not told to wait for it."""
    assert "3 hari kerja" in html[DIRECT]
    assert "hari kerja" not in html[REFERRAL]
    assert html[REFERRAL].count(">Tanya petugas<") == 1
    assert "Ada pertanyaan untuk Kantor Statistik Kabupaten Contoh?" in html[REFERRAL]


def test_an_answer_that_an_entry_gives_leads_there(site: Site) -> None:
    assert "../../kb/biaya-konsultasi/" in site.files["kb/kantor-biaya/index.html"]


def test_both_are_for_search_engines_and_in_no_list_of_entries(
    site: Site, html: dict[str, str]
) -> None:
    entries = json.loads(site.files["entries.json"])["entries"]
    lists = [html["a-z/"], *(page for path, page in html.items() if path.startswith("kategori/"))]

    for path in (DIRECT, REFERRAL):
        assert f"example/{path}</loc>" in site.files["sitemap.xml"]
        assert path.split("/")[1] not in {one["id"] for one in entries}
        for text in (*lists, site.files["umpan.xml"], site.files["llms.txt"]):
            assert path not in text


def test_both_are_stored_for_reading_without_a_network(site: Site) -> None:
    stored = site.files["simpanan.json"]
    assert DIRECT in stored
    assert REFERRAL in stored


def test_an_office_without_any_referral_has_no_such_page(project: Path, today: dt.date) -> None:
    (project / "kb/referrals.yml").unlink()
    knowledge = load(project, today=today).knowledge
    assert knowledge
    site = SiteRenderer(knowledge, today=today, search=FAKE_SEARCH, cache=KEPT).site()
    assert not [page.path for page in site.pages if "rujukan-" in page.path]
