"""The edited project: loaded once, and again whenever a file has changed."""

import datetime as dt
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from caridulu.curation.drafts.entries.conversation import NO_SHEET, SheetPlace, conversation_of
from caridulu.curation.drafts.entries.draft_doubts import DraftDoubt, doubts_of
from caridulu.curation.lifecycle import publication
from caridulu.curation.lifecycle.office_review import ReadState, read_state
from caridulu.curation.lifecycle.transitions import NEXT
from caridulu.curation.project import Project
from caridulu.knowledge import (
    Category,
    Entry,
    KnowledgeBase,
    LoadResult,
    Problem,
    ServiceStandard,
    Status,
    in_order,
    load,
    read_yaml,
)
from caridulu.knowledge.attachments import Attachments, read_attachments
from caridulu.knowledge.model import Target
from caridulu.knowledge.problem import stopping
from caridulu.knowledge.project_files import Layout, ProjectFiles
from caridulu.knowledge.text_cache import TextCache
from caridulu.knowledge.yaml.nodes import TextNode, YamlFile
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.privacy.gate import gate
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.held_out import HeldOutSearch, held_out_searches
from caridulu.search.quality.index_problems import index_problems
from caridulu.site.serve.local_server import Refusal
from caridulu.site.serve.source_changes import source_stamps

_CLEAN = TextCache()  # texts in which this process has found no personal data
DRAFT = Status.DRAFT.value
WAITING = tuple(status.value for status in NEXT)


@dataclass(frozen=True)
class EntryRow:
    """An entry in the list; also one whose file is wrong. In the queue a service, too."""

    id: str
    path: str
    category: str
    problems: int
    question: str = ""
    status: str = DRAFT
    review_by: dt.date | None = None
    publish_on: dt.date | None = None
    hide_after: dt.date | None = None
    is_imported: bool = False
    is_proposed: bool = False  # a newer answer waits beside the public one
    is_behind: bool = False  # its package has changed since
    is_service: bool = False
    export: str = ""  # from which a draft is, on the computer where it was imported
    line: int = 0  # there
    sheet: SheetPlace = NO_SHEET  # there, of a workbook
    doubts: tuple[DraftDoubt, ...] = ()
    reading: ReadState = ReadState.UNREAD  # of the office


Row = TypeVar("Row", EntryRow, Entry)


@dataclass(frozen=True)
class Snapshot:
    """The project at one moment."""

    root: Path
    loaded: LoadResult
    today: dt.date

    @property
    def layout(self) -> Layout:
        return self.loaded.layout

    @property
    def knowledge(self) -> KnowledgeBase | None:
        return self.loaded.knowledge

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Entries without problems, by id."""
        return {entry.id: entry for entry in self.knowledge.entries} if self.knowledge else {}

    @cached_property
    def services(self) -> dict[str, ServiceStandard]:
        """Services without problems, by id; also those that visitors do not see."""
        known = self.knowledge
        every = (*known.services, *known.hidden_services) if known else ()
        return {service.id: service for service in every}

    @property
    def attachments(self) -> Attachments:
        """Pictures and PDFs as they are on the disk now."""
        return read_attachments(self.layout.attachments, ProjectFiles(self.root))

    @property
    def targets(self) -> tuple[Target, ...]:
        return self.knowledge.office.deploy if self.knowledge else ()

    @property
    def categories(self) -> tuple[Category, ...]:
        return self.knowledge.categories if self.knowledge else ()

    @property
    def category_names(self) -> dict[str, str]:
        """Names of categories by id."""
        return {category.id: category.name for category in self.categories}

    def by_category(self, rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
        """Groups entries or rows that come in the order of categories, each under its name."""
        names = self.category_names
        groups = groupby(rows, key=lambda row: row.category)
        return [(names.get(category, category), list(group)) for category, group in groups]

    @cached_property
    def names(self) -> dict[str, str]:
        """What people call the files: question, name or title, by path.

        What comes from a package has the path of the office's own file, too, where there is none.
        """
        named = {entry.own_path: entry.question for entry in self.entries.values()}
        named |= {row.path: row.question for row in self.rows}
        if self.knowledge:
            named |= {
                path: one.name
                for one in self.services.values()
                for path in (one.path, one.own_path)
            }
            named |= {one.path: one.title for one in self.knowledge.pages}
        return named

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        return stopping(self.loaded.problems)

    @cached_property
    def rows(self) -> tuple[EntryRow, ...]:
        """All entries, in the order of categories and questions."""
        counts = Counter(problem.location.path for problem in self.problems)
        order = {category.id: n for n, category in enumerate(self.categories)}
        rows = [self._row(path, counts) for path in self.layout.entries]
        return tuple(
            sorted(rows, key=lambda r: (order.get(r.category, 999), r.question.casefold(), r.id))
        )

    def _row(self, path: Path, counts: Counter[str]) -> EntryRow:
        shown = shown_path(path, self.root)
        entry = self.entries.get(path.stem)
        row = EntryRow(path.stem, shown, path.parent.name, counts[shown])
        if entry is None:
            return _of_text(row, read_yaml(path, root=self.root).file)
        return replace(
            row,
            question=entry.question,
            status=entry.status.value,
            review_by=entry.review_by,
            publish_on=entry.publish_on,
            hide_after=entry.hide_after,
            is_imported=bool(entry.provenance and entry.provenance.digest),
            is_proposed=publication.is_proposed(entry),
            is_behind=waits_for_package(entry),
            reading=read_state(entry, self.today),
        )

    @cached_property
    def waiting(self) -> tuple[EntryRow, ...]:
        """Drafts, entries under review and whatever is newer, in the order of the list."""
        rows = (*self.rows, *map(_service_row, self.services.values()))
        return tuple(
            row for row in rows if row.status in WAITING or row.is_proposed or row.is_behind
        )

    @cached_property
    def queue(self) -> tuple[EntryRow, ...]:
        """What waits, in reading order: drafts in doubt, then each export as it was written."""
        return tuple(sorted(map(self._placed, self.waiting), key=_place_in_queue))

    @cached_property
    def _digests(self) -> Counter[str | None]:
        """Counts the entries of each consultation: several, where an officer has divided one."""
        origins = (entry.provenance for entry in self.entries.values())
        return Counter(one.digest for one in origins if one)

    def draft_after(self, entry_id: str) -> str:
        """Returns the id of the draft behind an entry in reading order, else of the first, if any.

        The entry may have been accepted meanwhile.
        """
        drafts = [row for row in self.queue if row.is_imported and row.status == DRAFT]
        left = [row for row in drafts if row.id != entry_id]
        row = next((row for row in self.rows if row.id == entry_id), None)
        place = _place_in_queue(self._placed(replace(row, status=DRAFT))) if row else ()
        behind = (one.id for one in left if _place_in_queue(one) >= place)
        return next(behind, left[0].id if left else "")

    def _placed(self, row: EntryRow) -> EntryRow:
        """Adds to the row of a draft where it is from and what is doubted."""
        entry = self.entries.get(row.id)
        if entry is None or entry.provenance is None or not row.is_imported or row.status != DRAFT:
            return row
        said = conversation_of(self.root, row.id)
        is_divided = self._digests[entry.provenance.digest] > 1
        row = replace(row, doubts=doubts_of(entry, said, is_divided=is_divided))
        return replace(row, export=said.export, line=said.line, sheet=said.sheet) if said else row

    @cached_property
    def index(self) -> SearchIndex:
        """All entries but the archived ones, ranked as the public's; none without an office."""
        return self.project.index_of_living if self.knowledge else SearchIndex(())

    @cached_property
    def search_problems(self) -> tuple[Problem, ...]:
        """Problems that a search for every phrasing finds; 10,000 take seconds, once a change."""
        if not (self.loaded.ok and self.knowledge):
            return ()
        index = SearchIndex.of_knowledge(self.knowledge)
        return tuple(index_problems(index, self.knowledge, self.root))

    @cached_property
    def project(self) -> Project:
        """The project for curation; refused while the office's file cannot be read."""
        if self.knowledge is None:
            raise Refusal(HTTPStatus.CONFLICT, "broken_office")
        return Project(self.root, self.knowledge)

    @cached_property
    def held_out(self) -> tuple[HeldOutSearch, ...]:
        """Aliases of public entries, each searched where its entry lacks it."""
        return held_out_searches(self.knowledge) if self.knowledge else ()


def waits_for_package(shared: Entry | ServiceStandard) -> bool:
    """Tells whether something public reads differently in its package now, or is gone from it."""
    return shared.is_behind and shared.status is Status.PUBLISHED


def _place_in_queue(row: EntryRow) -> tuple[bool, bool, str, int, int]:
    return not row.doubts, not row.export, row.export, row.sheet.number, row.line


def _service_row(service: ServiceStandard) -> EntryRow:
    return EntryRow(
        service.id,
        service.path,
        category="",
        problems=0,
        question=service.name,
        status=service.status.value,
        is_behind=waits_for_package(service),
        is_service=True,
    )


def _of_text(row: EntryRow, file: YamlFile | None) -> EntryRow:
    """Fills the row of a file that is wrong, as far as the file can be read."""
    nodes = [file.find(key) if file else None for key in ("question", "status")]
    question, status = (node.value if isinstance(node, TextNode) else "" for node in nodes)
    is_proposed = bool(file and file.find("proposal") and status == Status.PUBLISHED.value)
    question, status = question or row.id, status or row.status
    return replace(row, question=question, status=status, is_proposed=is_proposed)


class Workspace:
    """One project being edited; ``lock`` is held while files are compared and written."""

    def __init__(self, root: Path, *, today: Callable[[], dt.date]) -> None:
        self.root = root.absolute()
        self.today = today
        self.lock = threading.RLock()
        self._seen: object = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        with self.lock:
            today = self.today()
            seen = (today, source_stamps(self.root))
            if self._snapshot is None or seen != self._seen:
                self._snapshot = Snapshot(self.root, self.load({}), today)
                self._seen = seen
            return self._snapshot

    def load(self, changes: Mapping[str, str | None]) -> LoadResult:
        """Loads the project as it would be with other texts, and looks for all that stops a build.

        Paths of texts are from the project's root; None takes a file away.
        """
        loaded = load(self.root, today=self.today(), changes=changes)
        if loaded.readable is None:
            return loaded
        found = gate(loaded.readable, root=self.root, cache=_CLEAN, changes=changes)
        return replace(loaded, problems=in_order((*loaded.problems, *found)))
