"""Contrast of two colours, as WCAG 2.2 defines it: from 1 to 21."""

from PIL.ImageColor import getrgb

READABLE = 4.5  # success criterion 1.4.3, for text of ordinary size
_STEPS = 100


def contrast(one: str, other: str) -> float:
    """Returns the contrast of two colours written as ``#rrggbb``."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def darker_for_white(color: str) -> str:
    """Returns the lightest shade of a colour on which white text can be read."""
    parts = getrgb(color)
    shades = (
        "#" + "".join(f"{part * step // _STEPS:02x}" for part in parts)
        for step in range(_STEPS, -1, -1)
    )
    return next(shade for shade in shades if contrast(shade, "#ffffff") >= READABLE)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part / 255) for part in getrgb(color)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    """Converts one part of an sRGB colour to linear light."""
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
