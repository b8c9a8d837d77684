"""The page that shows what was changed, records and sends it, and takes in what others have sent.

Every other page answers while the network is waited for.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from caridulu.curation.writing import Content
from caridulu.editor.addresses import SENDING
from caridulu.editor.fields.form_fields import form_fields
from caridulu.editor.fields.merged_values import Loc, Side
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import address_of, kind_of, name_of
from caridulu.editor.forms.form_view import Difference, readable, written_out
from caridulu.editor.git.choosing import WHOLE, Chooser, Question, label_at
from caridulu.editor.git.merging import merge_fetched
from caridulu.editor.git.pending import TEXTS, ChangedFile, Pending, pending
from caridulu.editor.git.push import Sender, introduce, why_not
from caridulu.editor.jobs import Tell, WorkOutcome, WorkPages
from caridulu.editor.pages import StoppedError, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.git import Git
from caridulu.journal.journal import decoded_text
from caridulu.messages import UserError
from caridulu.site.serve.local_server import Reply, Request

SEND, FETCH, REVERT = "kirim", "ambil", "buang"
ALONG, CHOICE = "sertakan", "pilih:"
# What a terminal is told, and who sees the fields for it below.
HERE = {
    "editor.git_no_name": "editor.send_no_name",
    "editor.git_conflict": "editor.send_conflict",
}
MOST = 200  # files on the page; all of them are sent

NamedDifferences = tuple[str, list[Difference]]  # a file's name, and its fields that differ


class PushPages(WorkPages):
    """Shows what would be sent; sends and fetches when asked, never by itself."""

    tab, places, title = "sending", (SENDING,), "title_sending"

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if not request.is_post and (led_on := self._led_on()):
            return led_on
        return self._respond(snapshot, request, self._show, self._decide)

    def _decide(self, _: Snapshot, request: Request) -> Reply:
        action, name = pressed(request)
        if action == REVERT:
            return self._revert(name)
        if action not in (SEND, FETCH):
            raise unknown_button()
        told = self._say("send_waiting")
        return self._begin(partial(self._exchange, action, request), told=told, request=request)

    def _exchange(self, action: str, request: Request, tell: Tell) -> WorkOutcome:
        """Does what needs the network."""
        said: list[str] = []
        sender = Sender(
            self._workspace.root,
            language=self._renderer.language,
            out=said.append,
            lock=self._workspace.lock,
            on_progress=lambda n, total: tell(
                self._say("send_moving", done=n, total=total), n, total
            ),
            settle=Chooser(self._workspace.root, _chosen(request)).settle,
        )
        try:
            if action == SEND:
                self._send(sender, request)
            else:
                sender.fetch()
        except UserError as error:
            here = HERE.get(error.key)
            why = UserError(here, **error.values) if here else error
            return WorkOutcome((*said, why.sentence(self._renderer.language)), is_done=False)
        return WorkOutcome(tuple(said))

    def _send(self, sender: Sender, request: Request) -> None:
        name, mail = request.line("nama"), request.line("surel")
        if name and mail:
            with self._workspace.lock:
                introduce(self._workspace.root, name, mail)
        along = frozenset(request.form.get(ALONG, ()))
        sender.send(request.first("keterangan"), along=along)

    def _revert(self, path: str) -> Reply:
        """Lets an entry or another file be as it was recorded; the files of one entry together."""
        git, say = Git(self._workspace.root), self._say
        with self._workspace.lock:
            own = [one for one in git.changed(self._saver.journal.paths()) if _same(one, path)]
            if not own or not kind_of(path):
                raise StoppedError(say("revert_nothing"))
            texts: dict[Path, Content] = {git.root / one: git.content(one) for one in own}
            try:
                action = self._change(texts, ActionKind.REVERTED)
            except StoppedError as stopped:
                raise StoppedError(say("revert_stopped"), *stopped.said) from None
            return see_done(SENDING, "reverted", action)

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        """Shows what waits, below how the last work ended.

        What was typed and chosen stays where nothing was done.
        """
        outcome, began = self._outcome(request)
        outcome = WorkOutcome(tuple(stopped), is_done=False) if stopped else outcome
        text, chosen, who = "", dict[str, str](), ("", "")
        if began.is_post and not outcome.is_done:
            text, chosen = began.first("keterangan"), _chosen(began)
            who = began.line("nama"), began.line("surel")
        reason = why_not(Git(snapshot.root))
        waiting, clashes = (None, []) if reason else self._waiting(snapshot, chosen)
        files, others = (waiting.files, waiting.others) if waiting else ((), ())
        listed = [self._listed(snapshot, file) for file in files[:MOST]]
        return self._page(
            "push.html",
            snapshot,
            self._say(self.title),
            request=request,
            result=outcome,
            reason=self._say(reason) if reason else "",
            pending=waiting,
            clashes=clashes,
            chosen=chosen,
            who=who,
            files=listed,
            count=len(files),
            others=[self._listed(snapshot, one) for one in others],
            text=text or self._suggestion([name for _, name, _ in listed]),
        )

    def _waiting(
        self, snapshot: Snapshot, chosen: dict[str, str]
    ) -> tuple[Pending, list[NamedDifferences]]:
        """Lists what waits to be sent, and where commits of it meet those of others."""
        with self._workspace.lock:
            waiting = pending(snapshot.root)
            return waiting, self._clashes(snapshot, chosen) if waiting.unsent else []

    def _clashes(self, snapshot: Snapshot, chosen: dict[str, str]) -> list[NamedDifferences]:
        """Finds where own commits meet those of others: each file's name, and its open fields."""
        chooser = Chooser(snapshot.root, chosen)
        found = merge_fetched(Git(snapshot.root), chooser.settle, is_tried=True).clashes
        return [
            (
                self._name(snapshot, clash.path),
                [self._difference(clash.path, one) for one in chooser.questions[clash.path]],
            )
            for clash in found
        ]

    def _difference(self, path: str, question: Question) -> Difference:
        kind = kind_of(path)
        label = label_at(question.loc, form_fields(kind)) if kind and question.loc else ""
        return Difference(
            label or self._say("choice_whole"),
            theirs=self._side_text(path, question.loc, question.theirs),
            mine=self._side_text(path, question.loc, question.mine),
            name=question.key,
            is_gone=None in (question.theirs, question.mine),
        )

    def _side_text(self, path: str, loc: Loc, value: Side) -> str:
        """Writes a version to be chosen; a whole file by fields, a picture or PDF by its size."""
        if value is None:
            return self._say("choice_gone")
        if loc == WHOLE and kind_of(path) and isinstance(value, str):
            root = self._workspace.root
            file = EditableFile(kind_of(path), root, root / path, value)
            if file.tree is not None:
                return written_out(file, self._renderer.choice_name)
        if PurePosixPath(path).suffix in TEXTS:
            return readable(value)
        return self._say("choice_size", size=value)

    def _listed(self, snapshot: Snapshot, file: ChangedFile) -> tuple[str, str, ChangedFile]:
        return address_of(file.path), self._name(snapshot, file.path), file

    def _name(self, snapshot: Snapshot, path: str) -> str:
        git = Git(snapshot.root)
        return name_of(snapshot, path, self._say, lambda: decoded_text(git.content(path)))

    def _suggestion(self, names: list[str]) -> str:
        """Suggests what the officer may write about the change; only they know why it was made."""
        if not names:
            return ""
        key = "send_suggestion_more" if names[1:] else "send_suggestion"
        return self._say(key, name=names[0], others=len(names) - 1)


def _chosen(request: Request) -> dict[str, str]:
    """Reads what was chosen of two versions, by the key of each question."""
    return {
        name.removeprefix(CHOICE): values[-1]
        for name, values in request.form.items()
        if name.startswith(CHOICE)
    }


def _same(one: str, other: str) -> bool:
    """Tells whether two paths are the same file, or an entry before and after it was moved."""
    entries = one.startswith("kb/") and one.count("/") == 2 and other.count("/") == 2
    return one == other or (entries and PurePosixPath(one).name == PurePosixPath(other).name)
