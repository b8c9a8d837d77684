"""E-mails -> threads: mails that answer each other, whatever their asker writes about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from caridulu.curation.exports.mail.one_mail import Mail
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.follow_ups import reminds
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.words import content_words, sentences

SAME_SUBJECT = dt.timedelta(days=60)  # between two mails that no reference joins
TAKEN_UP = 2  # content words of a waiting thread, from which on a new mail is its answer
LOOKED_AT = 20  # threads of one person, the latest first

_Thread = list[Mail]


def threads_of(mails: Iterable[Mail], ours: frozenset[str]) -> list[_Thread]:
    """Joins mails by References, subject and person, or to what waits; oldest first."""
    found = _Threads(ours)
    for mail in sorted(mails, key=lambda mail: mail.order):
        found.add(mail)
    return found.threads


class _Threads:
    """The threads so far, by what a mail may name of them."""

    def __init__(self, ours: frozenset[str]) -> None:
        self.threads: list[_Thread] = []
        self._ours = ours
        self._by_id: dict[str, _Thread] = {}
        self._by_subject: defaultdict[str, list[_Thread]] = defaultdict(list)
        self._by_person: defaultdict[tuple[str, str], list[_Thread]] = defaultdict(list)

    def add(self, mail: Mail) -> None:
        """Puts a mail into the thread to which it belongs, or into one of its own."""
        named = (self._by_id[parent] for parent in mail.parents if parent in self._by_id)
        thread = next(named, None) or self._thread_of_subject(mail) or self._waiting_thread(mail)
        if thread is None:
            thread = []
            self.threads.append(thread)
            self._by_subject[mail.subject].append(thread)
        thread.append(mail)
        for name in (mail.id, *mail.parents):
            self._by_id.setdefault(name, thread)
        for person in mail.people - self._ours:
            for subject in {mail.subject, ""}:
                known = self._by_person[person, subject]
                if not known or known[-1] is not thread:
                    known.append(thread)

    def _thread_of_subject(self, mail: Mail) -> _Thread | None:
        """Finds the thread of that subject to which a mail without known references belongs."""
        if not mail.subject:
            return None
        same = self._by_subject[mail.subject]
        # Mailing programs of offices leave out who gets it: then the subject must do.
        if mail.is_reply and mail.officer and not mail.to and len(same) == 1:
            return same[0] if _is_near(mail, same[0]) else None
        theirs = (one for one in self._threads_of_people(mail, mail.subject) if _is_near(mail, one))
        return next((one for one in theirs if mail.is_reply or self._waits(one)), None)

    def _waiting_thread(self, mail: Mail) -> _Thread | None:
        """Finds the thread of the same person that a new mail answers, continues, or asks again."""
        words = {*content_words(mail.title), *content_words(mail.written.own)}
        goes_on = any(map(reminds, sentences(mail.written.own)))
        for thread in self._threads_of_people(mail, ""):
            if _is_near(mail, thread) and self._waits(thread):
                is_answer = len(words & _words(thread)) >= TAKEN_UP
                asked = set(content_words(thread[0].written.own))
                is_again = len(asked) > TAKEN_UP and asked <= words
                if is_answer if mail.officer else goes_on or is_again:
                    return thread
        return None

    def _threads_of_people(self, mail: Mail, subject: str) -> Iterator[_Thread]:
        """Yields the threads with one of the people of a mail, the latest first."""
        for person in sorted(mail.people - self._ours):
            yield from self._by_person[person, subject][: -LOOKED_AT - 1 : -1]

    def _waits(self, thread: _Thread) -> bool:
        """Tells whether the office has to answer: a question, or what the office asked for."""
        waits, asks_back = True, False
        for one in thread:
            text = one.written.own
            if not one.officer:
                waits = waits or asks_back or asks(text)
            elif (
                not one.stays_within(self._ours)
                and kind_of(text, officer=True) is MessageKind.CONTENT
            ):
                waits, asks_back = False, "?" in text
        return waits


def _words(thread: _Thread) -> set[str]:
    """Collects the content words of what was asked in a thread."""
    asked = [one for one in thread if not one.officer]
    texts = [text for one in asked for text in (one.title, one.written.own)]
    texts += [one.text for mail in thread for one in mail.written.quoted]
    return {word for text in texts for word in content_words(text)}


def _is_near(mail: Mail, thread: _Thread) -> bool:
    last = thread[-1].sent
    return not mail.sent or not last or mail.sent - last <= SAME_SUBJECT
