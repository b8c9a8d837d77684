"""E-mails -> threads, and the messages of each thread with what is only quoted in it."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from caridulu.curation.exports.consultation import SILENCE, Message
from caridulu.curation.exports.conversations import Talk
from caridulu.curation.exports.mail.bodies import Quoted, Written
from caridulu.curation.exports.phrases.asking import (
    asks,
    has_own_subject,
    is_new_matter,
    is_rest,
    matter_words,
    may_ask,
    names_other_matter,
    own_words,
    points_back,
)
from caridulu.curation.exports.phrases.courtesies import thanks
from caridulu.curation.exports.phrases.kinds import said
from caridulu.curation.exports.phrases.words import sentences, telling_words
from caridulu.knowledge import Location

TITLE_WORDS = 2  # telling words by which a subject or a sentence names a matter
SAME_SUBJECT = dt.timedelta(days=60)  # between two mails that only their subject joins

IsOurs = Callable[[str, str], bool]  # name and address -> whether it is the office's


@dataclass(frozen=True)
class Mail:
    """One e-mail, as far as it is needed."""

    file: str
    line: int
    id: str
    parents: tuple[str, ...] = ()
    subject: str = ""  # folded, without ``Re:``
    title: str = ""  # the subject as it stands, without ``Re:``
    is_reply: bool = False
    sender: str = ""
    name: str = ""
    to: frozenset[str] = frozenset()  # addresses, in lower case
    sent: dt.datetime | None = None
    written: Written = field(default_factory=lambda: Written(""))
    officer: bool = False
    problem: str = ""  # key of the sentence that says why it cannot be used
    is_automatic: bool = False
    attachments: tuple[str, ...] = ()

    @property
    def place(self) -> Location:
        return Location(self.file, self.line)

    @property
    def order(self) -> tuple[dt.datetime, int, str]:
        """By time, then as they stand in the file or folder."""
        return (self.sent or dt.datetime.min, self.line, self.file)

    @property
    def people(self) -> frozenset[str]:
        return self.to | {self.sender.lower()}


def threads_of(mails: Iterable[Mail], ours: frozenset[str]) -> list[list[Mail]]:
    """Joins mails by References, else a reply to the same subject and person; oldest first."""
    root: dict[str, str] = {}
    threads: dict[str, list[Mail]] = {}
    by_subject: dict[str, list[str]] = {}
    for mail in sorted(mails, key=lambda mail: mail.order):
        thread = next((root[parent] for parent in mail.parents if parent in root), None)
        if thread is None and mail.subject:
            thread = _by_subject(mail, [threads[t] for t in by_subject.get(mail.subject, ())], ours)
        thread = thread or mail.id
        for name in (mail.id, *mail.parents):
            root.setdefault(name, thread)
        if thread not in threads:
            by_subject.setdefault(mail.subject, []).append(thread)
        threads.setdefault(thread, []).append(mail)
    return list(threads.values())


def _by_subject(mail: Mail, same: list[list[Mail]], ours: frozenset[str]) -> str | None:
    """The thread of that subject to which a mail without known references belongs."""
    for thread in reversed(same):
        last = thread[-1]
        is_near = not mail.sent or not last.sent or mail.sent - last.sent <= SAME_SUBJECT
        theirs = {who for one in thread for who in one.people} - ours
        is_shared = not (mail.people - ours).isdisjoint(theirs)
        # Mailing programs of offices leave out who gets it: then the subject must do.
        is_unsaid = mail.is_reply and mail.officer and not mail.to and len(same) == 1
        if is_near and (is_unsaid or (is_shared and (mail.is_reply or _waits(thread)))):
            return thread[0].id
    return None


def _waits(thread: list[Mail]) -> bool:
    """Whether nobody of the office has written yet."""
    return not any(mail.officer for mail in thread)


def matters_of(thread: list[Mail], is_ours: IsOurs) -> Iterator[list[Mail]]:
    """Cuts a thread where the asker, who has been answered, writes about something else."""
    talk, begun = Talk(), list[Mail]()
    for mail in thread:
        if talk.has_answer and not mail.officer and _is_other(mail, talk):
            yield begun
            talk, begun = Talk(), []
        begun.append(mail)
        for one in messages_of([mail], is_ours):
            talk.add(one, said(one.text, officer=one.officer))
    yield begun


def _is_other(mail: Mail, talk: Talk) -> bool:
    """Whether a mail says that it asks something else, or asks it after all has been said."""
    text = mail.written.own
    asked = " ".join(one for one in sentences(text) if asks(one) and not thanks(one))
    if not asked or is_rest(asked):
        return False
    if names_other_matter(text):
        return True
    answered = talk.answered or mail.sent
    is_late = bool(mail.sent and answered and mail.sent - answered > SILENCE)
    words = matter_words(asked)
    is_new = has_own_subject(asked) and 2 * len(words - talk.words) > len(words)
    says_so = any(map(is_new_matter, sentences(text)))
    return is_new and (talk.is_done or is_late or says_so)


def messages_of(thread: list[Mail], is_ours: IsOurs) -> Iterator[Message]:
    """Returns the messages of a thread, with a forwarded question, or one that is only quoted."""
    told = {word for mail in thread if mail.officer for word in telling_words(mail.written.own)}
    has_asker = any(not mail.officer and _with_title(mail, told) for mail in thread)
    for mail in thread:
        quoted = _asked_in(mail, is_ours, has_asker=has_asker)
        if quoted and mail.officer:
            yield _quoted_message(mail, quoted)
            has_asker = True
        text = _with_title(mail, told)
        if text and not (quoted and _is_cover(text, quoted)):
            yield Message(mail.sender, mail.sent, text, mail.line, officer=mail.officer)
        if quoted and not mail.officer:
            yield _quoted_message(mail, quoted)


def _with_title(mail: Mail, told: Collection[str]) -> str:
    """What somebody wrote; with the subject, where only that says what is asked.

    Args:
        mail: of the asker or of an officer.
        told: the telling words of the answers to it.
    """
    text, title = mail.written.own, mail.title
    if mail.officer or mail.is_reply or own_words(title) < TITLE_WORDS:
        return text
    is_taken_up = not set(telling_words(title)).isdisjoint(told)
    is_only_there = is_taken_up and set(telling_words(text)).isdisjoint(told)
    if is_only_there or not any(map(_says_what, sentences(text))):
        return f"{title}\n{text}".strip()
    return text


def _says_what(sentence: str) -> bool:
    """Whether a sentence asks, and names what it asks for."""
    named = own_words(sentence) >= TITLE_WORDS
    return named and may_ask(sentence) and not points_back(sentence)


def _is_cover(text: str, quoted: Quoted) -> bool:
    """Whether what stands above a forwarded question only hands it on."""
    return quoted.is_forwarded and asks(quoted.text) and "?" not in text


def _quoted_message(mail: Mail, quoted: Quoted) -> Message:
    sender = quoted.address or quoted.name or min(mail.to, default=mail.sender)
    reached = mail.sent if not mail.officer else quoted.sent  # when the office was asked
    return Message(sender, reached or mail.sent, quoted.text, mail.line)


def _asked_in(mail: Mail, is_ours: IsOurs, *, has_asker: bool) -> Quoted | None:
    """The quoted message that holds a question which is nowhere else."""
    theirs = [one for one in mail.written.quoted if not is_ours(one.name, one.address)]
    forwarded = [one for one in theirs if one.is_forwarded]
    if forwarded and (not mail.officer or not has_asker):  # passed on twice: the first who asks
        return next((one for one in reversed(forwarded) if asks(one.text)), forwarded[0])
    if not mail.officer or has_asker:
        return None
    return next((one for one in theirs if asks(one.text)), theirs[0] if theirs else None)
