"""The form of a package's entry: what is saved is what the office says otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caridulu.curation.lifecycle.entry_changes import with_aliases
from caridulu.curation.project import Project
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.curation.yaml_changes import changed_yaml
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
from tests.packages.shared_project import package, use, write

OWN = "kb/istilah/sampel.yml"
HASH = text_hash(package()["istilah/sampel.yml"])
NOTE = (
    "Isi ini berasal dari paket. Bila disimpan, hanya yang Anda ubah yang dicatat sebagai "
    "penyesuaian kantor; isi lainnya tetap mengikuti paket."
)
Filled = Callable[..., SubmittedForm]


@pytest.fixture
def project(project: Path) -> Path:
    use(project, package())
    return project


def _text(project: Path) -> str:
    return (project / OWN).read_text("utf-8")


def test_form_says_where_the_entry_comes_from(client: Client) -> None:
    assert NOTE in client.get("/entri/sampel")
    assert NOTE not in client.get("/entri/biaya-konsultasi")


def test_only_what_was_changed_is_saved(
    saver: Saver, filled_in: Filled, project: Path, workspace: Workspace
) -> None:
    form = filled_in("/entri/sampel", lambda values: values.update(answer="Sebagian populasi."))

    assert saver.save(form, confirmed=True).state is SaveState.SAVED

    assert _text(project) == (
        f"answer: |\n  Sebagian populasi.\npackage:\n  name: istilah\n  sha256: {HASH}\n"
    )
    assert workspace.snapshot().entries["sampel"].question == "Apa itu sampel?"


def test_what_was_taken_out_stays_out(
    saver: Saver, filled_in: Filled, project: Path, workspace: Workspace
) -> None:
    saver.save(
        filled_in("/entri/sampel", lambda values: values.update(tags=[], aliases=["makna sampel"])),
        confirmed=True,
    )

    assert _text(project) == (
        f"aliases: [makna sampel]\ntags:\npackage:\n  name: istilah\n  sha256: {HASH}\n"
    )
    assert workspace.snapshot().entries["sampel"].tags == ()


def test_entry_put_back_as_the_package_has_it_leaves_no_file(
    saver: Saver, filled_in: Filled, project: Path
) -> None:
    answer = str(filled_in("/entri/sampel").values["answer"])
    saver.save(filled_in("/entri/sampel", lambda v: v.update(answer="Lain.")), confirmed=True)

    saver.save(filled_in("/entri/sampel", lambda v: v.update(answer=answer)), confirmed=True)

    assert not (project / OWN).exists()


def test_unchanged_form_changes_nothing(saver: Saver, filled_in: Filled, project: Path) -> None:
    before = files_of(project)

    saver.save(filled_in("/entri/sampel"), confirmed=True)

    assert files_of(project) == before


def test_comment_in_an_adjustment_stays(saver: Saver, filled_in: Filled, project: Path) -> None:
    saver.save(filled_in("/entri/sampel", lambda v: v.update(answer="Lain.")), confirmed=True)
    (project / OWN).write_text(f"# disepakati rapat\n{_text(project)}", "utf-8")

    saver.save(filled_in("/entri/sampel", lambda v: v.update(answer="Baru.")), confirmed=True)

    assert _text(project).startswith("# disepakati rapat\nanswer: |\n  Baru.\n")


def test_phrasing_of_a_command_becomes_an_adjustment(project: Path, workspace: Workspace) -> None:
    knowledge = workspace.snapshot().knowledge
    assert knowledge
    opened = Project(project, knowledge)
    path = project / OWN

    text = changed_yaml(opened.text(path), with_aliases(("sampel tu apa sih",)))
    record(project, {path: text}, ActionKind.HARVESTED)

    assert _text(project) == (
        f"more_aliases:\n  - sampel tu apa sih\npackage:\n  name: istilah\n  sha256: {HASH}\n"
    )


def test_draft_of_a_package_that_is_thrown_away_does_not_become_public(
    client: Client, project: Path, workspace: Workspace
) -> None:
    base = f"package:\n  name: istilah\n  sha256: {HASH}\n"
    write(project, {OWN: f"status: draft\n{base}"})

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
    texts = package()
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

    reply = client.post("/entri/sampel", {**form, "_versi": version(None), "_aksi": "simpan-pasti"})

    assert reply.status == 303, text_of(reply.text)
    assert _text(project).startswith("more_aliases:\n  - sampel tu apa sih\npackage:\n")


def test_form_tells_the_office_s_own_aliases_apart(client: Client) -> None:
    label = '<label for="f-more_aliases">Sebutan lain tambahan'

    assert label in client.get("/entri/sampel")
    assert label not in client.get("/entri/biaya-konsultasi")


def test_remark_stands_at_the_office_s_line_not_at_one_of_the_package(
    client: Client, project: Path
) -> None:
    write(
        project,
        {OWN: "more_aliases:\n  - sampel tu apa\n  - arti sampel\npackage: {name: istilah}\n"},
    )

    page = client.get("/entri/sampel")

    remarks = page.partition('id="f-more_aliases-catatan"')[2].partition("</div>")[0]
    said = " ".join(text_of(remarks).split())
    assert 'Baris 2: Sebutan lain "arti sampel" sudah ada dalam paket; hapus yang di sini.' in said
    assert 'id="f-aliases-catatan"' not in page
