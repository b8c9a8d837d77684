"""Lists what ``caridulu save`` would record and send."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from caridulu.journal.git import Git, literal
from caridulu.journal.journal import Journal, decoded_text
from caridulu.site.build.write_site import SOURCES

WITH_THEM = ("mkdocs.yml", ".gitignore")  # without which a copy cannot be built or kept clean
SHOWN_LINES = 40  # of one file
TEXTS = (".yml", ".md", ".json")  # others, as pictures, have no lines to be shown
SHOWN_FILES = 60  # of which lines are shown: Git is asked about each


@dataclass(frozen=True)
class ChangedFile:
    """A file that reads differently than it was recorded."""

    path: str
    fate: Literal["new", "changed", "removed"]
    added: int
    removed: int
    lines: Sequence[str]  # the first changed ones, each behind + or -


@dataclass(frozen=True)
class Pending:
    files: tuple[ChangedFile, ...]  # written by the product, not recorded yet
    others: tuple[ChangedFile, ...]  # changed in another way; recorded only if wanted
    unsent: int  # commits that are recorded but not sent
    has_upstream: bool  # whether there is a place to be sent to
    knows_name: bool  # whether Git knows who records

    @property
    def is_empty(self) -> bool:
        return not self.files and not self.unsent and not self.others


def waiting_files(root: Path, journal: Journal) -> int:
    """Counts the files that the product has written and nobody has recorded; without Git, none."""
    git = Git(root)
    paths = journal.paths()
    return len(git.changed(paths)) if paths and git.folder else 0


def pending(root: Path) -> Pending:
    """Lists what waits in a repository; a file as it was recorded waits no longer."""
    git, journal = Git(root), Journal(root)
    actions = journal.actions()
    changed = git.changed(journal.paths())
    has_upstream = git.has_upstream()
    unsent = git.unsent() if has_upstream else 0
    if not unsent:  # what is recorded and sent by other means
        sent = set(journal.paths()) - set(changed)
        journal.close(one for one in actions if one.paths and sent.issuperset(one.paths))
    return Pending(
        files=_files(git, changed),
        others=_files(git, other_changes(git, changed)),
        unsent=unsent,
        has_upstream=has_upstream,
        knows_name=bool(git.author()),
    )


def other_changes(git: Git, ours: Iterable[str]) -> list[str]:
    """Lists what differs from what is recorded without the product having written it."""
    return sorted({*git.differing(), *git.unrecorded(*SOURCES, *WITH_THEM)} - set(ours))


def _files(git: Git, paths: Sequence[str]) -> tuple[ChangedFile, ...]:
    """Looks at each file; the lines of the first ones only."""
    recorded = _counted(git) if paths else {}
    found = []
    for number, path in enumerate(paths):
        if path not in recorded:
            found.append(_new_file(git, path))
            continue
        lines = _lines(git, path) if number < SHOWN_FILES else []
        fate: Literal["changed", "removed"]
        fate = "changed" if (git.root / path).is_file() else "removed"
        found.append(ChangedFile(path, fate, *recorded[path], lines[:SHOWN_LINES]))
    return tuple(found)


def _new_file(git: Git, path: str) -> ChangedFile:
    file = git.root / path
    is_text = file.is_file() and file.suffix in TEXTS
    text = decoded_text(file.read_bytes()) if is_text else None
    lines = [f"+{line}" for line in (text or "").splitlines()]
    return ChangedFile(path, "new", len(lines), 0, lines[:SHOWN_LINES])


def _counted(git: Git) -> dict[str, tuple[int, int]]:
    """Counts the lines of each recorded file that were added and removed."""
    counted = {}
    for row in git.names("diff", "--numstat", "--relative", "--no-renames", "-z", "HEAD"):
        added, removed, path = row.split("\t", 2)
        counted[path] = (_number(added), _number(removed))
    return counted


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0  # "-": no text


def _lines(git: Git, path: str) -> list[str]:
    """Lists the changed lines of a recorded file."""
    diff = git("diff", "--no-ext-diff", "--no-color", "-U0", "HEAD", "--", *literal([path]))
    _, _, hunks = diff.output.partition("\n@@")
    return [line for line in hunks.splitlines() if line.startswith(("+", "-"))]
