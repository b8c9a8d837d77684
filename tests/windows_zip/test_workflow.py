"""What is written for other machines names files and options that exist."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests import ROOT
from windows_zip.__main__ import arguments

WORKFLOW = ROOT / ".github" / "workflows" / "windows.yml"
CONTAINER = ROOT / "docs" / "contoh" / "Containerfile"


def test_the_workflow_builds_with_the_options_that_there_are() -> None:
    text = WORKFLOW.read_text("utf-8")
    options = {option for action in arguments()._actions for option in action.option_strings}
    calls = re.findall(r"python -m windows_zip (.*)", text)
    assert len(calls) == 2
    assert all(set(re.findall(r"--\w+", call)) <= options for call in calls)
    assert [*yaml.safe_load(text)["jobs"]] == ["build", "start"]
    assert all((ROOT / path).is_file() for path in re.findall(r"python (tests/\S+)", text))


def test_the_container_has_the_files_that_its_wheel_is_made_of_and_runs_as_no_root(
    tmp_path: Path,
) -> None:
    lines = CONTAINER.read_text("utf-8").splitlines()
    for line in lines:
        if re.match(r"COPY (?!--)", line):
            *names, place = line.split()[1:]
            for name in names:
                source, copy = ROOT / name, tmp_path / (name if place == "./" else place)
                (shutil.copytree if source.is_dir() else shutil.copy)(source, copy)
    made = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    built = subprocess.run(made, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    users = [number for number, line in enumerate(lines) if line == "USER petugas"]
    assert users == [lines.index('ENTRYPOINT ["caridulu"]') - 2]
