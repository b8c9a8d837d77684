"""What is ready to be published, and what keeps the others back, in the words of the forms."""

import re
import threading
from pathlib import Path

import pytest

from caridulu.editor.reading import ready_pages
from tests.editor.client import PATIENCE, Client, settled, text_of, version_on
from tests.text_files import replace_in

DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"

SOURCES = "sources:\n  - title: Standar pelayanan\n    accessed: 2026-11-02\n"


def accepted(project: Path) -> Path:
    """The draft, in review."""
    draft = project / DRAFT
    text = draft.read_text("utf-8").replace("status: draft", "status: review")
    draft.write_text(f"{text}compiled: 2026-11-02\nreview_by: 2027-05-25\n{SOURCES}", "utf-8")
    return draft


def test_what_keeps_an_entry_back_is_said_without_keys_of_the_file(
    client: Client, project: Path
) -> None:
    draft = accepted(project)
    replace_in(draft, SOURCES, "")

    said = text_of(settled(client, "/siap-terbit"))

    assert "Belum ada rujukannya. Isi “Rujukan” dengan tempat jawaban ini dapat diperiksa." in said
    assert not re.search(r"\b(sources|review_by|compiled|--\w+)\b", said)


def test_what_takes_long_is_waited_for_in_words_and_never_done_twice(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, find, seen = threading.Event(), ready_pages.publish_all, []

    def slow(*about, on_progress, **options):
        on_progress(1_500, 16_000)
        assert go_on.wait(PATIENCE)
        seen.append(about)
        return find(*about, **options)

    monkeypatch.setattr(ready_pages, "publish_all", slow)
    accepted(project)

    while "1500 dari" not in (page := " ".join(text_of(client.get("/siap-terbit")).split())):
        assert "Setiap entri sedang dibandingkan dengan entri lain dan diperiksa ..." in page
    assert (
        "1500 dari 16000 pertanyaan dan sebutan lain sudah dicari, untuk memastikan"
        " entrinya ditemukan. Bila ada entri yang tertahan, pencarian diulang tanpa entri"
        " itu." in page
    )
    go_on.set()
    version = version_on(settled(client, "/siap-terbit"))
    reply = client.work("/siap-terbit", {"_versi": version, "_aksi": "terbitkan"})

    assert reply.status == 303
    assert "status: published" in (project / DRAFT).read_text("utf-8")
    assert len(seen) == 1


def test_nothing_is_published_before_it_has_been_checked(client: Client, project: Path) -> None:
    accepted(project)
    version = version_on(settled(client, "/siap-terbit"))
    (project / "kb/lexicon.yml").write_text("terms: []\n", "utf-8")  # something else has changed

    reply = client.work("/siap-terbit", {"_versi": version, "_aksi": "terbitkan"})

    assert (
        "Isi proyek berubah sejak halaman ini dibuka, jadi semuanya diperiksa lagi. Mohon tunggu,"
        " lalu terbitkan." in text_of(client.get(reply.headers["Location"]))
    )
    assert "status: review" in (project / DRAFT).read_text("utf-8")
