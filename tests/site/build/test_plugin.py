import datetime as dt
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from caridulu.cli.main import main
from caridulu.cli.parts import USAGE
from caridulu.knowledge import load
from caridulu.site.build.build_command import BuildError, build, build_date, build_pages
from caridulu.site.build.plugin import CariDuluPlugin
from tests.site.mkdocs_project import CONFIG, contents


def test_the_build_date_can_be_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709208000")
    assert str(build_date()) == "2024-02-29"


def test_the_build_date_is_today_unless_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = dt.date.today()
    assert before <= build_date() <= dt.date.today()


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
