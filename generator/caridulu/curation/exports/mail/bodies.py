"""The body of an e-mail -> what its writer wrote, and what is quoted from others.

Replies stand above, below or between what they quote::

    Yth. Ibu, angkanya 70,18.            own
    Salam, Rina                          sign-off: left out
    Pada Sen, 9 Feb 2026 A menulis:      head of a quote
    > Berapa angka harapan hidup?        quoted
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.consultation import Pairs
from caridulu.curation.exports.mail.quote_heads import QuoteHead, head_at, is_marked, unmarked
from caridulu.curation.exports.mail.signatures import is_signature, nicknames, own_text
from caridulu.curation.exports.mail.wrapped_lines import unwrapped

DEEPEST = 12  # quotes within quotes that are read


@dataclass(frozen=True)
class Quoted:
    """What somebody else wrote, as it stands in an e-mail."""

    text: str
    name: str = ""
    address: str = ""
    sent: dt.datetime | None = None
    is_forwarded: bool = False
    nicknames: tuple[str, ...] = ()  # short forms of the name by which it is signed


@dataclass(frozen=True)
class MailBody:
    """What stands in the body of one e-mail."""

    own: str
    quoted: tuple[Quoted, ...] = ()  # the latest first
    between: Pairs = ()  # quoted, and the reply right below it
    nicknames: tuple[str, ...] = ()  # short forms of the writer's name by which it is signed


@dataclass(frozen=True)
class _Part:
    """Lines in a row that are the writer's own, or quoted from one message."""

    lines: tuple[str, ...]
    is_quoted: bool
    head: QuoteHead | None = None


def read_body(text: str, *, names: Sequence[str] = (), depth: int = 0) -> MailBody:
    """Splits the text of an e-mail into its writer's own words and the quoted messages.

    ``names``: by which the writer may sign, the writer's own first; ``depth``: how often the text
    itself is quoted.
    """
    lines = text.replace("\r\n", "\n").replace("\u00a0", " ").split("\n")
    parts = list(_parts(lines))
    writer, known = _words_in(names[:1]), _words_in(names)
    own = {n: own_text(part.lines, known) for n, part in enumerate(parts) if not part.is_quoted}
    own = {n: words for n, words in own.items() if not n or not is_signature(words, known)}
    own_lines = (line for part in parts if not part.is_quoted for line in part.lines)
    return MailBody(
        own="\n\n".join(filter(None, own.values())),
        quoted=tuple(_quoted(parts, depth)) if depth < DEEPEST else (),
        between=tuple(_between(parts, own)),
        nicknames=tuple(nicknames(own_lines, writer)),
    )


def _words_in(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in re.findall(r"\w{3,}", name.casefold())}


def _parts(lines: list[str]) -> Iterator[_Part]:
    """Cuts the lines of a body where quotes begin and end."""
    own: list[str] = []
    head: QuoteHead | None = None
    n = 0
    while n < len(lines):
        found = head_at(lines, n)
        if found is None and not is_marked(lines[n]):
            own.append(lines[n])
            n += 1
            continue
        if own:
            yield _Part(tuple(own), is_quoted=False)
            own = []
        if found is None:
            end = _end_of_marked(lines, n)
            yield _Part(tuple(map(unmarked, lines[n:end])), is_quoted=True, head=head)
            n = end
        elif found.has_marks:
            head, n = found, found.end
        else:  # without marks, all below is quoted
            yield _Part(tuple(lines[found.end :]), is_quoted=True, head=found)
            return
    if own:
        yield _Part(tuple(own), is_quoted=False)


def _end_of_marked(lines: list[str], n: int) -> int:
    """Finds the first line behind ``n`` that has no mark; a blank one between two marked has."""
    end = n
    while end < len(lines):
        is_blank_between = not lines[end].strip() and any(map(is_marked, lines[end + 1 : end + 2]))
        if not (is_marked(lines[end]) or is_blank_between):
            break
        end += 1
    return end


def _quoted(parts: list[_Part], depth: int) -> Iterator[Quoted]:
    """Yields the quoted messages: the latest one, then those that it quotes itself."""
    theirs = [part for part in parts if part.is_quoted]
    if not theirs:
        return
    lines = [line for part in theirs for line in part.lines]
    heads = [part.head for part in theirs if part.head]
    name, address = heads[0].sender if heads else ("", "")
    inner = read_body("\n".join(lines), names=(name,), depth=depth + 1)
    if inner.own:
        sent = heads[0].sent if heads else None
        is_forwarded = any(one.is_forwarded for one in heads)
        yield Quoted(inner.own, name, address, sent, is_forwarded, inner.nicknames)
    yield from inner.quoted


def _between(parts: list[_Part], own: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Yields each quoted piece with the reply right below it."""
    for n, part in enumerate(parts[:-1]):
        reply = own.get(n + 1, "")
        if part.is_quoted and reply:
            yield unwrapped("\n".join(part.lines).strip()), reply
