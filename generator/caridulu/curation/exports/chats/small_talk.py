"""A consultation of a chat -> whether it informs: small talk and appointments do not.

Each observation has a weight, in sixteenths of the logarithm of the odds; a consultation is kept
where their sum is above 0. ``tests/benchmarks/fit_small_talk.py`` fits the weights to chats whose
consultations are known; the lists of words are by hand, and the weight of a meeting, of which these
chats have too few.
"""

import re
from collections.abc import Mapping

from caridulu.curation.exports.consultation import Consultation
from caridulu.curation.exports.phrases.words import content_words

LOOKED_AT = 1_500  # characters of what followed
MOST_TERMS = 3  # technical terms, or words of business, that are counted
MOST_SHARED = 4  # words of both question and answer that are counted
MOST_WORDS = 12  # groups of words of an answer that are counted
LONG = 4  # words in such a group
WEIGHTS: Mapping[str, int] = {
    "always": -16,
    "business": 11,
    "terms_asked": 11,
    "words_taken_up": 8,
    "words_told": 21,
    "meeting": -40,
}
_TERM = re.compile(r"\b[A-Z][A-Z0-9]+[a-z]?\b")  # PDRB, KBLI, SP2020
_BUSINESS = re.compile(  # of casefolded text, as the next one
    r"\b(?:data|datanya|angka|tabel|buku|peta|kode|laman|web|website|aplikasi|akun|formulir|surat|"
    r"layanan|syarat|biaya|tarif|gratis|bayar|survei|sensus|daftar|unduh|table|figures?|free)\b"
)
_MOBILE = re.compile(r"(?:\+?\b62[ -]?|\b0)8\d[\d -]{6,}\d\b")
_MEETING = re.compile(
    r"\b(?:besok|nanti malam|(?:ke|di) kantor|jam \d|mampir|ketemu|(?<!petugas )datang|di depan|"
    r"hadir|rapat|undang\w*|mengundang|wawancara|janjian|meeting|your office)\b"
)


def informs(made: Consultation, *, briefly: bool = False) -> bool:
    """Tells whether a consultation tells something that another asker may want to know.

    ``briefly``: somebody wrote to the office a few days only. People do so because they have a
    question, however short its answer; only a meeting is none.
    """
    seen = observed(made)
    return (briefly and "meeting" not in seen) or weighed(seen) > 0


def weighed(seen: Mapping[str, int]) -> int:
    """Adds the weights of the observations."""
    return WEIGHTS["always"] + sum(WEIGHTS[name] * value for name, value in seen.items())


def observed(made: Consultation) -> dict[str, int]:
    """Counts the observations for or against a consultation, by name, without zeros."""
    question, answer = f"{made.question}\n{made.further[:LOOKED_AT]}", made.answer
    said = f"{question}\n{answer}".casefold()
    asked, told = set(content_words(question)), content_words(answer)
    terms = set(_TERM.findall(question))
    seen = {
        "terms_asked": 0 if made.question.isupper() else min(len(terms), MOST_TERMS),
        "words_taken_up": min(len(asked.intersection(told)), MOST_SHARED),
        "words_told": _words_told(made),
        "business": min(len(set(_BUSINESS.findall(said))), MOST_TERMS),
        "meeting": _MEETING.search(said) is not None,
    }
    return {name: value for name, value in seen.items() if value}


def _words_told(made: Consultation) -> int:
    """Counts the words that an answer tells, in groups; a person's number is no word."""
    told = _MOBILE.sub(" ", made.answer)
    return min(len(set(content_words(told))) // LONG, MOST_WORDS)
