"""Starts the editor beside it: unpacks the program once, and takes in a newer zip.

Runs before anything is unpacked: the standard library only, and its few sentences stand here.
"""

import csv
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import webbrowser
import zlib
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parent
HOME = PROGRAM.parent
OFFICE = HOME / "kantor"
PORT = 8123  # the usual one of ``caridulu edit``
ADDRESS = f"http://127.0.0.1:{PORT}/"
ZIPS = "caridulu-windows-*.zip"


class DamagedError(Exception):
    """A part of the program that is not as it was packed."""


def main() -> int:
    """Starts the newest version; the exit code is the editor's."""
    if is_running():
        print(f"Penyunting sudah terbuka di {ADDRESS}")
        webbrowser.open(ADDRESS)
        return 0
    newer = newest_zip()
    if newer:
        try:
            print(f"Memasang versi baru dari {newer.name}. Isi kantor tidak berubah.", flush=True)
            version = take_in(newer)
            python = PROGRAM / version / "python" / Path(sys.executable).name
            return subprocess.call([python, "-X", "utf8", PROGRAM / version / "mulai.py"])
        except (BadZipFile, OSError, ValueError, zlib.error):
            print(f"{newer.name} tidak dapat dipasang; versi yang lama dipakai. Unduh sekali lagi.")
    try:
        unpack()
    except DamagedError as error:
        print(f"Berkas program {error} rusak. Unduh zip sekali lagi, lalu ekstrak di folder ini.")
        return 1
    remove_others()
    start = [sys.executable, "-X", "utf8", "-m", "caridulu"]
    return subprocess.call([*start, "--root", OFFICE, "edit"])


def is_running() -> bool:
    """Tells whether an editor answers already."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # by no office's proxy
    try:
        with direct.open(ADDRESS, timeout=2) as reply:
            headers = reply.headers
    except urllib.error.HTTPError as error:
        headers = error.headers
    except (OSError, HTTPException):
        return False
    return str(headers.get("Server")).startswith("CariDulu")


def newest_zip() -> Path | None:
    """Finds the zip beside the program with the newest version, if it is newer than this one."""
    versions = {path: version_in(path) for path in sorted(HOME.glob(ZIPS))}
    newest = max(versions, key=lambda path: numbers(versions[path]), default=None)
    is_newer = newest and numbers(versions[newest]) > numbers(HERE.name)
    return newest if is_newer else None


def version_in(path: Path) -> str:
    """Reads which version a zip holds; empty if it is none of ours."""
    try:
        with ZipFile(path) as archive:
            name = next(n for n in archive.namelist() if n.endswith("/program/versi.txt"))
            return archive.read(name).decode("ascii").strip()
    except (BadZipFile, OSError, StopIteration, UnicodeDecodeError):
        return ""


def numbers(version: str) -> list[int]:
    """Orders versions: 1.10.0 is newer than 1.9.0."""
    return [int(part) for part in version.split(".") if part.isdecimal()]


def take_in(path: Path) -> str:
    """Unpacks the program of a zip beside this one; nothing else of the folder changes.

    No folder is renamed: a virus scanner that reads what was just written would not allow it.
    """
    version = version_in(path)
    shutil.rmtree(PROGRAM / version, ignore_errors=True)
    with ZipFile(path) as archive:
        if damaged := archive.testzip():
            raise BadZipFile(damaged)
        # What tells which version is started comes last.
        for name in sorted(archive.namelist(), key=lambda each: each.endswith("/versi.txt")):
            target = HOME.joinpath(*PurePosixPath(name).parts[1:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))
    return version


def unpack() -> None:
    """Unpacks the wheels where Python looks for modules, once."""
    ready = HERE / "siap.txt"
    if ready.is_file():
        return
    print("Menyiapkan program. Ini hanya sekali, dan dapat memerlukan beberapa menit.", flush=True)
    shutil.rmtree(HERE / "lib", ignore_errors=True)
    for name, digest in parts():
        path = HERE / "wheels" / name
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != digest:
            raise DamagedError(name)
        with ZipFile(path) as wheel:
            wheel.extractall(HERE / "lib")
    ready.touch()


def parts() -> list[tuple[str, str]]:
    """Reads the wheels and their hashes from the list of parts."""
    with (HERE / "komponen.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return [(row["berkas"], row["sha256"]) for row in rows if row["berkas"].endswith(".whl")]


def remove_others() -> None:
    """Removes programs of other versions; one that still runs stays until the next start."""
    for folder in PROGRAM.iterdir():
        if folder != HERE and (folder / "mulai.py").is_file():
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(0)
