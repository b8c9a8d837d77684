"""No journey could pass by a request to another host: every engine's watch sees one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.real_browser import Misdeeds

pytestmark = pytest.mark.browser

FOREIGN = "http://situs-lain.invalid/gambar.png"


def test_a_request_to_another_host_is_seen(
    engine: Any, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>Uji</title><img src='{FOREIGN}' alt=''>", "utf-8"
    )
    (tmp_path / "404.html").write_text("", "utf-8")
    (tmp_path / "_headers").write_text("", "utf-8")
    watched = Misdeeds()
    with engine.visit(watched) as visitor:
        visitor.open(serve(tmp_path))
        visitor.until("document.images[0].complete")
    assert FOREIGN in watched.foreign
    with pytest.raises(AssertionError):
        watched.check()
