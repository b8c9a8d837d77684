"""Villages, which are no statistics offices: one makes a package, another begins with it."""

import re
import shutil
from pathlib import Path

import pytest

from caridulu.cli.main import main

pytestmark = pytest.mark.slow  # a journey from one project to another and its site

FIXTURE = Path(__file__).parent / "desa"
STATISTICAL = re.compile(r"statisti|sensus|survei|\b(?:angka|census|which data|data apa)\b")


def _init(folder: Path, village: str, *options: str) -> Path:
    names = ["--name", f"Pemerintah Desa {village}", "--region", f"Desa {village}"]
    assert main(["init", str(folder), *names, "--timezone", "WIB", *options]) == 0
    return folder


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package that the first village makes of its entries."""
    folder = tmp_path_factory.mktemp("desa")
    first = _init(folder / "desa-contoh", "Contoh")
    shutil.rmtree(first / "kb")
    shutil.copytree(FIXTURE / "kb", first / "kb")
    shutil.copytree(FIXTURE / "content", first / "content", dirs_exist_ok=True)
    made = folder / "layanan-desa"
    made.mkdir()
    shutil.copy(FIXTURE / "package.yml", made)
    assert main(["--root", str(first), "package", str(made)]) == 0
    return made


@pytest.fixture(scope="module")
def village(package: Path) -> Path:
    """The second village, which has only the package."""
    return _init(package.parent / "desa-misal", "Misal", "--package", str(package))


def _pages(site: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(site.rglob("*.html")))


def test_a_village_begins_with_the_answers_of_another(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = village / "site"

    assert main(["--root", str(village), "check"]) == 0
    assert main(["--root", str(village), "build", "--site-dir", str(site)]) == 0

    page = (site / "kb" / "surat-pengantar" / "index.html").read_text("utf-8")
    assert "Datang ke kantor Pemerintah Desa Misal dengan kartu keluarga" in page
    assert "<p>Disusun oleh Pemerintah Desa Contoh.</p>" in page
    assert "Desa Contoh" not in _pages(site).replace("Disusun oleh Pemerintah Desa Contoh.", "")


def test_it_has_the_part_of_the_service_that_any_village_shares(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = village / "layanan"
    assert main(["--root", str(village), "build", "--pages", str(site)]) == 0

    page = (site / "layanan" / "surat-keterangan" / "index.html").read_text("utf-8")

    assert "Meminta surat keterangan dari Pemerintah Desa Misal." in page
    assert "Surat pengantar RT." in page
    assert "Tidak dipungut biaya" in page
    assert "<li>Jangka waktu penyelesaian</li>" in page  # among what it lacks
    assert "hari kerja" not in page
    assert "papan pengumuman" not in page
    assert "<p>Disusun oleh Pemerintah Desa Contoh.</p>" in page


def test_nothing_on_its_pages_is_about_statistics(village: Path) -> None:
    site = village / "halaman"
    assert main(["--root", str(village), "build", "--pages", str(site)]) == 0

    pages = _pages(site).casefold()

    assert STATISTICAL.findall(pages) == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bikin sktm misal", "sktm"),
        ("surat miskin utk beasiswa", "sktm"),
        ("surat pngantar", "surat-pengantar"),
        ("bansos tetangga dapat sy tdk", "usul-bantuan"),
        ("ktp hilang", "rujukan-ktp"),
    ],
)
def test_its_public_finds_them(
    village: Path, query: str, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(village), "search", query, "--limit", "1"]) == 0

    assert f"    {first}  " in capsys.readouterr().out
