"""Pages say what offices say as text; an office cannot put anything else into the portal."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import ValidationError

from caridulu.portal.holdings import Holdings
from caridulu.portal.listing import ListedOffice, PortalFile
from caridulu.portal.office_rows import PortalOffice
from caridulu.portal.pages import portal_site
from caridulu.portal.places import NameContext, PlaceNames
from caridulu.search.publish.office_part import IndexPart, PartEntry, PartOffice
from caridulu.site.build.render_site import Site
from caridulu.site.urls import relative

FACTS: Mapping[str, object] = {
    "name": "BPS Kabupaten Bombana",
    "short_name": "BPS Bombana",
    "region": "Kabupaten Bombana",
    "contact": "kontak/",
    "ask": "cari/#q=",
}
ENTRY: Mapping[str, object] = {
    "id": "inflasi",
    "title": "Apa itu inflasi?",
    "snippet": "",
    "sha256": "0" * 64,
    "terms": {"question": "apa|inflasi"},
}

SAID = {
    "id": {
        "": (
            "Kantor menurut wilayah",
            "1 kantor menerbitkan jawabannya di sini.",
            "Sebut nama daerah bila perlu, misalnya nama kabupaten atau kota. Jawaban kantornya"
            " akan didahulukan.",
            'content="Portal: satu pencarian untuk jawaban semua kantor."',
            "Setiap jawaban disusun oleh kantor yang namanya tercantum, dan menjadi"
            " tanggung jawab kantor itu.",
        ),
        "cari/": ("<h1>Cari jawaban</h1>", "Daftar kantor", '#kantor">Kantor</a>'),
        "kantor/bombana/": ("<dt>Wilayah kerja</dt>", "<dt>Alamat</dt>", "Tanya kantor ini"),
    },
    "en": {
        "en/": (
            "Offices by region",
            "1 offices publish their answers here.",
            "Name a region if you like, such as a regency or city. The answers of its office come"
            " first.",
            'content="Portal: one search over the answers of all offices."',
            "Every answer is written by the office that it names, which is responsible for it.",
            '<h1 lang="id">Portal</h1>',
        ),
        "en/search/": (
            "<h1>Search answers</h1>",
            "List of offices",
            '#kantor">Offices</a>',
            "Search is not running yet; it needs JavaScript and a fairly recent browser. Meanwhile,"
            " open the site of the office you look for from the list of offices.",
        ),
        "en/office/bombana/": (
            "<dt>Region</dt>",
            "<dt>Address</dt>",
            "Ask this office",
            "Open the site of this office",
            "The site of this office is on trial and not yet approved by the office.",
            '<h1 lang="id">BPS Kabupaten Bombana</h1>',
        ),
    },
}


def _site(facts: Mapping[str, object] = FACTS) -> Site:
    listed = ListedOffice.model_validate(
        {"id": "bombana", "url": "https://bombana.contoh.example", "group": "Sultra"}
    )
    office = PortalOffice(listed, PartOffice.model_validate_json(json.dumps(facts)))
    portal = PortalFile.model_validate({"name": "Portal", "offices": [listed]})
    return portal_site(
        portal,
        [office],
        names=[PlaceNames(("bombana",))],
        context=NameContext(),
        index={"manifest.json": '{"version":0}'},
        holdings=Holdings({"oAbCdEf/0.json": "{}"}, 1, "AbCdEf"),
    )


def _page(site: Site, path: str) -> str:
    return next(page.html for page in site.pages if page.path == path)


def test_an_office_s_page_has_only_what_the_office_has_stated() -> None:
    bare = _page(_site(), "kantor/bombana/")
    hours = {"hours": ["Senin 08.00"], "timezone": "WITA", "address": "Jalan Angka 10"}
    full = _page(_site({**FACTS, **hours, "trial": False}), "kantor/bombana/")

    assert "Jam pelayanan" not in bare
    assert "<dt>Alamat</dt>" not in bare
    assert "Situs kantor ini masih percobaan, belum disahkan kantornya." in bare
    assert "<dt>Jam pelayanan (WITA)</dt>\n<dd>Senin 08.00</dd>" in full
    assert "<dt>Alamat</dt><dd>Jalan Angka 10</dd>" in full
    assert "masih percobaan" not in full


def test_a_page_leads_to_the_office_at_the_address_of_the_list() -> None:
    html = _page(_site(), "kantor/bombana/")

    assert 'href="https://bombana.contoh.example/kontak/">Tanya kantor ini</a>' in html
    assert 'href="https://bombana.contoh.example/">Buka situs kantor ini</a>' in html


def test_the_home_page_lists_offices_by_region() -> None:
    html = _page(_site(), "")

    assert "<h3>Sultra</h3>" in html
    assert '<a href="kantor/bombana/">Kabupaten Bombana</a>' in html
    assert "1 kantor menerbitkan jawabannya di sini." in html


def test_pages_say_the_same_in_both_languages() -> None:
    site = _site({**FACTS, "address": "Jalan Angka 10"})
    for language, said in SAID.items():
        for path, sentences in said.items():
            html = _page(site, path)
            assert f'<html lang="{language}">' in html
            for sentence in sentences:
                assert sentence in html, (path, sentence)


def test_every_page_leads_to_its_other_language() -> None:
    site = _site()
    for one, other in (
        ("", "en/"),
        ("cari/", "en/search/"),
        ("kantor/bombana/", "en/office/bombana/"),
    ):
        for here, there in ((one, other), (other, one)):
            assert f'<a class="tongue" href="{relative(here, there)}"' in _page(site, here)


def test_the_table_of_offices_travels_with_the_manifest() -> None:
    manifest = json.loads(_site().files["search/manifest.json"])

    assert manifest["version"] == 0
    assert manifest["offices"]["offices"]["id"] == "bombana"


def test_scripts_are_joined_of_modules_without_a_name_in_common(node: str, tmp_path: Path) -> None:
    scripts = [
        text
        for path, text in _site().files.items()
        if path.startswith("assets/portal.") and path.endswith(".js")
    ]

    assert len(scripts) == 2  # one for each language
    for script in scripts:
        joined = tmp_path / "joined.mjs"
        joined.write_text(script, "utf-8")
        subprocess.run([node, "--check", joined], check=True)


def test_no_box_of_a_portal_has_a_name_by_which_its_words_would_be_sent() -> None:
    for page in _site().pages:
        assert 'id="q" type="search"' in page.html
        assert " name=" not in page.html.partition("<body")[2]


def test_markup_in_an_office_s_name_stays_text() -> None:
    html = _page(_site({**FACTS, "name": "<script>alert(1)</script>"}), "kantor/bombana/")

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"contact": "//lain.example/"},
        {"contact": "javascript:alert(1)"},
        {"ask": "https://lain.example/?q="},
        {"name": "dua\nbaris"},
        {"ask": "cari/?q="},
        {"hours": ["Senin"] * 21},
        {"places": ["Kasipute"] * 1_001},
    ],
)
def test_facts_that_lead_elsewhere_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PartOffice.model_validate({**FACTS, **wrong})


def test_counts_that_no_index_has_are_refused() -> None:
    for count in (0, -1, 10**9):
        with pytest.raises(ValidationError):
            IndexPart(entries=(), words={"inflasi": count}, gaps=(), places=())


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "../lain"},
        {"id": "inflasi:dasar"},
        {"title": "satu\tdua"},
        {"package": "#0000000000"},
        {"terms": {"question": "Apa"}},
        {"terms": {"question": "apa\n."}},
        {"terms": {"question": "a+b"}},
        {"sha256": "x"},
    ],
)
def test_entries_that_would_break_the_index_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PartEntry.model_validate({**ENTRY, **wrong})
