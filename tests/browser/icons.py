"""Draws the site's icons for home screens from its own SVG; run it after changing the SVG.

    python tests/browser/icons.py

The pictures are kept, not drawn at each build: compressing them gives other bytes on other
versions of zlib, and the same input must give the same site.
"""

import re
import shutil
from pathlib import Path
from typing import Any

from caridulu.site.html.layout import THEME

ASSETS = THEME / "assets"
SAFE = 0.8  # of a maskable icon's width, whatever shape a telephone cuts out
PICTURES = {"icon-192.png": 192, "icon-512.png": 512, "icon-maskable-512.png": 512}


def drawing(name: str) -> str:
    """The SVG behind a picture; a maskable one fills its square and keeps away from the edge."""
    svg = (ASSETS / "icon.svg").read_text("utf-8")
    if "maskable" not in name:
        return svg
    ground, mark = re.fullmatch(r"<svg[^>]*>(<rect[^>]*/>)(.*)</svg>\s*", svg, re.S).groups()
    square = ground.replace(' rx="7"', "")
    move = 32 * (1 - SAFE) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{square}'
        f'<g transform="translate({move} {move}) scale({SAFE})">{mark}</g></svg>'
    )


def draw(chromium: Any, name: str) -> bytes:
    size = PICTURES[name]
    page = chromium.new_page(viewport={"width": size, "height": size})
    page.set_content(
        f"<style>body{{margin:0}}svg{{display:block;width:100vw}}</style>{drawing(name)}"
    )
    picture: bytes = page.screenshot(omit_background=True)
    page.close()
    return picture


def main() -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name in PICTURES:
            Path(ASSETS / name).write_bytes(draw(browser, name))
        browser.close()


if __name__ == "__main__":
    main()
