"""The mails of a thread -> those of each matter that its asker writes about, as messages."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator

from caridulu.curation.exports.consultation import SILENCE, Message
from caridulu.curation.exports.mail.one_mail import Mail
from caridulu.curation.exports.phrases.asking import asks, has_own_subject, may_ask
from caridulu.curation.exports.phrases.courtesies import is_closing, thanks
from caridulu.curation.exports.phrases.follow_ups import is_new_matter
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.subjects import matter_words, points_back, subject_word_count
from caridulu.curation.exports.phrases.words import content_words, sentences
from caridulu.curation.exports.talk import Talk

_SAID_BEFORE = re.compile(r"(\w+(?: \w+)?) (?:tersebut|tsb|tadi|itu)\b", re.I)
# Words that say how another question begins, or where in a table something stands.
_NO_MATTER = frozenset(content_words("satu lagi tabel baris kolom sel kosong lembar berkas"))
NAMES = 2  # content words with which a subject or a sentence names a matter
AT_ONCE = dt.timedelta(minutes=10)  # in which a machine answers


def thread_matters(thread: Iterable[Mail]) -> Iterator[list[Mail]]:
    """Cuts a thread where the asker, who has had a reply, writes about something else."""
    talk, begun = Talk(), list[Mail]()
    for mail in thread:
        if talk.has_answer and not mail.officer and _is_other(mail, talk):
            yield begun
            talk, begun = Talk(), []
        last = begun[-1] if begun else None
        begun.append(mail)
        talk.hear(talk_messages([mail], last=last))
    yield begun


def _is_other(mail: Mail, talk: Talk) -> bool:
    """Tells whether a mail asks something else, by its words or after all has been said."""
    text = mail.written.own
    asked = " ".join(filter(asks, sentences(text)))
    is_said = any(map(is_new_matter, sentences(text)))
    if not asked or (not is_said and _names_again(asked, talk.words)):
        return False
    since = mail.sent - talk.answered_at if mail.sent and talk.answered_at else dt.timedelta()
    # Who says that another question follows asks it first, and may explain it then.
    begins = matter_words(next(filter(asks, sentences(text)))) - talk.words - _NO_MATTER
    words = matter_words(asked)
    is_mostly_new = 2 * len(words - talk.words) > len(words)
    is_new = has_own_subject(asked) and (len(begins) >= NAMES if is_said else is_mostly_new)
    is_thanked = talk.is_done or any(map(thanks, sentences(text)))
    return is_new and (is_said or is_thanked or since > SILENCE)


def _names_again(asked: str, known: Collection[str]) -> bool:
    """Tells whether a question names a thing again: ``angka kemiskinan tersebut``."""
    named = (found[1] for found in _SAID_BEFORE.finditer(asked))
    return any(word in known for one in named for word in content_words(one))


def talk_messages(mails: Collection[Mail], *, last: Mail | None = None) -> Iterator[Message]:
    """Yields the messages of mails; a subject that says what is asked is part of one.

    The mails come oldest first, ``last`` is the one before them.
    """
    if (first := next(iter(mails), None)) and all(mail.officer for mail in mails):
        title = first.title if first.is_reply and subject_word_count(first.title) >= NAMES else ""
        if asks(title):  # of the mail that it answers, which nothing quotes
            yield Message(min(first.to, default=""), first.sent, title, first.line)
    for mail in mails:
        text = _answer(mail, last) if mail.officer else _with_title(mail)
        if text:
            to = min(mail.to, default="") if mail.officer else ""
            yield Message(mail.sender, mail.sent, text, mail.line, officer=mail.officer, to=to)
        last = mail if mail.sent else last


def _is_later(mail: Mail, last: Mail) -> bool:
    """Tells whether a mail comes later than a machine answers, whatever zone each was sent in."""
    begun, sent = last.sent, mail.sent
    if last.moment and mail.moment:
        begun, sent = last.moment, mail.moment
    return begun is not None and sent is not None and sent - begun > AT_ONCE


def _answer(mail: Mail, last: Mail | None) -> str:
    """Returns what an officer wrote, without the words of a machine that stand beside it.

    Who writes later than a machine would is a person.
    """
    text = mail.written.own
    if last and _is_later(mail, last) and kind_of(text, officer=True) is MessageKind.AUTOMATIC:
        rest = "\n".join(map(_of_person, text.split("\n"))).strip()
        return rest if kind_of(rest, officer=True) is MessageKind.CONTENT else text
    return text


def _of_person(line: str) -> str:
    """Returns the sentences of a line that are no courtesy and no machine's."""
    machine = MessageKind.AUTOMATIC
    told = (one for one in sentences(line) if not is_closing(one))
    return " ".join(one for one in told if kind_of(one, officer=True) is not machine)


def _with_title(mail: Mail) -> str:
    """Returns what somebody wrote; with the subject, where only that says what is asked."""
    text, title = mail.written.own, mail.title
    if mail.is_reply or subject_word_count(title) < NAMES:
        return text
    is_said = any(map(_says_what, sentences(text))) and not title.endswith("?")
    return text if is_said else f"{title}\n{text}".strip()


def _says_what(sentence: str) -> bool:
    """Tells whether a sentence asks, and names what it asks for."""
    named = subject_word_count(sentence) >= NAMES
    return named and may_ask(sentence) and not points_back(sentence)
