"""The first page: what there is to do this month."""

from http import HTTPStatus

from caridulu.editor.addresses import MONTH
from caridulu.editor.git.pending import waiting_files
from caridulu.editor.month.tasks import tasks
from caridulu.editor.pages import Pages
from caridulu.editor.publishing.unpublished import unpublished
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.git import Git
from caridulu.publishing.published_sources import SourceFingerprints
from caridulu.site.serve.local_server import Refusal, Reply, Request


class MonthPages(Pages):
    tab, places = "month", (MONTH,)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._fingerprints = SourceFingerprints(self._workspace.root)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if request.is_post:
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        targets = snapshot.targets
        public = unpublished(snapshot, targets[0], self._fingerprints) if targets else None
        listed = tasks(snapshot, public, unsent=self._unsent())
        if snapshot.knowledge is None:  # of the rest nothing is known
            listed = tuple(one for one in listed if one.name == "problems")
        return self._page(
            "month.html",
            snapshot,
            self._say("title_month"),
            request=request,
            todo=[one for one in listed if one.count],
            done=[self._say(f"month_{one.name}_done") for one in listed if not one.count],
        )

    def _unsent(self) -> int | None:
        """Changes that only this computer has: files not recorded, commits not sent."""
        git = Git(self._workspace.root)
        if git.folder is None:  # nothing is ever sent
            return None
        files = waiting_files(self._workspace.root, self._saver.journal)
        return files + (git.unsent() if git.has_upstream() else 0)
