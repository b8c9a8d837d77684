"""What an officer's clicks on imported questions are worth.

    python -m tests.benchmarks.harvest QUESTIONS.tsv MAP.tsv [--clicks 250]

QUESTIONS.tsv has the columns query, rows (best first), kind, difficulty; MAP.tsv row and entry id.
All aliases are taken from the knowledge base. Even lines are offered to their three likeliest
entries; a click takes the right one if it is among them. Prints MRR@10 of hard questions before and
after: of even lines, which were offered, and of odd lines, whose wording nobody has seen.

Measured on 468 questions of one writer, 234 of them offered, 195 taken: hard ones that were offered
from .588 to .753, and to 1 where the officer looks up the entry that was not offered; hard ones in
other words from .604 to .614. All aliases that editors wrote give .708 to the latter.
"""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.phrasings import Offers
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
    options = parser.parse_args()
    seen, unseen = read_questions(options.questions, options.map)
    bare = without_aliases(own_knowledge())
    taken = harvested(bare, seen, clicks=options.clicks)
    clicks = sum(len(entry.aliases) for entry in taken.entries)
    print(f"{len(seen)} questions offered, {clicks} clicks make an alias")
    for name, asked in (("offered", seen), ("in other words", unseen)):
        hard = [one for one in asked if one.is_hard]
        before, after = mrr(bare, hard), mrr(taken, hard)
        print(f"hard questions {name}: {len(hard)}, MRR@10 {before:.3f} -> {after:.3f}")


def read_questions(questions: Path, rows: Path) -> tuple[list[Asked], list[Asked]]:
    """Reads even and odd lines, counted with the header."""
    ids = dict(line.split("\t")[:2] for line in rows.read_text("utf-8").splitlines()[1:])
    with questions.open(encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    asked = [_asked(*line[:4], ids) for line in lines]
    return asked[::2], asked[1::2]


def _asked(text: str, rows: str, _: str, difficulty: str, ids: dict[str, str]) -> Asked:
    entries = frozenset(ids[row] for row in rows.split(",") if row in ids)
    return Asked(text, entries, difficulty == "hard")


def without_aliases(knowledge: KnowledgeBase) -> KnowledgeBase:
    bare = tuple(entry.model_copy(update={"aliases": ()}) for entry in knowledge.entries)
    return replace(knowledge, entries=bare, direct_answers=(), direct_phrases={}, referrals=())


def harvested(knowledge: KnowledgeBase, asked: Sequence[Asked], *, clicks: int) -> KnowledgeBase:
    """Offers questions one after another and takes what is right."""
    offers, done = Offers(SearchIndex.of_knowledge(knowledge)), 0
    for one in asked:
        offer = offers.offer(one.text)
        right = [item.id for item in offer.near if item.id in one.entries] if offer else []
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
