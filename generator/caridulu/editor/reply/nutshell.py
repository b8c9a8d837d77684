"""The beginning of an answer as plain text for a chat or an e-mail, with full addresses."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

from caridulu.knowledge.markdown import inline_words, tokens

BOLD = "*"  # as WhatsApp writes it
Resolve = Callable[[str], str]


def nutshell(markdown: str, *, resolve: Resolve, bold: str) -> str:
    """Writes the beginning of an answer as plain text: its first block, and a list after a colon.

    ``resolve`` gives the whole address of a link as it is written, or nothing; ``bold`` stands on
    both sides of a strong word.
    """
    told: list[str] = []
    for block in _blocks(tokens(markdown)):
        text = _block_text(block, resolve, bold)
        if text:
            told.append(text)
        if told and not told[-1].endswith(":"):
            break
    return "\n".join(told)


def _blocks(found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Cuts tokens into the blocks of the text's top level."""
    depths = list(accumulate(token.nesting for token in found))
    start = 0
    for end, depth in enumerate(depths, start=1):
        if depth == 0:
            yield found[start:end]
            start = end


def _block_text(block: Sequence[Token], resolve: Resolve, bold: str) -> str:
    """A paragraph on one line; each item of a list and each row of a table on its own."""
    lines: list[str] = []
    counts: list[int | None] = []  # of the lists around: the next number, or None
    for token in block:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            start = int(token.attrs.get("start", 1)) if token.type.startswith("o") else None
            counts.append(start)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            counts.pop()
        elif token.type == "list_item_open":
            number = counts[-1]
            mark = "- " if number is None else f"{number}. "
            lines.append("  " * (len(counts) - 1) + mark)
            counts[-1] = None if number is None else number + 1
        elif token.type == "tr_open":
            lines.append("")
        elif token.type == "inline":
            _add(lines, _inline_text(token, resolve, bold), is_in_list=bool(counts))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip())
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _add(lines: list[str], text: str, *, is_in_list: bool) -> None:
    """Puts a text behind the mark of its item, beside the cell before it, or on its own line."""
    if not lines or (is_in_list and lines[-1].strip(" -.0123456789")):
        lines.append(text)
    elif is_in_list or not lines[-1]:
        lines[-1] += text
    else:
        lines[-1] += f" | {text}"


def _inline_text(token: Token, resolve: Resolve, bold: str) -> str:
    """Words on one line, a link with its whole address behind its words."""
    pieces: list[str] = []
    begun: list[tuple[int, str]] = []  # where the words of an open link begin, and its address
    for child in token.children or ():
        if child.type == "link_open":
            begun.append((len(pieces), resolve(str(child.attrs["href"]))))
        elif child.type == "link_close":
            start, address = begun.pop()
            words = "".join(pieces[start:])
            if address and address.partition(":")[2].lstrip("/") not in words:
                pieces.append(f" ({address})")
        elif child.type in ("strong_open", "strong_close"):
            pieces.append(bold)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        else:
            pieces.append(inline_words(child) if child.type == "image" else child.content)
    return " ".join("".join(pieces).split())
