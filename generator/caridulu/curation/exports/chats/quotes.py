"""Messages of a chat -> the same, without the words or the name of another that some begin with.

WhatsApp shows lines behind ``> `` as a quotation: ``> berapa UMK?`` and below it the answer, which
is then for whoever asked that; ``@6281... dua dapur`` says it by name.
"""

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from caridulu.curation.exports.consultation import Message
from caridulu.knowledge import fold_phrase
from caridulu.knowledge.rules.texts.contacts import local_number

QUOTED_FROM = 200  # messages before, in which quoted words are sought
SHORTEST = 8  # characters of a quotation, digits of a number
_QUOTE = re.compile(r"(?P<quote>(?:[ \t]*>[^\n]*\n)+)\s*(?P<rest>\S.*)", re.S)
_MARK = re.compile(r"^[ \t]*>+ ?", re.M)
_NUMBER = re.compile(r"\+?\d[\d -]{6,}\d\b")


def without_quotes(messages: Iterable[Message], members: Collection[str]) -> Iterator[Message]:
    """Takes off the words of others, or a name, and says whose they are, unless the program has."""
    before = deque[tuple[str, str]](maxlen=QUOTED_FROM)  # texts and who wrote them
    for one in messages:
        found = _QUOTE.fullmatch(one.text)
        whose = found and _writer_of(_MARK.sub("", found["quote"]), before, but=one.sender)
        if found and whose:
            read = replace(one, text=found["rest"], to=one.to or whose)
        else:
            read = _without_mention(one, members)
        before.append((fold_phrase(read.text), read.sender))
        yield read


def _writer_of(quote: str, before: Iterable[tuple[str, str]], *, but: str) -> str | None:
    """Finds who wrote the quoted words last, other than the one who quotes them."""
    words = fold_phrase(quote)
    writers = [sender for text, sender in before if words in text and sender != but]
    return writers[-1] if writers and len(words) >= SHORTEST else None


def _without_mention(one: Message, members: Collection[str]) -> Message:
    """Removes ``@`` and the name or number of a member at the beginning of a message."""
    if not one.text.startswith("@"):
        return one
    rest = one.text[1:].lstrip()
    number = _NUMBER.match(rest)
    for member in sorted(members, key=len, reverse=True):
        known = local_number(member)
        if number and len(known) >= SHORTEST and local_number(number[0]) == known:
            return _said_to(one, member, rest[number.end() :])
        if rest.casefold().startswith(member.casefold()):
            return _said_to(one, member, rest[len(member) :])
    return one


def _said_to(one: Message, member: str, rest: str) -> Message:
    text = rest.lstrip(" ,:;-")
    return replace(one, text=text, to=one.to or member) if text else one
