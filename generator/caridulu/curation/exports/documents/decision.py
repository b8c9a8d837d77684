"""Headings of a decision or a standard, which ask nothing -> questions in the same words."""

import re
from collections.abc import Iterable

SHORT = 4  # words; so short a heading does not name its subject
LONGEST_SUBJECT = 220  # characters
_WORDINGS = (
    (r"(?:(?:per)?syarat(?:an)?|produk|jenis)\b", "Apa saja {}?"),
    (
        r"(?:sistem,? mekanisme|mekanisme|prosedur|alur|tata cara|cara|langkah|"
        r"penanganan|pengaduan|pengelolaan)\b",
        "Bagaimana {}?",
    ),
    (r"(?:jangka waktu|waktu penyelesaian|lama|biaya|tarif)\b", "Berapa {}?"),
    (r"(?:jam|waktu|jadwal)\b", "Kapan {}?"),
    (r"(?:alamat|lokasi|tempat)\b", "Di mana {}?"),
)
_SUBJECT = re.compile(r"\bTENTANG\s+(.+)", re.S)
_ORDINALS = (
    "kesatu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh"
)
_DICTUM = re.compile(rf"^\W*({_ORDINALS})\W*:?\W*\s*(?=\S)", re.I)


def headed_question(heading: str, subject: str) -> str:
    """Words a heading as a question where its first word tells how; else leaves it."""
    words = heading.rstrip(":. ")
    plain = words.lower() if words.isupper() else " ".join(map(_lowered, words.split()))
    about = re.sub(r"^standar ", "", subject)
    for pattern, wording in _WORDINGS:
        if re.match(pattern, plain, re.I):
            is_short = len(plain.split()) <= SHORT
            return wording.format(f"{plain} {about}".strip() if is_short else plain)
    return words.capitalize() if words.isupper() else words


def _lowered(word: str) -> str:
    """Writes a word of a heading as it stands in a sentence: ``prosedur`` but ``BPS``."""
    is_short_form = sum(letter.isupper() for letter in word) > 1 and "/" not in word
    return word if is_short_form else word.lower()


def subject_of(texts: Iterable[str]) -> str:
    """Reads what a decision is about from ``NOMOR ... TENTANG ...``; empty without it."""
    for text in texts:
        if found := _SUBJECT.search(text):
            subject = " ".join(found[1].replace("*", "").split()).rstrip(". ")
            subject = re.split(r"\s(?:DENGAN RAHMAT|KEPALA [A-Z ]+,|Menimbang)", subject)[0]
            return subject.lower() if subject.isupper() else subject
    return ""


def dictums_of(texts: Iterable[str]) -> str:
    """Returns the dictums of a decision as a list; empty unless there are two."""
    dictums: list[str] = []
    for text in texts:
        for line in text.split("\n\n"):
            if found := _DICTUM.match(line):
                words = line[found.end() :].lstrip("*: ")
                dictums.append(f"- **{found[1].capitalize()}**: {words}")
    return "\n".join(dictums) if len(dictums) > 1 else ""


def is_dictum(text: str) -> bool:
    return _DICTUM.match(text) is not None
