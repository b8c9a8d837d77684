"""Text -> whether it can hold personal data at all; most texts cannot, and need no closer look.

Every question here is answered generously: what a rule finds has what is asked for. The words of a
text are asked about one by one, and the answers kept, because a site has few different words.
"""

import re

from generator.curation.name_line import TOKEN
from generator.curation.words import Words

ADDRESS_FORM = (
    r"pak|bapak|bpk|ibu|bu|sdr|sdri|saudara|saudari|kak|mas|mbak|bang|haji|hj|hajah|drs?|a\.?n|"
    r"atas nama|nama saya|nama pemohon|perkenalkan|saya"
)
_ADDRESSING = re.compile(rf"\b(?:{ADDRESS_FORM})\.?,? |(?P<noble>\b(?:la|wa) ode\b)", re.I)
_BEFORE_NAMES = ("la", "wa", "apt")  # in lower case, and part of the name
_MOST_WORDS = 200_000  # whose answers are kept

# Every hit that stops a build has one of these.
_DIGITS = r"\d{4}|[\d .\-/_()\u00a0\u2009\u202f\u2010-\u2013]{5,}\d"  # after a first one
_NUMBER = r"nol|kosong|lahir|kelahiran|lhr|ttl"
_PLACE = (
    r"alamat\w*|tinggal\w*|\w*domisili|rumah\w*|jl|jln|jalan|"
    r"lorong|lrg|lr|gang|gg|btn|perum\w*|kompleks?|komplek|griya|kost?|asrama|pondok|wisma|ruko|"
    r"r\.?[tw]|blok|dusun|dsn|lingk\w*|maps|goo"
)
_SUSPECT = re.compile(
    rf"\d(?:{_DIGITS})|\b[A-Z]{{1,2}} \d{{1,4}} [A-Z]{{1,3}}\b|@|%40|"
    rf"(?i:[(\[{{] ?at ?[)\]}}]|\bat |\b(?:{_NUMBER}|{_PLACE}|(?:la|wa) ode)\b)|"
    rf"(?i:\b(?:{ADDRESS_FORM})\b\.?,? )[A-Z]"
)
_NUMBERS = re.compile(  # begins with a set of characters, which makes it fast
    rf"[\d@%](?:(?<=@)|(?<=%)40|(?<=\d)(?:{_DIGITS})|(?<=[A-Z] \d)\d{{0,3}} [A-Z])"
)
_LETTERS = re.compile(r"[^\W\d_]+")


class Sought:
    """Words that are looked for; those of a site that are none of them are remembered."""

    def __init__(self, *patterns: str) -> None:
        self._pattern = re.compile("|".join(patterns), re.I)
        self._others: set[str] = set()

    def stands_in(self, text: str) -> bool:
        """Whether a text holds one of the words."""
        for word in set(_LETTERS.findall(text)) - self._others:
            if self._pattern.fullmatch(word):
                return True
            if len(self._others) > _MOST_WORDS:
                self._others.clear()
            self._others.add(word)
        return False


_ADDRESSING_PARTS = rf"{ADDRESS_FORM}|a|nama|ode"
_NUMBER_PARTS = rf"{_NUMBER}|at"
_PLACE_PARTS = rf"{_PLACE}|r|ting+al\w*|menetap|google|desa|ds|kel|kelurahan|no|nomor|nmr|km"
_ADDRESSING_WORDS = Sought(_ADDRESSING_PARTS)
_NUMBER_WORDS = Sought(_NUMBER_PARTS)
_PLACE_WORDS = Sought(_PLACE_PARTS)
_SUSPECT_WORDS = Sought(rf"{_PLACE}|r", _NUMBER_PARTS, _ADDRESSING_PARTS)


def is_suspect(text: str) -> bool:
    """Whether a text must be looked at closely."""
    looks_so = _NUMBERS.search(text) is not None or _SUSPECT_WORDS.stands_in(text)
    return looks_so and _SUSPECT.search(text) is not None


def may_hold_number(text: str) -> bool:
    """Whether ``identifiers`` can find something; also of several texts, each on a line."""
    return _NUMBERS.search(text) is not None or _NUMBER_WORDS.stands_in(text)


def may_hold_address(text: str) -> bool:
    """Whether ``addresses`` can find something."""
    return _PLACE_WORDS.stands_in(text)


def may_address(text: str, words: Words) -> bool:
    """Whether somebody can be addressed by name, or called by a noble one."""
    if not _ADDRESSING_WORDS.stands_in(text):
        return False
    return any(
        match["noble"] or _may_begin_name(text, match.end(), words)
        for match in _ADDRESSING.finditer(text)
    )


def _may_begin_name(text: str, start: int, words: Words) -> bool:
    """A name begins with a capital letter, or with a word that is none of everyday."""
    found = TOKEN.match(text, start)
    if found is None:
        return False
    word = found[0].strip(".")
    if not word.islower() or len(word) == 1 or word in _BEFORE_NAMES:
        return True
    return word in words.names or word in words.firsts or not words.is_common(word)
