"""A draft's conversation, redacted -> ``ekspor/percakapan/``, from where the editor shows it.

``ekspor/`` belongs to this computer and is not kept in Git: an entry carries nothing of it.
"""

from collections.abc import Sequence
from pathlib import Path

FOLDER = Path("ekspor", "percakapan")
SHOWN_LENGTH = 20_000  # characters; a chat of weeks is read in its export


def conversation_file(root: Path, entry_id: str) -> Path:
    """Returns where the conversation of an entry is kept."""
    return root / FOLDER / f"{entry_id}.txt"


def conversation_text(parts: Sequence[str], doubts: Sequence[str], heading: str) -> str:
    """Joins what was said; below ``heading`` stands what may be personal data, in its context."""
    told = [heading, *(f"- {doubt}" for doubt in doubts)] if doubts else []
    spoken = "\n\n".join(part for part in parts if part)[:SHOWN_LENGTH]
    return "\n".join([spoken, *([""] if told else []), *told]).strip() + "\n"


def conversation_of(root: Path, entry_id: str) -> str:
    """Reads the conversation of an entry; nothing if it was imported on another computer."""
    path = conversation_file(root, entry_id)
    try:
        return path.read_text(encoding="utf-8")[:SHOWN_LENGTH]
    except (OSError, UnicodeDecodeError):
        return ""
