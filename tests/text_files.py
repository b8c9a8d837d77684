"""Text files of a test's project, changed as an editor would."""

from pathlib import Path


def replace_in(path: Path, old: str, new: str, count: int = -1) -> None:
    """Puts ``new`` for ``old``, which the file must hold: else the test would change nothing."""
    text = path.read_text("utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    path.write_text(text.replace(old, new, count), "utf-8")


def append_to(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
