"""Greetings and thanks: whether a message has them, and a text without them."""

import re

from caridulu.curation.exports.phrases.words import (
    Wording,
    cached,
    content_words,
    has_figure,
    is_short,
)
from caridulu.privacy.lists.spoken_words import ADDRESSED, GREETINGS, THANKS

LONGEST_ASSENT = 100  # characters
_THANKS = Wording(
    rf"\b(?:{THANKS}|dang?ke)\b(?: (?:atas|untuk|utk|buat) (?:jawaban|bantuan|data|informasi|info|"
    r"penjelasan|layanan|pelayanan)(?:nya)?(?: (?:kemarin|tadi|sebelumnya|waktu itu))?\b)?"
)
# When somebody is sorry to disturb: ``maaf ganggu malam2,``, ``mengganggu di hari libur pak``.
_UNTIMELY = (
    r"(?:mohon maaf|maaf|mf|(?:meng)?ganggu|chat)(?: waktunya)? (?:di |pada )?(?:hari |jam )?"
    r"(?:libur|istirahat|(?P<day>subuh|pagi|siang|sore|malam)(?:(?:2|[ -](?P=day))| minggu| hari)?)"
    r"(?: begini| gini)?"
    rf"(?=\W*(?:$|[,.!\n]|(?:{ADDRESSED}|(?:meng)?ganggu|mau|izin|ijin|numpang)\b))"
)
_GREETING = re.compile(
    rf"^(?:(?:(?:{ADDRESSED}) (?-i:[A-Z][a-z]+)(?= (?:{GREETINGS})\b)|"  # Ibu Mei selamat pagi
    rf"{GREETINGS}|{ADDRESSED}|wa'?a?laikum ?(?:m?us)? ?salam|wr\.?|wb\.?|"
    r"warahmatullahi|wabarakatuh|(?:yth|dear|kepada(?: yth)?)\W+"
    r"(?:(?:kepala|pimpinan|bapak|ibu)[ /]+)*(?:bps|pst|tim|admin|petugas)"
    r"(?:(?: [\w.]+){1,6}(?= *[\n,]))?|"
    rf"dear|salam(?: hormat| kenal)?|{_UNTIMELY}|mohon maaf|maaf|mf|"
    r"ya|iya|iye|baik|siap|ok|oke|sekalian|mengganggu|ganggu|sebelumnya|waktunya|izin|ijin|bertanya|dengan|hormat|yth|ping)\b"
    r"[\s,.!/():;\u2026-]*)+",
    re.I,
)
_GREETS = re.compile(rf"^\W*(?:wa'?)?(?:assala?mu|alaikum|(?:{GREETINGS})\b)", re.I)
_ASSENT = re.compile(
    r"^\W*(?:o+h?|oalah|wah|siap|ok\d?|oke\d?|okey|baik|iy?a|ya|nggih|inggih|sip+|mantap|paham|jelas|"
    r"noted|alhamdulillah|puji tuhan|got it|understood|perfect|great|clear|sure|will do|alright)\b",
    re.I,
)
_CLOSED = Wording(
    r"(?:percakapan|konsultasi|chat|obrolan|layanan)[^.\n]{0,40}(?:ditutup|tutup|selesai|akhiri)|"
    r"terima ?kasih (?:telah|sudah|atas) (?:meng?hubungi|kunjungan|kepercayaan)|"
    r"semoga (?:membantu|bermanfaat)|"
    r"\bsama[- ]?sama\b",
)
_ADDRESSES = re.compile(
    rf"^\W*(?:yth|yang terhormat|kepada|kpd|dear|dengan hormat|{ADDRESSED}|sdri|saudari)\b", re.I
)
_CLOSING = re.compile(
    rf"^\W*(?:{THANKS}|semoga|demikian|sekian|salam|hormat kami|"
    r"(?:atas )?(?:mohon )?maaf (?:atas|sebelumnya|(?:kami )?(?:baru|terlambat|lambat))\b|"
    r"atas (?:perhatian|kerja ?sama)|"
    r"(?:jika|bila|kalau|kalo|apabila)\b.{0,60}\b(?:(?:di)?tanya\w*|pertanyaan|"
    r"(?:kurang|belum|tidak) jelas))\b",
    re.I,
)
# Behind a comma: more of the same courtesy, or why it comes late; nothing that answers.
_MORE_COURTESY = re.compile(
    rf"^\W*(?:{THANKS}|dan|serta|mohon|minta|mudah|kami (?:ucapkan|haturkan|tunggu)|"
    r"(?:saya |kami )?(?:karena|krn|karna|sebab|akibat|dikarenakan|berhubung|kemar[ie]n|tadi|"
    r"minggu|sedang|masih|baru|ada (?:kegiatan|rapat|pelatihan)))\b",
    re.I,
)
TELLS = 2  # content words without a capital, beside a courtesy, that tell something
SALUTATION = 3  # content words of a salutation at most: ``Yth. Bapak Camat Rumbia,``


def is_salutation(sentence: str) -> bool:
    """Tells whether a sentence only says to whom it is written."""
    is_addressed = sentence.endswith(",") or greets(sentence) or _ADDRESSES.match(sentence)
    return bool(is_addressed) and len(content_words(sentence)) <= SALUTATION


def is_closing(sentence: str) -> bool:
    """Tells whether a sentence is one of those with which a letter ends, or begins an answer."""
    if not _CLOSING.match(sentence) or has_figure(sentence):
        return False
    return not tells_beside(sentence)


def tells_beside(sentence: str) -> bool:
    """Tells whether something is told beside a courtesy: ``Maaf baru balas, data tidak ada``."""
    _, *clauses = re.split(r"[,;]\s|\s[-\u2013]\s", sentence)
    told = (one for one in clauses if not (_MORE_COURTESY.match(one) or _CLOSING.match(one)))
    plain = " ".join(word for one in told for word in one.split() if not word[:1].isupper())
    return len(content_words(plain)) >= TELLS


def opens_or_closes(sentence: str) -> bool:
    """Tells whether a sentence is only the salutation or the closing of a letter."""
    return is_salutation(sentence) or is_closing(sentence)


def greets(text: str) -> bool:
    return _GREETS.match(text) is not None


def thanks(text: str) -> bool:
    return _THANKS.search(text) is not None


def closes(text: str) -> bool:
    """Tells whether an officer says goodbye."""
    return _CLOSED.search(text) is not None


def is_only_thanks(text: str) -> bool:
    """Tells whether nothing is said but thanks."""
    if "?" in text or not _THANKS.search(text):
        return False
    return len(content_words(_THANKS.sub(" ", text))) < 2


@cached
def assents(text: str) -> bool:
    """Tells whether somebody says no more than that it is understood: ``siap, saya teruskan``."""
    if "?" in text or len(text) > LONGEST_ASSENT or not is_short(text):
        return False
    return _ASSENT.match(text) is not None or is_only_thanks(text)


def without_greeting(text: str) -> str:
    """Takes off the greeting that the text begins with."""
    text = text.strip()
    found = _GREETING.match(text)
    return text[found.end() :].strip() if found else text
