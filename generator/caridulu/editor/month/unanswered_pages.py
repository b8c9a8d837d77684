"""Questions that nobody has answered: written, dropped, and grouped by hand."""

from collections.abc import Sequence

from caridulu.curation.lifecycle.same_questions import SameQuestions
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.editor.addresses import UNANSWERED, new_entry_address, question_address
from caridulu.editor.month.unanswered_questions import (
    UnansweredMonths,
    shown_group,
    unanswered_groups,
)
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import fold_phrase
from caridulu.site.serve.local_server import Reply, Request, see_other

DROP, JOIN = "hapus", "satukan"
TICKED, MONTH = "sama", "bulan"
MOST = 100  # groups on the page
NEWEST_MONTHS = 6  # in sight; the earlier ones are folded


class UnansweredPages(Pages):
    tab, places = "month", (UNANSWERED,)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        return self._respond(snapshot, request, self._show, self._decide)

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        waiting, same = Waiting.of(snapshot.root), SameQuestions.of(snapshot.root)
        groups = unanswered_groups(snapshot, waiting, same)
        listed = UnansweredMonths.of(groups, waiting, request.query.get(MONTH, ""))
        shown = listed.groups[:MOST]
        return self._page(
            "unanswered.html",
            snapshot,
            self._say("month_unanswered"),
            request=request,
            stopped=stopped,
            groups=[shown_group(group, snapshot, waiting, same) for group in shown],
            left=sum(map(len, listed.groups[MOST:])),
            listed=listed,
            newest_months=NEWEST_MONTHS,
            new_entry_address=new_entry_address,
            question_address=question_address,
        )

    def _decide(self, snapshot: Snapshot, request: Request) -> Reply:
        """Takes a group of questions off the list for good, or makes one of what is ticked."""
        waiting, same = Waiting.of(snapshot.root), SameQuestions.of(snapshot.root)
        groups = unanswered_groups(snapshot, waiting, same)
        shown = {name: value for name, value in request.query.items() if name == MONTH}
        action, text = pressed(request)
        if action == DROP:
            if fold_phrase(text) not in waiting.texts:  # dropped meanwhile
                return see_other(UNANSWERED)
            for one in next((one for one in groups if text in one), [text]):
                waiting = waiting.off_the_list(one)
            done = self._saver.put(waiting.files(snapshot.root), ActionKind.DROPPED)
            return see_done(UNANSWERED, "question_dropped", done, **shown)
        if action != JOIN:
            raise unknown_button()
        listed = {text for group in groups for text in group}
        ticked = [text for text in request.form.get(TICKED, []) if text in listed]
        if not ticked:
            raise StoppedError(self._say("unanswered_none_ticked"))
        files = same.parted(groups, ticked).files(snapshot.root)
        done = self._saver.put(files, ActionKind.GROUPED)
        return see_done(UNANSWERED, "questions_grouped", done, **shown)
