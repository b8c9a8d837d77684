"""What was done and not sent yet, newest first, each with the button that takes it back."""

from collections.abc import Sequence
from pathlib import Path

from caridulu.editor.addresses import HISTORY, IMPORTS, SENDING
from caridulu.editor.files.file_kinds import address_of, known_name, name_in
from caridulu.editor.pages import Pages, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import Action
from caridulu.journal.git import Git
from caridulu.journal.journal import text_of
from caridulu.site.serve.local_server import Reply, Request

UNDO = "urungkan"
BACK = (SENDING, IMPORTS)  # pages that an officer is led back to
MOST = 200  # actions on the page
FILES_SHOWN = 8


class ActionsPage(Pages):
    """Shows the actions of the journal, and undoes one."""

    tab, places = "sending", (HISTORY,)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        """Shows the page, or undoes what a pressed button names."""
        if request.method != "POST":
            return self._list(snapshot, request)
        name, action_id = pressed(request)
        if name != UNDO:
            raise unknown_button()
        result = self._saver.undo(action_id)
        if result.problems:
            return self._list(snapshot, request, stopped=self._sentences(result.problems))
        back = request.first("kembali")
        place = back if back in BACK else self._place(snapshot.root, result.action)
        return see_done(place, "undo_late" if result.is_late else "undone")

    def _place(self, root: Path, action: Action | None) -> str:
        """The form of the first file that an action leaves behind; else this page."""
        there = (path for path in (action.paths if action else ()) if (root / path).exists())
        return next(filter(None, map(address_of, there)), HISTORY)

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
                snapshot.root, path, text_of(file.before)
            )
            shown.append((address_of(path) if is_there else "", name))
        left = len(action.paths) - len(shown)
        more = [("", self._say("actions_more", count=left))] if left else []
        return shown + more
