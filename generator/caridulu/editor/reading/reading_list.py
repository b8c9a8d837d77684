"""The public answers in the order in which they are read, and how far the reading is."""

from dataclasses import dataclass

from caridulu.curation.lifecycle.reading import Reading
from caridulu.editor.addresses import READING
from caridulu.editor.workspace import EntryRow, Snapshot
from caridulu.knowledge import Status
from caridulu.knowledge.model import ApprovalStatus


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

    def count(self, reading: Reading) -> int:
        """Counts the entries in a state."""
        return sum(one.reading is reading for one in self.rows)

    @property
    def unread(self) -> int:
        """How many entries nobody of the office has read."""
        return self.count(Reading.UNREAD)

    @property
    def is_complete(self) -> bool:
        """Whether every entry was found right."""
        return bool(self.rows) and self.count(Reading.RIGHT) == len(self.rows)

    def place(self, entry_id: str) -> int:
        """Where an entry stands, counted from 1; 0 if it does not."""
        ids = [one.id for one in self.rows]
        return ids.index(entry_id) + 1 if entry_id in ids else 0

    def after(self, entry_id: str) -> str:
        """The address of the next entry that is unread, from an entry on and round; or the list."""
        place = self.place(entry_id)
        around = (*self.rows[place:], *self.rows[: max(place - 1, 0)])
        unread = (one.id for one in around if one.reading is Reading.UNREAD)
        following = next(unread, "")
        return f"{READING}/{following}" if following else READING
