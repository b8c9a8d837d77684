"""Previews of an answer or a page, by the site's own renderer and the office's facts."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from caridulu.editor.addresses import ATTACHMENTS, ENTRY_ADDRESS
from caridulu.editor.fields.form_fields import ENTRY, PAGE
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.model import Attachment
from caridulu.knowledge.rules.texts.facts import fill_in
from caridulu.knowledge.site_names import ATTACHED, FIXED_BLOCKS, SERVICE_BLOCKS
from caridulu.messages import Language, message
from caridulu.site.html.layout import Shell
from caridulu.site.html.markdown_html import Rendered, ShownPicture, render
from caridulu.site.pages.blocks import Blocks
from caridulu.site.pages.views import category_views
from caridulu.site.pictures.encoding import fitted_size
from caridulu.site.urls import Addresses, entry_path, page_path

_HERE = "#pratinjau"
_INSIDE = re.compile(r'href="(?!https?:|mailto:|tel:|#)[^"]*"')  # of a block: the site's own pages
FIELDS = {ENTRY: "answer", PAGE: "body"}  # by form: the field whose preview is shown


def fact_choices(snapshot: Snapshot) -> Mapping[str, str]:
    """Lists references such as ``{{ office.name }}``, each with the text that replaces it.

    The address of a channel and the limit of a service do not say whose they are: names do.
    """
    knowledge = snapshot.knowledge
    channels, services = (knowledge.office.channels, knowledge.services) if knowledge else ((), ())
    labels = {f"channel.{one.id}": one.label for one in channels}
    owners = {one.id for one in services}
    choices = {}
    for name, text in snapshot.loaded.facts.plain.items():
        shown = f"{labels[name]}: {text}" if name in labels else text
        is_of_service = name.partition(".")[0] in owners
        choices[_reference(name)] = f"{shown} ({name})" if is_of_service else shown
    return choices


def block_choices(snapshot: Snapshot, language: Language) -> Mapping[str, str]:
    """Lists blocks such as ``{{ block.featured }}``, each with its description."""
    services = snapshot.knowledge.services if snapshot.knowledge else ()
    named = {name: message(f"editor.block_{name}", language) for name in FIXED_BLOCKS}
    named |= {
        f"{kind}-{service.id}": message(f"editor.block_{kind}", language, service=service.name)
        for service in services
        for kind in SERVICE_BLOCKS
    }
    return {_reference(f"block.{name}"): text for name, text in named.items()}


def _reference(name: str) -> str:
    return f"{{{{ {name} }}}}"


def previewer(snapshot: Snapshot, kind: str) -> Callable[[str], Rendered]:
    """Makes a function that renders entries' answers or pages' bodies.

    It looks through the project only once; links lead to the forms they name.
    """
    knowledge = snapshot.knowledge
    site = Addresses.of(knowledge) if knowledge else Addresses()
    known = {row.id for row in snapshot.rows}
    block = None
    if kind == PAGE and knowledge:
        shell = Shell(knowledge, site=site)
        block = partial(_block, Blocks(knowledge, shell, partial(category_views, knowledge)))
    attached = snapshot.attachments.sound
    resolve, picture = partial(_resolve, site, known, attached), partial(_picture, attached)
    values = snapshot.loaded.facts.values
    return lambda text: render(fill_in(text, values), resolve=resolve, picture=picture, block=block)


def _block(blocks: Blocks, name: str, level: int) -> str | None:
    html = blocks.html(name, level, path=page_path("-"))
    return None if html is None else _INSIDE.sub(f'href="{_HERE}"', html)


def _picture(attached: Mapping[str, Attachment], href: str) -> ShownPicture | None:
    """Shows a picture from the project itself, as large as the site will."""
    found = attached.get(href.removeprefix(f"{ATTACHED}:"))
    if found is None or not found.kind.is_picture:
        return None
    return ShownPicture(f"{ATTACHMENTS}/{found.name}", *fitted_size(found.width, found.height))


def _resolve(
    site: Addresses, known: set[str], attached: Mapping[str, Attachment], href: str
) -> str | None:
    name = href.partition("#")[0]
    if name.removeprefix(f"{ATTACHED}:") in attached:
        return f"{ATTACHMENTS}/{name.removeprefix(f'{ATTACHED}:')}"
    if name.startswith("entri:") and name.removeprefix("entri:") in known:
        return ENTRY_ADDRESS + name.removeprefix("entri:")
    address = site.resolve(entry_path("-"), href)
    if address is None or address.startswith(("http:", "https:", "mailto:", "tel:")):
        return address
    return _HERE
