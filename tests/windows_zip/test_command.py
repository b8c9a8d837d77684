"""``python -m windows_zip``, with wheels that hold nothing, so that no network is asked."""

import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from caridulu import __version__
from tests import ROOT
from tests.requirements import missing
from tests.windows_zip.parts import make_runtime, make_wheel
from windows_zip.wheels import pins_of

pytestmark = pytest.mark.slow


def build(folder: Path, digest: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "windows_zip", "--runtime", str(make_runtime(folder))]
    places = ["--wheels", str(folder / "wheels"), "--out", str(folder)]
    return subprocess.run(
        [*command, "--sha256", digest, *places], cwd=ROOT, capture_output=True, encoding="utf-8"
    )


def test_the_repository_becomes_a_zip_with_what_windows_needs(tmp_path: Path) -> None:
    for module in ("pip", "hatchling"):
        if find_spec(module) is None:
            missing(f"{module} is not installed")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name, version in pins_of((ROOT / "constraints.txt").read_text("utf-8")).items():
        make_wheel(wheels, name, version)
    done = build(tmp_path, sha256(make_runtime(tmp_path).read_bytes()).hexdigest())
    assert done.returncode == 0, done.stderr
    target = tmp_path / f"caridulu-windows-{__version__}.zip"
    assert done.stdout.startswith(f"{target}: ")
    with ZipFile(target) as archive:
        inside = {Path(name).name.partition("-")[0] for name in archive.namelist()}
    assert {"caridulu", "mkdocs", "tzdata", "paramiko", "boto3", "keyring"} <= inside
    assert not {"pytest", "ruff", "playwright"} & inside


def test_another_runtime_than_was_meant_is_told_in_one_line(tmp_path: Path) -> None:
    done = build(tmp_path, "00")
    assert done.returncode == 1
    assert done.stderr == "python-3.13.9-embed-amd64.zip does not have the SHA-256 00\n"
