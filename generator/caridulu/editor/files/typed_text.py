"""What is typed or pasted, as it is kept."""

import re

from caridulu.knowledge.yaml.reader import INVISIBLE


def seen(text: str) -> str:
    """What a person sees of a text: chats and web pages hide marks in what is copied from them."""
    return INVISIBLE.sub("", re.sub("[\x0b\x0c\u2028\u2029]", "\n", text))


def tidy_markdown(text: str) -> str:
    """Markdown with plain line ends, no spaces at line ends but hard breaks, one blank line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    tidy = [re.sub(r"(?<=\S) {2,}$", "  ", line) for line in lines]
    tidy = [line if line.endswith("  ") and line.strip() else line.rstrip() for line in tidy]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(tidy)).strip("\n")
