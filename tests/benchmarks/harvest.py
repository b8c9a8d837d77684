"""What an officer's clicks on imported questions are worth.

    python -m tests.benchmarks.harvest QUESTIONS.tsv MAP.tsv [--clicks 250] [--answers FILE]

QUESTIONS.tsv has the columns query, rows (best first), kind, difficulty; MAP.tsv row and entry id.
All aliases are taken from the knowledge base. Even lines are offered to their three likeliest
entries; a click takes the right one if it is among them. Prints MRR@10 of hard questions before and
after: of even lines, which were offered, and of odd lines, whose wording nobody has seen. With
--answers, a file of the columns query and answer, an even line is offered to what it finds together
with its answer, too; how the two are joined was chosen on the first half of these lines.

Measured on 468 questions of one writer, 234 of them offered. Without answers 191 are taken: hard
ones that were offered from .555 to .739, in other words from .592 to .614. With answers of another
writer, who saw the questions but neither entries nor code, 222 are taken: hard ones that were
offered to .954 (second half .974, in place of .800), in other words to .628. 77 of 81 hard ones are
offered to a right entry, in place of 56. With only the first eight words of each answer .920; with
answers that say nothing, as "bisa pak, silakan", .697.
"""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.phrasings import Offers, Waiting
from caridulu.knowledge import Entry, KnowledgeBase
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search
from tests.benchmarks.question_sets import own_knowledge

DEPTH = 10
REFRESHED = 10  # clicks after which the index is made anew, as the command does


@dataclass(frozen=True)
class Asked:
    """A question and the entries that answer it."""

    text: str
    entries: frozenset[str]
    is_hard: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("map", type=Path)
    parser.add_argument("--clicks", type=int, default=250)
    parser.add_argument("--answers", type=Path)
    options = parser.parse_args()
    seen, unseen = read_questions(options.questions, options.map)
    answers = dict(read_lines(options.answers)) if options.answers else {}
    bare = without_aliases(own_knowledge())
    offers = Offers(SearchIndex.of_knowledge(bare))
    waiting = Waiting({}, {}).with_texts(
        {one.text: offers.found_with(one.text, answers.get(one.text, "")) for one in seen}
    )
    taken = harvested(bare, seen, waiting, clicks=options.clicks)
    clicks = sum(len(entry.aliases) for entry in taken.entries)
    print(f"{len(seen)} questions offered, {clicks} clicks make an alias")
    middle = len(seen) // 2
    halves = (("first half", seen[:middle]), ("second half", seen[middle:]))
    for name, asked in halves:
        hard = [one for one in asked if one.is_hard]
        right = sum(bool(right_of(one, offers, waiting)) for one in hard)
        print(f"hard questions of the {name} offered to the right entry: {right} of {len(hard)}")
    for name, asked in (("offered", seen), *halves, ("in other words", unseen)):
        hard = [one for one in asked if one.is_hard]
        before, after = mrr(bare, hard), mrr(taken, hard)
        print(f"hard questions {name}: {len(hard)}, MRR@10 {before:.3f} -> {after:.3f}")


def read_questions(questions: Path, rows: Path) -> tuple[list[Asked], list[Asked]]:
    """Reads even and odd lines, counted with the header."""
    ids = dict(line.split("\t")[:2] for line in rows.read_text("utf-8").splitlines()[1:])
    asked = [_asked(*line[:4], ids) for line in read_lines(questions)]
    return asked[::2], asked[1::2]


def read_lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def _asked(text: str, rows: str, _: str, difficulty: str, ids: dict[str, str]) -> Asked:
    entries = frozenset(ids[row] for row in rows.split(",") if row in ids)
    return Asked(text, entries, difficulty == "hard")


def without_aliases(knowledge: KnowledgeBase) -> KnowledgeBase:
    bare = tuple(entry.model_copy(update={"aliases": ()}) for entry in knowledge.entries)
    return replace(knowledge, entries=bare, direct_answers=(), direct_phrases={}, referrals=())


def right_of(one: Asked, offers: Offers, waiting: Waiting) -> list[str]:
    """The entries among those offered that answer a question."""
    offer = offers.offer(one.text, waiting)
    return [item.id for item in offer.near if item.id in one.entries] if offer else []


def harvested(
    knowledge: KnowledgeBase, asked: Sequence[Asked], waiting: Waiting, *, clicks: int
) -> KnowledgeBase:
    """Offers questions one after another and takes what is right."""
    offers, done = Offers(SearchIndex.of_knowledge(knowledge)), 0
    for one in asked:
        right = right_of(one, offers, waiting)
        if not right or done == clicks:
            continue
        knowledge = replace(knowledge, entries=with_alias(knowledge.entries, right[0], one.text))
        offers.learn(one.text)
        done += 1
        if done % REFRESHED == 0:
            offers = Offers(SearchIndex.of_knowledge(knowledge))
    return knowledge


def with_alias(entries: Sequence[Entry], entry_id: str, alias: str) -> tuple[Entry, ...]:
    return tuple(
        entry.model_copy(update={"aliases": (*entry.aliases, alias)})
        if entry.id == entry_id
        else entry
        for entry in entries
    )


def mrr(knowledge: KnowledgeBase, asked: Sequence[Asked]) -> float:
    index = SearchIndex.of_knowledge(knowledge)
    total = 0.0
    for one in asked:
        hits = search(index, one.text, limit=DEPTH).hits
        ranks = [n for n, hit in enumerate(hits, 1) if index.items[hit.entry].id in one.entries]
        total += 1 / ranks[0] if ranks else 0.0
    return total / len(asked)


if __name__ == "__main__":
    main()
