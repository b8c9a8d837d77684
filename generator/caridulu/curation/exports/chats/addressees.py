"""Members of a group and the words of an officer -> whom these words are for."""

import re
from collections.abc import Collection, Iterable, Mapping

from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.phrases.words import content_words_among, words_of
from caridulu.knowledge.rules.texts.contacts import local_number
from caridulu.privacy.lists.spoken_words import ADDRESSED, GREETINGS

SHORTEST_NAME = 3  # letters of a word by which somebody is addressed
SHORTEST_NUMBER = 8  # digits
CALLED = 4  # first words of a message, among which the name of an officer calls them
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
_INTRODUCED = re.compile(
    r"(?i:\bnama(?: (?:saya|sy|sa|kulo|abdi|ambo|kami))?|\bperkenalkan\W+(?:saya|sy|kami))"
    r"(?P<name>(?:,? [A-Z]\w+)+)"
)


class Addressees:
    """The words by which members can be addressed, learnt from what they are called."""

    def __init__(self, members: Iterable[str], officers: Iterable[str] = ()) -> None:
        self._words = _distinct_names(members)
        self._officers = _OFFICERS.union(*map(_names_in, officers))

    def calls_member(self, text: str) -> bool:
        """Tells whether a message begins with the name of another member: ``Mas Fajar, ...``."""
        called = _CALLED.match(text)
        names = set(words_of(called[1])) - self._officers if called else set()
        return any(not names.isdisjoint(words) for words in self._words.values())

    def calls_officer(self, text: str) -> bool:
        """Tells whether a message begins with the name of an officer, and names a matter.

        ``Bu Wulan, jadwal rilis IPM``, but not ``pagiii bu wulan``.
        """
        words = words_of(text)
        if self._officers.isdisjoint(words[:CALLED]):
            return False
        return len(content_words_among(word for word in words if word not in self._officers)) > 1

    def learn(self, one: Message) -> None:
        """Keeps the name by which a member without one is introduced: ``nama saya Hartini``."""
        if not self._words.get(one.sender) and (found := _INTRODUCED.search(one.text)):
            self._words[one.sender] = frozenset(_names_in(found["name"]))

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
        counts = {
            asker: len(self._words[asker] & spoken) for asker in askers if asker in self._words
        }
        best = max(counts.values(), default=0)
        chosen = [asker for asker, count in counts.items() if best and count == best]
        return chosen[0] if len(chosen) == 1 else None


def _distinct_names(members: Iterable[str]) -> dict[str, frozenset[str]]:
    """Finds the words by which each member can be addressed: those that no other member has."""
    words: Mapping[str, set[str]] = {name: _names_in(name) for name in members}
    counts: dict[str, int] = {}
    for parts in words.values():
        for part in parts:
            counts[part] = counts.get(part, 0) + 1
    return {
        name: frozenset(part for part in parts if counts[part] == 1)
        for name, parts in words.items()
    }


def _names_in(text: str) -> set[str]:
    """Returns the words of a name that are letters, without titles."""
    return {
        word for word in words_of(text) if len(word) >= SHORTEST_NAME and not word.isdigit()
    } - TITLES
