"""What a site says of itself until the office has approved it, and afterwards."""

import datetime as dt
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from caridulu.curation.drafts.faq.reading_order import ReadingOrder
from caridulu.curation.lifecycle.transitions import Obstacles
from caridulu.knowledge.date_line import DateKind, DateLine, date_line
from caridulu.knowledge.model import Approval, ApprovalStatus, Entry, KnowledgeBase
from caridulu.messages import OF_VISITORS, Language
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.client.translations import phrases
from caridulu.site.pages.feeds import atom, entries_json, llms_text
from caridulu.site.pages.poster import poster_sheet
from caridulu.site.pages.review_sheet import review_sheet
from tests.site.sample_office import ENTRIES, FAKE_SEARCH, KEPT, KNOWLEDGE, OFFICE, SERVICE, TODAY

LINES = {
    "id": "Situs percobaan, belum disahkan BPS Kabupaten Bombana.",
    "en": "Trial site, not yet approved by BPS Kabupaten Bombana.",
}
COMPILED, REVIEWED = dt.date(2026, 11, 20), dt.date(2026, 11, 24)
UNCHECKED = "Disusun 20 November 2026 dari sumber terbuka, belum diperiksa kantor."
ATOM = "{http://www.w3.org/2005/Atom}"
APPROVED = OFFICE.approval


def _compiled(entry: Entry) -> Entry:
    return entry.model_copy(update={"compiled": COMPILED, "reviewed": None})


def _knowledge(approval: Approval) -> KnowledgeBase:
    """The sample, compiled and reviewed by nobody."""
    return replace(
        KNOWLEDGE,
        office=OFFICE.model_copy(
            update={"approval": approval, "site_url": "https://tanya.example.go.id"}
        ),
        entries=tuple(map(_compiled, ENTRIES)),
        services=(SERVICE.model_copy(update={"compiled": COMPILED, "reviewed": None}),),
    )


TRIAL, UNREVIEWED = _knowledge(Approval()), _knowledge(APPROVED)


def _site(knowledge: KnowledgeBase, *, offline: bool = False) -> Site:
    return SiteRenderer(
        knowledge, today=TODAY, search=FAKE_SEARCH, cache=KEPT, offline=offline
    ).site()


def _documents(site: Site) -> dict[str, str]:
    """Every HTML file of a site, those that redirect as well."""
    files = {name: text for name, text in site.files.items() if name.endswith(".html")}
    return {**{page.path: page.html for page in site.pages}, **files}


@pytest.fixture(scope="module")
def trial() -> Site:
    return _site(TRIAL)


@pytest.fixture(scope="module")
def unreviewed() -> Site:
    return _site(UNREVIEWED)


@pytest.mark.parametrize("offline", [False, True], ids=["online", "offline"])
def test_every_page_on_trial_says_so_once_in_its_language(*, offline: bool) -> None:
    documents = _documents(_site(TRIAL, offline=offline))

    special = {"en/", "kb/lama-jawaban/index.html"} | (set() if offline else {"404.html"})
    assert special <= documents.keys()
    for path, html in documents.items():
        language = re.search(r'<html lang="(\w\w)"', html)
        assert language, path
        assert html.count(LINES[language[1]]) == 1, path
        assert "Ditinjau" not in html, path
        assert "Penanggung jawab" not in html, path
        assert "tanggung jawab BPS" not in html, path


def test_an_approved_site_says_nothing_of_a_trial(unreviewed: Site) -> None:
    texts = [*_documents(unreviewed).values(), atom(UNREVIEWED), llms_text(UNREVIEWED)]

    assert len(texts) > 15
    for text in (*texts, poster_sheet(UNREVIEWED)):
        assert not any(line in text for line in LINES.values())
        assert "belum diperiksa kantor" not in text
    assert any("<dt>Penanggung jawab</dt>" in text for text in texts)


@pytest.mark.parametrize("path", ["kb/biaya-konsultasi/", "layanan/konsultasi-statistik/"])
def test_what_nobody_has_reviewed_says_when_it_was_compiled(
    trial: Site, unreviewed: Site, path: str
) -> None:
    assert f">{UNCHECKED}</p>" in _documents(trial)[path]
    assert ">Disusun 20 November 2026.</p>" in _documents(unreviewed)[path]


def test_what_the_office_has_reviewed_says_so_also_on_trial() -> None:
    entries = tuple(
        entry.model_copy(update={"reviewed": REVIEWED}) if entry.id == "waktu-jawaban" else entry
        for entry in TRIAL.entries
    )
    documents = _documents(_site(replace(TRIAL, entries=entries)))

    sentence = "Ditinjau 24 November 2026, BPS Kabupaten Bombana."
    assert {path for path, html in documents.items() if "Ditinjau" in html} == {"kb/waktu-jawaban/"}
    assert sentence in documents["kb/waktu-jawaban/"]
    assert LINES["id"] in documents["kb/waktu-jawaban/"]


@pytest.mark.parametrize(
    ("compiled", "reviewed", "approval", "expected"),
    [
        (None, None, Approval(), None),
        (COMPILED, None, Approval(), DateLine(DateKind.UNCHECKED, COMPILED)),
        (COMPILED, None, APPROVED, DateLine(DateKind.COMPILED, COMPILED)),
        (COMPILED, REVIEWED, Approval(), DateLine(DateKind.REVIEWED, REVIEWED)),
        (None, REVIEWED, APPROVED, DateLine(DateKind.REVIEWED, REVIEWED)),
        (REVIEWED, REVIEWED, APPROVED, DateLine(DateKind.REVIEWED, REVIEWED)),
        (REVIEWED, COMPILED, Approval(), DateLine(DateKind.UNCHECKED, REVIEWED)),
    ],
    ids=["no day", "trial", "approved", "reviewed", "review alone", "same day", "compiled anew"],
)
def test_the_later_day_counts(
    compiled: dt.date | None,
    reviewed: dt.date | None,
    approval: Approval,
    expected: DateLine | None,
) -> None:
    entry = ENTRIES[0].model_copy(update={"compiled": compiled, "reviewed": reviewed})

    assert date_line(entry, approval) == expected


def test_the_feed_on_trial_names_the_site_as_author_and_dates_by_compiling() -> None:
    feed = ET.fromstring(atom(TRIAL))

    assert feed.findtext(f"{ATOM}subtitle") == LINES["id"]
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Cari Dulu · BPS Bombana"
    moments = {moment.text for moment in feed.iter(f"{ATOM}updated")}
    assert moments == {"2026-11-20T00:00:00Z"}


def test_the_feed_of_an_approved_site_has_the_office_as_author() -> None:
    feed = ET.fromstring(atom(UNREVIEWED))

    assert feed.find(f"{ATOM}subtitle") is None
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == OFFICE.name


def test_programs_read_who_has_approved_and_when_an_answer_was_compiled() -> None:
    on_trial, approved = (json.loads(entries_json(each)) for each in (TRIAL, UNREVIEWED))

    assert on_trial["approval"] == {"status": "trial", "by": None, "on": None}
    assert approved["approval"] == {
        "status": "approved",
        "by": "Kepala kantor",
        "on": "2026-11-25",
    }
    assert {(each["compiled"], each["reviewed"]) for each in on_trial["entries"]} == {
        ("2026-11-20", None)
    }


def test_structured_data_on_trial_names_no_publisher_and_no_author(
    trial: Site, unreviewed: Site
) -> None:
    told, approved = _documents(trial), _documents(unreviewed)

    for path, claim in {"": '"publisher"', "kb/biaya-konsultasi/": 'property="author"'}.items():
        assert claim in approved[path]
        assert claim not in told[path]
    assert 'property="dateModified" content="2026-11-20"' in told["kb/biaya-konsultasi/"]
    rows = re.findall(r"<loc>([^<]*)</loc><lastmod>([^<]*)<", trial.files["sitemap.xml"])
    assert {day for _, day in rows} == {"2026-11-20"}
    assert "https://tanya.example.go.id/layanan/konsultasi-statistik/" in dict(rows)


def test_language_models_and_paper_are_told_too() -> None:
    assert f"\n\n{LINES['id']}\n\n" in llms_text(TRIAL)
    assert LINES["id"] in poster_sheet(TRIAL)


@pytest.mark.parametrize("language", OF_VISITORS)
def test_a_review_sheet_says_that_the_site_is_on_trial(language: Language) -> None:
    drafts = [(ENTRIES[-1], Obstacles((), ()))]
    order = ReadingOrder((), (), (), (), {}, frozenset())

    on_trial, approved = (
        review_sheet(drafts, office=office, categories=(), order=order, language=language)
        for office in (TRIAL.office, OFFICE)
    )

    assert LINES[language] in on_trial
    assert LINES[language] not in approved


def test_who_reads_english_reads_these_sentences_in_english() -> None:
    english = dict(phrases())

    assert english["Situs percobaan, belum disahkan {office}."] == (
        "Trial site, not yet approved by {office}."
    )
    assert english["Disusun {date} dari sumber terbuka, belum diperiksa kantor."] == (
        "Compiled {date} from open sources, not yet checked by the office."
    )
    assert english["Disusun {date}."] == "Compiled {date}."
    assert english["Ditinjau {date}, {office}."] == "Reviewed {date}, {office}."


def test_no_sentence_of_the_pages_says_that_officers_wrote_or_reviewed() -> None:
    """Only the sentence of a review itself does, which an entry earns."""
    claim = re.compile(r"(?i)ditinjau|peninjau|\bpetugas (menulis|menyusun|meninjau|memeriksa)")
    said = [text for pair in phrases() for text in pair if claim.search(text)]

    assert said == ["Ditinjau {date}, {office}."]


def test_a_site_is_on_trial_until_somebody_approves_it() -> None:
    assert Approval().status is ApprovalStatus.TRIAL
    assert Approval().is_trial
    assert not APPROVED.is_trial
