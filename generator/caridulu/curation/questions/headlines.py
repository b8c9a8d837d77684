"""What somebody asked, redacted -> the question as a headline, and other phrasings of it.

A question that says little by itself takes along what was said before it::

    Desil saya salah, masa desil 7. Lapornya ke mana?
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from caridulu.curation.exports.phrases.asking import (
    STANDS_ALONE,
    asks,
    own_words,
    stands_alone,
)
from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.words import GENERAL, content_words, sentences, words_of
from caridulu.curation.questions.question_leads import (
    LIST_ITEM,
    MAIL_HEADER,
    PLACEHOLDER,
    asks_by_word,
    asks_or_requests,
    names_topic,
    without_leads,
)
from caridulu.privacy.lists.spoken_words import ADDRESSED, THANKS, WISHES

LONGEST = 200  # characters of a headline
FEWEST_WORDS = 2  # content words of one of several questions, at least
MOST_PHRASINGS = 4
TAKEN_UP = 2  # words shared with the answer, from which on a sentence is the question
MUCH_TAKEN_UP = 3  # the same, beside a sentence that clearly asks
SHORT_REPLY = 2  # words; so short a sentence may be only a name or a number
MOST_ADDED = 2  # sentences added to a headline
SAYS_ENOUGH = 7  # content words with which a headline needs no other sentence
UNCLEAR = 3  # weight of what asks by no question mark, question word or request
SHORTEST = 4  # characters of a phrasing
_NUMBER = r"\[(?!nama\])[^\]\n]{2,30}\]|\d(?:[ -]?\d){10}"  # that of a number, or a long number
_LONG_NUMBER = r"\d{5}"
_NUMBERED = re.compile(
    r"(?:\b(?:dengan|dgn|pakai|pake|lewat) )?"
    rf"(?:\b(?:nik|no\.? ?kk|kk|nip|npwp|hp|wa|nomor|no\.?)\b[ :.]*)?(?:{_NUMBER})",
    re.I,
)
_INTRODUCES = re.compile(
    rf"^\W*(?:perkenalkan|kenalkan|nama saya|(?:saya|sy|sa|kami|aku|ini) {PLACEHOLDER}|"
    rf"dengan {PLACEHOLDER}|(?:saya|sy|kami|sa) (?:mahasiswa|mahasiswi|pegawai|staf|operator|"
    r"dosen|siswa|siswi|warga|mitra|guru|peneliti|pelajar|aparat|perangkat|dari)\b|"
    r"(?:mahasiswa|mahasiswi) \S+)",
    re.I,
)
_GOING_TO_ASK = re.compile(
    rf"\b(?:(?:{WISHES}|izin|ijin) )+(?:ber)?(?:tanya|nanya)(?: (?:{ADDRESSED}|ya|dong))*\W*$", re.I
)
_NOT_ASKED = re.compile(
    rf"^\W*(?:nik|no\.? ?kk|kk|npwp|nip|nim|nisn|alamat|hp|no\.? ?hp|wa|telp|email|surel|ttd\.?|"
    rf"rekening|direktur|nama)\b[\W\w]{{0,20}}{PLACEHOLDER}|^(?:\W|{PLACEHOLDER}|dan|atau|kk|nik|hp|wa)*$",
    re.I,
)
_POLITE = re.compile(
    r"^\W*(?:atas (?:bantuan|perhatian|kerja ?sama|waktu|informasi|jawaban)\w*.*|"
    r"(?:mohon|minta) (?:bantuan|arahan|pencerahan|petunjuk|bimbingan|infonya|informasinya|"
    r"penjelasannya|jawabannya|segera dibalas|dibalas|dibantu)\w*"
    r"(?: (?:ya|pak|bu|kak|min|segera))*|"
    rf"(?:{THANKS})\b.{{0,60}}|"
    r"(?:demikian|sekian)\b.{0,80}|semoga .{0,60}|(?:di|saya |kami )?tunggu \w+|"
    r"sa teruskan.*|saya teruskan.*|(?:ini |itu )?(?:ada )?pertanyaan (?:dari|lagi|nih)\b.{0,40}|"
    r"(?:.{0,40} )?(?:beberapa|satu|dua|tiga|empat|lima) (?:hal|pertanyaan)(?: berikut(?: ini)?)?"
    rf"(?: yang (?:{WISHES}) (?:(?:saya|kami|sy) )?(?:tanyakan|sampaikan))?|"
    r"(?:mohon|tolong) (?:di)?jawab(?:kan)? pertanyaan.{0,40}|"
    r"(?:.{0,40} )?(?:data|pertanyaan|hal(?:-hal)?|info\w*) (?:sebagai )?berikut(?: ini)?"
    r"(?: untuk (?:skripsi|tesis|tugas|penelitian|keperluan|bahan|kajian|laporan)\b.{0,40})?|"
    r"berikut(?: ini)?(?: adalah)?(?: beberapa)? (?:pertanyaan|hal(?:-hal)?)\b.{0,40}|"
    rf"(?:adapun )?(?:hal )?yang (?:{WISHES}) (?:saya|kami|sy|sa) "
    r"(?:tanyakan|sampaikan)(?: adalah)?|"
    r"(?:mau|ingin|izin|ijin|boleh) (?:(?:ber)?tanya|nanya)"
    r"(?: (?:lagi|dong|pak|bu|kak|min|ya|nih))*|"
    r"mengganggu(?: waktunya)?)\W*$",
    re.I,
)
_OPEN_END = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:kalau|kalo|klo|jika|bila|misal(?:nya)?|apabila)\b", re.I
)
_QUOTED = re.compile(r"^[\"'\u201c\u2018].*[\"'\u201d\u2019]\W*$")  # somebody else's words
_ASIDE = re.compile(
    r"\b(?:bila|jika|kalau|kalo) (?:ada |boleh |bisa |perlu|tidak|berbayar|memungkinkan)", re.I
)


@dataclass(frozen=True)
class _Piece:
    """One sentence of what was asked, without who asks and whom."""

    text: str
    place: int
    is_listed: bool = False  # an item of a list
    is_topic: bool = False  # names what is going to be asked about: ``mau tanya soal PKH``

    @cached_property
    def words(self) -> int:
        return len(set(content_words(_without_placeholders(self.text))) - GENERAL)

    @cached_property
    def weight(self) -> int:
        """How much a sentence looks like the question."""
        if not asks(self.text) or not (self.words or "?" in self.text):
            return 0
        asking = 4 * ("?" in self.text) + 3 * self.is_clear
        aside = 4 * bool(_ASIDE.match(self.text)) + 3 * bool(re.search(_NUMBER, self.text))
        aside += 6 * bool(_QUOTED.match(self.text))
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


@dataclass(frozen=True)
class QuestionWording:
    """What somebody asked: in one line, and in other words."""

    headline: str
    phrasings: tuple[str, ...]


def read_question(text: str, answer: str = "") -> QuestionWording:
    """Reads the question in a redacted text; what the answer takes up is what was asked."""
    pieces = tuple(_pieces(text))
    title = _headline(text, pieces, answer)
    return QuestionWording(title, _phrasings(pieces, title))


def _headline(text: str, pieces: Sequence[_Piece], answer: str) -> str:
    """Picks what is asked, with what is needed to understand it."""
    if not pieces:
        return _capital(_plain_line(without_greeting(text)) or " ".join(text.split()))
    chosen = max(pieces, key=lambda piece: (piece.weight, -piece.place))
    if len(pieces) > 1 and answer and (nearest := _taken_up(chosen, pieces, answer)):
        if _completes(chosen, nearest):
            return _capital(_plain_line(f"{_ended(nearest.text)} {chosen.text}"))
        chosen = nearest
    elif not chosen.weight:  # nothing asks: the first item or sentence with a subject
        listed = [piece for piece in pieces if piece.is_listed and piece.words]
        chosen = next((piece for piece in (*listed, *pieces) if piece.words > 1), pieces[0])
    return _capital(_plain_line(_with_subject(chosen, pieces, answer)))


def _with_subject(chosen: _Piece, pieces: Sequence[_Piece], answer: str) -> str:
    """Adds context to the question: the sentences whose words the answer takes up.

    In a chat ``inflasi Jakarta Timur setahun kemarin`` and ``yang Januari sampai Desember`` are two
    messages. What both question and answer say is what it is about: the headline says it, too.
    """
    text = whole = _with_context(chosen, pieces)
    answered = frozenset(content_words(answer)) - GENERAL
    for _ in range(MOST_ADDED):
        missing = answered - frozenset(content_words(text))
        counts = [len(missing.intersection(content_words(piece.context))) for piece in pieces]
        distances = [-abs(piece.place - chosen.place) for piece in pieces]
        most, _, nearest = max(zip(counts, distances, pieces, strict=True), key=itemgetter(0, 1))
        longer = _in_order(text, nearest, chosen)
        if not most or len(longer) > LONGEST:
            break
        text = longer
    words = [word for word in answered.intersection(content_words(text)) if not word.isdigit()]
    is_answered = text != whole or len(words) >= MUCH_TAKEN_UP or not answered
    return text if is_answered else _with_topic(text, chosen, pieces)


def _with_topic(text: str, chosen: _Piece, pieces: Sequence[_Piece]) -> str:
    """Adds what was said first to a question that says little and is answered in other words."""
    if len(frozenset(content_words(text)) - GENERAL) >= SAYS_ENOUGH:
        return text
    telling = [piece for piece in pieces if piece.words > 1 and piece.context]
    near = [piece for piece in telling if piece.place < chosen.place][:1]
    near = near or [piece for piece in telling if piece.place > chosen.place]
    longer = _in_order(text, near[0], chosen) if near else text
    return text if near and (near[0].context in text or len(longer) > LONGEST) else longer


def _in_order(text: str, other: _Piece, chosen: _Piece) -> str:
    """Joins the chosen sentence with another one, before or after it as they were said."""
    if other.place < chosen.place:
        return f"{_ended(other.context)} {text}"
    return f"{_ended(text)} {other.context}"


def _taken_up(chosen: _Piece, pieces: Sequence[_Piece], answer: str) -> _Piece | None:
    """Finds the sentence that the answer takes up, where that is not the one that seems to ask."""
    answered = frozenset(content_words(answer))
    counts = [len(answered.intersection(content_words(piece.text)) - GENERAL) for piece in pieces]
    most, own = max(counts), counts[pieces.index(chosen)]
    enough = TAKEN_UP if chosen.weight <= UNCLEAR else MUCH_TAKEN_UP
    if most < enough or own * 2 > most or (own and chosen.weight > UNCLEAR):
        return None
    return pieces[counts.index(most)]


def _completes(question: _Piece, told: _Piece) -> bool:
    """Tells whether a short question asks about what was told before it: ``kodenya apa``."""
    is_behind = question.place > told.place and not _stands_alone(question)
    is_short = len(told.text) + len(question.text) < LONGEST
    return is_behind and is_short and question.is_clear and not told.is_clear


def _phrasings(pieces: Sequence[_Piece], title: str) -> tuple[str, ...]:
    """Lists the other wordings: the whole text, and each further sentence that asks."""
    told = [piece for piece in pieces if piece.is_clear or _is_told(piece)]
    spoken = (piece.text if piece.is_clear else _without_numbers(piece.text) for piece in told)
    whole = _capital(_plain_line(" ".join(_ended(text) for text in spoken if text)))
    asking = [piece for piece in pieces if piece.weight and piece.is_clear and _stands_alone(piece)]
    found = [whole, *(_capital(_plain_line(piece.text)) for piece in asking)]
    seen = {_folded(title)}
    kept = []
    for one in found:
        if len(one) >= SHORTEST and _folded(one) not in seen:
            seen.add(_folded(one))
            kept.append(one)
    return tuple(kept[:MOST_PHRASINGS])


def questions_of(text: str, is_answered: Callable[[str], bool]) -> list[str]:
    """Lists what is asked, each question by itself.

    Args:
        text: redacted.
        is_answered: tells whether a sentence that says little is nevertheless a whole question.
    """
    asking = [piece for piece in _pieces(text) if piece.weight and piece.is_clear]
    own = [
        _capital(_plain_line(piece.text))
        for piece in asking
        if piece.words >= FEWEST_WORDS or is_answered(piece.text)
    ]
    return own if len(own) > 1 else [read_question(text).headline]


def _pieces(text: str) -> Iterator[_Piece]:
    """Yields the sentences that may be the question, or be needed to understand it."""
    place = 0
    for sentence in _joined(sentences(text)):
        if _NOT_ASKED.match(sentence) or _POLITE.match(sentence) or MAIL_HEADER.match(sentence):
            continue
        rest = without_leads(sentence)
        if not rest or _NOT_ASKED.match(rest) or _POLITE.match(rest):
            continue
        if kind_of(rest, officer=False) is not MessageKind.CONTENT:
            continue
        if _INTRODUCES.match(rest) and not asks_or_requests(_GOING_TO_ASK.sub("", rest)):
            continue
        is_topic = names_topic(sentence) and not asks_or_requests(rest)
        yield _Piece(rest, place, LIST_ITEM.match(sentence) is not None, is_topic)
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


def _with_context(chosen: _Piece, pieces: Sequence[_Piece]) -> str:
    """Puts the sentence that the question points back to before it, if it does not stand alone."""
    text = _ended(chosen.text) if chosen.text.endswith(("?", ".", "!")) else chosen.text
    topic = next((piece for piece in pieces if piece.is_topic), None)
    if topic and topic.place < chosen.place:
        whole = f"{topic.text.rstrip(' .,')}: {text}"
        return whole if len(whole) <= LONGEST else text
    if _stands_alone(chosen):
        return text
    telling = [piece for piece in pieces if piece.words and piece.context]
    before = [piece for piece in telling if piece.place < chosen.place]
    before = [piece for piece in before if piece.words > 1] or before
    after = [piece for piece in telling if piece.place > chosen.place]
    near = before[-1:] or after[:1]
    if not near:
        return text
    context = near[0].context
    whole = f"{_ended(context)} {text}" if before else f"{_ended(text)} {context}"
    return whole if len(whole) <= LONGEST else text


def _stands_alone(piece: _Piece) -> bool:
    return stands_alone(_without_placeholders(piece.text))


def _without_personal_clauses(text: str) -> str:
    """Removes the clauses that hold a number of a person, of the only one just the number."""
    clauses = re.split(r"(?<=[,;])\s+", text)
    kept = [clause for clause in clauses if not re.search(_NUMBER, clause)]
    return " ".join(kept or [_without_numbers(text)]).strip(" ,;")


def _is_told(piece: _Piece) -> bool:
    """Tells whether a sentence tells something; one or two words may be a name or a number."""
    words = re.findall(r"\w+", _without_placeholders(piece.text))
    if len(words) > SHORT_REPLY:
        return True
    is_name = all(word[:1].isupper() for word in words)
    return bool(piece.words) and not is_name and not re.search(_LONG_NUMBER, piece.text)


def _without_numbers(text: str) -> str:
    """Removes the numbers of a person; returns nothing if the sentence told no more."""
    rest = " ".join(re.sub(_NUMBERED, " ", text).split())
    is_whole = rest == text or own_words(_without_placeholders(rest)) >= FEWEST_WORDS
    return rest if is_whole else ""


def _without_placeholders(text: str) -> str:
    return re.sub(PLACEHOLDER, " ", text)


def _ended(text: str) -> str:
    """Adds a full stop to a sentence that has no end."""
    return text if text.rstrip().endswith(("?", ".", "!", ":")) else f"{text.rstrip(' ,;')}."


def _plain_line(text: str) -> str:
    """Makes one line without the marks of emphasis and emoji that chats put around words."""
    text = re.sub(r"(?<!\w)[*_~]+(?=\S)|(?<=\S)[*_~]+(?!\w)", "", text)
    text = re.sub("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+", " ", text)
    return " ".join(text.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _folded(text: str) -> str:
    return " ".join(words_of(text))
