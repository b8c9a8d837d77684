"""How well messages are grouped by what they ask, beside the groups that a reader made.

    python -m tests.benchmarks.gap_groups [FILE ...] [--kb DIR] [--list]

FILE has lines with tabs under a heading: "message", "group", and others that are not read. Without
one, the logs of tests/benchmarks/questions are read. A message is read as `caridulu gaps
--questions` reads it; one that says nothing of a search and asks nothing counts as it stands, as
the words do that the site writes into a message. --kb names another office's folder than this one.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from caridulu.curation.lifecycle.meaning_groups import groups_of
from caridulu.curation.lifecycle.sought_messages import asked_in, sought_in
from caridulu.curation.project import Project, open_project
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import Redactor, placeholders
from tests import TODAY

LOGS = sorted((Path(__file__).parent / "questions").glob("gaps-*.tsv"))


@dataclass(frozen=True)
class Agreement:
    """How far found groups of one log are those of its reader; a group of one is a single."""

    groups: int  # the reader's, of two or more
    exact: int  # of these, found with exactly their messages
    singles: int
    alone: int  # of these, found alone
    pairs: int  # of messages in one group of the reader's
    found: int  # pairs in one found group
    right: int  # pairs in both

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.pairs if self.pairs else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*", default=LOGS)
    parser.add_argument("--kb", type=Path, default=Path())
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    project = open_project(options.kb, today=TODAY)
    for path in options.files:
        messages, truth = read_log(path)
        found = found_groups(messages, project)
        if options.list:
            for line in differences(messages, truth, found):
                print(line)
        print(f"{path.name}: {_told(agreement(truth, found))}")


def read_log(path: Path) -> tuple[list[str], list[str]]:
    """Reads messages and the names of their groups."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row["message"] for row in rows], [row["group"] for row in rows]


def found_groups(messages: Iterable[str], project: Project) -> list[int]:
    """Gives each message the number of its group; the same words are one phrasing."""
    phrases = [_phrase(text, project.redactor) for text in messages]
    different = {fold_phrase(phrase): phrase for phrase in phrases}
    groups = groups_of([*different.values()], project.index)
    group = {n: number for number, one in enumerate(groups) for n in one}
    numbers = dict(zip(different, map(group.__getitem__, range(len(different))), strict=True))
    return [numbers[fold_phrase(phrase)] for phrase in phrases]


def _phrase(text: str, redactor: Redactor) -> str:
    said = next(sought_in(text), None) or asked_in(text, redactor)
    phrase = said.phrases[0] if said and said.phrases else text
    return placeholders().sub(" ", redactor.redacted(phrase, asked=True))


def agreement(truth: Sequence[Hashable], found: Sequence[Hashable]) -> Agreement:
    """Compares two groupings of the same messages."""
    theirs, ours = _sets(truth), {frozenset(one) for one in _sets(found)}
    singles = [one for one in theirs if len(one) == 1]
    groups = [one for one in theirs if len(one) > 1]
    pairs = set().union(*(combinations(one, 2) for one in map(sorted, theirs)))
    joined = set().union(*(combinations(one, 2) for one in map(sorted, ours)))
    return Agreement(
        groups=len(groups),
        exact=sum(frozenset(one) in ours for one in groups),
        singles=len(singles),
        alone=sum(frozenset(one) in ours for one in singles),
        pairs=len(pairs),
        found=len(joined),
        right=len(pairs & joined),
    )


def differences(
    messages: Sequence[str], truth: Sequence[str], found: Sequence[int]
) -> Iterable[str]:
    """Lists the reader's groups that were not found, with the found group of each message."""
    ours = {frozenset(one) for one in _sets(found)}
    for one in _sets(truth):
        if frozenset(one) not in ours:
            yield f"-- {truth[one[0]]}"
            yield from (f"   {found[n]:3} {messages[n]}" for n in one)


def _sets(names: Sequence[Hashable]) -> list[list[int]]:
    positions = defaultdict[Hashable, list[int]](list)
    for n, name in enumerate(names):
        positions[name].append(n)
    return [*positions.values()]


def _told(one: Agreement) -> str:
    return (
        f"exact {one.exact}/{one.groups} = {one.exact / max(1, one.groups):.2f}, "
        f"pairs precision {one.precision:.2f} recall {one.recall:.2f} F1 {one.f1:.2f}, "
        f"singles alone {one.alone}/{one.singles} = {one.alone / max(1, one.singles):.2f}"
    )


if __name__ == "__main__":
    main()
