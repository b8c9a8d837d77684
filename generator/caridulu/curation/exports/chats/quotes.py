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


def without_quotes(
    messages: Iterable[Message], members: Collection[str], recent: "RecentMessages | None" = None
) -> Iterator[Message]:
    """Takes off the words of others, or a name, and says whose they are, unless the program has."""
    recent = recent or RecentMessages()
    for one in messages:
        found = _QUOTE.fullmatch(one.text)
        whose = found and recent.writer_of(_MARK.sub("", found["quote"]), but=one.sender)
        if found and whose:
            read = replace(one, text=found["rest"], to=one.to or whose)
        else:
            read = _without_mention(one, members)
        recent.add(read)
        yield read


class RecentMessages:
    """The last messages, with their words folded when a quotation is first sought in them."""

    def __init__(self) -> None:
        self._unread = deque[Message](maxlen=QUOTED_FROM)  # since the last quotation
        self._folded = deque[tuple[str, str]](maxlen=QUOTED_FROM)  # texts and who wrote them

    def add(self, one: Message) -> None:
        self._unread.append(one)

    def writer_of(self, quote: str, *, but: str) -> str | None:
        """Finds who wrote the quoted words last, other than the one who quotes them."""
        words = fold_phrase(quote)
        if len(words) < SHORTEST:
            return None
        latest = reversed(self.texts())
        return next((who for text, who in latest if words in text and who != but), None)

    def texts(self) -> deque[tuple[str, str]]:
        """Returns the folded texts that may be quoted, oldest first, and who wrote them."""
        self._folded.extend((fold_phrase(one.text), one.sender) for one in self._unread)
        self._unread.clear()
        return self._folded


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
