"""The site as an app: what Chromium asks for, and pictures that are the site's own drawing."""

import base64
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.browser.icons import ASSETS, PICTURES, drawing
from tests.real_browser import ARGUMENTS

DIFFERENCE = """async ([picture, drawing, size]) => {
  const pixels = async (address) => {
    const image = new Image(size, size);
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, size, size);
    return [image.naturalWidth, ...context.getImageData(0, 0, size, size).data];
  };
  const [kept, drawn] = [await pixels(picture), await pixels(drawing)];
  const far = kept.slice(1).filter((value, n) => Math.abs(value - drawn[n + 1]) > 40).length;
  return [kept[0], far / drawn.length];
}"""


def address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def test_chromium_would_install_the_site(chromium: Any, site_url: str, tmp_path: Path) -> None:
    """In a profile of its own: Chromium installs nothing in a private window."""
    context = chromium.browser_type.launch_persistent_context(
        tmp_path, executable_path=shutil.which("chromium"), args=ARGUMENTS
    )
    page = context.new_page()
    page.goto(site_url)
    session = context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    context.close()
    assert (manifest["errors"], found) == ([], [])


@pytest.mark.parametrize("name", PICTURES)
def test_a_kept_picture_is_what_the_drawing_shows(chromium: Any, name: str) -> None:
    page = chromium.new_page()
    picture = address("image/png", (ASSETS / name).read_bytes())
    drawn = address("image/svg+xml", drawing(name).encode())
    width, different = page.evaluate(DIFFERENCE, [picture, drawn, PICTURES[name]])
    page.close()
    assert width == PICTURES[name]
    assert different < 0.001
