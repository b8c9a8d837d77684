"""Small wheels and a small runtime, as large as a test needs."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from windows_zip.archive import Runtime
from windows_zip.wheels import Wheel

RUNTIME_NAME = "python-3.13.9-embed-amd64.zip"


def make_wheel(
    folder: Path,
    name: str,
    version: str = "1.0",
    *,
    tag: str = "py3-none-any",
    needs: Iterable[str] = (),
    told: Iterable[str] = ("License-Expression: MIT",),
    files: Mapping[str, str] | None = None,
) -> Wheel:
    """Writes a wheel that needs others and says its licence."""
    stem = f"{name.replace('-', '_')}-{version}"
    lines = [f"Name: {name}", f"Version: {version}", *told, *(f"Requires-Dist: {n}" for n in needs)]
    path = folder / f"{stem}-{tag}.whl"
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{stem}.dist-info/METADATA", "\n".join(lines))
        for place, text in (files or {f"{name.replace('-', '_')}.py": ""}).items():
            archive.writestr(place, text)
    return Wheel(path)


def make_runtime(folder: Path, *, name: str = RUNTIME_NAME, library: str = "python313") -> Path:
    """Writes an embeddable package that holds no Python."""
    path = folder / name
    with ZipFile(path, "w") as archive:
        for inside in ("python.exe", f"{library}.dll", f"{library}.zip", f"{library}._pth"):
            archive.writestr(inside, inside)
    return path


def read_runtime(path: Path) -> Runtime:
    """Reads a runtime with the hash that it has."""
    return Runtime.read(path, sha256(path.read_bytes()).hexdigest())
