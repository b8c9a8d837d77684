"""One file as a form shows it: its values, its version, and the field of each problem."""

from pathlib import Path

import pytest

from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import address_of, find_file
from caridulu.editor.files.paths import OutsideError, checked
from caridulu.editor.workspace import Workspace
from caridulu.knowledge.yaml.nodes import Loc
from caridulu.messages import Language

FEES = "kb/konsultasi/biaya-konsultasi.yml"
ENTRY = "question: Apa itu IPM?\nanswer: Indeks.\ncategory: konsultasi\n"


def _locs(workspace: Workspace, name: str) -> list[Loc]:
    """Where the problems of a file are told."""
    snapshot = workspace.snapshot()
    file = find_file(snapshot, address_of(name))
    assert file is not None
    return [
        file.remark(problem, Language.ID).loc
        for problem in snapshot.loaded.problems
        if problem.location.path == name
    ]


@pytest.mark.parametrize(
    ("text", "loc"),
    [
        (ENTRY.replace("question: Apa itu IPM?\n", ""), ("question",)),
        (f"{ENTRY}sources:\n  - url: https://bps.go.id\n", ("sources", 0, "title")),
        (f"{ENTRY}sources: [{{url: https://bps.go.id}}]\n", ("sources", 0, "title")),
        (f"{ENTRY}sources:\n  - title: A\n    url: bps\n", ("sources", 0, "url")),
        (f"{ENTRY}reviewed: besok\n", ("reviewed",)),
        (f"{ENTRY}tagar: IPM\n", ("tagar",)),
        (ENTRY.replace("Indeks.", "|\n  Satu.\n\n  Lihat {{ kantor.nama }}."), ("answer", 2)),
    ],
    ids=["key", "key in a row", "key in braces", "value in a row", "date", "unknown", "line"],
)
def test_a_problem_is_told_at_its_field(
    workspace: Workspace, project: Path, text: str, loc: Loc
) -> None:
    (project / FEES).write_text(text, encoding="utf-8")

    assert loc in _locs(workspace, FEES)


def test_a_problem_of_another_file_names_that_file(workspace: Workspace, project: Path) -> None:
    (project / FEES).write_text("question: Apa?\n", encoding="utf-8")
    office = find_file(workspace.snapshot(), "/kantor")
    assert office is not None

    remarks = [office.remark(one, Language.ID) for one in workspace.snapshot().problems]

    assert all(one.loc == () and one.text.startswith(f"{FEES}: ") for one in remarks[:1])


def test_a_change_is_another_value(workspace: Workspace, project: Path) -> None:
    file = find_file(workspace.snapshot(), "/entri/biaya-konsultasi")
    assert file is not None
    assert file.path is not None

    changed = file.with_values(file.values() | {"tags": ["ongkos"]})

    assert changed.values()["tags"] == ["ongkos"]
    assert changed.version != file.version
    assert file.text == (project / FEES).read_text("utf-8")


@pytest.mark.parametrize("text", ["question: [\n", "", "- a\n", "question: a\n\0\n"])
def test_what_no_form_can_show_says_why(project: Path, text: str) -> None:
    (project / FEES).write_text(text, encoding="utf-8")

    assert EditableFile.read("entry", project / FEES, root=project).unreadable()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (FEES, "/entri/biaya-konsultasi"),
        ("kb/categories.yml", "/kategori"),
        ("content/office.yml", "/kantor"),
        ("content/services/konsultasi.yml", "/layanan/konsultasi"),
        ("content/konsultasi.md", "/halaman/konsultasi"),
        ("kb/lain.yml", ""),
        ("mkdocs.yml", ""),
    ],
)
def test_a_file_has_the_address_of_its_form(name: str, address: str) -> None:
    assert address_of(name) == address


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.yml",
        "kb/../../x.yml",
        "mkdocs.yml",
        "kb/konsultasi/x.md",
        "content/services/x.md",
        "README.md",
    ],
)
def test_places_outside_are_refused(project: Path, name: str) -> None:
    with pytest.raises(OutsideError):
        checked(project, project / name)


def test_linked_folder_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (project / "kb" / "pintas").symlink_to(tmp_path / "luar", target_is_directory=True)

    with pytest.raises(OutsideError):
        checked(project, project / "kb" / "pintas" / "x.yml")
