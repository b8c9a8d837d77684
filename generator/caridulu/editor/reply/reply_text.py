"""Chosen answers -> the reply, as it is pasted into WhatsApp or an e-mail.

Visitors are written to in Indonesian, whatever language the officer's screen has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caridulu.editor.reply.found_answers import FoundAnswer
from caridulu.editor.reply.nutshell import BOLD
from caridulu.knowledge.model import Office
from caridulu.messages import message
from caridulu.site.html.identity import trial_sentence


class ReplyMedium(StrEnum):
    WHATSAPP = "whatsapp"
    EMAIL = "email"


@dataclass(frozen=True)
class ReplyPart:
    """What the reply says to one question: published answers, or the officer's own words."""

    question: str
    answers: tuple[FoundAnswer, ...] = ()
    written: str = ""


def reply_text(answered: Sequence[ReplyPart], way: ReplyMedium, office: Office) -> str:
    """Writes the whole reply; empty when there is nothing to say."""
    several = sum(max(1, len(one.answers)) for one in answered) > 1
    told = [text for one in answered for text in _answer_blocks(one, way, has_title=several)]
    if not told:
        return ""
    uses_published = any(one.answers for one in answered)
    frame = {
        name: message(f"editor.reply_{way}_{name}", office=office.name)
        for name in ("opening", "close")
    }
    caution = trial_sentence(office) if uses_published else ""
    return "\n\n".join(filter(None, (frame["opening"], *told, caution, frame["close"])))


def _answer_blocks(answered: ReplyPart, way: ReplyMedium, *, has_title: bool) -> list[str]:
    """Writes a block for each answer; the officer's own words stand below the question asked."""
    if not answered.answers:
        title = _title(answered.question, way) if has_title else ""
        return ["\n".join(filter(None, (title, answered.written)))] if answered.written else []
    blocks = [
        (
            _title(one.question, way),
            one.marked if way is ReplyMedium.WHATSAPP else one.plain,
            message("editor.reply_more", address=one.address) if one.address else "",
        )
        for one in answered.answers
    ]
    told = ("\n\n".join(filter(None, block)) for block in blocks)
    return [*told, *filter(None, (answered.written,))]


def _title(question: str, way: ReplyMedium) -> str:
    return f"{BOLD}{question}{BOLD}" if way is ReplyMedium.WHATSAPP else question
