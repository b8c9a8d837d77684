"""What ``caridulu save`` would record and send, to be seen before it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from caridulu.curation.writing import read_exact
from caridulu.editor.git.git import Git, literal
from caridulu.editor.git.journal import Journal

SHOWN_LINES = 40  # of one file


class Fate(StrEnum):
    """What has become of a file since it was last recorded."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class ChangedLine:
    """One line that was added, or taken away."""

    text: str
    is_added: bool


@dataclass(frozen=True)
class ChangedFile:
    """A file that the editor has written; ``lines`` are its first changed ones."""

    path: str
    fate: Fate
    added: int
    removed: int
    lines: tuple[ChangedLine, ...]


@dataclass(frozen=True)
class Pending:
    """What waits to be sent.

    Attributes:
        files: written by the editor, not recorded yet.
        others: changed by somebody else on this computer; recorded by nobody here.
        unsent: how many commits are recorded but not sent.
        has_upstream: whether there is a place to be sent to.
        knows_name: whether Git knows who records.
    """

    files: tuple[ChangedFile, ...]
    others: tuple[str, ...]
    unsent: int
    has_upstream: bool
    knows_name: bool

    @property
    def is_empty(self) -> bool:
        return not self.files and not self.unsent


def pending(root: Path) -> Pending:
    """Lists what waits in a repository; a file as it was recorded waits no longer."""
    git, journal = Git(root), Journal(root)
    written = journal.paths()
    changed = git.changed(written)
    journal.forget(set(written) - set(changed))
    has_upstream = git.has_upstream()
    return Pending(
        files=tuple(_file(git, root, path) for path in changed),
        others=tuple(path for path in git.others() if path not in changed),
        unsent=git.unsent() if has_upstream else 0,
        has_upstream=has_upstream,
        knows_name=git.knows_name(),
    )


def _file(git: Git, root: Path, path: str) -> ChangedFile:
    is_recorded = git("cat-file", "-e", f"HEAD:./{path}").ok
    is_there = (root / path).is_file()
    if is_recorded:
        fate = Fate.CHANGED if is_there else Fate.REMOVED
        diff = git("diff", "--no-ext-diff", "--no-color", "-U0", "HEAD", "--", *literal([path]))
        lines = list(_lines(diff.output))
    else:
        fate = Fate.NEW
        is_text = is_there and (root / path).suffix in (".yml", ".md")
        text = read_exact(root / path) if is_text else ""
        lines = [ChangedLine(line, is_added=True) for line in text.splitlines()]
    added = sum(line.is_added for line in lines)
    removed = len(lines) - added
    return ChangedFile(path, fate, added, removed, tuple(lines[:SHOWN_LINES]))


def _lines(diff: str) -> Iterator[ChangedLine]:
    """The changed lines of a diff without context."""
    is_body = False
    for line in diff.splitlines():
        is_body = is_body or line.startswith("@@")
        if is_body and line[:1] in ("+", "-"):
            yield ChangedLine(line[1:], is_added=line.startswith("+"))
