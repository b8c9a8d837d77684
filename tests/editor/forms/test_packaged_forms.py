"""The forms of a package's entry and service: what is saved is what the office says otherwise."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from caridulu.curation.lifecycle.entry_changes import with_aliases
from caridulu.curation.project import Project
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.editor.fields.form_values import Values
from caridulu.editor.files.paths import version
from caridulu.editor.queue.phrasing_pages import question_address
from caridulu.editor.saving.saver import Saver, SaveState
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Workspace
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.knowledge import Status
from caridulu.knowledge.model import MAX_ALIASES
from caridulu.knowledge.package_hash import text_hash
from tests.editor.client import Client, files_of, settled, text_of
from tests.packages.shared_project import (
    OWN_SERVICE,
    THEIR_SERVICE,
    package,
    service,
    use,
    write,
)

ENTRY, SERVICE = "/entri/sampel", "/layanan/peta"
OWN = {ENTRY: "kb/istilah/sampel.yml", SERVICE: OWN_SERVICE}
THEIRS = {ENTRY: package()["istilah/sampel.yml"], SERVICE: service()}
BASE = {
    address: f"package:\n  name: istilah\n  sha256: {text_hash(text)}\n"
    for address, text in THEIRS.items()
}
NOTE = (
    "Isi ini berasal dari paket. Bila disimpan, hanya yang Anda ubah yang dicatat sebagai "
    "penyesuaian kantor; isi lainnya tetap mengikuti paket."
)
TURNAROUND = [{"heading": "", "numbered": "false", "items": ["Dua hari kerja."]}]
Filled = Callable[..., SubmittedForm]
# A change in a form, and what the office's own file says then.
CHANGES: dict[str, tuple[str, Callable[[Values], None], str]] = {
    "an answer": (
        ENTRY,
        lambda values: values.update(answer="Sebagian populasi."),
        "answer: |\n  Sebagian populasi.\n",
    ),
    "lists cut short": (
        ENTRY,
        lambda values: values.update(tags=[], aliases=["makna sampel"]),
        "aliases: [makna sampel]\ntags:\n",
    ),
    "a component": (
        SERVICE,
        lambda values: values["components"].update(turnaround=TURNAROUND),
        "components:\n  turnaround:\n    - items:\n        - Dua hari kerja.\n",
    ),
    "a component taken out": (
        SERVICE,
        lambda values: values["components"].update(products=[]),
        "components:\n  products:\n",
    ),
}


@pytest.fixture
def project(project: Path) -> Path:
    use(project, {**package(), THEIR_SERVICE: service()})
    return project


def _text(project: Path, address: str = ENTRY) -> str:
    return (project / OWN[address]).read_text("utf-8")


def test_form_shows_the_whole_and_says_where_it_comes_from(client: Client) -> None:
    assert NOTE in client.get(ENTRY)
    assert NOTE not in client.get("/entri/biaya-konsultasi")
    page = client.get(SERVICE)
    assert NOTE in page
    assert "Tidak dipungut biaya" in page
    assert "Peta cetak" in page
    assert f'href="{SERVICE}">Peta wilayah</a>' in client.get("/layanan")
    assert "Peta wilayah" in client.get(f"{SERVICE}/riwayat")


@pytest.mark.parametrize("changed", CHANGES)
def test_only_what_was_changed_is_saved_until_it_is_put_back(
    saver: Saver, filled_in: Filled, project: Path, changed: str
) -> None:
    address, change, text = CHANGES[changed]
    before, form = filled_in(address), filled_in(address, change)

    assert saver.save(form, confirmed=True).state is SaveState.SAVED
    assert _text(project, address) == text + BASE[address]
    assert filled_in(address).values == form.values

    saver.save(filled_in(address, **before.values), confirmed=True)
    assert not (project / OWN[address]).exists()


@pytest.mark.parametrize("address", [ENTRY, SERVICE])
def test_unchanged_form_changes_nothing(
    saver: Saver, filled_in: Filled, project: Path, address: str
) -> None:
    before = files_of(project)

    saver.save(filled_in(address), confirmed=True)

    assert files_of(project) == before


def test_comment_in_an_adjustment_stays(saver: Saver, filled_in: Filled, project: Path) -> None:
    saver.save(filled_in(ENTRY, answer="Lain."), confirmed=True)
    (project / OWN[ENTRY]).write_text(f"# disepakati rapat\n{_text(project)}", "utf-8")

    saver.save(filled_in(ENTRY, answer="Baru."), confirmed=True)

    assert _text(project).startswith("# disepakati rapat\nanswer: |\n  Baru.\n")


def test_phrasing_of_a_command_becomes_an_adjustment(project: Path, workspace: Workspace) -> None:
    knowledge = workspace.snapshot().knowledge
    assert knowledge
    opened = Project(project, knowledge)
    path = project / OWN[ENTRY]

    text = changed_yaml(opened.text(path), with_aliases(("sampel tu apa sih",)))
    record(project, {path: text}, ActionKind.HARVESTED)

    assert _text(project) == (f"more_aliases:\n  - sampel tu apa sih\n{BASE[ENTRY]}")


def test_draft_of_a_package_that_is_thrown_away_does_not_become_public(
    client: Client, project: Path, workspace: Workspace
) -> None:
    base = BASE[ENTRY]
    write(project, {OWN[ENTRY]: f"status: draft\n{base}"})

    assert client.post("/antrean/sampel", {"_aksi": "buang"}).status == 303

    assert _text(project) == f"status: archived\n{base}"
    assert workspace.snapshot().entries["sampel"].status is Status.ARCHIVED


def test_archiving_hides_a_package_s_entry_and_keeps_its_phrasings(
    client: Client, project: Path
) -> None:
    before = (project / "kb/paket/istilah/istilah/sampel.yml").read_text("utf-8")

    reply = client.post("/entri/sampel/arsip", {"ke": "populasi", "_aksi": "arsipkan"})

    assert reply.status == 303
    assert _text(project).startswith("status: archived\n")
    successor = (project / "kb/istilah/populasi.yml").read_text("utf-8")
    assert successor.startswith(
        "more_aliases:\n  - Apa itu sampel?\n  - arti sampel\nreplaces:\n  - sampel\npackage:\n"
    )
    assert (project / "kb/paket/istilah/istilah/sampel.yml").read_text("utf-8") == before
    assert "Masalah (0)" in settled(client, "/periksa")


def _fill_up(project: Path) -> str:
    """Lets the package say as many aliases of ``sampel`` as a list can hold; returns these."""
    listed = [f"sampel urutan ke-{number}" for number in range(MAX_ALIASES)]
    texts = {**package(), THEIR_SERVICE: service()}
    texts["istilah/sampel.yml"] = texts["istilah/sampel.yml"].replace(
        "[arti sampel]", f"[{', '.join(listed)}]"
    )
    office = project / "content/office.yml"
    office.write_text(office.read_text("utf-8").partition("packages:")[0], "utf-8")
    use(project, texts)
    return "\n".join(listed)


def test_phrasing_finds_room_beside_a_full_list_of_the_package(
    client: Client, project: Path, workspace: Workspace
) -> None:
    _fill_up(project)
    asked = "sampel tu apa sih"
    write_all(Waiting({}, {}).with_texts({asked: ("sampel",)}).files(project))

    reply = client.post(question_address(asked), {"_aksi": "jadikan:sampel"})

    assert reply.status == 303
    assert _text(project).startswith(f"more_aliases:\n  - {asked}\npackage:\n")
    assert workspace.snapshot().entries["sampel"].all_aliases[-1] == asked
    assert "Masalah (0)" in settled(client, "/periksa")


def test_line_added_to_the_package_s_list_leaves_that_list_to_the_package(
    client: Client, project: Path
) -> None:
    """The officer need not know that there are two lists."""
    listed = _fill_up(project)
    form = {
        "question": "Apa itu sampel?",
        "aliases": f"{listed}\nsampel tu apa sih",
        "answer": "Yang disebut sampel dijelaskan di sini.",
        "category": "istilah",
        "tags": "sampel",
        "status": "published",
        "sources.0": "1",
        "sources.0.title": "Daftar istilah",
        "sources.0.url": "https://istilah.contoh.example/sampel",
        "sources.0.accessed": "2026-10-01",
        "compiled": "2026-10-01",
        "review_by": "2027-10-01",
    }

    reply = client.post(ENTRY, {**form, "_versi": version(None), "_aksi": "simpan-pasti"})

    assert reply.status == 303, text_of(reply.text)
    assert _text(project).startswith("more_aliases:\n  - sampel tu apa sih\npackage:\n")


def test_form_tells_the_office_s_own_aliases_apart(client: Client) -> None:
    label = '<label for="f-more_aliases">Sebutan lain tambahan'

    assert label in client.get(ENTRY)
    assert label not in client.get("/entri/biaya-konsultasi")


def test_remark_stands_at_the_office_s_line_not_at_one_of_the_package(
    client: Client, project: Path
) -> None:
    write(
        project,
        {
            OWN[
                ENTRY
            ]: "more_aliases:\n  - sampel tu apa\n  - arti sampel\npackage: {name: istilah}\n"
        },
    )

    page = client.get(ENTRY)

    remarks = page.partition('id="f-more_aliases-catatan"')[2].partition("</div>")[0]
    said = " ".join(text_of(remarks).split())
    assert 'Baris 2: Sebutan lain "arti sampel" sudah ada dalam paket; hapus yang di sini.' in said
    assert 'id="f-aliases-catatan"' not in page


def test_comments_of_the_office_stay(saver: Saver, filled_in: Filled, project: Path) -> None:
    own = (
        "# disepakati rapat\nsummary: Peta dari kami.\n\n# dari cetakan\nnote: Disalin.\n"
        "components:\n  # lihat SK\n  turnaround:\n    - items: [Sehari]\n  # belum pasti\n"
        f"  staffing:\n    - items: [Seorang]\n{BASE[SERVICE]}"
    )
    write(project, {OWN_SERVICE: own})
    theirs = "Meminta peta dari {{ office.short_name }}."

    saver.save(filled_in(SERVICE, summary=theirs), confirmed=True)

    assert _text(project, SERVICE) == own.replace("summary: Peta dari kami.\n\n", "")


def test_service_can_be_hidden(saver: Saver, filled_in: Filled, workspace: Workspace) -> None:
    saver.save(filled_in(SERVICE, status="archived"), confirmed=True)

    knowledge = workspace.snapshot().knowledge
    assert knowledge
    assert [one.id for one in knowledge.services] == ["konsultasi"]
    assert workspace.snapshot().services["peta"].name == "Peta wilayah"


def test_what_a_service_of_a_package_lacks_leads_to_its_field(client: Client) -> None:
    page = client.get("/periksa")
    rows = [one for one in re.findall(r"<li>(.*?)</li>", page, re.S) if "/layanan/" in one]

    assert not [one for one in rows if ".yml" in text_of(one)]
    assert f'<a href="{SERVICE}#f-components.legal_basis">Peta wilayah</a>' in rows[0]
    assert "Komponen standar pelayanan, Dasar hukum" in rows[0]
