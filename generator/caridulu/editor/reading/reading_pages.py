"""Answers beside their sources, one after the other: right, to be changed, or to be asked first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from caridulu.curation.lifecycle import office_review
from caridulu.curation.lifecycle.entry_changes import with_values
from caridulu.curation.lifecycle.office_review import ReadState
from caridulu.curation.writing import read_exact
from caridulu.curation.yaml_changes import Change, changed_yaml
from caridulu.editor.addresses import READING
from caridulu.editor.answer_preview import previewer
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.files.paths import version_on_disk
from caridulu.editor.pages import ACTION_QUERY, Pages, StoppedError, pressed, unknown_button
from caridulu.editor.reading.reading_list import ReadingList, Reviews
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Entry
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

RIGHT, ASK, APPROVE = "benar", "tanya", "sahkan"
LONGEST = 300  # characters of a question, as the model has it


@dataclass(frozen=True)
class ReadBefore:
    """An answer that was just read, and the action to undo, if that can be done."""

    entry: Entry
    state: ReadState
    undoable: str


class ReadingPages(Pages):
    """Answers requests about the office's first reading."""

    tab, places, folders = "reading", (READING,), (f"{READING}/",)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if request.path == READING:
            return self._respond(snapshot, request, self._list, self._approve)
        return self._respond(snapshot, request, self._show, self._decide)

    def _list(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        listed = ReadingList.of(snapshot)
        return self._page(
            "reading.html",
            snapshot,
            self._say("tab_reading"),
            stopped=stopped,
            listed=listed,
            first=listed.after(""),
            counts={one.value: listed.count(one) for one in office_review.ReadState},
            reviews=Reviews.of(snapshot),
            groups=snapshot.by_category(listed.rows),
            approval=snapshot.knowledge.office.approval if snapshot.knowledge else None,
            before=self._before(snapshot, request),
        )

    def _before(self, snapshot: Snapshot, request: Request) -> ReadBefore | None:
        """Finds the answer that was read on the page before this one, if one was."""
        entry = snapshot.entries.get(request.query.get("sesudah", ""))
        if entry is None:
            return None
        state = office_review.read_state(entry, snapshot.today)
        return ReadBefore(entry, state, self._undoable(request))

    def _entry(self, snapshot: Snapshot, request: Request) -> Entry:
        entry = snapshot.entries.get(request.path.removeprefix(f"{READING}/"))
        if entry is None or not ReadingList.of(snapshot).place(entry.id):
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        return entry

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        """Shows an entry as the public reads it, beside where it can be checked."""
        entry, listed = self._entry(snapshot, request), ReadingList.of(snapshot)
        shown = previewer(snapshot, ENTRY)
        return self._page(
            "reading_entry.html",
            snapshot,
            entry.question,
            request=request,
            stopped=stopped,
            entry=entry,
            answer=shown(entry.answer).html,
            english=shown(entry.en.answer).html if entry.en else "",
            version=version_on_disk(snapshot.root, snapshot.project.path(entry)),
            place=listed.place(entry.id),
            count=len(listed.rows),
            next=listed.after(entry.id),
            before=self._before(snapshot, request),
            question=request.line("pertanyaan") or entry.open_question or "",
            is_due=office_review.read_state(entry, snapshot.today) is ReadState.DUE,
            review_by=office_review.next_review(entry, snapshot.today),
            tomorrow=snapshot.today + dt.timedelta(days=1),
            longest=LONGEST,
        )

    def _decide(self, _: Snapshot, request: Request) -> Reply:
        """Records the decision and goes to the next entry, unless the file has changed since."""
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            now = self._entry(snapshot, request)
            path = snapshot.project.path(now)
            self._check_unchanged(request, path, "reading_conflict")
            change = self._decision(request, snapshot.today)
            text = changed_yaml(snapshot.project.text(path), change)
            action = self._change({path: text}, ActionKind.READ)
            following = ReadingList.of(self._workspace.snapshot()).after(now.id)
            return see_other(f"{following}?sesudah={now.id}&{ACTION_QUERY}={action.id}")

    def _decision(self, request: Request, today: dt.date) -> Change:
        """Reads the button and its field: what becomes of the entry."""
        button = pressed(request).action
        if button == RIGHT:
            review_by = _day(request.first("tinjau"))
            if review_by is None or review_by <= today:
                raise StoppedError(self._say("reading_review_when"))
            return office_review.found_right(today, review_by=review_by)
        if button != ASK:
            raise unknown_button()
        question = request.line("pertanyaan")
        if not 0 < len(question) <= LONGEST:
            raise StoppedError(self._say("reading_ask_what", most=LONGEST))
        return with_values(open_question=question)

    def _approve(self, _: Snapshot, request: Request) -> Reply:
        """Records the approval, once everything has been read and is right."""
        by = request.line("oleh")
        if pressed(request).action != APPROVE:
            raise unknown_button()
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            if not ReadingList.of(snapshot).is_complete:
                raise StoppedError(self._say("reading_not_complete"))
            if not by:
                raise StoppedError(self._say("approve_by_whom"))
            path = snapshot.root / OFFICE_FILE
            text = changed_yaml(read_exact(path), office_review.approved(by, snapshot.today))
            self._change({path: text}, ActionKind.APPROVED)
            return see_other(READING)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
