"""The page of one form: shown, changed, checked, saved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from http import HTTPStatus

from caridulu.editor.files import paths as places
from caridulu.editor.files.editable_file import read_sheet, written
from caridulu.editor.files.editable_files import ENTRY, Sheet
from caridulu.editor.files.saving import Outcome, Saver, State
from caridulu.editor.files.submitted_file import (
    checked_today,
    draft_of,
    new_id_for,
    placing_remarks,
)
from caridulu.editor.forms.form_values import blank, of_form
from caridulu.editor.forms.form_view import SAVE, Banner, FormView, View, differences
from caridulu.editor.forms.remarks import Remark
from caridulu.editor.forms.row_actions import ROW_ACTIONS, NoSuchRowError, change_rows
from caridulu.editor.http.web import Refusal, Reply, Request, see_other
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.knowledge import Status

PUBLISH, CHECK, CHECKED_TODAY, UNDO = "terbitkan", "periksa", "diperiksa", "urungkan"
UNDATED = "saved_undated"  # saved, and the officer is told what became of the review date
UNDOABLE = ("saved", UNDATED, "proposal_accepted", "proposal_dropped")
CONFIRMED = {f"{action}-pasti": action for action in (SAVE, PUBLISH)}


class FormPages:
    """Answers requests about one sheet."""

    def __init__(self, workspace: Workspace, saver: Saver, renderer: Renderer) -> None:
        self._workspace = workspace
        self._saver = saver
        self._renderer = renderer
        self._view = FormView(renderer)

    def show(self, sheet: Sheet, request: Request) -> Reply:
        """The form as the file is now."""
        snapshot = self._workspace.snapshot()
        if sheet.path is None:
            values = blank(sheet.fields)
            if sheet.kind == ENTRY:
                values["question"] = request.query.get("pertanyaan", "")
                values["category"] = request.query.get("kategori", "")
            return self._view.page(snapshot, View(sheet, values, version=""))
        reading = read_sheet(sheet, sheet.path, root=snapshot.root)
        if reading.written is None:
            return self._view.unreadable(snapshot, sheet, reading.problems)
        remarks = [
            reading.written.remark(problem, self._renderer.language)
            for problem in snapshot.loaded.problems
            if problem.location.path == reading.written.path
        ]
        view = View(
            sheet,
            reading.written.values(),
            version=places.version(places.text_of(sheet.path)),
            remarks=remarks,
            banner=self._banner_after(request.query.get("pesan", ""), sheet),
        )
        return self._view.page(snapshot, view)

    def submit(self, sheet: Sheet, request: Request) -> Reply:
        """What a pressed button does."""
        snapshot = self._workspace.snapshot()
        values = of_form(sheet.fields, request.form)
        view = View(
            sheet,
            values,
            version=request.first("_versi"),
            new_id=request.first("_id"),
            changed=True,
        )
        action, _, name = request.action.partition(":")
        if action in ROW_ACTIONS:
            try:
                change_rows(sheet.fields, values, action=action, name=name)
            except NoSuchRowError:
                raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action") from None
            return self._view.page(snapshot, view)
        if action == UNDO:
            name = "undone" if self._saver.undo(sheet) else "undo_late"
            return see_other(f"{sheet.address}?pesan={name}")
        if sheet.kind == ENTRY and action == CHECKED_TODAY:
            checked_today(values, snapshot.today)
            return self._view.page(snapshot, view)
        possible = (SAVE, CHECK, PUBLISH) if sheet.kind == ENTRY else (SAVE, CHECK)
        if CONFIRMED.get(action, action) not in possible:
            raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
        return self._save(snapshot, self._with_id(snapshot, view), action)

    def _with_id(self, snapshot: Snapshot, view: View) -> View:
        """A new sheet gets an address from its words unless the officer wrote one."""
        if not view.sheet.is_new or view.new_id:
            return view
        return replace(view, new_id=new_id_for(snapshot, view.sheet, view.values))

    def _save(self, snapshot: Snapshot, view: View, action: str) -> Reply:
        sheet, language = view.sheet, self._renderer.language
        unplaced = [*placing_remarks(snapshot, sheet, view.values, view.new_id, language)]
        if unplaced:
            return self._refused(snapshot, view, [*self._required(view), *unplaced])
        wanted, values = CONFIRMED.get(action, action), view.values
        if wanted == PUBLISH:  # in the draft only: a form that is refused keeps its status
            values = values | {"status": Status.PUBLISHED.value}
        draft = draft_of(snapshot, sheet, values, new_id=view.new_id, version=view.version)
        if action == CHECK:
            verdict = self._saver.verdict(draft, tried=True)
            look = "done" if not verdict.remarks else "ask"
            text = self._renderer.say("checked_clean" if look == "done" else "checked_remarks")
            banner = Banner(text, look)
            shown = replace(view, remarks=verdict.remarks, traces=verdict.traces, banner=banner)
            return self._view.page(snapshot, shown)
        outcome = self._saver.save(draft, confirmed=action in CONFIRMED)
        if outcome.state in (State.SAVED, State.UNCHANGED):
            address = sheet.folder + draft.target.stem if sheet.folder else sheet.address
            undated = outcome.state is State.SAVED and outcome.verdict and outcome.verdict.undated
            name = UNDATED if undated else outcome.state.value
            return see_other(f"{address}?pesan={name}")
        return self._not_saved(snapshot, replace(view, wanted=wanted), outcome)

    def _required(self, view: View) -> Iterable[Remark]:
        """Required texts that are empty, where the file cannot be checked yet."""
        for one in view.sheet.fields:
            if one.required and not view.values[one.name] and one.name != "category":
                yield Remark((one.name,), self._renderer.say("required"))

    def _not_saved(self, snapshot: Snapshot, view: View, outcome: Outcome) -> Reply:
        verdict = outcome.verdict
        if outcome.state is State.CONFLICT or verdict is None:
            return self._conflict(snapshot, view, outcome.theirs)
        shown = replace(view, traces=verdict.traces)
        if outcome.state is State.ASKED:
            banner = Banner(self._renderer.say("not_saved_asked"), "ask")
            shown = replace(shown, remarks=verdict.remarks, banner=banner, asked=True)
            return self._view.page(snapshot, replace(shown, status=HTTPStatus.UNPROCESSABLE_ENTITY))
        return self._refused(snapshot, shown, verdict.remarks)

    def _refused(self, snapshot: Snapshot, view: View, remarks: Sequence[Remark]) -> Reply:
        banner = Banner(self._renderer.say("not_saved"), "stop")
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return self._view.page(
            snapshot, replace(view, remarks=remarks, banner=banner, status=status)
        )

    def _conflict(self, snapshot: Snapshot, view: View, theirs: str | None) -> Reply:
        """Nothing is written; saving again, with both readings in sight, is a choice."""
        now = written(view.sheet, theirs, path="")
        name = "conflict" if theirs is not None else "conflict_gone"
        shown = replace(
            view,
            version=places.version(theirs),
            banner=Banner(self._renderer.say(name), "stop"),
            differences=differences(
                view.sheet.fields,
                now.values() if now else blank(view.sheet.fields),
                view.values,
            ),
            status=HTTPStatus.CONFLICT,
        )
        return self._view.page(snapshot, shown)

    def _banner_after(self, name: str, sheet: Sheet) -> Banner | None:
        """What the page before this one did."""
        if name in ("undo_late", "proposal_gone"):
            return Banner(self._renderer.say(name), "ask")
        if name not in (*UNDOABLE, "unchanged", "undone", "archived", "merged", "accepted"):
            return None
        links = [("/", self._renderer.say("back_to_list"))] if sheet.kind == ENTRY else []
        if name != "unchanged":
            links.append(("/kirim", self._renderer.say("next_send")))
        can_undo = name in UNDOABLE and self._saver.can_undo(sheet)
        return Banner(self._renderer.say(name), "done", tuple(links), can_undo=can_undo)
