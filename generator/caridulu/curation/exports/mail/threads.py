"""E-mails -> threads: mails that answer each other, whatever their asker writes about."""

import datetime as dt
from collections.abc import Iterable

from caridulu.curation.exports.mail.one_mail import Mail

SAME_SUBJECT = dt.timedelta(days=60)  # between two mails that no reference joins

_Thread = list[Mail]


def threads_of(mails: Iterable[Mail], ours: frozenset[str]) -> list[_Thread]:
    """Joins mails by References, or by subject and person; oldest first."""
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
        self._by_subject: dict[tuple[str, str], _Thread] = {}  # of a person, the latest

    def add(self, mail: Mail) -> None:
        """Puts a mail into the thread to which it belongs, or into one of its own."""
        named = (self._by_id[parent] for parent in mail.parents if parent in self._by_id)
        thread = next(named, None) or self._thread_of_subject(mail)
        if thread is None:
            thread = []
            self.threads.append(thread)
        thread.append(mail)
        for name in (mail.id, *mail.parents):
            self._by_id.setdefault(name, thread)
        for person in mail.people - self._ours:
            self._by_subject[person, mail.subject] = thread

    def _thread_of_subject(self, mail: Mail) -> _Thread | None:
        """Finds the thread that a mail without known references answers."""
        if not mail.subject or not (mail.is_reply or mail.officer):
            return None
        people = sorted(mail.people - self._ours)
        theirs = (self._by_subject.get((person, mail.subject)) for person in people)
        return next((one for one in theirs if one and _is_near(mail, one)), None)


def _is_near(mail: Mail, thread: _Thread) -> bool:
    last = thread[-1].sent
    return not mail.sent or not last or mail.sent - last <= SAME_SUBJECT
