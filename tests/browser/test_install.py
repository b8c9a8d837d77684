"""The site as an app: what Chromium asks for, and pictures that are the site's own drawing."""

import base64
import io
from pathlib import Path
from typing import Any

import pytest

from caridulu.site.html.identity import BRAND
from caridulu.site.html.layout import THEME
from caridulu.site.pictures.mark import mark
from tests.real_browser import ARGUMENTS, PROGRAMS
from tests.requirements import program

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
        tmp_path, executable_path=program(*PROGRAMS), args=ARGUMENTS
    )
    page = context.new_page()
    page.goto(site_url)
    session = context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    context.close()
    assert (manifest["errors"], found) == ([], [])


@pytest.mark.parametrize("size", [32, 192, 512])
def test_a_drawn_icon_is_what_the_drawing_shows(chromium: Any, size: int) -> None:
    """Pillow draws what browsers draw from ``icon.svg``, or one of the two was changed alone."""
    page = chromium.new_page()
    file = io.BytesIO()
    mark(size, BRAND).save(file, "PNG")
    drawn = address("image/svg+xml", (THEME / "assets" / "icon.svg").read_bytes())
    width, different = page.evaluate(
        DIFFERENCE, [address("image/png", file.getvalue()), drawn, size]
    )
    page.close()
    assert width == size
    assert different < 0.002
