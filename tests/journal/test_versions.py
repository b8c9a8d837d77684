"""What a file said before: out of Git and out of what is not sent yet, no state twice."""

from pathlib import Path

from caridulu.journal.versions import NOW, versions
from tests.editor.git_project import FEES, edited, git


def _told(root: Path) -> list[tuple[bool, str, str]]:
    """Whether it is the present state, what Git was told, and the word that changes."""
    return [
        (one.key == NOW, one.about, one.text.partition("dapat dikenai ")[2].split(".")[0])
        for one in versions(root, FEES)
    ]


def test_recorded_states_are_told_by_git(repository: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai ongkos")
    git(repository, "commit", "--quiet", "--all", "-m", "ongkos")

    assert _told(repository) == [(True, "ongkos", "ongkos"), (False, "awal", "tarif")]


def test_unrecorded_states_come_first(repository: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai ongkos")
    edited(repository, FEES, "dikenai ongkos", "dikenai biaya")

    states = _told(repository)

    assert states == [(True, "", "biaya"), (False, "", "ongkos"), (False, "awal", "tarif")]
    assert versions(repository, FEES)[0].by == "Petugas PST <petugas@kantor.example>"


def test_change_of_another_program_has_no_author(repository: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai ongkos", by_editor=False)

    assert [one.by for one in versions(repository, FEES)] == [
        "",
        "Petugas PST <petugas@kantor.example>",
    ]


def test_file_without_a_past_has_its_present(project: Path) -> None:
    assert [one.key for one in versions(project, FEES)] == [NOW]
