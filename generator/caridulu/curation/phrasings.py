"""Questions of consultations that wait to become phrasings, and the entries that they may mean.

``ekspor/sebutan/menunggu.txt``
    One redacted question a line, the most useful first.
``ekspor/sebutan/bukan-ini.tsv``
    A question, a tab, and the ids of the entries that do not answer it.

``ekspor/`` belongs to this computer and is not kept in Git.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.drafts.entries.entry_texts import one_line
from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import Redactor, placeholders
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search

FOLDER = Path("ekspor", "sebutan")
MOST_WAITING = 5_000  # questions; more are a year's work
OFFERED = 3  # entries beside a question
LONGEST = 160  # characters; a longer question is a story, and finds too much
_UNSERVED, _SERVED, _OF_NO_ENTRY = range(3)
_PART_ENDS = re.compile(r"(?<=[,;.!?])\s+")
_LEFT_OVER = re.compile(
    r"(?:\b(?:pak|bu|bapak|ibu|kak|saya|sy|dari|dengan|dgn|an|a\.n\.?|nama|untuk|utk|kepada|ke|di|"
    r"oleh|atas|milik|punya|bernama)\s*)+$",
    re.I,
)


@dataclass(frozen=True)
class Waiting:
    """What waits, by its folded text, and what was decided against."""

    texts: dict[str, str]
    refused: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, root: Path) -> "Waiting":
        texts = {fold_phrase(line): line for line in _lines(root / FOLDER / "menunggu.txt")}
        refused: dict[str, tuple[str, ...]] = {}
        for line in _lines(root / FOLDER / "bukan-ini.tsv"):
            text, _, ids = line.partition("\t")
            refused[fold_phrase(text)] = tuple(ids.split())
        return cls(texts, refused)

    def with_texts(self, texts: Iterable[str]) -> "Waiting":
        """Lets further questions wait, each once."""
        more = {fold_phrase(text): text for text in texts}
        joined = self.texts | {key: text for key, text in more.items() if key not in self.texts}
        return replace(self, texts=dict(list(joined.items())[:MOST_WAITING]))

    def refused_of(self, text: str) -> tuple[str, ...]:
        return self.refused.get(fold_phrase(text), ())

    def without(self, text: str) -> "Waiting":
        """Takes out a question that has become a phrasing."""
        key = fold_phrase(text)
        left = {other: line for other, line in self.texts.items() if other != key}
        return Waiting(left, {other: ids for other, ids in self.refused.items() if other != key})

    def not_these(self, text: str, entries: Iterable[str]) -> "Waiting":
        """Remembers that a question is none of these entries'; it waits for others to be near."""
        key = fold_phrase(text)
        ids = (*self.refused.get(key, ()), *entries)
        last = {other: line for other, line in self.texts.items() if other != key} | {key: text}
        return Waiting(last, self.refused | {key: tuple(dict.fromkeys(ids))})

    def files(self, root: Path) -> dict[Path, str]:
        """Returns the texts of the files that keep all this."""
        names = {key: self.texts.get(key, key) for key in sorted(self.refused)}
        refused = "".join(f"{names[key]}\t{' '.join(self.refused[key])}\n" for key in names)
        waiting = "".join(f"{line}\n" for line in self.texts.values())
        texts = {"menunggu.txt": waiting, "bukan-ini.tsv": refused}
        paths = {root / FOLDER / name: text for name, text in texts.items()}
        return {path: text for path, text in paths.items() if text or path.exists()}


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    return [line for line in text.splitlines() if line.strip()]


@dataclass(frozen=True)
class Offer:
    """A question and the entries that it is offered to."""

    text: str
    near: tuple[Item, ...]


def phrasing_of(question: str, redactor: Redactor) -> str:
    """Makes a phrasing of a redacted question: on one line, without greeting and marks.

    Returns:
        Nothing where too little is left, or too much.
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

    Args:
        index: All entries but archived ones.
        public: What visitors search; a question that an answer of the office's own files or a
            referral answers is no entry's.
    """

    def __init__(self, index: SearchIndex, public: SearchIndex | None = None) -> None:
        self._index = index
        self._public = public
        phrases = (phrase for item in index.items for phrase in (item.question, *item.aliases))
        self._known = {self._key(phrase) for phrase in phrases}

    def new(self, texts: Iterable[str]) -> list[str]:
        """Keeps the questions that nobody asks so far, those that find least first."""
        once: dict[str, str] = {}
        for text in filter(None, texts):
            once.setdefault(self._key(text), text)
        unknown = [text for key, text in once.items() if key not in self._known]
        ranked = [(self._rank(text), n, text) for n, text in enumerate(unknown)]
        return [text for rank, _, text in sorted(ranked) if rank < _OF_NO_ENTRY]

    def learn(self, text: str) -> None:
        """Offers nothing more that counts as this phrasing."""
        self._known.add(self._key(text))

    def next_of(self, waiting: Waiting) -> Iterator[Offer]:
        """Yields what can be offered, questions that were refused before last."""
        for text in waiting.texts.values():
            if offer := self.offer(text, waiting.refused_of(text)):
                yield offer

    def offer(self, text: str, refused: Iterable[str] = ()) -> Offer | None:
        """Finds the likeliest entries but those refused; None if there are none, or it is known."""
        if self._key(text) in self._known:
            return None
        hits = search(self._index, text, limit=OFFERED, cut=False).hits
        near = [self._index.items[hit.entry] for hit in hits]
        left = tuple(item for item in near if item.id not in set(refused))
        return Offer(text, left) if left else None

    def _key(self, text: str) -> str:
        """What of a phrasing counts for the search, in any order."""
        return " ".join(sorted(set(self._index.analyzer.terms(text)))) or fold_phrase(text)

    def _rank(self, text: str) -> int:
        """How well visitors are served; the best last, a matter of no entry not at all."""
        if self._public is None:
            return _UNSERVED
        result = search(self._public, text, limit=1)
        if not result.outcome.is_sure:
            return _UNSERVED
        first = self._public.items[result.hits[0].entry].id if result.hits else ""
        return _SERVED if kind_of(first) is ItemKind.ENTRY else _OF_NO_ENTRY
