"""The same input gives the same bytes: whatever the folder, the hash seed, or the shell."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILD = """
import sys
if sys.argv[1] == "tanpa-mkdocs":
    sys.modules["mkdocs"] = None  # as if it were not installed
from pathlib import Path
from generator.site import assemble
from generator.site.build import build_offline, build_pages
if sys.argv[1] == "besar":
    assemble._LARGE = 1  # as if it were worth a second process
build = build_offline if sys.argv[1] == "luring" else build_pages
build(Path(sys.argv[2]), Path(sys.argv[3]))
"""


def build(kind: str, root: Path, target: Path, *, seed: str) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BUILD, kind, root, target],
        env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1795564800"},
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
    without = build("tanpa-mkdocs", project, tmp_path / "tanpa", seed="1")
    assert without == build("biasa", project, tmp_path / "biasa", seed="1")


def test_a_second_process_changes_no_byte(project: Path, tmp_path: Path) -> None:
    together = build("besar", project, tmp_path / "besar", seed="1")
    for path in (project / ".caridulu" / "cache").iterdir():
        path.unlink()
    assert together == build("biasa", project, tmp_path / "biasa", seed="2")


def test_a_site_for_a_folder_is_reproducible_too(project: Path, tmp_path: Path) -> None:
    first = build("luring", project, tmp_path / "satu", seed="1")
    assert build("luring", project, tmp_path / "dua", seed="2") == first
    assert any(name.endswith("manifest.json.js") for name in first)
