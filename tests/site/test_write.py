from pathlib import Path

import pytest

from generator.site.assemble import Site
from generator.site.write import FolderError, replacing, write_site


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
