"""What the pages of the queue share: whose turn it is."""

from dataclasses import dataclass

from caridulu.editor.workspace import Snapshot

QUEUE = "/antrean"


@dataclass(frozen=True)
class Turn:
    """Where an entry stands in the queue, counted from 1; 0 if it does not."""

    place: int
    count: int
    next: str  # the address after it


def turn_of(snapshot: Snapshot, entry_id: str) -> Turn:
    """Finds where an entry stands in the queue, and who comes next."""
    ids = [row.id for row in snapshot.waiting]
    place = ids.index(entry_id) + 1 if entry_id in ids else 0
    following = f"{QUEUE}/{ids[place]}" if place < len(ids) else QUEUE
    return Turn(place, len(ids), following)
