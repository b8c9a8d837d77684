"""English around Indonesian answers: few pages, one catalogue, nothing built twice."""

import re
from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

import pytest

from caridulu.knowledge.model import Limit, Translation
from caridulu.messages import Language
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.client.translations import names, phrases
from caridulu.site.html.layout import Shell
from caridulu.site.urls import Addresses
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, OFFICE, TODAY

PAGES = ("en/", "en/contact/", "en/how-to-ask/", "en/search/")


def links(html: str) -> list[str]:
    return re.findall(r'<a [^>]*?href="([^"]+)"', html)


def test_english_has_four_pages_however_many_entries_there_are(html: dict[str, str]) -> None:
    assert tuple(sorted(path for path in html if path.startswith("en/"))) == PAGES


@pytest.mark.parametrize("path", PAGES)
def test_an_english_page_says_so_and_loads_the_english_scripts(
    html: dict[str, str], path: str
) -> None:
    english, indonesian = (
        re.findall(r'<html lang="(\w+)">.*?<script [^>]*src="[./]*([^"]+)"', html[each], re.S)[0]
        for each in (path, "")
    )
    assert (english[0], indonesian[0]) == ("en", "id")
    assert english[1] != indonesian[1]


@pytest.mark.parametrize(
    ("path", "other"), [("", "en/"), ("cari/", "en/search/"), ("kontak/", "en/contact/")]
)
def test_twins_name_each_other(path: str, other: str) -> None:
    office = OFFICE.model_copy(update={"site_url": "https://bps.example.go.id/tanya"})
    site = SiteRenderer(
        replace(KNOWLEDGE, office=office), today=TODAY, search=FAKE_SEARCH, cache=KEPT
    ).site()
    html = {page.path: page.html for page in site.pages}
    base = "https://bps.example.go.id/tanya/"
    for each in (path, other):
        assert re.findall(
            r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html[each]
        ) == [
            ("id", base + path),
            ("en", base + other),
            ("x-default", base + path),
        ]


def test_twins_are_not_named_before_the_site_has_an_address(html: dict[str, str]) -> None:
    assert "x-default" not in html[""]


def test_a_page_without_a_twin_names_none_and_leads_to_the_english_home(
    html: dict[str, str],
) -> None:
    page = html["kb/biaya-konsultasi/"]
    assert 'rel="alternate" hreflang' not in page
    assert '<a class="tongue" href="../../en/" lang="en" data-stays' in page


def test_english_pages_lead_to_english_or_carry_it_along(html: dict[str, str]) -> None:
    home = links(html["en/"])
    assert "../kb/biaya-konsultasi/#en" in home
    assert "../kategori/konsultasi/#en" in home
    assert "../en/contact/" in home
    assert "../en/contact/#complaints" in home
    assert not {"../kontak/", "../cari/", "../kb/biaya-konsultasi/"} & {*home}


def test_what_stays_indonesian_is_marked(html: dict[str, str]) -> None:
    home = html["en/"]
    assert re.search(r'<ul class="cards">\n<li><a href="[^"]+" lang="id">', home)
    assert (
        '<a href="../kategori/konsultasi/#en" lang="id"><span>Konsultasi statistik</span>' in home
    )
    assert "<h1>A question? Search here first</h1>" in home
    assert "Answers are in Indonesian. Common English words find them too." in home


def test_where_most_answers_are_translated_the_english_pages_say_so() -> None:
    english = Translation(question="What is it?", answer="This.")
    entries = tuple(one.model_copy(update={"en": english}) for one in KNOWLEDGE.entries)
    site = Addresses(language=Language.EN)
    said = [
        Shell(each, site=site).answers_language()
        for each in (KNOWLEDGE, replace(KNOWLEDGE, entries=entries))
    ]
    assert said == [
        "Answers are in Indonesian.",
        "Answers are in Indonesian, most with a short English version.",
    ]


def test_a_channel_says_in_english_what_it_is(html: dict[str, str]) -> None:
    contact = html["en/contact/"]
    assert (
        '<b>Visit in person</b> <span class="note" lang="id">Datang langsung: Perpustakaan BPS'
        " Kabupaten Bombana</span>"
    ) in contact
    assert '<b>E-mail</b> <span class="note" lang="id">bps7406@bps.go.id</span>' in contact
    assert "Answered within 3 working days once" in contact
    mail = next(unquote(link) for link in links(contact) if "mailto:" in link)
    assert "saya ingin berkonsultasi. (Hello, I would like a consultation." in mail


@pytest.mark.parametrize(
    ("unit", "text"), [("hari kerja", "3 working days"), ("kali musim", "3 kali musim")]
)
def test_a_promise_in_english_keeps_a_unit_that_is_not_known(unit: str, text: str) -> None:
    assert Limit(amount=3, unit=unit).text(Language.EN) == text


def test_every_line_has_one_english_line() -> None:
    counted = Counter(indonesian for indonesian, _ in (*phrases(), *names()))
    assert [line for line, count in counted.items() if count > 1] == []


def test_english_pages_are_for_search_engines_too(site: Site) -> None:
    assert all(page.listed for page in site.pages if page.path.startswith("en/"))
