"""Messages that say no more than what becomes of a ticket: received, joined, closed, for us only.

What a program's columns leave unsaid is told by the words of the message.
"""

import re

from caridulu.curation.exports.phrases.words import content_words, words_of

LONGEST = 45  # words; a longer message does more than tell the state of a ticket
LONGEST_STATE = 600  # characters, likewise
SAYS_MORE = 3  # content words behind an opening courtesy, from which on they are an answer
TAKEN_UP = 2  # content words of the question, from which on a message answers it
_TICKET = (
    r"\b(?:tiket|ticket|case|kasus|permintaan|permohonan|pesan|laporan|pengaduan|e-?mail|surel|"
    r"request|message)\b"
)
_CLOSED = re.compile(
    rf"{_TICKET}.{{0,60}}\b(?:(?:di ?)?tutup|closed?|dinyatakan selesai|resolved|(?:di)?gabung\w*|"
    r"merged|duplikat|duplicate)\b",
    re.I | re.S,
)
_RECEIVED = re.compile(
    rf"{_TICKET}.{{0,60}}\b(?:(?:telah|sudah|akan)(?: kami)? (?:segera )?(?:di ?)?"
    r"(?:terima|catat|tanggapi|proses|buat|tindak ?lanjuti|teruskan)|"
    r"(?:ter|di)(?:catat|daftar|terima)|(?:has|have) been (?:received|created|assigned))\b",
    re.I | re.S,
)
_OF_THIS = re.compile(
    r"#|\b(?:anda|bapak|ibu|bpk|kak|kakak|saudara|ini|kami|your|this|tiket|ticket)\b", re.I
)
# Numbers of tickets, and in how many days or hours an answer is promised.
_NUMBERS = re.compile(
    r"#\s?[\w-]+|\[[^\]]{0,60}\]|\([^)\d]{0,60}\d[^)]{0,60}\)|"
    r"\b(?:nomor|no\.?|number|tiket|ticket|id|case)\W{1,3}[\w./-]*\d[\w./-]*|"
    r"\b\d+ ?x ?\d+(?: jam)?|\b\d+(?: ?- ?\d+)? (?:hari|jam|menit|days?|hours?)\b",
    re.I,
)
_INTERNAL = re.compile(
    r"^\W*(?:catatan |note |private |nota )?(?:internal|intern|private note)(?: note)?\W*"
    r"[\])}:\-\u2013]",
    re.I,
)
_OPENING = re.compile(
    r"\b(?:terima ?kasih|makasih)\W+(?:telah|sudah|atas)\W+(?:meng)?hubungi\w*[^.!\n]*[.!\n]\s*|"
    r"\bthank you for (?:contacting|reaching)[^.!\n]*[.!\n]\s*",
    re.I,
)


def is_internal(text: str) -> bool:
    """Tells whether a message calls itself a note for the office."""
    return _INTERNAL.match(text) is not None


def says_only_state(text: str, asked: str) -> bool:
    """Tells whether an officer or a program only says that a ticket is received or closed.

    What takes up what the ticket was opened with, ``asked``, is an answer.
    """
    if len(text) > LONGEST_STATE:
        return False
    plain = _NUMBERS.sub(" ", text)
    if len(words_of(plain)) > LONGEST or any(map(str.isdigit, plain)) or "://" in text:
        return False
    if not _OF_THIS.search(text) or not (_CLOSED.search(text) or _RECEIVED.search(text)):
        return False
    words = set(content_words(re.sub(_TICKET, " ", plain, flags=re.I)))
    return len(words.intersection(content_words(asked))) < TAKEN_UP


def without_opening(text: str) -> str:
    """Takes off the courtesy by which programs open every reply, where an answer follows."""
    rest = _OPENING.sub("", text, count=1).strip()
    return rest if len(content_words(rest)) >= SAYS_MORE else text
