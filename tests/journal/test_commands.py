"""Whatever a command changes is known, sent and undone, as if a form had done it."""

import re
from pathlib import Path

import pytest

from caridulu.journal.journal import Journal
from tests.command_line import Run
from tests.editor.client import files_of
from tests.editor.git_project import FEES, edited, edited_last_month, git

pytestmark = pytest.mark.usefixtures("_own_settings")
DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"
EXPORT = (
    "pertanyaan;jawaban\nkonsultasi bayar berapa kak;gratis\nbgmn cara unduh publikasi;di web\n"
)


def _exported(tmp_path: Path) -> Path:
    path = tmp_path / "konsultasi.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path


def test_month_with_archive_and_import_is_sent_whole(
    run: Run, repository: Path, tmp_path: Path
) -> None:
    assert run("import", _exported(tmp_path), write=True, answered="alias").code == 0
    assert run("archive", "unduh-publikasi", into="cara-mengadu").code == 0
    assert run("publish", "konsultasi-lewat-video").code == 0
    edited(repository, "content/office.yml", "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")

    ran = run("save", message="bulan November")

    assert ran.code == 0
    assert ran.err.endswith("Terkirim.\n")
    assert git(repository, "status", "--porcelain") == ""
    assert git(tmp_path / "pusat.git", "rev-parse", "main") == git(repository, "rev-parse", "HEAD")
    assert Journal(repository).actions() == ()


@pytest.mark.parametrize(
    "command",
    [
        ("import", {"write": True, "answered": "alias"}),
        ("import", {"write": True, "answered": "create"}),
        ("archive", {"into": "cara-mengadu"}),
        ("publish", {}),
        ("review", {"typed": "t\nq\n"}),
        ("review", {"typed": "b\nq\n"}),
        ("review", {"typed": "g biaya-konsultasi\nq\n"}),
        ("schemas", {}),
    ],
    ids=lambda one: f"{one[0]} {one[1]}",
)
def test_every_command_is_undone(
    run: Run, project: Path, tmp_path: Path, command: tuple[str, dict[str, object]]
) -> None:
    name, options = command
    before = files_of(project)
    given = {
        "import": [_exported(tmp_path)],
        "archive": ["unduh-publikasi"],
        "publish": ["konsultasi-lewat-video"],
    }
    ran = run(name, *given.get(name, []), **options)
    assert files_of(project) != before, ran.out + ran.err

    assert run("undo").code == 0

    assert files_of(project) == before


def test_import_that_was_undone_can_be_repeated(run: Run, project: Path, tmp_path: Path) -> None:
    path = _exported(tmp_path)
    first = run("import", path, write=True, answered="create")
    run("undo")

    again = run("import", path, write=True, answered="create")

    assert again.out == first.out


def test_consultation_of_a_discarded_draft_is_not_asked_again(
    run: Run, project: Path, tmp_path: Path
) -> None:
    path = _exported(tmp_path)
    run("import", path, write=True, answered="create")
    run("review", typed="b\n" * 9)

    ran = run("import", path, write=True, answered="create")

    assert " 2\n    sudah pernah diimpor" in ran.out or "2 sudah pernah diimpor" in ran.out


def test_draft_edited_with_a_program_of_ones_own_is_known(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "sunting.sh"
    program.write_text('echo "tags: [zoom]" >> "$1"\n', encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"sh {program}")

    run("review", typed="e\nq\n")

    assert Journal(project).paths() == (DRAFT,)


def test_an_import_that_changed_no_file_of_the_project_is_named_without_files(
    run: Run, project: Path, tmp_path: Path
) -> None:
    """Nobody was asked: the question only waits on this computer."""
    export = tmp_path / "konsultasi.csv"
    export.write_text("".join(EXPORT.splitlines(keepends=True)[:2]), encoding="utf-8")
    assert run("import", export, write=True).code == 0

    ran = run("undo")

    assert ran.err == f"Diurungkan: Diimpor dari konsultasi, {ran.err.rsplit(', ', 1)[1]}"
    assert re.fullmatch(r"[\d-]{10} [\d.]{5}\n", ran.err.rsplit(", ", 1)[1])


def test_undo_says_that_last_month_is_no_longer_kept(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited_last_month(project, monkeypatch)
    assert run("undo").code == 0

    ran = run("undo")

    assert ran.code == 1
    assert ran.err == (
        "Tidak dapat diurungkan lagi karena isi sebelumnya hanya disimpan selama bulan berjalan.\n"
    )


def test_undo_lists_what_was_done_and_says_what_it_undid(run: Run, project: Path) -> None:
    run("publish", "konsultasi-lewat-video")
    told = run("undo", list=True)
    ran = run("undo")

    assert told.out.startswith("Diterima untuk ditinjau, 2026-11-25 ")
    assert told.out.endswith(f": {DRAFT}\n")
    assert ran.err == f"Diurungkan: {told.out}"
    nothing = "Belum ada yang dikerjakan sejak pengiriman terakhir.\n"
    assert [run("undo").err, run("undo", list=True).err] == [nothing, nothing]


def test_other_changes_are_taken_along_when_asked(
    run: Run, repository: Path, tmp_path: Path
) -> None:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya", by_editor=False)
    (repository / "content/jam.md").write_text("# Jam\n\nSenin.\n", encoding="utf-8")

    without = run("save", message="jam")
    along = run("save", message="jam", others=True)

    assert "tidak ikut dikirim: content/jam.md, " + FEES in without.err
    assert along.code == 0
    assert git(repository, "status", "--porcelain") == ""


def test_full_disk_is_named_and_leaves_nothing(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(project)

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = run("publish", "konsultasi-lewat-video")

    assert ran.code == 1
    assert ran.err.startswith("ruang simpan penuh, jadi ")
    assert ran.err.endswith(" tidak dapat ditulis dan tidak ada yang berubah; kosongkan sebagian\n")
    assert files_of(project) == before
    assert list(project.rglob("*.tmp")) == []
