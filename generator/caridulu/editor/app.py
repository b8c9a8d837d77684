"""The editor's addresses and what answers there."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from caridulu.editor.files.editable_files import (
    FOLDERS,
    SERVICE,
    address_of,
    files_of,
    find_sheet,
)
from caridulu.editor.files.paths import PlaceError
from caridulu.editor.files.saving import Saver
from caridulu.editor.forms.answer_preview import FIELDS, preview_html
from caridulu.editor.forms.entry_list import filter_of, listing
from caridulu.editor.forms.fields import PAGE
from caridulu.editor.forms.form_pages import FormPages
from caridulu.editor.forms.similar import similar_entries
from caridulu.editor.git.journal import Journal
from caridulu.editor.git.push_page import SendingPage
from caridulu.editor.http.web import Refusal, Reply, Request
from caridulu.editor.queue.queue_pages import QueuePages
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.knowledge import Severity, in_order
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import unmet_expectations


class Editor:
    """One project's editor, independent of how requests arrive."""

    def __init__(self, workspace: Workspace, renderer: Renderer, journal: Journal) -> None:
        self._workspace = workspace
        self._renderer = renderer
        saver = Saver(workspace, journal, language=renderer.language)
        self._forms = FormPages(workspace, saver, renderer)
        self._queue = QueuePages(workspace, saver, renderer)
        self._pages: dict[str, Callable[[Request], Reply]] = {
            "/": self._list,
            "/layanan": self._services,
            "/halaman": self._page_list,
            "/periksa": self._problems,
            "/kirim": SendingPage(workspace, renderer).answer,
            "/alat/pratinjau": self._preview,
            "/alat/mirip": self._similar,
            "/alat/cari": self._picks,
        }

    def answer(self, request: Request) -> Reply:
        """The reply to a request that the guard let in."""
        try:
            return self._answer(request)
        except PlaceError:
            raise Refusal(HTTPStatus.FORBIDDEN, "outside") from None
        except OSError:
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "cannot_write") from None

    def explain(self, refusal: Refusal) -> Reply:
        """The page that says why a request is refused."""
        return self._renderer.page(
            "refused.html",
            title=self._renderer.say("refused"),
            status=refusal.status,
            reason=self._renderer.say(f"refused_{refusal.reason}"),
        )

    def _answer(self, request: Request) -> Reply:
        path = request.path
        asset = self._renderer.assets.get(path)
        if asset:
            return asset
        if path in self._pages:
            return self._pages[path](request)
        if self._queue.knows(path):
            return self._queue.answer(request)
        sheet = find_sheet(self._workspace.snapshot(), path)
        if sheet is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        if request.method == "POST":
            return self._forms.submit(sheet, request)
        return self._forms.show(sheet, request)

    def _list(self, request: Request) -> Reply:
        _only_read(request)
        snapshot = self._workspace.snapshot()
        wanted = filter_of(request.query)
        return self._renderer.page(
            "list.html",
            title=self._renderer.say("list_title"),
            tab="entries",
            snapshot=snapshot,
            wanted=wanted,
            listing=listing(snapshot, wanted),
            categories=snapshot.categories,
            names={one.id: one.name for one in snapshot.categories},
            today=snapshot.today,
        )

    def _services(self, request: Request) -> Reply:
        _only_read(request)
        snapshot = self._workspace.snapshot()
        named = {
            one.id: one.name for one in (snapshot.knowledge.services if snapshot.knowledge else ())
        }
        return self._sheets(snapshot, SERVICE, named)

    def _page_list(self, request: Request) -> Reply:
        _only_read(request)
        snapshot = self._workspace.snapshot()
        titles = {
            one.id: one.title for one in (snapshot.knowledge.pages if snapshot.knowledge else ())
        }
        return self._sheets(snapshot, PAGE, titles)

    def _sheets(self, snapshot: Snapshot, kind: str, named: Mapping[str, str]) -> Reply:
        """The files of a kind by the names that people know them by."""
        return self._renderer.page(
            "sheets.html",
            title=self._renderer.say(f"title_{kind}s"),
            tab=f"{kind}s",
            snapshot=snapshot,
            kind=kind,
            folder=FOLDERS[kind],
            sheets=[
                (path.stem, named.get(path.stem, path.stem)) for path in files_of(snapshot, kind)
            ],
        )

    def _problems(self, request: Request) -> Reply:
        """Everything that ``caridulu check`` prints, each with the way to its form."""
        _only_read(request)
        snapshot = self._workspace.snapshot()
        found = snapshot.loaded.problems
        if snapshot.loaded.ok and snapshot.knowledge:
            index = SearchIndex.of_knowledge(snapshot.knowledge)
            unmet = unmet_expectations(index, snapshot.knowledge, snapshot.root)
            found = in_order((*found, *unmet))
        return self._renderer.page(
            "problems.html",
            title=self._renderer.say("title_problems"),
            tab="problems",
            snapshot=snapshot,
            groups=[
                (name, [(address_of(p.location.path), p) for p in found if p.severity is severity])
                for name, severity in (("problems", Severity.PROBLEM), ("notices", Severity.NOTICE))
            ],
            lang=self._renderer.language,
        )

    def _preview(self, request: Request) -> Reply:
        kind = request.first("jenis")
        if kind not in FIELDS:
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
        preview = preview_html(self._workspace.snapshot(), kind, request.first("teks"))
        return self._renderer.part("preview.html", preview=preview, kind=kind, field=FIELDS[kind])

    def _similar(self, request: Request) -> Reply:
        _only_read(request)
        besides = request.query.get("selain", "")
        found = similar_entries(
            self._workspace.snapshot(), request.query.get("q", ""), besides=besides
        )
        return self._renderer.part("similar.html", similar=found, self_id=besides)

    def _picks(self, request: Request) -> Reply:
        """Entries to choose from."""
        _only_read(request)
        found = similar_entries(self._workspace.snapshot(), request.query.get("q", ""), limit=8)
        return self._renderer.part("picks.html", hits=found.hits)


def _only_read(request: Request) -> None:
    if request.method == "POST":
        raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
