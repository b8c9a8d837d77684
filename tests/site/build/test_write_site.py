import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from caridulu.cli.main import main
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.build.write_site import FolderError, check_target, replacing, write_site
from tests import ROOT
from tests.site.sample_office import FAKE_SEARCH, KEPT, KNOWLEDGE, TODAY

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
    assert (tmp_path / "situs/search/manifest.json").is_file()
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


def test_exports_in_the_folder_of_an_office_are_not_for_git(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_bytes((STARTER / "dot-gitignore").read_bytes())
    exports = ["chat.txt", "result.json", "rekap.xls", "faq.docx", "bacaan.html", "ekspor/a.txt"]
    content = ["content/berkas/formulir.pdf", "kb/a/b.yml", ".vscode/settings.json", "mkdocs.yml"]
    git = ["git", "check-ignore", *exports, *content, "requirements.txt"]
    said = subprocess.run(git, cwd=tmp_path, capture_output=True, text=True)
    assert said.stdout.split() == exports


def test_a_site_for_a_folder_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    offline = SiteRenderer(
        KNOWLEDGE, today=TODAY, search=FAKE_SEARCH, cache=KEPT, offline=True
    ).site()
    built(offline, tmp_path / "usb")
    built(offline, tmp_path / "usb")
    assert not (tmp_path / "usb/404.html").exists()


def test_a_failed_build_leaves_the_old_site(site: Site, tmp_path: Path) -> None:
    built(site, tmp_path / "situs")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(IsADirectoryError):
        fail_halfway(tmp_path / "situs")
    assert sorted(tmp_path.rglob("*")) == before


def refused(folder: Path, root: Path) -> str:
    with pytest.raises(FolderError) as caught:
        check_target(folder, root=root)
    return str(caught.value)


def test_a_new_an_empty_and_a_former_site_s_folder_may_become_a_site(
    site: Site, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "kosong").mkdir()
    built(site, tmp_path / "lama")
    for name in ("baru", "di/dalam/baru", "kosong", "lama", "proyek/site"):
        check_target(tmp_path / name, root=project)


def test_a_folder_with_other_files_is_never_replaced(project: Path, tmp_path: Path) -> None:
    documents = tmp_path / "Dokumen"
    documents.mkdir()
    (documents / "laporan.docx").write_text("penting")
    assert refused(documents, project) == (
        f"{documents}: berisi berkas yang bukan situs Cari Dulu; pilih folder kosong atau folder"
        " baru"
    )


@pytest.mark.parametrize(
    ("place", "source"),
    [("kb/situs", "kb"), ("content/situs", "content"), ("kb", "kb"), (".", "content")],
)
def test_a_site_is_never_written_where_its_sources_are(
    project: Path, place: str, source: str
) -> None:
    folder = project / place
    assert refused(folder, project) == (
        f"{folder}: situs tidak boleh ditulis di dalam {source}/, sumber isinya, atau"
        " menimpanya; pilih folder lain, misalnya site"
    )


def test_a_folder_around_the_project_is_refused(project: Path) -> None:
    assert "content/" in refused(project.parent, project)


def test_a_file_is_no_folder_for_a_site(project: Path) -> None:
    expected = "ini berkas, bukan folder; pilih folder kosong atau folder baru"
    for path in (Path(os.devnull), project / "mkdocs.yml"):
        path.touch()
        assert refused(path, project) == f"{path}: {expected}"


def test_a_link_is_refused(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "tautan"
    link.symlink_to(tmp_path / "sebenarnya", target_is_directory=True)
    assert refused(link, project) == (
        f"{link}: ini tautan ke {tmp_path / 'sebenarnya'}; tulis folder yang sebenarnya"
    )


def test_a_place_that_cannot_be_written_is_named() -> None:
    below = Path(os.devnull) / "situs"
    with pytest.raises(FolderError) as caught, replacing(below):
        pass
    assert str(caught.value) == (
        f"{below}: folder {os.devnull} tidak dapat ditulisi; pilih folder lain"
    )


@pytest.mark.parametrize("target", ["kb/situs", "mkdocs.yml"])
def test_the_command_says_so_in_one_sentence(
    office: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    for option in ("--site-dir", "--pages", "--offline"):
        assert main(["--root", str(office), "build", option, str(office / target)]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1
