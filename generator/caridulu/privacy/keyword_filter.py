"""Text -> whether it can hold personal data at all; most texts cannot, and need no closer look.

Every question here is answered generously: what a rule finds has what is asked for. The words of
many texts are asked about together, and the answers kept, because a site has few different words.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from caridulu.privacy.lists.word_lists import Words
from caridulu.privacy.names.name_line import TOKEN

ADDRESS_FORM = (
    r"pak|bapak|bpk|ibu|bu|sdr|sdri|saudara|saudari|kak|mas|mbak|bang|haji|hj|hajah|drs?|a\.?n|"
    r"atas nama|nama saya|nama pemohon|perkenalkan|saya"
)
_ADDRESSING = re.compile(rf"\b(?:{ADDRESS_FORM})\.?,? |(?P<noble>\b(?:la|wa) ode\b)", re.I)
_BEFORE_NAMES = ("la", "wa", "apt")  # in lower case, and part of the name
_MOST_WORDS = 200_000  # whose answers are kept

# Every hit that stops a build has one of these.
_NUMBER = r"nol|kosong|lahir|kelahiran|lhr|ttl"
_PLACE = (
    r"alamat\w*|tinggal\w*|\w*domisili|rumah\w*|jl|jln|jalan|"
    r"lorong|lrg|lr|gang|gg|btn|perum\w*|kompleks?|komplek|griya|kost?|asrama|pondok|wisma|ruko|"
    r"r\.?[tw]|blok|dusun|dsn|lingk\w*|maps|goo"
)
# A number without a word of its own has nine digits, or eight without full stops between them: the
# shortest are a mobile number after its 0, and a landline or a bank account.
LONG_NUMBER = (
    r"\d(?:(?:[ .\-/_()\u00a0\u2009\u202f\u2010-\u2013]{0,4}+\d){8}|(?:[ \-()]{0,16}+\d){7})"
)
LETTERED = r"\d(?<=[A-Za-z]\d)[A-Za-z]"
_NUMBERS = re.compile(  # begins with a set of characters, which makes it fast
    rf"[\d@%](?:(?<=@)|(?<=%)40|(?<=\d)(?<!\d\d)(?:{LONG_NUMBER[2:]})|{LETTERED[2:]})"
)
# Words beside numbers that are shorter.
STUDENT_CUES = r"nim|nisn?|npm|nirm|(?:maha)?siswa|stambuk|bp"
IDENTITY_CUES = (
    r"paspor|passport|sim|plat|nopol|polisi|pol|kendaraan|motor|mobil|nip|nuptk|nrp|nidn|imei"
)
BIRTH_CUES = r"lahir(?:nya)?|ttl|kelahiran"
_LETTERS = re.compile(r"[^\W\d_]+")
_ONLY_LETTERS = bytes(n if n > 127 or chr(n).isalpha() else ord(" ") for n in range(256))


class _Telling:
    """Which words of a site any rule looks for; what each word is, is remembered."""

    def __init__(self) -> None:
        self._patterns: list[str] = []
        self._found: set[bytes] = set()
        self._known: set[bytes] = set()

    def also(self, pattern: str) -> None:
        """Look for these words, too."""
        self._patterns.append(pattern)
        self._known.clear()

    def among(self, words: frozenset[bytes]) -> frozenset[bytes]:
        """Those of the words that a rule looks for."""
        if not words <= self._known:
            self._learn(words - self._known)
        return words & self._found

    def _learn(self, words: Iterable[bytes]) -> None:
        if len(self._known) > _MOST_WORDS:
            self._known.clear()
        pattern = _one_of("|".join(self._patterns))
        self._found |= {word for word in words if _says(pattern, word)}
        self._known |= set(words)


_TELLING = _Telling()


class Sought:
    """Words that are looked for."""

    def __init__(self, *patterns: str) -> None:
        joined = "|".join(patterns)
        self._pattern = _one_of(joined)
        self._is_sought: dict[bytes, bool] = {}
        _TELLING.also(joined)
        _telling_words.cache_clear()

    def stands_in(self, text: str) -> bool:
        """Whether a text holds one of the words."""
        return any(map(self._says, _telling_words(text)))

    def among(self, texts: Collection[str]) -> set[str]:
        """The texts that hold one of the words."""
        return set(filter(self.stands_in, texts))

    def _says(self, word: bytes) -> bool:
        found = self._is_sought.get(word)
        if found is None:
            found = self._is_sought[word] = _says(self._pattern, word)
        return found


@lru_cache(maxsize=4)  # one text is asked about several times in a row
def _telling_words(text: str) -> frozenset[bytes]:
    """Of the letters side by side, with characters that are not ASCII, those a rule looks for."""
    return _TELLING.among(
        frozenset(text.encode("utf-8", "replace").translate(_ONLY_LETTERS).split())
    )


@lru_cache
def _one_of(patterns: str) -> re.Pattern[str]:
    return re.compile(patterns, re.I)


def _says(pattern: re.Pattern[str], word: bytes) -> bool:
    return any(map(pattern.fullmatch, _LETTERS.findall(word.decode())))


_ADDRESSING_PARTS = rf"{ADDRESS_FORM}|a|nama|ode"
_NUMBER_PARTS = rf"{_NUMBER}|at|et|{STUDENT_CUES}|{IDENTITY_CUES}|{BIRTH_CUES}"
_PLACE_PARTS = rf"{_PLACE}|r|ting+al\w*|menetap|google|desa|ds|kel|kelurahan|no|nomor|nmr|km"
_ADDRESSING_WORDS = Sought(_ADDRESSING_PARTS)
_NUMBER_WORDS = Sought(_NUMBER_PARTS)
_PLACE_WORDS = Sought(_PLACE_PARTS)
_SUSPECT_WORDS = Sought(_PLACE_PARTS, _NUMBER_PARTS, _ADDRESSING_PARTS)


def is_suspect(text: str) -> bool:
    """Whether a text must be looked at closely."""
    return _NUMBERS.search(text) is not None or _SUSPECT_WORDS.stands_in(text)


def suspects(texts: Collection[str]) -> Iterable[str]:
    """Those of the texts that must be looked at closely."""
    return _with(_SUSPECT_WORDS, texts)


def with_numbers(texts: Collection[str]) -> Iterable[str]:
    """Those of the texts in which ``identifiers`` can find something."""
    return _with(_NUMBER_WORDS, texts)


def _with(words: Sought, texts: Collection[str]) -> Iterable[str]:
    """The texts with a long number, or one of the words."""
    found = words.among(texts)
    together = "\n".join([*texts, ""])
    for match in _NUMBERS.finditer(together):
        begin = together.rfind("\n", 0, match.start()) + 1
        found.add(together[begin : together.index("\n", begin)])
    return found


def may_hold_number(text: str) -> bool:
    """Whether ``identifiers`` can find something."""
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
