"""A question that waits to become a phrasing -> the entries that it may mean."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from caridulu.curation.waiting_phrasings import Waiting
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import placeholders
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

OFFERED = 3  # entries beside a question
# As many again are one more click or key away. Without an answer the right entry is among three for
# 110 and among six for 126 of the 165 hard questions of tests/benchmarks/harvest.py.
FURTHER = 3
# What a question finds alone and together with its answer is joined by reciprocal ranks. An answer
# alone finds anything where it only says "bisa, silakan". Chosen on 117 questions with answers,
# whole, cut short and vague; tests/benchmarks/harvest.py prints what it is worth.
JOINED = 10  # entries of each
FIRST_RANK = 2  # of the best: the second is worth 2/3 of it
# Particles and calls: a phrasing with one more of them is no other phrasing.
_BESIDE = frozenset(
    (
        "ya", "yaa", "yah", "sih", "dong", "deh", "nih", "kok", "kan", "lho", "loh", "pak", "bu",
        "bapak", "ibu", "kak", "kakak", "min", "admin", "mas", "mbak", "bang", "om", "gan",
        "tolong", "mohon", "maaf", "saya", "sy",
    )
)  # fmt: skip
_UNSERVED, _SERVED, _OF_NO_ENTRY = range(3)


@dataclass(frozen=True)
class Offer:
    """A question and the entries that it is offered to."""

    text: str
    near: tuple[Item, ...]
    further: tuple[Item, ...] = ()  # the next likeliest, for one who looks for more


class Offers:
    """Offers questions to the entries of one index; what an entry says already is not offered.

    The index has all entries but archived ones; ``public`` is what visitors search: a question that
    an answer of the office's own files or a referral answers is no entry's.
    """

    def __init__(self, index: SearchIndex, public: SearchIndex | None = None) -> None:
        self._index = index
        self._public = public
        phrases = (phrase for item in index.items for phrase in (item.question, *item.aliases))
        self._known = {self._key(phrase) for phrase in phrases}
        self._items = {item.id: item for item in index.items}

    def new(self, asked: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """Keeps the questions, with their answers, that nobody asks so far; what finds least first.

        Each comes with the ids that it finds together with its answer.
        """
        once: dict[str, str] = {}
        for text in filter(None, asked):
            once.setdefault(self._key(text), text)
        unknown = [text for key, text in once.items() if key not in self._known]
        ranked = [(self._rank(text), n, text) for n, text in enumerate(unknown)]
        new = [text for rank, _, text in sorted(ranked) if rank < _OF_NO_ENTRY]
        return {text: self.found_with(text, asked[text]) for text in new}

    def found_with(self, text: str, answer: str) -> tuple[str, ...]:
        """Finds the ids of the entries nearest to a question with the first words of its answer."""
        words = placeholders().sub(" ", answer).strip()
        return self._found(f"{text}. {words}") if words else ()

    def let_wait(
        self,
        waiting: Waiting,
        texts: Mapping[str, tuple[str, ...]],
        marks: Mapping[str, Iterable[str]],
    ) -> Waiting:
        """Lets questions wait; those that no entry comes near wait for an entry to be written.

        New ``texts`` come with what they found together with their answers; ``marks`` are of the
        messages that ask a question, new or not.
        """
        more = waiting.with_texts(texts)
        for text in texts:
            if fold_phrase(text) in more.texts and self.offer(text, more) is None:
                more = more.not_these(text, ())
        waiting_as = {self._key(text): text for text in more.texts.values()}
        by_text = defaultdict[str, list[str]](list)
        for text, messages in marks.items():
            if (key := self._key(text)) in waiting_as:
                by_text[waiting_as[key]] += messages
        return more.with_marks(by_text)

    def without_answered(self, waiting: Waiting, answered: Iterable[Sequence[str]]) -> Waiting:
        """Takes out the questions that were answered meanwhile, in whatever export.

        A question is among the sentences that an ``answered`` conversation asks if it says all that
        one of them says, and nothing else than they all.
        """
        waiting_with = defaultdict[str, list[tuple[str, frozenset[str]]]](list)
        for text in waiting.texts.values():
            if terms := self._terms(text):
                waiting_with[min(terms)].append((text, terms))
        for asked in answered:
            said = [terms for terms in map(self._terms, asked) if len(terms) > 1]
            whole = frozenset[str]().union(*said)
            for text, terms in (one for term in whole for one in waiting_with.get(term, ())):
                if terms <= whole and any(one <= terms for one in said):
                    waiting = waiting.without(text)
        return waiting

    def learn(self, text: str) -> None:
        """Offers nothing more that counts as this phrasing."""
        self._known.add(self._key(text))

    def next_of(self, waiting: Waiting) -> Iterator[Offer]:
        """Yields what can be offered, questions that were refused before last."""
        for text in waiting.texts.values():
            if offer := self.offer(text, waiting):
                yield offer

    def offer(self, text: str, waiting: Waiting) -> Offer | None:
        """Finds the likeliest entries but those refused; None if there are none, or it is known.

        What was refused once is offered again only where the search finds at least something:
        every new alias moves what is nearest to a question that has no answer.
        """
        if self._key(text) in self._known:
            return None
        is_refused = bool(waiting.refused_of(text))
        if is_refused and search(self._index, text, limit=1).outcome is Outcome.NOTHING:
            return None
        likely = joined(waiting.found_of(text), self._found(text))
        items = [self._items[id_] for id_ in likely if id_ in self._items]
        left = [item for item in items if item.id not in waiting.refused_of(text)]
        near = tuple(item for item in items[:OFFERED] if item in left)
        further = tuple(item for item in items[OFFERED : OFFERED + FURTHER] if item in left)
        return Offer(text, near, further) if near else None

    def _found(self, text: str) -> tuple[str, ...]:
        """Lists the ids of the nearest entries, the best first."""
        hits = search(self._index, text, limit=JOINED, cut=False).hits
        return tuple(self._index.items[hit.entry].id for hit in hits)

    def _key(self, text: str) -> str:
        """Joins the search terms of a phrasing, in alphabetical order."""
        return " ".join(sorted(self._terms(text))) or fold_phrase(text)

    def _terms(self, text: str) -> frozenset[str]:
        terms = frozenset(self._index.analyzer.terms(text))
        return terms - _BESIDE or terms

    def _rank(self, text: str) -> int:
        """Ranks how well visitors are served: the best last, a matter of no entry behind them."""
        if self._public is None:
            return _UNSERVED
        result = search(self._public, text, limit=1)
        if not result.outcome.is_sure:
            return _UNSERVED
        first = self._public.items[result.hits[0].entry].id if result.hits else ""
        return _SERVED if kind_of(first) is ItemKind.ENTRY else _OF_NO_ENTRY


def joined(*rankings: Iterable[str]) -> list[str]:
    """Joins rankings of ids by the sums of their reciprocal ranks, the best first."""
    sums: defaultdict[str, float] = defaultdict(float)
    for ids in rankings:
        for rank, id_ in enumerate(ids, start=FIRST_RANK):
            sums[id_] += 1 / rank
    return sorted(sums, key=lambda id_: -sums[id_])
