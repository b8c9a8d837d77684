import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from caridulu.site.build.assemble import Site, assemble
from caridulu.site.build.write_site import FolderError, replacing, write_site
from tests import ROOT
from tests.site.sample_office import FAKE_SEARCH, KNOWLEDGE, TODAY

STARTER = ROOT / "generator" / "caridulu" / "starter" / "files"
DAY = 86_400  # seconds


def built(site: Site, folder: Path) -> None:
    with replacing(folder) as fresh:
        write_site(site, fresh)


def fail_halfway(folder: Path) -> None:
    with replacing(folder) as fresh:
        (fresh / "index.html").write_text("setengah jadi")
        fresh.write_text("folder bukan berkas")


def test_a_site_is_written_as_folders_with_index_files(site: Site, tmp_path: Path) -> None:
    built(site, tmp_path / "situs")
    page = tmp_path / "situs/kb/biaya-konsultasi/index.html"
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert (tmp_path / "situs/404.html").is_file()
    assert (tmp_path / "situs/search/abc/manifest.json").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]


def test_a_new_site_takes_the_place_of_the_old_one(site: Site, tmp_path: Path) -> None:
    built(site, tmp_path / "situs")
    (tmp_path / "situs/usang.html").write_text("lama")
    built(site, tmp_path / "situs")
    assert not (tmp_path / "situs/usang.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders")
def test_there_is_no_moment_without_a_site(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(site, tmp_path / "situs")
    (tmp_path / "situs/usang.html").write_text("lama")
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("the site went away"))
    built(site, tmp_path / "situs")
    assert not (tmp_path / "situs/usang.html").exists()


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    built(site, tmp_path / "situs")
    (tmp_path / "situs/usang.html").write_text("lama")
    built(site, tmp_path / "situs")
    assert not (tmp_path / "situs/usang.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]


def test_when_the_new_site_cannot_move_in_the_old_one_comes_back(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(site, tmp_path / "situs")
    before = sorted(tmp_path.rglob("*"))
    rename = Path.rename

    def stuck(path: Path, target: Path) -> Path:
        if path.name.startswith(".caridulu-"):
            raise PermissionError(path)
        return rename(path, target)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(PermissionError):
        built(site, tmp_path / "situs")
    assert sorted(tmp_path.rglob("*")) == before


def test_what_killed_builds_have_left_goes_a_day_later(site: Site, tmp_path: Path) -> None:
    now = time.time()
    ages = {
        ".caridulu-situs-lama": 2 * DAY,
        ".caridulu-situs-baru": 60,  # its build may be at work now
        ".situs-cadangan": 2 * DAY,
        ".caridulu": 2 * DAY,
    }
    for name, age in ages.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("setengah jadi")
        os.utime(tmp_path / name, (now - age, now - age))
    built(site, tmp_path / "situs")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {".caridulu-situs-baru", ".situs-cadangan", ".caridulu", "situs"}


def test_what_a_killed_build_leaves_is_not_for_git(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    for ignored in (ROOT / ".gitignore", STARTER / "dot-gitignore"):
        (tmp_path / ".gitignore").write_bytes(ignored.read_bytes())
        names = [".caridulu/cache/a", ".caridulu-site-x1/index.html", "kb/entri.yml"]
        git = ["git", "check-ignore", *names]
        said = subprocess.run(git, cwd=tmp_path, capture_output=True, text=True)
        assert said.stdout.split() == names[:2]


def test_a_site_for_a_folder_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    offline = assemble(KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, offline=True)
    built(offline, tmp_path / "usb")
    built(offline, tmp_path / "usb")
    assert not (tmp_path / "usb/404.html").exists()


def test_a_failed_build_leaves_the_old_site(site: Site, tmp_path: Path) -> None:
    built(site, tmp_path / "situs")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(IsADirectoryError):
        fail_halfway(tmp_path / "situs")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_with_other_files_is_never_replaced(site: Site, tmp_path: Path) -> None:
    documents = tmp_path / "Dokumen"
    documents.mkdir()
    (documents / "laporan.docx").write_text("penting")
    with pytest.raises(FolderError) as caught:
        built(site, documents)
    assert str(caught.value) == (
        f"{documents}: berisi berkas yang bukan situs Cari Dulu; pilih folder kosong atau folder"
        " baru"
    )
    assert (documents / "laporan.docx").read_text() == "penting"
