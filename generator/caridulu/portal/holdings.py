"""Shared entries -> for each office a file that says which entries it has, and what it says itself.

    {"entries": "0-88,95", "adjusted": "95", "own": {"key": ["id", "question", "snippet"], ...}}

An entry that only has another id there is ``["id"]``.

A browser fetches it when a question names the office, or the visitor has put it first.
"""

import json
from collections.abc import Mapping, Sequence

from caridulu.portal.merging import SharedEntry, ranges


def holding_files(entries: Sequence[SharedEntry], offices: int) -> dict[str, str]:
    """Writes the files of offices 0, 1, ... by name; entries are in the order of their numbers."""
    held: list[list[int]] = [[] for _ in range(offices)]
    adjusted: list[list[int]] = [[] for _ in range(offices)]
    own: list[dict[str, list[str]]] = [{} for _ in range(offices)]
    for number, shared in enumerate(entries):
        for office in shared.offices:
            held[office].append(number)
        for office in shared.adjusted:
            adjusted[office].append(number)
        shown = [shared.entry.title, shared.entry.snippet]
        for office, entry in shared.own.items():
            said = [entry.title, entry.snippet]
            own[office][shared.key] = [entry.id, *(said if said != shown else ())]
    return {
        f"{n}.json": _text(
            {"entries": ranges(held[n]), "adjusted": ranges(adjusted[n]), "own": own[n]}
        )
        for n in range(offices)
    }


def _text(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
