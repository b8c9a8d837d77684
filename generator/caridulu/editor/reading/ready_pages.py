"""All entries that are accepted and not yet public, on one page; published together."""

from collections.abc import Collection, Sequence

from caridulu.curation.drafts.faq.reading_order import ReadingOrder, reading_order
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
from caridulu.knowledge.markdown import first_sentence
from caridulu.site.serve.local_server import Reply, Request

PUBLISH, READ_ALL = "terbitkan", "semua-dibaca"


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
        order = _order(snapshot, publication)
        sources = {one.sources for one in entries}
        return self._page(
            "ready.html",
            snapshot,
            self._say("ready_title"),
            request=request,
            stopped=stopped,
            entries=entries,
            order=order,
            parts={
                "ready_held": order.held,
                "ready_twice": order.compared,
                "ready_whole": order.others,
            },
            copies=snapshot.by_category(order.copies),
            first_sentence=first_sentence,
            sources=entries[0].sources if len(sources) == 1 and len(entries) > 1 else (),
            names=snapshot.category_names,
            answers={one.id: preview_html(snapshot, ENTRY, one.answer).html for one in entries},
            unread=[one for one in snapshot.rows if one.id not in snapshot.entries],
            ready=len(publication.published),
            twice={one: self._sentences(problems) for one, problems in order.twice.items()},
            reasons={one.id: order.reasons(one, self._renderer.language) for one in entries},
            held={one: self._sentences(problems) for one, problems in publication.held},
            version=_read_version(snapshot, entries),
        )

    def _publish(self, snapshot: Snapshot, request: Request) -> Reply:
        """Publishes what is ready, if it is what the officer has read.

        What was folded is noted as read only where the officer says that it was opened.
        """
        if request.first("_versi") != _read_version(snapshot, in_review(snapshot)):
            raise StoppedError(self._say("ready_changed"))
        publication = _publication(snapshot)
        if not request.first(READ_ALL):
            unread = _order(snapshot, publication).unread
            publication = _publication(snapshot, unread=unread)
        if not publication.texts:
            raise StoppedError(self._say("ready_none"))
        action = self._saver.put(publication.texts, ActionKind.PUBLISHED)
        return see_done(READY, "published_ready", action)


def in_review(snapshot: Snapshot) -> list[Entry]:
    """Lists entries in review, in the order of categories and questions."""
    rows = (snapshot.entries.get(row.id) for row in snapshot.rows)
    return [one for one in rows if one and one.status is Status.REVIEW]


def _order(snapshot: Snapshot, publication: Publication) -> ReadingOrder:
    held = {entry_id for entry_id, _ in publication.held}
    return reading_order(snapshot.project, in_review(snapshot), held)


def _publication(snapshot: Snapshot, *, unread: Collection[str] = ()) -> Publication:
    """Finds what can be published, as ``caridulu publish --all --reviewed`` does."""
    project = snapshot.project
    return publish_all(
        project,
        snapshot.loaded.problems,
        today=snapshot.today,
        reviewed=True,
        confirmed=False,
        held_back=own_entries(project),
        unread=unread,
    )


def _read_version(snapshot: Snapshot, entries: Sequence[Entry]) -> str:
    """Names what the page shows, to see whether it has changed since."""
    project = snapshot.project
    return version("\0".join(project.text(project.path(one)) for one in entries))
