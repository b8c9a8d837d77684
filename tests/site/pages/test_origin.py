"""Who has compiled an entry of a package, as its page says it."""

from dataclasses import replace

import pytest

from caridulu.knowledge.model import Approval, PackageBase, Packaged, PackageFile
from caridulu.site.pages.origin import origin_sentence
from tests.site.pages.built_pages import build
from tests.site.sample_office import KNOWLEDGE, entry

PACKAGE = PackageFile(
    name="istilah",
    title="Istilah statistik",
    version="1.0",
    maker="Kantor Statistik Provinsi Contoh",
    licence="CC BY 4.0",
)
SAMPEL = entry("sampel", "Apa itu sampel?", "Sebagian dari populasi.")


@pytest.mark.parametrize(
    ("own", "trial", "said"),
    [
        ((), 0, "Disusun oleh Kantor Statistik Provinsi Contoh."),
        (("aliases", "package"), 0, "Disusun oleh Kantor Statistik Provinsi Contoh."),
        (
            ("answer", "package"),
            0,
            "Disusun oleh Kantor Statistik Provinsi Contoh, disesuaikan oleh BPS Kabupaten"
            " Bombana.",
        ),
        (
            ("answer", "package"),
            1,
            "Disusun oleh Kantor Statistik Provinsi Contoh, disesuaikan di situs ini.",
        ),
    ],
)
def test_page_says_who_has_compiled_the_entry(own: tuple[str, ...], trial: int, said: str) -> None:
    packaged = Packaged(name="istilah", path="kb/x/y.yml", sha256="", own=own)
    shared = SAMPEL.model_copy(update={"packaged": packaged})
    office = KNOWLEDGE.office.model_copy(update={"approval": Approval()} if trial else {})

    assert origin_sentence(shared, (PACKAGE,), office) == said


def test_page_of_what_is_the_office_s_own_now_says_where_it_began() -> None:
    own = SAMPEL.model_copy(update={"package": PackageBase(name="istilah")})

    said = origin_sentence(own, (PACKAGE,), KNOWLEDGE.office)

    assert said == "Semula disusun oleh Kantor Statistik Provinsi Contoh."


def test_page_of_the_maker_s_own_site_says_nothing() -> None:
    packaged = Packaged(name="istilah", path="kb/x/y.yml", sha256="")
    shared = SAMPEL.model_copy(update={"packaged": packaged})
    own = PACKAGE.model_copy(update={"maker": KNOWLEDGE.office.name})

    assert origin_sentence(shared, (own,), KNOWLEDGE.office) == ""


def test_page_of_an_own_entry_says_nothing() -> None:
    assert origin_sentence(SAMPEL, (PACKAGE,), KNOWLEDGE.office) == ""


def test_sentence_stands_on_the_page() -> None:
    packaged = Packaged(name="istilah", path="kb/x/y.yml", sha256="")
    shared = SAMPEL.model_copy(update={"packaged": packaged})
    knowledge = replace(KNOWLEDGE, entries=(*KNOWLEDGE.entries, shared), packages=(PACKAGE,))

    page = build(knowledge)["kb/sampel/"]

    assert "<p>Disusun oleh Kantor Statistik Provinsi Contoh.</p>" in page


SERVICE = KNOWLEDGE.services[0]


@pytest.mark.parametrize(
    ("own", "theirs", "kept", "said"),
    [
        ((), ("components.fee",), (), "Disusun oleh Kantor Statistik Provinsi Contoh."),
        (
            ("components.turnaround",),
            ("components.fee", "components.requirements", "components.products", "name"),
            (),
            "Bagian ini disusun oleh Kantor Statistik Provinsi Contoh: Persyaratan; Biaya/tarif.",
        ),
        (
            ("components.turnaround", "components.fee"),
            (),
            ("components.fee",),
            "Bagian ini disusun oleh Kantor Statistik Provinsi Contoh: Biaya/tarif.",
        ),
        (
            ("components.turnaround", "components.fee"),
            ("name",),
            (),
            "Disusun oleh Kantor Statistik Provinsi Contoh, disesuaikan oleh BPS Kabupaten"
            " Bombana.",
        ),
    ],
)
def test_page_of_a_service_says_which_part_others_have_compiled(
    own: tuple[str, ...], theirs: tuple[str, ...], kept: tuple[str, ...], said: str
) -> None:
    packaged = Packaged(name="istilah", path="x.yml", sha256="", own=own, theirs=theirs)
    base = PackageBase(name="istilah", kept=kept)
    shared = SERVICE.model_copy(update={"packaged": packaged, "package": base})

    assert origin_sentence(shared, (PACKAGE,), KNOWLEDGE.office) == said


def test_page_of_a_service_shows_it() -> None:
    packaged = Packaged(name="istilah", path="x.yml", sha256="", theirs=("components.fee",))
    shared = SERVICE.model_copy(update={"packaged": packaged})
    knowledge = replace(KNOWLEDGE, services=(shared,), packages=(PACKAGE,))

    page = build(knowledge)[f"layanan/{SERVICE.id}/"]

    assert "<p>Disusun oleh Kantor Statistik Provinsi Contoh.</p>" in page
