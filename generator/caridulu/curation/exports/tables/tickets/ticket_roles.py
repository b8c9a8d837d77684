"""Cells that say who wrote a row of a ticket, or that it is no message to the asker.

Programs write it as a word (``Customer``, ``Petugas``, ``Catatan internal``), as a direction
(``masuk``, ``outgoing``), or as yes and no below a header (``is_private``).
"""

import re
from collections.abc import Collection
from enum import Enum, auto

from caridulu.curation.exports.header_words import folded_header, spaced_header

MOST_WORDS = 5  # words of a cell that says who writes


class Role(Enum):
    """What a cell says of its row."""

    ASKER = auto()
    OFFICER = auto()
    INTERNAL = auto()  # for the office only
    AUTOMATIC = auto()
    SPAM = auto()


SIDES = (Role.ASKER, Role.OFFICER)
_OF_NO_SIDE = (Role.SPAM, Role.AUTOMATIC, Role.INTERNAL)
_SPAM = re.compile(r"\b(?:spam|junk|sampah|iklan|promosi)\b")
_AUTOMATIC = re.compile(
    r"\b(?:auto\w*|otomatis|system|sistem|bot|robot|trigger|notifikasi|notification|event|log|"
    r"mailer-daemon|postmaster|no-?reply|status (?:change|update)|perubahan status)\b"
)
_INTERNAL = re.compile(
    r"\b(?:internal|intern|private|privat|note|notes|catatan|memo|whisper|rahasia|disposisi)\b"
)
_OFFICERS = re.compile(
    r"\b(?:petugas|agents?|agen|staf|staff|officer|operator|admin\w*|support|service|cs|pst|bps|"
    r"ppid|pegawai|teknisi|technician|pengelola|help ?desk|konsultan|assignee|supervisor|"
    r"employee|penjawab|pengasuh|narasumber)\b"
)
_ASKERS = re.compile(
    r"\b(?:pemohon|penanya|pelapor|pengadu|pengguna|pelanggan|konsumen|masyarakat|warga|tamu|"
    r"pengunjung|customers?|clients?|klien|requesters?|(?:end[- ]?)?users?|guest|contact|"
    r"reporter|submitter|visitor)\b"
)
_ANSWERS = re.compile(
    r"\b(?:outgoing|outbound|keluar|response|respons?|reply|replied|balas\w*|dibalas|jawab\w*|"
    r"dijawab|answer|tanggapan|solution|solusi|resolution|penyelesaian|follow-?up|correspond)\b"
)
_QUESTIONS = re.compile(
    r"\b(?:incoming|inbound|masuk|pertanyaan|tanya|question|inquiry|request|permintaan|"
    r"permohonan|pengaduan|laporan|message|pesan|create|created|tiket baru|new ticket)\b"
)
_ROLES = (  # the first that a cell names counts
    (_SPAM, Role.SPAM),
    (_AUTOMATIC, Role.AUTOMATIC),
    (_INTERNAL, Role.INTERNAL),
    (_OFFICERS, Role.OFFICER),
    (_ASKERS, Role.ASKER),
)
# Of whom a row is for, or who works on the ticket, whoever writes.
_OTHER_HEADERS = re.compile(
    r"\b(?:to|kepada|ke|tujuan|penerima|recipients?|assigned|assignee|ditugaskan|owner|groups?|grup|"
    r"team|tim|unit|queue|antrian|departe?men\w*|status|state|prioritas|priority|id)\b"
)
_LETTERS = {"m": Role.ASKER, "r": Role.OFFICER, "n": Role.INTERNAL}  # of osTicket
_SHORT_ACTS = {"in": Role.ASKER, "out": Role.OFFICER, "q": Role.ASKER, "a": Role.OFFICER,
               "t": Role.ASKER, "p": Role.ASKER, "j": Role.OFFICER, "v": Role.ASKER,
               "u": Role.ASKER, "o": Role.OFFICER}  # fmt: skip
_YES = frozenset({"true", "yes", "ya", "y", "1", "t", "benar"})
_NO = frozenset({"false", "no", "tidak", "tdk", "n", "0", "f", "salah"})
# What yes and no mean below a header with one of these words.
_HEADERS = (
    (re.compile(r"\b(?:internal|intern|private|privat|rahasia|tertutup)\b"), Role.INTERNAL, None),
    (re.compile(r"\b(?:public|publik|visible|terlihat)\b"), None, Role.INTERNAL),
    (re.compile(r"\b(?:incoming|inbound|masuk)\b"), Role.ASKER, Role.OFFICER),
    (re.compile(r"\b(?:outgoing|outbound|keluar|from ?me)\b"), Role.OFFICER, Role.ASKER),
    (re.compile(r"\b(?:staff?|agent|petugas|officer|admin)\b"), Role.OFFICER, Role.ASKER),
)


def first_role(said: Collection[Role | None]) -> Role | None:
    """Picks what counts of all that is said of a row: first, that it is for nobody outside."""
    of_no_side = (role for role in _OF_NO_SIDE if role in said)
    return next(filter(None, (*of_no_side, *said)), None)


def role_by_word(cell: str) -> Role | None:
    """Tells the role that a cell names: that of a person first, whatever is done."""
    text = folded_header(cell)
    if not text or len(text.split()) > MOST_WORDS:
        return None
    if text in _LETTERS:
        return _LETTERS[text]
    return next((role for words, role in _ROLES if words.search(text)), None)


def role_by_act(cell: str) -> Role | None:
    """Tells who does what a cell names; an asker may reply, too, so a person's name counts more."""
    text = folded_header(cell)
    if len(text.split()) > MOST_WORDS:
        return None
    if text in _SHORT_ACTS:
        return _SHORT_ACTS[text]
    if _ANSWERS.search(text):
        return Role.OFFICER
    return Role.ASKER if _QUESTIONS.search(text) else None


def role_of(header: str, cell: str) -> Role | None:
    """Tells the role that a cell names, or that yes or no means below its header."""
    text, name = folded_header(cell), spaced_header(header)
    role = role_by_word(cell)
    if _OTHER_HEADERS.search(name):
        return role if role is Role.SPAM else None
    if text in _YES or text in _NO:
        for pattern, yes, no in _HEADERS:
            if pattern.search(name):
                return yes if text in _YES else no
    return role
