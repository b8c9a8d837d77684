"""A walk through the drafts, one decision each."""

import sys
from pathlib import Path

import pytest

from caridulu.knowledge import load

DRAFT = "konsultasi-lewat-video"


def test_review_accepts_leaves_for_later_and_edits(
    project: Path, tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, edited = tmp_path / "penyunting.py", tmp_path / "disunting.txt"
    program.write_text(f"import sys\nopen({str(edited)!r}, 'a').write(sys.argv[1])\n", "utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {program}")
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    before = path.read_bytes()
    later = run("review", typed="n\n")
    assert "[t]erima, [e] sunting, [n]anti, [g]abung KODE, [b]uang, [q] selesai?" in later.out
    assert f"== {DRAFT} (konsultasi, konsep)\n" in later.out
    assert "tidak dikenal" not in later.out
    assert not edited.exists()
    assert path.read_bytes() == before
    run("review", typed="?\ne\n")
    assert edited.read_text(encoding="utf-8") == str(path)
    assert "status: draft" in path.read_text(encoding="utf-8")

    run("review", typed="t\n")

    assert "status: review" in path.read_text(encoding="utf-8")


def test_review_merges_a_draft_into_an_entry(project: Path, today, run) -> None:
    ran = run("review", typed="g tidak-ada\ng biaya-konsultasi\n")

    assert 'entri "tidak-ada" tidak ada' in ran.out
    loaded = load(project, today=today)
    assert loaded.ok
    entry = next(e for e in loaded.knowledge.entries if e.id == "biaya-konsultasi")
    assert "konsul lewat zoom bisa kah" in entry.aliases
