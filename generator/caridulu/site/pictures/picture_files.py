"""Pictures of one site by site path, drawn when they are asked for and kept for the next build.

A name carries a hash of what decides the picture, not of its bytes: another version of the
compression library gives other bytes, and the pages that name the picture stay the same.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO

import PIL
from PIL import Image

from caridulu.knowledge.model import Attachment, KnowledgeBase, Office
from caridulu.knowledge.text_cache import TextCache, digest, source_digest
from caridulu.messages import message
from caridulu.site.html.identity import brand_color
from caridulu.site.pictures.encoding import opened_picture
from caridulu.site.pictures.mark import emblem_icon, mark, mark_svg
from caridulu.site.pictures.previews import PreviewText, preview
from caridulu.site.urls import ASSETS, FAVICON

HOME_SCREEN = ("icon-192", "icon-512", "icon-maskable-512")  # sizes that telephones ask for
_TOUCH = "apple-touch-icon-180"
_FAVICON = 32  # pixels
_NAME = 12  # letters of a hash

Draw = Callable[[], Image.Image]


@dataclass(frozen=True)
class Pictures:
    """Site paths of pictures, and how each is made."""

    home_screen: tuple[str, ...]  # for the app's manifest
    touch_icon: str
    previews: Mapping[str, str]  # of categories by id, and of the office under ""
    makers: Mapping[str, Callable[[], bytes]]


def pictures_of(knowledge: KnowledgeBase, cache: TextCache) -> Pictures:
    """Lists the pictures of a site; previews only when it has an address that others can open."""
    office = knowledge.office
    ground, svg, emblem = brand_color(office), mark_svg(office), _Emblem.of(knowledge)
    program = digest(source_digest("caridulu.site.pictures"), PIL.__version__, svg)
    makers: dict[str, Callable[[], bytes]] = {}

    def add(name: str, draw: Draw, *decides: str) -> str:
        key = digest(program, name, ground, *decides, *emblem.decides)
        path = f"{ASSETS}{name}.{key[:_NAME]}.png"
        makers[path] = partial(_kept, cache, key, draw)
        return path

    icons = {
        name: add(name, partial(_icon, name, ground, emblem)) for name in (*HOME_SCREEN, _TOUCH)
    }
    texts = preview_texts(knowledge) if office.site_url else {}
    previews = {
        name: add("preview", partial(_preview, text, ground, emblem), repr(text))
        for name, text in texts.items()
    }
    key = digest(program, FAVICON, ground)
    makers[FAVICON] = partial(_kept, cache, key, partial(mark, _FAVICON, ground), "ICO")
    home_screen = tuple(icons[name] for name in HOME_SCREEN)
    return Pictures(home_screen, icons[_TOUCH], previews, makers)


def preview_texts(knowledge: KnowledgeBase) -> dict[str, PreviewText]:
    """What the pictures of the office and of its topics say, by category."""
    used = {entry.category for entry in knowledge.published}
    names = {each.id: each.name for each in knowledge.categories if each.id in used}
    headings = {"": message("site.home_title"), **names}
    return {name: _text(heading, knowledge.office) for name, heading in headings.items()}


def _text(heading: str, office: Office) -> PreviewText:
    is_trial = office.approval.is_trial
    remark = message("site.trial", office=office.name) if is_trial else ""
    return PreviewText(heading, message("site.name"), office.name, remark)


@dataclass(frozen=True)
class _Emblem:
    """The office's own emblem, read when a picture is drawn."""

    attachment: Attachment | None

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> "_Emblem":
        return cls(knowledge.emblem)

    @property
    def decides(self) -> tuple[str, ...]:
        return (self.attachment.digest,) if self.attachment else ()

    def image(self) -> Image.Image | None:
        return opened_picture(self.attachment.path.read_bytes()) if self.attachment else None


def _preview(text: PreviewText, ground: str, emblem: _Emblem) -> Image.Image:
    return preview(text, ground, emblem=emblem.image())


def _icon(name: str, ground: str, emblem: _Emblem) -> Image.Image:
    size = int(name.rpartition("-")[2])
    if image := emblem.image():
        return emblem_icon(image, size, fills=name == _TOUCH or "maskable" in name)
    return mark(size, ground, fills=name == _TOUCH, maskable="maskable" in name)


def _kept(cache: TextCache, key: str, draw: Draw, kind: str = "PNG") -> bytes:
    return b64decode(cache.get(key, lambda: b64encode(_bytes(draw(), kind)).decode()))


def _bytes(picture: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    if kind == "ICO":
        picture.save(file, kind, sizes=[picture.size])
    else:
        picture.save(file, kind, compress_level=8)  # 9: a twentieth less in twice the time
    return file.getvalue()
