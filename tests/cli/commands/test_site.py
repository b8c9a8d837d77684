"""``caridulu build`` and ``poster``: what they say, and what they leave alone."""

from pathlib import Path

import pytest

from tests.cli.in_process import run

pytestmark = pytest.mark.slow  # builds whole sites, most of them from nothing

WAITING = (
    'Belum dibuat karena "site_url" dalam content/office.yml belum diisi: peta situs, pencarian '
    "dari bilah alamat, kode QR"
    " poster; bila situs diletakkan di bawah alamat seperti /tanya/, juga tampilan dan tautan "
    "halaman"
    " 404.\n"
)


def put_address(project: Path, address: str | None) -> None:
    office = project / "content" / "office.yml"
    kept = [line for line in office.read_text("utf-8").splitlines() if "site_url" not in line]
    own = [] if address is None else [f"site_url: {address}"]
    office.write_text("\n".join([*kept, *own, ""]), "utf-8")


ELSEWHERE = (
    "Tanpa robots.txt: mesin pencari membacanya di akar host saja, bukan di bawah alamat situs ini."
    ' Minta pengelola host menambahkan baris "Sitemap:" dengan alamat sitemap.xml situs ini ke'
    " robots.txt miliknya.\n"
)


def test_failed_build_leaves_the_old_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = project / "hasil"
    assert run(capsys, "--root", str(project), "build", "--pages", str(site))[0] == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    next((project / "kb").glob("*/*.yml")).write_text("question: [", encoding="utf-8")
    code, _, err = run(capsys, "--root", str(project), "build", "--pages", str(site))
    assert code == 1
    assert "kb/" in err
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("path", ["", "/tanya/"])
def test_a_site_below_a_path_says_who_must_name_its_sitemap(
    built_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    put_address(built_project, f"https://bps.example.go.id{path}")
    _, _, said = run(
        capsys, "--root", str(built_project), "build", "--pages", str(tmp_path / "situs")
    )
    assert (ELSEWHERE in said) is (path != "")


@pytest.mark.parametrize("known", [False, True], ids=["unknown", "known"])
def test_what_waits_for_the_address_is_said(
    built_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, known: bool
) -> None:
    put_address(built_project, "https://tanya.example.go.id" if known else None)
    root = ("--root", str(built_project))
    _, _, built = run(capsys, *root, "build", "--pages", str(tmp_path / "situs"))
    _, _, printed = run(capsys, *root, "poster", "--output", str(tmp_path / "poster.html"))
    assert [WAITING in said for said in (built, printed)] == [not known, not known]
    assert (tmp_path / "situs" / "sitemap.xml").exists() is known
