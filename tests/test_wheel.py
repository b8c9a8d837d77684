"""The wheel, installed apart from the repository: what is in it, and that it works."""

import os
import re
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from zipfile import ZipFile

import pytest

from tests import ROOT
from tests.requirements import missing

pytestmark = pytest.mark.slow
PACKAGE = ROOT / "generator" / "caridulu"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
OFFLINE = ["--no-deps", "--no-index"]


@dataclass(frozen=True)
class Installed:
    """The wheel below a folder of its own, beside the dependencies of the tests."""

    folder: Path

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "caridulu", *arguments]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(self.folder)}

    def run(self, *arguments: str, root: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            cwd=root,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for module in ("pip", "hatchling"):
        if find_spec(module) is None:
            missing(f"{module} is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", *OFFLINE, "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([*PIP, *build], check=True)
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([*PIP, "install", *OFFLINE, "--target", str(folder), str(wheel)], check=True)
    return Installed(folder)


@pytest.fixture(scope="module")
def office(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    assert installed.run("init", "tanya-dinas", root=folder).returncode == 0
    return folder / "tanya-dinas"


def test_caridulu_is_the_only_name_that_is_installed(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = {name.split("/")[0] for name in archive.namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"caridulu"}


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    files = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "caridulu/py.typed" in files
    shared = ROOT / "kb" / "paket" / "bps-dasar"
    names = (path.relative_to(shared).as_posix() for path in shared.rglob("*.yml"))
    files |= {f"caridulu/packages/bps-dasar/{name}" for name in names}
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("caridulu/")}
    assert packed == files


def test_it_is_the_installed_package_that_runs(installed: Installed, tmp_path: Path) -> None:
    asked = [sys.executable, "-c", "import caridulu; print(caridulu.__file__)"]
    said = subprocess.run(
        asked, cwd=tmp_path, env=installed.environment, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert Path(said.stdout.strip()) == installed.folder / "caridulu" / "__init__.py"


def test_a_new_project_is_checked(installed: Installed, office: Path) -> None:
    done = installed.run("check", root=office)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_office_of_bps_has_the_answers_that_come_along(
    installed: Installed, tmp_path: Path
) -> None:
    done = installed.run("init", "bps-contoh", "--package", "bps-dasar", root=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Paket bps-dasar 1.18 (MIT) dipakai: 144 entri dan 1 layanan.")
    assert installed.run("check", root=tmp_path / "bps-contoh").returncode == 0
    assert installed.run("package", "update", root=tmp_path / "bps-contoh").stdout == (
        "Paket bps-dasar 1.18 sudah yang terbaru.\n"
    )


def test_a_new_project_is_built(installed: Installed, office: Path) -> None:
    done = installed.run("build", root=office)
    assert done.returncode == 0, done.stderr
    assert (office / "site" / "index.html").is_file()


def test_a_new_project_is_searched(installed: Installed, office: Path) -> None:
    done = installed.run("search", "biaya", "--json", root=office)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('{"query": "biaya"')


@contextmanager
def editing(command: list[str], office: Path, environment: dict[str, str]) -> Iterator[str]:
    """The address, with its token, of an editor that runs meanwhile."""
    process = subprocess.Popen(
        [*command, "edit", "--port", "0", "--no-browser"],
        cwd=office,
        env=environment,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr
    with process:
        try:
            said = process.stderr.readline()
            yield said.split(": ", 1)[1].strip()
        finally:
            process.terminate()


def test_the_editor_answers(installed: Installed, office: Path) -> None:
    with (
        editing(installed.command(), office, installed.environment) as address,
        build_opener(HTTPCookieProcessor()).open(address, timeout=60) as reply,
    ):
        assert reply.status == 200
        assert "Nama Kantor" in reply.read().decode()


@pytest.fixture
def command(wheel: Path, tmp_path: Path) -> str:
    """``caridulu`` as pipx puts it: in an environment of its own, which finds our dependencies."""
    folder = tmp_path / "lingkungan"
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    subprocess.run([*PIP, "--python", python, "install", *OFFLINE, str(wheel)], check=True)
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    library = subprocess.run(asked, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    ours = sysconfig.get_path("purelib")
    (Path(library.strip()) / "pustaka.pth").write_text(ours, encoding="utf-8")
    return str(scripts / "caridulu")


def test_an_office_begins_in_an_empty_folder(command: str, tmp_path: Path) -> None:
    office = tmp_path / "Kantor Saya"
    office.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= dict.fromkeys(("XDG_CONFIG_HOME", "APPDATA"), str(tmp_path / "setelan"))
    with editing([command], office, environment) as address:
        browser = build_opener(HTTPCookieProcessor())
        page = browser.open(address, timeout=60).read().decode()
        key = re.search('name="_kunci" value="([^"]+)"', page)
        assert key
        values = {"_kunci": key[1], "name": "Dinas Perpustakaan Kota Kendari"}
        values |= {"region": "Kota Kendari", "timezone": "Asia/Makassar"}
        home = address.partition("/?")[0]
        form = Request(f"{home}/mulai", urlencode(values).encode(), {"Origin": home})
        assert "Kantor Anda siap." in browser.open(form, timeout=60).read().decode()
    checked = subprocess.run([command, "check"], cwd=office, env=environment, check=False)
    assert checked.returncode == 0
