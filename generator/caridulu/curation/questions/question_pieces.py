"""A redacted text -> the sentences that may be the question, or be needed to understand it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.subjects import (
    STANDS_ALONE,
    stands_alone,
    subject_word_count,
)
from caridulu.curation.exports.phrases.words import GENERAL, content_words, sentences
from caridulu.curation.questions.question_leads import (
    LIST_ITEM,
    PLACEHOLDER,
    ROLES,
    asks_by_word,
    asks_or_requests,
    without_leads,
)
from caridulu.privacy.lists.spoken_words import ADDRESSED, SELVES, THANKS, THIS, WISHES

FEWEST_WORDS = 2  # content words of one of several questions, at least
SHORT_REPLY = 2  # words; so short a sentence may be only a name or a number
_NUMBER = r"\[(?!nama\])[^\]\n]{2,30}\]|\d(?:[ -]?\d){10}"  # that of a number, or a long number
_LONG_NUMBER = r"\d{5}"
_NUMBERED = re.compile(
    r"(?:\b(?:dengan|dgn|pakai|pake|lewat) )?"
    rf"(?:\b(?:nik|no\.? ?kk|kk|nip|npwp|hp|wa|nomor|no\.?)\b[ :.]*)?(?:{_NUMBER})",
    re.I,
)
_INTRODUCES = re.compile(
    r"^\W*(?:perkenalkan|kenalkan|nama saya|"
    rf"(?:{SELVES}|{THIS}|kami)(?: (?:pak|bapak|bu|ibu|kak|mas|mbak))? {PLACEHOLDER}|"
    rf"dengan {PLACEHOLDER}|"
    rf"(?:saya|sy|kami|sa) (?:{ROLES}|warga|mitra|aparat|perangkat|dari)\b|"
    r"(?:mahasiswa|mahasiswi) \S+)",
    re.I,
)
_GOING_TO_ASK = re.compile(
    rf"\b(?:(?:{WISHES}|izin|ijin) )+(?:ber)?(?:tanya|nanya)(?: (?:{ADDRESSED}|ya|dong))*\W*$", re.I
)
_NOT_ASKED = re.compile(
    rf"^\W*(?:nik|no\.? ?kk|kk|npwp|nip|nim|nisn|alamat|hp|no\.? ?hp|wa|telp|email|surel|ttd\.?|"
    rf"rekening|direktur|nama)\b[\W\w]{{0,20}}{PLACEHOLDER}(?!.*\?)|^(?:\W|{PLACEHOLDER}|dan|atau|kk|nik|hp|wa)*$",
    re.I,
)
_POLITE = re.compile(
    r"^\W*(?:atas (?:bantuan|perhatian|kerja ?sama|waktu|informasi|jawaban)\w*.*|"
    r"(?:mohon|minta) (?:bantuan|arahan|pencerahan|petunjuk|bimbingan|infonya|informasinya|"
    r"penjelasannya|jawabannya|segera dibalas|dibalas|dibantu)\w*"
    r"(?: (?:ya|pak|bu|kak|min|segera))*|"
    rf"(?:{THANKS})\b.{{0,60}}|"
    r"(?:demikian|sekian)\b.{0,80}|semoga .{0,60}|(?:di|saya |kami )?tunggu \w+|"
    r"(?:ini |itu )?(?:ada )?pertanyaan (?:dari|lagi|nih)\b.{0,40}|"
    r"(?:.{0,40} )?(?:beberapa|satu|dua|tiga|empat|lima) (?:hal|pertanyaan)(?: berikut(?: ini)?)?"
    rf"(?: yang (?:{WISHES}) (?:(?:saya|kami|sy) )?(?:tanyakan|sampaikan))?|"
    r"(?:.{0,40} )?(?:data|pertanyaan|hal(?:-hal)?|info\w*) (?:sebagai )?berikut(?: ini)?"
    r"(?: untuk (?:skripsi|tesis|tugas|penelitian|keperluan|bahan|kajian|laporan)\b.{0,40})?|"
    r"berikut(?: ini)?(?: adalah)?(?: beberapa)? (?:pertanyaan|hal(?:-hal)?)\b.{0,40})\W*$",
    re.I,
)
# Below whom a letter is for: ``di Tempat``, ``di Painan``, ``di -``.
_PLACE_OF_LETTER = re.compile(r"^\W*(?:di|(?:di\W+)?[Tt]empat|di\W+[A-Z]\w+(?: [A-Z]\w+)?)\W*$")
_OPEN_END = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:kalau|kalo|klo|jika|bila|misal(?:nya)?|apabila)\b", re.I
)
_QUOTED = re.compile(r"^[\"'\u201c\u2018].*[\"'\u201d\u2019]\W*$")  # somebody else's words


@dataclass(frozen=True)
class Piece:
    """One sentence of what was asked, without who asks and whom."""

    text: str
    place: int
    is_listed: bool = False  # an item of a list

    @cached_property
    def words(self) -> int:
        return len(set(content_words(_without_placeholders(self.text))) - GENERAL)

    @cached_property
    def weight(self) -> int:
        """How much a sentence looks like the question."""
        if not asks(self.text) or not (self.words or "?" in self.text):
            return 0
        asking = 4 * ("?" in self.text) + 3 * self.is_clear
        aside = 3 * bool(re.search(_NUMBER, self.text)) + 6 * bool(_QUOTED.match(self.text))
        return max(1, asking + min(self.words, STANDS_ALONE) - aside)

    @cached_property
    def context(self) -> str:
        """What of it may stand before a question; empty where it only holds personal data."""
        context = _without_personal_clauses(self.text)
        return context if content_words(_without_placeholders(context)) else ""

    @cached_property
    def is_clear(self) -> bool:
        """Tells whether the sentence asks by its words, or asks for something."""
        return asks_or_requests(self.text)

    @cached_property
    def stands_alone(self) -> bool:
        """Tells whether the sentence can be understood without another."""
        return stands_alone(_without_placeholders(self.text))

    @cached_property
    def is_told(self) -> bool:
        """Tells whether it tells something; one or two words may be a name or a number."""
        words = re.findall(r"\w+", _without_placeholders(self.text))
        if len(words) > SHORT_REPLY:
            return True
        is_name = all(word[:1].isupper() for word in words)
        return bool(self.words) and not is_name and not re.search(_LONG_NUMBER, self.text)


def pieces_of(text: str) -> Iterator[Piece]:
    """Yields the sentences that may be the question, or be needed to understand it."""
    place = 0
    for sentence in _joined(sentences(text)):
        if _NOT_ASKED.match(sentence) or _POLITE.match(sentence):
            continue
        if not place and _PLACE_OF_LETTER.match(sentence):
            continue
        rest = without_leads(sentence)
        if not rest or _NOT_ASKED.match(rest) or _POLITE.match(rest):
            continue
        if kind_of(rest, officer=False) is not MessageKind.CONTENT:
            continue
        if _INTRODUCES.match(rest) and not asks_or_requests(_GOING_TO_ASK.sub("", rest)):
            continue
        yield Piece(rest, place, LIST_ITEM.match(sentence) is not None)
        place += 1


def _joined(found: Iterator[str]) -> Iterator[str]:
    """Joins a line that breaks off, ``kalau yang menumpang itu``, with the next one."""
    begun = ""
    for sentence in found:
        if not begun and _breaks_off(sentence):
            begun = sentence
        else:
            yield f"{begun} {sentence}".strip()
            begun = ""
    if begun:
        yield begun


def _breaks_off(sentence: str) -> bool:
    """Tells whether a condition has no end; ``kalau mau minta data harus ke mana`` asks already."""
    is_ended = re.search(r"[.?!,]\W*$", sentence) is not None
    return _OPEN_END.match(sentence) is not None and not is_ended and not asks_by_word(sentence)


def _without_personal_clauses(text: str) -> str:
    """Removes the clauses that hold a number of a person, of the only one just the number."""
    clauses = re.split(r"(?<=[,;])\s+", text)
    kept = [clause for clause in clauses if not re.search(_NUMBER, clause)]
    return " ".join(kept or [without_numbers(text)]).strip(" ,;")


def without_numbers(text: str) -> str:
    """Removes the numbers of a person; returns nothing if the sentence told no more."""
    rest = " ".join(re.sub(_NUMBERED, " ", text).split())
    is_whole = rest == text or subject_word_count(_without_placeholders(rest)) >= FEWEST_WORDS
    return rest if is_whole else ""


def _without_placeholders(text: str) -> str:
    return re.sub(PLACEHOLDER, " ", text)
