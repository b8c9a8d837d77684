"""Icons of Material's package; decorative, as the words beside them say the same.

Those of every page are drawn by the style sheet, in the colour of the words beside them; others
where they stand, which costs less than a journey: a page goes on arriving while its style sheet is
asked for. A site without Material is the same site without icons.
"""

import re
from functools import cache
from urllib.parse import quote

from markupsafe import Markup

from caridulu.knowledge.rules.office.icon_names import material_templates

STYLE_ICONS = {  # by the elements that begin with one
    ".box,.to-search": "material/magnify",
    ".to-topics": "material/shape-outline",
    ".to-letters": "material/sort-alphabetical-ascending",
    ".call": "material/message-text-outline",
    ".flag": "material/flag-outline",
    ".print": "material/printer-outline",
}
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
    """Returns the path data of an icon; empty without Material."""
    found = re.search(r' d="([^"]+)"', icon_source(name))
    return found.group(1) if found else ""


def icon_style() -> str:
    """Writes rules that draw the icons of every page; ``icon`` rules of the style sheet place them.

    The drawing is a mask over the colour of the text. It travels in the rule: another file would
    cost a journey, and from a folder (``file://``) none may be a mask. Without Material the rules
    leave no gaps instead.
    """
    drawings = {
        f"{places}::before".replace(",", "::before,"): drawing(icon)
        for places, icon in STYLE_ICONS.items()
    }
    svg = f"<svg xmlns='{_SVG}' viewBox='0 0 24 24'><path d='{{}}'/></svg>"
    rules = [
        f"{places}{{--icon:url({_quoted(svg.format(path))})}}"
        for places, path in drawings.items()
        if path
    ]
    if not rules:
        return _WITHOUT_ICONS
    shape = "var(--icon) center/contain no-repeat"
    frame = "content:'';flex:none;width:1.25em;height:1.25em;background:currentColor"
    return f"{','.join(drawings)}{{{frame};-webkit-mask:{shape};mask:{shape}}}{''.join(rules)}\n"


def mark_style(svg: str) -> str:
    """Writes the rule that draws the site's own mark."""
    return f".mark{{background-image:url({_quoted(svg.strip())})}}\n"


def _quoted(svg: str) -> str:
    """Writes an SVG image as a data address."""
    single = svg.replace('"', "'")
    return f'"data:image/svg+xml,{quote(single, safe=" /:=")}"'.replace("%27", "'")


def inline_icon(name: str) -> Markup:
    """Draws an icon where it stands; nothing without Material."""
    return Markup(re.sub(r"<svg [^>]*?(viewBox=)", rf"<svg {_ATTRIBUTES} \1", icon_source(name)))
