"""What an officer corrects in a plan: columns, officers, the order of dates, what is small talk."""

from abc import ABC
from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

from caridulu.curation.exports.header_words import REQUIRED
from caridulu.curation.exports.sides import officers_among
from caridulu.curation.exports.tables.column_memory import read_memory, with_columns
from caridulu.curation.exports.tables.columns import TableColumns
from caridulu.curation.import_run import never_again, with_officers, without_officer
from caridulu.curation.writing import Content
from caridulu.editor.importing.import_work import DoneImport, Exports, ImportWork, Understood
from caridulu.editor.importing.plan_choices import UnsentChoices
from caridulu.editor.importing.plan_view import FIELDS, export_views
from caridulu.editor.jobs import Job, Tell
from caridulu.editor.pages import Pages, StoppedError
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.site.serve.local_server import Refusal, Request

ORDERS = ("dmy", "mdy")  # of day and month
VERSION = "_versi"  # of the plan that a page shows
OFFICER = "petugas"  # a control

Act = Callable[[Snapshot, Request, str], None]


class PlanCorrections(Pages, ABC):
    """Corrects how exports were read, and reads again what that changes."""

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._job: Job[Understood | DoneImport] = Job(renderer.say)
        self._work = ImportWork(saver, renderer.language)
        self._choices = UnsentChoices()
        self._acts: dict[str, Act] = {
            "kolom": self._choose_columns,
            "petugas": self._choose_officers,
            "bukan": self._refuse_officer,
            "tanggal": self._choose_order,
            "jadikan": self._want,
            "obrolan": self._dismiss_talk,
        }

    def _start(self, snapshot: Snapshot, exports: Exports) -> None:
        self._begin(snapshot, lambda tell: self._work.understand(exports, tell))

    def _begin(self, snapshot: Snapshot, work: Callable[[Tell], Understood | DoneImport]) -> None:
        """Begins a work; while another goes on the officer is told so."""
        _ = snapshot.project  # refuses a project that cannot be read
        if not self._job.start(work, told=self._say("import_begun")):
            raise StoppedError(self._say("import_busy"))

    def _understood(self, request: Request) -> Understood:
        """Returns what was read last; refused when it is gone, as the editor was started anew.

        A page that shows another plan, in another tab, does nothing to this one. What the form
        says is kept, also where its button is refused.
        """
        if self._job.is_running:
            raise StoppedError(self._say("import_busy"))
        result = self._job.run.result if self._job.run else None
        if not isinstance(result, Understood):
            raise Refusal(HTTPStatus.CONFLICT, "import_gone")
        if request.first(VERSION) != result.version:
            raise StoppedError(self._say("import_changed"))
        self._choices.take(request.form)
        return result

    def _choose_columns(self, snapshot: Snapshot, request: Request, about: str) -> None:
        exports = self._understood(request).exports
        name, table = self._table(exports, about)
        headers, chosen = table.guess.headers, {}
        for field in FIELDS:
            position = request.first(f"{about}.{field}")
            if position.isascii() and position.isdigit() and int(position) < len(headers):
                chosen[field] = headers[int(position)]
        if not set(REQUIRED) <= set(chosen) or len(set(chosen.values())) < len(chosen):
            raise StoppedError(self._say("import_columns_twice"))
        if problems := read_memory(snapshot.root).problems:  # an officer may have broken the file
            raise StoppedError(*self._sentences(problems))
        self._saver.put(with_columns(snapshot.root, table.guess, chosen), ActionKind.SAVED)
        again = [
            other
            for other, reading in exports.readings.items()
            if any(one.guess.signature == table.guess.signature for one in reading.tables)
        ]
        self._start(snapshot, exports.unread(name, *again))
        self._choices.forget(f"{about}.")

    def _table(self, exports: Exports, about: str) -> tuple[str, TableColumns]:
        first, _, second = about.partition(".")
        try:
            name = exports.names[int(first)]
            return name, exports.readings[name].tables[int(second)]
        except (ValueError, IndexError):
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed") from None

    def _choose_officers(self, snapshot: Snapshot, request: Request, _: str) -> None:
        exports = self._understood(request).exports
        senders = frozenset().union(*(one.senders for one in exports.readings.values()))
        chosen = [name for name in request.form.get(OFFICER, ()) if name in senders]
        if not chosen:
            raise StoppedError(self._say("import_no_officer_chosen"))
        self._change_officers(snapshot, exports, with_officers(snapshot.root, chosen))

    def _refuse_officer(self, snapshot: Snapshot, request: Request, about: str) -> None:
        """Takes back that somebody is an officer."""
        exports = self._understood(request).exports
        if not any(about in reading.officers for reading in exports.readings.values()):
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
        if not officers_among([about], snapshot.project.knowledge.office.officers):
            raise StoppedError(self._say("import_who_elsewhere", name=about))
        self._change_officers(snapshot, exports, without_officer(snapshot.root, about))

    def _change_officers(
        self, snapshot: Snapshot, exports: Exports, texts: Mapping[Path, Content]
    ) -> None:
        self._change(texts, ActionKind.SAVED)
        again = [name for name, reading in exports.readings.items() if not reading.tables]
        self._start(snapshot, exports.unread(*again))
        self._choices.forget(OFFICER)

    def _choose_order(self, snapshot: Snapshot, request: Request, about: str) -> None:
        exports, order = self._understood(request).exports, request.first(f"urutan.{about}")
        if order not in ORDERS or about not in exports.readings:
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
        known = {**exports.orders, about: order}
        self._start(snapshot, replace(exports.unread(about), orders=known))

    def _want(self, snapshot: Snapshot, request: Request, about: str) -> None:
        """Lets what seems small talk become a draft."""
        understood = self._understood(request)
        if about not in {one.key for one in understood.plan.doubted}:
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
        exports = understood.exports
        self._start(snapshot, replace(exports, wanted=exports.wanted | {about}))

    def _dismiss_talk(self, snapshot: Snapshot, request: Request, about: str) -> None:
        """Lets what seems small talk of a file be that: no import shows it again."""
        understood = self._understood(request)
        views = export_views(understood, self._renderer.language)
        seen = [one.source for view in views if view.name == about for one in view.doubted]
        self._saver.put(never_again(snapshot.project, seen), ActionKind.SMALL_TALK)
        self._start(snapshot, understood.exports)
