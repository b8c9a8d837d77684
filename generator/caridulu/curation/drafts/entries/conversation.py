"""A draft's conversation, redacted -> ``ekspor/percakapan/``, from where the editor shows it.

``ekspor/`` belongs to this computer and is not kept in Git: an entry carries nothing of it, and
neither does the journal. It begins with its place in the export: ``Dari: chat.txt:12``, or
``Dari: rekap.xlsx:5:2:Nopember``, where that is the second sheet with consultations. Below what
was said stand the words that were replaced and those that may be personal data, each in its
context: ``nomor HP: ... hubungi >0812...< ya ...``. Of drafts that were joined, one conversation
follows the other; the file of the second stays until that of the first goes.
"""

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from caridulu.curation.exports.consultation import ASKED_BY
from caridulu.curation.exports.phrases.asking import asks
from caridulu.messages import message

FOLDER = Path("ekspor", "percakapan")
SHOWN_LENGTH = 20_000  # characters; a chat of weeks is read in its export
NEAREST = 2  # other conversations of an export that are named before and after one
AND = "\n\f\n"  # between the conversations of drafts that were joined
_IN_CONTEXT = re.compile(r">([^<>]+)<")


class SheetPlace(NamedTuple):
    """The number and name of a sheet with consultations; neither where a file has one sheet."""

    number: int = 0
    name: str = ""


NO_SHEET = SheetPlace()


@dataclass(frozen=True)
class Conversation:
    """A redacted conversation, with the pieces that were or may be personal data."""

    spoken: str
    replaced: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    export: str = ""  # from which it is, with the line where it begins
    line: int = 1
    sheet: SheetPlace = NO_SHEET

    @property
    def doubted(self) -> tuple[str, ...]:
        """The words of the doubts, without their context."""
        return tuple(found[1] for one in self.doubts if (found := _IN_CONTEXT.search(one)))

    @property
    def asked_later(self) -> tuple[str, ...]:
        """What was asked after the first answer, each message as it was written."""
        said = re.findall(rf"^{ASKED_BY} (.+)$", self.spoken, re.M)
        return tuple(dict.fromkeys(filter(asks, said)))

    def text(self) -> str:
        place = f"{_heading('from')} {self.export}:{self.line}" if self.export else ""
        place += f":{self.sheet.number}:{self.sheet.name}" if self.sheet.name else ""
        parts = [place, self.spoken[:SHOWN_LENGTH]]
        for name, listed in (("replaced", self.replaced), ("doubts", self.doubts)):
            if listed:
                parts.append("\n".join([_heading(name), *(f"- {one}" for one in listed)]))
        return "\n\n".join(parts).strip() + "\n"

    def with_more(self, other: "Conversation") -> "Conversation":
        """Appends what was said elsewhere about the same matter."""
        return replace(
            self,
            spoken="\n\n".join([self.spoken, other.spoken]),
            replaced=tuple(dict.fromkeys([*self.replaced, *other.replaced])),
            doubts=tuple(dict.fromkeys([*self.doubts, *other.doubts])),
        )


def _heading(name: str) -> str:
    return message(f"curation.conversation_{name}")


def conversation_file(root: Path, entry_id: str) -> Path:
    return root / FOLDER / f"{entry_id}.txt"


def with_conversation(root: Path, entry_id: str, other_id: str) -> dict[Path, str]:
    """Returns the change that lets another entry's conversation follow, if both are known."""
    texts = [_text_at(conversation_file(root, one)) for one in (entry_id, other_id)]
    return {conversation_file(root, entry_id): AND.join(texts)} if all(texts) else {}


def copied_conversation(root: Path, entry_id: str, new_id: str) -> dict[Path, str]:
    """Returns the change that gives another entry the same conversation, if there is one."""
    text = _text_at(conversation_file(root, entry_id))
    return {conversation_file(root, new_id): text} if text else {}


def without_conversation(root: Path, entry_id: str) -> dict[Path, None]:
    """Returns the change that deletes an entry's conversation, and those that follow it."""
    path = conversation_file(root, entry_id)
    joined = _text_at(path).split(AND)[1:]
    others = sorted((root / FOLDER).glob("*.txt")) if joined else ()
    gone = [one for one in others if one != path and _text_at(one) in joined]
    return dict.fromkeys([path, *gone]) if path.exists() else {}


def _text_at(path: Path) -> str:
    """Reads a conversation file; nothing where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def conversation_of(root: Path, entry_id: str) -> Conversation | None:
    """Reads the conversation of an entry; None if it was imported on another computer."""
    text = _text_at(conversation_file(root, entry_id))
    if not text:
        return None
    return reduce(Conversation.with_more, map(_conversation, text.split(AND)))


def _conversation(text: str) -> Conversation:
    first, _, rest = text.partition("\n")
    place = _place(first)
    spoken, doubts = _cut(rest if place else text, _heading("doubts"))
    spoken, replaced = _cut(spoken, _heading("replaced"))
    said = spoken.strip()[:SHOWN_LENGTH]
    return Conversation(said, tuple(replaced), tuple(doubts), *(place or ()))


class Neighbours(NamedTuple):
    """The entries whose conversations stand nearest in the same export, in its order."""

    before: list[str]
    after: list[str]


def neighbours(root: Path, entry_id: str, others: Iterable[str]) -> Neighbours:
    """Finds the neighbours of an entry among others; none where its export is not known."""
    own = _place_of(root, entry_id)
    if own is None:
        return Neighbours([], [])
    places = ((_place_of(root, one), one) for one in others if one != entry_id)
    found = sorted(
        (place.line, one) for place, one in places if place and place.export == own.export
    )
    here = bisect(found, (own.line, entry_id))
    nearest = found[max(0, here - NEAREST) : here], found[here : here + NEAREST]
    return Neighbours(*([one for _, one in side] for side in nearest))


class _ExportPlace(NamedTuple):
    """Where a conversation begins in its export."""

    export: str
    line: int
    sheet: SheetPlace


def _place_of(root: Path, entry_id: str) -> _ExportPlace | None:
    """Reads the export of a conversation, and its line there; None where neither is known."""
    try:
        with conversation_file(root, entry_id).open(encoding="utf-8") as stream:
            return _place(stream.readline())
    except (OSError, UnicodeDecodeError):
        return None


def _place(line: str) -> _ExportPlace | None:
    """Reads the first line of a conversation's file: ``Dari: rekap.xlsx:5:2:Nopember``."""
    place = rf"{re.escape(_heading('from'))} (.+):(\d+)(?::(\d+):([^:]+))?"
    found = re.fullmatch(place, line.rstrip())
    if found is None:
        return None
    return _ExportPlace(found[1], int(found[2]), SheetPlace(int(found[3] or 0), found[4] or ""))


def _cut(text: str, heading: str) -> tuple[str, Iterable[str]]:
    """Cuts off the list that ends a text under a heading; returns both, the list by its lines."""
    before, found, listed = text.rpartition(f"{heading}\n")
    if not found:
        return text, ()
    return before, [line.removeprefix("- ") for line in listed.splitlines() if line.strip()]
