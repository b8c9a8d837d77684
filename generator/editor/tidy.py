"""Markdown as it is kept: typed in any way, always laid out the same."""

import re


def tidy_markdown(text: str) -> str:
    """Markdown with plain line ends, no spaces at line ends but hard breaks, one blank line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    tidy = [re.sub(r"(?<=\S) {2,}$", "  ", line) for line in lines]
    tidy = [line if line.endswith("  ") and line.strip() else line.rstrip() for line in tidy]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(tidy)).strip("\n")
