"""The pages of actions that are not sent yet and of a file's versions; each can be restored."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from pathlib import Path

from caridulu.curation.waiting_phrasings import FOLDER as LISTED
from caridulu.curation.writing import Content
from caridulu.editor.addresses import (
    ENTRIES,
    ENTRY_ADDRESS,
    HISTORY,
    IMPORTS,
    MONTH,
    PHRASINGS,
    QUEUE,
    READING,
    SENDING,
)
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import FOLDERS, SINGLE, address_of, find_file, name_of
from caridulu.editor.forms.form_view import Difference, differences
from caridulu.editor.jobs import WorkOutcome, WorkPages
from caridulu.editor.pages import (
    Notice,
    Pages,
    StoppedError,
    done_address,
    pressed,
    see_done,
    unknown_button,
)
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import Action, ActionKind
from caridulu.journal.git import Git
from caridulu.journal.journal import decoded_text
from caridulu.journal.versions import NOW, FileVersion, versions
from caridulu.knowledge import fold_phrase
from caridulu.site.serve.local_server import Refusal, Reply, Request

UNDO, RESTORE = "urungkan", "kembalikan"
MOST = 200  # actions on the page
FILES_SHOWN = 8


class ActionPages(WorkPages):
    """Shows the actions of the journal, and undoes one."""

    tab, places, title = "sending", (HISTORY,), "title_actions"

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if not request.is_post:
            return self._led_on() or self._list(snapshot, request)
        name, action_id = pressed(request)
        if name != UNDO:
            raise unknown_button()
        back = request.first("kembali")
        return self._begin(
            lambda _: self._undone(action_id, back), told=self._say("undo_running"), request=request
        )

    def _undone(self, action_id: str, back: str) -> WorkOutcome:
        """Undoes an action unless that makes problems; others work on while these are looked for.

        Where the project has changed meanwhile, they are looked for again.
        """
        journal = self._saver.journal
        while True:
            snapshot, action = self._workspace.snapshot(), journal.find(action_id)
            if action is None or not journal.can_undo(action):
                return WorkOutcome(place=done_address(self._place(back), "undo_late"))
            told = self._told_of(snapshot, action)
            if problems := self._saver.new_problems(journal.contents_before(action)):
                raise StoppedError(self._say("undo_stopped"), *self._sentences(problems))
            with self._workspace.lock:
                if self._workspace.snapshot() is snapshot and journal.undo(action):
                    break
        place = self._place(back, action.paths)
        if place == HISTORY:
            return WorkOutcome((told,))
        return WorkOutcome(place=done_address(place, "undone"))

    def _told_of(self, snapshot: Snapshot, action: Action) -> str:
        """Says what undoing an action takes back."""
        if action.kind is ActionKind.IMPORTED:
            entries = [
                one for one in action.files if address_of(one.path).startswith(ENTRY_ADDRESS)
            ]
            drafts = sum(one.before is None for one in entries)
            others = len(entries) - drafts
            told = "undone_import" if others else "undone_drafts"
            return self._say(told, drafts=drafts, entries=others)
        names = "; ".join(name for _, name in self._files(snapshot, action))
        what = self._say(f"action_{action.kind.value}")
        return self._say("undone_named", what=f"{what} ({names})" if names else what)

    def _place(self, back: str, paths: Sequence[str] = ()) -> str:
        """Leads back to the page where the button was, as far as that is still there.

        Without such a page, to the form of the first of ``paths`` that is there.
        """
        snapshot = self._workspace.snapshot()
        if back == QUEUE:
            return self._place_in_queue(snapshot, paths)
        folder, _, name = back.rpartition("/")
        is_reading = folder == READING and name in snapshot.entries
        is_question = folder == PHRASINGS and name.isalnum()
        is_page = back in (MONTH, HISTORY, SENDING, IMPORTS)
        if is_page or is_reading or is_question or find_file(snapshot, back):
            return back
        if back.startswith(tuple(FOLDERS.values())):
            return ENTRIES
        if len(paths) > FILES_SHOWN:  # none of so many is the one that was meant
            return HISTORY
        there = (path for path in paths if (snapshot.root / path).exists())
        return next(filter(None, map(address_of, there)), HISTORY)

    def _place_in_queue(self, snapshot: Snapshot, paths: Sequence[str]) -> str:
        """Finds the draft that waits again; the queue where none or many do."""
        waiting = {row.id for row in snapshot.waiting}
        ids = [one for one in (Path(path).stem for path in paths) if one in waiting]
        return f"{QUEUE}/{ids[0]}" if 0 < len(ids) <= FILES_SHOWN else QUEUE

    def _list(self, snapshot: Snapshot, request: Request) -> Reply:
        journal, outcome = self._saver.journal, self._outcome(request)[0]
        undone = Notice(outcome.said[0], "done") if outcome.said and outcome.is_done else None
        actions = journal.actions()[::-1]
        return self._page(
            "actions.html",
            snapshot,
            self._say(self.title),
            notice=undone or self.notice(request),
            stopped=() if undone else outcome.said,
            has_git=Git(snapshot.root).folder is not None,
            actions=[
                (one, self._files(snapshot, one), journal.can_undo(one)) for one in actions[:MOST]
            ],
            left=max(0, len(actions) - MOST),
        )

    def _files(self, snapshot: Snapshot, action: Action) -> list[tuple[str, str]]:
        """Lists address and name of the first of an action's files; without files its questions."""
        if not action.paths:
            return [("", text) for text in self._questions(action)]
        shown = []
        files = [file for file in action.files if not file.is_local]
        for file in files[:FILES_SHOWN]:
            path, is_there = file.path, (snapshot.root / file.path).exists()
            name = name_of(snapshot, path, self._say, partial(decoded_text, file.before))
            shown.append((address_of(path) if is_there else "", name))
        left = len(action.paths) - len(shown)
        more = [("", self._say("more_files", count=left))] if left else []
        return shown + more

    def _questions(self, action: Action) -> list[str]:
        """Lists the questions that an action has put onto lists of this computer or taken away."""
        lists = (file for file in action.files if file.path.startswith(f"{LISTED.as_posix()}/"))
        lines = (line for file in lists for line in (*file.added, *file.removed))
        texts = (line.partition("\t")[0] for line in lines)
        asked = list({fold_phrase(text): text for text in texts}.values())
        left = len(asked) - FILES_SHOWN
        more = [self._say("unanswered_more", count=left)] if left > 0 else []
        return asked[:FILES_SHOWN] + more


class VersionPages(Pages):
    """Answers requests about the versions of one file."""

    def knows(self, path: str) -> bool:
        base = path.removesuffix(HISTORY)
        return base != path and (base in SINGLE or base.count("/") == 2)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        return self._respond(snapshot, request, self._list, self._restore)

    def _file(self, snapshot: Snapshot, request: Request) -> tuple[EditableFile, Path]:
        file = find_file(snapshot, request.path.removesuffix(HISTORY))
        if file is None or file.path is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        return file, file.path

    def _restore(self, snapshot: Snapshot, request: Request) -> Reply:
        file, path = self._file(snapshot, request)
        chosen = _find(versions(snapshot.root, file.name), request.first("versi"))
        if pressed(request).action != RESTORE or chosen is None:
            raise unknown_button()
        action = self._change({path: _restored(file, chosen)}, ActionKind.RESTORED)
        return see_done(address_of(file.name), "restored", action)

    def _list(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        file, _ = self._file(snapshot, request)
        found = versions(snapshot.root, file.name)
        chosen = _find(found, request.first("versi") or request.query.get("versi", ""))
        return self._page(
            "versions.html",
            snapshot,
            self._say("title_versions"),
            tab="entries" if file.name.startswith("kb/") else "",
            stopped=stopped,
            name=snapshot.names.get(file.name, file.id),
            address=address_of(file.name),
            found=found,
            now=NOW,
            chosen=chosen,
            differences=self._differences(file, chosen) if chosen else (),
        )

    def _differences(self, file: EditableFile, chosen: FileVersion) -> tuple[Difference, ...]:
        """Compares a version with the file as it is; as texts where a form cannot show one."""
        old = replace(file, text=chosen.text)
        if old.tree is None or file.tree is None:
            whole = self._say("choice_whole")
            return (Difference(whole, chosen.text, file.text or ""),)
        return differences(
            file.fields, old.values(), file.values(), choice_name=self._renderer.choice_name
        )


def _restored(file: EditableFile, chosen: FileVersion) -> Content:
    """Returns what the file is to say; an entry that has been moved since stays where it is."""
    old = replace(file, text=chosen.text)
    if chosen.path == file.name or old.tree is None:
        return chosen.text
    return old.with_values(old.values() | {"category": file.values().get("category", "")}).text


def _find(found: tuple[FileVersion, ...], key: str) -> FileVersion | None:
    return next((one for one in found if one.key == key and key != NOW), None)
