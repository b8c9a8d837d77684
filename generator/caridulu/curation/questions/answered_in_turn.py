"""Questions that were asked at once -> each with the mail that answers it.

``Konsumsi ikan ada di Susenas. Soal nilam sedang kami tanyakan.`` comes first, a week later
``Melanjutkan: produksi minyak nilam 214 ton``.
"""

from collections.abc import Sequence

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.words import content_words, sentences
from caridulu.curation.questions.asked_matters import asked_matters
from caridulu.curation.questions.listed_points import numbered


def answered_in_turn(
    asked: Sequence[str], told: Sequence[str], *, is_talk: bool
) -> tuple[tuple[str, str], ...]:
    """Pairs as many questions with as many answers, each taking up its own most, or nothing.

    ``is_talk``: they are of a chat, where what is asked in one message is one matter.
    """
    asking = [text for text in asked if asks(text)]
    if listed := numbered("\n".join(asked)):
        asking = [listed.question(text) for text in listed.texts]
    elif len(asking) < 2 and not is_talk:
        asking = [one.asked for one in asked_matters("\n".join(asked))]
    told = [text for text in told if _without_promises(text)]
    if len(told) < 2 or len(asking) != len(told):
        return ()
    words = [frozenset(content_words(text)) for text in asking]
    own = [one.difference(*words[:n], *words[n + 1 :]) for n, one in enumerate(words)]
    for n, text in enumerate(map(_without_promises, told)):
        shared = [len(one.intersection(content_words(text))) for one in own]
        if shared[n] <= max(shared[:n] + shared[n + 1 :]):
            return ()
    return tuple(zip(asking, told, strict=True))


def _without_promises(text: str) -> str:
    """Returns what an answer tells beside that more will follow."""
    told = (one for one in sentences(text) if kind_of(one, officer=True) is MessageKind.CONTENT)
    return "\n".join(one for one in told if content_words(one))
