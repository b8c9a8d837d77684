"""An mbox, an ``.eml`` file or a folder of them -> threads -> consultations."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from caridulu.curation.exports.consultation import Consultation, ExportOptions, Reading, listed
from caridulu.curation.exports.mail.mail_files import RawMail, messages_in
from caridulu.curation.exports.mail.matter_consultation import (
    consultation_of_matter,
    count_sent,
    opening,
)
from caridulu.curation.exports.mail.one_mail import Mail, OfficeSide
from caridulu.curation.exports.mail.parsed_mail import mail_of
from caridulu.curation.exports.mail.quoted_mails import with_quoted
from caridulu.curation.exports.mail.thread_matters import thread_matters
from caridulu.curation.exports.mail.threads import threads_of
from caridulu.curation.exports.opened_files import refuse
from caridulu.curation.exports.sides import nobody_answers
from caridulu.curation.exports.talk_consultation import SMALL_TALK, WAITING
from caridulu.knowledge import Problem, finding, fold_phrase, notice

LOOKED_AT = (*WAITING, SMALL_TALK)  # somebody ought to look at it
MOST_TOLD = 200  # notices of attachments


def read_mail(path: Path, options: ExportOptions) -> Reading:
    """Reads the consultations of a mailbox, a mail or a folder of mails."""
    ours = frozenset(map(fold_phrase, options.officers))
    mails: list[Mail] = []
    notices: list[Problem] = []
    unread: list[Problem] = []
    for raw in messages_in(path):
        if raw.refused:
            unread.append(raw.refused)
            continue
        mail = _whole(mail_of(raw, ours), raw)
        mails.append(mail)
        if not mail.problem and not raw.content.endswith((b"\n", b"--")):
            notices.append(notice(mail.place, "curation.mail_without_end"))
    if unread and not mails:
        return Reading(refused=tuple(unread), is_unusable=True)
    if not mails:
        raise refuse(path, "no_messages")
    whole = [mail for mail in mails if not mail.problem]
    if whole and not any(mail.officer or _quotes(mail, ours) for mail in whole):
        senders = {mail.sender for mail in whole if mail.sender} | _quoted_writers(mails)
        raise nobody_answers(mails[0].place, senders)
    reading = _reading(mails, notices, ours)
    return replace(reading, refused=(*unread, *reading.refused))


def _whole(mail: Mail, raw: RawMail) -> Mail:
    """Returns the mail; with a problem where only its beginning was read, or is in the file."""
    if raw.is_too_large:
        return replace(mail, problem="mail_too_large")
    is_cut = raw.ends_mailbox and (mail.problem or not raw.content.endswith(b"\n"))
    return replace(mail, problem="mbox_cut") if is_cut else mail


def _quotes(mail: Mail, ours: frozenset[str]) -> bool:
    """Tells whether a mail quotes the office: a conversation may be kept as its last mail."""
    told = [one for quoted in mail.written.quoted for one in (quoted.name, quoted.address) if one]
    return not ours.isdisjoint(map(fold_phrase, told))


def _quoted_writers(mails: list[Mail]) -> set[str]:
    """Collects who is quoted, by address, or by name where there is none."""
    every = [quoted for mail in mails for quoted in mail.written.quoted]
    return {quoted.address or quoted.name for quoted in every if quoted.address or quoted.name}


def _reading(mails: list[Mail], notices: list[Problem], told: frozenset[str]) -> Reading:
    """Reads the consultations of mails; ``told`` is what an officer has said of the office."""
    consultations: list[Consultation] = []
    refused: list[Problem] = []
    used = 0
    by_person = list(_by_person(mails))
    ours = OfficeSide.of(mails, told)
    for thread in threads_of(by_person, ours):
        broken = [mail for mail in thread if mail.problem]
        if broken:
            refused += [finding(mail.place, f"curation.{mail.problem}") for mail in broken]
            if left := len(thread) - len(broken):
                notices.append(notice(opening(thread).place, "curation.thread_cut", count=left))
            continue
        for matter in thread_matters(with_quoted(thread, ours)):
            made = consultation_of_matter(matter)
            if isinstance(made, Consultation):
                consultations.append(made)
                used += count_sent(matter)
            elif made.key in LOOKED_AT:
                refused.append(made)
            else:
                notices.append(made)
    notices += _unread_notices(mails, by_person)
    return Reading(
        consultations=tuple(consultations),
        senders=frozenset(_people_in(mails)),
        officers=frozenset(mail.sender for mail in mails if mail.officer),
        refused=tuple(refused),
        notices=tuple(notices),
        messages=len(mails),
        used=used,
    )


def _by_person(mails: Sequence[Mail]) -> Iterator[Mail]:
    """Yields the mails that no program wrote; what the office replies to may come by a list."""
    replies = (one for one in mails if one.officer and not one.is_automatic)
    answered = {parent for one in replies for parent in one.parents}
    for mail in mails:
        is_answered = mail.id in answered and not mail.officer
        if not mail.is_automatic or mail.problem or is_answered:
            yield mail


def _unread_notices(mails: list[Mail], by_person: list[Mail]) -> Iterator[Problem]:
    """Yields notices of automatic mails and of attachments, which are not read."""
    if left := len(mails) - len(by_person):
        first = next(mail for mail, read in zip_longest(mails, by_person) if mail is not read)
        yield notice(first.place, "curation.mail_automatic", count=left)
    for mail in [mail for mail in by_person if mail.attachments][:MOST_TOLD]:
        choices = listed(mail.attachments)
        yield notice(mail.place, "curation.mail_attachments", choices=choices)


def _people_in(mails: Iterable[Mail]) -> Iterator[str]:
    """Yields names and addresses of everybody who wrote, or is quoted."""
    for mail in mails:
        yield from filter(None, (mail.sender, mail.name, *mail.to, *mail.written.nicknames))
        for quoted in mail.written.quoted:
            yield from filter(None, (quoted.name, quoted.address, *quoted.nicknames))
