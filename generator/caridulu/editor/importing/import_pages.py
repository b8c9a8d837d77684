"""The page "Impor": exports are dropped, shown as understood, corrected, and written as drafts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

from caridulu.curation.drafts.faq.faq_import import is_broken_address
from caridulu.curation.drafts.plan.import_plan import ImportPlan
from caridulu.curation.drafts.plan.set_aside import dismiss_list, read_lists
from caridulu.curation.exports.header_words import REQUIRED
from caridulu.curation.exports.sides import officers_among
from caridulu.curation.exports.tables.column_memory import read_memory, with_columns
from caridulu.curation.exports.tables.columns import TableColumns
from caridulu.curation.import_run import never_again, with_officers, without_officer
from caridulu.curation.writing import Content
from caridulu.editor.addresses import IMPORTS
from caridulu.editor.http.auth import IMPORT_LIMIT
from caridulu.editor.importing.import_work import Exports, ImportResult, ImportWork, Understood
from caridulu.editor.importing.plan_choices import (
    CHOICES,
    LATER,
    UnsentChoices,
    chooser_of,
    is_chosen,
)
from caridulu.editor.importing.plan_view import FIELDS, SHOWN, export_views
from caridulu.editor.importing.planned_faq import DECISIONS, LONGEST_SOURCE, chosen, piece_key
from caridulu.editor.importing.uploads import keep_exports, kept_exports, remove_export
from caridulu.editor.jobs import Job, RunState, Tell
from caridulu.editor.pages import Pages, StoppedError, pressed, unknown_button
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

ORDERS = ("dmy", "mdy")
FAQ = "faq"  # what the files are said to be
KEEP = "ingat"  # a choice that is only to be kept
VERSION = "_versi"  # of the plan that a page shows
OFFICER = "petugas"  # a control
SHOWN_ANSWERED = 100  # with a choice of their own; the others get what is chosen for all

Act = Callable[[Snapshot, Request, str], None]


class ImportPages(Pages):
    """Answers requests about importing; what was understood is kept until it is written or left."""

    tab, places = "import", (IMPORTS,)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._job: Job[Understood | ImportResult] = Job(renderer.say)
        self._work = ImportWork(saver, renderer.language)
        self._choices = UnsentChoices()
        self._acts: dict[str, Act] = {
            "unggah": self._upload,
            "baca": self._read,
            "baca-lagi": lambda snapshot, _, about: self._read_kept(snapshot, {about}, None),
            "hapus": lambda snapshot, _, about: remove_export(snapshot.root, about),
            "abaikan": lambda snapshot, _, about: dismiss_list(snapshot.root, about),
            "abaikan-semua": self._dismiss_all,
            "kolom": self._choose_columns,
            "petugas": self._choose_officers,
            "bukan": self._refuse_officer,
            "tanggal": self._choose_order,
            "jadikan": self._want,
            "obrolan": self._dismiss_talk,
            "pertanyaan": self._harvest,
            "tulis": self._write,
            "tulis-faq": self._write_faq,
            "batal": self._leave,
        }

    def answer_at_once(self, request: Request) -> Reply | None:
        """Keeps a choice on its own; it waits for nothing, so that choices come in their order."""
        if not request.is_post or pressed(request).action != KEEP:
            return None
        if self._choices.is_of(request.first(VERSION)):
            self._choices.take(request.form)
        return Reply(b"", HTTPStatus.NO_CONTENT)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        return self._respond(snapshot, request, self._show, self._decide)

    def _decide(self, snapshot: Snapshot, request: Request) -> Reply:
        action, about = pressed(request)
        if action not in self._acts:
            raise unknown_button()
        if self._job.run and isinstance(self._job.run.result, ImportResult):  # told already
            self._job.forget()
        self._acts[action](snapshot, request, about)
        return see_other(IMPORTS)

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        run = self._job.run
        result = run.result if run else None
        running = run.told if run and self._job.is_running else ""
        failed = run.told if run and run.state is RunState.FAILED else ""
        values: dict[str, Any] = {"running": running, "views": (), "written": None, "source": ""}
        shown: Sequence[str] = ()
        if isinstance(result, Understood):
            values |= self._plan_values(snapshot, result)
            shown = result.exports.names
        if isinstance(result, ImportResult):
            values |= self._written_values(result)
        values["source"] = request.first("sumber") or values["source"]
        aside = read_lists(snapshot.root)
        return self._page(
            "import.html",
            snapshot,
            self._say("tab_import"),
            request=request,
            stopped=[*stopped, *filter(None, [failed])],
            kept=kept_exports(snapshot.root),
            aside={name: rows for name, rows in aside.items() if name not in shown},
            limit=IMPORT_LIMIT,
            longest_source=LONGEST_SOURCE,
            is_faq=request.first("isi") == FAQ,
            **values,
        )

    def _written_values(self, result: ImportResult) -> dict[str, Any]:
        """Tells what was written, unless it was undone, sent, or worked on since."""
        journal = self._saver.journal
        can_undo = journal.can_undo(journal.find(result.action))
        is_old = bool(result.action) and not can_undo
        return {
            "written": None if is_old else result,
            "undoable": result.action if can_undo else "",
        }

    def _plan_values(self, snapshot: Snapshot, understood: Understood) -> dict[str, Any]:
        plan, faq = understood.plan, understood.faq
        answered = [] if faq else [one for one in plan.planned if one.is_answered]
        names, told = snapshot.category_names, list[str]()
        if faq:
            names = names | {one.id: one.name for one in faq.plan.categories}
            told += faq.findings_in_words(self._renderer.language, snapshot.entries)
        return {
            "views": export_views(understood, self._renderer.language),
            "version": understood.version,
            "unsent": self._choices,
            "source": self._choices.value("sumber"),
            "plan": plan,
            "faq": faq,
            "faq_told": told,
            "decisions": DECISIONS,
            "piece_key": piece_key,
            "names": names,
            "entries": snapshot.entries,
            "questions": _questions(plan, snapshot),
            "answers": {item.id: item.answer for one in answered for item in one.answered.near},
            "fields": FIELDS,
            "shown_fields": SHOWN,
            "required": REQUIRED,
            "orders": ORDERS,
            "choices": (*CHOICES, LATER),
            "answered": answered[:SHOWN_ANSWERED],
            "answered_count": len(answered),
            "shown_answered": SHOWN_ANSWERED,
        }

    def _dismiss_all(self, snapshot: Snapshot, _: Request, __: str) -> None:
        for name in read_lists(snapshot.root):
            dismiss_list(snapshot.root, name)

    def _upload(self, snapshot: Snapshot, request: Request, _: str) -> None:
        files = request.files.get("berkas", ())
        if not files:
            raise StoppedError(self._say("import_no_file"))
        source = self._faq_source(request)
        self._read_anew(snapshot, tuple(keep_exports(snapshot.root, files)), source)

    def _read(self, snapshot: Snapshot, request: Request, _: str) -> None:
        wanted = set(request.form.get("pilih", ()))
        self._read_kept(snapshot, wanted, self._faq_source(request))

    def _read_kept(self, snapshot: Snapshot, wanted: set[str], source: str | None) -> None:
        names = tuple(name for name in kept_exports(snapshot.root) if name in wanted)
        if not names:
            raise StoppedError(self._say("import_none_chosen"))
        self._read_anew(snapshot, names, source)

    def _read_anew(self, snapshot: Snapshot, names: tuple[str, ...], source: str | None) -> None:
        choices = UnsentChoices()
        self._start(snapshot, Exports(names, choices.reading, faq_source=source))
        self._choices = choices

    def _leave(self, _: Snapshot, request: Request, __: str) -> None:
        """Leaves the plan that the page shows, not what another tab has read since."""
        if self._job.run and isinstance(self._job.run.result, Understood):
            self._understood(request)
        self._job.forget()

    def _faq_source(self, request: Request) -> str | None:
        """Reads the address or name of an FAQ's source; None where the files are consultations."""
        if request.first("isi") != FAQ:
            return None
        source = request.line("sumber")
        if is_broken_address(source):
            raise StoppedError(self._say("import_faq_address", value=source))
        if not source or len(source) > LONGEST_SOURCE:
            raise StoppedError(self._say("import_faq_source_missing", most=LONGEST_SOURCE))
        return source

    def _start(self, snapshot: Snapshot, exports: Exports) -> None:
        self._begin(snapshot, lambda tell: self._work.understand(exports, tell))

    def _begin(self, snapshot: Snapshot, work: Callable[[Tell], Understood | ImportResult]) -> None:
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

    def _harvest(self, snapshot: Snapshot, request: Request, _: str) -> None:
        exports = self._understood(request).exports
        self._begin(snapshot, lambda _: self._work.harvest(exports))

    def _write(self, snapshot: Snapshot, request: Request, _: str) -> None:
        understood = self._understood(request)
        if understood.faq:
            raise unknown_button()
        form = {name: values[-1] for name, values in request.form.items()}
        if open_ := sum(not is_chosen(one, form) for one in understood.plan.planned):
            raise StoppedError(self._say("import_choose_first", count=open_))
        choose = chooser_of(form)
        self._begin(snapshot, lambda tell: self._work.write(understood, choose, tell))

    def _write_faq(self, snapshot: Snapshot, request: Request, _: str) -> None:
        understood = self._understood(request)
        if understood.faq is None:
            raise unknown_button()
        decided = chosen({name: values[-1] for name, values in request.form.items()})
        self._begin(snapshot, lambda tell: self._work.write_faq(understood, decided, tell))


def _questions(plan: ImportPlan, snapshot: Snapshot) -> dict[str, str]:
    """Returns the questions of what answers something already, also of drafts of the same plan."""
    near = {item.id: item.question for one in plan.planned for item in one.answered.near}
    drafts = {one.draft.id: one.draft.question for one in plan.planned}
    return near | drafts | {entry.id: entry.question for entry in snapshot.entries.values()}
