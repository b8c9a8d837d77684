"""A portal's search over HTTP: the static portal's results, and nothing that stays behind."""

import json
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Semaphore, Thread
from typing import Any

import pytest

from caridulu.portal.served.search_server import AT_ONCE, search_server
from caridulu.portal.served.served_index import ServedIndex
from caridulu.site.serve.local_server import LocalServer
from tests.publishing.hosts.servers import PATIENCE, free_port, running

pytest.importorskip("tantivy")


@contextmanager
def serving(index_folder: Path, log: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The command at work: its address and its process."""
    port = free_port()
    command = [sys.executable, "-m", "caridulu", "portal", str(index_folder), "--serve"]
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


@pytest.mark.slow
def test_a_server_that_was_killed_answers_the_same_when_it_starts_again(
    index_folder: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in index_folder.rglob("*") if path.is_file()}
    answers = []
    for log in (tmp_path / "satu", tmp_path / "dua"):
        with serving(index_folder, log) as (address, server):
            answers.append(ask(address, "apa itu populasi"))
            server.kill()

    assert answers[0] == answers[1]
    assert answers[0]["hits"][0]["id"] == "populasi:istilah"
    assert before == {path: path.read_bytes() for path in index_folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_the_server_only_reads_and_refuses_what_it_does_not_know(
    index_folder: Path, tmp_path: Path
) -> None:
    with serving(index_folder, tmp_path / "log") as (address, _):
        with urllib.request.urlopen(f"{address}health") as answer:
            assert json.load(answer) == {"entries": 18}
            assert answer.headers["Cache-Control"] == "no-store"
        assert refused(address, "search", b"q=inflasi") == 405
        assert refused(address, "rahasia") == 404
        assert refused(address, "search?q=a&limit=banyak") == 400
        assert refused(address, f"search?q={'a' * 70_000}") == 414
        assert ask(address, "\x00" * 1_000)["hits"] == []
        assert len(ask(address, "apa itu", limit="2")["hits"]) <= 2
    said = (tmp_path / "log").read_text("utf-8")
    assert said == f"Pencarian portal siap di {address}. Tekan Ctrl+C untuk berhenti.\n"


@pytest.mark.slow
def test_a_damaged_new_index_is_told_and_the_old_one_answers_on(
    index_folder: Path, tmp_path: Path
) -> None:
    folder, log = Path(shutil.copytree(index_folder, tmp_path / "indeks")), tmp_path / "log"
    with serving(folder, log) as (address, _):
        (folder / "reading.json").write_text("{", "utf-8")
        for _ in range(PATIENCE):
            assert ask(address, "apa itu sampel")["hits"][0]["id"] == "sampel:istilah"
            if "\n" in log.read_text("utf-8").partition("\n")[2]:
                break
            time.sleep(0.05)
    assert log.read_text("utf-8").splitlines()[1:] == [
        f'Indeks baru di "{folder}" rusak, tidak lengkap, atau dari versi lain. Pencarian tetap'
        " memakai yang lama; buat lagi indeksnya."
    ]


@pytest.mark.slow  # as many threads as a server has
def test_more_questions_than_can_wait_are_asked_to_come_again(index_folder: Path) -> None:
    index, begun, may_end = ServedIndex(index_folder), Semaphore(0), Event()

    def latest() -> ServedIndex:
        begun.release()
        assert may_end.wait(60)
        return index

    with answering(search_server(latest, port=0, waiting=0)) as address:
        with ThreadPoolExecutor(AT_ONCE) as askers:
            asked = [askers.submit(ask, address, "apa itu sampel") for _ in range(AT_ONCE)]
            for _ in asked:
                assert begun.acquire(timeout=60)
            with pytest.raises(urllib.error.HTTPError) as caught:
                ask(address, "apa itu populasi")
            may_end.set()
        assert (caught.value.code, caught.value.headers["Retry-After"]) == (503, "2")
        assert json.load(caught.value) == {"error": "busy"}
        found = [one.result()["hits"][0]["id"] for one in asked]
        assert found == ["sampel:istilah"] * AT_ONCE
        assert ask(address, "apa itu populasi")["outcome"] == "answered"


@contextmanager
def answering(server: LocalServer) -> Iterator[str]:
    """A server of this process, until the block ends; its address."""
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
