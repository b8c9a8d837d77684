"""``caridulu check`` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.cli.in_process import run
from tests.text_files import replace_in


def test_check_of_clean_content_exits_0(
    sample_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "--root", str(sample_root), "check")
    assert (code, out) == (0, "")
    assert err.endswith("tidak ada masalah, 0 catatan.\n")


def test_check_names_file_line_and_remedy(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = next((project / "kb").glob("*/*.yml"))
    replace_in(entry, "status:", "statuz:")
    code, out, _ = run(capsys, "--root", str(project), "check", "--format", "json")
    path = entry.relative_to(project).as_posix()
    problems = [row for row in json.loads(out) if row["severity"] == "problem"]
    assert code == 1
    assert [row["path"] for row in problems] == [path]
    assert problems[0]["line"] > 1
    assert "status" in problems[0]["message"]


def test_check_tells_personal_data_also_in_an_entry_with_other_problems(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    text = entry.read_text("utf-8")
    told = "  Lihat [itu](http//salah), lalu hubungi 0811-0000-9999.\n"
    entry.write_text(text.replace("answer: |\n", f"answer: |\n{told}"), encoding="utf-8")
    code, out, _ = run(capsys, "--root", str(project), "check", "--format", "json")
    places = [
        (row["line"], row["column"]) for row in json.loads(out) if row["severity"] == "problem"
    ]
    line = text[: text.index("answer: |")].count("\n") + 2
    assert code == 1
    assert places == [(line, told.index("http") + 1), (line, told.index("0811") + 1)]


def test_check_tells_an_alias_that_does_not_find_its_entry(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = sorted((project / "kb").glob("*/*.yml"))
    text = entries[0].read_text("utf-8")
    assert "aliases:\n" in text
    changed = text.replace("aliases:\n", "aliases:\n  - ???\n", 1)
    entries[0].write_text(changed, encoding="utf-8")
    line = changed.splitlines().index("  - ???") + 1
    code, out, _ = run(capsys, "--root", str(project), "check")
    path = entries[0].relative_to(project).as_posix()
    assert code == 1
    assert (
        f"{path}:{line}:5: “???” tidak menemukan entri ini dalam 3 hasil teratas; yang ditemukan:"
        " tidak ada;"
    ) in out
