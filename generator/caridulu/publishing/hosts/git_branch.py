"""A branch of a Git repository, from which Pages and the like publish. Git itself does the work.

One deployment is one commit after the one that is there; all of it becomes public with the push.
"""

import hashlib
import os
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from caridulu.knowledge.model import Target
from caridulu.knowledge.model.target import BRANCH
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.host import Host
from caridulu.publishing.secret_store import secret, variable

FOLDER = Path(".caridulu") / "publishing"  # in the project; may be deleted at any time
THERE, FRESH = "refs/caridulu/there", "refs/heads/caridulu"
PLAIN = ".nojekyll"  # tells Pages to leave every file as it is
PATIENCE = 600  # seconds for the network
NAME = "Cari Dulu"
# With these Git, calling us from a hook, speaks of another repository.
INNER = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"})
SIGNS = {  # of what Git and SSH say in English, the first that fits
    "git_moved": r"rejected\]|non-fast-forward|fetch first|cannot lock ref",
    "git_refused": r"Authentication failed|could not read Username|Permission denied|403",
    "git_unknown_host": r"Host key verification failed",
    "git_silent": r"Could not resolve|[Uu]nable to connect|[Ff]ailed to connect|unreachable"
    r"|No route|Connection (?:refused|timed)|Operation timed out",
    "git_nowhere": r"does not appear to be a git repository|not found|does not exist",
}
# The line of SSH before it says more.
SAYS_NOTHING = "fatal: Could not read from remote repository"


@contextmanager
def open_branch(target: Target, root: Path) -> Iterator["Branch"]:
    """Fetches the branch of a target; it is made with the first deployment."""
    if shutil.which("git") is None:
        raise PublishingError("git_missing")
    name = hashlib.sha256(target.place.encode()).hexdigest()[:16]
    folder = root / FOLDER / f"{name}.git"
    git, was_there = _Git(folder, root, target), folder.exists()
    try:
        parent = git.fetched()
    except PublishingError:
        if not was_there:
            raise
        shutil.rmtree(folder, ignore_errors=True)  # an interrupted fetch may have left it broken
        parent = git.fetched()
    yield Branch(git, parent)


class _Git:
    """Git with a folder of its own for the history; asks nothing, shows no secret."""

    def __init__(self, folder: Path, root: Path, target: Target) -> None:
        self._folder, self._root, self._target = folder, root, target
        self._branch = f"refs/heads/{target.branch or BRANCH}"
        self._repository = target.repository or ""
        outside = {name: value for name, value in os.environ.items() if name not in INNER}
        self._environment = {
            **outside,
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ALLOW_PROTOCOL": "file:http:https:ssh",
            "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND", "ssh -o BatchMode=yes"),
            "LC_ALL": "C",
            **_header(self._repository, secret(target, "token")),
        }

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """Runs a command of Git and returns what it prints."""
        done = self._done(*arguments, given=given)
        if done.returncode:
            raise failure_of(done.stderr.decode("utf-8", "replace"), self._target)
        return done.stdout

    def content(self, path: str) -> bytes | None:
        """Returns a file of the fetched branch."""
        done = self._done("cat-file", "blob", f"{THERE}:{path}")
        return None if done.returncode else done.stdout

    def fetched(self) -> str | None:
        """Fetches the branch; returns its commit, or None if there is no such branch."""
        if not self._folder.exists():
            try:
                self._folder.mkdir(parents=True)
            except OSError as error:
                path, reason = self._folder, error.strerror
                raise PublishingError("folder_failed", path=path, reason=reason) from error
            self.run("init", "--quiet", "--bare")
        listed = self.run("ls-remote", "--", self._repository, self._branch).decode()
        rows = [row.split("\t") for row in listed.splitlines()]
        if not any(name == self._branch for _, name in rows):
            return None
        wanted = f"+{self._branch}:{THERE}"
        self.run("fetch", "--quiet", "--no-tags", "--depth=1", "--", self._repository, wanted)
        return self.run("rev-parse", THERE).decode().strip()

    def push(self, *how: str) -> None:
        """Sends the new commit; never by force."""
        self.run("push", "--quiet", *how, "--", self._repository, f"{FRESH}:{self._branch}")

    def author(self) -> str:
        """Returns who commits: whom Git knows, or the program."""
        name = self._done("config", "user.name").stdout.decode().strip()
        mail = self._done("config", "user.email").stdout.decode().strip()
        return f"{name or NAME} <{mail}>"

    def _done(self, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        command = ["git", f"--git-dir={self._folder.absolute()}", *arguments]
        try:
            return subprocess.run(
                command,
                cwd=self._root,
                env=self._environment,
                input=given,
                capture_output=True,
                check=False,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired as error:
            reason = f"git {arguments[0]}: {PATIENCE} s"
            raise PublishingError("git_failed", place=self._target.place, reason=reason) from error


def failure_of(said: str, target: Target) -> PublishingError:
    """Says in a sentence why Git has failed."""
    lines = [line for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(SAYS_NOTHING)]
    told = next((one for one in telling if one.startswith(("fatal:", "error:"))), "")
    reason = told or next(iter(telling), "git")
    key = next((key for key, sign in SIGNS.items() if re.search(sign, said)), "git_failed")
    token = variable(target, "token")
    return PublishingError(key, place=target.place, token=token, reason=reason)


def _header(repository: str, token: str | None) -> Mapping[str, str]:
    """Passes a token to Git by the environment: in no file, argument or address."""
    if not token or not repository.startswith("https://"):
        return {}
    basic = b64encode(f"x-access-token:{token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{repository}.extraHeader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {basic}",
    }


class Branch(Host):
    """Files of the branch as they will be; nothing is public before ``finish``."""

    lanes = 1
    at_once = True

    def __init__(self, git: _Git, parent: str | None) -> None:
        self._git, self._parent = git, parent
        self._changed: dict[str, bytes | None] = {}
        listed = git.run("ls-tree", "-r", "-z", "--name-only", parent) if parent else b""
        self._there = frozenset(listed.decode("utf-8", "surrogateescape").split("\0")) - {""}

    def read(self, path: str) -> bytes | None:
        if path in self._changed:
            return self._changed[path]
        return self._git.content(path) if path in self._there else None

    def write(self, path: str, content: bytes) -> None:
        self._changed[path] = content

    def copy(self, source: str, target: str) -> None:
        """Puts the content of one file at another path; Git keeps it once."""
        self._changed[target] = self.read(source) or b""

    def remove(self, path: str) -> None:
        self._changed[path] = None

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        """Returns those of the paths at which there is a file or a folder."""
        folders = {path[:at] for path in self._there for at, char in enumerate(path) if char == "/"}
        new = {path for path, content in self._changed.items() if content is not None}
        return frozenset(paths) & (self._there | folders | new)

    def top_names(self) -> tuple[str, ...]:
        return tuple(sorted({path.partition("/")[0] for path in self._there} - {PLAIN}))

    def rehearse(self) -> None:
        self._commit("percobaan")
        self._git.push("--dry-run")

    def finish(self, note: str) -> None:
        self._commit(note)
        self._git.push()

    def _commit(self, note: str) -> None:
        if PLAIN not in self._there:
            self.write(PLAIN, b"")
        if self._parent is None:
            self._git.run("update-ref", "-d", FRESH)
        importing = ("fast-import", "--quiet", "--force", "--date-format=now")
        self._git.run(*importing, given=self._stream(note))

    def _stream(self, note: str) -> bytes:
        """Returns the commit in the language of ``git fast-import``."""
        head = f"commit {FRESH}\ncommitter {self._git.author()} now\n".encode()
        lines = [head, _data_block(note)]
        if self._parent:
            lines.append(f"from {self._parent}\n".encode())
        for path, content in sorted(self._changed.items()):
            name = path.encode("utf-8", "surrogateescape")
            if content is None:
                lines.append(b"D %s\n" % name if path in self._there else b"")
            else:
                lines += [b"M 100644 inline %s\n" % name, _data_block(content)]
        return b"".join(lines)


def _data_block(content: str | bytes) -> bytes:
    content = content.encode() if isinstance(content, str) else content
    return b"data %d\n%s\n" % (len(content), content)
