"""A consultation of a chat -> whether it informs: small talk and appointments do not.

Each observation has a weight, in sixteenths of the logarithm of the odds; a consultation is kept
where their sum is above 0. The weights were fitted once, by a script that is not kept, to matters
of chats that a reader had called useful or not; the lists of words are by hand.
"""

import re
from collections.abc import Mapping
from itertools import chain

from caridulu.curation.exports.consultation import Consultation
from caridulu.curation.exports.phrases.kinds import SHORT_HOLDING
from caridulu.curation.exports.phrases.words import telling_words, words_of

LOOKED_AT = 1_500  # characters of what followed
MOST_TERMS = 3
MOST_SHARED = 4  # words
MOST_WORDS = 12  # of one message
LONG = 4  # words of an answer that count as one
WEIGHTS: Mapping[str, int] = {
    "always": -48,
    "business": 14,
    "terms_asked": 12,
    "words_at_once": 5,
    "words_taken_up": 9,
    "words_told": 5,
    "meeting": -23,
}
_TERM = re.compile(r"\b[A-Z][A-Z0-9]+[a-z]?\b")  # PDRB, KBLI, SP2020
_BUSINESS = re.compile(  # of casefolded text, as the next one
    r"\b(?:data|datanya|angka|tabel|buku|peta|kode|laman|web|website|aplikasi|akun|formulir|surat|"
    r"layanan|syarat|biaya|tarif|gratis|bayar|survei|sensus|daftar|unduh|table|figures?|free)\b"
)
_MEETING = re.compile(
    r"\b(?:besok|nanti malam|ke kantor|jam \d|mampir|ketemu|datang|di depan|hadir)\b"
)

_PROMISE = re.compile(
    r"\b(?:nanti|besok|sebentar|bentar)\b.*\b(?:(?:di)?(?:cek|cari|tanya|kabar|info|kirim)\w*|balas)\b",
    re.I,
)


def informs(made: Consultation) -> bool:
    """Whether a consultation tells something that another asker may want to know."""
    seen = observed(made)
    return WEIGHTS["always"] + sum(WEIGHTS[name] * value for name, value in seen.items()) > 0


def only_promises(made: Consultation) -> bool:
    """Whether an answer only promises one: ``nanti Fauzan cek ya kak``."""
    is_short = len(words_of(made.answer)) <= SHORT_HOLDING
    return is_short and _PROMISE.search(made.answer) is not None


def observed(made: Consultation) -> dict[str, int]:
    """What speaks for or against it, by name; what is not seen is left out."""
    question, answer = f"{made.question}\n{made.further[:LOOKED_AT]}", made.answer
    said = f"{question}\n{answer}".casefold()
    asked, parts = set(telling_words(question)), [*map(telling_words, answer.split("\n\n"))]
    told, longest = set(chain.from_iterable(parts)), max(map(len, parts))
    seen = {
        "terms_asked": min(len(set(_TERM.findall(question))), MOST_TERMS),
        "words_taken_up": min(len(asked & told), MOST_SHARED),
        "words_at_once": min(longest, MOST_WORDS),
        "words_told": min(len(told) // LONG, MOST_WORDS),
        "business": min(len(set(_BUSINESS.findall(said))), MOST_TERMS),
        "meeting": _MEETING.search(said) is not None,
    }
    return {name: value for name, value in seen.items() if value}
