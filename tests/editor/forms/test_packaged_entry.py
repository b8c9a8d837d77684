"""The form of a package's entry: what is saved is what the office says otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caridulu.curation.lifecycle.entry_changes import with_aliases
from caridulu.curation.project import Project
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.editor.saving.saver import Saver, SaveState
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Workspace
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.knowledge import Status
from caridulu.knowledge.package_hash import text_hash
from tests.editor.client import Client, files_of, settled
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
        f"aliases: [arti sampel, sampel tu apa sih]\npackage:\n  name: istilah\n  sha256: {HASH}\n"
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
        "aliases: [arti populasi, Apa itu sampel?, arti sampel]\nreplaces:\n  - sampel\npackage:\n"
    )
    assert (project / "kb/paket/istilah/istilah/sampel.yml").read_text("utf-8") == before
    assert "Masalah (0)" in settled(client, "/periksa")
