"""Why an entry was found: every addend of its score.

The sum of the addends, lowered by what the entry lacks, is the score: ``ranking.lower``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.query_words import best_in, score_in
from caridulu.search.query.result import Result


@dataclass(frozen=True)
class Addend:
    """What one query word, or a pair of neighbours, adds to a score.

    ``score = weight * idf * part``; ``weight`` is over 16; ``fields`` add up to ``part``.
    """

    typed: str  # empty for a pair
    read: str
    weight: int
    idf: int
    fields: Mapping[str, int]
    score: int


def explain(index: SearchIndex, result: Result, entry: int) -> list[Addend]:
    """Returns the addends of an entry's score, the largest first."""
    framed = all(best_in(word, entry) for word in result.frame)
    words = (*result.words, *result.pairs, *(result.frame if framed else ()))
    addends = [
        Addend(
            typed=word.word,
            read=best.read,
            weight=best.weight,
            idf=best.term.idf,
            fields=index.field_parts(best.name, entry),
            score=score_in(best, entry),
        )
        for word in words
        if (best := best_in(word, entry))
    ]
    return sorted(addends, key=lambda addend: (-addend.score, addend.read))
