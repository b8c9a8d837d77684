"""Greetings and thanks: whether a message has them, and a text without them."""

import re

from caridulu.curation.exports.phrases.words import telling_words

_THANKS = re.compile(
    r"\b(?:t(?:erima|rima) ?kasih|makasih|makasi|mks?h|trims|trimakasih|tks|tq|thx|thanks|"
    r"thank you|syukron|nuhun|tengkyu)\b",
    re.I,
)
_GREETING = re.compile(
    r"^(?:(?:assala?mu'?\s?ala?ikum|ass|aslm|asslm|wa'?alaikum ?m?us? ?salam|walaikum ?salam|"
    r"wr\.?|wb\.?|warahmatullahi|"
    r"wabarakatuh|selamat (?:pagi|siang|sore|malam)|met (?:pagi|siang|sore|malam)|pagi|siang|sore|"
    r"malam|good (?:morning|afternoon|evening)|dear|salam|"
    r"halo|hallo|hai|hi|hello|tabe'?|permisi|mohon maaf|maaf|pak|bu|bapak|ibu|kak|kakak|min|mimin|"
    r"admin|bapak/ibu|sdr|saudara|"
    r"mas|mbak|bang|ya|iya|iye|baik|siap|ok|oke|sekalian|"
    r"mengganggu|ganggu|sebelumnya|waktunya|izin|ijin|bertanya|dengan|hormat|yth)\b"
    r"[\s,.!/():;\u2026-]*)+",
    re.I,
)
_GREETS = re.compile(
    r"^\W*(?:assala?mu|ass\b|aslm|selamat (?:pagi|siang|sore|malam)|met |pagi|siang|sore|malam|"
    r"halo|hallo|hai|hi\b|hello|tabe|permisi|punten|good )",
    re.I,
)
_CLOSED = re.compile(
    r"(?:percakapan|konsultasi|chat|obrolan|layanan)[^.\n]{0,40}(?:ditutup|tutup|selesai|akhiri)|"
    r"terima ?kasih (?:telah|sudah|atas) (?:meng?hubungi|kunjungan|kepercayaan)|"
    r"semoga (?:membantu|bermanfaat)|"
    r"\bsama[- ]?sama\b",
    re.I,
)


def greets(text: str) -> bool:
    """Whether a message opens with a greeting."""
    return _GREETS.match(text) is not None


def thanks(text: str) -> bool:
    """Whether somebody thanks."""
    return _THANKS.search(text) is not None


def closes(text: str) -> bool:
    """Whether an officer says goodbye."""
    return _CLOSED.search(text) is not None


def is_only_thanks(text: str) -> bool:
    """Whether nothing is said but thanks."""
    if "?" in text or not _THANKS.search(text):
        return False
    return len(telling_words(_THANKS.sub(" ", text))) < 2


def without_greeting(text: str) -> str:
    """Takes off the greeting that the text begins with."""
    return _GREETING.sub("", text.strip()).strip()
