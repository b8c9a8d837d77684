"""The pages of actions that are not sent yet and of a file's versions; each can be restored."""

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

from caridulu.curation.writing import Content
from caridulu.editor.addresses import HISTORY, IMPORTS, QUEUE, SENDING
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import SINGLE, address_of, find_file, known_name, name_in
from caridulu.editor.forms.form_view import Difference, differences
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import Action, ActionKind
from caridulu.journal.git import Git
from caridulu.journal.journal import decoded_text
from caridulu.journal.versions import NOW, FileVersion, versions
from caridulu.site.serve.local_server import Refusal, Reply, Request

UNDO = "urungkan"
BACK = (SENDING, IMPORTS)  # pages that an officer is led back to
MOST = 200  # actions on the page
FILES_SHOWN = 8


class ActionsPage(Pages):
    """Shows the actions of the journal, and undoes one."""

    tab, places = "sending", (HISTORY,)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if not request.is_post:
            return self._list(snapshot, request)
        name, action_id = pressed(request)
        if name != UNDO:
            raise unknown_button()
        result = self._saver.undo(action_id)
        if result.problems:
            return self._list(snapshot, request, stopped=self._sentences(result.problems))
        back = request.first("kembali")
        if back == QUEUE:
            place = self._place_in_queue(result.action)
        else:
            place = back if back in BACK else self._place(snapshot.root, result.action)
        return see_done(place, "undo_late" if result.is_late else "undone")

    def _place(self, root: Path, action: Action | None) -> str:
        """The form of the first file that an action leaves behind; else this page."""
        there = (path for path in (action.paths if action else ()) if (root / path).exists())
        return next(filter(None, map(address_of, there)), HISTORY)

    def _place_in_queue(self, action: Action | None) -> str:
        """The draft that waits again; the queue where none does."""
        waiting = {row.id for row in self._workspace.snapshot().waiting}
        ids = (Path(path).stem for path in (action.paths if action else ()))
        return next((f"{QUEUE}/{one}" for one in ids if one in waiting), QUEUE)

    def _list(self, snapshot: Snapshot, request: Request, *, stopped: Sequence[str] = ()) -> Reply:
        journal = self._saver.journal
        actions = journal.actions()[::-1]
        return self._page(
            "actions.html",
            snapshot,
            self._say("title_actions"),
            request=request,
            stopped=stopped,
            has_git=Git(snapshot.root).folder is not None,
            actions=[
                (one, self._files(snapshot, one), journal.can_undo(one)) for one in actions[:MOST]
            ],
            left=max(0, len(actions) - MOST),
        )

    def _files(self, snapshot: Snapshot, action: Action) -> list[tuple[str, str]]:
        """The address and name of an action's files, the first few of many."""
        shown = []
        files = [file for file in action.files if not file.is_local]
        for file in files[:FILES_SHOWN]:
            path, is_there = file.path, (snapshot.root / file.path).exists()
            name = known_name(snapshot, path, self._say) or name_in(
                snapshot.root, path, decoded_text(file.before)
            )
            shown.append((address_of(path) if is_there else "", name))
        left = len(action.paths) - len(shown)
        more = [("", self._say("more_files", count=left))] if left else []
        return shown + more


RESTORE = "kembalikan"


class VersionsPage(Pages):
    """Answers requests about the versions of one file."""

    def knows(self, path: str) -> bool:
        base = path.removesuffix(HISTORY)
        return base != path and (base in SINGLE or base.count("/") == 2)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        file = find_file(snapshot, request.path.removesuffix(HISTORY))
        if file is None or file.path is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        found = versions(snapshot.root, file.name)
        if request.is_post:
            chosen = _find(found, request.first("versi"))
            if pressed(request).action != RESTORE or chosen is None:
                raise unknown_button()
            try:
                self._change({file.path: _restored(file, chosen)}, ActionKind.RESTORED)
            except StoppedError as stopped:
                return self._list(snapshot, file, found, chosen, stopped=stopped.said)
            return see_done(address_of(file.name), "restored")
        return self._list(snapshot, file, found, _find(found, request.query.get("versi", "")))

    def _list(
        self,
        snapshot: Snapshot,
        file: EditableFile,
        found: tuple[FileVersion, ...],
        chosen: FileVersion | None,
        *,
        stopped: Sequence[str] = (),
    ) -> Reply:
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
        """A version beside the file as it is; both as texts where a form cannot show one."""
        old = replace(file, text=chosen.text)
        if old.tree is None or file.tree is None:
            whole = self._say("choice_whole")
            return (Difference(whole, chosen.text, file.text or ""),)
        return differences(
            file.fields, old.values(), file.values(), choice_name=self._renderer.choice_name
        )


def _restored(file: EditableFile, chosen: FileVersion) -> Content:
    """What the file is to say; an entry that has been moved since stays where it is."""
    old = replace(file, text=chosen.text)
    if chosen.path == file.name or old.tree is None or file.path is None:
        return chosen.text
    values = {**old.values(), "category": file.values().get("category", "")}
    return old.with_values(values, path=file.path).text


def _find(found: tuple[FileVersion, ...], key: str) -> FileVersion | None:
    return next((one for one in found if one.key == key and key != NOW), None)
