"""No journey could pass by a request to another host, and none waits for an engine that hangs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.real_browser import Misdeeds

pytestmark = pytest.mark.browser

FOREIGN = "http://situs-lain.invalid/gambar.png"


def test_a_request_to_another_host_is_seen(
    engine: Any, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    _write_site(tmp_path, f"<img src='{FOREIGN}' alt=''>")
    watched = Misdeeds()
    with engine.visit(watched) as visitor:
        visitor.open(serve(tmp_path))
        visitor.until("document.images[0].complete")
    assert FOREIGN in watched.foreign
    with pytest.raises(AssertionError):
        watched.check()


@pytest.mark.parametrize("engine", ["webkit"], indirect=True)
def test_a_webkit_that_hangs_is_replaced(
    engine: Any,
    serve: Callable[[Path], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _write_site(tmp_path, "<p>Halo</p>")
    with engine.visit(Misdeeds()) as visitor:
        visitor.open(serve(tmp_path))
        with monkeypatch.context() as impatient:
            impatient.setattr("tests.browser.engines.webkit.WAIT", 1)
            with pytest.raises(requests.Timeout):
                visitor.evaluate("(() => { for (;;); })()")

    with engine.visit(Misdeeds()) as visitor:
        visitor.open(serve(tmp_path))
        assert visitor.evaluate("document.title") == "Uji"


def _write_site(folder: Path, body: str) -> None:
    (folder / "index.html").write_text(f"<!doctype html><title>Uji</title>{body}", "utf-8")
    (folder / "404.html").write_text("", "utf-8")
    (folder / "_headers").write_text("", "utf-8")
