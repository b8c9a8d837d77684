"""A page that is open in ``caridulu serve`` shows a change by itself, under the strict CSP."""

import threading
from pathlib import Path
from typing import Any

from caridulu.site.serve.live_site import Preview
from caridulu.site.serve.preview_server import PreviewServer
from tests.text_files import replace_in


def test_an_open_page_shows_a_change(chromium: Any, project: Path) -> None:
    preview = Preview(project, on_problems=lambda _: None)
    preview.refresh()
    server = PreviewServer(preview, host="127.0.0.1", port=0)
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    ).start()
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto(f"{server.address}kb/apa-itu-inflasi/")
    path = project / "kb" / "konsep-data" / "apa-itu-inflasi.yml"
    replace_in(path, "answer: |\n", "answer: |\n  Baru.\n")
    preview.refresh()
    page.get_by_text("Baru.").wait_for(timeout=10_000)
    assert said == []
    page.fill("#q", "inflasi")
    page.get_by_role("link", name="Apa itu inflasi").first.wait_for(timeout=10_000)
    page.close()
    server.shutdown()
    server.server_close()
    preview.close()
