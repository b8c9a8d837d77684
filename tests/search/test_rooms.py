"""Imports between the rooms of the search run one way."""

import re

from tests import ROOT

ROOMS = ("analysis", "index", "query", "publish", "quality")
SEARCH = ROOT / "generator" / "caridulu" / "search"


def test_a_room_imports_only_from_rooms_before_it() -> None:
    backward = [
        f"{path.relative_to(SEARCH)}: {imported}"
        for place, room in enumerate(ROOMS)
        for path in sorted((SEARCH / room).glob("*.py"))
        for imported in re.findall(r"caridulu\.search\.(\w+)\.", path.read_text("utf-8"))
        if imported in ROOMS[place + 1 :]
    ]
    assert backward == []
