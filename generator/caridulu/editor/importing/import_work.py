"""The long-running work of an import: reads exports, plans, writes drafts."""

import os
import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from caridulu.curation.asked_in_exports import AskedText, harvested, unanswered_in
from caridulu.curation.drafts.entries.draft_entry import usual_decision
from caridulu.curation.drafts.faq.faq_decisions import MayBePublic
from caridulu.curation.drafts.faq.faq_import import is_address
from caridulu.curation.drafts.plan import import_changes
from caridulu.curation.drafts.plan.import_changes import Choose, ImportChoice
from caridulu.curation.drafts.plan.import_plan import ImportPlan, plan_import
from caridulu.curation.drafts.plan.set_aside import set_aside_lists, write_lists
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.sides import NO_OFFICER
from caridulu.curation.import_run import export_options, import_files
from caridulu.curation.phrasing_offers import Offers
from caridulu.curation.project import Project
from caridulu.editor.importing.planned_faq import PlannedFaq, planned_faq
from caridulu.editor.importing.uploads import FOLDER
from caridulu.editor.jobs import Tell
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Problem
from caridulu.messages import Language, message

IN_DOUBT = ("curation.columns_doubt", "curation.column_missing")


@dataclass(frozen=True)
class Exports:
    """Exports that are imported together, by name."""

    names: tuple[str, ...]  # in the officer's order
    reading: str  # names this reading of them
    readings: Mapping[str, Reading] = field(default_factory=dict)  # of those that have been read
    orders: Mapping[str, str] = field(default_factory=dict)  # of day and month, as told
    wanted: frozenset[str] = frozenset()  # keys of what seems small talk and becomes a draft
    faq_source: str | None = None  # of an FAQ that is public: its address or name, perhaps empty

    @property
    def in_order(self) -> list[Reading]:
        """Lists the readings, once all exports have been read."""
        return [self.readings[name] for name in self.names]

    @property
    def asked(self) -> frozenset[Problem]:
        """The problems that the page asks about instead of setting something aside."""
        return frozenset(
            problem
            for reading in self.readings.values()
            for problem in reading.refused
            if is_asked(problem, reading)
        )

    def unread(self, *names: str) -> "Exports":
        """Forgets some readings, so that these exports are read again."""
        left = {name: one for name, one in self.readings.items() if name not in names}
        return replace(self, readings=left)


def is_asked(problem: Problem, reading: Reading) -> bool:
    """Tells whether the officer is asked about a problem: for columns or officers."""
    asks_columns = problem.key in IN_DOUBT and bool(reading.tables)
    return asks_columns or problem.key == NO_OFFICER


@dataclass(frozen=True)
class Understood:
    """Exports that have been read, and what they would become."""

    exports: Exports
    plan: ImportPlan
    snapshot: Snapshot  # for which it was planned
    faq: PlannedFaq | None = None  # what an FAQ would become
    number: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def version(self) -> str:
        """Names the plan as forms carry it: its reading, and the plan of that reading."""
        return f"{self.exports.reading}.{self.number}"


@dataclass(frozen=True)
class DoneImport:
    """What became of exports; ``counts`` is by choice, ``later`` what is asked about again."""

    names: tuple[str, ...]
    action: str
    counts: Mapping[ImportChoice, int]
    offered: int
    later: tuple[str, ...] = ()
    aliases: tuple[import_changes.ImportResult, ...] = ()  # what has become one
    faq_entries: int = 0  # that wait to be read

    @property
    def told(self) -> dict[str, int]:
        return {choice.value: self.counts.get(choice, 0) for choice in ImportChoice}


@dataclass(frozen=True)
class ImportWork:
    """Reads, plans and writes; each step tells how far it is."""

    saver: Saver
    language: Language

    def understand(self, exports: Exports, tell: Tell) -> Understood:
        """Reads what is not read yet and plans it all; lists what is set aside in ``ekspor/``."""
        snapshot = self.saver.workspace.snapshot()
        project = snapshot.project
        exports = replace(exports, readings=self._readings(exports, project, tell))
        faq = self._faq(exports, snapshot, tell)
        plan = faq.plan.plan if faq else self._plan(exports, project, tell)
        aside = tuple(one for one in plan.aside if one not in exports.asked)
        lists = set_aside_lists(replace(plan, aside=aside), self.language)
        write_lists(lists, project.root, read=exports.names)
        return Understood(exports, plan, snapshot, faq)

    def write(self, understood: Understood, choose: Choose, tell: Tell) -> DoneImport:
        """Writes the drafts; where the project has changed since, the plan is made anew first."""
        exports, plan, snapshot = understood.exports, understood.plan, understood.snapshot
        unanswered = self._unanswered(exports, snapshot.project)
        while True:
            files = import_files(plan, snapshot.project, choose, unanswered=unanswered)
            with self.saver.workspace.lock:
                now = self.saver.workspace.snapshot()
                if now is snapshot:
                    action = self.saver.put(files.texts, ActionKind.IMPORTED)
                    break
            plan, snapshot = self._plan(exports, now.project, tell), now
        done = Counter(one.choice for one in files.results if not one.comes_back)
        counts = {choice: done[choice] for choice in ImportChoice}
        later = tuple(one.planned.draft.question for one in files.results if one.comes_back)
        aliases = tuple(one for one in files.results if one.phrasing)
        return DoneImport(exports.names, action.id, counts, files.offered, later, aliases)

    def write_faq(
        self, understood: Understood, may_be_public: MayBePublic, tell: Tell
    ) -> DoneImport:
        """Writes an FAQ's entries, with what the officer decided about personal data."""
        exports = understood.exports
        while True:
            snapshot = self.saver.workspace.snapshot()
            asked_nothing = understood.faq is not None and not understood.faq.pieces
            if asked_nothing and snapshot is understood.snapshot:
                faq = understood.faq
            else:
                faq = self._faq(exports, snapshot, tell, may_be_public)
            with self.saver.workspace.lock:
                if faq and self.saver.workspace.snapshot() is snapshot:
                    texts = faq.plan.files(snapshot.project, faq.public)
                    action = self.saver.put(texts, ActionKind.IMPORTED)
                    return DoneImport(
                        exports.names, action.id, {}, 0, faq_entries=len(faq.plan.entries)
                    )

    def _faq(
        self,
        exports: Exports,
        snapshot: Snapshot,
        tell: Tell,
        may_be_public: MayBePublic = lambda *_: None,
    ) -> PlannedFaq | None:
        if exports.faq_source is None:
            return None
        tell(self._say("import_planning"))
        return planned_faq(
            exports.in_order,
            snapshot,
            exports.faq_source,
            may_be_public,
            on_progress=lambda n, total: tell(
                self._say("import_faq_progress", count=n, total=total)
            ),
        )

    def harvest(self, exports: Exports) -> DoneImport:
        """Lets all questions wait to become phrasings."""
        project = self.saver.workspace.snapshot().project
        offers = Offers(project.index_of_living, project.index)
        unanswered = self._unanswered(exports, project)
        waiting, new = harvested(exports.in_order, project, offers, unanswered=unanswered)
        action = self.saver.put(waiting.files(project.root), ActionKind.HARVESTED)
        return DoneImport(exports.names, action.id, {}, new)

    def _unanswered(self, exports: Exports, project: Project) -> tuple[AskedText, ...]:
        paths = [project.root / FOLDER / name for name in exports.names]
        return unanswered_in(paths, exports.in_order, project)

    def _readings(self, exports: Exports, project: Project, tell: Tell) -> dict[str, Reading]:
        address = exports.faq_source or ""
        address = address if is_address(address) else ""
        options = replace(export_options(project), source=address)
        readings = dict(exports.readings)
        for number, name in enumerate(exports.names, start=1):
            if name not in readings:
                values = {"path": name, "number": number, "count": len(exports.names)}
                tell(self._say("import_reading", **values))
                own = replace(options, order=exports.orders.get(name))
                readings[name] = read_export(
                    project.root / FOLDER / name,
                    own,
                    processes=os.cpu_count() or 1,
                    on_progress=partial(self._tell_read, tell, values),
                )
        return readings

    def _tell_read(self, tell: Tell, values: Mapping[str, object], done: int, total: int) -> None:
        tell(self._say("import_read_so_far", **values, percent=100 * done // total))

    def _plan(self, exports: Exports, project: Project, tell: Tell) -> ImportPlan:
        tell(self._say("import_planning"))
        return plan_import(
            exports.in_order,
            project,
            decide=usual_decision,
            processes=os.cpu_count() or 1,
            on_progress=lambda count: tell(self._say("import_progress", count=count)),
            wanted=exports.wanted,
        )

    def _say(self, name: str, **values: object) -> str:
        return message(f"editor.{name}", self.language, **values)
