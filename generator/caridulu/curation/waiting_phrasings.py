"""Questions of consultations that wait to become phrasings, and what officers have said of them.

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

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from caridulu.curation.message_marks import digest_of
from caridulu.knowledge import fold_phrase

FOLDER = Path("ekspor", "sebutan")
MOST_WAITING = 5_000  # questions; more are a year's work


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
