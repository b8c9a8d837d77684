"""The office's first reading: which public answers a person of the office has found right."""

import datetime as dt
from enum import StrEnum
from typing import Any

from caridulu.curation.lifecycle.entry_changes import put
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER
from caridulu.curation.yaml_changes import Change
from caridulu.knowledge import Entry
from caridulu.knowledge.model import ApprovalStatus


class ReadState(StrEnum):
    """How far the reading of an entry is."""

    UNREAD = "unread"
    ASKED = "asked"  # read, and something must be found out first
    RIGHT = "right"


def read_state(entry: Entry) -> ReadState:
    """Tells whether a person of the office has read an entry since it was last compiled."""
    if entry.open_question:
        return ReadState.ASKED
    if entry.reviewed and (entry.compiled is None or entry.reviewed >= entry.compiled):
        return ReadState.RIGHT
    return ReadState.UNREAD


def found_right(today: dt.date) -> Change:
    """Records that all of an entry was read today and is right; nothing is left to ask."""

    def change(tree: Any) -> None:
        put(tree, "reviewed", today)
        due = tree.get("review_by")
        if due is None or str(due) <= today.isoformat():
            put(tree, "review_by", today + REVIEW_AFTER)
        tree.pop("open_question", None)

    return change


def approved(by: str, on: dt.date) -> Change:
    """Records in ``content/office.yml`` that the office stands behind the site."""

    def change(tree: Any) -> None:
        tree["approval"] = {"status": ApprovalStatus.APPROVED.value, "by": by, "on": on}

    return change
