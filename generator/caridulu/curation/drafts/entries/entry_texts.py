"""Texts of a consultation -> texts of an entry: one line, no greeting, an id."""

import re
from collections.abc import Iterable

from caridulu.curation.exports.handover_line import shorten
from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.knowledge.site_names import DIRECT_PREFIX, REFERRAL_PREFIX
from caridulu.knowledge.yaml.reader import INVISIBLE
from caridulu.search.analysis.language import indonesian

ID_WORDS = 6
NEGATIONS = frozenset({"tidak", "belum", "bukan", "tanpa"})  # without them an id says the contrary
_ANGLES = {ord("<"): "\u2039", ord(">"): "\u203a"}  # in one-line texts these would look like tags
_PERSON = r"(?:bapak/ibu|bapak|ibu|pak|bu|kak|kakak|mas|mbak|saudara|saudari)\b(?!-)"
# ``Assalamu'alaikum wr. wb.``, ``Waalaikumsalam warahmatullah``; what follows is the answer.
_SALAM = (
    r"(?:assala?mu'?\s?ala?ikum|wa?'?\s?a?laikum\s?(?:m?us+)?\s?salam)"
    r"(?:[\s,.]+(?:wr|wb|wr\.?wb|(?:wa\s?)?(?:rahmat|barakat)\w*)\b)*"
)
_GREETING = (
    rf"(?:(?:selamat|met|slmt) (?:pagi|siang|sore|malam)|{_SALAM}|"
    rf"(?:pagi|siang|sore|malam)(?=[,.!]|\s+(?:{_PERSON}|\[nama\]))|"
    r"halo|hallo|hai|salam)\b[\s,]*"
    rf"(?:{_PERSON}[\s,]*)?"
    r"(?:\[[^\]]+\])?[\s,.!]*"
)
_OPENING = re.compile(rf"^(?:{_GREETING})+", re.I)
_ADDRESSED = re.compile(r"^[^\w]*(?:\w+ ){0,2}\[[^\]]+\][\s,.!]*$")
_CALLED_FIRST = re.compile(
    rf"^(?:(?:(?:baik|oke?|siap)\s+)?(?:{_PERSON}\s+)?\[nama\]\s*[,:.!]\s*)+", re.I
)
# ``Selamat pagi Pak Bagus`` on a line of its own: a name that is a word is not taken for one.
_GREETED = (
    rf"(?:(?:selamat|met|slmt|pagi|siang|sore|malam|{_SALAM}|halo|hallo|hai|salam|yth|kepada|dear|"
    r"baik)[ ,.]+)+"
)
_NAMES = r"(?: +[A-Z][\w'.]*){1,4} *"
_SALUTED = re.compile(rf"^(?:(?i:{_GREETED}{_PERSON}){_NAMES},?|(?i:{_PERSON}){_NAMES},)[ \t]*\n+")


def clean(text: str) -> str:
    """Takes hidden characters out of a text, and breaks up what would be read as notation."""
    text = INVISIBLE.sub("", text.replace("\r", "").replace("\t", " "))
    text = re.sub(r"<(?=[A-Za-z/!?])", _ANGLES[ord("<")], text)  # would be read as HTML
    text = re.sub(r"\](?=[(\[:])", "] ", text)  # would be read as a link
    return text.replace("{{", "{ {").replace("}}", "} }").strip()


def one_line(text: str, length: int) -> str:
    """Puts a text on one line of at most ``length`` characters, without angle brackets."""
    return shorten(text.translate(_ANGLES), length)


def without_address(answer: str) -> str:
    """Takes the greeting, and what only addresses the asker, out of a redacted answer."""
    lines = answer.split("\n")
    kept = [line for line in lines if not _ADDRESSED.match(without_greeting(line) or line)]
    rest = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    plain = _CALLED_FIRST.sub("", _OPENING.sub("", _SALUTED.sub("", rest)))
    return plain[:1].upper() + plain[1:] if plain else rest or answer


def id_of(question: str, *, otherwise: str = "pertanyaan") -> str:
    """Makes a readable id of the question's words; ``otherwise`` where there are none."""
    language = indonesian()
    words = re.findall(r"[a-z0-9]+", re.sub(r"\[[^\]]*\]", " ", question.lower()))
    words = [" ".join(language.colloquial.get(word, (word,))) for word in words]
    left_out = language.function_words - NEGATIONS
    content_words = [word for word in words if word not in left_out] or words
    stem = "-".join(re.findall(r"[a-z0-9]+", " ".join(content_words))[:ID_WORDS])
    stem = stem[:60].strip("-") or otherwise
    for prefix in (DIRECT_PREFIX, REFERRAL_PREFIX):  # no entry's id may begin so
        stem = f"tentang-{stem}" if stem.startswith(prefix) else stem
    return stem


class FreeIds:
    """Hands out free ids, with a number where one is taken."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}  # number to try; thousands may ask in the same words

    def take(self, wanted: str) -> str:
        """Returns the id, or the next one with a number, and keeps it."""
        given, number = wanted, self._next.get(wanted, 2)
        while given in self._taken:
            given, number = f"{wanted}-{number}", number + 1
        self._next[wanted] = number
        self._taken.add(given)
        return given
