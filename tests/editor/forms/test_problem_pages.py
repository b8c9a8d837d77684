"""The page of problems says what the check says, in the words of the forms."""

import re
import threading
from pathlib import Path

import pytest

from caridulu.editor import workspace as workspace_module
from caridulu.editor.workspace import Workspace
from caridulu.knowledge import Channel, EntryFile, Office
from tests.editor.client import PATIENCE, Client, settled, text_of
from tests.packages.shared_project import package, use
from tests.text_files import append_to, replace_in

FEES = "/entri/biaya-konsultasi"
FEES_FILE = "kb/konsultasi/biaya-konsultasi.yml"


def test_problems_page_says_what_check_says(client: Client, project: Path) -> None:
    (project / "kb/pengaduan/rusak.yml").write_text("question: Apa?\n", encoding="utf-8")

    page = client.get("/periksa")

    assert '<a href="/entri/rusak#f-answer">Apa?</a> <span class="note">Jawaban</span>' in page
    assert '<a href="/entri/rusak#f-category">Apa?</a> <span class="note">Kategori</span>' in page
    assert "Masalah (2)" in page
    assert "kunci" not in text_of(page).lower()


def test_problems_page_speaks_of_fields_never_of_keys(client: Client, project: Path) -> None:
    office = project / "content/office.yml"
    text = office.read_text("utf-8")
    text = text.replace("verified: true", "verified: false", 1).replace("status: approved", "")
    text = text.replace("  by: Kepala kantor\n  on: 2026-10-02\n", "  status: trial\n")
    office.write_text(re.sub(r"(site_url|street_address): .*\n", "", text), "utf-8")
    entry = project / FEES_FILE
    replace_in(entry, "review_by: 2027-10-01\n", "open_question: Tarifnya?\n")

    page = client.get("/periksa")
    found = re.findall(r"<li>(.*?)</li>", page.partition("<main")[2], re.DOTALL)

    keys = "|".join({*Office.model_fields, *EntryFile.model_fields, *Channel.model_fields})
    assert len(found) >= 5
    for row in found:
        said = text_of(row)
        assert not re.search(rf"['\"“]({keys})['\"”]|\b\w+_\w+\b|: (true|false)|\.yml", said), said
    assert 'href="/kantor#f-channels.0.verified"' in page
    assert "Kanal 1, Sudah dipastikan" in page


def test_a_channel_whose_file_does_not_say_that_it_is_verified_leads_to_the_tick(
    client: Client, project: Path
) -> None:
    office = project / "content/office.yml"
    text = office.read_text("utf-8")
    assert "    verified: true\n" in text
    office.write_text(text.replace("    verified: true\n", "", 1), "utf-8")

    page = client.get("/periksa")

    assert 'href="/kantor#f-channels.0.verified"' in page
    assert "Kanal 1, Sudah dipastikan" in page


def test_english_that_other_entries_have_leads_to_the_english_text_not_to_the_question(
    client: Client, project: Path
) -> None:
    append_to(project / FEES_FILE, "en:\n  question: Is there a fee?\n  answer: No.\n")

    page = client.get("/periksa")

    [row] = re.findall(r'<a href="([^"]+)">[^<]*</a> <span class="note">Inggris</span>', page)
    assert row.endswith("#f-en")
    assert "belum mempunyai teks bahasa Inggris; isi “Inggris”" in text_of(page)


def test_a_link_that_the_office_should_have_of_its_own_leads_to_its_links(
    client: Client, project: Path
) -> None:
    links = "links:\n  - id: laman-kami\n    title: laman\n    url: https://pusat.example\n"
    recipe = package()["package.yml"] + "own_links: [laman-kami]\n"
    use(project, {**package(), "package.yml": recipe, "links.yml": links})

    assert 'href="/kantor#f-links"' in client.get("/periksa")


def test_problems_page_tells_synonyms_that_are_none(client: Client, project: Path) -> None:
    lexicon = "terms:\n  - term: angkatan kerja\n    synonyms: [bukan angkatan kerja]\n"
    (project / "kb/lexicon.yml").write_text(lexicon, encoding="utf-8")

    assert "adalah bentuk negatif dari" in settled(client, "/periksa")


def test_personal_data_that_would_be_published_is_a_problem_of_its_entry(
    client: Client, project: Path
) -> None:
    path = project / FEES_FILE
    text = path.read_text("utf-8").replace("dikenai tarif", "dikenai tarif, tanya 0813 4567 8901")
    path.write_text(text, encoding="utf-8")

    page = client.get("/periksa")

    assert f'<a href="{FEES}#f-answer">Apakah konsultasi statistik dipungut biaya?</a>' in page
    assert "Masalah (1)" in page
    assert "Data pribadi akan terbit" in page
    assert 'aria-invalid="true"' in client.get(FEES)


def test_every_phrasing_is_tried_once_until_something_changes(
    workspace: Workspace, project: Path
) -> None:
    told = workspace.snapshot().search_problems
    assert workspace.snapshot().search_problems is told

    lexicon = "terms:\n  - term: angkatan kerja\n    synonyms: [bukan angkatan kerja]\n"
    (project / "kb/lexicon.yml").write_text(lexicon, encoding="utf-8")

    assert any(
        "adalah bentuk negatif dari" in one.text() for one in workspace.snapshot().search_problems
    )


def test_what_only_searching_tells_is_waited_for_in_words(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, find = threading.Event(), workspace_module.index_problems

    def slow(*about):
        assert go_on.wait(PATIENCE)
        return find(*about)

    monkeypatch.setattr(workspace_module, "index_problems", slow)
    lexicon = "terms:\n  - term: angkatan kerja\n    synonyms: [bukan angkatan kerja]\n"
    (project / "kb/lexicon.yml").write_text(lexicon, encoding="utf-8")

    page = " ".join(text_of(client.get("/periksa")).split())
    assert (
        "Setiap pertanyaan dan sebutan lain sedang dicari seperti pengunjung mencarinya. Sebelum"
        " selesai, daftar di bawah ini belum lengkap." in page
    )
    assert "Masalah (0)" in page
    assert "adalah bentuk negatif dari" not in page

    go_on.set()
    assert "adalah bentuk negatif dari" in settled(client, "/periksa")


def test_where_the_search_fails_the_page_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_):
        raise KeyError("salah ketik")

    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    monkeypatch.setattr(workspace_module, "index_problems", broken)

    page = text_of(settled(client, "/periksa"))

    assert "Pekerjaan ini terhenti karena kesalahan program." in page
    assert "belum lengkap" not in page
