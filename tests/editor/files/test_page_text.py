"""Markdown pages: title and body apart, every other line as it was."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from caridulu.editor.fields.form_fields import PAGE
from caridulu.editor.fields.form_values import tidy_markdown
from caridulu.editor.fields.remarks import Level, placed
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.saving.saver import Saver, SaveState
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.knowledge import Location, Problem
from caridulu.knowledge.yaml.nodes import Loc
from caridulu.messages import Language
from caridulu.site.build.build_command import build_pages
from tests.editor.client import Client, files_of

ADDRESS = "/halaman/konsultasi"
FILE = "content/konsultasi.md"
HAND_MADE = "# Kontak #\nTulis   kepada kami.\t\n* satu\n* dua   \n\n\n\n1) tiga\n"


def _page(text: str) -> EditableFile:
    return EditableFile(PAGE, Path(), Path(FILE), text)


def _changed(text: str, title: str, body: str) -> str | None:
    return _page(text).with_values({"title": title, "body": body}, path=Path(FILE)).text


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Kontak\n\nHubungi kami.\n", "Kontak", "Hubungi kami."),
        ("\n#  Kontak ##\nHubungi kami.", "Kontak", "Hubungi kami."),
        ("# Data C#\n\nIsi.\n", "Data C#", "Isi."),
        ("Kontak\n======\n\nIsi.\n", "", "Kontak\n======\n\nIsi."),
        ("---\n# catatan\ntitle: Kontak\n---\n\n# Kontak\n", "", None),
        ("# Kontak", "Kontak", ""),
        ("", "", ""),
    ],
)
def test_title_and_body(text: str, title: str, body: str | None) -> None:
    values = _page(text).values()

    assert values == {"title": title, "body": text.strip("\n") if body is None else body}


def test_one_word_is_one_line_whatever_the_layout() -> None:
    body = str(_page(HAND_MADE).values()["body"])

    changed = _changed(HAND_MADE, "Kontak", tidy_markdown(body.replace("satu", "empat")))

    old, new = HAND_MADE.split("\n"), (changed or "").split("\n")
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [("* satu", "* empat")]


def test_title_alone_changes_the_first_line() -> None:
    text = "# Kontak\n\nHubungi kami.\n"

    assert _changed(text, "Hubungi", "Hubungi kami.") == "# Hubungi\n\nHubungi kami.\n"


def test_front_matter_stays() -> None:
    text = "---\n# jangan dihapus\ntitle: Kontak\n---\n\n# Kontak\n\nHubungi kami.\n"
    body = str(_page(text).values()["body"])

    assert _changed(text, "", body.replace("kami", "kantor")) == text.replace("kami", "kantor")


@pytest.mark.parametrize(("line", "loc"), [(1, ("title",)), (4, ("body", 1))])
def test_place_in_the_file_is_a_line_of_the_body(line: int, loc: Loc) -> None:
    problem = Problem(Location(FILE, line), "knowledge.not_utf8")

    assert _page("# Kontak\n\nsatu\ndua\n").remark(problem, Language.ID).loc == loc


def test_one_word_changes_one_line_of_one_file(
    filled_in: Callable[..., SubmittedForm], saver: Saver, project: Path
) -> None:
    before = files_of(project)

    body = filled_in(ADDRESS).values["body"].replace("petugas", "pegawai")

    assert saver.save(filled_in(ADDRESS, body=body), confirmed=False).state is SaveState.SAVED
    after = files_of(project)
    assert [name for name in after if after[name] != before[name]] == [FILE]
    assert after[FILE] == before[FILE].replace(b"petugas", b"pegawai")


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("{{ konsultasi.reply }}", "{{ konsultasi.balas }}", 2, "konsultasi.balas"),
        ("petugas", "[petugas](entri:tidak-ada)", 1, "entri:tidak-ada"),
        ("block.requirements-konsultasi", "block.syarat", 8, "syarat"),
    ],
)
def test_problem_is_told_at_its_line(
    filled_in: Callable[..., SubmittedForm],
    saver: Saver,
    old: str,
    new: str,
    line: int,
    sentence: str,
) -> None:
    body = filled_in(ADDRESS).values["body"]
    mine = filled_in(ADDRESS, body=body.replace(old, new))

    result = saver.save(mine, confirmed=True)

    assert result.state is SaveState.REFUSED
    [said] = placed(result.verdict.remarks, mine.file.fields, mine.values)["body"]
    assert (said.line, said.level) == (line, Level.REFUSED)
    assert sentence in said.text


def test_page_without_a_title_is_refused(
    filled_in: Callable[..., SubmittedForm], saver: Saver
) -> None:
    mine = filled_in(ADDRESS, title="")

    result = saver.save(mine, confirmed=True)

    assert [(one.loc, one.text) for one in result.verdict.remarks] == [(("title",), "Wajib diisi.")]


def test_form_shows_the_page_as_the_site_does(client: Client) -> None:
    page = client.get(ADDRESS)

    assert 'value="Ajukan konsultasi"' in page
    assert "paling lama 3 hari kerja" in page.partition('id="pratinjau"')[2]
    assert "WhatsApp konsultasi" in page.partition('id="pratinjau"')[2]
    assert "{{ block.channels-consultation }}" in page
    assert 'href="/halaman/konsultasi">Ajukan konsultasi</a>' in client.get("/halaman")


def test_new_page(client: Client, project: Path) -> None:
    form = {"title": "Jam layanan", "body": "Senin sampai Jumat.", "_versi": "", "_aksi": "simpan"}

    kept = client.post("/halaman/baru", {**form, "_id": "cari"})
    saved = client.post("/halaman/baru", form)

    assert "sudah dipakai" in kept.text
    assert saved.place == "/halaman/jam-layanan?pesan=saved"
    page = (project / "content/jam-layanan.md").read_text("utf-8")
    assert page == "# Jam layanan\n\nSenin sampai Jumat.\n"


def test_preview_is_what_is_published(client: Client, built_project: Path, tmp_path: Path) -> None:
    build_pages(built_project, tmp_path / "situs")
    published = (tmp_path / "situs/konsultasi/index.html").read_text("utf-8")
    shown = (
        client.get(ADDRESS).partition('<div class="prose answer">\n')[2].partition("\n</div>\n")[0]
    )

    assert len(shown) > 500
    assert _words(shown) in _words(published)


def _words(html: str) -> str:
    """Without addresses, which lead elsewhere here, and drawings, which the site keeps apart."""
    return re.sub(r' href="[^"]*"|<svg .*?</svg>', "", html)


def test_preview_of_a_page_fills_in_blocks(client: Client) -> None:
    text = "{{ block.channels-complaint }}\n\n{{ block.tidak-ada }}"

    html = client.post("/alat/pratinjau", {"jenis": "page", "teks": text}).text

    assert "Kotak saran" in html
    assert "Situs tidak mengenal bagian “tidak-ada”." in html
    assert client.post("/alat/pratinjau", {"jenis": "office", "teks": text}).status == 400


def test_problem_of_a_page_leads_to_its_form(client: Client, project: Path) -> None:
    (project / FILE).write_text("Tanpa judul.\n", encoding="utf-8")

    assert f'<a href="{ADDRESS}#f-title">' in client.get("/periksa")
    assert "Wajib diisi." in client.get(ADDRESS)
