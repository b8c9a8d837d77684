"""The mails of a matter -> its consultation, or why there is none."""

from dataclasses import replace

from caridulu.curation.exports.consultation import Consultation, SourceKind
from caridulu.curation.exports.mail.course import course_of
from caridulu.curation.exports.mail.one_mail import Mail
from caridulu.curation.exports.mail.thread_matters import talk_messages
from caridulu.curation.exports.phrases.courtesies import is_closing, without_greeting
from caridulu.curation.exports.phrases.empty_texts import says_nothing
from caridulu.curation.exports.phrases.errands import is_errand
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.words import sentences
from caridulu.curation.exports.talk import Talk
from caridulu.curation.exports.talk_consultation import SMALL_TALK, consultation_of, left_out
from caridulu.knowledge import Problem, notice

CHANNEL = "E-mail"


def consultation_of_matter(mails: list[Mail]) -> Consultation | Problem:
    """Makes the consultation of the mails about a matter, or says why there is none."""
    talk, first = Talk.of(talk_messages(mails)), opening(mails)
    made = consultation_of(talk, channel=CHANNEL, path=first.file, kind=SourceKind.MAIL)
    if made and _informs(made.answer):
        if is_errand(made.question, made.answer):
            return notice(first.place, SMALL_TALK, count=count_sent(mails))
        return replace(made, course=course_of(mails))
    if not talk.messages:
        return notice(first.place, "curation.unanswered", count=count_sent(mails))
    told = left_out(talk, path=first.file)
    return replace(told, values=(("count", str(count_sent(mails))),))


def _informs(answer: str) -> bool:
    """Tells whether an answer says more than that it is attached, or was given by telephone."""
    told = [without_greeting(one) for one in sentences(answer) if not is_closing(one)]
    core = " ".join(told)
    return not says_nothing(core) and kind_of(core, officer=True) is not MessageKind.HOLDING


def opening(mails: list[Mail]) -> Mail:
    """Finds the first mail of an asker."""
    return next((mail for mail in mails if not mail.officer), mails[0])


def count_sent(mails: list[Mail]) -> int:
    """Counts the mails that are not only quoted in another one."""
    return sum(not mail.is_quoted for mail in mails)
