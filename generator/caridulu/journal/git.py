"""Git in one folder, asked without a terminal."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.progress import Progress

PATIENCE = 120  # seconds in which nothing moves
GLANCE = 1.0  # seconds between two looks at a command that waits for the network
MOVED = re.compile(r"(?:Writing|Receiving) objects: +\d+% \((\d+)/(\d+)\)")
SILENT_SSH = "ssh -oBatchMode=yes -oConnectTimeout=30"  # nobody sees a question in a terminal
UNFINISHED = ("rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD")
FROM_INPUT = ("--pathspec-from-file=-", "--pathspec-file-nul")  # a command line has an end


@dataclass(frozen=True)
class Done:
    ok: bool
    output: str
    reason: str  # the line in which Git says what is wrong, or its last one
    said: tuple[str, ...] = ()  # all lines, of a command that waits for the network


class Git:
    """Git in one folder; asks nothing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        silent = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LANGUAGE": "en"}
        looking = {"GIT_OPTIONAL_LOCKS": "0"}  # a page that looks must not stop one that records
        self._environment = {**os.environ, **silent, **looking}

    def __call__(self, *arguments: str, given: str = "") -> Done:
        """Runs a command; ``given`` is its standard input."""
        try:
            done = self._run(arguments, given.encode("utf-8", "surrogateescape"))
        except OSError as error:  # no Git on this computer
            return Done(ok=False, output="", reason=str(error))
        except subprocess.TimeoutExpired:
            return Done(ok=False, output="", reason=f"git {arguments[0]}: {PATIENCE} s")
        output, errors = (one.decode("utf-8", "replace") for one in (done.stdout, done.stderr))
        said = [line for line in errors.splitlines() if line.strip()]
        wrong = next(
            (line for line in said if line.startswith("fatal: ")), said[-1] if said else ""
        )
        return Done(done.returncode == 0, output, wrong)

    def _run(
        self, arguments: Iterable[str], given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=self.root,
            env=self._environment,
            input=given,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )

    def over_network(self, *arguments: str, on_progress: Progress) -> Done:
        """Runs a command that waits for another computer, for as long as something moves."""
        known = {"GIT_SSH", "GIT_SSH_COMMAND"} & self._environment.keys()
        own_ssh = known or self("config", "core.sshCommand").ok
        ssh = () if own_ssh else ("-c", f"core.sshCommand={SILENT_SSH}")
        try:
            process = subprocess.Popen(
                ["git", *ssh, *arguments, "--progress"],
                cwd=self.root,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:  # no Git on this computer
            return Done(ok=False, output="", reason=str(error))
        return _RunningCommand(process, on_progress).end(silent=f"git {arguments[0]}: {PATIENCE} s")

    def lines(self, *arguments: str) -> list[str]:
        """Runs a command and returns what it prints, line by line."""
        return [line for line in self(*arguments).output.splitlines() if line]

    def names(self, *arguments: str) -> list[str]:
        """Runs a command that ends each name with a NUL byte, and returns the names."""
        return [name for name in self(*arguments).output.split("\0") if name]

    def content(self, path: str, revision: str = "HEAD") -> bytes | None:
        """Reads a file as it was recorded; None when there was none."""
        try:
            done = self._run(["cat-file", "blob", f"{revision}:./{path}"])
        except (OSError, subprocess.TimeoutExpired):
            return None
        return done.stdout if done.returncode == 0 else None

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

    def differing(self) -> list[str]:
        """Lists recorded files that differ from what is recorded, by paths from the folder."""
        last = "HEAD"
        if not self("rev-parse", "--verify", last).ok:  # nothing is recorded: the empty tree
            last = self("hash-object", "-t", "tree", "--stdin").output.strip()
        return self.names("diff", "--name-only", "--relative", "--no-renames", "-z", last)

    def unrecorded(self, *folders: str) -> list[str]:
        """Lists files that were never recorded and are not ignored."""
        return self.names("ls-files", "--others", "--exclude-standard", "-z", "--", *folders)

    def changed(self, paths: Iterable[str]) -> list[str]:
        """Selects the paths that differ from what is recorded."""
        differing = {*self.differing(), *self.unrecorded()}
        return [path for path in paths if path in differing]

    def author(self) -> str:
        """Names who records from here, as ``name <mail>``; empty if Git does not know."""
        said = self.names("config", "--null", "--get-regexp", r"^user\.(name|email)$")
        values = {key: value.strip() for key, _, value in (one.partition("\n") for one in said)}
        name, mail = values.get("user.name"), values.get("user.email")
        return f"{name} <{mail}>" if name and mail else ""

    def commit(self, paths: Iterable[str], text: str, *, author: str = "") -> Done:
        """Records exactly these paths; what else is staged stays staged.

        ``author`` is ``name <mail>`` or a name alone; empty for who records from here.
        """
        listed = "\0".join(literal(paths))
        added = self("add", "--all", *FROM_INPUT, given=listed)
        if not added.ok:
            return added
        named = [f"--author={author if '<' in author else f'{author} <>'}"] if author else []
        return self("commit", "--quiet", "--only", *named, "-m", text, *FROM_INPUT, given=listed)


class _RunningCommand:
    """Reads what a running command says: how much has travelled, and lines that stay."""

    def __init__(self, process: subprocess.Popen[str], on_progress: Progress) -> None:
        self._process = process
        self._on_progress = on_progress
        self._lines: list[str] = []
        self._at = time.monotonic()  # it has said something
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def end(self, *, silent: str) -> Done:
        """Waits for the end of the command, or ends it when nothing moves any more."""
        while True:
            try:
                ok = self._process.wait(GLANCE) == 0
                break
            except subprocess.TimeoutExpired:
                if time.monotonic() - self._at > PATIENCE:
                    self._process.kill()
                    self._process.wait()
                    return Done(ok=False, output="", reason=silent)
        self._thread.join(GLANCE)  # what Git has left behind may keep the line open
        return Done(ok, "", self._lines[-1] if self._lines else "", tuple(self._lines))

    def _listen(self) -> None:
        with self._process.stderr or nullcontext(()) as said:
            for line in map(str.strip, said):
                self._at = time.monotonic()
                if moved := MOVED.match(line):
                    self._on_progress(int(moved[1]), int(moved[2]))
                elif line and not line.partition(":")[0].endswith((" objects", " deltas")):
                    self._lines.append(line)


def literal(paths: Iterable[str]) -> list[str]:
    """Marks paths so that nothing in them is a wildcard."""
    return [f":(literal){path}" for path in paths]


def without_mail(who: str) -> str:
    """Takes the mail away: ``Petugas PST <pst@kantor.example>`` -> ``Petugas PST``."""
    return who.partition(" <")[0]
