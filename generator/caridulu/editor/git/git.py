"""Git in one folder, asked without a terminal."""

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 120  # seconds for the network
UNFINISHED = ("rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD")


@dataclass(frozen=True)
class Done:
    ok: bool
    output: str
    reason: str  # the last line that Git says


class Git:
    """Git in one folder; asks nothing."""

    def __init__(self, root: Path) -> None:
        self._root = root
        silent = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true"}
        looking = {"GIT_OPTIONAL_LOCKS": "0"}  # a page that looks must not stop one that records
        self._environment = {**os.environ, **silent, **looking}

    def __call__(self, *arguments: str) -> Done:
        command = ["git", "-c", "core.quotePath=false", *arguments]
        try:
            done = subprocess.run(
                command,
                cwd=self._root,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE,
            )
        except OSError as error:  # no Git on this computer
            return Done(ok=False, output="", reason=str(error))
        except subprocess.TimeoutExpired:
            return Done(ok=False, output="", reason=f"git {arguments[0]}: {PATIENCE} s")
        said = [line for line in done.stderr.splitlines() if line.strip()]
        return Done(done.returncode == 0, done.stdout, said[-1] if said else "")

    def lines(self, *arguments: str) -> list[str]:
        """Runs a command and returns what it prints, line by line."""
        return [line for line in self(*arguments).output.splitlines() if line]

    @property
    def folder(self) -> Path | None:
        """The folder of this repository's history; None outside one or without Git."""
        done = self("rev-parse", "--absolute-git-dir")
        return Path(done.output.strip()) if done.ok else None

    def is_busy(self) -> bool:
        """Tells whether somebody has left a merge or the like unfinished."""
        folder = self.folder
        return folder is not None and any((folder / name).exists() for name in UNFINISHED)

    def has_upstream(self) -> bool:
        """Tells whether the branch has a place to be sent to."""
        return self("rev-parse", "--abbrev-ref", "@{upstream}").ok

    def unsent(self) -> int:
        """Counts the commits of the branch that are not sent."""
        return len(self.lines("rev-list", "@{upstream}..HEAD"))

    def unknown(self) -> int:
        """Counts the fetched commits of others that are not in the branch."""
        return len(self.lines("rev-list", "HEAD..@{upstream}"))

    def others(self) -> list[str]:
        """Lists recorded files that differ from what is recorded."""
        return self.lines("diff", "--name-only", "--relative", "HEAD")

    def changed(self, paths: Iterable[str]) -> list[str]:
        """Selects the paths that differ from what is recorded."""
        status = ("status", "--porcelain", "--untracked-files=all", "--")
        return [path for path in paths if self.lines(*status, *literal([path]))]

    def knows_name(self) -> bool:
        """Tells whether commits can name their author."""
        return self("config", "user.name").ok and self("config", "user.email").ok


def literal(paths: Iterable[str]) -> list[str]:
    """Marks paths so that nothing in them is a wildcard."""
    return [f":(literal){path}" for path in paths]
