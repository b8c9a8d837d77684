"""A text and where a place is named in it -> where the words for that place end.

``dkt pasar Sentral Lama, sebelah toko emas Sinar Jaya, bisa ambil`` ends before ``, bisa``.
"""

import re
from dataclasses import dataclass
from functools import cache

from caridulu.privacy.entities import address_words as words
from caridulu.privacy.entities.institutions import INSTITUTIONS, ORGANISATIONS
from caridulu.privacy.lists.word_lists import usual_word_lists
from caridulu.search.analysis.language import indonesian

REACH = 300  # characters
_TOKEN = re.compile(r"[^\W_](?:[\w'\u2019/.+-]*\w)?|[^\w\s]")
_FOLLOWS = re.compile(r"\s+([\w']+)")
_ALONE = re.compile(r"[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,3}(?=\s*(?:$|[^\w\s]))")
_COMMAS = ",/(-\u2013"
_LEADING_COMMA = re.compile(rf"[\s_]*[{re.escape(_COMMAS)}]")
_DONE_THERE = re.compile(r"di(?!ponegoro)\w{4,}|\w{3,}nya")  # ``RT 3 RW 9 didatangi petugas``
_LONG_NUMBER = re.compile(r"\d{4,}")  # a year, a telephone
_INSTITUTION = re.compile(rf"(?:{INSTITUTIONS}|{ORGANISATIONS})\b")
_LANES = frozenset(words.LANES.split("|"))
_LARGE = frozenset(words.LARGE.split("|"))
_LAND = frozenset(words.LAND.split("|"))
# Behind these the name of a place follows, or its number.
_HEADS = frozenset(
    f"{words.LARGE}|{words.HAMLETS}|{words.VILLAGES}|{words.STREETS}|{words.LANES}|"
    f"{words.HOUSES}|{words.SHELTERS}|jaga|rt|rw|no|nomor|nomer|nmr|blok|kamar|km|lt|lantai|soa|"
    "lembang|negeri|negorij|bilik|tenda|pintu|pulau|babakan".split("|")
)
_EVERYDAY = frozenset({"jalan", "gang", "lorong", "kampung", "kota", "pondok", "asrama", "pintu"})
_SIDES = frozenset(f"{words.SIDES}|sekitar|pas|sebelum|sblm|setelah|stlh".split("|"))
_THINGS = frozenset(words.THINGS.split("|"))
_TOWARDS = frozenset({"timur", "barat", "utara", "selatan", "tengah", "lama", "baru", "raya"})
_TELLING = frozenset(words.TELLING.split("|"))
_LEADING = _HEADS | _SIDES
_OF_PLACES = _HEADS | _SIDES | _THINGS | _TELLING
_TITLES = frozenset(words.TITLES.split("|"))
_BETWEEN = frozenset({"di", "dari", "ke", "sama", "dengan", "dgn", "tepatnya", "persisnya"})
_VAGUE = frozenset(words.VAGUE.split("|")) | _BETWEEN


@dataclass(frozen=True, slots=True)
class _Word:
    shown: str
    before: str = ""  # the word before it in the same part of the place
    follows: str = ""  # the word behind it, if no stop is between them

    @property
    def low(self) -> str:
        return self.shown.lower()

    @property
    def is_number(self) -> bool:
        return self.shown[0].isdigit()

    @property
    def is_called(self) -> bool:
        """Whether what stands before it says that it is a name."""
        is_headed = self.before in _HEADS
        is_plain = self.before in _EVERYDAY and _is_word(self.low)  # ``pinggir jalan kena``
        return self.before in _SIDES or (is_headed and not is_plain)


@dataclass(slots=True)
class _Place:
    """A place as far as it is read."""

    end: int  # of the last word that tells which place it is
    before_end: int
    is_small: bool  # few live there
    before: str = ""  # the word before, in the same part of the place
    kind: str = ""  # what sort of place was named last: ``desa``

    def take(self, word: _Word, end: int) -> None:
        """Adds the next word, which ends at ``end``."""
        self.kind = word.low if word.low in _HEADS else self.kind
        goes_on = self.before and self.end == self.before_end
        if _tells(word) or (goes_on and _is_attached(word)):
            self.end = end
            is_large = self.kind in _LARGE if self.kind else _is_region(word.low)
            self.is_small = self.is_small or not is_large
        self.before, self.before_end = word.low, end


def place_end(text: str, start: int, *, named: bool = False) -> int:
    """Returns where the place that begins at ``start`` ends, or ``start`` if none is told there.

    A place that was ``named`` before may go on with what leads there.
    """
    comma = _LEADING_COMMA.match(text, start) if named else None
    place = _Place(end=start, before_end=start, is_small=named)
    for token in _TOKEN.finditer(text, comma.end() if comma else start, start + REACH):
        shown, before = token[0], place.before
        if shown == "." and _is_shortened(before):
            continue
        if not shown[0].isalnum():
            if shown not in _COMMAS or not before:
                break
            place.before = ""
            continue
        follows = _FOLLOWS.match(text, token.end())
        word = _Word(shown, before, follows[1] if follows else "")
        is_first = not named and place.before_end == start
        begins = before or _begins(word, text, token.start(), is_first=is_first)
        if not begins or not _belongs(word):
            break
        place.take(word, token.end())
    return place.end if place.is_small else start


def _is_shortened(word: str) -> bool:
    """Whether a full stop behind a word ends no sentence: ``Kel. Siwa``, ``Dsn. III``."""
    return word in _HEADS or (word.isalpha() and len(word) < 4)


def words_of(place: str) -> frozenset[str]:
    """Returns the words of a place in small letters."""
    return frozenset(re.findall(r"[^\W\d_]+", place.lower()))


def is_pointed(place: str) -> bool:
    """Says whether words for a place say what sort of place it is, or have a number."""
    own = words_of(place) - _LARGE - _TOWARDS
    return bool(re.search(r"\d", place)) or not own.isdisjoint(_HEADS | _SIDES | _THINGS)


def _begins(word: _Word, text: str, start: int, *, is_first: bool) -> bool:
    """Whether a place, or a part of it behind a comma, begins with a word: no ``, Mohon``."""
    if is_first and word.low in _HEADS:
        return True
    if word.low in _OF_PLACES or word.is_number:
        return not (is_first and (word.is_number or _INSTITUTION.match(word.low)))
    if word.low in _BETWEEN:
        return not is_first or word.follows.lower() in _SIDES  # ``dari simpang Lago``
    if not word.shown[0].isupper():  # ``tinggal di bonggoeya``
        is_unknown = word.low.isalpha() and len(word.low) > 3 and not _is_word(word.low)
        return is_first and is_unknown
    if is_first or (text[start - 1 : start] == " " and text[start - 2] != ","):
        is_known = _is_word(word.low) or _INSTITUTION.match(word.low)
        return word.low in _LAND or not is_known or any(map(str.isdigit, word.low))
    alone = _ALONE.match(text, start)  # ``, Tebing Tinggi, rumah batu``
    return alone is not None and not usual_word_lists().is_stop(word.low)


def _belongs(word: _Word) -> bool:
    """Whether a word is of the place; else the sentence goes on with it."""
    low, follows = word.low, word.follows.lower()
    is_capital, is_before_name = word.shown[0].isupper(), word.follows[:1].isupper()
    is_before_number = word.follows[:1].isdigit()
    if word.is_number:
        return not _LONG_NUMBER.match(word.shown)
    if low in _TITLES or low == "dari":
        is_led = word.before in _SIDES or follows in _LEADING
        return is_led or is_before_name or is_before_number
    if low in _BETWEEN:
        return word.before in _SIDES or follows in _LEADING or is_before_number
    if low == "masuk":
        return word.follows in {"kiri", "kanan", *_LANES} or is_before_number
    if low in _OF_PLACES or (len(low) == 1 and is_capital and word.before in _HEADS):
        return True
    if low in _never_in_places() and (follows or not is_capital):
        return False  # but ``Dusun Montong Are, Kediri``, though ``are`` is English
    if _DONE_THERE.fullmatch(low):
        return False
    if word.is_called or is_capital or not _is_word(low):
        return True
    return not follows or follows in _LEADING or (is_before_name and word.before in _THINGS)


def _tells(word: _Word) -> bool:
    """Whether a word says which place it is."""
    low = word.low
    if low in _TELLING or any(map(str.isdigit, low)):
        return True
    if low in _VAGUE or low in _HEADS or low in _SIDES:
        return False
    if low in _THINGS:
        return word.before in _SIDES or (word.before in _HEADS and word.shown[0].isupper())
    return word.shown[0].isupper() or word.is_called or not _is_word(low)


def _is_attached(word: _Word) -> bool:
    """Whether a word goes with what tells the place: ``Kabaena Timur``, ``depan balai desa``."""
    return word.low in _THINGS or (word.low in _HEADS and not word.follows)


def _is_region(low: str) -> bool:
    return low in usual_word_lists().regions


def _is_word(low: str) -> bool:
    return not _is_region(low) and usual_word_lists().is_common(low)


@cache
def _never_in_places() -> frozenset[str]:
    """Collects the words that are no part of a place, in each spelling of chats."""
    language = indonesian()
    plain = frozenset(words.GOES_ON.split("|")) | language.stop_words | frozenset(language.weak)
    spelt = {short for short, of in language.colloquial.items() if of and of[0] in plain}
    return (plain | spelt) - _OF_PLACES
