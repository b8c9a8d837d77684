"""The result of a search: hits, outcome, and how the query was read."""

from dataclasses import dataclass, field

from caridulu.search.query.outcome import Evidence, Outcome
from caridulu.search.query.query_words import QueryWord


@dataclass(frozen=True)
class Hit:
    entry: int  # its number in the index
    score: int  # what the best has most of
    held: int = 0  # the words' weight in it
    phrased: int = 0  # how often its phrasings have the words that have a weight


@dataclass(frozen=True)
class Correction:
    """A spelling correction: the word that replaces one that no entry uses."""

    typed: str
    read: str


@dataclass(frozen=True)
class Match:
    """Why the best entry matched: a query word, the vocabulary word it was read as, its share."""

    typed: str
    read: str
    score: int


@dataclass(frozen=True)
class Result:
    """Result of a query; ``words``, ``pairs`` and ``frame`` are the addends of the scores.

    ``count`` is the number of hits before ``limit`` cuts them; ``missing`` are words that the best
    entry does not hold; ``asked`` is the weight of the words, ``most_phrased`` the most that
    an entry's phrasings can have of them.
    """

    query: str
    outcome: Outcome
    greeting: bool
    count: int
    hits: tuple[Hit, ...]
    corrections: tuple[Correction, ...]
    matches: tuple[Match, ...]
    missing: tuple[str, ...] = ()
    words: tuple[QueryWord, ...] = field(default=(), repr=False)
    pairs: tuple[QueryWord, ...] = field(default=(), repr=False)
    frame: tuple[QueryWord, ...] = field(default=(), repr=False)
    asked: int = 0
    most_phrased: int = 0
    evidence: Evidence = field(default_factory=Evidence)
