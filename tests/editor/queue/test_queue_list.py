"""The list of what waits: how much of what kind, searched and page by page where it is long."""

from pathlib import Path

import pytest

from caridulu.editor.forms.entry_list import ON_PAGE
from tests.editor.client import Client, links_of, text_of

DRAFT = "konsultasi-lewat-video"


def _queue(project: Path, count: int) -> None:
    """Entries in review beside a draft that was imported."""
    draft = project / f"kb/konsultasi/{DRAFT}.yml"
    text = draft.read_text("utf-8").rstrip()
    draft.write_text(f"{text}\n  digest: 4f1c0a5d9b7e2c83\n", encoding="utf-8")
    for number in range(count):
        text = f"question: Berapa luas panen padi desa nomor {number}?\nanswer: Belum ada.\n"
        path = project / f"kb/layanan-data/panen-{number}.yml"
        path.write_text(f"{text}category: layanan-data\nstatus: review\n", encoding="utf-8")


def test_a_short_queue_is_only_listed(client: Client) -> None:
    page = client.get("/antrean")

    assert links_of(page, "/antrean/") == [DRAFT]
    assert 'role="search"' not in page
    assert "Semua:" not in page


def test_a_long_queue_tells_how_much_of_what_kind_and_comes_by_pages(
    client: Client, project: Path
) -> None:
    _queue(project, 2 * ON_PAGE)

    page = client.get("/antrean")
    said = " ".join(text_of(page).split())
    last = client.get("/antrean?hal=3")

    assert "Semua: 201 Ditinjau: 200 Konsep dari konsultasi: 1" in said
    assert "201 yang menunggu" in said
    assert 'href="/siap-terbit"' in page
    assert len(links_of(page, "/antrean/")) == ON_PAGE
    assert len(links_of(last, "/antrean/")) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=impor", [DRAFT]),
        ("kategori=konsultasi", [DRAFT]),
        ("q=lewat+vidio", [DRAFT]),
        ("q=panen+padi+desa+nomor+7&status=impor", []),
        ("q=konsul+bayar+brp&kategori=pengaduan", []),
    ],
)
def test_a_long_queue_is_searched_and_filtered(
    client: Client, project: Path, query: str, found: list[str]
) -> None:
    _queue(project, 30)

    page = client.get(f"/antrean?{query}")

    assert links_of(page, "/antrean/") == found
    assert ("Tidak ada yang cocok di antrean. Coba kata lain" in page) is not found


def test_searching_the_queue_finds_nothing_that_does_not_wait(
    client: Client, project: Path
) -> None:
    _queue(project, 30)

    page = client.get("/antrean?q=konsultasi+dipungut+biaya")

    assert "biaya-konsultasi" not in links_of(page, "/antrean/")
