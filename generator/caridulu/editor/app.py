"""The editor: passes each request to the pages of its address."""

from http import HTTPStatus

from caridulu.curation.writing import cause
from caridulu.editor import addresses
from caridulu.editor.attachment_pages import AttachmentPages
from caridulu.editor.files.file_kinds import find_file, kind_of
from caridulu.editor.files.paths import OutsideError
from caridulu.editor.forms.form_pages import FormPages
from caridulu.editor.forms.list_pages import ListPages
from caridulu.editor.forms.open_hints import PULSE, OpenHint, OpenHints
from caridulu.editor.forms.problem_pages import ProblemPages
from caridulu.editor.git.push_pages import PushPages
from caridulu.editor.history_pages import ActionPages, VersionPages
from caridulu.editor.http.server import ShareServer
from caridulu.editor.http.share_pages import SharePages
from caridulu.editor.importing.export_pages import ExportPages
from caridulu.editor.importing.import_pages import ImportPages
from caridulu.editor.month.month_pages import MonthPages
from caridulu.editor.month.unanswered_pages import UnansweredPages
from caridulu.editor.pages import Pages
from caridulu.editor.publishing.publishing_pages import PublishingPages
from caridulu.editor.queue.archive_pages import ArchivePages
from caridulu.editor.queue.phrasing_pages import PhrasingPages
from caridulu.editor.queue.queue_pages import QueuePages
from caridulu.editor.reading.reading_pages import ReadingPages
from caridulu.editor.reading.ready_pages import ReadyPages
from caridulu.editor.renderer import Renderer
from caridulu.editor.reply.reply_pages import ReplyPages
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Workspace
from caridulu.journal.journal import Journal
from caridulu.site.serve.local_server import Refusal, Reply, Request

ALL_PAGES: tuple[type[Pages], ...] = (
    ListPages,
    ProblemPages,
    MonthPages,
    UnansweredPages,
    PublishingPages,
    PushPages,
    ActionPages,
    VersionPages,
    QueuePages,
    ArchivePages,
    PhrasingPages,
    ReadingPages,
    ReadyPages,
    ReplyPages,
    AttachmentPages,
    ImportPages,
    ExportPages,
)


class Editor:
    """One project's editor, independent of how requests arrive."""

    def __init__(
        self, workspace: Workspace, renderer: Renderer, journal: Journal, hints: OpenHints
    ) -> None:
        self._workspace = workspace
        self._renderer = renderer
        self._saver = Saver(workspace, journal, language=renderer.language)
        self._hints = hints
        self._forms = FormPages(self._saver, renderer, hints)
        self._pages: list[Pages] = [kind(self._saver, renderer) for kind in ALL_PAGES]

    def answer(self, request: Request) -> Reply:
        try:
            return self._answer(request)
        except OutsideError:
            raise Refusal(HTTPStatus.FORBIDDEN, "outside") from None
        except OSError as error:
            name = f"cannot_write_{cause(error)}"
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, name) from None

    def close(self) -> None:
        for pages in self._pages:
            pages.close()

    def share(self, server: ShareServer) -> None:
        """Lets the owner of the editor see and admit colleagues."""
        self._renderer.is_shared = True
        self._pages.append(SharePages(self._saver, self._renderer, server))

    def explain(self, refusal: Refusal, *, has_tabs: bool = True) -> Reply:
        """Renders the page that says why a request is refused; for strangers without tabs."""
        own = refusal.reason.startswith("cannot_write")
        name = refusal.reason if own else f"refused_{refusal.reason}"
        is_missing = refusal.status is HTTPStatus.NOT_FOUND
        return self._renderer.page(
            "refused.html",
            title=self._renderer.say("missing" if is_missing else "refused"),
            status=refusal.status,
            reason=self._renderer.say(name),
            has_tabs=has_tabs,
        )

    def _answer(self, request: Request) -> Reply:
        path = request.path
        if path in self._renderer.assets:
            return self._renderer.assets[path]
        if path == addresses.PRESENCE:  # waits for no file to be read
            return self._presence(request)
        pages = next((one for one in self._pages if one.knows(path)), None)
        if pages is not None and (shown := pages.answer_at_once(request)):
            return shown
        snapshot = self._workspace.snapshot()
        if pages is not None:
            return pages.answer(snapshot, request)
        file = find_file(snapshot, path)
        if file is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        return self._forms.answer(snapshot, file, request)

    def _presence(self, request: Request) -> Reply:
        """Takes a sign of life of an open form, or that it was left; tells who else has it open."""
        path = request.first("berkas")
        if not request.is_post or not kind_of(path):
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
        present: tuple[OpenHint, ...] = ()
        if request.first("pergi"):
            self._hints.leave(path)
        else:
            present = self._hints.pulse(path)
        return self._renderer.part("presence.html", present=present, file_name=path, pulse=PULSE)
