"""The first page, what there is to do this month, and the questions that nobody has answered."""

from http import HTTPStatus

from caridulu.curation.phrasings import Waiting
from caridulu.editor.addresses import MONTH, UNANSWERED
from caridulu.editor.git.pending import waiting_files
from caridulu.editor.month.tasks import tasks, unanswered
from caridulu.editor.pages import Pages, pressed, see_done, unknown_button
from caridulu.editor.publishing.unpublished import unpublished
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.git import Git
from caridulu.knowledge import fold_phrase
from caridulu.publishing.published_sources import SourceFingerprints
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

DROP = "hapus"
MOST = 100  # questions on the page


class MonthPages(Pages):
    tab, places = "month", (MONTH, UNANSWERED)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._fingerprints = SourceFingerprints(self._workspace.root)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if request.path == UNANSWERED:
            answer = self._drop if request.is_post else self._unanswered
            return answer(snapshot, request)
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

    def _unanswered(self, snapshot: Snapshot, request: Request) -> Reply:
        listed = unanswered(snapshot, Waiting.of(snapshot.root))
        return self._page(
            "unanswered.html",
            snapshot,
            self._say("month_unanswered"),
            request=request,
            questions=listed[:MOST],
            left=max(0, len(listed) - MOST),
        )

    def _drop(self, snapshot: Snapshot, request: Request) -> Reply:
        """Takes a question off the list for good; that can be undone."""
        action, text = pressed(request)
        waiting = Waiting.of(snapshot.root)
        if action != DROP:
            raise unknown_button()
        if fold_phrase(text) not in waiting.texts:  # dropped meanwhile
            return see_other(UNANSWERED)
        done = self._saver.put(waiting.off_the_list(text).files(snapshot.root), ActionKind.DROPPED)
        return see_done(UNANSWERED, "question_dropped", done)
