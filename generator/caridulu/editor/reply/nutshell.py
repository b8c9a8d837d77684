"""The beginning of an answer as plain text for a chat or an e-mail, with full addresses."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, count, repeat

from markdown_it.token import Token

from caridulu.knowledge.markdown import inline_words, tokens

BOLD = "*"  # as WhatsApp writes it
Resolve = Callable[[str], str]


def nutshell(markdown: str, *, resolve: Resolve, bold: str) -> str:
    """Writes the beginning of an answer as plain text: its first block, and a list after a colon.

    ``resolve`` gives the whole address of a link as it is written, or nothing; ``bold`` stands on
    both sides of a strong word.
    """
    texts: list[str] = []
    for block in _blocks(tokens(markdown)):
        if text := _block_text(block, resolve, bold):
            texts.append(text)
        if texts and not texts[-1].endswith(":"):
            break
    return "\n".join(texts)


def _blocks(found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Cuts tokens into the blocks of the text's top level."""
    depths = list(accumulate(token.nesting for token in found))
    start = 0
    for end, depth in enumerate(depths, start=1):
        if depth == 0:
            yield found[start:end]
            start = end


def _block_text(block: Sequence[Token], resolve: Resolve, bold: str) -> str:
    """Writes a paragraph on one line, each item of a list and each row of a table on its own."""
    lines: list[str] = []
    marks: list[Iterator[str]] = []  # of the lists around, the outermost first
    for token in block:
        match token.type:
            case "ordered_list_open":
                marks.append(f"{number}. " for number in count(int(token.attrs.get("start", 1))))
            case "bullet_list_open":
                marks.append(repeat("- "))
            case "ordered_list_close" | "bullet_list_close":
                marks.pop()
            case "list_item_open":
                lines.append("  " * (len(marks) - 1) + next(marks[-1]))
            case "tr_open":
                lines.append("")
            case "inline":
                _add(lines, _inline_text(token, resolve, bold), is_in_list=bool(marks))
            case "fence" | "code_block":
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
    """Writes words on one line, the whole address of a link behind its words."""
    pieces: list[str] = []
    start, address = 0, ""  # where the words of the last link begin, and its address
    for child in token.children or ():
        match child.type:
            case "link_open":
                start, address = len(pieces), resolve(str(child.attrs["href"]))
            case "link_close":
                words = "".join(pieces[start:])
                if address and address.partition(":")[2].lstrip("/") not in words:
                    pieces.append(f" ({address})")
            case "strong_open" | "strong_close":
                pieces.append(bold)
            case "softbreak" | "hardbreak":
                pieces.append(" ")
            case "image":
                pieces.append(inline_words(child))
            case _:
                pieces.append(child.content)
    return " ".join("".join(pieces).split())
