"""A cache of what takes long to make, on the disk, keyed by the digest of what it was made from.

What is kept is never out of date, because its key names everything that decides it; what a build
did not ask for is dropped. Gain: of the first office's build three fifths of the processor time
(``tests/benchmarks/build_tricks.py``).
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

FOLDER = Path(".caridulu") / "cache"  # in the project; may be deleted at any time
_SOURCES = (".py", ".html", ".css", ".js", ".yml", ".txt")


class TextCache:
    """Texts by key, for one build."""

    def __init__(self, kept: Mapping[str, str] | None = None) -> None:
        self._texts = dict(kept or {})
        self._used: set[str] = set()

    def get(self, key: str, make: Callable[[], str]) -> str:
        """Returns the text under ``key``, made now if it is not there."""
        if key not in self._texts:
            self._texts[key] = make()
        self._used.add(key)
        return self._texts[key]

    def get_bytes(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Returns the bytes under ``key``, made now if they are not there."""
        return b64decode(self.get(key, lambda: b64encode(make()).decode()))

    def knows(self, key: str) -> bool:
        """Tells whether there is a text or a mark under ``key``."""
        return key in self._texts

    def mark(self, key: str) -> None:
        self.get(key, str)

    def used(self) -> dict[str, str]:
        """Returns the texts that were asked for, by key."""
        return {key: self._texts[key] for key in sorted(self._used)}


@contextmanager
def text_cache(root: Path, name: str) -> Iterator[TextCache]:
    """Opens one of the caches of the project at ``root``; writes it when the block succeeds.

    A damaged file counts as none, and without a writable folder everything is made again.
    """
    path = root / FOLDER / f"{name}.json"
    before = _read(path)
    cache = TextCache(before)
    yield cache
    texts = cache.used()
    if texts.keys() != before.keys():
        with suppress(OSError):
            _write(path, texts)


def digest(*parts: str) -> str:
    """Computes one digest of several texts, in hexadecimal digits."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(f"{len(part)}:".encode())
        made.update(part.encode("utf-8", "surrogatepass"))
    return made.hexdigest()


@cache
def source_digest(*packages: str) -> str:
    """Computes the digest of the program's own files: another version reuses nothing."""
    texts = []
    for package in packages:
        root = Path(str(files(package)))
        paths = sorted(path for path in root.rglob("*") if path.suffix in _SOURCES)
        texts += [f"{path.relative_to(root)}\n{path.read_text('utf-8')}" for path in paths]
    return digest(*texts)


def _read(path: Path) -> dict[str, str]:
    try:
        texts = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return texts if isinstance(texts, dict) else {}


def _write(path: Path, texts: dict[str, str]) -> None:
    """Writes beside the file and moves it there: another build may be reading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        fresh.write_text(json.dumps(texts), "utf-8")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
