"""All entries that are accepted and not yet public, on one page; published together."""

from collections.abc import Sequence

from caridulu.curation.drafts.entries.told_twice import told_twice
from caridulu.curation.lifecycle.publication import Publication, publish_all
from caridulu.editor.addresses import READY
from caridulu.editor.answer_preview import preview_html
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.files.paths import version
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.second_reader import own_entries
from caridulu.knowledge import Entry, Status
from caridulu.site.serve.local_server import Reply, Request

PUBLISH = "terbitkan"


class ReadyPages(Pages):
    """Answers requests about entries in review, all at once."""

    tab, places = "queue", (READY,)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if not request.is_post:
            return self._show(snapshot, request)
        if pressed(request).action != PUBLISH:
            raise unknown_button()
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            try:
                return self._publish(snapshot, request)
            except StoppedError as stopped:
                return self._show(snapshot, request, stopped=stopped.said)

    def _show(self, snapshot: Snapshot, request: Request, *, stopped: Sequence[str] = ()) -> Reply:
        entries = in_review(snapshot)
        publication = _publication(snapshot)
        twice = told_twice(snapshot.project, {one.id for one in entries})
        return self._page(
            "ready.html",
            snapshot,
            self._say("ready_title"),
            request=request,
            stopped=stopped,
            entries=entries,
            answers={one.id: preview_html(snapshot, ENTRY, one.answer).html for one in entries},
            groups=snapshot.by_category(entries),
            unread=[one for one in snapshot.rows if one.id not in snapshot.entries],
            ready=len(publication.published),
            twice={one: self._sentences(problems) for one, problems in twice.items()},
            held={one: self._sentences(problems) for one, problems in publication.held},
            version=_read_version(snapshot, entries),
        )

    def _publish(self, snapshot: Snapshot, request: Request) -> Reply:
        """Publishes what is ready, if it is what the officer has read."""
        if request.first("_versi") != _read_version(snapshot, in_review(snapshot)):
            raise StoppedError(self._say("ready_changed"))
        publication = _publication(snapshot)
        if not publication.texts:
            raise StoppedError(self._say("ready_none"))
        action = self._saver.put(publication.texts, ActionKind.PUBLISHED)
        return see_done(READY, "published_ready", action)


def in_review(snapshot: Snapshot) -> list[Entry]:
    """Lists entries in review, in the order of categories and questions."""
    rows = (snapshot.entries.get(row.id) for row in snapshot.rows)
    return [one for one in rows if one and one.status is Status.REVIEW]


def _publication(snapshot: Snapshot) -> Publication:
    """Finds what can be published, as ``caridulu publish --all --reviewed`` does."""
    project = snapshot.project
    return publish_all(
        project,
        snapshot.loaded.problems,
        today=snapshot.today,
        reviewed=True,
        confirmed=False,
        held_back=own_entries(project),
    )


def _read_version(snapshot: Snapshot, entries: Sequence[Entry]) -> str:
    """Names what the page shows, to see whether it has changed since."""
    project = snapshot.project
    return version("\0".join(project.text(project.path(one)) for one in entries))
