"""Senders of an export -> who is the office's side; a file with only one side is refused."""

import re
from collections.abc import Collection, Iterable

from caridulu.curation.exports.consultation import listed
from caridulu.curation.exports.opened_files import RefusedError
from caridulu.knowledge import Location, finding, fold_phrase
from caridulu.knowledge.rules.texts.contacts import local_number

NO_OFFICER = "curation.no_officer"  # the problem of a file in which nobody is known to answer
_NO_ASKER = "curation.no_contact"
_OFFICE = frozenset({"bps", "pst"})


def officers_among(senders: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Finds the senders who are the office's side, by a known name or number."""
    known = list(known)
    names = {fold_phrase(name) for name in known}
    offices = tuple(f"{name} " for name in names if not _OFFICE.isdisjoint(name.split()))
    numbers = {local_number(name) for name in known if re.search(r"\d{6}", local_number(name))}
    return frozenset(
        sender
        for sender in senders
        if fold_phrase(sender) in names
        or local_number(sender) in numbers
        or fold_phrase(sender).startswith(offices)
    )


def check_sides(place: Location, officers: Collection[str], askers: Collection[str]) -> None:
    """Refuses a chat in which nobody answers or nobody asks, with the senders to choose from."""
    if not officers:
        raise nobody_answers(place, askers)
    if not askers:
        raise _one_sided(place, _NO_ASKER, officers)


def nobody_answers(place: Location, senders: Iterable[str]) -> RefusedError:
    """Makes the refusal of what nobody is known to answer, to be raised."""
    return _one_sided(place, NO_OFFICER, senders)


def _one_sided(place: Location, key: str, senders: Iterable[str]) -> RefusedError:
    named = sorted(senders)
    return RefusedError(finding(place, key, choices=listed(named)), named)
