"""Shows, changes, checks and saves a form."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from http import HTTPStatus

from caridulu.curation.lifecycle.office_review import ReadState
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER
from caridulu.editor.addresses import ENTRIES, PUBLISHING, QUEUE, READING, SENDING
from caridulu.editor.fields.completion import completed, known_of, with_own_wording
from caridulu.editor.fields.form_fields import (
    ENTRY,
    LEXICON,
    NAME,
    SERVICE,
    Field,
    Widget,
    field_named,
)
from caridulu.editor.fields.form_values import Values, blank, of_form
from caridulu.editor.fields.remarks import Remark
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import FOLDERS
from caridulu.editor.files.paths import version
from caridulu.editor.forms.form_view import SAVE, FormState, FormView, differences
from caridulu.editor.forms.open_hints import OpenHints
from caridulu.editor.pages import (
    SHOWN_LATER,
    TOO_LATE,
    UNDATED,
    Notice,
    pressed,
    see_done,
    unknown_button,
)
from caridulu.editor.reading.reading_list import ReadingList
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.findability import findability_of
from caridulu.editor.saving.saver import Saver, SaveState
from caridulu.editor.saving.submitted_form import (
    SubmittedForm,
    new_id_for,
    placing_remarks,
    submitted_form,
)
from caridulu.editor.workspace import Snapshot
from caridulu.journal.git import Git
from caridulu.knowledge import Status
from caridulu.search.quality.lexicon_trial import lexicon_trial
from caridulu.site.serve.local_server import Reply, Request

ADD, REMOVE, UP, DOWN = "tambah", "hapus", "naik", "turun"
ROW_ACTIONS = (ADD, REMOVE, UP, DOWN)
PUBLISH, CHECK, CHECKED_TODAY = "terbitkan", "periksa", "diperiksa"
MEASURE, TAKE, TRY = "ukur", "pakai", "coba"
OF_QUEUE = (SHOWN_LATER, "proposal_accepted", "proposal_dropped", "package_decided", "merged")
CONFIRMED = {f"{action}-pasti": action for action in (SAVE, PUBLISH)}


class FormPages(FormView):
    """Answers requests about one file."""

    def __init__(self, saver: Saver, renderer: Renderer, hints: OpenHints) -> None:
        super().__init__(saver, renderer)
        self._hints = hints

    def answer(self, snapshot: Snapshot, file: EditableFile, request: Request) -> Reply:
        if request.is_post:
            return self._do(snapshot, self._submitted(snapshot, file, request), request)
        problems = file.unreadable()
        if problems:
            return self.unreadable(snapshot, file, problems)
        return self.page(snapshot, self._opened(snapshot, file, request))

    def _opened(self, snapshot: Snapshot, file: EditableFile, request: Request) -> FormState:
        """Fills the form from its file; of a new entry, with what the address says.

        A new service is a draft, as a new entry is: nothing is public before somebody says so.
        """
        values = file.values()
        if file.is_new and file.kind == SERVICE:
            values["status"] = Status.DRAFT.value
        if file.is_new and file.kind == ENTRY:
            values["question"] = request.query.get("pertanyaan", "")
            values["aliases"] = [*request.query.get("sebutan", "").splitlines()]
            values["category"] = request.query.get("kategori", "")
            values["compiled"] = snapshot.today.isoformat()
        if file.kind == ENTRY and (file.is_new or request.query.get("pesan") == "accepted"):
            values = with_own_wording(values)
        remarks = [
            file.remark(problem, self._renderer.language)
            for problem in snapshot.loaded.problems
            if problem.location.path == file.name
        ]
        return FormState(
            file,
            values,
            file.version,
            remarks=remarks,
            banner=self._banner(request, file),
            present=self._hints.touch(file.name) if file.path else (),
        )

    def _submitted(self, snapshot: Snapshot, file: EditableFile, request: Request) -> FormState:
        # A button of a row names its place among all rows, also those that are still empty.
        is_of_row = pressed(request).action in ROW_ACTIONS
        typed = of_form(file.fields, request.form, with_blank=is_of_row)
        return FormState(
            file,
            file.additions_apart(completed(file.kind, file.fields, typed, known_of(snapshot))),
            request.first("_versi"),
            new_id=request.first("_id"),
            is_submitted=True,
            present=self._hints.touch(file.name) if file.path else (),
        )

    def _do(self, snapshot: Snapshot, state: FormState, request: Request) -> Reply:
        file, is_entry = state.file, state.file.kind == ENTRY
        action, name = pressed(request)
        if action in ROW_ACTIONS:
            change_rows(file.fields, state.values, action=action, name=name)
            return self.page(snapshot, state)
        if action == TAKE:
            return self._taken(snapshot, state, name)
        if file.kind in (ENTRY, SERVICE) and action == CHECKED_TODAY:
            return self._checked_today(snapshot, state)
        if is_entry and action == MEASURE:
            return self._measured(snapshot, state)
        if file.kind == LEXICON and action == TRY:
            return self._tried(snapshot, state)
        possible = (SAVE, CHECK, PUBLISH) if is_entry else (SAVE, CHECK)
        if CONFIRMED.get(action, action) not in possible:
            raise unknown_button()
        if file.is_new and not state.new_id:
            state = replace(state, new_id=new_id_for(snapshot, file.kind, state.values))
        return self._save(snapshot, state, action)

    def _checked_today(self, snapshot: Snapshot, state: FormState) -> Reply:
        """Fills in that the entry or service was reviewed today; nothing is saved."""
        today, due = snapshot.today, snapshot.today + REVIEW_AFTER
        dates = {"reviewed": str(today), "review_by": str(due)}
        is_public = state.values.get("status") == Status.PUBLISHED.value
        is_saved_next = is_public or state.file.kind != ENTRY  # no other form has "Terbitkan"
        name = "checked_today_filled" if is_saved_next else "checked_today_unpublished"
        banner = Notice(self._say(name, due=due), "ask")
        return self.page(snapshot, replace(state, values=state.values | dates, banner=banner))

    def _taken(self, snapshot: Snapshot, state: FormState, name: str) -> Reply:
        """Puts what the file says now into one field of a form that met a conflict."""
        file, values = state.file, dict(state.values)
        if name not in values or file.version != state.version:
            return self._conflict(snapshot, state, file.text)
        values[name] = file.values()[name]
        return self._conflict(snapshot, replace(state, values=values), file.text)

    def _measured(self, snapshot: Snapshot, state: FormState) -> Reply:
        """Measures how the saved entry is found; the form keeps its changes."""
        found = findability_of(snapshot, state.file.id)
        banner = None if found else Notice(self._say("traces_impossible"), "stop")
        return self.page(snapshot, replace(state, findability=found, banner=banner))

    def _tried(self, snapshot: Snapshot, state: FormState) -> Reply:
        """Tries the lexicon of the form on the office's own questions; nothing is saved."""
        lexicon = state.file.with_values(state.values).checked_lexicon()
        if lexicon is None or snapshot.knowledge is None:
            banner = Notice(self._say("trial_impossible"), "stop")
            return self.page(snapshot, replace(state, banner=banner))
        trial = lexicon_trial(snapshot.knowledge, lexicon)
        return self.page(snapshot, replace(state, trial=trial))

    def _save(self, snapshot: Snapshot, state: FormState, action: str) -> Reply:
        file, new_id, language = state.file, state.new_id, self._renderer.language
        unplaced = [*placing_remarks(snapshot, file, state.values, new_id, language)]
        if unplaced:
            return self._refused(snapshot, state, [*self._required(state), *unplaced])
        wanted, values = CONFIRMED.get(action, action), state.values
        if wanted == PUBLISH:  # in what is saved only: a form that is refused keeps its status
            values = values | {"status": Status.PUBLISHED.value}
        form = submitted_form(snapshot, file, values, new_id=new_id, version=state.version)
        if action == CHECK:
            return self._checked(snapshot, state, form)
        result = self._saver.save(form, confirmed=action in CONFIRMED)
        if result.state is SaveState.CONFLICT:
            return self._conflict(snapshot, state, result.theirs)
        if result.state in (SaveState.REFUSED, SaveState.ASKED):
            state = replace(state, wanted=wanted, traces=result.verdict.traces)
            is_asked = result.state is SaveState.ASKED
            return self._refused(snapshot, state, result.verdict.remarks, is_asked=is_asked)
        said = result.state.value
        if result.state is SaveState.SAVED and result.verdict.undated:
            said = UNDATED
        elif result.state is SaveState.SAVED and wanted == PUBLISH:
            said = SHOWN_LATER
        folder = FOLDERS.get(file.kind)
        address = folder + form.target.stem if folder else state.address
        return see_done(address, said, result.action)

    def _checked(self, snapshot: Snapshot, state: FormState, form: SubmittedForm) -> Reply:
        """Shows what saving would find; nothing is saved."""
        verdict = self._saver.verdict(form, is_tried=True)
        said = self._say("checked_remarks" if verdict.remarks else "checked_clean")
        if state.changed:
            said += f" {self._say('checked_unsaved')}"
        banner = Notice(said, "ask" if verdict.remarks else "done")
        state = replace(state, remarks=verdict.remarks, traces=verdict.traces, banner=banner)
        return self.page(snapshot, state)

    def _required(self, state: FormState) -> Iterable[Remark]:
        """Yields required texts that are empty, where the file cannot be checked yet."""
        for one in state.file.fields:
            if one.required and not state.values[one.name] and one.name != "category":
                yield Remark((one.name,), self._say("required"))

    def _refused(
        self,
        snapshot: Snapshot,
        state: FormState,
        remarks: Sequence[Remark],
        *,
        is_asked: bool = False,
    ) -> Reply:
        said = self._say("not_saved_asked" if is_asked else "not_saved")
        banner = Notice(said, "ask" if is_asked else "stop")
        state = replace(state, remarks=remarks, banner=banner, asked=is_asked)
        return self.page(snapshot, state, HTTPStatus.UNPROCESSABLE_ENTITY)

    def _conflict(self, snapshot: Snapshot, state: FormState, theirs: str | None) -> Reply:
        """Shows what the file says now beside the form; who then saves again overwrites it."""
        file = replace(state.file, text=theirs)
        found = differences(
            file.fields, file.values(), state.values, choice_name=self._renderer.choice_name
        )
        name = "conflict" if theirs is not None else "conflict_gone"
        shown = replace(
            state,
            version=version(theirs),
            banner=Notice(self._say(name if found else "conflict_settled"), "stop"),
            differences=found,
        )
        return self.page(snapshot, shown, HTTPStatus.CONFLICT)

    def _banner(self, request: Request, file: EditableFile) -> Notice | None:
        """Says what the page before this one did, and where an officer may go on."""
        done, name = self.notice(request), request.query.get("pesan", "")
        if done is None or name in TOO_LATE:
            return done
        links = self._links_to_queue(name, file.id)
        links += [(ENTRIES, self._say("back_to_list"))] if file.kind == ENTRY else []
        if file.kind == ENTRY and (next_reading := self._next_reading(file.id)):
            links.append((next_reading, self._say("back_to_reading_of")))
        if name != "unchanged":
            if file.is_public():
                links.append((PUBLISHING, self._say("title_publishing")))
            if Git(self._workspace.root).folder:
                links.append((SENDING, self._say("title_sending")))
        return replace(done, links=tuple(links))

    def _links_to_queue(self, name: str, entry_id: str) -> list[tuple[str, str]]:
        """Leads who worked on a draft to the next imported one, if any, and to what else waits."""
        snapshot = self._workspace.snapshot()
        waiting = {row.id for row in snapshot.waiting}
        if waiting <= {entry_id} or not (name in OF_QUEUE or entry_id in waiting):
            return []
        following = snapshot.draft_after(entry_id)
        drafts = [(f"{QUEUE}/{following}", self._say("next_draft"))] if following else []
        return [*drafts, (QUEUE, self._say("back_to_queue"))]

    def _next_reading(self, entry_id: str) -> str:
        """Leads to the reading of a public entry or, if it is right, of the next one, if any."""
        listed = ReadingList.of(self._workspace.snapshot())
        place = listed.place(entry_id)
        if not place:
            return ""
        if listed.rows[place - 1].reading is not ReadState.RIGHT:
            return f"{READING}/{entry_id}"
        has_more = listed.count(ReadState.DUE) or (listed.unread and not listed.is_approved)
        return listed.after(entry_id) if has_more else ""


def change_rows(fields: tuple[Field, ...], values: Values, *, action: str, name: str) -> None:
    """Applies ``tambah`` to the list called ``name``, the others to the row called ``name``.

    Rows are named as controls are: ``sources.1`` is the second row of ``sources``.
    """
    if action == ADD:
        field, rows = _list_at(fields, values, name)
        row = blank(field.fields)
        rows.append({NAME: "", **row} if field.widget is Widget.PAIRS else row)
        return
    parent, _, number = name.rpartition(".")
    _, rows = _list_at(fields, values, parent)
    if not number.isdecimal() or int(number) >= len(rows):
        raise unknown_button()
    here = int(number)
    taken = rows.pop(here)
    if action != REMOVE:
        rows.insert(max(0, here - 1) if action == UP else here + 1, taken)


def _list_at(fields: tuple[Field, ...], values: Values, name: str) -> tuple[Field, list[Values]]:
    first, _, rest = name.partition(".")
    field = field_named(fields, first)
    if field is None or not field.fields:
        raise unknown_button()
    value = values[first]
    if isinstance(value, list):
        if not rest:
            return field, value
        number, _, rest = rest.partition(".")
        if not number.isdecimal() or int(number) >= len(value):
            raise unknown_button()
        value = value[int(number)]
    return _list_at(field.fields, value, rest)
