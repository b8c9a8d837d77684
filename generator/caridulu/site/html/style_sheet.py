"""The style sheet, joined from its parts in the order of the cascade."""

import re

from caridulu.site.html.layout import THEME

# Tokens first, what depends on the screen or on paper last.
PARTS = (
    "tokens", "base", "head", "search", "results", "lists", "entry", "channels",
    "foot", "screens", "print",
)  # fmt: skip
PAGE_PARTS = ("home", "letters", "service")  # each only on pages of its kind
PICTURES = "pictures"  # only for offices that have some


def style_sheet() -> str:
    return "\n".join((THEME / "styles" / f"{part}.css").read_text("utf-8") for part in PARTS)


def part_style(part: str) -> str:
    """Reads one part, without comments and indentation."""
    return small_style((THEME / "styles" / f"{part}.css").read_text("utf-8"))


def small_style(text: str) -> str:
    """Removes comments and indentation from a style sheet."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines())
    joined = "".join(line for line in lines if line)
    return re.sub(r"\s*([{};,])\s*|(:) ", r"\1\2", joined).replace(";}", "}") + "\n"
