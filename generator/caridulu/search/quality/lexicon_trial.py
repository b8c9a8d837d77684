"""A changed lexicon, tried on the office's own questions before it is saved.

Only phrases that hold a word of a changed term are tried. Each alias is left out of its entry: as
it stands there, it would find the entry with any lexicon.
"""

from dataclasses import dataclass, replace

from caridulu.knowledge import KnowledgeBase, Lexicon, fold_phrase
from caridulu.search.index.thesaurus import lexicon_forms
from caridulu.search.quality.held_out import even_sample, phrases_of, searches_without

MOST = 200  # phrases; more take more than some seconds, an even sample stands for them
_SHORT = 4  # letters of a word that must be the same as a whole
_NOWHERE = 1_000


@dataclass(frozen=True)
class Move:
    """A phrase whose entry is found elsewhere; places count from 1, None is nowhere."""

    phrase: str
    entry: str
    before: int | None
    after: int | None

    @property
    def is_better(self) -> bool:
        return (self.after or _NOWHERE) < (self.before or _NOWHERE)


@dataclass(frozen=True)
class LexiconTrial:
    """What a change does: phrases that were tried, and those that move."""

    tried: int
    better: tuple[Move, ...]
    worse: tuple[Move, ...]


def lexicon_trial(knowledge: KnowledgeBase, lexicon: Lexicon) -> LexiconTrial:
    """Searches for the phrases that a change concerns, with the old lexicon and the new one."""
    words = changed_words(knowledge.lexicon, lexicon)
    phrases = even_sample(
        [(entry, phrase) for entry, phrase in phrases_of(knowledge) if _holds(phrase, words)],
        most=MOST,
    )
    if not phrases:
        return LexiconTrial(0, (), ())
    before, after = (
        searches_without(replace(knowledge, lexicon=one), phrases)
        for one in (knowledge.lexicon, lexicon)
    )
    moves = [
        Move(old.phrase, old.entry, old.place, new.place)
        for old, new in zip(before, after, strict=True)
        if old.place != new.place
    ]
    moves.sort(key=lambda move: (move.entry, move.phrase))
    better = tuple(move for move in moves if move.is_better)
    return LexiconTrial(len(phrases), better, tuple(m for m in moves if not m.is_better))


def changed_words(old: Lexicon, new: Lexicon) -> frozenset[str]:
    """Collects the words of terms, of places too, that are not the same in both."""
    terms = {*old.terms} ^ {*new.terms}
    places = {*old.places} ^ {*new.places}
    forms = [form for term in terms for form in lexicon_forms(term)]
    return frozenset(word for form in (*forms, *places) for word in fold_phrase(form).split())


def _holds(phrase: str, words: frozenset[str]) -> bool:
    return any(
        mine == word or (len(word) >= _SHORT and mine.startswith(word))
        for mine in fold_phrase(phrase).split()
        for word in words
    )
