"""Questions that were asked at once -> each with the mail that answers it.

``Konsumsi ikan ada di Susenas. Soal nilam sedang kami tanyakan.`` comes first, a week later
``Melanjutkan: produksi minyak nilam 214 ton``.
"""

from collections.abc import Iterator, Sequence

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.kinds import Said, said
from caridulu.curation.exports.phrases.words import sentences, telling_words
from caridulu.curation.questions.listed_points import numbered
from caridulu.curation.questions.matters import matters_of

NAMES = 2  # telling words by which a matter can be told from others


def answered_in_turn(asked: Sequence[str], told: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs as many questions with as many answers, each taking up its own most, or nothing.

    Args:
        asked: what was written before the first answer.
        told: the answers, oldest first.
    """
    asking = [text for text in asked if asks(text)]
    if listed := numbered("\n".join(asked)):
        asking = [f"{listed.before}\n{text}".strip() for text in listed.texts]
    elif len(asking) < 2:
        asking = list(_matters("\n".join(asked)))
    told = [text for text in told if _without_promises(text)]
    if len(told) < 2 or len(asking) != len(told):
        return ()
    words = [frozenset(telling_words(text)) for text in asking]
    own = [one.difference(*words[:n], *words[n + 1 :]) for n, one in enumerate(words)]
    for n, text in enumerate(map(_without_promises, told)):
        shared = [len(one.intersection(telling_words(text))) for one in own]
        if shared[n] <= max(shared[:n] + shared[n + 1 :]):
            return ()
    return tuple(zip(asking, told, strict=True))


def _matters(question: str) -> Iterator[str]:
    """The matters of a question; what names nothing goes with the one before it."""
    text = ""
    for one in matters_of(question):
        if text and len(one.words) < NAMES:
            text = "\n".join([text, one.asked.rpartition("\n")[2]])
            continue
        if text:
            yield text
        text = one.asked
    if text:
        yield text


def _without_promises(text: str) -> str:
    """What an answer tells beside that more will follow."""
    told = (one for one in sentences(text) if said(one, officer=True) is Said.CONTENT)
    return "\n".join(one for one in told if telling_words(one))
