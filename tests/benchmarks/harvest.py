"""What an officer's clicks on imported questions are worth.

    python -m tests.benchmarks.harvest [--clicks 250] [--further]
    python -m tests.benchmarks.harvest QUESTIONS.tsv MAP.tsv [--clicks 250] [--answers FILE]

Without files: the questions of the sets that are kept aside (questions/README.md) which an entry
answers; hard are those that share no word with the question of an entry that answers them. None of
them has an officer's answer. QUESTIONS.tsv has the columns query, rows (best first), kind,
difficulty; MAP.tsv row and entry id.

All aliases are taken from the knowledge base. Half of the questions are offered to their three
likeliest entries, in the order of ``caridulu import --harvest``; a click takes the right one if it
is among them. Prints MRR@10 of hard questions before and after: of those that were offered, and of
the other half, whose wording nobody has seen. With --answers, a file of the columns query and
answer, a question is offered to what it finds together with its answer, too; how the two are joined
was chosen on the first half of the even lines of one file of 468.

With --further an officer who misses the right entry looks at the next three, too.

Measured on these 468 questions of one writer, 234 of them offered, and on the sets kept aside:

                                   clicks  hard: offered, --further  right among 3, 6  other words
    even lines, no answers            194  .550 to .744, .819        53, 63 of 81      .591 to .591
    odd lines, no answers             189  .591 to .702, .785        57, 63 of 84      .550 to .575
    odd lines, answers to hard ones   209  .591 to .902, .978        72, 80 of 84      .550 to .558
    even lines, answers as typed      210  .546 to .861, .929        66, 75 of 81      .570 to .578
    sets kept aside, no answers       250  .486 to .751, .792        40, 48 of 69      .478 to .597
    sets kept aside, answers as typed 250  .486 to .775, .811        50, 55 of 69      .478 to .580

The answers are by authors who saw neither entries nor the right ones; those of the third line are
one sentence each, those *as typed* what officers write in chats, some of two words ("Gratis bu").
Earlier, with answers to all of the even lines, 222 clicks: .555 to .954, with only the first eight
words of each answer .920, with answers that say nothing .697.
"""

import argparse
import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.phrasing_offers import Offers
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.knowledge import Entry, KnowledgeBase
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search
from tests.benchmarks.question_sets import Question, own_knowledge, questions_kept_aside

DEPTH = 10
SEED = 5
REFRESHED = 10  # clicks after which the index is made anew, as the command does


@dataclass(frozen=True)
class Asked:
    """A question and the entries that answer it."""

    text: str
    entries: frozenset[str]
    is_hard: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path, nargs="?")
    parser.add_argument("map", type=Path, nargs="?")
    parser.add_argument("--clicks", type=int, default=250)
    parser.add_argument("--answers", type=Path)
    parser.add_argument("--further", action="store_true", help="look at the next three, too")
    options = parser.parse_args()
    bare = without_aliases(own_knowledge())
    if options.questions and options.map:
        seen, unseen = read_questions(options.questions, options.map)
    else:
        asked = kept_aside(bare)
        seen, unseen = asked[::2], asked[1::2]
    answers = dict(read_lines(options.answers)) if options.answers else {}
    index = SearchIndex.of_knowledge(bare)
    offers = Offers(index, index)  # the second: those that find least are offered first
    new = offers.new({one.text: answers.get(one.text, "") for one in seen})
    waiting = offers.let_wait(Waiting({}, {}), new, {})
    asked_of = {one.text: one for one in seen}
    in_turn = [asked_of[text] for text in waiting.texts.values()]
    taken = harvested(bare, in_turn, waiting, clicks=options.clicks, further=options.further)
    clicks = sum(len(entry.aliases) for entry in taken.entries)
    print(f"{len(seen)} questions offered, {clicks} clicks make an alias")
    middle = len(seen) // 2
    halves = (("first half", seen[:middle]), ("second half", seen[middle:]))
    for name, asked in halves:
        hard = [one for one in asked if one.is_hard]
        right = sum(bool(right_of(one, offers, waiting)) for one in hard)
        more = sum(bool(right_of(one, offers, waiting, further=True)) for one in hard)
        print(
            f"hard questions of the {name} offered to the right entry: {right} of {len(hard)}; "
            f"with the next three: {more}"
        )
    for name, asked in (("offered", seen), *halves, ("in other words", unseen)):
        hard = [one for one in asked if one.is_hard]
        before, after = mrr(bare, hard), mrr(taken, hard)
        print(f"hard questions {name}: {len(hard)}, MRR@10 {before:.3f} -> {after:.3f}")


def read_questions(questions: Path, rows: Path) -> tuple[list[Asked], list[Asked]]:
    """Reads even and odd lines, counted with the header."""
    ids = dict(line.split("\t")[:2] for line in rows.read_text("utf-8").splitlines()[1:])
    asked = [_asked(*line[:4], ids) for line in read_lines(questions)]
    return asked[::2], asked[1::2]


def kept_aside(knowledge: KnowledgeBase) -> list[Asked]:
    """Gives the questions kept aside that an entry answers, from all sets in turn."""
    terms = SearchIndex.of_knowledge(knowledge).analyzer.terms
    titles = {entry.id: set(terms(entry.question)) for entry in knowledge.entries}

    def shares_a_word(question: Question) -> bool:
        words = set(terms(question.text))
        return any(words & titles.get(entry, set()) for entry in question.entries)

    answered = [one for one in questions_kept_aside() if one.outcome == "answer"]
    random.Random(SEED).shuffle(answered)
    return [Asked(one.text, one.entries, not shares_a_word(one)) for one in answered]


def read_lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def _asked(text: str, rows: str, _: str, difficulty: str, ids: dict[str, str]) -> Asked:
    entries = frozenset(ids[row] for row in rows.split(",") if row in ids)
    return Asked(text, entries, difficulty == "hard")


def without_aliases(knowledge: KnowledgeBase) -> KnowledgeBase:
    bare = tuple(entry.model_copy(update={"aliases": ()}) for entry in knowledge.entries)
    return replace(knowledge, entries=bare, direct_answers=(), direct_phrases={}, referrals=())


def right_of(one: Asked, offers: Offers, waiting: Waiting, *, further: bool = False) -> list[str]:
    """The entries among those offered that answer a question."""
    offer = offers.offer(one.text, waiting)
    if offer is None:
        return []
    items = (*offer.near, *(offer.further if further else ()))
    return [item.id for item in items if item.id in one.entries]


def harvested(
    knowledge: KnowledgeBase,
    asked: Sequence[Asked],
    waiting: Waiting,
    *,
    clicks: int,
    further: bool,
) -> KnowledgeBase:
    """Offers questions one after another and takes what is right."""
    offers, done = Offers(SearchIndex.of_knowledge(knowledge)), 0
    for one in asked:
        right = right_of(one, offers, waiting, further=further)
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
