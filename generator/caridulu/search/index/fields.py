"""An item to find -> the terms of each of its fields, counted.

question  what is asked                    pairs    neighbouring terms of the question,
aliases   other ways to ask it, less                with its beginning ^ and its end $
          the words of the question
answer    the text                         opening  first words of an answer that has no
tags      the editor's keywords                     question: they often name the subject
lexicon   other words for its ideas        related  words that lead to its ideas
                                           everyday other everyday words, of any office

An entry is about the ideas of its question and tags: what only its aliases name would spread over
entries with many aliases, and bury those that have none. Most tags repeat words of the question,
which then count twice: where many entries have tags, the question of one without stands for them,
and where many have aliases the beginning of its answer stands for one.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, pairwise

from caridulu.knowledge import DirectAnswer, Entry, Referral
from caridulu.knowledge.date_line import DateKind, date_line
from caridulu.knowledge.markdown import plain_text
from caridulu.knowledge.model import Approval
from caridulu.knowledge.site_names import DIRECT_PREFIX, REFERRAL_PREFIX
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.term_names import pair, pairs, whole
from caridulu.search.index.thesaurus import Thesaurus

OPENING = 10  # words
BEGINNING = 80  # words of an answer that stand for an alias; 40 are less fair
MIN_JOINED = 3  # letters of each half of a word that people write together


@dataclass(frozen=True)
class Item:
    """A searchable item: an entry, a direct answer or a referral; texts are plain."""

    id: str
    question: str
    answer: str
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    url: str = ""
    english: str = ""  # answer for who reads English: found like the answer, never shown as it
    note: str = ""  # what a hit says of it, as ``_note`` writes it


class ItemKind(StrEnum):
    ENTRY = "entry"
    DIRECT = "direct"
    REFERRAL = "referral"


def kind_of(item_id: str) -> ItemKind:
    """Returns an item's kind by its id. Twin of ``kindOf`` in ``site/browser/search/kinds.js``."""
    if item_id.startswith(DIRECT_PREFIX):
        return ItemKind.DIRECT
    return ItemKind.REFERRAL if item_id.startswith(REFERRAL_PREFIX) else ItemKind.ENTRY


def entry_item(entry: Entry, phrases: tuple[str, ...] = (), *, topic: int | None = None) -> Item:
    """Makes the item that finds an entry, also by the phrases of the direct answer it gives.

    Its English question is one more alias, and its English answer is found like the answer: without
    it 24 of 36 English queries were answered rightly, with it 33, and Indonesian ones as before.
    """
    english = (entry.en.question,) if entry.en else ()
    return Item(
        id=entry.id,
        question=entry.question,
        answer=plain_text(entry.answer),
        aliases=tuple(dict.fromkeys((*entry.all_aliases, *english, *phrases))),
        tags=entry.tags,
        not_for=entry.not_for,
        url=f"kb/{entry.id}/",
        english=plain_text(entry.en.answer) if entry.en else "",
        note=_note(entry, topic),
    )


def _note(entry: Entry, topic: int | None) -> str:
    """Writes ``3r20261120``: topic 3 of 0, 1, ... and the day of its review; c for compiled."""
    if topic is None:
        return ""
    line = date_line(entry, Approval())
    if line is None:
        return str(topic)
    kind = "r" if line.kind is DateKind.REVIEWED else "c"
    return f"{topic}{kind}{line.day:%Y%m%d}"


def direct_item(answer: DirectAnswer) -> Item:
    return Item(
        id=answer.id,
        question=answer.question,
        answer=plain_text(answer.answer),
        aliases=answer.phrases,
        url=f"kb/{answer.id}/",
    )


def referral_item(referral: Referral) -> Item:
    """Makes the item that finds a referral; its text begins with who is responsible."""
    return Item(
        id=referral.published_id,
        question=referral.matter,
        answer=f"{referral.institution}. {plain_text(referral.guidance)}",
        aliases=referral.phrases,
        url=f"kb/{referral.published_id}/",
    )


@dataclass(frozen=True)
class ItemWords:
    """An item's texts as words in standard spelling, or as their terms."""

    question: list[str]
    aliases: list[list[str]]
    answer: list[str]
    tags: list[list[str]]
    not_for: list[list[str]]

    @property
    def titles(self) -> list[list[str]]:
        """The question and each tag."""
        return [self.question, *self.tags]

    def found(self) -> set[str]:
        """Returns every word by which the item is found."""
        return set(chain(self.answer, *self.titles, *self.aliases))

    def with_aliases_read(self, misspelt: Mapping[str, str]) -> "ItemWords":
        """Reads misspelt words of the aliases as the words they stand for."""
        aliases = [[misspelt.get(word, word) for word in words] for words in self.aliases]
        return replace(self, aliases=aliases)

    def terms(self, analyzer: Analyzer) -> "ItemWords":
        """Returns the terms in place of the words."""
        term = analyzer.term
        question, answer = list(map(term, self.question)), list(map(term, self.answer))
        aliases, tags, not_for = (
            [list(map(term, words)) for words in texts]
            for texts in (self.aliases, self.tags, self.not_for)
        )
        return ItemWords(question, aliases, answer, tags, not_for)


def item_words(item: Item, analyzer: Analyzer) -> ItemWords:
    """Splits an item's texts into words."""
    stop_words = analyzer.language.stop_words
    return ItemWords(
        question=analyzer.words(item.question),
        aliases=[analyzer.words(alias) for alias in item.aliases],
        answer=analyzer.words(f"{item.answer}\n{item.english}"),
        tags=[analyzer.words(tag) for tag in item.tags],
        not_for=[[w for w in analyzer.words(q) if w not in stop_words] for q in item.not_for],
    )


def field_terms(
    words: ItemWords,
    analyzer: Analyzer,
    thesaurus: Thesaurus,
    *,
    untagged: bool,
    unaliased: bool,
) -> dict[str, Counter[str]]:
    """Counts the terms of every field; an empty field is left out.

    ``untagged``: it lacks tags that others have, and its question stands for them. ``unaliased``:
    it lacks aliases that others have, and the beginning of its answer stands for one.
    """
    terms, language = words.terms(analyzer), analyzer.language
    asked = set(terms.question)
    tags, aliases = list(chain(*terms.tags)), terms.aliases
    if untagged:
        tags = [analyzer.term(word) for word in words.question if word not in language.stop_words]
    if unaliased:
        aliases = [*aliases, terms.answer[:BEGINNING]]
    written_together = [joined(title, language.function_words) for title in words.titles]
    fields: Mapping[str, Collection[str]] = {
        "question": terms.question,
        "aliases": [term for term in chain(*aliases) if term not in asked],
        "answer": terms.answer,
        "tags": tags,
        **_lexicon_fields(terms, thesaurus),
        "pairs": list(pairs(terms.question)),
        "alias_pairs": list(chain.from_iterable(map(_alias_pairs, aliases))),
        "joined": list(map(analyzer.term, chain(*written_together))),
        "not_for": [whole(query) for query in terms.not_for],
    }
    counted = {name: Counter(found) for name, found in fields.items() if found}
    if terms.answer and not terms.question:
        counted["opening"] = _opening(terms.answer)
    return counted


def _lexicon_fields(terms: ItemWords, thesaurus: Thesaurus) -> dict[str, set[str]]:
    """Collects other words for the ideas of question and tags, each in one field only."""
    ideas = thesaurus.ideas(form for text in terms.titles for form in thesaurus.forms(text))
    asked = set(terms.question)
    same = _united(idea.same for idea in ideas) - asked
    related = _united(idea.related for idea in ideas if idea.named) - asked - same
    everyday = _united(idea.related for idea in ideas if not idea.named) - asked - same
    return {"lexicon": same, "related": related, "everyday": everyday - related}


def _alias_pairs(terms: list[str]) -> Iterable[str]:
    """Pairs neighbours, and a single term with the beginning and the end.

    Among thirty longer aliases one begins and another ends like nearly any query.
    """
    return (pair(*both) for both in pairwise(terms)) if len(terms) > 1 else pairs(terms)


def _united(sets: Iterable[frozenset[str]]) -> set[str]:
    return set[str]().union(*sets)


def joined(words: list[str], empty: Collection[str]) -> set[str]:
    """Joins neighbours in a title as people write them together: data mikro -> datamikro.

    Words that are ``empty`` are not joined.
    """
    halves = [w if w.isalpha() and len(w) >= MIN_JOINED and w not in empty else "" for w in words]
    return {
        first + second for first, second in pairwise(halves) if first and second and first != second
    }


def _opening(terms: list[str]) -> Counter[str]:
    """Counts the first words, the very first most."""
    first = dict.fromkeys(terms[:OPENING])
    return Counter({term: OPENING - place for place, term in enumerate(first)})
