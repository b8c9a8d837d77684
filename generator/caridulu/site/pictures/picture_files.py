"""Pictures that the build draws for one site, each named after its content."""

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
from caridulu.site.urls import ASSETS, FAVICON, content_hash

HOME_SCREEN = ("icon-192", "icon-512", "icon-maskable-512")  # sizes that telephones ask for
_TOUCH = "apple-touch-icon-180"
_FAVICON = 32  # pixels

Draw = Callable[[], Image.Image]


@dataclass(frozen=True)
class Pictures:
    """The pictures of a site, and the site paths that pages name."""

    home_screen: tuple[str, ...]  # for the app's manifest
    touch_icon: str
    previews: Mapping[str, str]  # of categories by id, and of the office under ""
    contents: Mapping[str, bytes]  # by site path


def pictures_of(knowledge: KnowledgeBase, cache: TextCache) -> Pictures:
    """Draws the pictures of a site; previews only when it has an address that others can open."""
    office, emblem = knowledge.office, knowledge.emblem
    ground, own = brand_color(office), emblem.digest if emblem else ""
    program = source_digest("caridulu.site.pictures")
    decides = (program, PIL.__version__, mark_svg(office), ground, own)
    contents: dict[str, bytes] = {}

    def add(name: str, draw: Draw, text: str = "") -> str:
        content = cache.get_bytes(digest(*decides, name, text), lambda: _encoded(draw(), "PNG"))
        path = f"{ASSETS}{name}.{content_hash(content)}.png"
        contents[path] = content
        return path

    icons = {
        name: add(name, partial(_icon, name, ground, emblem)) for name in (*HOME_SCREEN, _TOUCH)
    }
    texts = preview_texts(knowledge) if office.site_url else {}
    previews = {
        name: add("preview", partial(_preview, text, ground, emblem), repr(text))
        for name, text in texts.items()
    }
    contents[FAVICON] = cache.get_bytes(
        digest(*decides, FAVICON), lambda: _encoded(mark(_FAVICON, ground), "ICO")
    )
    home_screen = tuple(icons[name] for name in HOME_SCREEN)
    return Pictures(home_screen, icons[_TOUCH], previews, contents)


def preview_texts(knowledge: KnowledgeBase) -> dict[str, PreviewText]:
    """Returns what the pictures of the office and of its topics say, by category."""
    used = {entry.category for entry in knowledge.published}
    names = {each.id: each.name for each in knowledge.categories if each.id in used}
    headings = {"": message("site.home_title"), **names}
    return {name: _text(heading, knowledge.office) for name, heading in headings.items()}


def _text(heading: str, office: Office) -> PreviewText:
    is_trial = office.approval.is_trial
    remark = message("site.trial", office=office.name) if is_trial else ""
    return PreviewText(heading, message("site.name"), office.name, remark)


def _opened(emblem: Attachment | None) -> Image.Image | None:
    return opened_picture(emblem.path.read_bytes()) if emblem else None


def _preview(text: PreviewText, ground: str, emblem: Attachment | None) -> Image.Image:
    return preview(text, ground, emblem=_opened(emblem))


def _icon(name: str, ground: str, emblem: Attachment | None) -> Image.Image:
    size = int(name.rpartition("-")[2])
    if image := _opened(emblem):
        return emblem_icon(image, size, fills=name == _TOUCH or "maskable" in name)
    return mark(size, ground, fills=name == _TOUCH, maskable="maskable" in name)


def _encoded(picture: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    if kind == "ICO":
        picture.save(file, kind, sizes=[picture.size])
    else:
        picture.save(file, kind, compress_level=8)  # 9: a twentieth less in twice the time
    return file.getvalue()
