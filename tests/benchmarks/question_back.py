"""How much one question back helps: success@1 before it, and after the tap.

    python -m tests.benchmarks.question_back FILE [--entries FILE] [--lines even|odd] [--list]

Searches the knowledge base of this folder. FILE has lines with tabs under a heading: "query", and
either "outcome" and "entries", where those with the outcome "answer" are asked, or "rows", which
--entries leads to entries, a row and an id a line. A visitor taps the choice that is right, and
none if none is.
"""

import argparse
import csv
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.question_back import choices_of
from caridulu.search.query.ranking import search
from tests.benchmarks.question_sets import own_knowledge


@dataclass(frozen=True)
class Asked:
    """A question, the ids of its entries, and what came of it."""

    query: str
    choices: tuple[str, ...]
    first_right: bool
    among: bool
    right_after: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--entries", type=Path)
    parser.add_argument("--lines", choices=["even", "odd"])
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    index = SearchIndex.of_knowledge(own_knowledge())
    questions = read_questions(options.file, options.entries, options.lines)
    results = [asked(index, query, entries) for query, entries in questions]
    if options.list:
        for each in results:
            if each.choices:
                print(" " if each.among else "-", each.query, each.choices, sep="\t")
    back = [each for each in results if each.choices]
    print(f"questions {len(results)}, asked back {share(len(back), len(results))}")
    print(f"right entry among the choices {share(sum(e.among for e in back), len(back))}")
    for name, group in (("all", results), ("asked back", back)):
        before, after = sum(e.first_right for e in group), sum(e.right_after for e in group)
        print(
            f"success@1, {name}: {share(before, len(group))}, "
            f"after the tap {share(after, len(group))}"
        )
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def read_questions(
    file: Path, entries: Path | None, lines: str | None
) -> list[tuple[str, frozenset[str]]]:
    """Returns questions that entries answer, with the ids of these."""
    known: Mapping[str, str] = dict(rows_of(entries)) if entries else {}
    found = []
    with file.open(encoding="utf-8", newline="") as text:
        rows = csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        for line, row in enumerate(rows, 2):
            if lines and (line % 2 == 0) != (lines == "even"):
                continue
            if entries:
                ids = {known[each] for each in row["rows"].split(",") if each in known}
            else:
                ids = set(row["entries"].split(",")) if row["outcome"] == "answer" else set()
            if ids:
                found.append((row["query"], frozenset(ids)))
    return found


def rows_of(file: Path) -> list[list[str]]:
    return [line.split("\t")[:2] for line in file.read_text("utf-8").splitlines()[1:]]


def asked(index: SearchIndex, query: str, entries: frozenset[str]) -> Asked:
    """Searches, and once more after the tap on the choice that is right."""
    result = search(index, query)
    items = [index.items[hit.entry] for hit in result.hits]
    choices = choices_of(index, result, [i.question for i in items], [i.id for i in items])
    before = first_of(index, query) in entries
    right = [c for c in choices if index.items[c.entry].id in entries]
    after = before if not right else first_of(index, right[0].query) in entries
    return Asked(query, tuple(c.label for c in choices), before, bool(right), after)


def first_of(index: SearchIndex, query: str) -> str | None:
    hits = search(index, query, limit=1).hits
    return index.items[hits[0].entry].id if hits else None


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / max(1, whole):.3f}"


if __name__ == "__main__":
    main()
