"""``caridulu sources`` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.cli.in_process import run


def test_sources_are_listed_by_entry_with_what_is_doubtful(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("example/standar-pelayanan", "example/"), "utf-8")

    code, out, _ = run(capsys, "--root", str(project), "sources")

    assert code == 0
    after = out.split("kb/konsultasi/biaya-konsultasi.yml\n")[1]
    assert after.startswith("  https://statistik.contoh.example/  [hanya beranda]\n")
    assert out.endswith("0 entri merujuk laman lembaga publik.\n")


def test_sources_are_listed_by_host(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--lang", "en", "--root", str(project), "sources", "--by", "host")

    assert code == 0
    assert out.splitlines()[0].endswith("  statistik.contoh.example")


def test_sources_as_data(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--root", str(project), "sources", "--json")

    shown = json.loads(out)
    assert code == 0
    assert shown["coverage"]["citations"] == shown["coverage"]["pages"]
    assert {row["official"] for row in shown["citations"]} == {False}


def test_a_page_that_cannot_be_reached_is_told_and_not_held_against_the_project(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in project.rglob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("https://statistik.contoh.example", "http://127.0.0.1:1"), "utf-8"
        )
    referrals = project / "kb/referrals.yml"
    referrals.unlink()

    code, out, _ = run(capsys, "--root", str(project), "sources", "--links")

    assert code == 0
    assert "tidak terjangkau: http://127.0.0.1:1/standar-pelayanan" in out
    assert out.splitlines()[-1].endswith("alamat dicoba, 0 pindah atau hilang.")
