"""E-mails -> threads: mails that answer each other, whatever their asker writes about."""

import datetime as dt
from collections.abc import Iterable

from caridulu.curation.exports.mail.one_mail import Mail, OfficeSide

SAME_SUBJECT = dt.timedelta(days=60)  # between two mails that no reference joins

_Thread = list[Mail]


def threads_of(mails: Iterable[Mail], ours: OfficeSide) -> list[_Thread]:
    """Joins mails by References, or by subject and person; oldest first."""
    threads: list[_Thread] = []
    by_id: dict[str, _Thread] = {}
    by_subject: dict[tuple[str, str], _Thread] = {}  # of a person, the latest
    for mail in sorted(mails, key=lambda mail: mail.order):
        subjects = [(person, mail.subject) for person in sorted(mail.people - ours.addresses)]
        known = [by_id[parent] for parent in mail.parents if parent in by_id]
        if not known and mail.subject and (mail.is_reply or mail.officer):
            same = [by_subject[one] for one in subjects if one in by_subject]
            known = [thread for thread in same if _is_near(mail, thread)]
        if not known:
            threads.append([])
        thread = known[0] if known else threads[-1]
        thread.append(mail)
        for name in (mail.id, *mail.parents):
            by_id.setdefault(name, thread)
        by_subject.update(dict.fromkeys(subjects, thread))
    return threads


def _is_near(mail: Mail, thread: _Thread) -> bool:
    last = thread[-1].sent
    return not mail.sent or not last or mail.sent - last <= SAME_SUBJECT
