"""The counter's sheet as it is printed: a camera sees the code of the search page's address."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
import segno

from caridulu.site.build.build_command import poster

QUIET = 4  # light modules around a code, as ISO/IEC 18004 asks for
DRAWN = 2  # of them are part of the drawing, the others are paper
SEEN = """async ([picture, side]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const { width, height } = image;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const at = (n, size) => Math.floor(((n + 0.5) * size) / side);
  const isDark = (x, y) => {
    const { data } = context.getImageData(at(x, width), at(y, height), 1, 1);
    return data[0] + data[1] + data[2] < 384 ? 1 : 0;
  };
  const places = [...Array(side).keys()];
  return places.map((y) => places.map((x) => isDark(x, y)));
}"""


@pytest.mark.parametrize(
    "address", ["https://tanya.example.go.id", "https://bombanakab.bps.example.go.id/tanya-dulu/"]
)
def test_the_printed_code_leads_to_the_search(
    chromium: Any, project: Path, tmp_path: Path, address: str
) -> None:
    office = project / "content" / "office.yml"
    text = re.sub("(?m)^site_url: .*$", f"site_url: {address}", office.read_text("utf-8"))
    office.write_text(text, "utf-8")
    assert poster(project, tmp_path / "poster.html")
    code = segno.make(f"{address.rstrip('/')}/cari/", error="m", micro=False)
    expected = [list(row) for row in code.matrix_iter(border=QUIET)]
    page = chromium.new_page(viewport={"width": 900, "height": 1300}, device_scale_factor=2)
    page.emulate_media(media="print", color_scheme="dark")
    page.goto((tmp_path / "poster.html").as_uri())
    box = page.locator(".scan svg").bounding_box()
    paper = (QUIET - DRAWN) * box["width"] / (len(expected) - 2 * (QUIET - DRAWN))
    clip = {"x": box["x"] - paper, "y": box["y"] - paper}
    clip |= {name: box[name] + 2 * paper for name in ("width", "height")}
    picture = base64.b64encode(page.screenshot(clip=clip)).decode()
    seen = page.evaluate(SEEN, [picture, len(expected)])
    page.close()
    assert seen == expected
