"""Questions of consultations that wait to become phrasings, and the entries that they may mean.

``ekspor/sebutan/menunggu.txt``
    One redacted question a line, the most useful first; a tab and the ids of the entries that it
    found together with its answer. The answer, which may hold personal data, is not kept.
``ekspor/sebutan/bukan-ini.tsv``
    A question, a tab, and the ids of the entries that do not answer it. One that waits no longer
    was taken off the list, and is not asked again.
``ekspor/sebutan/ditanyakan.tsv``
    A question that waits, a tab, and the marks of the messages that ask it, by which they are
    counted month by month.

``ekspor/`` belongs to this computer and is not kept in Git.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from caridulu.curation.drafts.entries.entry_texts import one_line
from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.curation.message_marks import digest_of
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import Redactor, placeholders
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

FOLDER = Path("ekspor", "sebutan")
MOST_WAITING = 5_000  # questions; more are a year's work
OFFERED = 3  # entries beside a question
# As many again are one more click or key away. Without an answer the right entry is among three for
# 110 and among six for 126 of the 165 hard questions of tests/benchmarks/harvest.py.
FURTHER = 3
# What a question finds alone and together with its answer is joined by reciprocal ranks. An answer
# alone finds anything where it only says "bisa, silakan". Chosen on 117 questions with answers,
# whole, cut short and vague; tests/benchmarks/harvest.py prints what it is worth.
JOINED = 10  # entries of each
FIRST_RANK = 2  # of the best: the second is worth 2/3 of it
LONGEST = 160  # characters; a longer question is a story, and finds too much
# Particles and calls: a phrasing with one more of them is no other phrasing.
_BESIDE = frozenset(
    (
        "ya", "yaa", "yah", "sih", "dong", "deh", "nih", "kok", "kan", "lho", "loh", "pak", "bu",
        "bapak", "ibu", "kak", "kakak", "min", "admin", "mas", "mbak", "bang", "om", "gan",
        "tolong", "mohon", "maaf", "saya", "sy",
    )
)  # fmt: skip
_UNSERVED, _SERVED, _OF_NO_ENTRY = range(3)
_PART_ENDS = re.compile(r"(?<=[,;.!?])\s+")
_LEFT_OVER = re.compile(
    r"(?:\b(?:pak|bu|bapak|ibu|kak|saya|sy|dari|dengan|dgn|an|a\.n\.?|nama|untuk|utk|kepada|ke|di|"
    r"oleh|atas|milik|punya|bernama)\s*)+$",
    re.I,
)


@dataclass(frozen=True)
class Waiting:
    """Questions that wait, by folded text, and the entries refused for them."""

    texts: dict[str, str]
    refused: dict[str, tuple[str, ...]]
    found: dict[str, tuple[str, ...]] = field(default_factory=dict)  # with the answer, best first
    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of the messages that ask it

    @classmethod
    def of(cls, root: Path) -> "Waiting":
        waiting = _ids_of_texts(root / FOLDER / "menunggu.txt")
        refused = _ids_of_texts(root / FOLDER / "bukan-ini.tsv")
        marks = _ids_of_texts(root / FOLDER / "ditanyakan.tsv")
        return cls(
            {fold_phrase(text): text for text in waiting},
            {fold_phrase(text): ids for text, ids in refused.items()},
            {fold_phrase(text): ids for text, ids in waiting.items() if ids},
            {fold_phrase(text): ids for text, ids in marks.items()},
        )

    def with_texts(self, texts: Mapping[str, tuple[str, ...]]) -> "Waiting":
        """Lets further questions wait, each once, with what it found together with its answer.

        What was taken off the list stays off it.
        """
        more = {fold_phrase(text): text for text in texts}
        more = {key: text for key, text in more.items() if key not in self.dropped}
        joined = self.texts | {key: text for key, text in more.items() if key not in self.texts}
        found = self.found | {key: texts[text] for key, text in more.items() if texts[text]}
        return replace(self, texts=dict(list(joined.items())[:MOST_WAITING]), found=found)

    def with_marks(self, marks: Mapping[str, Iterable[str]]) -> "Waiting":
        """Adds the messages that ask what waits, each once, in the month where it was first met."""
        joined = dict(self.marks)
        for text, more in marks.items():
            known = joined.get(fold_phrase(text), ())
            once = {digest_of(mark): mark for mark in reversed((*known, *more))}
            joined[fold_phrase(text)] = tuple(sorted(once.values()))
        return replace(self, marks=joined)

    @property
    def undecided(self) -> int:
        """How many questions nobody has decided on; the others wait for entries to come near."""
        return len(self.texts.keys() - self.refused.keys())

    @property
    def dropped(self) -> frozenset[str]:
        """The folded texts of questions that were taken off the list."""
        return frozenset(self.refused.keys() - self.texts.keys())

    def refused_of(self, text: str) -> tuple[str, ...]:
        return self.refused.get(fold_phrase(text), ())

    def found_of(self, text: str) -> tuple[str, ...]:
        return self.found.get(fold_phrase(text), ())

    def marks_of(self, text: str) -> tuple[str, ...]:
        return self.marks.get(fold_phrase(text), ())

    def without(self, text: str) -> "Waiting":
        """Takes out a question that has become a phrasing."""
        key = fold_phrase(text)
        left = {other: line for other, line in self.texts.items() if other != key}
        refused = {other: ids for other, ids in self.refused.items() if other != key}
        return replace(self, texts=left, refused=refused)

    def off_the_list(self, text: str) -> "Waiting":
        """Takes a question off the list for good."""
        left = {key: line for key, line in self.texts.items() if key != fold_phrase(text)}
        refused = {fold_phrase(text): self.refused_of(text)} | self.refused
        return replace(self, texts=left, refused=refused)

    def not_these(self, text: str, entries: Iterable[str]) -> "Waiting":
        """Remembers that a question is none of these entries'; it waits for others to be near."""
        key = fold_phrase(text)
        ids = (*self.refused.get(key, ()), *entries)
        last = {other: line for other, line in self.texts.items() if other != key} | {key: text}
        refused = self.refused | {key: tuple(dict.fromkeys(ids))}
        return replace(self, texts=last, refused=refused)

    def files(self, root: Path) -> dict[Path, str]:
        """Returns the texts of the files that keep all this."""
        names = {key: self.texts.get(key, key) for key in sorted(self.refused)}
        refused = "".join(_line(names[key], self.refused[key]) for key in names)
        waiting = "".join(_line(text, self.found_of(text)) for text in self.texts.values())
        asked = "".join(
            _line(text, marks) for text in self.texts.values() if (marks := self.marks_of(text))
        )
        texts = {"menunggu.txt": waiting, "bukan-ini.tsv": refused, "ditanyakan.tsv": asked}
        paths = {root / FOLDER / name: text for name, text in texts.items()}
        return {path: text for path, text in paths.items() if text or path.exists()}


def _line(text: str, ids: Iterable[str]) -> str:
    return "\t".join(filter(None, (text, " ".join(ids)))) + "\n"


def _ids_of_texts(path: Path) -> dict[str, tuple[str, ...]]:
    """Reads a file of texts with ids behind a tab; nothing of one that cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    parts = (line.partition("\t") for line in lines if line.strip())
    return {text: tuple(ids.split()) for text, _, ids in parts}


@dataclass(frozen=True)
class Offer:
    """A question and the entries that it is offered to."""

    text: str
    near: tuple[Item, ...]
    further: tuple[Item, ...] = ()  # the next likeliest, for one who looks for more


def phrasing_of(question: str, redactor: Redactor) -> str:
    """Makes a phrasing of a redacted question: on one line, without greeting and marks.

    It is empty where too little is left, or too much.
    """
    marks = placeholders()
    text = redactor.redacted(without_greeting(question), asked=True)
    parts = [part for part in _PART_ENDS.split(text) if not marks.search(part)]
    if not parts:  # one sentence, with a name in it
        parts = [_LEFT_OVER.sub("", part).strip() for part in marks.split(text)]
    line = one_line(" ".join(filter(None, parts)), LONGEST + 1).strip(" ,;.!-")
    is_whole = len(line) <= LONGEST and len(re.findall(r"[^\W\d_]{2,}", line)) > 1
    return line if is_whole else ""


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
        """The ids of the nearest entries, the best first."""
        hits = search(self._index, text, limit=JOINED, cut=False).hits
        return tuple(self._index.items[hit.entry].id for hit in hits)

    def _key(self, text: str) -> str:
        """What of a phrasing counts for the search, in any order."""
        return " ".join(sorted(self._terms(text))) or fold_phrase(text)

    def _terms(self, text: str) -> frozenset[str]:
        terms = frozenset(self._index.analyzer.terms(text))
        return terms - _BESIDE or terms

    def _rank(self, text: str) -> int:
        """How well visitors are served; the best last, a matter of no entry not at all."""
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
