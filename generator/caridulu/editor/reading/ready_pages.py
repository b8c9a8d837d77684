"""All entries that are accepted and not yet public, on one page; published together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from caridulu.curation.drafts.faq.reading_order import ReadingOrder, reading_order
from caridulu.curation.lifecycle.publication import (
    Publication,
    PublicationTerms,
    publish_all,
    with_all_read,
)
from caridulu.curation.progress import Progress
from caridulu.editor.addresses import READY
from caridulu.editor.answer_preview import previewer
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.files.paths import version
from caridulu.editor.jobs import Run, RunState, SnapshotJob, Tell, WorkOutcome, WorkPages
from caridulu.editor.pages import StoppedError, done_address, pressed, unknown_button
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.second_reader import own_entries
from caridulu.knowledge import Entry, Problem, Status
from caridulu.knowledge.markdown import first_sentence
from caridulu.site.serve.local_server import Reply, Request

PUBLISH, READ_ALL = "terbitkan", "semua-dibaca"
LONG = 100  # entries from which on the button is far below and copies are folded by category


class ReadyPages(WorkPages):
    """Answers requests about entries in review, all at once."""

    tab, places, title = "queue", (READY,), "ready_title"

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._looking: SnapshotJob[Looked] = SnapshotJob(renderer.say)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if not request.is_post:
            return self._led_on() or self._show(snapshot, request)
        if pressed(request).action != PUBLISH:
            raise unknown_button()
        told = self._say("ready_publishing")
        return self._begin(lambda _: self._publish(request), told=told, request=request)

    def _show(self, snapshot: Snapshot, request: Request) -> Reply:
        run = self._looked(snapshot)
        if run.result:
            template, values = "ready.html", self._ready_values(snapshot, run.result)
        else:
            template, values = "running.html", {"run": run}
        values["stopped"] = self._outcome(request)[0].said
        return self._page(template, snapshot, self._say(self.title), request=request, **values)

    def _ready_values(self, snapshot: Snapshot, looked: "Looked") -> dict[str, Any]:
        """Returns the entries that wait, in the order in which they are read, and their texts."""
        entries, publication, order = in_review(snapshot), looked.publication, looked.order
        cited, preview = {one.sources for one in entries}, previewer(snapshot, ENTRY)
        has_common_sources = len(cited) == 1 and len(entries) > 1
        return {
            "entries": entries,
            "order": order,
            "parts": {
                "ready_held": order.held,
                "ready_twice": order.compared,
                "ready_whole": order.others,
            },
            "copies": snapshot.by_category(order.copies),
            "is_long": len(entries) > LONG,
            "first_sentence": first_sentence,
            "sources": entries[0].sources if has_common_sources else (),
            "names": snapshot.category_names,
            "answers": {one.id: preview(one.answer).html for one in entries},
            "unread": [one for one in snapshot.rows if one.id not in snapshot.entries],
            "ready": len(publication.published),
            "twice": {one: self._compared(rows, snapshot) for one, rows in order.overlaps.items()},
            "reasons": {one.id: order.reasons(one, self._renderer.language) for one in entries},
            "held": {one: self._sentences(problems) for one, problems in publication.held},
            "version": _read_version(snapshot, entries),
        }

    def _compared(
        self, problems: Sequence[Problem], snapshot: Snapshot
    ) -> list[tuple[str, Entry | None]]:
        """Says what to compare, each once, with the other entry."""
        entries = (snapshot.entries.get(dict(one.values)["other"]) for one in problems)
        told = ("".join(self._sentences([one])) for one in problems)
        return list(dict.fromkeys(zip(told, entries, strict=True)))

    def _publish(self, request: Request) -> WorkOutcome:
        """Publishes what is ready, if it is what the officer has read.

        What was folded is noted as read only where the officer says that it was opened.
        """
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            if request.first("_versi") != _read_version(snapshot, in_review(snapshot)):
                raise StoppedError(self._say("ready_changed"))
            looked = self._looked(snapshot).result
            if looked is None:
                raise StoppedError(self._say("ready_again"))
            texts = looked.publication.texts
            if request.first(READ_ALL):
                texts = with_all_read(
                    looked.publication, snapshot.project, looked.order.unread, today=snapshot.today
                )
            if not texts:
                raise StoppedError(self._say("ready_none"))
            action = self._saver.put(texts, ActionKind.PUBLISHED)
        return WorkOutcome(place=done_address(READY, "published_ready", action))

    def _looked(self, snapshot: Snapshot) -> Run["Looked"]:
        """Looks for what can be published; where nothing waits, there is nothing to look for."""
        if not in_review(snapshot):
            return Run(RunState.DONE, result=_look(snapshot))
        say = self._say

        def find(tell: Tell) -> Looked:
            return _look(
                snapshot, lambda n, all_: tell(say("ready_progress", count=n, total=all_), n, all_)
            )

        return self._looking.run(snapshot, find, told=say("ready_looking"))


@dataclass(frozen=True)
class Looked:
    """What of a snapshot can be published, in the order in which it is read."""

    publication: Publication
    order: ReadingOrder


def in_review(snapshot: Snapshot) -> list[Entry]:
    """Lists entries in review, in the order of categories and questions."""
    rows = (snapshot.entries.get(row.id) for row in snapshot.rows)
    return [one for one in rows if one and one.status is Status.REVIEW]


def _look(snapshot: Snapshot, on_progress: Progress = lambda *_: None) -> Looked:
    """Finds what can be published, as ``caridulu publish --all --reviewed-changed`` does."""
    project = snapshot.project
    order = reading_order(project, in_review(snapshot))
    terms = PublicationTerms(
        reviewed=True, confirmed=False, held_back=own_entries(project), unread=order.unread
    )
    problems, today = snapshot.loaded.problems, snapshot.today
    publication = publish_all(project, problems, terms, today=today, on_progress=on_progress)
    held = {entry_id for entry_id, _ in publication.held}
    return Looked(publication, order.holding(held))


def _read_version(snapshot: Snapshot, entries: Sequence[Entry]) -> str:
    """Names what the page shows, to see whether it has changed since."""
    project = snapshot.project
    return version("\0".join(project.text(project.path(one)) for one in entries))
