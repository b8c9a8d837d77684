"""The project as the editor sees it: loaded once, again whenever a file has changed."""

import datetime as dt
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from caridulu.curation.dry_run import DryRun, stamps
from caridulu.curation.lifecycle.publishing import is_proposed
from caridulu.curation.lifecycle.transitions import NEXT
from caridulu.knowledge import (
    Category,
    Entry,
    KnowledgeBase,
    LoadResult,
    Problem,
    Severity,
    Status,
    load,
    read_yaml,
)
from caridulu.knowledge.project_files import Layout, ProjectFiles, find_files
from caridulu.knowledge.yaml.nodes import TextNode, YamlFile
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.search.index.fields import entry_item
from caridulu.search.index.search_index import SearchIndex

WAITING = tuple(status.value for status in NEXT)


@dataclass(frozen=True)
class Row:
    """An entry in the list; also one whose file is wrong."""

    id: str
    path: str
    question: str
    category: str
    status: str
    review_by: dt.date | None
    problems: int
    digest: str | None  # of the conversation it was imported from
    proposed: bool  # a newer answer waits beside the public one


@dataclass(frozen=True)
class Snapshot:
    """The project at one moment."""

    root: Path
    layout: Layout
    loaded: LoadResult
    today: dt.date

    @property
    def knowledge(self) -> KnowledgeBase | None:
        return self.loaded.knowledge

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Entries without problems, by id."""
        return {entry.id: entry for entry in self.knowledge.entries} if self.knowledge else {}

    @property
    def categories(self) -> tuple[Category, ...]:
        return self.knowledge.categories if self.knowledge else ()

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What stops a build."""
        found = self.loaded.problems
        return tuple(problem for problem in found if problem.severity is Severity.PROBLEM)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All entries, in the order of categories and questions."""
        counts = Counter(problem.location.path for problem in self.problems)
        order = {category.id: n for n, category in enumerate(self.categories)}
        rows = [self._row(path, counts) for path in self.layout.entries]
        return tuple(
            sorted(rows, key=lambda r: (order.get(r.category, 999), r.question.casefold(), r.id))
        )

    @cached_property
    def waiting(self) -> tuple[Row, ...]:
        """Drafts, entries under review and newer answers proposed, in the order of the list."""
        return tuple(row for row in self.rows if row.status in WAITING or row.proposed)

    def _row(self, path: Path, counts: Counter[str]) -> Row:
        shown = shown_path(path, self.root)
        entry = self.entries.get(path.stem)
        if entry:
            return Row(
                id=entry.id,
                path=shown,
                question=entry.question,
                category=path.parent.name,
                status=entry.status.value,
                review_by=entry.review_by,
                problems=counts[shown],
                digest=entry.provenance.digest if entry.provenance else None,
                proposed=is_proposed(entry),
            )
        file = read_yaml(path, root=self.root).file
        question, status = (_text(file, name) for name in ("question", "status"))
        return Row(
            id=path.stem,
            path=shown,
            question=question or path.stem,
            category=path.parent.name,
            status=status or Status.DRAFT.value,
            review_by=None,
            problems=counts[shown],
            digest=None,
            proposed=bool(file and file.find("proposal") and status == Status.PUBLISHED.value),
        )

    @cached_property
    def index(self) -> SearchIndex:
        """All entries but the archived ones, ranked as the public's."""
        living = [e for e in self.entries.values() if e.status is not Status.ARCHIVED]
        lexicon = self.knowledge.lexicon if self.knowledge else None
        return SearchIndex([entry_item(entry) for entry in living], lexicon=lexicon)


def _text(file: YamlFile | None, name: str) -> str:
    node = file.find(name) if file else None
    return node.value if isinstance(node, TextNode) else ""


class Workspace:
    """One project being edited; ``lock`` is held while files are compared and written."""

    def __init__(self, root: Path, *, today: Callable[[], dt.date]) -> None:
        self.root = root.absolute()
        self.today = today
        self.lock = threading.RLock()
        self.dry_run = DryRun(self.root)
        self._seen: object = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The project as it is on the disk now."""
        with self.lock:
            today = self.today()
            seen = (today, stamps(self.root))
            if self._snapshot is None or seen != self._seen:
                layout = find_files(ProjectFiles(self.root))
                loaded = load(self.root, today=today)
                self._snapshot = Snapshot(self.root, layout, loaded, today)
                self._seen = seen
            return self._snapshot
