import datetime as dt
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import fastjsonschema
import pytest

from caridulu.knowledge.markdown import plain_text
from caridulu.knowledge.model import KnowledgeBase
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.pages.feeds import ENTRIES_FORMAT, atom, entries_json, search_description
from tests.site.sample_office import ENTRIES, FAKE_SEARCH, KEPT, KNOWLEDGE, OFFICE, TODAY, entry

ADDRESS = "https://tanya.example.go.id"
KNOWN = replace(KNOWLEDGE, office=OFFICE.model_copy(update={"site_url": ADDRESS}))
SEARCHED = "{http://a9.com/-/spec/opensearch/1.1/}"
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


@pytest.mark.parametrize("knowledge", [KNOWLEDGE, KNOWN], ids=["no address", "address"])
def test_the_feed_has_what_atom_requires(knowledge: KnowledgeBase) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2; times as in 3.3, identities as in 4.2.6."""
    feed = ET.fromstring(atom(knowledge))
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed"
    assert len(entries) == 3
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == OFFICE.name
    for each in (feed, *entries):
        assert [len(each.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [
            1
        ] * 3
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each.findtext(f"{ATOM}id") or "")
        moment = each.findtext(f"{ATOM}updated") or ""
        assert moment.endswith("Z")
        assert dt.datetime.fromisoformat(moment).tzinfo is not None
        kinds = [link.get("rel", "alternate") for link in each.findall(f"{ATOM}link")]
        assert kinds == (["self", "alternate"] if each is feed else ["alternate"])
        assert all(link.get("href") for link in each.findall(f"{ATOM}link"))
    assert all(each.findtext(f"{ATOM}summary") for each in entries)
    assert all(each.get("term") for each in feed.iter(f"{ATOM}category"))


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


def validate(listed: dict) -> None:
    """Draft 7 reads every word of the schema, which names a later draft, in the same sense."""
    fastjsonschema.validate(ENTRIES_FORMAT, listed)


@pytest.mark.parametrize("knowledge", [KNOWLEDGE, KNOWN], ids=["no address", "address"])
def test_entries_for_programs_are_as_their_schema_says(knowledge: KnowledgeBase) -> None:
    bare = entry("bare", "Apa?", "Ini.", sources=(), reviewed=None, review_by=None)
    unlinked = entry("tanpa-laman", "Apa?", "Ini.", sources=({"title": "Buku", "url": None},))
    rich = entry(
        "lengkap",
        "Berapa?",
        "Lihat.",
        data_links=({"title": "Tabel", "url": "https://a.contoh.example/1", "period": "2025"},),
        en={"question": "How many?", "answer": "See **the** [table](https://a.contoh.example/1)."},
    )
    entries = (*knowledge.entries, bare, unlinked, rich)
    listed = json.loads(entries_json(replace(knowledge, entries=entries)))
    assert len(listed["entries"]) == 6
    (last,) = (each for each in listed["entries"] if each["id"] == "lengkap")
    assert last["en"] == {"question": "How many?", "answer": "See the table."}
    assert last["data_links"] == [
        {"title": "Tabel", "url": "https://a.contoh.example/1", "period": "2025"}
    ]
    validate(listed)


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("reviewed", "kemarin", "data.entries[0].reviewed must be date"),
        ("url", None, "data.entries[0].url must be string"),
        ("tags", "biaya", "data.entries[0].tags must be array"),
        ("sources", ["SIPPN"], "data.entries[0].sources[0] must be object"),
    ],
)
def test_the_schema_refuses_what_no_site_writes(
    site: Site, key: str, value: object, complaint: str
) -> None:
    listed = json.loads(site.files["entries.json"])
    listed["entries"][0][key] = value
    with pytest.raises(fastjsonschema.JsonSchemaException) as caught:
        validate(listed)
    assert str(caught.value) == complaint


def test_language_models_get_a_list_of_answers(site: Site) -> None:
    text = site.files["llms.txt"]
    assert text.startswith("# Cari Dulu · BPS Kabupaten Bombana\n\n> Jawaban atas pertanyaan")
    assert "- [Apa itu Indeks Pembangunan Manusia (IPM)?](kb/apa-itu-ipm/): IPM mengukur" in text


def test_a_browser_may_search_here_once_the_address_is_known(site: Site) -> None:
    assert "opensearch.xml" not in site.files
    assert 'rel="search"' not in site.pages[0].html
    known = SiteRenderer(KNOWN, today=TODAY, search=FAKE_SEARCH, cache=KEPT).site()
    described = ET.fromstring(known.files["opensearch.xml"])
    url = described.find(f"{SEARCHED}Url")
    assert url is not None
    assert url.get("template") == "https://tanya.example.go.id/cari/?q={searchTerms}"
    told = {page.path for page in known.pages if 'rel="search"' in page.html}
    assert {"", "cari/"} <= told
    assert not any(path.startswith("kb/") for path in told)


@pytest.mark.parametrize(
    ("office", "short", "long"),
    [
        ("BPS Bombana", "BPS Bombana", "Cari Dulu · BPS Bombana"),
        ("BP & S Bombana", "BP & S Bombana", "Cari Dulu · BP & S Bombana"),
        ("BPS Kabupaten & K", "BPS Kabupaten &", "Cari Dulu · BPS Kabupaten & K"),
        ("<" * 60, "<" * 16, f"Cari Dulu · {'<' * 36}"),
    ],
)
def test_a_browser_s_search_is_called_after_the_office(office: str, short: str, long: str) -> None:
    named = OFFICE.model_copy(update={"site_url": ADDRESS, "short_name": office})
    described = ET.fromstring(search_description(replace(KNOWLEDGE, office=named)))
    said = [described.findtext(f"{SEARCHED}{name}") for name in ("ShortName", "LongName")]
    assert said == [short, long]
    assert described.findtext(f"{SEARCHED}Description") == f"Cari Dulu · {office}"


def test_the_feed_of_an_office_with_an_ampersand_is_valid() -> None:
    name = "BP & S <Bombana>"
    office = OFFICE.model_copy(update={"name": name, "short_name": name})
    asked = entry("tarif", "Apa <b>tarif</b> & biaya?", "Tarif & biaya.", category="konsultasi")
    feed = ET.fromstring(atom(replace(KNOWLEDGE, office=office, entries=(asked,))))
    assert feed.findtext(f"{ATOM}title") == f"Jawaban baru: {name}"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == name
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "Apa <b>tarif</b> & biaya?"
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == "Tarif & biaya."


def structured(html: str) -> list[dict]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found is not None
    data = json.loads(found.group(1))
    return data.get("@graph", [data])


class Described(HTMLParser):
    """What RDFa attributes say: property, type of the thing, value (an attribute, or the text)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, int | None]] = []
        self.said: list[list[str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        place = None
        if "property" in given or "typeof" in given:
            value = given.get("content") or given.get("datetime") or ""
            self.said.append([given.get("property"), given.get("typeof"), value])
            place = None if value else len(self.said) - 1
        if tag not in ("meta", "link", "input", "br"):
            self._open.append((tag, place))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, place in self._open:
            if place is not None:
                self.said[place][2] = f"{self.said[place][2]}{data}"


def test_an_entry_is_described_as_a_question_with_its_answer(html: dict[str, str]) -> None:
    page = html["kb/apa-itu-ipm/"]
    assert page.count('vocab="https://schema.org/"') == 1
    said = [(name, kind, " ".join(text.split())) for name, kind, text in Described(page).said]
    kinds = [kind for _, kind, _ in said if kind]
    assert kinds == ["QAPage", "Question", "Answer", "GovernmentOrganization"]
    values = {name: text for name, kind, text in said if not kind}
    assert ("name", None, "Apa itu Indeks Pembangunan Manusia (IPM)?") in said
    assert ("name", None, OFFICE.name) in said
    assert values["answerCount"] == "1"
    assert values["dateModified"] == "2026-11-25"
    assert values["text"] == plain_text(
        next(each.answer for each in ENTRIES if each.id == "apa-itu-ipm")
    )


def test_the_way_to_an_entry_is_described(html: dict[str, str]) -> None:
    (crumbs,) = structured(html["kb/apa-itu-ipm/"])
    assert crumbs["@type"] == "BreadcrumbList"
    places = [each["item"] for each in crumbs["itemListElement"]]
    assert places == ["../../kategori/", "../../kategori/pembangunan-manusia/"]


@pytest.mark.parametrize("address", [ADDRESS, "https://bps.example.go.id/tanya/"])
def test_programs_are_told_whole_addresses_once_the_site_has_one(address: str) -> None:
    office = OFFICE.model_copy(update={"site_url": address})
    known = SiteRenderer(
        replace(KNOWLEDGE, office=office), today=TODAY, search=FAKE_SEARCH, cache=KEPT
    ).site()
    data = {page.path: page.html for page in known.pages if "ld+json" in page.html}
    base = address.rstrip("/")
    items = {
        path: [each["item"] for each in structured(data[path])[0]["itemListElement"]]
        for path in ("kb/apa-itu-ipm/", "kategori/konsultasi/")
    }
    assert items == {
        "kb/apa-itu-ipm/": [f"{base}/kategori/", f"{base}/kategori/pembangunan-manusia/"],
        "kategori/konsultasi/": [f"{base}/", f"{base}/kategori/"],
    }
    searches = [structured(data[path])[0]["potentialAction"]["target"] for path in ("", "en/")]
    assert searches == [f"{base}/cari/?q={{q}}", f"{base}/en/search/?q={{q}}"]


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
