"""A portal's search over HTTP: the static portal's results, and nothing that stays behind."""

import json
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from caridulu.portal.merging import Merger
from caridulu.portal.served.index_folder import write_index
from caridulu.portal.served.search_server import found_json
from caridulu.portal.served.served_index import ServedIndex
from caridulu.search.query.ranking import search
from tests.portal.test_merging import QUERIES
from tests.publishing.hosts.servers import free_port, running

pytest.importorskip("tantivy")
PLACES = frozenset({"bombana", "buton", "tengah", "wakatob"})


@pytest.fixture(scope="session")
def folder(merger: Merger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("indeks")
    entries = merger.entries()
    write_index(made, entries, merger.counted(entries, places=PLACES))
    return made


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The command at work: its address and its process."""
    port = free_port()
    command = [sys.executable, "-m", "caridulu", "portal", str(folder), "--serve"]
    with running([*command, "--port", str(port)], port, log) as server:
        yield f"http://127.0.0.1:{port}/", server


def ask(address: str, query: str, **more: str) -> Any:
    asked = urllib.parse.urlencode({"q": query, **more})
    with urllib.request.urlopen(f"{address}search?{asked}") as answer:
        return json.load(answer)


def refused(address: str, path: str, data: bytes | None = None) -> int:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address + path, data)
    caught.value.close()
    return caught.value.code


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_is_answered_as_by_the_static_portal(
    query: str, folder: Path, merger: Merger
) -> None:
    entries = merger.entries()
    index = merger.index(entries, places=PLACES)
    static, served = search(index, query), ServedIndex(folder).search(query)

    assert [one.id for one in served.shown] == [index.items[hit.entry].id for hit in static.hits]
    assert [hit.score for hit in served.result.hits] == [hit.score for hit in static.hits]
    assert served.result.outcome is static.outcome
    assert served.result.corrections == static.corrections


def test_results_are_written_as_the_browser_has_them(folder: Path) -> None:
    found = found_json(ServedIndex(folder).search("apa itu smpel", limit=1))

    assert (found["outcome"], found["corrections"]) == (
        "answered",
        [{"from": "smpel", "to": "sampel"}],
    )
    [hit] = found["hits"]
    assert (hit["id"], hit["title"], hit["note"]) == ("sampel:istilah", "Apa itu sampel?", "0-2")


@pytest.mark.slow
def test_a_server_that_was_killed_answers_the_same_when_it_starts_again(
    folder: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    answers = []
    for log in (tmp_path / "satu", tmp_path / "dua"):
        with serving(folder, log) as (address, server):
            answers.append(ask(address, "apa itu populasi"))
            server.kill()

    assert answers[0] == answers[1]
    assert answers[0]["hits"][0]["id"] == "populasi:istilah"
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_the_server_only_reads_and_refuses_what_it_does_not_know(
    folder: Path, tmp_path: Path
) -> None:
    with serving(folder, tmp_path / "log") as (address, _):
        with urllib.request.urlopen(f"{address}health") as answer:
            assert json.load(answer) == {"entries": 17}
            assert answer.headers["Cache-Control"] == "no-store"
        assert refused(address, "search", b"q=inflasi") == 405
        assert refused(address, "rahasia") == 404
        assert refused(address, "search?q=a&limit=banyak") == 400
        assert refused(address, f"search?q={'a' * 70_000}") == 414
        assert ask(address, "\x00" * 1_000)["hits"] == []
        assert len(ask(address, "apa itu", limit="2")["hits"]) <= 2
    said = (tmp_path / "log").read_text("utf-8")
    assert said == f"Pencarian portal siap di {address}. Tekan Ctrl+C untuk berhenti.\n"
