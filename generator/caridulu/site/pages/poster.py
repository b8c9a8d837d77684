"""The sheet for the counter: A4, to print from any browser, with a QR code to the search page.

One HTML file that needs nothing beside it. It is printed, not published, so it may style itself.
"""

import segno
from markupsafe import Markup

from caridulu.knowledge.model import Channel, ChannelKind, KnowledgeBase, Office, Purpose
from caridulu.messages import message
from caridulu.site.handover.channels import is_unconfirmed
from caridulu.site.html.identity import brand_color
from caridulu.site.html.layout import THEME, Shell
from caridulu.site.pages.views import tiles
from caridulu.site.urls import SEARCH, Addresses, site_address

_LINKED_ONLY = frozenset({ChannelKind.FORM})  # an address nobody can type from paper


def poster_sheet(knowledge: KnowledgeBase) -> str:
    office = knowledge.office
    address = site_address(office)
    service = next(iter(knowledge.services), None)
    shell = Shell(knowledge, site=Addresses.of(knowledge))
    return shell.fragment(
        "poster.html",
        path="",
        style=_style(office),
        code=qr_code(address + SEARCH) if address else None,
        address=address.removeprefix("https://").rstrip("/") if address else None,
        service=service,
        tiles=tiles(service, office) if service else (),
        consultation=_printable(knowledge, Purpose.CONSULTATION),
        complaint=_printable(knowledge, Purpose.COMPLAINT),
    )


def _style(office: Office) -> Markup:
    """Writes the sheet's own style, in the office's colour."""
    rules = (THEME / "poster.css").read_text("utf-8")
    return Markup(f":root {{ --brand: {brand_color(office)} }}\n{rules}")


def qr_code(address: str) -> Markup:
    """Draws the address as a QR code; error level M survives a crease or a stain."""
    code = segno.make(address, error="m", micro=False)
    label = message("site.search_title")
    return Markup(code.svg_inline(border=2, omitsize=True, title=label, svgclass=None))


def _printable(knowledge: KnowledgeBase, purpose: Purpose) -> tuple[Channel, ...]:
    """Lists confirmed channels only: paper cannot be corrected."""
    return tuple(
        channel
        for channel in knowledge.office.channels_for(purpose)
        if channel.address and not is_unconfirmed(channel) and channel.kind not in _LINKED_ONLY
    )
