"""Aliases that nobody types: too long, or told in words that no other text uses. Notices."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from caridulu.knowledge.model import Entry, Status
from caridulu.knowledge.problem import Problem, notice
from caridulu.knowledge.rules.entries.relations import PlacedEntry

# Of 2,000 questions that authors were asked to type (tests/benchmarks/questions) 1 % are longer.
LONGEST = 14  # words
SCENE = 8  # words from which on an alias can be a scene
LONELY = 0.4  # share of its words that stand nowhere else in the knowledge base
ENOUGH = 40  # public entries from which on a word that stands nowhere else tells something
_WORD = re.compile(r"\w+")


def phrasing_notices(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """Finds aliases that are longer than people type, or scenes of a story.

    Those of a package are for its authors to mend, who see them in their own project.
    """
    public = [one for one in placed if one.entry.status is Status.PUBLISHED]
    aliases = chain.from_iterable(one.entry.all_aliases for one in public)
    long = [words for words in map(_words, aliases) if len(words) >= SCENE]
    told = frozenset(chain.from_iterable(long))
    texts = chain.from_iterable(_texts(one.entry) for one in public if told)
    counts = Counter(chain.from_iterable(_words(text) & told for text in texts))
    for one in public:
        for alias, loc in one.entry.placed_aliases():
            if one.entry.is_of_package(loc):
                continue
            words = _words(alias)
            lonely = sum(counts[word] == 1 for word in words)
            place = one.file.at(*loc)
            if len(_WORD.findall(alias)) > LONGEST:
                yield notice(place, "knowledge.alias_long", value=alias, most=LONGEST)
            elif len(public) >= ENOUGH and len(words) >= SCENE and lonely >= LONELY * len(words):
                yield notice(place, "knowledge.alias_scene", value=alias, count=lonely)


def _texts(entry: Entry) -> tuple[str, ...]:
    return (entry.question, *entry.all_aliases, entry.answer, " ".join(entry.tags))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
