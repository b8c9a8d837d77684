"""What was made before, by the content it was made from: nothing is made twice.

A key is a digest of everything that decides a value, so a kept value is never out of date; what a
build did not ask for is dropped. Without a writable folder everything is simply made again.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

_FILE = "site.sqlite"
_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"
_SOURCES = (".py", ".html", ".css", ".js", ".yml")


class Cache:
    """Values by the digest of what they are made from, for one build."""

    def __init__(self, kept: dict[str, bytes] | None = None) -> None:
        self._kept = kept or {}
        self.used: dict[str, bytes] = {}
        self.hits = 0

    def get(self, key: str, make: Callable[[], str]) -> str:
        """The value kept under ``key``, or else made now."""
        packed = self.used.get(key, self._kept.get(key))
        if packed is not None:
            self.hits += 1
            self.used[key] = packed
            return zlib.decompress(packed).decode()
        text = make()
        self.used[key] = zlib.compress(text.encode(), 1)
        return text

    def mark(self, key: str) -> None:
        """Keep ``key`` without a value."""
        self.used[key] = b""

    def knows(self, key: str) -> bool:
        """Whether a value is kept under ``key``."""
        return key in self.used or key in self._kept

    def drop(self, key: str) -> None:
        """Forget a value that must not be kept."""
        self.used.pop(key, None)

    @property
    def changed(self) -> bool:
        return self.used.keys() != self._kept.keys()


@contextmanager
def cache_in(folder: Path) -> Iterator[Cache]:
    """The cache kept in ``folder``, which is brought up to date when the build succeeds."""
    cache = Cache(_read(folder / _FILE))
    yield cache
    if cache.changed:
        _write(folder / _FILE, cache)


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


def _read(path: Path) -> dict[str, bytes]:
    if not path.is_file():
        return {}
    try:
        with closing(sqlite3.connect(path)) as connection:
            return dict(connection.execute("SELECT key, value FROM kept"))
    except sqlite3.Error:  # damaged, or of another program: made again
        return {}


def _write(path: Path, cache: Cache) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(_SCHEMA)
            known = {key for (key,) in connection.execute("SELECT key FROM kept")}
            gone = [(key,) for key in known - cache.used.keys()]
            connection.executemany("DELETE FROM kept WHERE key = ?", gone)
            new = [(key, value) for key, value in cache.used.items() if key not in known]
            connection.executemany("INSERT INTO kept VALUES (?, ?)", new)
    except sqlite3.DatabaseError:  # damaged, or the disk is full: the next build starts afresh
        path.unlink(missing_ok=True)
    except OSError:  # a folder that may only be read
        return
