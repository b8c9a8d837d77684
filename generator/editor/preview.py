"""An answer as visitors will read it: the site's own renderer, the office's own facts."""

from collections.abc import Mapping
from functools import partial

from generator.editor.sheets import ENTRY_ADDRESS
from generator.editor.workspace import Snapshot
from generator.knowledge import ServiceFile, check_path
from generator.knowledge.facts import Facts, facts_of, fill_in
from generator.site.addresses import Addresses, entry_path
from generator.site.markdown import Rendered, render

_HERE = "#pratinjau"


def facts(snapshot: Snapshot) -> Facts:
    """What can be referenced in answers."""
    office = snapshot.knowledge.office if snapshot.knowledge else None
    services = [
        check_path(path, ServiceFile, root=snapshot.root) for path in snapshot.layout.services
    ]
    return facts_of(office, services)


def fact_choices(snapshot: Snapshot) -> Mapping[str, str]:
    """References as they are typed, with the text that stands for them."""
    return {f"{{{{ {name} }}}}": text for name, text in facts(snapshot).values.items()}


def answer_html(snapshot: Snapshot, text: str) -> Rendered:
    """The answer's HTML; its links lead to the forms of what they name."""
    knowledge = snapshot.knowledge
    site = Addresses.of(knowledge) if knowledge else Addresses()
    known = {row.id for row in snapshot.rows}
    return render(fill_in(text, facts(snapshot)), resolve=partial(_resolve, site, known))


def _resolve(site: Addresses, known: set[str], href: str) -> str | None:
    name = href.partition("#")[0]
    if name.startswith("entri:") and name.removeprefix("entri:") in known:
        return ENTRY_ADDRESS + name.removeprefix("entri:")
    address = site.resolve(entry_path("-"), href)
    if address is None or address.startswith(("http:", "https:", "mailto:", "tel:")):
        return address
    return _HERE
