import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from caridulu.cli.arguments import USAGE
from caridulu.cli.main import main
from caridulu.knowledge import load
from caridulu.site.build.build_command import build, build_pages
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import BuildError
from caridulu.site.build.plugin import CariDuluPlugin
from tests import ROOT
from tests.site.mkdocs_project import CONFIG, contents

pytestmark = pytest.mark.slow  # MkDocs builds whole sites


@pytest.mark.parametrize("text", ["abc", "1.5", "9" * 30])
def test_a_build_date_that_is_none_is_said(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    expected = (
        f'SOURCE_DATE_EPOCH="{text}" bukan waktu; tulis jumlah detik sejak 1 Januari 1970, atau'
        " hapus variabel ini"
    )
    assert main(["--root", str(office), "build"]) == USAGE
    assert capsys.readouterr().err.splitlines()[-1] == expected
    with pytest.raises(ConfigurationError, match="SOURCE_DATE_EPOCH") as caught:
        CariDuluPlugin().on_config(MkDocsConfig())
    assert str(caught.value) == expected


def test_mkdocs_writes_the_same_site_as_we_do_without_it(office: Path, tmp_path: Path) -> None:
    build(office, tmp_path / "mkdocs", strict=True)
    build_pages(office, tmp_path / "sendiri")
    ours = contents(tmp_path / "sendiri")
    assert "kb" in {name.split("/")[0] for name in ours}
    assert contents(tmp_path / "mkdocs") == ours


def test_nothing_of_the_content_folder_or_the_theme_is_published(
    office: Path, tmp_path: Path
) -> None:
    build(office, tmp_path / "situs")
    names = set(contents(tmp_path / "situs"))
    assert not any(name.endswith((".yml", ".md")) for name in names)
    assert not any("javascripts" in name or "stylesheets" in name for name in names)


def test_another_search_plugin_is_refused(office: Path, tmp_path: Path) -> None:
    (office / "mkdocs.yml").write_text(CONFIG.replace("- caridulu", "- search\n  - caridulu"))
    with pytest.raises(BuildError) as caught:
        build(office, tmp_path / "situs")
    assert caught.value.problems == (
        'mkdocs.yml: plugin "search" tidak dapat dipakai bersama caridulu; hapus barisnya',
    )


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (
            None,
            "mkdocs.yml:1:1: berkas ini tidak ada; salin dari proyek baru yang dibuat dengan"
            ' "caridulu init", atau bangun dengan --pages DIR',
        ),
        (
            "plugins: [caridulu\n",
            "mkdocs.yml:1:1: MkDocs tidak dapat memakai berkas ini; perbaiki, atau salin dari"
            ' proyek baru yang dibuat dengan "caridulu init" (',
        ),
        (
            CONFIG.replace("plugins:\n  - caridulu", "plugins: []"),
            'mkdocs.yml:1:1: "caridulu" tidak ada di "plugins"; tambahkan "- caridulu" di bawahnya',
        ),
    ],
    ids=["missing", "unreadable", "without the plugin"],
)
def test_settings_that_cannot_be_used_are_told(
    office: Path, tmp_path: Path, settings: str | None, sentence: str
) -> None:
    (office / "mkdocs.yml").unlink()
    if settings is not None:
        (office / "mkdocs.yml").write_text(settings, "utf-8")

    with pytest.raises(BuildError) as caught:
        build(office, tmp_path / "situs")

    assert caught.value.sentence().startswith(sentence)


def test_a_problem_in_the_content_leaves_the_old_site(office: Path, tmp_path: Path) -> None:
    build(office, tmp_path / "situs")
    before = contents(tmp_path / "situs")
    page = office / "content" / "tersesat.md"
    page.write_text("# Tersesat\n\nLihat [ini](halaman:tidak-ada).\n", "utf-8")
    with pytest.raises(BuildError) as caught:
        build(office, tmp_path / "situs")
    assert caught.value.problems[-1] == (
        "1 masalah pada isi; perbaiki dahulu, situs belum dibangun"
    )
    assert contents(tmp_path / "situs") == before


def test_without_mkdocs_the_problems_are_named(office: Path, tmp_path: Path) -> None:
    (office / "content" / "kosong.md").write_text("tanpa judul\n", "utf-8")
    expected = tuple(
        problem.text()
        for problem in load(office, today=build_date()).problems
        if problem.severity == "problem"
    )
    with pytest.raises(BuildError) as caught:
        build_pages(office, tmp_path / "situs")
    assert expected
    assert caught.value.problems == expected


HOOK = """\
def on_post_page(output, **_):
    return output.replace("Cari Dulu", "Temukan Dulu")
"""


def test_hooks_and_other_plugins_see_every_page(office: Path, tmp_path: Path) -> None:
    (office / "kait.py").write_text(HOOK, "utf-8")
    (office / "mkdocs.yml").write_text(f"{CONFIG}hooks:\n  - kait.py\n", "utf-8")
    build(office, tmp_path / "situs")
    page = tmp_path / "situs" / "kb" / "apa-itu-inflasi" / "index.html"
    assert "Temukan Dulu" in page.read_text("utf-8")


def run(*command: object, folder: Path) -> None:
    """A command of Python's in a folder, without the advertisement of Material's."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", *command], cwd=folder, check=True, env=environment)


def test_properdocs_builds_the_same_site(project: Path, tmp_path: Path) -> None:
    (project / "mkdocs.yml").write_text(CONFIG, "utf-8")
    build_pages(project, tmp_path / "sendiri")
    target = tmp_path / "properdocs"
    options = ("--config-file", "mkdocs.yml", "--site-dir", target)
    run("properdocs", "build", "--quiet", "--strict", *options, folder=project)
    assert contents(target) == contents(tmp_path / "sendiri")


@pytest.mark.parametrize("project", [ROOT, ROOT / "generator" / "caridulu" / "starter" / "files"])
def test_a_generator_that_ignores_us_says_how_to_build_the_site(
    project: Path, tmp_path: Path
) -> None:
    """Such as Zensical, which leaves out plugins that it does not know."""
    shutil.copytree(project / "content", tmp_path / "content")
    settings = (project / "mkdocs.yml").read_text("utf-8").replace("- caridulu", "[]")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("plugins:\n  []", "plugins: []"), "utf-8")
    run("mkdocs", "build", "--quiet", "--strict", folder=tmp_path)
    pages = [path for path in (tmp_path / "site").rglob("*.html") if path.name != "404.html"]
    assert [path.name for path in pages] == ["index.html"]
    text = pages[0].read_text("utf-8")
    assert "Situs ini belum dibangun" in text
    assert "caridulu build" in text


def test_our_own_site_does_not_say_that_it_was_not_built(office: Path, tmp_path: Path) -> None:
    guard = "tanpa-caridulu"
    shutil.copytree(ROOT / "content" / guard, office / "content" / guard)
    (office / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    build(office, tmp_path / "situs", strict=True)
    for name, content in contents(tmp_path / "situs").items():
        assert guard not in name
        assert b"belum dibangun" not in content
