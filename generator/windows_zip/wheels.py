"""The pinned requirements of a wheel -> the wheels that Windows needs.

pip resolves for another system, but evaluates markers such as ``sys_platform == "win32"`` for its
own: followed here, a zip built on Linux has what Windows alone needs. Every version is a pin of
``constraints.txt``, so there is nothing to resolve.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

PLATFORM = "win_amd64"
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
EPOCH = "315619200"  # 1980-01-02: a wheel that is built here has the same bytes every time


class WheelError(Exception):
    """A wheel that cannot be had for Windows."""


@dataclass(frozen=True)
class Python:
    """The version of the runtime, for Windows on 64-bit Intel."""

    major: int
    minor: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"

    @cached_property
    def tags(self) -> frozenset[Tag]:
        """What a wheel must be for, to be installed there."""
        version, interpreter = (self.major, self.minor), f"cp{self.major}{self.minor}"
        return frozenset(
            (
                *cpython_tags(version, platforms=[PLATFORM]),
                *compatible_tags(version, interpreter, [PLATFORM]),
            )
        )

    @property
    def markers(self) -> dict[str, str]:
        """What a marker of a requirement is compared with."""
        return {
            "implementation_name": "cpython",
            "os_name": "nt",
            "platform_machine": "AMD64",
            "platform_python_implementation": "CPython",
            "platform_system": "Windows",
            "python_full_version": f"{self}.0",
            "python_version": str(self),
            "sys_platform": "win32",
        }


@dataclass(frozen=True)
class Wheel:
    """One wheel on the disk."""

    path: Path

    @cached_property
    def metadata(self) -> Message:
        with ZipFile(self.path) as archive:
            (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
            return BytesParser().parsebytes(archive.read(name))

    @property
    def name(self) -> str:
        return self.metadata["Name"]

    @property
    def version(self) -> str:
        return self.metadata["Version"]

    @property
    def licence(self) -> str:
        """The licence as the wheel names it, on one line."""
        named = self.metadata["License-Expression"]
        prefix = "License :: OSI Approved :: "
        classified = [
            each.removeprefix(prefix)
            for each in self.metadata.get_all("Classifier", [])
            if each.startswith(prefix)
        ]
        free = (self.metadata["License"] or "").strip().partition("\n")[0]
        return named or ", ".join(classified) or free

    @property
    def digest(self) -> str:
        return sha256(self.path.read_bytes()).hexdigest()

    def requirements(
        self, extras: frozenset[str], markers: Mapping[str, str]
    ) -> Iterator[Requirement]:
        """Yields what the wheel needs in an environment, with some of its extras."""
        for line in self.metadata.get_all("Requires-Dist", []):
            one = Requirement(line)
            asked = ("", *sorted(extras))
            if not one.marker or any(one.marker.evaluate({**markers, "extra": e}) for e in asked):
                yield one


def needed_wheels(
    first: Wheel, extras: frozenset[str], *, pins: Mapping[str, str], folder: Path, python: Python
) -> list[Wheel]:
    """Lists a wheel and all that it needs, by name; what ``folder`` lacks is downloaded into it."""
    found = {canonicalize_name(first.name): first}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [*first.requirements(extras, python.markers)]
    while waiting:
        one = waiting.pop()
        name, asked = canonicalize_name(one.name), frozenset(one.extras)
        if (name, asked) in seen:
            continue
        seen.add((name, asked))
        if name not in found:
            found[name] = wheel_of(name, pins, folder, python)
        waiting += found[name].requirements(asked, python.markers)
    return [found[name] for name in sorted(found)]


def wheel_of(name: str, pins: Mapping[str, str], folder: Path, python: Python) -> Wheel:
    """Finds the pinned wheel of a project, downloads it, or builds a pure one of its source."""
    if name not in pins:
        raise WheelError(f"{name} has no pin in constraints.txt")
    wanted = f"{name}=={pins[name]}"
    target = ("--platform", PLATFORM, "--python-version", str(python), "--only-binary=:all:")
    fetch = (*PIP, "download", "--no-deps", *target, "--dest", str(folder), wanted)
    # Without a compiler an optional extension is left out, and the wheel fits every system.
    build = (*PIP, "wheel", "--no-deps", "--no-binary=:all:", "--wheel-dir", str(folder), wanted)
    bare = {**os.environ, "CC": "false", "SOURCE_DATE_EPOCH": EPOCH}
    for command, environment in (((), None), (fetch, None), (build, bare)):
        if command:
            subprocess.run(command, env=environment, check=False)
        if path := _in_folder(name, pins[name], folder, python):
            return Wheel(path)
    raise WheelError(f"{wanted} has no wheel for Windows and Python {python}")


def _in_folder(name: str, version: str, folder: Path, python: Python) -> Path | None:
    for path in sorted(folder.glob("*.whl")):
        project, release, _, tags = parse_wheel_filename(path.name)
        if (project, release) == (name, Version(version)) and tags & python.tags:
            return path
    return None


def pins_of(constraints: str) -> dict[str, str]:
    """Reads ``name==version`` lines."""
    lines = (line.partition("#")[0].strip() for line in constraints.splitlines())
    pairs = (line.split("==") for line in lines if line)
    return {canonicalize_name(name): version for name, version in pairs}
