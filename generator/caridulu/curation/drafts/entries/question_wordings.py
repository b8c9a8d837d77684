"""A question -> what it asks, however that is worded: ``Apa yang dimaksud dengan inflasi?``."""

import re
from dataclasses import dataclass

from caridulu.search.analysis.analyzer import Analyzer

# Ways to ask one thing, and the word that stands for them.
_WORDINGS = (
    (
        r"\bapa(?:kah)?(?: itu| (?:yang|yg) di ?maksud(?:kan)?(?: dengan| oleh)?|"
        r" (?:arti|pengertian|definisi|maksud)(?:nya)?(?: dari)?)+\b",
        "apa",
    ),
    (r"\bberapa (?:lama|hari(?: kerja)?|waktu)(?:kah)?\b", "lama"),
    (r"\b(?:jam|pukul) berapa(?:kah)?\b", "jam"),
)
_ASKING = re.compile(
    r"\b(?:apa|apakah|siapa|mana|bagaimana|gimana|kapan|berapa|kenapa|mengapa|bisakah|bolehkah|"
    r"cara|syarat|biaya|tarif|lama|jam)\b"
)
_FILLING = ("akan", "layanan", "saya")  # words that ask for nothing


@dataclass(frozen=True)
class Asked:
    """What a question asks: the words that ask, and the terms of what is asked about."""

    asking: frozenset[str]
    subject: frozenset[str]


def asked_of(question: str, analyzer: Analyzer) -> Asked:
    """Reads what a question asks; two questions that ask the same are equal."""
    text = question.lower()
    for wording, word in _WORDINGS:
        text = re.sub(wording, word, text)
    filling = analyzer.language.stop_words | {analyzer.term(word) for word in _FILLING}
    subject = frozenset(analyzer.terms(_ASKING.sub(" ", text))) - filling
    return Asked(frozenset(_ASKING.findall(text)), subject)
