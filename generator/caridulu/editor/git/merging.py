"""Merges what others have sent into the own branch, in a copy beside the project.

The project's own files move in one step at the end or not at all: whatever is edited there
meanwhile, or was changed outside the editor, stays as it is and stops nothing unless the others
have changed the same file. Where a commit meets another one on the same lines, all own commits are
joined with theirs at once, and each file on which they meet is settled by itself.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from caridulu.journal.git import Git, literal

JOINED = "Gabungan dengan perubahan petugas lain"  # in the history, where both changed a file


@dataclass(frozen=True)
class Clash:
    """A file that both have changed in the same place; None where it is not there."""

    path: str
    base: bytes | None
    theirs: bytes | None
    mine: bytes | None


@dataclass(frozen=True)
class Settled:
    """What a file of a clash is to hold; None: it is to be gone."""

    content: bytes | None


Settle = Callable[[Clash], Settled | None]  # None: an officer has to choose


@dataclass(frozen=True)
class MergeResult:
    """The result of a merge; with clashes or edited files nothing was taken in."""

    paths: tuple[str, ...] = ()  # of files that came in
    clashes: tuple[Clash, ...] = ()  # for which somebody has to choose
    edited: tuple[str, ...] = ()  # that are being edited here, and the others have changed
    reason: str = ""  # what Git said when it could not


def merge_fetched(git: Git, settle: Settle, *, is_tried: bool = False) -> MergeResult:
    """Puts what was fetched and the own commits together; if only tried, looks for clashes.

    ``settle`` gives what a file of a clash is to hold.
    """
    if not git.unknown():
        return MergeResult()
    head, theirs = (git("rev-parse", name).output.strip() for name in ("HEAD", "@{upstream}"))
    with _copied(git, head) as copy:
        if copy is None:
            return MergeResult(reason="worktree")
        if not copy("rebase", "--no-autostash", "--quiet", theirs).ok:
            copy("rebase", "--abort")
            failed = _joined(copy, head, theirs, settle)
            if failed:
                return failed
        joined = copy("rev-parse", "HEAD").output.strip()
        incoming = copy.names("diff", "--name-only", "--relative", "--no-renames", "-z", head)
        touched = {*git.differing(), *git.unrecorded()}
        edited = tuple(path for path in incoming if path in touched)
        if edited or is_tried:
            return MergeResult(edited=edited)
        moved = git("reset", "--keep", "--quiet", joined)
    return MergeResult(tuple(incoming)) if moved.ok else MergeResult(reason=moved.reason)


@contextmanager
def _copied(git: Git, head: str) -> Iterator[Git | None]:
    """Copies the recorded files into a folder that exists for this only."""
    inner = git("rev-parse", "--show-prefix").output.strip()
    with tempfile.TemporaryDirectory(prefix="caridulu-", ignore_cleanup_errors=True) as name:
        place = Path(name) / "salinan"
        made = git("worktree", "add", "--detach", "--quiet", str(place), head)
        try:
            yield Git(place / inner) if made.ok else None
        finally:
            git("worktree", "remove", "--force", str(place))
            git("worktree", "prune")


def _joined(copy: Git, head: str, theirs: str, settle: Settle) -> MergeResult | None:
    """Joins both sides in the copy; None when that is done."""
    copy("reset", "--hard", "--quiet", head)
    merged = copy("merge", "--no-commit", "--no-ff", "--quiet", theirs)
    clashing = copy.names("diff", "--name-only", "--relative", "--diff-filter=U", "-z")
    if not merged.ok and not clashing:
        return MergeResult(reason=merged.reason)
    open_clashes = []
    for path in clashing:
        base, mine, other = (copy.content(path, f":{stage}") for stage in (1, 2, 3))
        at = path
        if base and mine and not other:
            at, other = _elsewhere(copy, path, theirs)
        elif base and other and not mine:
            at, mine = _elsewhere(copy, path, head)
        clash = Clash(at, base, other, mine)
        settled = settle(clash)
        if settled is None:
            open_clashes.append(clash)
            continue
        _put(copy, path, None)
        _put(copy, at, settled.content)
    if open_clashes:
        return MergeResult(clashes=tuple(open_clashes))
    recorded = copy("commit", "--quiet", "-m", JOINED)
    return None if recorded.ok else MergeResult(reason=recorded.reason)


def _elsewhere(copy: Git, path: str, revision: str) -> tuple[str, bytes | None]:
    """Finds the file of an entry that was moved to another category, however much was rewritten."""
    entries = copy.names("ls-tree", "-r", "-z", "--name-only", revision, "--", "kb")
    pattern = f"kb/*/{PurePosixPath(path).name}"
    moved = [one for one in entries if PurePosixPath(one).match(pattern)]
    at = moved[0] if len(moved) == 1 and PurePosixPath(path).match(pattern) else path
    return at, copy.content(at, revision)


def _put(copy: Git, path: str, content: bytes | None) -> None:
    """Settles one file in the copy."""
    file = copy.root / path
    if content is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    copy("add", "--all", "--", *literal([path]))
