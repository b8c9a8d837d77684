"""The runtime and the wheels -> one zip whose bytes depend on nothing else.

Cari Dulu/
  Mulai.bat                 what officers double click
  BACA SAYA.txt             what they read first
  program/
    versi.txt               which version Mulai.bat starts
    1.2.3/                  replaced as a whole by the next version
      mulai.py              unpacks once, takes in a newer zip, starts the editor
      komponen.csv          every part with version, licence and SHA-256
      python/               Python's embeddable package
      wheels/
  kantor/                   the office's project; made there, never in the zip
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from windows_zip.wheels import Python, Wheel

FILES = Path(__file__).parent / "files"
TOP = "Cari Dulu"
PYTHON_LICENCE = "PSF-2.0"
COLUMNS = ("komponen", "versi", "lisensi", "berkas", "sha256")
LONGEST = 150  # of 260 that Windows allows: the rest is for where the office puts its folder
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


class RuntimeFileError(Exception):
    """The runtime is not the file that was meant."""


class LongPathError(Exception):
    """A file would lie too deep for Windows."""


@dataclass(frozen=True)
class Runtime:
    """Python's embeddable package for Windows."""

    name: str
    digest: str
    files: Mapping[str, bytes]

    @classmethod
    def read(cls, path: Path, digest: str) -> "Runtime":
        """Reads the package if it has the SHA-256 that python.org gives."""
        content = path.read_bytes()
        if sha256(content).hexdigest() != digest.lower():
            raise RuntimeFileError(f"{path.name} does not have the SHA-256 {digest}")
        with ZipFile(io.BytesIO(content)) as archive:
            return cls(path.name, digest.lower(), {n: archive.read(n) for n in archive.namelist()})

    @property
    def python(self) -> Python:
        """The version, which the name of its library tells."""
        for name in self.files:
            if found := re.fullmatch(r"python(3)(\d+)\.dll", name):
                return Python(int(found[1]), int(found[2]))
        raise RuntimeFileError(f"{self.name} is no embeddable package of Python 3")

    @property
    def version(self) -> str:
        """The full version, from the file's name."""
        found = re.search(r"\d+\.\d+\.\d+", self.name)
        return found[0] if found else str(self.python)

    def unpacked(self) -> dict[str, bytes]:
        """Its files, with our folder of modules on the path."""
        short = f"python{self.python.major}{self.python.minor}"
        path = "\r\n".join((f"{short}.zip", ".", r"..\lib", ""))
        return {**self.files, f"{short}._pth": path.encode("ascii")}


def write_zip(target: Path, version: str, runtime: Runtime, wheels: Iterable[Wheel]) -> None:
    """Writes the zip; the same runtime and wheels give the same bytes."""
    wheels = [*wheels]
    check_depth(version, wheels)
    with ZipFile(target, "w") as archive:
        for name, content in sorted(_contents(version, runtime, wheels).items()):
            info = ZipInfo(f"{TOP}/{name}", FIRST_DAY)
            info.create_system = 0  # as written on Windows, wherever it is built
            info.compress_type = ZIP_STORED if name.endswith(".whl") else ZIP_DEFLATED
            archive.writestr(info, content)


def _contents(version: str, runtime: Runtime, wheels: Iterable[Wheel]) -> dict[str, bytes]:
    program = f"program/{version}"
    found = {name: _for_windows(name) for name in ("Mulai.bat", "BACA SAYA.txt")}
    found["program/versi.txt"] = f"{version}\r\n".encode("ascii")
    found[f"{program}/mulai.py"] = (FILES / "mulai.py").read_bytes()
    found[f"{program}/komponen.csv"] = parts_list(runtime, wheels)
    found |= {f"{program}/python/{name}": content for name, content in runtime.unpacked().items()}
    return found | {f"{program}/wheels/{one.path.name}": one.path.read_bytes() for one in wheels}


def _for_windows(name: str) -> bytes:
    lines = (FILES / name).read_text("utf-8").splitlines()
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def parts_list(runtime: Runtime, wheels: Iterable[Wheel]) -> bytes:
    """Lists every part with its licence and hash, as a table that Excel opens."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerow(("Python", runtime.version, PYTHON_LICENCE, runtime.name, runtime.digest))
    for one in wheels:
        table.writerow((one.name, one.version, one.licence, one.path.name, one.digest))
    return text.getvalue().encode("utf-8-sig")


def check_depth(version: str, wheels: Iterable[Wheel]) -> None:
    """Refuses a wheel with a path that may be too long once it is unpacked."""
    for one in wheels:
        with ZipFile(one.path) as archive:
            for name in archive.namelist():
                path = f"{TOP}/program/{version}/lib/{name}"
                if len(path) > LONGEST:
                    raise LongPathError(f"{one.path.name} has a path of {len(path)}: {path}")
