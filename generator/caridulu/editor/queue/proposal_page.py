"""A newer answer beside the public one: accepted, edited, dropped, or left for later."""

from collections.abc import Sequence
from http import HTTPStatus

from caridulu.curation.drafts.entries.conversation import conversation_of
from caridulu.curation.lifecycle.entry_changes import without_proposal
from caridulu.curation.lifecycle.publication import next_step, obstacles_of
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.editor.addresses import ENTRY_ADDRESS
from caridulu.editor.answer_preview import preview_html
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.files.paths import version_on_disk
from caridulu.editor.pages import PageParts, pressed, see_done, unknown_button
from caridulu.editor.queue.queue_parts import queue_place
from caridulu.editor.saving.personal_data_remarks import PERSONAL
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.second_reader import is_own
from caridulu.knowledge import Entry, Problem
from caridulu.privacy.redaction import PLACEHOLDER_LEFT
from caridulu.site.serve.local_server import Reply, Request

PUBLISH, DROP = "terbitkan-usulan", "buang-usulan"
CONFIRMED = f"{PUBLISH}-pasti"
ACTIONS = (PUBLISH, CONFIRMED, DROP)
SHOWN_FIRST = (*PERSONAL, PLACEHOLDER_LEFT)  # what an officer should see before a button is pressed


class ProposalPage(PageParts):
    """Answers requests about an answer that is proposed for a public entry."""

    tab = "queue"

    def answer(self, snapshot: Snapshot, entry: Entry, request: Request) -> Reply:
        if request.is_post:
            return self._decide(entry, request)
        return self._show(snapshot, entry, request)

    def _show(
        self,
        snapshot: Snapshot,
        entry: Entry,
        request: Request,
        *,
        said: str = "",
        problems: Sequence[Problem] = (),
        confirm: bool = False,
        status: HTTPStatus = HTTPStatus.OK,
    ) -> Reply:
        """Shows both answers; below ``said``, if something keeps the newer one waiting."""
        if entry.proposal is None:
            return see_done(ENTRY_ADDRESS + entry.id, "proposal_gone")
        project = snapshot.project
        blocked = obstacles_of(project, entry, today=snapshot.today)
        seen = [*blocked.problems, *blocked.asked]
        return self._page(
            "proposal.html",
            snapshot,
            entry.question,
            request=request,
            status=status,
            entry=entry,
            answer=preview_html(snapshot, ENTRY, entry.answer).html,
            version=version_on_disk(snapshot.root, project.path(entry)),
            said=said,
            problems=self._sentences(problems),
            remarks=self._sentences(
                one for one in seen if one.key in SHOWN_FIRST and one not in problems
            ),
            confirm=confirm,
            conversation=conversation_of(snapshot.root, entry.id),
            turn=queue_place(snapshot, entry),
        )

    def _decide(self, entry: Entry, request: Request) -> Reply:
        """Does what a pressed button says, unless the file has changed since it was shown."""
        action = pressed(request).action
        if action not in ACTIONS:
            raise unknown_button()
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            now = snapshot.entries.get(entry.id, entry)
            path = snapshot.project.path(now)
            if version_on_disk(snapshot.root, path) != request.first("_versi"):
                said = self._say("proposal_conflict")
                return self._show(snapshot, now, request, said=said, status=HTTPStatus.CONFLICT)
            if action == DROP:
                text = changed_yaml(snapshot.project.text(path), without_proposal)
                dropped = self._saver.put({path: text}, ActionKind.PROPOSAL_DROPPED)
                return see_done(ENTRY_ADDRESS + now.id, "proposal_dropped", dropped)
            return self._publish(snapshot, now, request, confirmed=action == CONFIRMED)

    def _publish(
        self, snapshot: Snapshot, entry: Entry, request: Request, *, confirmed: bool
    ) -> Reply:
        """Records the newer answer as reviewed today: the officer has both before them."""
        made = next_step(
            snapshot.project,
            entry,
            snapshot.loaded.problems,
            today=snapshot.today,
            reviewed=True,
        )
        refused, asked = made.obstacles.problems, made.obstacles.asked
        if is_own(snapshot.project, entry, proposed=True):
            said = self._say("second_reader")
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return self._show(snapshot, entry, request, said=said, status=status)
        if refused or (asked and not confirmed):
            return self._show(
                snapshot,
                entry,
                request,
                said=self._say("proposal_stopped" if refused else "proposal_asked"),
                problems=refused or asked,
                confirm=not refused,
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
            )
        action = self._saver.put(made.texts, ActionKind.PROPOSAL_ACCEPTED)
        return see_done(ENTRY_ADDRESS + entry.id, "proposal_accepted", action)
