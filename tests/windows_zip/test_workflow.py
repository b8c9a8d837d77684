"""What is written for other machines names files and options that exist."""

import re

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


def test_the_container_is_made_of_files_that_are_there_and_runs_as_no_root() -> None:
    lines = CONTAINER.read_text("utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if re.match(r"COPY (?!--)", line)]
    assert copied
    assert all((ROOT / name).exists() for names in copied for name in names)
    users = [number for number, line in enumerate(lines) if line == "USER petugas"]
    assert users == [lines.index('ENTRYPOINT ["caridulu"]') - 2]
