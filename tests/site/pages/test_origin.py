"""Who has compiled an entry of a package, as its page says it."""

from dataclasses import replace

import pytest

from caridulu.knowledge.model import Approval, PackageBase, Packaged, PackageFile
from caridulu.site.pages.entry_page import origin_sentence
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
        ((), 0, "Disusun Kantor Statistik Provinsi Contoh."),
        (("aliases", "package"), 0, "Disusun Kantor Statistik Provinsi Contoh."),
        (
            ("answer", "package"),
            0,
            "Disusun Kantor Statistik Provinsi Contoh, disesuaikan oleh BPS Kabupaten Bombana.",
        ),
        (
            ("answer", "package"),
            1,
            "Disusun Kantor Statistik Provinsi Contoh, disesuaikan di situs ini.",
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

    assert said == "Semula disusun Kantor Statistik Provinsi Contoh."


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

    assert "<p>Disusun Kantor Statistik Provinsi Contoh.</p>" in page
