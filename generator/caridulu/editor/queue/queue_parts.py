"""Parts shared by the pages of the queue: what they are about, what comes next, what must stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from itertools import groupby

from caridulu.editor.addresses import ENTRY_ADDRESS, QUEUE, SERVICE_ADDRESS
from caridulu.editor.workspace import EntryRow, Snapshot
from caridulu.journal.git import Git
from caridulu.knowledge import Entry, ServiceStandard, Status
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.site.serve.local_server import Refusal, Request

DOUBTED, OTHERS = "/ragu", "/lain"  # no export is called so
DIVIDE = "bagi"  # the address behind that of the draft, and the button
PUBLIC = f"status: {Status.PUBLISHED.value}"
Queued = Entry | ServiceStandard | EntryRow


@dataclass(frozen=True)
class QueuePlace:
    """Where an entry or service stands in the queue, counted from 1; 0 if it does not."""

    place: int
    count: int
    next: str  # the address after it


def is_service(queued: Queued) -> bool:
    return isinstance(queued, ServiceStandard) or getattr(queued, "is_service", False)


def form_address(queued: Queued) -> str:
    return f"{SERVICE_ADDRESS if is_service(queued) else ENTRY_ADDRESS}{queued.id}"


def queue_address(queued: Queued) -> str:
    """Returns the address of the page where a draft or service is decided on."""
    return f"{QUEUE}{SERVICE_ADDRESS if is_service(queued) else '/'}{queued.id}"


def queue_place(snapshot: Snapshot, queued: Queued) -> QueuePlace:
    """Finds the place of an entry or service in the queue, and the next item."""
    addresses = [queue_address(row) for row in snapshot.queue]
    own = queue_address(queued)
    place = addresses.index(own) + 1 if own in addresses else 0
    following = addresses[place] if place < len(addresses) else QUEUE
    return QueuePlace(place, len(addresses), following)


def sections_of(rows: Sequence[EntryRow]) -> list[tuple[str, list[EntryRow]]]:
    """Groups what waits in reading order: drafts in doubt, each export, and the rest.

    A group has the name of its export, or is ``DOUBTED`` or ``OTHERS``.
    """
    groups = groupby(rows, key=lambda row: DOUBTED if row.doubts else row.export or OTHERS)
    return [(name, list(group)) for name, group in groups]


def entry_at(snapshot: Snapshot, request: Request) -> Entry:
    """Finds the entry about whose page in the queue a request is."""
    name = request.path.removeprefix(f"{QUEUE}/").removesuffix(f"/{DIVIDE}")
    if name not in snapshot.entries:
        raise Refusal(HTTPStatus.NOT_FOUND, "draft_gone")
    return snapshot.entries[name]


def was_public(snapshot: Snapshot, entry: Entry) -> bool:
    """Tells whether people may know the address of a draft: Git knows it as published."""
    name = shown_path(snapshot.project.path(entry), snapshot.root)
    log = Git(snapshot.root).lines("log", "--format=%h", "-1", "-S", PUBLIC, "--", name)
    return bool(log)
