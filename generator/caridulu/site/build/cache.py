"""What was made before, by the content it was made from: nothing is made twice.

A key is a digest of everything that decides a value, so a kept value is never out of date; what a
build did not ask for is dropped. Without a writable folder everything is simply made again.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

_FILE = "site.sqlite"
_VERSION = 2  # of the table
_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT)"
_SOURCES = (".py", ".html", ".css", ".js", ".yml")


class Cache:
    """Texts by the digest of what they are made from, for one build."""

    def __init__(self, kept: "_Kept | None" = None) -> None:
        self._kept = kept
        self._keys = kept.keys() if kept else frozenset()
        self._made: dict[str, str] = {}
        self._used: set[str] = set()
        self.hits = 0

    def get(self, key: str, make: Callable[[], str]) -> str:
        """The text kept under ``key``, or else made now."""
        text = self._made.get(key)
        if text is None and self._kept and key in self._keys:
            text = self._kept.value(key)
        if text is None:
            text = self._made[key] = make()
        else:
            self.hits += 1
        self._used.add(key)
        return text

    def mark(self, key: str) -> None:
        """Keep ``key`` without a text."""
        if not self.knows(key):
            self._made[key] = ""
        self._used.add(key)

    def knows(self, key: str) -> bool:
        """Whether a text is kept under ``key``."""
        return key in self._made or key in self._keys

    def drop(self, key: str) -> None:
        """Forget a text that must not be kept."""
        self._made.pop(key, None)
        self._used.discard(key)

    def keep(self) -> None:
        """Keep what this build asked for, and nothing else."""
        if self._kept:
            self._kept.update(new=self._made, gone=self._keys - self._used)


@contextmanager
def cache_in(folder: Path) -> Iterator[Cache]:
    """The cache kept in ``folder``, which is brought up to date when the build succeeds."""
    kept = _opened(folder / _FILE)
    try:
        cache = Cache(kept)
        yield cache
        cache.keep()
    finally:
        if kept:
            kept.close()


def digest(*parts: str) -> str:
    """A name for these texts together."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(f"{len(part)}:".encode())
        made.update(part.encode())
    return made.hexdigest()


def source_digest(*packages: str) -> str:
    """A name for the program itself: another version makes everything anew."""
    texts = []
    for package in packages:
        root = Path(str(files(package)))
        paths = sorted(path for path in root.rglob("*") if path.suffix in _SOURCES)
        texts += [f"{path.relative_to(root)}\n{path.read_text('utf-8')}" for path in paths]
    return digest(*texts)


class _Kept:
    """The file of an earlier build; damaged, it is as good as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = sqlite3.connect(path)
        with self._connection:
            [(version,)] = self._connection.execute("PRAGMA user_version")
            if version != _VERSION:
                self._connection.execute("DROP TABLE IF EXISTS kept")
                self._connection.execute(f"PRAGMA user_version = {_VERSION}")
            self._connection.execute(_SCHEMA)

    def keys(self) -> frozenset[str]:
        return frozenset(key for (key,) in self._connection.execute("SELECT key FROM kept"))

    def value(self, key: str) -> str | None:
        rows = self._connection.execute("SELECT value FROM kept WHERE key = ?", (key,))
        return next((str(value) for (value,) in rows), None)

    def update(self, *, new: dict[str, str], gone: frozenset[str]) -> None:
        if not new and not gone:
            return
        try:
            with self._connection:
                rows = ((key,) for key in gone)
                self._connection.executemany("DELETE FROM kept WHERE key = ?", rows)
                self._connection.executemany("INSERT INTO kept VALUES (?, ?)", new.items())
        except sqlite3.Error:  # the disk is full, or the folder may only be read
            return

    def close(self) -> None:
        self._connection.close()


def _opened(path: Path) -> _Kept | None:
    """The kept texts at ``path``; None where nothing can be kept."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _Kept(path)
    except sqlite3.DatabaseError:  # damaged, or of another program: the next build starts afresh
        path.unlink(missing_ok=True)
    except OSError:  # a folder that may only be read
        return None
    return None
