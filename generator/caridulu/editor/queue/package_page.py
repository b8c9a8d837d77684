"""What a newer version of a package says, beside what the office says: taken, or left as it is."""

from http import HTTPStatus
from pathlib import Path

from caridulu.curation.overrides import PACKAGE, decided_text, values_of_text
from caridulu.curation.writing import Content, changed_yaml
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.fields.form_values import of_tree
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import ENTRY_ADDRESS
from caridulu.editor.files.paths import text_of, version
from caridulu.editor.forms.form_view import Difference, readable
from caridulu.editor.http.server import ACTION
from caridulu.editor.pages import PageParts
from caridulu.editor.queue.queue_parts import turn_of
from caridulu.editor.saving.problem_sentences import sentences
from caridulu.editor.workspace import Snapshot, project_of
from caridulu.journal.action import Kind
from caridulu.knowledge import Entry, Status, parse_yaml
from caridulu.knowledge.model.entry import SHOWN
from caridulu.packages.making import LEFT_OUT
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

DECIDE, KEEP = "putuskan-paket", "jadikan-milik-kantor"
ACTIONS = (DECIDE, KEEP)
TAKEN = "ambil"  # the ticked keys
DATED = ("reviewed", "review_by")  # say when the office has read what then is another answer


def waits(entry: Entry) -> bool:
    """Whether a public entry reads differently in its package now, or is no longer in it."""
    return entry.is_behind and entry.status is Status.PUBLISHED


class PackagePage(PageParts):
    """Answers requests about an entry whose package has changed."""

    def show(
        self,
        snapshot: Snapshot,
        entry: Entry,
        *,
        problems: list[str] | None = None,
        status: HTTPStatus = HTTPStatus.OK,
    ) -> Reply:
        """Shows every key that the office says otherwise, with the package's text."""
        path = project_of(snapshot).path(entry)
        file = EditableFile.read(ENTRY, path, root=snapshot.root)
        return self._renderer.page(
            "package_entry.html",
            title=entry.question,
            tab="queue",
            snapshot=snapshot,
            status=status,
            entry=entry,
            version=version(text_of(snapshot.root, path)),
            withdrawn=not file.is_packaged,
            differences=_differences(file),
            kept=entry.package.kept if entry.package else (),
            problems=problems or [],
            turn=turn_of(snapshot, entry.id),
        )

    def decide(self, entry: Entry, request: Request) -> Reply:
        """Does what a pressed button says, unless the file has changed since it was shown."""
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            now = snapshot.entries.get(entry.id, entry)
            path = project_of(snapshot).path(now)
            own = text_of(snapshot.root, path)
            if not now.is_behind or own is None or version(own) != request.first("_versi"):
                said = [self._renderer.say("package_conflict")]
                return self.show(snapshot, now, problems=said, status=HTTPStatus.CONFLICT)
            file = EditableFile.read(ENTRY, path, root=snapshot.root)
            action = request.first(ACTION)
            if action == KEEP and not file.below:
                text: str | None = changed_yaml(own, lambda tree: tree[PACKAGE].pop("sha256"))
            elif action == DECIDE and file.below:
                text = decided_text(own, file.below, taken=_taken(request))
            else:
                raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
            said_by = {**values_of_text(file.below or ""), **values_of_text(text or "")}
            target = snapshot.root / "kb" / str(said_by["category"]) / path.name
            texts: dict[Path, Content] = {path: None, target: text}
            found = self._saver.change(texts, Kind.PACKAGE_READ)
            if found:
                said = sentences(found, self._renderer.language)
                status = HTTPStatus.UNPROCESSABLE_ENTITY
                return self.show(snapshot, now, problems=said, status=status)
            return see_other(f"{ENTRY_ADDRESS}{entry.id}?pesan=package_decided")


def _taken(request: Request) -> set[str]:
    taken = set(request.form.get(TAKEN, ())) - {PACKAGE}
    return taken | set(DATED) if taken & SHOWN else taken


def _differences(file: EditableFile) -> tuple[Difference, ...]:
    lower = parse_yaml(file.below, path=file.name).file if file.below else None
    if lower is None:
        return ()
    theirs, mine = of_tree(file.fields, lower.root), file.values()
    return tuple(
        Difference(one.title, readable(theirs[one.name]), readable(mine[one.name]), one.name)
        for one in file.fields
        if theirs[one.name] != mine[one.name] and one.name.partition(".")[0] not in LEFT_OUT
    )
