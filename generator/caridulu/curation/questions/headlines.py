"""What somebody asked, redacted -> the question as a headline, and other phrasings of it.

A question that says little by itself takes along what was said before it::

    Desil saya salah, masa desil 7. Lapornya ke mana?
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.phrases.asking import adds, asks, asks_more
from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.curation.exports.phrases.words import GENERAL, content_words, words_of
from caridulu.curation.questions.question_pieces import (
    FEWEST_WORDS,
    Piece,
    pieces_of,
    without_numbers,
)

LONGEST = 200  # characters of a headline
MOST_PHRASINGS = 4
TAKEN_UP = 2  # words shared with the answer, from which on a sentence is the question
MUCH_TAKEN_UP = 3  # the same, beside a sentence that clearly asks
MOST_ADDED = 2  # sentences added to a headline
SAYS_ENOUGH = 7  # content words with which a headline needs no other sentence
UNCLEAR = 3  # weight of what asks by no question mark, question word or request
SHORTEST = 4  # characters of a phrasing


@dataclass(frozen=True)
class QuestionWording:
    """What somebody asked: in one line, and in other words."""

    headline: str
    phrasings: tuple[str, ...]


def read_question(text: str, answer: str = "") -> QuestionWording:
    """Reads the question in a redacted text; what the answer takes up is what was asked."""
    pieces = tuple(pieces_of(text))
    title = _headline(text, pieces, answer)
    return QuestionWording(title, _phrasings(pieces, title))


def _headline(text: str, pieces: Sequence[Piece], answer: str) -> str:
    """Picks the question, with the sentences that one needs to understand it."""
    if not pieces:
        return _line(without_greeting(text)) or _line(text)
    chosen = max(pieces, key=lambda piece: (piece.weight, -piece.place))
    if len(pieces) > 1 and answer and (nearest := _taken_up(chosen, pieces, answer)):
        if _completes(chosen, nearest):
            return _line(f"{_ended(nearest.text)} {chosen.text}")
        chosen = nearest
    elif not chosen.weight:  # nothing asks: the first item or sentence with a subject
        listed = [piece for piece in pieces if piece.is_listed and piece.words]
        chosen = next((piece for piece in (*listed, *pieces) if piece.words > 1), pieces[0])
    return _line(_with_subject(chosen, pieces, answer))


def _with_subject(chosen: Piece, pieces: Sequence[Piece], answer: str) -> str:
    """Adds context to the question: the sentences whose words the answer takes up.

    In a chat ``inflasi Jakarta Timur setahun kemarin`` and ``yang Januari sampai Desember`` are two
    messages. What both question and answer say is what it is about: the headline says it, too.
    """
    text = whole = _with_context(chosen, pieces)
    answered = frozenset(content_words(answer)) - GENERAL
    for _ in range(MOST_ADDED):
        nearest = _with_most(answered.difference(content_words(text)), pieces, chosen)
        longer = _in_order(text, nearest, chosen) if nearest else text
        if nearest is None or len(longer) > LONGEST:
            break
        text = longer
    words = [word for word in answered.intersection(content_words(text)) if not word.isdigit()]
    is_answered = text != whole or len(words) >= MUCH_TAKEN_UP or not answered
    return text if is_answered else _with_topic(text, chosen, pieces)


def _with_most(words: frozenset[str], pieces: Sequence[Piece], chosen: Piece) -> Piece | None:
    """Finds the sentence with most of these words; of several the one nearest to the chosen one."""
    counts = {piece: len(words.intersection(content_words(piece.context))) for piece in pieces}
    having = [piece for piece in pieces if counts[piece]]
    nearest_first = sorted(having, key=lambda piece: abs(piece.place - chosen.place))
    return max(nearest_first, key=lambda piece: counts[piece], default=None)


def _with_topic(text: str, chosen: Piece, pieces: Sequence[Piece]) -> str:
    """Adds the first telling sentence to a question that says little by itself."""
    if len(frozenset(content_words(text)) - GENERAL) >= SAYS_ENOUGH:
        return text
    telling = [piece for piece in pieces if piece.words > 1 and piece.context]
    before = [piece for piece in telling if piece.place < chosen.place]
    after = [piece for piece in telling if piece.place > chosen.place]
    near = next(iter(before or after), None)
    if near is None or near.context in text:
        return text
    longer = _in_order(text, near, chosen)
    return longer if len(longer) <= LONGEST else text


def _in_order(text: str, other: Piece, chosen: Piece) -> str:
    """Joins the chosen sentence with another one, before or after it as they were said."""
    if other.place < chosen.place:
        return f"{_ended(other.context)} {text}"
    return f"{_ended(text)} {other.context}"


def _taken_up(chosen: Piece, pieces: Sequence[Piece], answer: str) -> Piece | None:
    """Finds the sentence that the answer takes up, where that is not the one that seems to ask."""
    answered = frozenset(content_words(answer)) - GENERAL
    counts = [len(answered.intersection(content_words(piece.text))) for piece in pieces]
    most, own = max(counts), counts[pieces.index(chosen)]
    seems_to_ask = chosen.weight > UNCLEAR
    if most < (MUCH_TAKEN_UP if seems_to_ask else TAKEN_UP) or 2 * own > most:
        return None
    return None if own and seems_to_ask else pieces[counts.index(most)]


def _completes(question: Piece, told: Piece) -> bool:
    """Tells whether a short question is about the sentence before it: ``kodenya apa``."""
    is_behind = question.place > told.place and not question.stands_alone
    is_short = len(told.text) + len(question.text) < LONGEST
    return is_behind and is_short and question.is_clear and not told.is_clear


def _phrasings(pieces: Sequence[Piece], title: str) -> tuple[str, ...]:
    """Lists the other wordings: the whole text, and each further sentence that asks."""
    told = [piece for piece in pieces if piece.is_clear or piece.is_told]
    spoken = (piece.text if piece.is_clear else without_numbers(piece.text) for piece in told)
    whole = _line(" ".join(_ended(text) for text in spoken if text))
    asking = [piece for piece in pieces if piece.weight and piece.is_clear and piece.stands_alone]
    by_words: dict[str, str] = {}
    for one in (whole, *(_line(piece.text) for piece in asking)):
        if len(one) >= SHORTEST:
            by_words.setdefault(_folded(one), one)
    by_words.pop(_folded(title), None)
    return tuple(by_words.values())[:MOST_PHRASINGS]


def questions_of(text: str, is_answered: Callable[[str], bool]) -> list[str]:
    """Lists what a redacted text asks, each question by itself; what adds to one stands behind it.

    ``is_answered`` tells whether a sentence that names nothing is nevertheless a whole question.
    """
    found: list[str] = []
    beside: list[str] = []
    for piece in pieces_of(text):
        if _is_own(piece, is_answered) or (found and _is_further(piece)):
            found.append(piece.text)
        elif found and (piece.is_clear or (piece.is_told and adds(piece.text))):
            found[-1] = f"{_ended(found[-1])} {piece.text}"
            beside.append(piece.text)
    if len(found) < 2:
        found = [read_question(text).headline]
        for one in beside:
            if one not in found[0]:
                found[0] = f"{_ended(found[0])} {one}"
    return [_line(one) for one in found]


def _is_own(piece: Piece, is_answered: Callable[[str], bool]) -> bool:
    """Tells whether a sentence clearly asks, and what."""
    is_asking = piece.is_clear and asks(piece.text)
    return is_asking and (piece.words > 0 or is_answered(piece.text))


def _is_further(piece: Piece) -> bool:
    """Tells whether a sentence behind a question is one, too: ``jumlah sapi di poleang ya``."""
    return piece.words >= FEWEST_WORDS and asks_more(piece.text)


def _with_context(chosen: Piece, pieces: Sequence[Piece]) -> str:
    """Puts the sentence that the question points back to before it, if it does not stand alone."""
    if chosen.stands_alone:
        return chosen.text
    telling = [piece for piece in pieces if piece.words and piece.context]
    before = [piece for piece in telling if piece.place < chosen.place]
    after = [piece for piece in telling if piece.place > chosen.place]
    near = before[-1:] or after[:1]
    whole = _in_order(chosen.text, near[0], chosen) if near else chosen.text
    return whole if len(whole) <= LONGEST else chosen.text


def _ended(text: str) -> str:
    """Adds a full stop to a sentence that has no end."""
    return text if text.rstrip().endswith(("?", ".", "!", ":")) else f"{text.rstrip(' ,;')}."


def _line(text: str) -> str:
    """Makes one line without the marks of emphasis and emoji that chats put around words."""
    text = re.sub(r"(?<!\w)[*_~]+(?=\S)|(?<=\S)[*_~]+(?!\w)", "", text)
    text = re.sub("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+", " ", text)
    text = " ".join(text.split())
    return text[:1].upper() + text[1:]


def _folded(text: str) -> str:
    return " ".join(words_of(text))
