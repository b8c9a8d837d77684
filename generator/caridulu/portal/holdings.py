"""Shared entries -> for each office a file that says which entries it has, and what it says itself.

    {"entries": "0-88,95", "adjusted": "95", "own": {"key": ["id", "question", "snippet"], ...}}

An entry that only has another id there is ``["id"]``.

A browser fetches it when a question names the office, or the visitor has put it first.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caridulu.portal.merging import SharedEntry, ranges
from caridulu.search.publish.published_index import short_name

# Folders, at the most: each has a name in the table of offices, 4 bytes in a first search.
MOST_GROUPS = 64


@dataclass(frozen=True)
class Holdings:
    """Files of what each office has; neighbours share a folder that is named by its content."""

    files: Mapping[str, str]  # by path below the index's folder of such names
    size: int  # offices in a folder
    names: str  # of the folders, one after the other


def holding_files(entries: Sequence[SharedEntry], numbers: Sequence[int], offices: int) -> Holdings:
    """Writes what each of so many offices has; ``numbers`` are those of the entries."""
    held: list[list[int]] = [[] for _ in range(offices)]
    adjusted: list[list[int]] = [[] for _ in range(offices)]
    own: list[dict[str, list[str]]] = [{} for _ in range(offices)]
    for number, shared in zip(numbers, entries, strict=True):
        for office in shared.offices:
            held[office].append(number)
        for office in shared.adjusted:
            adjusted[office].append(number)
        shown = [shared.entry.title, shared.entry.snippet]
        for office, entry in shared.own.items():
            said = [entry.title, entry.snippet]
            own[office][shared.key] = [entry.id, *(said if said != shown else ())]
    return _grouped(
        [
            _text({"entries": ranges(held[n]), "adjusted": ranges(adjusted[n]), "own": own[n]})
            for n in range(offices)
        ]
    )


def _grouped(texts: Sequence[str]) -> Holdings:
    size = max(1, math.ceil(len(texts) / MOST_GROUPS))
    groups = {at: short_name(texts[at : at + size]) for at in range(0, len(texts), size)}
    files = {f"o{groups[n - n % size]}/{n}.json": text for n, text in enumerate(texts)}
    return Holdings(files, size, "".join(groups.values()))


def _text(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
