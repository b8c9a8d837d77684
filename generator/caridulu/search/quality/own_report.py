"""A knowledge base -> how its own words, its lexicon and what people asked are found in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from caridulu.knowledge import KnowledgeBase
from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.thesaurus import Thesaurus, lexicon_names
from caridulu.search.quality.held_out import (
    MOST_PHRASES,
    HeldOutMeasures,
    OwnPhrases,
    even_sample,
    held_out_searches,
    measures_of,
    phrases_of,
    weakest,
)
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

NEAR_LEAD = 8  # a lead of less than an eighth of the score is a near one


@dataclass(frozen=True)
class Competition:
    """Own words of an entry that find another first, or nearly so."""

    entry: str  # id of the entry
    other: str  # id of what is found instead of it, or next to it
    lost: tuple[str, ...] = ()  # its phrases that find the other first
    near: tuple[str, ...] = ()  # its phrases with which it leads by less than an eighth


@dataclass(frozen=True)
class Stray:
    """A phrase of the lexicon, or of a referral, that leads to nothing or to another kind.

    ``wanted`` is the term of the lexicon or the id of the referral; ``found`` an id, or nothing.
    """

    phrase: str
    wanted: str
    found: str


@dataclass(frozen=True)
class Gap:
    """An idea of the lexicon that no entry is about, with those of its forms."""

    term: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class QuestionOutcomes:
    """What became of questions that people asked."""

    outcomes: tuple[tuple[Outcome, int], ...]  # how many questions have each outcome
    # Words that are missing where nothing is found, most frequent first.
    missing: tuple[tuple[str, int], ...]
    # Questions that find nothing, those with the most frequent missing word first.
    unfound: tuple[str, ...]


@dataclass(frozen=True)
class OwnReport:
    """The report of ``caridulu evaluate`` on a knowledge base."""

    aliases: int
    held_out: HeldOutMeasures
    weakest: tuple[OwnPhrases, ...]
    competing: tuple[Competition, ...]
    strays: tuple[Stray, ...]
    gaps: tuple[Gap, ...]
    asked: QuestionOutcomes | None = None

    def fields(self) -> dict[str, object]:
        """Returns the figures by the field names of the command's interface."""
        left_out = {
            "phrases": self.held_out.phrases,
            "mrr@10": self.held_out.mrr,
            "success@1": self.held_out.success,
            "answered": self.held_out.answered,
            "wrong": self.held_out.misled,
        }
        lists = {"weak": self.weakest, "competing": self.competing, "astray": self.strays}
        counts = {name: len(listed) for name, listed in lists.items()} | {"gaps": len(self.gaps)}
        asked = {"asked": dict(self.asked.outcomes)} if self.asked else {}
        return {"left_out": left_out, **counts, **asked}


def own_report(
    knowledge: KnowledgeBase, index: SearchIndex, questions: Sequence[str] | None
) -> OwnReport:
    """Searches for what the knowledge base and ``questions`` hold, and collects what is weak."""
    searches = held_out_searches(knowledge)
    return OwnReport(
        aliases=sum(len(entry.all_aliases) for entry in knowledge.published),
        held_out=measures_of(searches),
        weakest=weakest(searches),
        competing=competitors(index, even_sample(phrases_of(knowledge), most=MOST_PHRASES)),
        strays=(*_lexicon_strays(knowledge, index), *_referral_strays(knowledge, index)),
        gaps=tuple(_gaps(knowledge, index)),
        asked=question_outcomes(index, questions) if questions is not None else None,
    )


def competitors(index: SearchIndex, phrases: Iterable[tuple[str, str]]) -> tuple[Competition, ...]:
    """Finds what competes for phrases, each given after the id of its entry, most of them first."""
    lost: dict[tuple[str, str], list[str]] = {}
    near: dict[tuple[str, str], list[str]] = {}
    for entry, phrase in phrases:
        hits = search(index, phrase, limit=2).hits
        first, second = ([*(index.items[hit.entry].id for hit in hits), "", ""])[:2]
        if first and first != entry:
            lost.setdefault((entry, first), []).append(phrase)
        elif second and (hits[0].score - hits[1].score) * NEAR_LEAD < hits[0].score:
            near.setdefault((entry, second), []).append(phrase)
    found = [
        Competition(*both, lost=tuple(lost.get(both, ())), near=tuple(near.get(both, ())))
        for both in lost.keys() | near.keys()
    ]
    return tuple(sorted(found, key=lambda c: (-len(c.lost), -len(c.near), c.entry, c.other)))


def _lexicon_strays(knowledge: KnowledgeBase, index: SearchIndex) -> Iterator[Stray]:
    """Finds forms of the lexicon that lead to nothing, or to another institution."""
    for term in knowledge.lexicon.terms:
        for form in lexicon_names(term):
            result = search(index, form, limit=1)
            if result.outcome in (Outcome.NOTHING, Outcome.REFERRAL):
                is_nothing = result.outcome is Outcome.NOTHING
                found = "" if is_nothing else index.items[result.hits[0].entry].id
                yield Stray(form, term.term, found)


def _referral_strays(knowledge: KnowledgeBase, index: SearchIndex) -> Iterator[Stray]:
    """Finds phrases of referrals that lead to something else than a referral."""
    for referral in knowledge.referrals:
        for phrase in (referral.matter, *referral.phrases):
            hits = search(index, phrase, limit=1).hits
            found = index.items[hits[0].entry].id if hits else ""
            if kind_of(found) is not ItemKind.REFERRAL:
                yield Stray(phrase, referral.published_id, found)


def _gaps(knowledge: KnowledgeBase, index: SearchIndex) -> Iterator[Gap]:
    """Finds ideas of the lexicon that no question, tag or alias names."""
    terms_of = index.analyzer.terms
    thesaurus = Thesaurus(knowledge.lexicon, index.analyzer)
    texts = chain.from_iterable((one.question, *one.tags, *one.aliases) for one in index.items)
    named = {form for text in texts for form in thesaurus.forms(terms_of(text))}
    for term in knowledge.lexicon.terms:
        names = tuple(dict.fromkeys(lexicon_names(term)))
        if named.isdisjoint(tuple(terms_of(name)) for name in names):
            yield Gap(term.term, names)


def question_outcomes(index: SearchIndex, questions: Sequence[str]) -> QuestionOutcomes:
    """Searches for questions, and counts what became of them."""
    results = [search(index, question, limit=1) for question in questions]
    outcomes = Counter(result.outcome for result in results)
    unfound = [r for r in results if r.outcome is Outcome.NOTHING and not r.greeting]
    missing = Counter(word for result in unfound for word in set(result.missing))
    most = {r.query: max((missing[word] for word in r.missing), default=0) for r in unfound}
    return QuestionOutcomes(
        outcomes=tuple((outcome, outcomes[outcome]) for outcome in Outcome),
        missing=tuple(sorted(missing.items(), key=lambda word: (-word[1], word[0]))),
        unfound=tuple(sorted(most, key=lambda query: (-most[query], query))),
    )
