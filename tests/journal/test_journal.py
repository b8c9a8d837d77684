"""What the product did: kept on disk, undone, and rebuilt from Git when it is damaged."""

from pathlib import Path

import pytest

from caridulu.journal.action import ActionKind
from caridulu.journal.journal import Journal, record
from tests.editor.client import files_of
from tests.editor.git_project import FEES, edited, edited_last_month, git

DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"
OFFICE = "content/office.yml"


def test_one_action_puts_all_its_files_back(project: Path) -> None:
    before = files_of(project)
    new = project / "kb/konsultasi/jam-buka.yml"
    texts = {new: "question: Jam?\n", project / DRAFT: None, project / FEES: "question: Apa?\n"}
    record(project, texts, ActionKind.MERGED)

    later = Journal(project)  # as after a restart
    [action] = later.actions()

    assert set(action.paths) == {FEES, DRAFT, "kb/konsultasi/jam-buka.yml"}
    assert later.undo(action)
    assert files_of(project) == before
    assert Journal(project).actions() == ()


def test_bytes_come_back_as_they_were(project: Path) -> None:
    path = project / FEES
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    action = record(project, {path: "question: Apa?\n"}, ActionKind.SAVED)

    assert Journal(project).undo(action)
    assert path.read_bytes() == before


def test_action_that_was_cut_short_is_undone(project: Path) -> None:
    before = files_of(project)
    texts = {project / FEES: "question: Apa?\n", project / DRAFT: "question: Lain?\n"}
    action = record(project, texts, ActionKind.MERGED)
    (project / DRAFT).write_bytes(before[DRAFT])  # the computer went off after the first file

    assert Journal(project).paths() == (FEES,)
    assert Journal(project).undo(action)
    assert files_of(project) == before


def test_what_has_changed_since_is_not_undone(project: Path) -> None:
    action = record(project, {project / FEES: "question: Apa?\n"}, ActionKind.SAVED)
    (project / FEES).write_text("question: Lain?\n", encoding="utf-8")

    assert not Journal(project).undo(action)
    assert (project / FEES).read_text("utf-8") == "question: Lain?\n"


def test_lists_of_this_computer_lose_only_what_the_action_added(project: Path) -> None:
    seen = project / ".caridulu/imported"
    first = record(project, {seen: "a\n"}, ActionKind.IMPORTED)
    record(project, {seen: "a\nb\n"}, ActionKind.IMPORTED)

    assert Journal(project).undo(first)
    assert seen.read_text("utf-8") == "b\n"
    assert Journal(project).paths() == ()


def test_a_list_gets_back_what_the_action_took(project: Path) -> None:
    waiting = project / ".caridulu/menunggu.txt"
    record(project, {waiting: "satu\ndua\n"}, ActionKind.HARVESTED)
    taken = record(
        project, {waiting: "dua\n", project / FEES: "question: A?\n"}, ActionKind.HARVESTED
    )

    assert Journal(project).undo(taken)
    assert sorted(waiting.read_text("utf-8").split()) == ["dua", "satu"]


def test_nothing_is_kept_of_what_could_not_be_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(project)
    (project / "kb/penuh.yml").mkdir()

    with pytest.raises(OSError, match="penuh"):
        record(project, {project / FEES: "a\n", project / "kb/penuh.yml": "b\n"}, ActionKind.SAVED)

    assert files_of(project) == before
    assert Journal(project).actions() == ()


def test_what_changes_nothing_is_no_action(project: Path) -> None:
    record(project, {project / FEES: (project / FEES).read_text("utf-8")}, ActionKind.SAVED)
    record(project, {}, ActionKind.IMPORTED)

    assert Journal(project).actions() == ()


def test_the_folder_is_part_of_no_commit(repository: Path) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    assert git(repository, "status", "--porcelain") == f" M {FEES}\n"


OUTSIDE = (
    b'{"version": 1, "kind": "saved", "at": 0, "by": "", "files": [{"path": "../a", "after": ""}]}'
)


@pytest.mark.parametrize("damage", [b"", b'{"version": 1, "ki', b"[]", b'{"version": 9}', OUTSIDE])
def test_damaged_journal_is_rebuilt_from_git(repository: Path, damage: bytes) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    record(repository, {repository / DRAFT: None}, ActionKind.DISCARDED)
    record(
        repository, {repository / "kb/konsultasi/baru.yml": "question: A?\n"}, ActionKind.CREATED
    )
    for path in (repository / ".caridulu/journal").glob("*.json"):
        path.write_bytes(damage)

    journal = Journal(repository)

    assert journal.paths() == ("kb/konsultasi/baru.yml", FEES, DRAFT)
    [action] = journal.actions()
    assert action.kind is ActionKind.FOUND
    assert journal.undo(action)
    assert git(repository, "status", "--porcelain") == ""


def test_what_is_as_it_was_waits_no_longer(project: Path) -> None:
    edited(project, FEES, "dikenai tarif", "dikenai biaya")
    assert Journal(project).paths() == (FEES,)

    edited(project, FEES, "dikenai biaya", "dikenai tarif")
    assert Journal(project).paths() == ()


def test_what_was_forgotten_of_last_month_hides_no_change_of_this_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited_last_month(project, monkeypatch)
    assert Journal(project).paths() == ("content/office.yml",)

    edited(project, FEES, "dikenai biaya", "dikenai ongkos")

    assert Journal(project).paths() == ("content/office.yml", FEES)


def test_without_git_last_month_is_forgotten_but_not_who(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    edited(project, FEES, "dikenai tarif", "dikenai biaya")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798286400")  # 2026-12-26
    edited(project, OFFICE, "Contoh", "Uji")

    november, december = Journal(project).actions()

    assert not Journal(project).can_undo(november)
    assert november.files[0].before is None
    assert november.by
    assert Journal(project).can_undo(december)
    kept = "".join(path.read_text("utf-8") for path in project.glob(".caridulu/journal/*"))
    assert "dikenai tarif" not in kept


def test_picture_comes_back_byte_for_byte(project: Path) -> None:
    picture, content = project / "content/berkas/peta.png", b"\x89PNG\r\n\x1a\n\xff\x00"
    record(project, {picture: content}, ActionKind.ATTACHED)
    removed = record(project, {picture: None}, ActionKind.DETACHED)

    assert Journal(project).undo(removed)
    assert picture.read_bytes() == content
