"""Which wheels the zip for Windows needs, and where they come from."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import ROOT
from tests.windows_zip.parts import make_wheel
from windows_zip.wheels import Python, WheelError, needed_wheels, pins_of, wheel_of

PYTHON = Python(3, 13)


def test_requirements_are_followed_as_on_windows(tmp_path: Path) -> None:
    office = make_wheel(
        tmp_path,
        "kantor",
        needs=[
            "Pohon>=1",
            "tzdata; sys_platform == 'win32'",
            "jeepney; sys_platform == 'linux'",
            "lama; python_version < '3.12'",
            "paramiko; extra == 'sftp'",
            "boto3; extra == 's3'",
        ],
    )
    make_wheel(tmp_path, "pohon", needs=["daun[hijau]"])
    make_wheel(tmp_path, "daun", needs=["klorofil; extra == 'hijau'", "pohon"])
    for name in ("tzdata", "klorofil", "paramiko"):
        make_wheel(tmp_path, name)
    pins = dict.fromkeys(("pohon", "daun", "tzdata", "klorofil", "paramiko"), "1.0")
    found = needed_wheels(office, frozenset({"sftp"}), pins=pins, folder=tmp_path, python=PYTHON)
    names = ["daun", "kantor", "klorofil", "paramiko", "pohon", "tzdata"]
    assert [wheel.name for wheel in found] == names


def test_a_wheel_for_another_system_or_version_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    make_wheel(tmp_path, "pohon", tag="cp313-cp313-manylinux_2_28_x86_64")
    make_wheel(tmp_path, "pohon", tag="cp312-cp312-win_amd64")
    make_wheel(tmp_path, "pohon", version="0.9")
    with pytest.raises(WheelError, match=r"^pohon==1.0 has no wheel for Windows and Python 3.13$"):
        wheel_of("pohon", {"pohon": "1.0"}, tmp_path, PYTHON)
    fitting = make_wheel(tmp_path, "pohon", tag="cp311-abi3-win_amd64")
    assert wheel_of("pohon", {"pohon": "1.0"}, tmp_path, PYTHON) == fitting


def test_what_is_not_pinned_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WheelError, match=r"^pohon has no pin in constraints.txt$"):
        wheel_of("pohon", {}, tmp_path, PYTHON)


def test_a_wheel_is_downloaded_else_built_without_a_compiler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str], *, env: dict[str, str] | None, check: bool) -> None:
        asked.append(command[5:])
        if env:
            assert env["CC"] == "false"
            make_wheel(tmp_path, "pohon")

    monkeypatch.setattr(subprocess, "run", run)
    wheel_of("pohon", {"pohon": "1.0"}, tmp_path, PYTHON)
    target = ["--platform", "win_amd64", "--python-version", "3.13", "--only-binary=:all:"]
    assert [list(one) for one in asked] == [
        ["download", "--no-deps", *target, "--dest", str(tmp_path), "pohon==1.0"],
        ["wheel", "--no-deps", "--no-binary=:all:", "--wheel-dir", str(tmp_path), "pohon==1.0"],
    ]


@pytest.mark.parametrize(
    ("told", "licence"),
    [
        (["License-Expression: MIT", "License: lain"], "MIT"),
        (["Classifier: License :: OSI Approved :: BSD License", "License: panjang"], "BSD License"),
        (["License: Apache 2.0"], "Apache 2.0"),
        ([], ""),
    ],
)
def test_the_licence_is_what_the_wheel_says(tmp_path: Path, told: Any, licence: str) -> None:
    assert make_wheel(tmp_path, "pohon", told=told).licence == licence


def test_pins_are_read_by_their_plain_names() -> None:
    assert pins_of("# semua\nruamel.yaml==0.19.1\nJinja2==3.1.6  # templat\n") == {
        "ruamel-yaml": "0.19.1",
        "jinja2": "3.1.6",
    }


def test_everything_that_windows_alone_needs_is_pinned() -> None:
    pins = pins_of((ROOT / "constraints.txt").read_text("utf-8"))
    assert {"tzdata", "colorama", "pywin32-ctypes"} <= pins.keys()
