"""``caridulu sources`` as a user runs it."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.in_process import run
from tests.text_files import replace_in


def test_sources_are_listed_by_entry_with_what_is_doubtful(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "kb/konsultasi/biaya-konsultasi.yml"
    replace_in(path, "example/standar-pelayanan", "example/")

    code, out, _ = run(capsys, "--root", str(project), "sources")

    assert code == 0
    after = out.split("kb/konsultasi/biaya-konsultasi.yml\n")[1]
    assert after.startswith("  https://statistik.contoh.example/  [hanya beranda]\n")
    assert out.endswith("0 entri merujuk laman lembaga publik.\n")


def test_sources_are_listed_by_host(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--lang", "en", "--root", str(project), "sources", "--by", "host")

    assert code == 0
    assert out.splitlines()[0].endswith("  statistik.contoh.example")


def test_sources_as_data(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--root", str(project), "sources", "--json")

    shown = json.loads(out)
    assert code == 0
    assert shown["coverage"]["citations"] == shown["coverage"]["pages"]
    assert {row["official"] for row in shown["citations"]} == {False}


def _with_addresses(project: Path, address: str) -> None:
    """Lets every citation of a project lead to ``address``."""
    for path in project.rglob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("https://statistik.contoh.example", address), "utf-8")
    (project / "kb/referrals.yml").unlink()


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets requests to one host follow each other at once."""
    monkeypatch.setattr("time.sleep", lambda seconds: None)


@pytest.fixture
def host() -> Iterator[str]:
    """Gives the address of a web site on this computer that has every page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<p>Standar pelayanan.</p>")

    def log_message(self, *_: object) -> None:
        """Says nothing on the terminal."""


def test_where_no_address_is_reached_nothing_is_said_to_be_in_order(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _with_addresses(project, "http://127.0.0.1:1")

    code, out, err = run(capsys, "--root", str(project), "sources", "--links")

    assert code == 1
    assert "tidak terjangkau: http://127.0.0.1:1/standar-pelayanan" in out
    count = len(out.splitlines()) - 1
    assert out.splitlines()[-1] == (
        f"{count} alamat: 0 ada, 0 pindah, 0 hilang, 0 ditolak, {count} tidak terjangkau."
    )
    assert "Tidak satu pun alamat terjangkau. Periksa sambungan internet" in err


def test_a_single_page_that_is_not_reached_is_told_and_not_held_against_the_project(
    project: Path, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    _with_addresses(project, host)
    entry = project / "kb/konsultasi/biaya-konsultasi.yml"
    replace_in(entry, host, "http://127.0.0.1:1")

    code, out, err = run(capsys, "--root", str(project), "sources", "--links")

    assert code == 0
    assert out.splitlines()[-1].endswith("0 hilang, 0 ditolak, 1 tidak terjangkau.")
    assert not err


def test_tried_addresses_as_data(
    project: Path, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    _with_addresses(project, host)

    code, out, _ = run(capsys, "--root", str(project), "sources", "--links", "--json")

    rows = json.loads(out)["links"]
    assert code == 0
    assert {row["state"] for row in rows} == {"there"}
    assert "biaya-konsultasi" in {holder for row in rows for holder in row["holders"]}
