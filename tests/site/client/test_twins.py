"""Twins keep twin names: what a browser module exports, its Python twin defines, in one order."""

import inspect
import re
from types import ModuleType

import pytest

from caridulu.curation.exports import handover_line
from caridulu.site.client.asset_files import browser_sources
from caridulu.site.handover import channels, contact_links, handover_message

TWINS = {
    "handover/handover_line": handover_line,
    "handover/handover_message": handover_message,
    "handover/contact_links": contact_links,
    "handover/channels": channels,
}
ONLY_BROWSER = {
    *("fill_place", "entry_handover", "search_handover"),  # there they are Jinja templates
    *("message_whatsapp_link", "message_mailto_link"),  # they cut what is typed
}


def snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize(("path", "twin"), TWINS.items(), ids=TWINS)
def test_twins_have_the_same_names_in_the_same_order(path: str, twin: ModuleType) -> None:
    exported = re.findall(r"^export (?:const|function) (\w+)", browser_sources()[path], re.M)
    names = [name for name in map(snake_case, exported) if name not in ONLY_BROWSER]
    defined = [
        name
        for name, value in vars(twin).items()
        if inspect.isfunction(value) and value.__module__ == twin.__name__
    ]
    assert names
    assert names == [name for name in defined if name in names]
