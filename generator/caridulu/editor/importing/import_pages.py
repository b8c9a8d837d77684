"""The page "Impor": exports are dropped, shown as understood, corrected, and written as drafts."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from caridulu.curation.drafts.faq.faq_import import is_broken_address
from caridulu.curation.drafts.plan.import_plan import ImportPlan
from caridulu.curation.drafts.plan.set_aside import dismiss_list, read_lists
from caridulu.curation.exports.header_words import REQUIRED
from caridulu.editor.addresses import IMPORTS
from caridulu.editor.http.auth import IMPORT_LIMIT
from caridulu.editor.importing.import_work import DoneImport, Exports, Understood
from caridulu.editor.importing.plan_choices import (
    CHOICES,
    LATER,
    UnsentChoices,
    chooser_of,
    is_chosen,
)
from caridulu.editor.importing.plan_corrections import ORDERS, VERSION, PlanCorrections
from caridulu.editor.importing.plan_view import FIELDS, SHOWN, export_views
from caridulu.editor.importing.planned_faq import DECISIONS, LONGEST_SOURCE, chosen, piece_key
from caridulu.editor.importing.uploads import keep_exports, kept_exports, remove_export
from caridulu.editor.jobs import RunState
from caridulu.editor.pages import StoppedError, pressed, unknown_button
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.site.serve.local_server import Reply, Request, see_other

FAQ = "faq"  # what the files are said to be
KEEP = "ingat"  # a choice that is only to be kept
SHOWN_ANSWERED = 100  # with a choice of their own; the others get what is chosen for all


class ImportPages(PlanCorrections):
    """Answers requests about importing; what was understood is kept until it is written or left."""

    tab, places = "import", (IMPORTS,)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._acts |= {
            "unggah": self._upload,
            "baca": self._read,
            "baca-lagi": lambda snapshot, _, about: self._read_kept(snapshot, {about}, None),
            "hapus": lambda snapshot, _, about: remove_export(snapshot.root, about),
            "abaikan": lambda snapshot, _, about: dismiss_list(snapshot.root, about),
            "abaikan-semua": self._dismiss_all,
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
        if self._job.run and isinstance(self._job.run.result, DoneImport):  # told already
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
        if isinstance(result, DoneImport):
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

    def _written_values(self, result: DoneImport) -> dict[str, Any]:
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
