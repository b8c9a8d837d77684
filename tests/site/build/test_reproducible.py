"""The same input gives the same bytes: whatever the folder, the hash seed, or the shell."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

pytestmark = pytest.mark.slow  # builds sites in processes of their own
NOON = 1_795_564_800  # 2026-11-25
BUILD = """
import sys
for name in sys.argv[4:]:
    sys.modules[name] = None  # as if it were not installed
from pathlib import Path
from caridulu.site.build.build_command import build_pages
build_pages(Path(sys.argv[2]), Path(sys.argv[3]), offline=sys.argv[1] == "luring")
"""


DAY = 86_400
DUE = 311  # 2027-10-02: the sample's entries are to be reviewed by the day before


def build(
    kind: str,
    root: Path,
    target: Path,
    *,
    seed: str = "1",
    day: int = 0,
    missing: tuple[str, ...] = (),
) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BUILD, kind, root, target, *missing],
        env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": f"{NOON + day * DAY}"},
        cwd=ROOT,
        check=True,
    )
    return {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in target.rglob("*")
        if path.is_file()
    }


def test_another_folder_and_hash_seed_change_no_byte(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "di" / "tempat" / "lain"
    other.parent.mkdir(parents=True)
    first = build("biasa", project, tmp_path / "satu", seed="1")
    project.rename(other)
    assert (other / ".caridulu" / "cache").is_dir()
    warm = build("biasa", other, tmp_path / "hangat", seed="3")
    for path in (other / ".caridulu" / "cache").iterdir():
        path.unlink()
    second = build("biasa", other, tmp_path / "dua", seed="2")
    assert len(first) > 30
    assert second == first
    assert warm == first


def test_the_site_outlives_mkdocs(project: Path, tmp_path: Path) -> None:
    without = build("biasa", project, tmp_path / "tanpa", missing=("mkdocs",))
    assert without == build("biasa", project, tmp_path / "biasa")


def test_the_site_outlives_material(project: Path, tmp_path: Path) -> None:
    usual = build("biasa", project, tmp_path / "biasa")
    without = build("biasa", project, tmp_path / "tanpa", missing=("mkdocs", "material"))
    page = "kontak/index.html"
    assert b'class="icon"' in usual[page]
    assert b'class="icon"' not in without[page]
    there = [{name for name in site if name.endswith(".html")} for site in (usual, without)]
    assert there[0] == there[1]


def test_a_site_for_a_folder_is_reproducible_too(project: Path, tmp_path: Path) -> None:
    first = build("luring", project, tmp_path / "satu", seed="1")
    assert build("luring", project, tmp_path / "dua", seed="2") == first
    assert any(name.endswith("manifest.json.js") for name in first)


@pytest.mark.parametrize(
    ("kind", "stored"), [("biasa", {"simpanan.json", "sw.js"}), ("luring", set())]
)
def test_another_day_changes_pages_whose_review_is_due_and_nothing_else(
    built_project: Path, tmp_path: Path, kind: str, stored: set[str]
) -> None:
    first = build(kind, built_project, tmp_path / "hari-ini", day=300)
    assert build(kind, built_project, tmp_path / "besok", day=301) == first
    later = build(kind, built_project, tmp_path / "lewat", day=DUE)
    assert later.keys() == first.keys()
    changed = {name for name in first if later[name] != first[name]}
    due = {name for name in changed if name.startswith(("kb/", "layanan/"))}
    assert {name.partition("/")[0] for name in due} == {"kb", "layanan"}
    sizes = {"luring/index.html"}  # says how large all pages are together, in whole kilobytes
    assert changed - due - sizes == stored
