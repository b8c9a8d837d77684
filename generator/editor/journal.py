"""Which files the editor has written since they were last sent with Git.

Kept in the repository's own ``.git`` folder: part of no commit, and gone with the repository.
"""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

FILE = "caridulu-edited.json"


def git_folder(root: Path) -> Path | None:
    """The folder in which Git keeps this repository, or None outside one or without Git."""
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--absolute-git-dir"],
            cwd=root,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Path(done.stdout.strip()) if done.returncode == 0 else None


class Journal:
    """The list, by paths from the project's root; empty and silent where there is no Git."""

    def __init__(self, root: Path) -> None:
        self._root = root
        folder = git_folder(root)
        self._file = folder / FILE if folder else None

    def paths(self) -> tuple[str, ...]:
        """What has been written, sorted."""
        if self._file is None or not self._file.is_file():
            return ()
        try:
            listed = json.loads(self._file.read_text(encoding="utf-8"))
        except ValueError:  # cut off by a power failure; what it listed is on the disk all the same
            return ()
        return tuple(sorted(str(path) for path in listed))

    def note(self, paths: Iterable[Path]) -> None:
        """Remembers files that were written or removed."""
        names = {path.relative_to(self._root).as_posix() for path in paths}
        self._keep(names | set(self.paths()))

    def forget(self, paths: Iterable[str]) -> None:
        """Forgets files that have been sent."""
        self._keep(set(self.paths()) - set(paths))

    def _keep(self, names: set[str]) -> None:
        if self._file is not None:
            self._file.write_text(json.dumps(sorted(names), indent=1) + "\n", encoding="utf-8")
