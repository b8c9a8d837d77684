"""Makes the pictures of docs/ again.

    python -m tests.docs_pictures [FOLDER]

The real site and the editor of a copy of this project, in the system's Chromium, on the day of all
tests. The letters are those of the computer (DejaVu on a bare Debian): look at what has changed
before it is kept.
"""

import argparse
import os
import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from caridulu.cli.commands.edit import serving
from caridulu.site.build.build_command import build_pages
from tests import EPOCH, ROOT
from tests.browser.conftest import SET_CLOCK
from tests.real_browser import ARGUMENTS
from tests.static_host import host

FOLDER = ROOT / "docs" / "pictures"
COLOURS = 64  # enough for flat areas and smoothed letters; a picture stays below 60 kB


@dataclass(frozen=True)
class View:
    """What a picture shows."""

    address: str
    width: int = 360
    theme: str = "light"
    awaits: str = "h1"


SITE = {
    "home-360": View(""),
    "typo-360": View("cari/?q=angka+kmiskinan+bombna", awaits="#hasil[aria-busy=false] .hits p"),
    "answer-360": View("kb/biaya-konsultasi/"),
    "nothing-360": View("cari/?q=honor+penari+lulo", awaits="#hasil[aria-busy=false] h2"),
    "service-dark-360": View("layanan/konsultasi-statistik/", theme="dark"),
    "service-1280": View("layanan/konsultasi-statistik/", width=1280),
}
EDITOR = {"month-1280": View("", width=1280)}


def shown(browser: Any, base: str, view: View, *, first: str = "") -> bytes:
    """Gives what stands on one screen, as a PNG of few colours.

    Args:
        browser: Chromium.
        base: the address that the view's own goes on from.
        view: the page, and how wide the screen is.
        first: an address to open before, which lets this browser in.
    """
    screen = {"width": view.width, "height": 800}
    context = browser.new_context(viewport=screen, color_scheme=view.theme, locale="id-ID")
    context.add_init_script(SET_CLOCK)
    page = context.new_page()
    if first:
        page.goto(first)
    page.goto(base + view.address)
    page.locator(view.awaits).first.wait_for()
    page.wait_for_load_state("networkidle")
    image = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=0)
    context.close()
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def site_pictures(browser: Any, folder: Path) -> dict[str, bytes]:
    """Gives the pictures of the public site by name, built below ``folder``."""
    build_pages(ROOT, folder / "site")
    server = host(folder / "site")
    base = f"http://127.0.0.1:{server.server_port}/"
    pictures = {name: shown(browser, base, view) for name, view in SITE.items()}
    server.shutdown()
    server.server_close()
    return pictures


def editor_pictures(browser: Any, folder: Path) -> dict[str, bytes]:
    """Gives the pictures of the editor by name, of a copy of the project below ``folder``."""
    for part in ("content", "kb"):
        shutil.copytree(ROOT / part, folder / "kantor" / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "kantor")
    with serving(folder / "kantor") as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        pictures = {
            name: shown(browser, server.address, view, first=server.first_address)
            for name, view in EDITOR.items()
        }
        server.shutdown()
        thread.join()
    return pictures


def main(arguments: Sequence[str] | None = None) -> None:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    target = parser.parse_args(arguments).folder
    os.environ["SOURCE_DATE_EPOCH"] = str(EPOCH)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        pictures = {
            **site_pictures(browser, Path(made)),
            **editor_pictures(browser, Path(made)),
        }
        browser.close()
    for name, content in pictures.items():
        (target / f"{name}.png").write_bytes(content)


if __name__ == "__main__":
    main()
