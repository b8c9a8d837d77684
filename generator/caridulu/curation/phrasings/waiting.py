"""Questions that wait to become phrasings, and the entries that they were said not to be.

``ekspor/sebutan/menunggu.txt``
    One redacted question a line, the most useful first.
``ekspor/sebutan/bukan-ini.tsv``
    A question, a tab, and the ids of the entries that do not answer it.

``ekspor/`` belongs to this computer and is not kept in Git.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.knowledge import fold_phrase

FOLDER = Path("ekspor", "sebutan")
MOST_WAITING = 5_000  # questions; more are a year's work


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
