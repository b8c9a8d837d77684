"""``caridulu save``: exactly what the editor changed, and plain words when Git says no."""

import subprocess
from pathlib import Path

import pytest

from generator.editor.command import save
from generator.editor.journal import Journal
from generator.messages import Language

FEES = "kb/konsultasi/biaya-konsultasi.yml"


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git without the settings of whoever runs the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "tidak-ada"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def _name(folder: Path, name: str) -> None:
    _git(folder, "config", "user.name", name)
    _git(folder, "config", "user.email", "petugas@kantor.example")


@pytest.fixture
def repository(project: Path, tmp_path: Path) -> Path:
    """The project in Git, with a place to be sent to."""
    _git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "pusat.git")
    _git(project, "init", "--quiet", "--initial-branch=main")
    _name(project, "Petugas PST")
    _git(project, "add", "--all")
    _git(project, "commit", "--quiet", "-m", "awal")
    _git(project, "remote", "add", "origin", str(tmp_path / "pusat.git"))
    _git(project, "push", "--quiet", "--set-upstream", "origin", "main")
    return project


def _edit(project: Path, path: str, old: str, new: str, *, by_editor: bool = True) -> None:
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")
    if by_editor:
        Journal(project).note([project / path])


def _save(project: Path, text: str = "biaya diperbarui") -> tuple[int, list[str]]:
    said: list[str] = []
    return save(project, text, language=Language.ID, out=said.append), said


def test_sends_what_the_editor_changed(repository: Path, tmp_path: Path) -> None:
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert (code, said) == (0, [f"1 berkas dicatat: {FEES}", "Terkirim."])
    log = _git(tmp_path / "pusat.git", "log", "-1", "--format=%an: %s", "--name-only", "main")
    assert log.split("\n") == ["Petugas PST: biaya diperbarui", "", FEES, ""]
    assert Journal(repository).paths() == ()


def test_new_and_removed_files_are_sent(repository: Path, tmp_path: Path) -> None:
    old, new = repository / FEES, repository / "kb/layanan-data/biaya-konsultasi.yml"
    old.rename(new)
    Journal(repository).note([old, new])

    assert _save(repository)[0] == 0
    assert _git(repository, "status", "--porcelain") == ""


def test_other_changes_are_neither_sent_nor_touched(repository: Path) -> None:
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")
    _edit(repository, "content/office.yml", "Contoh", "Uji", by_editor=False)

    code, said = _save(repository)

    assert code == 1
    assert "content/office.yml" in said[-1]
    assert "perubahan lain yang bukan dari penyunting" in said[-1]
    assert _git(repository, "status", "--porcelain") == " M content/office.yml\n"
    assert _git(repository, "show", "--name-only", "--format=").split() == [FEES]


def test_work_of_others_is_taken_in_first(repository: Path, tmp_path: Path) -> None:
    _another_officer(tmp_path, "content/office.yml", "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")

    assert _save(repository)[0] == 0
    assert "Nomor 12" in (repository / "content/office.yml").read_text("utf-8")
    assert _git(repository, "log", "--merges", "--format=%h") == ""


def test_conflict_is_explained_and_nothing_is_overwritten(repository: Path, tmp_path: Path) -> None:
    _another_officer(tmp_path, FEES, "dikenai tarif", "dikenai ongkos")
    theirs = _git(tmp_path / "pusat.git", "rev-parse", "main")
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert code == 1
    assert said[-1].startswith(f"Orang lain mengubah bagian yang sama lebih dahulu: {FEES}.")
    assert _git(tmp_path / "pusat.git", "rev-parse", "main") == theirs
    assert "dikenai biaya" in (repository / FEES).read_text("utf-8")
    assert _git(repository, "status", "--porcelain") == ""
    assert not (repository / ".git/rebase-merge").exists()


def test_offline_change_is_recorded_and_sent_later(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "pusat.git").rename(tmp_path / "putus.git")
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)
    (tmp_path / "putus.git").rename(tmp_path / "pusat.git")
    later = _save(repository, "")

    assert code == 1
    assert "versi terbaru tidak dapat diambil" in said[-1]
    assert later == (0, ["Terkirim."])


def test_nothing_to_send(repository: Path) -> None:
    said = "Tidak ada perubahan dari penyunting yang perlu dikirim."

    assert _save(repository) == (0, [said])


def test_without_a_place_to_send_to(repository: Path) -> None:
    _git(repository, "branch", "--unset-upstream")
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert code == 1
    assert said[-1].startswith("Perubahan sudah dicatat di komputer ini. Belum ada tujuan")


def test_without_a_name(repository: Path) -> None:
    _git(repository, "config", "--unset", "user.name")
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository)

    assert code == 1
    assert said[0].startswith("Git belum tahu nama Anda.")
    assert Journal(repository).paths() == (FEES,)


def test_without_a_message(repository: Path) -> None:
    _edit(repository, FEES, "dikenai tarif", "dikenai biaya")

    code, said = _save(repository, " ")

    assert code == 1
    assert said[0].startswith("Tulis keterangan singkat")


def test_in_the_middle_of_something_else(repository: Path) -> None:
    (repository / ".git" / "MERGE_HEAD").write_text("0" * 40, encoding="ascii")

    assert _save(repository)[1][0].startswith("Git sedang di tengah pekerjaan lain")


def test_without_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))

    code, said = _save(project)

    assert code == 1
    assert said[0].startswith("Folder ini bukan repositori Git")


def test_journal_that_was_cut_off_is_empty(repository: Path) -> None:
    (repository / ".git" / "caridulu-edited.json").write_text('["kb/a', encoding="utf-8")

    assert Journal(repository).paths() == ()


def _another_officer(tmp_path: Path, path: str, old: str, new: str) -> None:
    """Somebody else sends a change first."""
    _git(tmp_path, "clone", "--quiet", str(tmp_path / "pusat.git"), "lain")
    _name(tmp_path / "lain", "Petugas Lain")
    _edit(tmp_path / "lain", path, old, new, by_editor=False)
    _git(tmp_path / "lain", "commit", "--quiet", "--all", "-m", "lain")
    _git(tmp_path / "lain", "push", "--quiet")
