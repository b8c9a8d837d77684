"""What ``caridulu save`` would record and send, to be seen before it does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from caridulu.journal.git import Git, literal
from caridulu.journal.journal import Journal, text_of
from caridulu.site.build.write_site import SOURCES

SHOWN_LINES = 40  # of one file
TEXTS = (".yml", ".md", ".json")  # others, as pictures, have no lines to be shown
SHOWN_FILES = 60  # of which lines are shown: Git is asked about each


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
    """A file that reads differently than it was recorded; ``lines`` are its first changed ones."""

    path: str
    fate: Fate
    added: int
    removed: int
    lines: tuple[ChangedLine, ...]


@dataclass(frozen=True)
class Pending:
    """What waits to be sent.

    Attributes:
        files: written by the product, not recorded yet.
        others: changed in another way on this computer; recorded only if an officer wants that.
        unsent: how many commits are recorded but not sent.
        has_upstream: whether there is a place to be sent to.
        knows_name: whether Git knows who records.
    """

    files: tuple[ChangedFile, ...]
    others: tuple[ChangedFile, ...]
    unsent: int
    has_upstream: bool
    knows_name: bool

    @property
    def is_empty(self) -> bool:
        return not self.files and not self.unsent and not self.others


def pending(root: Path) -> Pending:
    """Lists what waits in a repository; a file as it was recorded waits no longer."""
    git, journal = Git(root), Journal(root)
    actions = journal.actions()
    changed = git.changed(journal.paths())
    has_upstream = git.has_upstream()
    unsent = git.unsent() if has_upstream else 0
    if not unsent:  # what is recorded and sent by other means
        waiting = set(changed)
        journal.close(one for one in actions if _is_sent(git, journal, one.paths, waiting))
    return Pending(
        files=_files(git, changed),
        others=_files(git, other_changes(git, changed)),
        unsent=unsent,
        has_upstream=has_upstream,
        knows_name=bool(git.author()),
    )


def _is_sent(git: Git, journal: Journal, paths: Iterable[str], waiting: set[str]) -> bool:
    """Whether all files of an action differ from what they were, and from nothing recorded."""
    differing = set(journal.paths())
    listed = list(paths)
    return bool(listed) and all(one in differing and one not in waiting for one in listed)


def other_changes(git: Git, ours: Iterable[str]) -> list[str]:
    """Lists what differs from what is recorded without the product having written it."""
    return sorted({*git.differing(), *git.unrecorded(*SOURCES)} - set(ours))


def _files(git: Git, paths: Sequence[str]) -> tuple[ChangedFile, ...]:
    """Looks at each file; the lines of the first ones only."""
    recorded = _counted(git) if paths else {}
    return tuple(
        _recorded(git, path, *recorded[path], is_shown=number < SHOWN_FILES)
        if path in recorded
        else _new(git.root / path, path)
        for number, path in enumerate(paths)
    )


def _counted(git: Git) -> dict[str, tuple[int, int]]:
    """How many lines of each recorded file were added and removed."""
    counted = {}
    for row in git.names("diff", "--numstat", "--relative", "--no-renames", "-z", "HEAD"):
        added, removed, path = row.split("\t", 2)
        counted[path] = (_number(added), _number(removed))
    return counted


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0  # "-": no text


def _recorded(git: Git, path: str, added: int, removed: int, *, is_shown: bool) -> ChangedFile:
    fate = Fate.CHANGED if (git.root / path).is_file() else Fate.REMOVED
    lines: tuple[ChangedLine, ...] = ()
    if is_shown:
        diff = git("diff", "--no-ext-diff", "--no-color", "-U0", "HEAD", "--", *literal([path]))
        lines = tuple(_lines(diff.output))[:SHOWN_LINES]
    return ChangedFile(path, fate, added, removed, lines)


def _new(file: Path, path: str) -> ChangedFile:
    is_text = file.is_file() and file.suffix in TEXTS
    text = text_of(file.read_bytes()) if is_text else None
    lines = [ChangedLine(line, is_added=True) for line in (text or "").splitlines()]
    return ChangedFile(path, Fate.NEW, len(lines), 0, tuple(lines[:SHOWN_LINES]))


def _lines(diff: str) -> Iterator[ChangedLine]:
    """The changed lines of a diff without context."""
    is_body = False
    for line in diff.splitlines():
        is_body = is_body or line.startswith("@@")
        if is_body and line[:1] in ("+", "-"):
            yield ChangedLine(line[1:], is_added=line.startswith("+"))
