"""An imported draft and its conversation -> why an officer should look at it before the others.

Nothing is decided by it. In the chats of four offices 31 of 120 drafts were doubted, among them
seven of the eleven that were wrong.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from caridulu.curation.drafts.entries.conversation import Conversation
from caridulu.curation.drafts.entries.draft_entry import DraftEntry
from caridulu.curation.exports.consultation import ASKED_BY, TOLD_BY
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.errands import is_errand
from caridulu.curation.exports.phrases.subjects import names_something, points_back, stands_alone
from caridulu.curation.questions.asked_matters import asked_matters
from caridulu.knowledge import Entry
from caridulu.messages import message
from caridulu.privacy.redaction import placeholders

# ``Apa itu NTP?`` names what it asks about, in fewer words than other questions need.
_MEANING = re.compile(
    r"^\W*apa(?:kah)? (?:itu|(?:yang dimaksud|maksud|arti|pengertian|definisi)(?: dengan| dari)?) "
    r"(?P<matter>.+)",
    re.I,
)
SEVERAL_PHRASINGS = 2  # beside the question; fewer say the same in other words


class DraftDoubt(StrEnum):
    """Why a draft may not be right as it is."""

    SEVERAL = "several"  # more than one thing may be asked
    UNCLEAR = "unclear"  # the question is not understood without the one before
    REPLACED = "replaced"  # something in the question was taken for personal data
    ERRAND = "errand"  # perhaps only something that was arranged
    PERSONAL = "personal"  # something that may be personal data was left as it is


SEEN = (DraftDoubt.SEVERAL, DraftDoubt.UNCLEAR)  # by who divides a draft


def doubts_of(
    draft: DraftEntry | Entry, conversation: Conversation | None, *, is_divided: bool = False
) -> tuple[DraftDoubt, ...]:
    """Lists the reasons to doubt an imported draft.

    Who has divided one has seen what it asks: neither half is doubted for that again.
    """
    found = _doubts(draft, conversation)
    return tuple(one for one in found if not (is_divided and one in SEEN))


def _doubts(draft: DraftEntry | Entry, conversation: Conversation | None) -> Iterator[DraftDoubt]:
    question = placeholders().sub(" ", draft.question)
    if conversation and _asks_several(draft, conversation):
        yield DraftDoubt.SEVERAL
    if not (stands_alone(question) or _asks_meaning(question)):
        yield DraftDoubt.UNCLEAR
    if question != draft.question:
        yield DraftDoubt.REPLACED
    if is_errand(draft.question, draft.answer):
        yield DraftDoubt.ERRAND
    if conversation and conversation.doubts:
        yield DraftDoubt.PERSONAL


def _asks_meaning(question: str) -> bool:
    """Tells whether a question asks what something is, and names it."""
    found = _MEANING.match(question)
    matter = found["matter"] if found else ""
    return names_something(matter) and not points_back(matter)


def _asks_several(draft: DraftEntry | Entry, conversation: Conversation) -> bool:
    """Tells whether a draft may ask several things; of two that were joined somebody has said."""
    begin = message("curation.spoken_asked")
    if len(draft.aliases) < SEVERAL_PHRASINGS or conversation.spoken.count(begin) != 1:
        return False
    asked = conversation.spoken.partition(f"\n\n{message('curation.spoken_answered')}")[0]
    return _goes_on(conversation.spoken) or len(asked_matters(asked.removeprefix(begin))) > 1


def _goes_on(spoken: str) -> bool:
    """Tells whether something was asked after the first answer, and answered."""
    later = re.finditer(rf"^({ASKED_BY}|{TOLD_BY})(.*)$", spoken, re.M)
    sides = [found[1] for found in later if found[1] == TOLD_BY or asks(found[2])]
    return ASKED_BY in sides and TOLD_BY in sides[sides.index(ASKED_BY) :]
