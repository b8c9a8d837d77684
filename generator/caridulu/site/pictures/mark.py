"""The site's mark, as in ``theme/assets/icon.svg``: an open ring, and the answer in its opening."""

import math
import re
from functools import cache

from PIL import Image, ImageDraw

from caridulu.knowledge.model import Office
from caridulu.site.html.identity import BRAND, brand_color
from caridulu.site.html.layout import THEME

GRID = 32  # units of the drawing's width
_LARGE = 2048  # pixels; drawn so wide, then made smaller: Pillow draws shapes without smooth edges
_RING, _RADIUS, _WIDTH = (15.0228, 15.0), 8.5, 4.0  # centre, radius and width of its line
_GAP = math.degrees(math.atan2(6.5, 20.5 - _RING[0]))  # from the middle of the opening to its end
_DOT, _DOT_RADIUS = (24.5, 15.0), 2.75
_CORNER = 8.0
_SAFE_EMBLEM = 0.7  # of the width: a square in the circle that a telephone may cut out
_SAFE = 0.8  # of a maskable icon's width, whatever shape a telephone cuts out

Box = tuple[float, float, float, float]


def mark_svg(office: Office) -> str:
    """Reads the drawing in the office's colour."""
    return (THEME / "assets" / "icon.svg").read_text("utf-8").replace(BRAND, brand_color(office))


@cache
def mark_colors() -> tuple[str, str]:
    """Returns the colours of ring and dot."""
    svg = (THEME / "assets" / "icon.svg").read_text("utf-8")
    ring, dot = re.findall(r'(?:stroke|circle[^>]* fill)="(#\w+)"', svg)
    return ring, dot


@cache  # every preview has the same
def mark(size: int, ground: str, *, fills: bool = False, maskable: bool = False) -> Image.Image:
    """Draws the mark.

    Args:
        size: width in pixels.
        ground: colour behind it.
        fills: whether the ground reaches into the corners, where telephones cut them themselves.
        maskable: whether the mark also keeps away from the edge.
    """
    picture = Image.new("RGBA", (_LARGE, _LARGE), ground if fills or maskable else (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    if not (fills or maskable):
        corner = _CORNER * _LARGE / GRID
        pen.rounded_rectangle((0, 0, _LARGE - 1, _LARGE - 1), radius=corner, fill=ground)
    scale = _LARGE / GRID * (_SAFE if maskable else 1)
    _draw_shapes(pen, scale=scale, move=(_LARGE - scale * GRID) / 2)
    return picture.resize((size, size), Image.Resampling.BOX)


def emblem_icon(emblem: Image.Image, size: int, *, fills: bool = False) -> Image.Image:
    """Draws an office's own emblem on white, as wide as the mark.

    Args:
        emblem: the picture.
        size: width in pixels.
        fills: whether the white reaches into the corners, where telephones cut them themselves.
    """
    picture = Image.new("RGBA", (size, size), "#ffffff" if fills else (255, 255, 255, 0))
    if not fills:
        pen = ImageDraw.Draw(picture)
        corner = _CORNER * size / GRID
        pen.rounded_rectangle((0, 0, size - 1, size - 1), radius=corner, fill="#ffffff")
    inside = round(size * _SAFE_EMBLEM)
    share = inside / max(emblem.size)
    width, height = (max(1, round(side * share)) for side in emblem.size)
    small = emblem.convert("RGBA").resize((width, height), Image.Resampling.LANCZOS)
    picture.alpha_composite(small, ((size - width) // 2, (size - height) // 2))
    return picture


def _draw_shapes(pen: ImageDraw.ImageDraw, *, scale: float, move: float) -> None:
    ring, dot = mark_colors()
    line = round(_WIDTH * scale)
    outside = _circle(_RING, _RADIUS + _WIDTH / 2, scale=scale, move=move)
    pen.arc(outside, _GAP, 360 - _GAP, fill=ring, width=line)
    for angle in (_GAP, -_GAP):  # the ends of the line are round
        x = _RING[0] + _RADIUS * math.cos(math.radians(angle))
        y = _RING[1] + _RADIUS * math.sin(math.radians(angle))
        pen.ellipse(_circle((x, y), _WIDTH / 2, scale=scale, move=move), fill=ring)
    pen.ellipse(_circle(_DOT, _DOT_RADIUS, scale=scale, move=move), fill=dot)


def _circle(centre: tuple[float, float], radius: float, *, scale: float, move: float) -> Box:
    x, y = (move + value * scale for value in centre)
    reach = radius * scale
    return x - reach, y - reach, x + reach - 1, y + reach - 1  # Pillow counts the last pixel in
