"""The picture that a chat shows beside a shared link: topic, name of the site, office.

Its letters are those of the font inside Pillow, which has ASCII and little more: other letters lose
their marks.
"""

import re
import unicodedata
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from caridulu.site.html.identity import mixed
from caridulu.site.pictures.mark import emblem_icon, mark, mark_colors

WIDTH, HEIGHT = 1200, 630  # what chats and social networks ask for
_EDGE = 80
_TOP, _HEADING_TOP, _HEADING_ROOM = 48, 204, 266
_MARK, _INSIDE = 112, 14  # its width, and the empty part of it left of the ring
_COLORS = 24  # of flat shapes and smooth letters; more are not seen
_EMBLEM_COLORS = 64
_HEADING_SIZES = (104, 92, 80, 68, 58)  # the largest with which the heading fits
_LINES, _LEADING = 3, 1.14  # at most, and their height in sizes of letters
_NAME_SIZE, _OFFICE_SIZE, _REMARK_SIZE = 56, 48, 36
_TEETH, _TOOTH = 30, 24  # of the tumpal at the lower edge: how many, and their height
_DASHES = re.compile("[\u2010-\u2015]")
FONT_EXTRAS = "\u00b7\u2018\u2019\u201c\u201d"  # middle dot and quotation marks


@dataclass(frozen=True)
class PreviewText:
    """What a picture says."""

    heading: str
    name: str  # of the site
    office: str
    remark: str  # that nobody has approved the site yet; empty when somebody has


def preview(text: PreviewText, ground: str, *, emblem: Image.Image | None = None) -> Image.Image:
    """Draws the picture on the office's colour, with its emblem in place of the mark."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), ground)
    pen = ImageDraw.Draw(picture)
    ink, sun = mark_colors()
    quiet = mixed(ink, ground, share=0.82)
    _draw_tumpal(pen, sun)
    if emblem:
        icon, place, gap = emblem_icon(emblem, _MARK - _INSIDE), (_EDGE, _TOP + _INSIDE // 2), 16
    else:
        icon, place, gap = mark(_MARK, ground, fills=True), (_EDGE - _INSIDE, _TOP), 4
    picture.paste(icon.convert("RGB"), place)
    beside = _EDGE + _MARK + gap, _TOP + _MARK // 2
    pen.text(beside, drawable(text.name), ink, _font(_NAME_SIZE), anchor="lm")
    size, lines = _fitted(drawable(text.heading), pen)
    top = _HEADING_TOP
    for line in lines:
        pen.text((_EDGE, top), line, ink, _font(size), anchor="la", stroke_width=1)
        top += round(size * _LEADING)
    low = HEIGHT - _TOOTH - 40
    if text.remark:
        pen.text((_EDGE, low), drawable(text.remark), quiet, _font(_REMARK_SIZE), anchor="ls")
        low -= 52
    pen.text((_EDGE, low), drawable(text.office), ink, _font(_OFFICE_SIZE), anchor="ls")
    colors = _EMBLEM_COLORS if emblem else _COLORS
    # Coverage: a third of the time of the median cut, and a tenth fewer bytes; it looks the same.
    return picture.quantize(colors, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def drawable(text: str) -> str:
    """Keeps what the font has: letters lose their marks, dashes become hyphens."""
    plain = unicodedata.normalize("NFKD", _DASHES.sub("-", text))
    kept = "".join(c for c in plain if c.isascii() or c in FONT_EXTRAS)
    return " ".join(kept.split())


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _fitted(text: str, pen: ImageDraw.ImageDraw) -> tuple[int, list[str]]:
    """Finds the largest size in which a text fits, and its lines; cuts what never fits."""
    for size in _HEADING_SIZES:
        lines = _wrapped(text, pen, size)
        widest = max((pen.textlength(line, _font(size)) for line in lines), default=0)
        room = min(_LINES, _HEADING_ROOM // round(size * _LEADING))
        if len(lines) <= room and widest <= WIDTH - 2 * _EDGE:
            return size, lines
    return size, lines[:_LINES]


def _wrapped(text: str, pen: ImageDraw.ImageDraw, size: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, _font(size)) <= WIDTH - 2 * _EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_tumpal(pen: ImageDraw.ImageDraw, color: str) -> None:
    """Draws the row of triangles that closes a woven cloth, as below the head of the home page."""
    step = WIDTH / _TEETH
    for n in range(_TEETH):
        left = n * step
        foot, top = HEIGHT, HEIGHT - _TOOTH
        pen.polygon([(left, foot), (left + step / 2, top), (left + step, foot)], fill=color)
