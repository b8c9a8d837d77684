"""Members of a chat and the words of a message -> whom these words are for."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.phrases.words import content_words_among, words_of
from caridulu.knowledge.rules.texts.contacts import local_number
from caridulu.privacy.lists.spoken_words import ADDRESSED, GREETINGS

SHORTEST_NAME = 3  # letters of a word by which somebody is addressed
SHORTEST_NUMBER = 8  # digits
CALLED = 4  # first words of a message, among which the name of an officer calls them
_NUMBER = re.compile(r"\+?\d[\d -]{6,}\d\b")
_QUOTE = re.compile(r"^(?:[ \t]*>[^\n]*\n)+\s*(?=\S)")  # ``> berapa UMK?``, and below it the answer
_TITLES = """
bapak ibu pak bu bpk kak kakak mas mbak bang om tante haji hajah drs dra dan dari bps desa
kantor dinas kec kecamatan kab kabupaten kel kelurahan data admin operator staf staff grup
"""
TITLES = frozenset(_TITLES.split())  # that name nobody in particular
_OFFICERS = frozenset({"min", "mimin", "admin"})  # by which any officer is called
_MENTION = re.compile(r"@\s?([^\s@,:;!?]+(?: [^\s@,:;!?]+){0,4})")
# Words that may address somebody: the first ones, capitals, those behind a title, numbers. ``Iya bu
# ika``, ``Untuk ade 8873``, but not the village in ``surat dari kepala ohoi``.
_SPOKEN = re.compile(
    rf"^\W*(?:\w+\W+){{0,2}}\w+|\b(?i:{ADDRESSED})\.? (?:[^\W\d_]+ ?){{1,3}}|"
    r"\b[^\W\d_a-z]\w+|\b\d{3,}\b"
)
# ``Mas Fajar, ...``; ``Bu, ...`` calls nobody in particular.
_CALLED = re.compile(
    rf"^\W*(?:(?:{GREETINGS}|oh|eh|iya|izin|ijin|maaf)\W+)*(?:@|(?:{ADDRESSED})\W+)"
    r"(\w+)",
    re.I,
)


class Addressees:
    """The words by which members can be addressed."""

    def __init__(self, members: Iterable[str], officers: Iterable[str] = ()) -> None:
        self._words = _distinct_names(members)
        self._officers = _OFFICERS.union(*map(_names_in, officers))

    def calls_member(self, text: str) -> bool:
        """Tells whether a message begins with the name of another member: ``Mas Fajar, ...``."""
        called = _CALLED.match(text)
        names = set(words_of(called[1])) - self._officers if called else set()
        return any(not names.isdisjoint(words) for words in self._words.values())

    def calls_officer(self, text: str) -> bool:
        """Tells whether a message begins with an officer's name and says more: ``Bu Ani, IPM``."""
        words = words_of(text)
        if self._officers.isdisjoint(words[:CALLED]):
            return False
        return len(content_words_among(word for word in words if word not in self._officers)) > 1

    def addressed(self, text: str, askers: Collection[str]) -> str | None:
        """Finds the only one of these askers whom a text mentions or names."""
        mentions = [match[1] for match in _MENTION.finditer(text)]
        numbers = {local_number(mention.split(" ", 1)[0]) for mention in mentions}
        for asker in askers:
            number = local_number(asker)
            if len(number) >= SHORTEST_NUMBER and number in numbers:
                return asker
        spoken_to = mentions or [found[0] for found in _SPOKEN.finditer(text)]
        spoken = set(words_of(" ".join(spoken_to)))
        counts = {asker: len(self._words[asker] & spoken) for asker in askers}
        best = max(counts.values(), default=0)
        chosen = [asker for asker, count in counts.items() if best and count == best]
        return chosen[0] if len(chosen) == 1 else None


def _distinct_names(members: Iterable[str]) -> dict[str, frozenset[str]]:
    """Finds the words by which each member can be addressed: those that no other member has."""
    words = {name: _names_in(name) for name in members}
    counts = Counter(part for parts in words.values() for part in parts)
    return {
        name: frozenset(part for part in parts if counts[part] == 1)
        for name, parts in words.items()
    }


def _names_in(text: str) -> set[str]:
    """Returns the words of a name that are letters, without titles."""
    return {
        word for word in words_of(text) if len(word) >= SHORTEST_NAME and not word.isdigit()
    } - TITLES


def without_mentions(messages: Iterable[Message], members: Collection[str]) -> Iterator[Message]:
    """Takes off quoted lines and the name of another before a message, and says whose it is."""
    for one in messages:
        own = _QUOTE.sub("", one.text, count=1)
        yield _without_mention(replace(one, text=own), members)


def _without_mention(one: Message, members: Collection[str]) -> Message:
    """Removes ``@`` and the name or number of a member at the beginning of a message."""
    if not one.text.startswith("@"):
        return one
    rest = one.text[1:].lstrip(" ~\u00a0\u202f")  # ``~`` before who is in no address book
    number = _NUMBER.match(rest)
    for member in sorted(members, key=len, reverse=True):
        known = local_number(member)
        if number and len(known) >= SHORTEST_NUMBER and local_number(number[0]) == known:
            return _said_to(one, member, rest[number.end() :])
        if rest.casefold().startswith(member.casefold()):
            return _said_to(one, member, rest[len(member) :])
    return one


def _said_to(one: Message, member: str, rest: str) -> Message:
    text = rest.lstrip(" ,:;-")
    return replace(one, text=text, to=one.to or member) if text else one
