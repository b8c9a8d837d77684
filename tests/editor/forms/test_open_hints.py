"""Who has the same file open is told to each other."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.editor.forms.open_hints import KEPT, OpenHints
from tests.editor.client import Client, running
from tests.editor.git_project import FEES

FEES_PAGE = f"/entri/{Path(FEES).stem}"
DRAFT_PAGE = "/entri/konsultasi-lewat-video"


@pytest.fixture
def colleague(project: Path, client: Client) -> Iterator[Client]:
    """A second editor on the same folder."""
    with running(project) as server:
        yield Client(server)


def test_both_see_that_an_entry_is_open_twice(client: Client, colleague: Client) -> None:
    first = client.get(FEES_PAGE)
    second = colleague.get(FEES_PAGE)
    pulse = client.post("/alat/terbuka", {"berkas": FEES})
    elsewhere = colleague.get(DRAFT_PAGE)

    assert "juga membuka berkas ini" not in first
    assert "juga membuka berkas ini" in second
    assert "juga membuka berkas ini" in pulse.text
    assert "juga membuka berkas ini" not in elsewhere


def test_who_leaves_is_no_longer_told(client: Client, colleague: Client) -> None:
    client.get(FEES_PAGE)
    client.post("/alat/terbuka", {"berkas": FEES, "pergi": "ya"})

    assert "juga membuka berkas ini" not in colleague.get(FEES_PAGE)


def test_who_starts_the_editor_anew_is_not_told_of_himself(project: Path) -> None:
    for _ in range(2):  # closed with its window, it could not say that it left
        with running(project, token="kunci-dari-setelan-komputer-ini") as server:
            page = Client(server).get(FEES_PAGE)

    assert "juga membuka berkas ini" not in page


def test_sign_of_life_that_was_on_its_way_does_not_bring_a_hint_back(
    client: Client, colleague: Client
) -> None:
    client.get(FEES_PAGE)
    client.post("/alat/terbuka", {"berkas": FEES, "pergi": "ya"})
    client.post("/alat/terbuka", {"berkas": FEES})

    assert "juga membuka berkas ini" not in colleague.get(FEES_PAGE)


def test_a_hint_expires(project: Path) -> None:
    mine, other = (OpenHints(project, session=name) for name in ("a", "b"))
    mine.touch(FEES)
    [hint] = (project / ".caridulu/open").glob("*.json")
    old = hint.stat().st_mtime - KEPT - 1
    os.utime(hint, (old, old))

    assert other.touch(FEES) == ()


def test_hint_that_cannot_be_written_stops_nobody(
    project: Path, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".caridulu").mkdir(exist_ok=True)
    (project / ".caridulu/open").write_text("", encoding="utf-8")

    assert "Apakah konsultasi" in client.get(FEES_PAGE)


def test_hint_refuses_other_files(client: Client) -> None:
    assert client.post("/alat/terbuka", {"berkas": "../../etc/passwd"}).status == 400
