"""What a file said before: who and when, side by side with now, and back to any of it."""

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

from caridulu.curation.writing import Content
from caridulu.editor.addresses import HISTORY
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import SINGLE, address_of, find_file
from caridulu.editor.forms.form_view import Difference, differences
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import Kind
from caridulu.journal.versions import NOW, FileVersion, versions
from caridulu.site.serve.local_server import Refusal, Reply, Request

RESTORE = "kembalikan"


class VersionsPage(Pages):
    """Answers requests about the versions of one file."""

    def knows(self, path: str) -> bool:
        base = path.removesuffix(HISTORY)
        return base != path and (base in SINGLE or base.count("/") == 2)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        """Shows the versions of a file, or writes one of them again."""
        file = find_file(snapshot, request.path.removesuffix(HISTORY))
        if file is None or file.path is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        found = versions(snapshot.root, file.name)
        if request.method == "POST":
            chosen = _find(found, request.first("versi"))
            if pressed(request).action != RESTORE or chosen is None:
                raise unknown_button()
            try:
                self._change({file.path: _restored(file, chosen)}, Kind.RESTORED)
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
        return differences(file.fields, old.values(), file.values())


def _restored(file: EditableFile, chosen: FileVersion) -> Content:
    """What the file is to say; an entry that has been moved since stays where it is."""
    old = replace(file, text=chosen.text)
    if chosen.path == file.name or old.tree is None or file.path is None:
        return chosen.text
    values = {**old.values(), "category": file.values().get("category", "")}
    return old.with_values(values, path=file.path).text


def _find(found: tuple[FileVersion, ...], key: str) -> FileVersion | None:
    return next((one for one in found if one.key == key and key != NOW), None)
