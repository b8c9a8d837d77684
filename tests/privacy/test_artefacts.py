"""No file of a built site holds personal data, and whatever would reach one is told by the gate."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import KnowledgeBase, load
from caridulu.knowledge.text_cache import TextCache
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.gate import gate
from tests import ROOT, SAMPLE
from tests.privacy.artefacts import artefacts_of, scan

pytestmark = pytest.mark.slow  # builds whole sites and looks through every file

TODAY = dt.date(2026, 11, 25)
ENTRY = "kb/konsep-data/apa-itu-inflasi.yml"
SERVICE = "content/services/konsultasi.yml"
PAGE = "content/konsultasi.md"
OFFICE = "content/office.yml"
LEXICON = "kb/lexicon.yml"
# A file, a text of it, and what an editor makes of that; {} is a telephone number.
PLANTED = [
    (ENTRY, "question: Apa itu inflasi?", "question: Apa itu inflasi, {}?"),
    (ENTRY, "  - arti inflasi\n", "  - arti inflasi {}\n"),
    (ENTRY, "secara umum", "secara *umum* {}"),
    (ENTRY, "suatu waktu.", "[suatu waktu](https://contoh.example/?hp={})."),
    (ENTRY, "| bulan sebelumnya |", "| bulan {} |"),
    (ENTRY, "tags: [inflasi,", "tags: [inflasi {},"),
    (ENTRY, "title: Istilah statistik,", "title: Istilah {},"),
    (ENTRY, "example/istilah", "example/istilah?hp={}"),
    (ENTRY, "related:", "data_period: Maret 2026 {}\nrelated:"),
    (ENTRY, "related:", "not_for: [harga emas {}]\nrelated:"),
    (SERVICE, "name: Konsultasi statistik", "name: Konsultasi {}"),
    (SERVICE, "tentang data dan", "tentang {} dan"),
    (SERVICE, "heading: Datang langsung", "heading: Datang {}"),
    (SERVICE, "buku tamu elektronik", "buku tamu {}"),
    (SERVICE, "[Tidak dipungut biaya]", "[Tidak dipungut biaya {}]"),
    (SERVICE, "title: Standar pelayanan", "title: Standar {}"),
    (SERVICE, "example/standar-pelayanan", "example/standar?hp={}"),
    (PAGE, "# ", "# {} "),
    (PAGE, "\n\n", "\n\nHubungi {} saja.\n\n"),
    (OFFICE, "region: Kabupaten Contoh", "region: Kabupaten Contoh {}"),
    (OFFICE, "label: Laman layanan", "label: Laman {}"),
    (OFFICE, "label: Kotak saran", "label: Kotak saran\n    note: Kunci pada {}"),
    ("kb/categories.yml", "name: Pengaduan", "name: Pengaduan {}"),
    ("kb/categories.yml", "keluhan, saran,", "keluhan {}, saran,"),
    (LEXICON, "term: biaya", "term: biaya {}"),
    (LEXICON, "abbreviations: [ipm]", "abbreviations: [ipm {}]"),
    (LEXICON, "colloquial: [ongkos,", "colloquial: [ongkos {},"),
    (LEXICON, "synonyms: [tarif]", "synonyms: [tarif {}]"),
    (LEXICON, "related: [miskin,", "related: [miskin {},"),
    (LEXICON, "places: [Contoh,", "places: [Contoh {},"),
]
STAYS = """\
provenance: {channel: 081100009701}
proposal:
  channel: WhatsApp
  answer: Tanya 081100009702.
internal_note: |
  Penanya 081100009703.
# 081100009704
"""


def knowledge_in(root: Path) -> KnowledgeBase:
    loaded = load(root, today=TODAY)
    assert loaded.knowledge is not None
    assert loaded.ok, [problem.text() for problem in loaded.problems]
    return loaded.knowledge


def number(planted: int) -> str:
    return f"081100009{planted:03}"


@pytest.mark.parametrize("root", [SAMPLE, ROOT], ids=["sample", "repository"])
def test_no_artefact_of_a_site_holds_personal_data(root: Path) -> None:
    knowledge = knowledge_in(root)
    artefacts = artefacts_of(knowledge, TODAY)
    assert len(artefacts) > 30
    assert scan(artefacts, Allowed.of_office(knowledge.office)) == []
    assert gate(knowledge, root=root, cache=TextCache()) == ()


def test_the_gate_tells_at_its_place_whatever_would_reach_an_artefact(project: Path) -> None:
    expected = set()
    for planted, (path, typed, text) in enumerate(PLANTED):
        content = (project / path).read_text("utf-8")
        assert typed in content, (path, typed)
        new = content.replace(typed, text.format(number(planted)), 1)
        (project / path).write_text(new, "utf-8")
    for planted, (path, *_) in enumerate(PLANTED):
        before, _, _ = (project / path).read_text("utf-8").partition(number(planted))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        expected.add((path, line, column, number(planted)))
    knowledge = knowledge_in(project)
    reached = {text for _, text in scan(artefacts_of(knowledge, TODAY), Allowed.of(()))}
    told = {
        (problem.location.path, problem.location.line, problem.location.column, planted)
        for problem in gate(knowledge, root=project, cache=TextCache())
        for planted in map(number, range(len(PLANTED)))
        if f">{planted}<" in problem.text()
    }

    assert expected - told == set()
    # What the lexicon says of an idea is published only where an entry's question names it.
    sure = {number(planted) for planted, (path, *_) in enumerate(PLANTED) if path != LEXICON}
    assert sure <= reached


def test_what_stays_in_the_project_may_hold_personal_data(project: Path) -> None:
    path = project / ENTRY
    path.write_text(path.read_text("utf-8") + STAYS, "utf-8")
    draft = project / "kb" / "konsep-data" / "draf.yml"
    draft.write_text(
        "question: Siapa 081100009705?\nanswer: Bu Nining.\ncategory: konsep-data\n", "utf-8"
    )
    knowledge = knowledge_in(project)

    assert gate(knowledge, root=project, cache=TextCache()) == ()
    assert "0811000097" not in "".join(artefacts_of(knowledge, TODAY).values())
