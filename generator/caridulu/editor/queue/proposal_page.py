"""A newer answer beside the public one: accepted, edited, dropped, or left for later."""

from collections.abc import Sequence

from caridulu.curation.drafts.entries.conversation import conversation_of
from caridulu.curation.lifecycle.entry_changes import without_proposal
from caridulu.curation.lifecycle.publication import next_step, obstacles_of
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.editor.addresses import ENTRY_ADDRESS
from caridulu.editor.answer_preview import previewer
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.files.paths import version_on_disk
from caridulu.editor.pages import PageParts, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.queue.queue_parts import entry_at, queue_place
from caridulu.editor.saving.personal_data_remarks import PERSONAL
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.second_reader import is_own
from caridulu.knowledge import Entry
from caridulu.privacy.redaction import PLACEHOLDER_LEFT
from caridulu.site.serve.local_server import Reply, Request

PUBLISH, DROP = "terbitkan-usulan", "buang-usulan"
CONFIRMED = f"{PUBLISH}-pasti"
ACTIONS = (PUBLISH, CONFIRMED, DROP)
SHOWN_FIRST = (*PERSONAL, PLACEHOLDER_LEFT)  # what an officer should see before a button is pressed


class ProposalPage(PageParts):
    """Answers requests about an answer that is proposed for a public entry."""

    tab = "queue"

    def show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        """Shows both answers; below what keeps the newer one waiting, if something does."""
        entry = entry_at(snapshot, request)
        if entry.proposal is None:
            return see_done(ENTRY_ADDRESS + entry.id, "proposal_gone")
        project = snapshot.project
        blocked = obstacles_of(project, entry, today=snapshot.today)
        seen = self._sentences(
            one for one in (*blocked.problems, *blocked.asked) if one.key in SHOWN_FIRST
        )
        asked = self._say("proposal_asked")
        return self._page(
            "proposal.html",
            snapshot,
            entry.question,
            request=request,
            stopped=stopped,
            entry=entry,
            answer=previewer(snapshot, ENTRY)(entry.answer).html,
            version=version_on_disk(snapshot.root, project.path(entry)),
            remarks=[one for one in seen if one not in stopped],
            confirm=asked in stopped,
            conversation=conversation_of(snapshot.root, entry.id),
            turn=queue_place(snapshot, entry),
        )

    def decide(self, _: Snapshot, request: Request) -> Reply:
        """Does what a pressed button says, unless the file has changed since it was shown."""
        action = pressed(request).action
        if action not in ACTIONS:
            raise unknown_button()
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            now = entry_at(snapshot, request)
            path = snapshot.project.path(now)
            self._check_unchanged(request, path, "proposal_conflict")
            if action == DROP:
                text = changed_yaml(snapshot.project.text(path), without_proposal)
                dropped = self._saver.put({path: text}, ActionKind.PROPOSAL_DROPPED)
                return see_done(ENTRY_ADDRESS + now.id, "proposal_dropped", dropped)
            return self._publish(snapshot, now, confirmed=action == CONFIRMED)

    def _publish(self, snapshot: Snapshot, entry: Entry, *, confirmed: bool) -> Reply:
        """Records the newer answer as reviewed today: the officer has both before them."""
        project, today = snapshot.project, snapshot.today
        if is_own(project, entry, proposed=True):
            raise StoppedError(self._say("second_reader"))
        made = next_step(project, entry, snapshot.loaded.problems, today=today, reviewed=True)
        if refused := made.obstacles.problems:
            raise StoppedError(self._say("proposal_stopped"), *self._sentences(refused))
        if (asked := made.obstacles.asked) and not confirmed:
            raise StoppedError(self._say("proposal_asked"), *self._sentences(asked))
        action = self._saver.put(made.texts, ActionKind.PROPOSAL_ACCEPTED)
        return see_done(ENTRY_ADDRESS + entry.id, "proposal_accepted", action)
