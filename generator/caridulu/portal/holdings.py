"""Shared entries -> for each office a file that says which entries it has, and what it says itself.

    {"entries": "0-88,95", "own": {"key": ["id", "question", "beginning of the answer"], ...}}

A browser fetches it when a question names the office, or the visitor has put it first.
"""

import json
from collections.abc import Mapping, Sequence

from caridulu.portal.merging import SharedEntry, ranges


def holding_files(entries: Sequence[SharedEntry], offices: int) -> dict[str, str]:
    """Writes the files of offices 0, 1, ... by name; entries are in the order of their numbers."""
    held: list[list[int]] = [[] for _ in range(offices)]
    own: list[dict[str, list[str]]] = [{} for _ in range(offices)]
    for number, shared in enumerate(entries):
        for office in shared.offices:
            held[office].append(number)
        for office, entry in shared.own.items():
            own[office][shared.key] = [entry.id, entry.title, entry.snippet]
    return {f"{n}.json": _text({"entries": ranges(held[n]), "own": own[n]}) for n in range(offices)}


def _text(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
