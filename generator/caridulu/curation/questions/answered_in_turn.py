"""Questions that were asked at once -> each with the mail that answers it.

``Konsumsi ikan ada di Susenas. Soal nilam sedang kami tanyakan.`` comes first, a week later
``Melanjutkan: produksi minyak nilam 214 ton``.
"""

import re
from collections.abc import Iterator, Sequence

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.courtesies import closes
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.words import content_words, sentences
from caridulu.curation.questions.asked_matters import asked_matters
from caridulu.curation.questions.listed_points import Listed, numbered
from caridulu.curation.questions.numbered_parts import NumberedPart, numbered_parts

_NUMBER = re.compile(r"\b(?:nomor|nomer|no|poin|butir)\b\.? ?(?P<number>[1-9])\b", re.I)
_LONE = re.compile(r"^\W*(?P<number>[1-9])[.)] (?=\S)", re.M)
_ANNOUNCES = re.compile(r"\bjawab(?:kan)? (?:satu|1)[ -](?:per[ -])?(?:satu|1)\b", re.I)
NAMES = 2  # content words with which a matter can be told from others


def answered_in_turn(
    asked: Sequence[str], told: Sequence[str], *, is_talk: bool
) -> tuple[tuple[str, str], ...]:
    """Pairs as many questions with as many answers, each taking up its own most, or nothing.

    Args:
        asked: what was written before the first answer.
        told: the answers, oldest first.
        is_talk: they are of a chat, where what is asked in one line is one matter.
    """
    asking = [text for text in asked if asks(text)]
    if listed := numbered("\n".join(asked)):
        if len(told) > 1 and (pairs := _by_number(listed, told)):
            return pairs
        asking = [listed.question(text) for text in listed.texts]
    elif len(asking) < 2:
        question = "\n".join(asked)
        asking = list(_asking_lines(question) if is_talk else _matters(question))
    told = [text for text in told if without_promises(text)]
    if len(told) < 2 or len(asking) != len(told):
        return ()
    words = [frozenset(content_words(text)) for text in asking]
    own = [one.difference(*words[:n], *words[n + 1 :]) for n, one in enumerate(words)]
    for n, text in enumerate(map(without_promises, told)):
        shared = [len(one.intersection(content_words(text))) for one in own]
        if shared[n] <= max(shared[:n] + shared[n + 1 :]):
            return ()
    return tuple(zip(asking, told, strict=True))


def _by_number(listed: Listed, told: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs points of a list with answers of several mails that count alike or name numbers.

    A point that one mail only puts off may be answered by a later one.
    """
    answers: dict[range, list[str]] = {}
    for text in told:
        parts = _numbered_alike(text, len(listed.texts))
        if not parts and (closes(text) or _ANNOUNCES.search(text) or not without_promises(text)):
            continue
        if not parts:
            return ()
        for part in parts:
            answers.setdefault(part.numbers, []).append(part.text.strip())
    pairs = []
    for numbers in sorted(answers, key=lambda one: one.start):
        question = listed.question(*(listed.texts[n - 1] for n in numbers))
        texts = [text for text in answers[numbers] if content_words(text)]
        content = [text for text in texts if without_promises(text)]
        pairs.append((question, "\n\n".join(content or texts)))
    return tuple(pairs) if len(pairs) > 1 else ()


def _numbered_alike(text: str, points: int) -> list[NumberedPart]:
    """Cuts an answer that counts all points or names some; nothing if a number is too high."""
    if (lone := _LONE.match(text)) and not _LONE.search(text, lone.end()):
        number = int(lone["number"])
        own = [NumberedPart(range(number, number + 1), text[lone.end() :])]
        return own if number <= points else []
    answered = numbered(text)
    if answered and len(answered.texts) == points:
        return [NumberedPart(range(n, n + 1), one) for n, one in enumerate(answered.texts, start=1)]
    parts = numbered_parts(text, points)
    named = {int(found["number"]) for found in _NUMBER.finditer(text)}
    if not parts and len(named) == 1:  # ``Ralat untuk nomor 2, seharusnya 9.478 ha``
        number = min(named)
        parts = [NumberedPart(range(number, number + 1), text)]
    return parts if all(part.numbers.stop <= points + 1 for part in parts) else []


def _asking_lines(question: str) -> Iterator[str]:
    """Yields the lines of a chat that ask, each behind what was told before it."""
    begun: list[str] = []
    for line in question.split("\n"):
        begun.append(line)
        if asks(line):
            yield "\n".join(begun)
            begun = []


def _matters(question: str) -> Iterator[str]:
    """Yields the matters of a question; one that names nothing goes with the one before it."""
    text = ""
    for one in asked_matters(question):
        if text and len(one.words) < NAMES:
            text = "\n".join([text, one.asked.rpartition("\n")[2]])
            continue
        if text:
            yield text
        text = one.asked
    if text:
        yield text


def without_promises(text: str) -> str:
    """Returns what an answer tells beside that more will follow."""
    told = (one for one in sentences(text) if kind_of(one, officer=True) is MessageKind.CONTENT)
    return "\n".join(one for one in told if content_words(one))
