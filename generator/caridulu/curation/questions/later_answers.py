"""What was asked and answered later -> the part of a consultation that it goes on with.

``Air minum layak 84,2 persen.`` answers one of three questions; ``yang air minum apakah bisa per
kecamatan?`` and its answer belong to that one, by the words that they take up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from caridulu.curation.exports.consultation import ASKED_BY, TOLD_BY, Consultation
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.subjects import stands_alone
from caridulu.curation.exports.phrases.words import content_words


def with_later(
    parts: Sequence[Consultation], later: Iterable[tuple[str, str]]
) -> list[Consultation]:
    """Adds each later question and its answer to the part whose words they take up most."""
    known = [{*content_words(one.question), *content_words(one.answer)} for one in parts]
    found = list(parts)
    for asked, told in later:
        asking = "\n".join(filter(asks, asked.split("\n"))) or asked
        words = {*content_words(asking), *content_words(told)}
        most = max(range(len(found)), key=lambda n: (len(words & known[n]), n))
        found[most] = _going_on(found[most], asked, told)
    return found


def _going_on(part: Consultation, asked: str, told: str) -> Consultation:
    """Adds what was said later to a part; the question, where it can be understood alone."""
    said = [f"{ASKED_BY} {asked}", f"{TOLD_BY} {told}"] if asked else []
    is_phrasing = asks(asked) and stands_alone(asked)
    return replace(
        part,
        answer="\n\n".join(filter(None, [part.answer, told])),
        further="\n".join(filter(None, [part.further, *said])),
        phrasings=(*part.phrasings, asked) if is_phrasing else part.phrasings,
    )
