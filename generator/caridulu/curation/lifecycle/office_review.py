"""Review by the office: which public answers somebody of the office has confirmed, and when."""

import datetime as dt
from enum import StrEnum
from typing import Any

from caridulu.curation.lifecycle.entry_changes import put
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER
from caridulu.curation.yaml_changes import Change
from caridulu.knowledge import Entry
from caridulu.knowledge.model import ApprovalStatus


class ReadState(StrEnum):
    """The state of an entry's review by the office."""

    UNREAD = "unread"
    ASKED = "asked"  # read, and something must be found out first
    DUE = "due"  # its review date has passed
    RIGHT = "right"


def read_state(entry: Entry, today: dt.date) -> ReadState:
    """Tells whether a person of the office has read an entry since it was compiled or fell due."""
    if entry.open_question:
        return ReadState.ASKED
    if entry.review_by and entry.review_by < today:
        return ReadState.DUE
    if entry.reviewed and (entry.compiled is None or entry.reviewed >= entry.compiled):
        return ReadState.RIGHT
    return ReadState.UNREAD


def next_review(entry: Entry, today: dt.date) -> dt.date:
    """Proposes when an entry that is right today is reviewed again: as planned, or in a year."""
    planned = entry.review_by
    return planned if planned and planned > today else today + REVIEW_AFTER


def found_right(today: dt.date, *, review_by: dt.date) -> Change:
    """Records that all of an entry was read today and is right; nothing is left to ask."""

    def change(tree: Any) -> None:
        put(tree, "reviewed", today)
        put(tree, "review_by", review_by)
        tree.pop("open_question", None)

    return change


def approved(by: str, on: dt.date) -> Change:
    """Records in ``content/office.yml`` that the office stands behind the site."""

    def change(tree: Any) -> None:
        tree["approval"] = {"status": ApprovalStatus.APPROVED.value, "by": by, "on": on}

    return change
