"""Items -> what is shown of them where they are found."""

from collections.abc import Mapping, Sequence

from caridulu.search.index.fields import Item

SNIPPET = 120  # characters


def text_line(item: Item) -> str:
    """Writes what is shown for a hit."""
    shown = snippet(item.answer) if item.question else ""
    return "\t".join((item.id, title(item), shown, item.note))


def blocks(texts: Mapping[int, str], block: int) -> list[Sequence[str]]:
    """Returns the texts shown for hits, ``block`` numbers to a slice; a free number has no text."""
    end = max(texts, default=-1) + 1
    return [
        [texts.get(number, "") for number in range(at, min(at + block, end))]
        for at in range(0, end, block)
    ]


def title(item: Item) -> str:
    """Returns the question, or the beginning of a text without one."""
    return _one_line(item.question) or snippet(item.answer)


def snippet(text: str) -> str:
    """Returns the beginning of a text, cut between words."""
    line = _one_line(text)
    if len(line) <= SNIPPET:
        return line
    return line[:SNIPPET].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def _one_line(text: str) -> str:
    return " ".join(text.split())
