import datetime as dt
import gzip
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urljoin

import pytest

from caridulu.knowledge.model import (
    Components,
    Opening,
    Page,
)
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.urls import output_path
from tests.site.pages.built_pages import Outline, build
from tests.site.sample_office import (
    ENTRIES,
    FAKE_SEARCH,
    KEPT,
    KNOWLEDGE,
    OFFICE,
    PAGES,
    SERVICE,
    TODAY,
    entry,
)

ENTRY_PAGE_LIMIT = 15_000  # bytes of HTML and CSS, compressed, before an answer can be read


def test_every_page_has_one_title_and_unique_anchors(html: dict[str, str]) -> None:
    for path, text in html.items():
        outline = Outline(text)
        assert outline.tags["h1"] == 1, path
        assert [name for name, count in outline.ids.items() if count > 1] == [], path
        assert set(outline.labelled) <= set(outline.ids), path


def test_every_page_has_a_description_of_its_own(html: dict[str, str]) -> None:
    said = [
        re.findall('<meta name="description" content="([^"]+)">', text) for text in html.values()
    ]
    assert {len(each) for each in said} == {1}
    counts = Counter(text for (text,) in said)
    assert [text for text, count in counts.items() if count > 1] == []


def test_headings_below_the_title_skip_no_level(html: dict[str, str]) -> None:
    for path, text in html.items():
        levels = Outline(text).headings
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, path


def test_no_page_has_inline_script_or_style(html: dict[str, str]) -> None:
    assert {path: found for path, text in html.items() if (found := Outline(text).inline)} == {}


def test_every_link_inside_the_site_leads_to_a_page_or_file(site: Site) -> None:
    there = {output_path(page.path) for page in site.pages} | {*site.files, *site.pictures}
    for page in site.pages:
        for link in Outline(page.html).links:
            if link.startswith(("https:", "http:", "mailto:", "tel:", "#")):
                continue
            target = urljoin(f"https://situs.id/{page.path}", link).removeprefix(
                "https://situs.id/"
            )
            assert output_path(target.split("#")[0].split("?")[0]) in there, (page.path, link)


def test_anchors_that_pages_link_to_exist(site: Site) -> None:
    anchors = {page.path: set(Outline(page.html).ids) for page in site.pages}
    for page in site.pages:
        for link in Outline(page.html).links:
            target, mark, anchor = link.partition("#")
            if not mark or ":" in target or target.endswith(".svg") or anchor == "en":
                continue
            full = urljoin(f"https://situs.id/{page.path}", target).removeprefix(
                "https://situs.id/"
            )
            assert anchor in anchors[full], (page.path, link)


def test_no_page_loads_anything_from_another_host(html: dict[str, str]) -> None:
    for path, text in html.items():
        assert 'src="http' not in text, path
        assert '<link rel="stylesheet" href="http' not in text, path


def test_an_entry_page_is_light(site: Site, html: dict[str, str]) -> None:
    style = next(text for name, text in site.files.items() if "/style." in name)
    weight = sum(
        len(gzip.compress(text.encode())) for text in (html["kb/biaya-konsultasi/"], style)
    )
    assert weight <= ENTRY_PAGE_LIMIT


@pytest.mark.parametrize(
    ("today", "there", "gone"),
    [  # until then the browser watches the date
        (dt.date(2026, 6, 1), 'data-review-by="2026-06-01"', "Minta versi terbaru"),
        (dt.date(2026, 6, 2), "Minta versi terbaru", "data-review-by"),
    ],
)
def test_an_entry_past_its_review_date_says_so(today: dt.date, there: str, gone: str) -> None:
    page = build(KNOWLEDGE, today=today)["kb/apa-itu-ipm/"]
    assert there in page
    assert gone not in page


@pytest.mark.parametrize(
    ("today", "there", "gone"),
    [
        (dt.date(2027, 5, 25), 'data-review-by="2027-05-25"', "Minta versi terbaru"),
        (dt.date(2027, 5, 26), "Minta versi terbaru", "data-review-by"),
    ],
)
def test_a_service_past_its_review_date_says_so(today: dt.date, there: str, gone: str) -> None:
    service = SERVICE.model_copy(update={"review_by": dt.date(2027, 5, 25)})
    page = build(replace(KNOWLEDGE, services=(service,)), today=today)[
        "layanan/konsultasi-statistik/"
    ]
    assert there in page
    assert gone not in page


def test_a_service_without_a_review_date_grows_not_old(html: dict[str, str]) -> None:
    page = build(KNOWLEDGE, today=dt.date(2099, 1, 1))["layanan/konsultasi-statistik/"]
    assert "Minta versi terbaru" not in page + html["layanan/konsultasi-statistik/"]


def test_drafts_are_nowhere(site: Site) -> None:
    texts = [page.html for page in site.pages] + list(site.files.values())
    assert not any("belum terbit" in text for text in texts)


def test_a_title_with_markup_stays_text_everywhere() -> None:
    evil = "</title><script>alert(1)</script> & \"kutip\" 'tunggal'"
    knowledge = replace(
        KNOWLEDGE,
        entries=(entry("jahat", evil, "Biasa saja.", tags=(evil,)),),
        office=OFFICE.model_copy(update={"featured": ("jahat",), "name": evil}),
        services=(SERVICE.model_copy(update={"name": evil, "summary": evil}),),
        pages=(Page(id="tentang", title=evil, description=evil, body="Isi."),),
        redirects=(("lama", "jahat"),),
    )
    site = SiteRenderer(knowledge, today=TODAY, search=FAKE_SEARCH, cache=KEPT).site()
    pages = [page.html for page in site.pages] + [site.files["kb/lama/index.html"]]
    for page in pages:
        assert "<script>" not in page
        assert page.count("</title>") == 1


def test_home_offers_search_topics_favourites_promises_and_steps(html: dict[str, str]) -> None:
    home = html[""]
    assert home.index('role="search"') < home.index("Sering ditanyakan")
    assert '<a href="kb/biaya-konsultasi/">Apakah konsultasi statistik dipungut biaya?</a>' in home
    assert '<a href="kategori/konsultasi/"><span>Konsultasi statistik</span></a>' in home
    assert "Menunggu di kantor" not in home  # no limit is named for it
    assert "<strong>3 hari kerja</strong>" in home
    assert "<strong>Tidak dipungut biaya</strong>" in home
    assert "<strong>2\N{EN DASH}3 syarat</strong>" in home
    assert "Jam pelayanan" not in home  # unknown, so left out
    assert '<h2 id="cara-kerjanya">Cara kerjanya</h2>' in home


def test_an_office_without_a_home_page_gets_one_with_the_steps() -> None:
    pages = tuple(page for page in PAGES if page.id != "index")
    home = build(replace(KNOWLEDGE, pages=pages))[""]
    assert "<h1>Ada pertanyaan? Cari dulu jawabannya di sini</h1>" in home
    assert '<h2 id="cara-bertanya">Cara bertanya</h2>' in home
    assert "Jawaban atas pertanyaan yang sering diajukan kepada BPS Kabupaten Bombana" in home


def test_waiting_at_the_office_and_for_an_answer_are_told_apart() -> None:
    service = SERVICE.model_copy(update={"waiting_limit": "waiting"})
    home = build(replace(KNOWLEDGE, services=(service,)))[""]
    told = re.findall('class="label">(.*?)</span> <strong>(.*?)</strong>', home)
    assert told[:2] == [
        ("Menunggu di kantor", "10 menit"),
        ("Menunggu jawaban", "3 hari kerja"),
    ]


def test_known_hours_become_a_tile() -> None:
    hours = (Opening(days=(1, 2, 3, 4, 5), opens="08.00", closes="15:30"),)
    office = OFFICE.model_copy(update={"hours": hours})
    home = build(replace(KNOWLEDGE, office=office))[""]
    assert "<strong>Senin\N{EN DASH}Jumat 08.00\N{EN DASH}15.30</strong>" in home
    assert '<span class="note">WITA</span>' in home


def test_a_category_without_entries_is_not_offered(html: dict[str, str]) -> None:
    assert "kategori/kemiskinan/" not in html
    assert "Kemiskinan" not in html["kategori/"]


def test_the_index_files_entries_under_their_tags(html: dict[str, str]) -> None:
    index = html["a-z/"]
    tarif = index[index.index("<summary>tarif ") :]
    assert "Apakah konsultasi statistik dipungut biaya?" in tarif
    assert "Berapa lama pertanyaan daring dijawab?" in tarif
    assert '<h2 id="huruf-t">T</h2>' in index


def test_a_service_shows_its_filled_components_only(html: dict[str, str]) -> None:
    service = html["layanan/konsultasi-statistik/"]
    assert '<h2 id="persyaratan">Persyaratan</h2>' in service
    assert "<h3>Kunjungan langsung</h3>" in service
    assert ">Dasar hukum</h2>" not in service
    assert ">Belum ada dalam salinan standar di situs ini</h2>" in service


def test_a_service_names_the_components_that_are_missing() -> None:
    empty = SERVICE.components.model_copy(update={"complaints": SERVICE.components.fee})
    service = SERVICE.model_copy(update={"components": empty, "note": "Disalin dari cetakan."})
    page = build(replace(KNOWLEDGE, services=(service,)))["layanan/konsultasi-statistik/"]
    named = re.findall("<li>(.*?)</li>", page[page.index('id="belum-dimuat"') :].split("</ul>")[0])
    assert named == [
        "Sistem, mekanisme, dan prosedur",
        "Produk pelayanan",
        "Dasar hukum",
        "Sarana, prasarana, dan/atau fasilitas",
        "Kompetensi pelaksana",
        "Pengawasan internal",
        "Jumlah pelaksana",
        "Jaminan pelayanan",
        "Jaminan keamanan dan keselamatan pelayanan",
        "Evaluasi kinerja pelaksana",
    ]
    assert page.index("belum-dimuat") < page.index("Disalin dari cetakan.") < page.index("sources")


def test_a_whole_service_standard_misses_nothing() -> None:
    filled = ({"items": ["Ada."]},)
    whole = Components.model_validate(dict.fromkeys(Components.model_fields, filled))
    service = SERVICE.model_copy(update={"components": whole})
    page = build(replace(KNOWLEDGE, services=(service,)))["layanan/konsultasi-statistik/"]
    assert "Belum dimuat" not in page


WITHOUT_STYLE = "Bila tautan di halaman ini tidak berfungsi, kembalilah ke halaman sebelumnya."


def test_the_page_for_lost_visitors_works_at_any_depth() -> None:
    office = OFFICE.model_copy(update={"site_url": "https://bps.example.go.id/tanya"})
    page = build(replace(KNOWLEDGE, office=office))["404.html"]
    assert 'action="/tanya/cari/"' in page
    assert 'data-root="/tanya/"' in page
    assert WITHOUT_STYLE not in page


def test_a_lost_visitor_finds_home_where_the_sites_own_address_is_unknown(
    html: dict[str, str],
) -> None:
    assert f"<p>{WITHOUT_STYLE}</p>" in html["404.html"]
    assert [path for path, text in html.items() if WITHOUT_STYLE in text] == ["404.html"]


def test_a_link_that_leads_nowhere_is_only_words() -> None:
    lost = entry("tersesat", "Ke mana?", "Lihat [konsep](entri:konsep) itu.")
    pages = build(replace(KNOWLEDGE, entries=(*ENTRIES, lost)))
    assert "<p>Lihat konsep itu.</p>" in pages["kb/tersesat/"]


def test_a_content_page_shows_a_services_components() -> None:
    page = Page(
        id="cara",
        title="Cara",
        description="",
        body="## Syarat\n\n{{ block.requirements-konsultasi-statistik }}\n\n"
        "## Standar\n\n{{ block.service-konsultasi-statistik }}\n",
    )
    text = build(replace(KNOWLEDGE, pages=(page,)))["cara/"]
    assert "<h3>Kunjungan langsung</h3>\n<ol>\n<li>Datang ke perpustakaan.</li>" in text
    assert '<h3 id="persyaratan">Persyaratan</h3>' in text
