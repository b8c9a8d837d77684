"""Groups of questions that an officer has made; no likeness divides or joins them.

``ekspor/sebutan/sama.tsv``
    Questions that ask the same, with tabs between; a question alone on its line is like none of
    the others.

``ekspor/`` belongs to this computer and is not kept in Git.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.waiting_phrasings import FOLDER
from caridulu.knowledge import fold_phrase

NAME = "sama.tsv"


@dataclass(frozen=True)
class SameQuestions:
    """Groups of questions; no question is in two."""

    groups: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, root: Path) -> "SameQuestions":
        """Reads the groups of a project; none where the file cannot be read."""
        try:
            lines = (root / FOLDER / NAME).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            return cls()
        groups = cls()
        for line in lines:
            groups = groups.with_group([text.strip() for text in line.split("\t")])
        return groups

    def with_group(self, texts: Iterable[str]) -> "SameQuestions":
        """Makes a group of questions, and takes them out of the groups they were in."""
        group = {fold_phrase(text): text for text in texts if text}
        rest = (
            tuple(text for text in other if fold_phrase(text) not in group) for other in self.groups
        )
        return SameQuestions((*filter(None, rest), *([tuple(group.values())] if group else [])))

    def parted(self, shown: Iterable[Sequence[str]], same: Collection[str]) -> "SameQuestions":
        """Makes one group of the questions that are the ``same``.

        What is left of the groups as they are ``shown`` stays together without them.
        """
        changed = self.with_group(same)
        for group in shown:
            left = [text for text in group if text not in same]
            if 0 < len(left) < len(group):
                changed = changed.with_group(left)
        return changed

    def positions(self, texts: Iterable[str]) -> list[list[int]]:
        """Returns the positions of the questions among ``texts``, by group."""
        number = {fold_phrase(text): n for n, text in enumerate(texts)}
        keys = ([fold_phrase(text) for text in group] for group in self.groups)
        found = ([number[key] for key in group if key in number] for group in keys)
        return [group for group in found if group]

    def files(self, root: Path) -> dict[Path, str]:
        """Returns the text of the file that keeps them."""
        return {root / FOLDER / NAME: "".join("\t".join(group) + "\n" for group in self.groups)}
