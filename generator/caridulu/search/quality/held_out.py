"""Held-out aliases, searched where their entry lacks them: how unseen phrasings are found.

The aliases are numbered through all entries. For every tenth of them, those whose number ends in
the same digit, an index is built without them, and each is searched there: ten indexes, not one
for each alias.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from caridulu.knowledge import KnowledgeBase
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.evaluation import DEPTH, mean
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

TENTHS = 10
MOST_PHRASES = 4_000  # more would take minutes; a fixed sample stands for them


@dataclass(frozen=True)
class HeldOutSearch:
    """A phrase that was searched where its entry lacks it as an alias."""

    entry: str  # id of the entry
    phrase: str  # the alias, or the question
    place: int | None  # of the entry among the hits, counted from 1; None if it is not found
    first: str  # id of the first hit, or nothing
    outcome: Outcome

    @property
    def is_misled(self) -> bool:
        """Whether another entry is presented as the answer."""
        return self.outcome is Outcome.ANSWERED and self.place != 1


@dataclass(frozen=True)
class HeldOutMeasures:
    """Means over searches: reciprocal rank, and shares of them."""

    phrases: int
    mrr: float
    success: float
    answered: float
    misled: float


@dataclass(frozen=True)
class OwnPhrases:
    """How many of an entry's aliases find it when they are left out, and which do not."""

    entry: str
    searched: int
    lost: tuple[str, ...]


def held_out_searches(knowledge: KnowledgeBase) -> tuple[HeldOutSearch, ...]:
    """Searches for each alias where it is left out; above MOST_PHRASES, for a fixed sample."""
    aliases = [(entry.id, alias) for entry in knowledge.published for alias in entry.all_aliases]
    tenths: list[Sequence[tuple[str, str]]] = [aliases[digit::TENTHS] for digit in range(TENTHS)]
    if len(aliases) > MOST_PHRASES:
        tenths = [even_sample(tenths[0], most=MOST_PHRASES)]
    return tuple(one for tenth in tenths if tenth for one in searches_without(knowledge, tenth))


def phrases_of(knowledge: KnowledgeBase) -> list[tuple[str, str]]:
    """Lists every public question and alias, each after the id of its entry."""
    published = knowledge.published
    return [
        (entry.id, text) for entry in published for text in (entry.question, *entry.all_aliases)
    ]


def even_sample(phrases: Sequence[tuple[str, str]], *, most: int) -> Sequence[tuple[str, str]]:
    """Takes every n-th phrase, so that at most ``most`` are left."""
    return phrases[:: max(1, math.ceil(len(phrases) / most))]


def searches_without(
    knowledge: KnowledgeBase, phrases: Sequence[tuple[str, str]]
) -> Iterator[HeldOutSearch]:
    """Searches for phrases, each given after the id of its entry, where no entry has them as alias.

    A question stays where it is.
    """
    gone = set(phrases)
    entries = tuple(
        entry.model_copy(
            update={
                name: tuple(
                    alias for alias in getattr(entry, name) if (entry.id, alias) not in gone
                )
                for name in ("aliases", "more_aliases")
            }
        )
        for entry in knowledge.entries
    )
    index = SearchIndex.of_knowledge(replace(knowledge, entries=entries))
    for entry, phrase in phrases:
        result = search(index, phrase, limit=DEPTH)
        ids = [index.items[hit.entry].id for hit in result.hits]
        place = ids.index(entry) + 1 if entry in ids else None
        yield HeldOutSearch(entry, phrase, place, ids[0] if ids else "", result.outcome)


def measures_of(searches: Sequence[HeldOutSearch]) -> HeldOutMeasures:
    """Averages over the searches."""
    return HeldOutMeasures(
        phrases=len(searches),
        mrr=mean(1 / one.place if one.place else 0.0 for one in searches),
        success=mean(float(one.place == 1) for one in searches),
        answered=mean(float(one.outcome is Outcome.ANSWERED) for one in searches),
        misled=mean(float(one.is_misled) for one in searches),
    )


def weakest(searches: Sequence[HeldOutSearch]) -> tuple[OwnPhrases, ...]:
    """Returns the entries that lose phrases, most first: not the first hit when left out."""
    searched = Counter(one.entry for one in searches)
    lost: dict[str, list[str]] = {}
    for one in searches:
        if one.place != 1:
            lost.setdefault(one.entry, []).append(one.phrase)
    found = [OwnPhrases(entry, searched[entry], tuple(lost[entry])) for entry in lost]
    return tuple(sorted(found, key=lambda e: (-len(e.lost), -len(e.lost) / e.searched, e.entry)))
