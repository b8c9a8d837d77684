"""Pages say what offices say as text; an office cannot put anything else into the portal."""

import json
from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from caridulu.portal.listing import ListedOffice, PortalFile
from caridulu.portal.pages import PortalOffice, portal_site
from caridulu.search.publish.office_part import PartEntry, PartOffice
from caridulu.site.build.render_site import Site

FACTS: Mapping[str, object] = {
    "name": "BPS Kabupaten Bombana",
    "short_name": "BPS Bombana",
    "region": "Kabupaten Bombana",
    "contact": "kontak/",
    "ask": "cari/?q=",
}
ENTRY: Mapping[str, object] = {
    "id": "inflasi",
    "title": "Apa itu inflasi?",
    "snippet": "",
    "sha256": "0" * 64,
    "terms": {"question": "apa|inflasi"},
}


def _site(facts: Mapping[str, object] = FACTS) -> Site:
    listed = ListedOffice.model_validate(
        {"id": "bombana", "url": "https://bombana.contoh.example", "group": "Sultra"}
    )
    office = PortalOffice(listed, PartOffice.model_validate_json(json.dumps(facts)))
    portal = PortalFile.model_validate({"name": "Portal", "offices": [listed]})
    return portal_site(
        portal, [office], names=[["bombana"]], misleading=[], national=None, index={}
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
    ],
)
def test_facts_that_lead_elsewhere_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PartOffice.model_validate({**FACTS, **wrong})


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
