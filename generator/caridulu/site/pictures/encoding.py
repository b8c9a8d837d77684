"""A picture of the office -> the picture that visitors get: small, and without what cameras add.

Nothing but pixels goes through: no place, no date, no name of a camera or a person.
"""

from io import BytesIO

from PIL import Image, ImageOps

from caridulu.knowledge.attachments import FORMATS
from caridulu.knowledge.model import AttachmentKind

WIDEST, HIGHEST = 1280, 3840  # pixels; a telephone shows fewer
LIGHT = 200_000  # bytes
_QUALITIES = (82, 70, 55, 40)  # of WebP, until a picture is light; below 40 it is a smear
_KEPT_QUALITY = 90  # of what the editor keeps: the build encodes it once more
EMBLEM = 128  # pixels: three times its height in the head of pages


def fitted_size(width: int, height: int) -> tuple[int, int]:
    """Tells how large a picture is published."""
    share = min(1.0, WIDEST / width, HIGHEST / height)
    return max(1, round(width * share)), max(1, round(height * share))


def opened_picture(content: bytes) -> Image.Image:
    """Decodes a picture that has been checked, upright, with no more than its pixels."""
    with Image.open(BytesIO(content), formats=tuple(FORMATS.values())) as image:
        upright = ImageOps.exif_transpose(image)
    clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    plain = upright.convert("RGBA" if clear else "RGB")
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare


def fitted(image: Image.Image) -> Image.Image:
    """Makes a picture as large as it is published."""
    size = fitted_size(*image.size)
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def published_picture(content: bytes, kind: AttachmentKind) -> bytes:
    """Encodes a picture for visitors: WebP, drawings without loss where that is light enough."""
    image = fitted(opened_picture(content))
    if kind is AttachmentKind.PNG:
        exact = _webp(image, lossless=True)
        if len(exact) <= LIGHT:
            return exact
    encoded = b""
    for quality in _QUALITIES:
        encoded = _webp(image, quality=quality)
        if len(encoded) <= LIGHT:
            break
    return encoded


def published_emblem(content: bytes) -> bytes:
    """Encodes an emblem for the head of pages."""
    return _webp(emblem_of(content), lossless=True)


def emblem_of(content: bytes) -> Image.Image:
    """Makes an emblem as large as the head of pages needs it."""
    image = opened_picture(content)
    return image.resize(emblem_size(*image.size), Image.Resampling.LANCZOS)


def emblem_size(width: int, height: int) -> tuple[int, int]:
    """Tells how large an emblem is published: no side longer than ``EMBLEM``."""
    share = EMBLEM / max(width, height)
    return max(1, round(width * share)), max(1, round(height * share))


def kept_picture(content: bytes, kind: AttachmentKind) -> bytes:
    """Encodes a picture for the project: as large as it is published, in its own format."""
    image, file = fitted(opened_picture(content)), BytesIO()
    if kind is AttachmentKind.PNG:
        image.save(file, FORMATS[kind], optimize=True)
    else:
        image = image.convert("RGB") if kind is AttachmentKind.JPEG else image
        image.save(file, FORMATS[kind], quality=_KEPT_QUALITY)
    return file.getvalue()


def _webp(image: Image.Image, *, quality: int = 80, lossless: bool = False) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", quality=quality, lossless=lossless, method=6)
    return file.getvalue()
