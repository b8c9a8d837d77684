"""Lists for the office's review: public entries in order, and what is due."""

import datetime as dt
from dataclasses import dataclass
from itertools import chain

from caridulu.curation.lifecycle.due import Due, due_within, reviews
from caridulu.curation.lifecycle.office_review import ReadState
from caridulu.editor.addresses import READING
from caridulu.editor.workspace import EntryRow, Snapshot
from caridulu.knowledge import Status
from caridulu.knowledge.model import ApprovalStatus

SOON = dt.timedelta(days=31)


@dataclass(frozen=True)
class Reviews:
    """Entries and services to be reviewed: the date has passed, or comes within a month."""

    overdue: tuple[Due, ...]
    soon: tuple[Due, ...]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Reviews":
        """Lists them, earliest first; none while the project cannot be read."""
        every = reviews(snapshot.knowledge) if snapshot.knowledge else ()
        listed = due_within(every, snapshot.today + SOON)
        overdue = due_within(listed, snapshot.today - dt.timedelta(days=1))
        return cls(overdue, listed[len(overdue) :])


@dataclass(frozen=True)
class ReadingList:
    """All public entries, in the order of categories and questions."""

    rows: tuple[EntryRow, ...]
    is_approved: bool

    @classmethod
    def of(cls, snapshot: Snapshot) -> "ReadingList":
        """Lists what can be read; entries with problems are listed as unread."""
        office = snapshot.knowledge.office if snapshot.knowledge else None
        is_approved = bool(office and office.approval.status is ApprovalStatus.APPROVED)
        public = (row for row in snapshot.rows if row.status == Status.PUBLISHED)
        return cls(tuple(public), is_approved)

    def count(self, reading: ReadState) -> int:
        return sum(one.reading is reading for one in self.rows)

    @property
    def unread(self) -> int:
        """How many entries nobody of the office has read."""
        return self.count(ReadState.UNREAD)

    @property
    def is_complete(self) -> bool:
        """Whether every entry was found right."""
        return bool(self.rows) and self.count(ReadState.RIGHT) == len(self.rows)

    def place(self, entry_id: str) -> int:
        """Tells where an entry stands, counted from 1; 0 if it does not."""
        ids = [one.id for one in self.rows]
        return ids.index(entry_id) + 1 if entry_id in ids else 0

    def after(self, entry_id: str) -> str:
        """Returns the address of the next entry that is due, else unread; else of the list."""
        place = self.place(entry_id)
        around = (*self.rows[place:], *self.rows[: max(place - 1, 0)])
        due = (one.id for one in around if one.reading is ReadState.DUE)
        unread = (one.id for one in around if one.reading is ReadState.UNREAD)
        following = next(chain(due, unread), "")
        return f"{READING}/{following}" if following else READING
