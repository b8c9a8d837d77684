"""Icons of Material's package: for the eye only, since the words beside them say the same.

Those of every page are drawn by the style sheet, in the colour of the words beside them; those of
channels and of the service standard come from one file. A site without Material is the same site
without icons.
"""

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.rules.icon_names import material_templates

STYLE_ICONS = {  # by the elements that begin with one
    ".box,.to-search": "material/magnify",
    ".to-topics": "material/shape-outline",
    ".to-letters": "material/sort-alphabetical-ascending",
    ".call": "material/message-text-outline",
    ".flag": "material/flag-outline",
    ".print": "material/printer-outline",
}
ICONS = (
    "material/alert-outline",
    "material/bullhorn-outline",
    "material/calendar-check-outline",
    "material/cash-check",
    "material/clipboard-check-outline",
    "material/clock-outline",
    "material/email-outline",
    "material/form-select",
    "material/inbox-arrow-down-outline",
    "material/map-marker-outline",
    "material/phone-outline",
    "material/store-clock-outline",
    "material/web",
    "simple/whatsapp",
)
_WITHOUT_ICONS = (  # closes the room that the style sheet keeps for them
    ".search .box input{padding-left:.875rem}.channels ul li>p{padding-left:1rem}\n"
)
_SVG = "http://www.w3.org/2000/svg"
_ATTRIBUTES = 'class="icon" aria-hidden="true"'


@cache
def icon_source(name: str) -> str:
    """Reads Material's SVG of an icon such as ``material/magnify``; empty without Material."""
    folder = material_templates()
    path = folder / ".icons" / f"{name}.svg" if folder else None
    return path.read_text("utf-8") if path and path.is_file() else ""


def drawing(name: str) -> str:
    """Gives the path data of an icon; empty without Material."""
    found = re.search(r' d="([^"]+)"', icon_source(name))
    return found.group(1) if found else ""


def icon_style() -> str:
    """Writes rules that draw the icons of every page; ``icon`` rules of the style sheet place them.

    The drawing is a mask over the colour of the text. It travels in the rule: another file would
    cost a journey, and from a folder (``file://``) none may be a mask. Without Material the rules
    leave no gaps instead.
    """
    drawings = {_before(places): drawing(icon) for places, icon in STYLE_ICONS.items()}
    rules = [f"{places}{{--icon:url({_data(path)})}}" for places, path in drawings.items() if path]
    if not rules:
        return _WITHOUT_ICONS
    shape = "var(--icon) center/contain no-repeat"
    frame = "content:'';flex:none;width:1.25em;height:1.25em;background:currentColor"
    return f"{','.join(drawings)}{{{frame};-webkit-mask:{shape};mask:{shape}}}{''.join(rules)}\n"


def mark_style(svg: str) -> str:
    """Writes the rule that draws the site's own mark."""
    return f".mark{{background-image:url({_quoted(svg.strip())})}}\n"


def _before(places: str) -> str:
    return f"{places}::before".replace(",", "::before,")


def _data(path: str) -> str:
    svg = f"<svg xmlns='{_SVG}' viewBox='0 0 24 24'><path d='{path}'/></svg>"
    return _quoted(svg)


def _quoted(svg: str) -> str:
    """An image as the address of itself."""
    single = svg.replace('"', "'")
    return f'"data:image/svg+xml,{quote(single, safe=" /:=")}"'.replace("%27", "'")


def sprite(icons: Iterable[str]) -> str:
    """Puts icons into one file, each a symbol; empty without Material."""
    symbols = "".join(map(_symbol, icons))
    return f'<svg xmlns="{_SVG}">{symbols}</svg>\n' if symbols else ""


def icon_id(name: str) -> str:
    """Gives the name of an icon inside its sprite."""
    return name.rpartition("/")[2]


def _symbol(name: str) -> str:
    inner = re.sub(r"<svg [^>]*?(viewBox=\"[^\"]*\")[^>]*>", r"\1>", icon_source(name))
    return f'<symbol id="{icon_id(name)}" {inner.replace("</svg>", "</symbol>")}' if inner else ""


def icons_of(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Lists the icons of a site: those of every site, and those that the office chose."""
    office = (task.icon for task in knowledge.office.tasks)
    shelves = (category.icon for category in knowledge.categories if category.icon)
    return tuple(dict.fromkeys((*ICONS, *office, *shelves)))


@pass_context
def page_icon(context: Context, name: str) -> Markup:
    """Draws an icon of a page, from the site's one file of icons if there is one."""
    if name not in context["icons"]:
        raise KeyError(name)
    path = context["assets"].sprite
    if path is None:
        return inline_icon(name)
    use = f'<use href="{context["url"](path)}#{icon_id(name)}"/>'
    return Markup(f"<svg {_ATTRIBUTES}>{use}</svg>")


def inline_icon(name: str) -> Markup:
    """Draws an icon where it stands; nothing without Material."""
    return Markup(re.sub(r"<svg [^>]*?(viewBox=)", rf"<svg {_ATTRIBUTES} \1", icon_source(name)))
