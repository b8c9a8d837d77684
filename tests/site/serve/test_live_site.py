"""``caridulu serve``: the site in memory, a change seen at once, an old site better than none."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.request import urlopen

import pytest

from caridulu.cli.main import main
from caridulu.site.client.asset_files import SearchFiles
from caridulu.site.serve import live_site
from caridulu.site.serve.live_site import Preview
from caridulu.site.serve.preview_server import NEWS, SCRIPT, PreviewServer, run
from caridulu.site.serve.source_changes import changes
from tests.site.sample_office import FAKE_SEARCH
from tests.text_files import replace_in

ENTRY = "kb/apa-itu-inflasi/"
QUICK = (sys.executable, "-c", "")  # a worker that leaves everything to the preview itself


@pytest.fixture(autouse=True)
def _fake_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_site, "make_index", lambda *_, **__: FAKE_SEARCH)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")  # 2026-11-25


@pytest.fixture
def told() -> list[tuple[str, ...]]:
    return []


@pytest.fixture
def preview(project: Path, told: list[tuple[str, ...]]) -> Iterator[Preview]:
    made = Preview(project, on_problems=told.append, worker=QUICK)
    made.refresh()
    yield made
    made.close()


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    made = PreviewServer(preview, host="127.0.0.1", port=0)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def entry_file(project: Path) -> Path:
    return project / "kb" / "konsep-data" / "apa-itu-inflasi.yml"


def write_answer(project: Path, text: str) -> None:
    """Replaces the entry's file in one step, so that nobody reads half of it."""
    path = entry_file(project)
    written = project / "new.tmp"
    written.write_text(
        path.read_text("utf-8").replace("answer: |\n", f"answer: |\n  {text}\n"), "utf-8"
    )
    written.replace(path)


def asked(server: PreviewServer, address: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request(method, address)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response, text


def shown(preview: Preview) -> str:
    return str(preview.content(ENTRY))


def number(version: str) -> int:
    return int(version.rpartition("-")[2])


def test_a_change_is_shown(project: Path, preview: Preview, told: list[tuple[str, ...]]) -> None:
    version = preview.version
    write_answer(project, "Jawaban baru.")
    preview.refresh()
    assert "Jawaban baru." in shown(preview)
    assert preview.version != version
    assert told == [()]


def test_with_problems_the_last_site_stays(
    project: Path, preview: Preview, told: list[tuple[str, ...]]
) -> None:
    version = preview.version
    path = entry_file(project)
    replace_in(path, "category:", "kategori:")
    preview.refresh()
    assert "<h1 " in shown(preview)
    assert preview.version == version
    assert told[0][0].startswith("kb/konsep-data/apa-itu-inflasi.yml:")
    replace_in(path, "kategori:", "category:")
    preview.refresh()
    assert told[-1] == ()


def wait_until(condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_a_new_index_follows_without_reloading_what_is_read(
    project: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page comes first; the index, which takes longer, is swapped in quietly."""
    of_it = "search/hashed/0123456789/t0.txt"
    files = {"manifest.json": "{}", "hashed/0123456789/t0.txt": "{}"}
    other = SearchFiles(files, FAKE_SEARCH.client)
    may_end = threading.Event()

    def slow(*_: object, **__: object) -> SearchFiles:
        may_end.wait()
        return other

    monkeypatch.setattr(live_site, "make_index", slow)
    write_answer(project, "Jawaban baru.")
    version = preview.version
    preview.refresh()
    assert "Jawaban baru." in shown(preview)
    assert preview.content(of_it) is None
    may_end.set()
    wait_until(lambda: preview.content(of_it) == "{}")
    assert preview.content("search/manifest.json") == "{}"
    assert preview.content("search/hashed/abc/t0.txt")  # of pages that are open
    assert number(preview.version) == number(version) + 1


@pytest.mark.slow  # the real index in a process of its own
def test_what_stops_publishing_is_told_after_the_page_is_shown(
    project: Path, told: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real index, made by the real worker."""
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    preview = Preview(project, on_problems=told.append)
    preview.refresh()
    write_answer(project, "Tanyakan kepada Bu Nining, 0813-1111-2222.")
    preview.refresh()
    assert "0813-1111-2222" in shown(preview)
    assert told[0] == ()
    wait_until(lambda: len(told) > 1)
    preview.close()
    assert told[1][0].startswith("kb/konsep-data/apa-itu-inflasi.yml:")
    assert "0813-1111-2222" in told[1][0]


def test_files_that_change_are_noticed(project: Path) -> None:
    noticed, page = changes(project, pause=0.01), project / "content" / "baru.md"
    for change in (
        lambda: write_answer(project, "Jawaban baru."),
        lambda: page.write_text("# Baru\n\nIsi.\n"),
        page.unlink,
    ):
        timer = threading.Timer(0.1, change)
        timer.start()
        next(noticed)
        timer.join()  # on a busy machine a change may be noticed in two steps
    assert "Jawaban baru." in entry_file(project).read_text("utf-8")


def test_pages_are_served_with_the_script_that_reloads_them(server: PreviewServer) -> None:
    response, text = asked(server, f"/{ENTRY}?q=x")
    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    version = server.preview.version
    assert f'<script src="{SCRIPT}?versi={version}" defer></script></body>' in text
    response, text = asked(server, SCRIPT)
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert NEWS in text


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html"),
        ("/404.html", "text/html"),
        ("/aplikasi.webmanifest", "application/manifest+json"),
        ("/entries.json", "application/json"),
        ("/sw.js", "text/javascript"),
    ],
)
def test_every_file_has_its_kind(server: PreviewServer, address: str, kind: str) -> None:
    response, text = asked(server, address)
    assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert text
    response, text = asked(server, address, "HEAD")
    assert (response.status, text) == (200, "")


def test_a_picture_is_no_text(
    preview: Preview, server: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "content", {"ikon.png": b"\x89PNG</body>"}.get)
    with urlopen(f"{server.address}ikon.png", timeout=60) as response:
        assert response.headers["Content-Type"] == "image/png"
        assert response.read() == b"\x89PNG</body>"


def test_an_address_without_its_slash_is_led_on(server: PreviewServer) -> None:
    response, _ = asked(server, "/kb/apa-itu-inflasi?q=x")
    assert (response.status, response.headers["Location"]) == (301, "/kb/apa-itu-inflasi/")


def test_an_unknown_address_gets_the_page_for_it(server: PreviewServer) -> None:
    response, text = asked(server, "/kb/tidak-ada/")
    assert response.status == 404
    assert "<h1>" in text


def test_a_preview_is_only_read(server: PreviewServer) -> None:
    response, text = asked(server, "/", "DELETE")
    assert (response.status, text) == (405, "Method Not Allowed")


def test_a_site_may_expect_to_live_in_a_folder(project: Path) -> None:
    office = project / "content" / "office.yml"
    text = office.read_text("utf-8").replace(
        "site_url: https://tanya.statistik.contoh.example",
        "site_url: https://contoh.example/tanya/",
    )
    assert "contoh.example/tanya/" in text
    office.write_text(text, "utf-8")
    preview = Preview(project, on_problems=lambda _: None, worker=QUICK)
    preview.refresh()
    preview.close()
    assert preview.site_path(f"/tanya/{ENTRY}") == ENTRY
    assert preview.site_path(f"/{ENTRY}") == ENTRY


def test_the_browser_hears_of_every_new_site(
    project: Path, preview: Preview, server: PreviewServer
) -> None:
    with urlopen(f"{server.address}{NEWS[1:]}", timeout=60) as news:
        first = news.readline().decode()
        assert first == f"data: {preview.version}\n"
        assert news.readline() == b"\n"
        write_answer(project, "Jawaban baru.")
        preview.refresh()
        assert news.readline().decode() == f"data: {preview.version}\n"
        assert f"data: {preview.version}\n" != first


def test_before_the_first_site_the_browser_is_told_to_wait(project: Path) -> None:
    (project / "content" / "office.yml").unlink()
    told: list[tuple[str, ...]] = []
    preview = Preview(project, on_problems=told.append)
    preview.refresh()
    assert told[0]
    assert preview.content("") is None
    assert (
        "Pratinjau tampil di sini setelah masalah pada isi diperbaiki; lihat jendela perintah."
        in str(preview.not_found())
    )


def test_a_running_preview_builds_anew(
    project: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = PreviewServer(preview, host="127.0.0.1", port=0)
    version = preview.version

    def change_once(_: Path) -> Iterator[None]:
        write_answer(project, "Jawaban baru.")
        yield
        _, text = asked(server, f"/{ENTRY}")
        assert "Jawaban baru." in text
        raise KeyboardInterrupt

    monkeypatch.setattr("caridulu.site.serve.preview_server.changes", change_once)
    with pytest.raises(KeyboardInterrupt):
        run(server, preview, project)
    assert preview.version != version


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:", "127.0.0.1:70000", "a:b"])
def test_a_wrong_address_is_refused(
    project: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project), "serve", "--address", address]) == 2
    assert capsys.readouterr().err == (f'"{address}" bukan alamat; tulis seperti 127.0.0.1:8000\n')


def test_a_taken_address_is_named(
    project: Path, server: PreviewServer, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"127.0.0.1:{server.server_port}"
    assert main(["--root", str(project), "serve", "--address", address]) == 1
    assert capsys.readouterr().err == (
        f"{address} sedang dipakai program lain; pilih --address lain.\n"
    )


def test_the_command_says_where_the_preview_is(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def change_once(_: Path) -> Iterator[None]:
        write_answer(project, "Jawaban baru.")
        yield
        path = entry_file(project)
        replace_in(path, "category:", "kategori:")
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr("caridulu.site.serve.preview_server.changes", change_once)
    assert main(["--root", str(project), "serve", "--address", "127.0.0.1:0"]) == 130
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("Pratinjau siap: http://127.0.0.1:")
    assert lines[1:3] == [
        "Biarkan jendela ini terbuka; tekan Ctrl+C untuk berhenti.",
        "Pratinjau diperbarui.",
    ]
    assert lines[3].startswith("kb/konsep-data/apa-itu-inflasi.yml:")
