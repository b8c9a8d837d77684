"""What was imported before: a salted digest of each source, never its text.

``.caridulu/salt`` and ``.caridulu/imported`` belong to this computer and are not kept in Git. A
draft carries ``<salt>-<digest>`` in its provenance, so that a fresh clone, which finds the salt
there, still recognises what has become a draft.
"""

import hashlib
import secrets
from collections.abc import Iterable
from pathlib import Path

from caridulu.knowledge import fold_phrase

FOLDER = ".caridulu"
SALT_BYTES = 8
DIGEST_BYTES = 12


class Imported:
    """The digests known to a project; reads and writes ``.caridulu/``."""

    def __init__(self, root: Path, digests: Iterable[str]) -> None:
        self._folder = root / FOLDER
        self._known = set(digests) | set(self._lines("imported"))
        salts = sorted({digest.partition("-")[0] for digest in self._known})
        own = self._lines("salt")
        self.salt = own[0] if own else (salts[0] if salts else secrets.token_hex(SALT_BYTES))
        self._salts = sorted({self.salt, *salts})
        self._new: list[str] = []

    def _lines(self, name: str) -> list[str]:
        path = self._folder / name
        return path.read_text(encoding="ascii").split() if path.is_file() else []

    def digest(self, *parts: str) -> str:
        """Computes the digest of a source under this project's salt."""
        return salted(self.salt, parts)

    def knows(self, *parts: str) -> bool:
        """Tells whether the source has been imported under any salt of the project."""
        return any(salted(salt, parts) in self._known for salt in self._salts)

    def remember(self, digest: str) -> None:
        """Counts a source as imported."""
        self._known.add(digest)
        self._new.append(digest)

    def files(self) -> dict[Path, str]:
        """Returns the texts of the files that remember the imported consultations."""
        if not self._new:
            return {}
        imported = sorted({*self._lines("imported"), *self._new})
        return {
            self._folder / "salt": f"{self.salt}\n",
            self._folder / "imported": "".join(f"{digest}\n" for digest in imported),
        }


def salted(salt: str, parts: Iterable[str]) -> str:
    """Computes ``<salt>-<digest>`` of the folded parts."""
    text = "\x1f".join(map(fold_phrase, parts)).encode("utf-8", errors="replace")
    value = hashlib.blake2b(text, salt=bytes.fromhex(salt), digest_size=DIGEST_BYTES)
    return f"{salt}-{value.hexdigest()}"
