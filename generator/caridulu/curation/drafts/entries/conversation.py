"""A draft's conversation, redacted -> ``ekspor/percakapan/``, from where the editor shows it.

``ekspor/`` belongs to this computer and is not kept in Git: an entry carries nothing of it, and
neither does the journal. Below what was said stand the words that were replaced and those that may
be personal data, each in its context: ``nomor HP: ... hubungi >0812...< ya ...``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from caridulu.messages import message

FOLDER = Path("ekspor", "percakapan")
SHOWN_LENGTH = 20_000  # characters; a chat of weeks is read in its export
_IN_CONTEXT = re.compile(r">([^<>]+)<")


@dataclass(frozen=True)
class Conversation:
    """What was said, redacted, and what of it is or may be personal data."""

    spoken: str
    replaced: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def doubted(self) -> tuple[str, ...]:
        """The words of the doubts, without their context."""
        return tuple(found[1] for one in self.doubts if (found := _IN_CONTEXT.search(one)))

    def text(self) -> str:
        parts = [self.spoken[:SHOWN_LENGTH]]
        for name, listed in (("replaced", self.replaced), ("doubts", self.doubts)):
            if listed:
                parts.append("\n".join([_heading(name), *(f"- {one}" for one in listed)]))
        return "\n\n".join(parts).strip() + "\n"


def _heading(name: str) -> str:
    return message(f"curation.conversation_{name}")


def conversation_file(root: Path, entry_id: str) -> Path:
    return root / FOLDER / f"{entry_id}.txt"


def without_conversation(root: Path, entry_id: str) -> dict[Path, None]:
    """Gives what takes the conversation of an entry away, if there is one."""
    path = conversation_file(root, entry_id)
    return {path: None} if path.exists() else {}


def conversation_of(root: Path, entry_id: str) -> Conversation | None:
    """Reads the conversation of an entry; None if it was imported on another computer."""
    try:
        text = conversation_file(root, entry_id).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    spoken, doubts = _cut(text, _heading("doubts"))
    spoken, replaced = _cut(spoken, _heading("replaced"))
    return Conversation(spoken.strip()[:SHOWN_LENGTH], tuple(replaced), tuple(doubts))


def _cut(text: str, heading: str) -> tuple[str, Iterable[str]]:
    """A text without the list that ends it under a heading, and the lines of that list."""
    before, found, listed = text.rpartition(f"{heading}\n")
    if not found:
        return text, ()
    return before, [line.removeprefix("- ") for line in listed.splitlines() if line.strip()]
