"""Hints about who has a file open, for colleagues; they expire, and lock nothing."""

import contextlib
import hashlib
import json
import socket
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caridulu.curation.writing import write_all
from caridulu.journal.journal import OWN_FOLDER, Journal
from caridulu.journal.working_as import WORKING_AS

FOLDER = Path(OWN_FOLDER) / "open"
KEPT = 600  # seconds without a sign of life, after which somebody has left
LATE = 3.0  # seconds that a sign of life may be on its way
PULSE = 20  # seconds between two signs of life of an open form


@dataclass(frozen=True)
class OpenHint:
    """Somebody else who has a file open, and since when."""

    who: str
    computer: str
    since: datetime


class OpenHints:
    """Hint files of one project; ``session`` tells this editor from others."""

    def __init__(self, root: Path, *, session: str) -> None:
        self._root = root
        self._folder = root / FOLDER
        self._session = session
        self._left: dict[Path, float] = {}

    def touch(self, path: str) -> tuple[OpenHint, ...]:
        """Notes that a file is open here; returns who else has it open."""
        self._left.pop(self._place(path), None)
        return self._touch(path)

    def pulse(self, path: str) -> tuple[OpenHint, ...]:
        """Takes a sign of life of an open form, unless it was on its way when the form was left."""
        is_late = time.monotonic() - self._left.get(self._place(path), -LATE) < LATE
        return () if is_late else self._touch(path)

    def _touch(self, path: str) -> tuple[OpenHint, ...]:
        own = self._place(path)
        with contextlib.suppress(OSError):  # a hint that cannot be left stops nothing
            write_all({own: self._text(own)})
            now = own.stat().st_mtime  # by the clock of the disk, which all share
            return tuple(self._others(path, own, now))
        return ()

    def leave(self, path: str) -> None:
        """Notes that a file is no longer open here."""
        self._left[self._place(path)] = time.monotonic()
        with contextlib.suppress(OSError):
            self._place(path).unlink(missing_ok=True)

    def _others(self, path: str, own: Path, now: float) -> list[OpenHint]:
        found = []
        for other in sorted(self._folder.glob(f"{_name(path)}-*.json")):
            if other == own:
                continue
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                if now - other.stat().st_mtime > KEPT:
                    other.unlink(missing_ok=True)
                    continue
                kept = json.loads(other.read_text("utf-8"))
                since = datetime.fromtimestamp(float(kept["since"])).astimezone()
                found.append(OpenHint(str(kept["who"]), str(kept["computer"]), since))
        return found

    def _text(self, own: Path) -> str:
        since = datetime.now().timestamp()
        if own.is_file():
            with contextlib.suppress(ValueError, KeyError, TypeError):
                since = float(json.loads(own.read_text("utf-8"))["since"])
        who = Journal(self._root).who().partition(" <")[0]
        kept = {"who": who, "computer": socket.gethostname(), "since": since}
        return json.dumps(kept, ensure_ascii=False) + "\n"

    def _place(self, path: str) -> Path:
        whose = hashlib.sha256(f"{self._session}{WORKING_AS.get()}".encode()).hexdigest()[:12]
        return self._folder / f"{_name(path)}-{whose}.json"


def _name(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:16]
