"""``bps-dasar``, which comes with this program: what every BPS office answers alike."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.cli.main import main
from caridulu.knowledge import KnowledgeBase, load
from caridulu.knowledge.markdown import telephones
from caridulu.knowledge.model import Entry
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.shown_texts import snippet
from caridulu.search.quality.expectations import TOP, unmet_expectations
from caridulu.search.query.ranking import search
from tests import ROOT

pytestmark = pytest.mark.slow  # makes an office with all answers of the package

TODAY = dt.date(2026, 11, 26)
OPTIONS = ["--name", "BPS Kota Contoh", "--short-name", "BPS Contoh", "--region", "Kota Contoh"]


def _knowledge(root: Path) -> KnowledgeBase:
    loaded = load(root, today=TODAY)
    assert loaded.ok
    assert loaded.knowledge
    return loaded.knowledge


@pytest.fixture(scope="module")
def office() -> KnowledgeBase:
    """The office of this repository, which uses the package."""
    return _knowledge(ROOT)


@pytest.fixture(scope="module")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """An office that exists nowhere, on its first day."""
    folder = tmp_path_factory.mktemp("kantor") / "bps-contoh"
    assert main(["init", str(folder), *OPTIONS, "--package", "bps-dasar"]) == 0
    assert main(["--root", str(folder), "check"]) == 0
    return _knowledge(folder)


@pytest.fixture(scope="module")
def new_index(new_office: KnowledgeBase) -> SearchIndex:
    return SearchIndex.of_knowledge(new_office)


def _shared(knowledge: KnowledgeBase) -> tuple[Entry, ...]:
    return tuple(entry for entry in knowledge.published if entry.packaged)


def _texts(entry: Entry) -> Iterator[str]:
    yield from (entry.question, *entry.aliases, entry.answer, *entry.not_for)
    if entry.en:
        yield from (entry.en.question, entry.en.answer)


def test_a_new_office_has_the_answers_of_the_package(
    office: KnowledgeBase, new_office: KnowledgeBase
) -> None:
    assert [one.id for one in _shared(new_office)] == [one.id for one in _shared(office)]
    assert len(_shared(new_office)) >= 60


def test_every_phrase_of_the_package_finds_its_answer(
    office: KnowledgeBase, new_office: KnowledgeBase, new_index: SearchIndex
) -> None:
    """In a using office that is only a notice; here it must hold."""
    assert unmet_expectations(SearchIndex.of_knowledge(office), office, ROOT) == ()
    assert unmet_expectations(new_index, new_office, ROOT) == ()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("layanan BPS Kota Contoh", "layanan-selain-konsultasi"),
        ("apa itu BPS Kota Contoh", "apa-itu-bps"),
        ("alamat BPS Kota Contoh", "kantor-alamat"),
    ],
)
def test_the_name_of_the_office_buries_no_answer(
    new_index: SearchIndex, query: str, expected: str
) -> None:
    hits = search(new_index, query, limit=TOP).hits
    assert expected in [new_index.items[hit.entry].id for hit in hits]


@pytest.mark.parametrize("query", ["biaya konsultasi brp", "konsul bayar brp"])
def test_what_a_consultation_costs_is_told_before_what_it_is(
    new_index: SearchIndex, query: str
) -> None:
    [first, *_] = search(new_index, query, limit=TOP).hits
    assert new_index.items[first.entry].id == "kantor-biaya"


def test_no_answer_of_the_package_is_about_one_office(
    office: KnowledgeBase, new_office: KnowledgeBase
) -> None:
    names = "|".join(map(re.escape, (*office.lexicon.places, office.office.code or "")))
    named = re.compile(rf"\b(?:{names})\b", re.IGNORECASE)

    found = [text for entry in _shared(new_office) for text in _texts(entry) if named.search(text)]

    assert found == []


def test_answers_name_the_office_that_uses_them(new_office: KnowledgeBase) -> None:
    entries = {entry.id: entry for entry in _shared(new_office)}

    assert "penerbitnya, misalnya BPS Kota Contoh\n" in entries["mengutip-data-bps"].answer
    assert entries["data-stunting"].question == "Siapa yang memiliki data stunting Contoh?"
    assert "Dinas Kesehatan Kota Contoh" in entries["data-stunting"].answer


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("pdrb perkapita contoh", "pdrb-per-kapita"),
        ("siapa yg dihitung miskin", "penduduk-miskin"),
        ("cara dapat data mikro", "cara-mendapat-data-mikro"),
        ("bikin ktp", "rujukan-ktp"),
    ],
)
def test_the_public_of_a_new_office_finds_them(
    new_index: SearchIndex, query: str, first: str
) -> None:
    found = search(new_index, query)
    assert new_index.items[found.hits[0].entry].id == first


@pytest.mark.parametrize(
    ("query", "number"),
    [("telepon polisi darurat", "110"), ("ambulans", "119"), ("pelecehan anak", "129")],
)
def test_who_is_in_need_reads_the_number_without_opening_a_page(
    new_office: KnowledgeBase, new_index: SearchIndex, query: str, number: str
) -> None:
    item = new_index.items[search(new_index, query).hits[0].entry]
    guidance = {each.published_id: each.guidance for each in new_office.referrals}
    assert number in re.findall(r"\w+", snippet(item.answer))
    assert telephones(guidance[item.id])[number] == f"tel:{number}"


def test_the_office_of_this_repository_keeps_its_own_answers(office: KnowledgeBase) -> None:
    """About prices it says more than the package: its region is not among those surveyed."""
    entries = {entry.id: entry for entry in office.published}

    assert entries["apa-itu-ihk"].is_adjusted
    assert "Kabupaten Bombana tidak termasuk" in entries["apa-itu-ihk"].answer
    assert not entries["apa-itu-inflasi"].is_adjusted


def test_a_new_office_has_the_shared_part_of_the_service(
    office: KnowledgeBase, new_office: KnowledgeBase
) -> None:
    [theirs], [ours] = new_office.services, office.services

    assert (theirs.id, theirs.name) == (ours.id, ours.name)
    assert theirs.components.fee == ours.components.fee
    assert not theirs.limits
    assert theirs.note is None
    given = theirs.components.model_dump(exclude_defaults=True)
    assert sorted(given) == ["fee", "products"]


def test_the_first_list_names_what_the_service_lacks_and_links_to_replace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "bps"), *OPTIONS, "--package", "bps-dasar"]) == 0

    said = capsys.readouterr().out
    for name in ("laman", "dalam-angka"):
        assert (
            f'  - tautan "{name}" masih menuju https://www.bps.go.id; tambahkan di "links" tautan'
            f' berkode "{name}" dengan alamat kantor sendiri\n' in said
        )
    assert (
        '  - layanan "Konsultasi Statistik" belum memuat 12 komponen (Persyaratan; Sistem,'
        " mekanisme, dan prosedur; Jangka waktu penyelesaian; Penanganan pengaduan, saran, dan"
        " masukan; Dasar hukum; Sarana, prasarana, dan/atau fasilitas; Kompetensi pelaksana;"
        " Pengawasan internal; Jumlah pelaksana; Jaminan pelayanan; Jaminan keamanan dan"
        " keselamatan pelayanan; Evaluasi kinerja pelaksana); mintalah kepada kantor, lalu isi"
        " content/services/konsultasi-statistik.yml\n" in said
    )
