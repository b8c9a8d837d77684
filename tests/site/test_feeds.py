import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from sample_office import FAKE_SEARCH, KNOWLEDGE, OFFICE, TODAY

from generator.site.assemble import Site, assemble
from generator.site.feeds import ENTRIES_FORMAT, atom

ADDRESS = "https://tanya.example.go.id"
KNOWN = replace(KNOWLEDGE, office=OFFICE.model_copy(update={"site_url": ADDRESS}))
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_lists_entries_the_latest_first(site: Site) -> None:
    feed = ET.fromstring(site.files["umpan.xml"])
    titles = [each.findtext(f"{ATOM}title") for each in feed.iter(f"{ATOM}entry")]
    assert titles == [
        "Berapa lama pertanyaan daring dijawab?",
        "Apakah konsultasi statistik dipungut biaya?",
        "Apa itu Indeks Pembangunan Manusia (IPM)?",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2026-11-25T00:00:00Z"


def test_an_entry_keeps_its_identity_when_the_site_moves() -> None:
    identities = [re.findall("<id>(.*?)</id>", atom(each)) for each in (KNOWLEDGE, KNOWN)]
    assert identities[0] == identities[1]
    assert len(set(identities[0])) == 4


def test_entries_for_programs_say_nothing_that_is_not_public(site: Site) -> None:
    listed = json.loads(site.files["entries.json"])
    documented = ENTRIES_FORMAT["properties"]["entries"]["items"]["properties"]  # type: ignore[index]
    assert [each["id"] for each in listed["entries"]] == [
        "apa-itu-ipm",
        "biaya-konsultasi",
        "waktu-jawaban",
    ]
    assert all(set(each) == set(documented) for each in listed["entries"])
    assert listed["entries"][0]["reviewed"] == "2026-11-25"
    assert json.loads(site.files["entries.schema.json"]) == ENTRIES_FORMAT


def test_language_models_get_a_list_of_answers(site: Site) -> None:
    text = site.files["llms.txt"]
    assert text.startswith("# Cari Dulu · BPS Kabupaten Bombana\n\n> Jawaban atas pertanyaan")
    assert "- [Apa itu Indeks Pembangunan Manusia (IPM)?](kb/apa-itu-ipm/): IPM mengukur" in text


def test_a_browser_may_search_here_once_the_address_is_known(site: Site) -> None:
    assert "opensearch.xml" not in site.files
    assert 'rel="search"' not in site.pages[0].html
    known = assemble(KNOWN, today=TODAY, search=FAKE_SEARCH)
    described = ET.fromstring(known.files["opensearch.xml"])
    url = described.find("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url is not None
    assert url.get("template") == "https://tanya.example.go.id/cari/?q={searchTerms}"
    assert all('rel="search"' in page.html for page in known.pages)


def structured(html: str) -> list[dict]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found is not None
    return json.loads(found.group(1))["@graph"]


def test_an_entry_is_described_as_a_question_with_its_answer(html: dict[str, str]) -> None:
    question, crumbs = structured(html["kb/apa-itu-ipm/"])
    assert question["@type"] == "QAPage"
    assert question["mainEntity"]["name"] == "Apa itu Indeks Pembangunan Manusia (IPM)?"
    assert question["mainEntity"]["acceptedAnswer"]["dateModified"] == "2026-11-25"
    assert [each["item"] for each in crumbs["itemListElement"]] == [
        "../../",
        "../../kategori/",
        "../../kategori/pembangunan-manusia/",
    ]


def test_services_and_the_home_page_are_described(html: dict[str, str]) -> None:
    assert structured(html["layanan/konsultasi-statistik/"])[0]["@type"] == "GovernmentService"
    home = structured(html[""])[0]
    assert home["potentialAction"]["target"] == "cari/?q={q}"


def test_the_app_manifest_names_pictures_for_every_telephone(site: Site) -> None:
    manifest = json.loads(site.files["aplikasi.webmanifest"])
    icons = {(each["type"], each["sizes"], each["purpose"]) for each in manifest["icons"]}
    assert icons == {
        ("image/svg+xml", "any", "any"),
        ("image/png", "192x192", "any"),
        ("image/png", "512x512", "any"),
        ("image/png", "512x512", "maskable"),
    }
    there = {*site.files, *site.pictures}
    assert {each["src"] for each in manifest["icons"]} <= there


def test_the_app_manifest_starts_at_home(site: Site) -> None:
    manifest = json.loads(site.files["aplikasi.webmanifest"])
    assert (manifest["start_url"], manifest["scope"], manifest["lang"]) == ("./", "./", "id")
    assert manifest["icons"][0]["src"] in site.files
