"""The list of entries, and who looks for one in it."""

import re
from pathlib import Path

import pytest

from caridulu.editor.forms.entry_list import ON_PAGE
from tests.editor.client import Client, links_of

FEES = "/entri/biaya-konsultasi"
FEES_FILE = "kb/konsultasi/biaya-konsultasi.yml"
DRAFT = "konsultasi-lewat-video"


def test_list_shows_every_entry_with_its_status(client: Client) -> None:
    page = client.get("/entri")

    assert "Apakah konsultasi statistik dipungut biaya?" in page
    assert "Bisakah konsultasi lewat panggilan video?" in page
    assert "Terbit (6)" in page
    assert "Konsep (1)" in page
    assert "Arsip (1)" in page


def test_search_ranks_as_the_site_does(client: Client) -> None:
    page = client.get("/entri?q=konsul+bayar+brp")

    assert links_of(page, "/entri/")[0] == "biaya-konsultasi"
    assert "Pertanyaan ini sudah terjawab." in page


def test_search_without_an_answer_offers_to_write_one(client: Client) -> None:
    page = client.get("/entri?q=jumlah+kuda+nil")

    assert "Tulis entri baru: jumlah kuda nil" in page
    assert 'href="/entri/baru?pertanyaan=jumlah%20kuda%20nil"' in page


def test_an_office_without_entries_is_told_how_to_begin(client: Client, project: Path) -> None:
    assert "Tidak ada entri yang cocok." in client.get("/entri?kategori=pengaduan&status=draft")
    for path in project.glob("kb/*/*.yml"):
        path.unlink()

    page = client.get("/entri")

    assert "Belum ada entri. Tulis yang pertama" in page
    assert "Tidak ada entri yang cocok." not in page


def test_filters_by_category_and_status(client: Client) -> None:
    assert links_of(client.get("/entri?kategori=pengaduan"), "/entri/") == ["cara-mengadu"]
    assert links_of(client.get("/entri?status=draft"), "/entri/") == [DRAFT]
    assert links_of(client.get("/entri?kategori=pengaduan&status=draft"), "/entri/") == []


def test_search_within_a_filter_finds_what_is_far_down_among_all(
    client: Client, project: Path
) -> None:
    for number in range(30):
        path = project / f"kb/konsultasi/panggilan-{number}.yml"
        text = f"question: Panggilan video nomor {number}?\nanswer: Bisa.\ncategory: konsultasi\n"
        path.write_text(f"{text}status: review\n", encoding="utf-8")

    page = client.get("/entri?q=panggilan+video+nomor&status=draft")

    assert links_of(page, "/entri/") == [DRAFT]


def test_entry_with_a_broken_file_stays_in_the_list(client: Client, project: Path) -> None:
    (project / FEES_FILE).write_text("question: [tidak ditutup\n", encoding="utf-8")

    assert "biaya-konsultasi" in links_of(client.get("/entri?status=masalah"), "/entri/")
    assert "Berkas tidak dapat dibaca." in client.get(FEES)


@pytest.mark.slow
def test_two_thousand_entries_are_listed_page_by_page(client: Client, project: Path) -> None:
    for number in range(2_000):
        text = (
            f"question: Berapa luas panen padi desa nomor {number}?\n"
            "answer: Belum ada.\ncategory: layanan-data\n"
        )
        path = project / f"kb/layanan-data/panen-{number}.yml"
        path.write_text(text, encoding="utf-8")

    page = client.get("/entri?kategori=layanan-data&hal=2")

    assert len(links_of(page, "/entri/")) == ON_PAGE
    assert "2001 entri" in page
    assert re.findall(r"hal=(\d+)", page) == ["1", "2", "3", "4", "21"]
