"""Which files the editor has written since they were last sent with Git.

Kept in the repository's own ``.git`` folder: part of no commit, and gone with the repository.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from caridulu.editor.git.git import Git

FILE = "caridulu-edited.json"


class Journal:
    """The list, by paths from the project's root; empty and silent where there is no Git."""

    def __init__(self, root: Path) -> None:
        self._root = root
        folder = Git(root).folder
        self._file = folder / FILE if folder else None

    def paths(self) -> tuple[str, ...]:
        """Lists what has been written, sorted."""
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
