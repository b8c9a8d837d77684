"""Text -> whether it can hold personal data at all; most texts cannot, and need no closer look.

Every question here is answered generously: what a rule finds has what is asked for. The words of a
text are asked about one by one, and the answers kept, because a site has few different words.
"""

import re
from collections.abc import Callable
from functools import lru_cache

ADDRESS_FORM = (
    r"pak|bapak|bpk|ibu|bu|sdr|sdri|saudara|saudari|kak|mas|mbak|bang|haji|hj|hajah|drs?|a\.?n|"
    r"atas nama|nama saya|nama pemohon|perkenalkan|saya"
)
_ADDRESSING = re.compile(rf"\b(?:{ADDRESS_FORM})\.?,? |\b(?:la|wa) ode\b", re.I)
_ADDRESSING_WORD = re.compile(rf"{ADDRESS_FORM}|a|nama|ode", re.I)
_MOST_WORDS = 200_000  # whose answers are kept

# Every hit that stops a build has one of these.
_DIGITS = r"\d(?:\d{4}|[\d .\-/_()\u00a0\u2009\u202f\u2010-\u2013]{5,}\d)"
_PLATE = r"[A-Z] \d{1,4} [A-Z]"
_NUMBER = r"nol|kosong|lahir|kelahiran|lhr|ttl"
_PLACE = (
    r"alamat\w*|tinggal\w*|\w*domisili|rumah\w*|jl|jln|jalan|"
    r"lorong|lrg|lr|gang|gg|btn|perum\w*|kompleks?|komplek|griya|kost?|asrama|pondok|wisma|ruko|"
    r"r\.?[tw]|blok|dusun|dsn|lingk\w*|maps|goo"
)
_SUSPECT = re.compile(
    rf"{_DIGITS}|\b[A-Z]{{1,2}} \d{{1,4}} [A-Z]{{1,3}}\b|@|%40|"
    rf"(?i:[(\[{{] ?at ?[)\]}}]|\bat |\b(?:{_NUMBER}|{_PLACE}|(?:la|wa) ode)\b)|"
    rf"(?i:\b(?:{ADDRESS_FORM})\b\.?,? )[A-Z]"
)
_NUMBERS = re.compile(rf"{_DIGITS}|{_PLATE}|@|%40")
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER_WORD = re.compile(rf"{_NUMBER}|at", re.I)
_PLACE_WORD = re.compile(
    rf"{_PLACE}|r|ting+al\w*|menetap|google|desa|ds|kel|kelurahan|no|nomor|nmr|km", re.I
)


def is_suspect(text: str) -> bool:
    """Whether a text must be looked at closely."""
    has_word = _has_any(text, _is_suspect_word)
    return (has_word or _NUMBERS.search(text) is not None) and _SUSPECT.search(text) is not None


def may_hold_number(text: str) -> bool:
    """Whether ``identifiers`` can find something; also of several texts, each on a line."""
    return _NUMBERS.search(text) is not None or _has_any(text, _is_number_word)


def may_hold_address(text: str) -> bool:
    """Whether ``addresses`` can find something."""
    return _has_any(text, _is_place_word)


def may_address(text: str) -> bool:
    """Whether somebody can be addressed or called by a noble name."""
    return _has_any(text, _is_addressing_word) and _ADDRESSING.search(text) is not None


def _has_any(text: str, asked: Callable[[str], bool]) -> bool:
    return any(map(asked, set(_LETTERS.findall(text))))


@lru_cache(maxsize=_MOST_WORDS)
def _is_suspect_word(word: str) -> bool:
    return _is_number_word(word) or _is_place_word(word) or _is_addressing_word(word)


@lru_cache(maxsize=_MOST_WORDS)
def _is_number_word(word: str) -> bool:
    return _NUMBER_WORD.fullmatch(word) is not None


@lru_cache(maxsize=_MOST_WORDS)
def _is_place_word(word: str) -> bool:
    return _PLACE_WORD.fullmatch(word) is not None


@lru_cache(maxsize=_MOST_WORDS)
def _is_addressing_word(word: str) -> bool:
    return _ADDRESSING_WORD.fullmatch(word) is not None
