"""Lists of what has a form, and parts of forms that the script fetches."""

from collections.abc import Callable
from http import HTTPStatus

from caridulu.editor import addresses
from caridulu.editor.answer_preview import FIELDS, previewer
from caridulu.editor.fields.form_fields import PAGE, SERVICE
from caridulu.editor.files.file_kinds import FOLDERS, files_of
from caridulu.editor.forms.entry_list import all_entries, filter_of, is_overdue
from caridulu.editor.forms.similar import similar_entries
from caridulu.editor.pages import Pages
from caridulu.editor.renderer import MORE, Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.site.serve.local_server import Refusal, Reply, Request

PICKS_SHOWN = 8


class ListPages(Pages):
    """Shows what there is, and what the script of a form asks for."""

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._answers: dict[str, Callable[[Snapshot, Request], Reply]] = {
            addresses.ENTRIES: self._list,
            addresses.SERVICES: lambda snapshot, _: self._files(snapshot, SERVICE),
            addresses.PAGES: lambda snapshot, _: self._files(snapshot, PAGE),
            addresses.MORE: self._more,
            addresses.SIMILAR: self._similar,
            addresses.PICKS: self._picks,
            addresses.PREVIEW: self._preview,
        }

    def knows(self, path: str) -> bool:
        return path in self._answers

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if request.is_post and request.path != addresses.PREVIEW:
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        return self._answers[request.path](snapshot, request)

    def _list(self, snapshot: Snapshot, request: Request) -> Reply:
        wanted = filter_of(request.query)
        return self._page(
            "list.html",
            snapshot,
            self._say("tab_entries"),
            request=request,
            tab="entries",
            wanted=wanted,
            listing=all_entries(snapshot, wanted),
            categories=snapshot.categories,
            names=snapshot.category_names,
            today=snapshot.today,
            is_overdue=is_overdue,
        )

    def _more(self, snapshot: Snapshot, _: Request) -> Reply:
        """Lists the parts behind the last tab, each with what it is for."""
        return self._page("more.html", snapshot, self._say("tab_more"), tab="more", parts=MORE)

    def _files(self, snapshot: Snapshot, kind: str) -> Reply:
        """Lists the files of a kind by the names that people know them by."""
        paths = files_of(snapshot, kind)
        shown = [(path.stem, shown_path(path, snapshot.root)) for path in paths]
        services = snapshot.services if kind == SERVICE else {}
        return self._page(
            "files.html",
            snapshot,
            self._say(f"title_{kind}s"),
            tab=f"{kind}s",
            kind=kind,
            folder=FOLDERS[kind],
            files=[(stem, snapshot.names.get(path, stem)) for stem, path in shown],
            statuses_of={name: one.status.value for name, one in services.items()},
        )

    def _preview(self, snapshot: Snapshot, request: Request) -> Reply:
        kind = request.first("jenis")
        if kind not in FIELDS:
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
        preview = previewer(snapshot, kind)(request.first("teks"))
        return self._renderer.part("preview.html", preview=preview, kind=kind, field=FIELDS[kind])

    def _similar(self, snapshot: Snapshot, request: Request) -> Reply:
        besides = request.query.get("selain", "")
        found = similar_entries(snapshot, request.query.get("q", ""), besides=besides)
        return self._renderer.part("similar.html", similar=found, self_id=besides)

    def _picks(self, snapshot: Snapshot, request: Request) -> Reply:
        found = similar_entries(snapshot, request.query.get("q", ""), limit=PICKS_SHOWN)
        return self._renderer.part("picks.html", hits=found.hits)
