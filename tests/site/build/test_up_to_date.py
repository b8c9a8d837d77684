"""A site that is there already is not built again; anything else is."""

from pathlib import Path

import pytest

from caridulu.knowledge.text_cache import FOLDER
from caridulu.site.build.build_command import build, build_pages
from caridulu.site.build.build_date import build_date
from caridulu.site.build.up_to_date import inputs_digest
from tests.site.mkdocs_project import CONFIG, contents
from tests.text_files import replace_in

pytestmark = pytest.mark.slow  # builds whole sites

HOOK = """\
def on_post_page(output, **_):
    return output.replace("Cari Dulu", "Temukan Dulu")
"""


@pytest.fixture
def site(office: Path, tmp_path: Path) -> Path:
    build(office, tmp_path / "situs")
    return tmp_path / "situs"


def was_built(folder: Path, office: Path) -> bool:
    """Whether building again makes a new folder."""
    before = folder.stat().st_ino
    build(office, folder)
    return folder.stat().st_ino != before


def test_nothing_is_done_when_nothing_has_changed(office: Path, site: Path) -> None:
    assert not was_built(site, office)


def test_a_changed_entry_is_published(office: Path, site: Path) -> None:
    path = next((office / "kb").rglob("apa-itu-inflasi.yml"))
    replace_in(path, "answer: |\n", "answer: |\n  Baru.\n")
    assert was_built(site, office)
    assert "Baru." in (site / "kb" / "apa-itu-inflasi" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("path", ["content/sisipan.md", "kb/konsep-data/baru.yml", "mkdocs.yml"])
def test_every_source_counts(office: Path, site: Path, path: str) -> None:
    today = build_date()
    before = inputs_digest(office, today=today, kind="pages")
    with (office / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert inputs_digest(office, today=today, kind="pages") != before


def test_a_new_day_builds_again(office: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    assert was_built(site, office)


def test_a_site_that_somebody_touched_is_repaired(office: Path, site: Path) -> None:
    whole = contents(site)
    (site / "index.html").write_text("rusak", "utf-8")
    (site / "sisa.txt").write_text("sisa", "utf-8")
    assert was_built(site, office)
    assert contents(site) == whole


def test_another_kind_of_site_is_another_site(office: Path, tmp_path: Path) -> None:
    build_pages(office, tmp_path / "satu")
    build_pages(office, tmp_path / "dua", offline=True)
    first = (tmp_path / "satu").stat().st_ino
    second = (tmp_path / "dua").stat().st_ino
    build_pages(office, tmp_path / "satu")
    build_pages(office, tmp_path / "dua", offline=True)
    assert (tmp_path / "satu").stat().st_ino == first
    assert (tmp_path / "dua").stat().st_ino == second


def test_other_plugins_see_every_page_and_build_every_time(office: Path, tmp_path: Path) -> None:
    (office / "kait.py").write_text(HOOK, "utf-8")
    (office / "mkdocs.yml").write_text(f"{CONFIG}hooks:\n  - kait.py\n", "utf-8")
    build(office, tmp_path / "situs")
    page = tmp_path / "situs" / "kb" / "apa-itu-inflasi" / "index.html"
    assert "Temukan Dulu" in page.read_text("utf-8")
    assert was_built(tmp_path / "situs", office)


def test_a_folder_from_elsewhere_counts(office: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (office / "kb" / "lain").symlink_to(tmp_path / "lain", target_is_directory=True)
    before = inputs_digest(office, today=build_date(), kind="server")
    (tmp_path / "lain" / "baru.yml").write_text("question: Apa?\n", "utf-8")
    assert inputs_digest(office, today=build_date(), kind="server") not in (None, before)


def test_a_damaged_memory_is_no_memory(office: Path, site: Path) -> None:
    (office / FOLDER / "finished.json").write_text("{", "utf-8")
    assert was_built(site, office)
