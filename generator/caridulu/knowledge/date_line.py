"""The date that readers see on an entry or a service, and what happened on it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from caridulu.knowledge.model import Approval, EntryFile, ServiceFile


class DateKind(StrEnum):
    """What happened on the day; the value ends the names of sentences, ``site.dated_...``."""

    REVIEWED = "reviewed"  # somebody of the office checked the content
    COMPILED = "compiled"  # the content was compiled from its sources
    UNCHECKED = "unchecked"  # the same, in a site that the office has not approved


@dataclass(frozen=True)
class DateLine:
    kind: DateKind
    day: dt.date


def date_line(dated: EntryFile | ServiceFile, approval: Approval) -> DateLine | None:
    """Tells when the content was reviewed, or compiled if that came later; None without a day."""
    compiled, reviewed = dated.compiled, dated.reviewed
    if reviewed and (compiled is None or compiled <= reviewed):
        return DateLine(DateKind.REVIEWED, reviewed)
    if compiled is None:
        return None
    return DateLine(DateKind.UNCHECKED if approval.is_trial else DateKind.COMPILED, compiled)
