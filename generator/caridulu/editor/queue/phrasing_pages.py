"""Questions that people asked, each beside the likeliest entries: one click makes it a phrasing."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from caridulu.curation.phrasing_offers import Offer, Offers
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.editor.addresses import PHRASINGS, question_address
from caridulu.editor.forms.similar import similar_entries, similar_of
from caridulu.editor.pages import ACTION_QUERY, Pages, pressed, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import Action, ActionKind
from caridulu.site.serve.local_server import Reply, Request, see_other

TAKE, NONE_OF_THEM = "jadikan", "bukan-ini"
BEFORE = "tadi"  # in an address: the question before
OTHERS_SHOWN = 6


class PhrasingPages(Pages):
    """Answers requests about questions that wait to become phrasings."""

    tab, places, folders = "queue", (PHRASINGS,), (f"{PHRASINGS}/",)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if request.path == PHRASINGS:
            following = self._following(Waiting.of(snapshot.root), Offers(snapshot.index), "")
            if following != PHRASINGS:  # an alias may have brought another entry near
                asked = f"?{urlencode(request.query)}" if request.query else ""
                return see_other(f"{following}{asked}")
            title = self._say("phrasing_title")
            told = self._last_outcome(snapshot, request)
            return self._page("phrasing.html", snapshot, title, request=request, offer=None, **told)
        if _question_of(Waiting.of(snapshot.root), request) is None:
            return see_other(PHRASINGS)  # decided meanwhile
        return self._respond(snapshot, request, self._show, self._decide)

    def _last_outcome(self, snapshot: Snapshot, request: Request) -> dict[str, Any]:
        """Tells what has become of the question before: which entry took it, or that none did."""
        done = request.query.get("sudah", "")
        action = request.query.get(ACTION_QUERY, "")
        return {
            "done": snapshot.entries.get(done),
            "is_none": done == NONE_OF_THEM,
            "undoing": f"&{ACTION_QUERY}={action}" if action else "",
            "undoable": self._undoable(request),
            "before": f"{PHRASINGS}/{request.query.get(BEFORE, '')}",
        }

    def _following(self, waiting: Waiting, offers: Offers, text: str) -> str:
        """Finds the page of the next question that can be offered, behind ``text`` in the queue."""
        listed = list(waiting.texts.values())
        start = listed.index(text) + 1 if text in listed else 0
        for other in (*listed[start:], *listed[:start]):
            if other != text and offers.offer(other, waiting):
                return question_address(other)
        return PHRASINGS

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        waiting, offers = Waiting.of(snapshot.root), Offers(snapshot.index)
        text = _question_of(waiting, request) or ""
        offer = offers.offer(text, waiting) or Offer(text, ())
        sought = request.query.get("cari", "").strip()
        shown = {item.id for item in (*offer.near, *offer.further)}
        found = similar_entries(snapshot, sought, limit=OTHERS_SHOWN).hits
        others = [one for one in found if one.id not in shown]
        return self._page(
            "phrasing.html",
            snapshot,
            text,
            request=request,
            stopped=stopped,
            offer=offer,
            near=[similar_of(item, snapshot) for item in offer.near],
            further=[similar_of(item, snapshot) for item in offer.further],
            address=question_address(text),
            count=max(1, waiting.undecided),  # at least the one that is shown
            following=self._following(waiting, offers, text),
            sought=sought,
            others=others,
            **self._last_outcome(snapshot, request),
        )

    def _decide(self, snapshot: Snapshot, request: Request) -> Reply:
        waiting, offers = Waiting.of(snapshot.root), Offers(snapshot.index)
        text = _question_of(waiting, request) or ""
        action, entry_id = pressed(request)
        following = self._following(waiting, offers, text)
        if action == NONE_OF_THEM:
            offer = offers.offer(text, waiting)
            near = (item.id for item in offer.near) if offer else ()
            kept = waiting.not_these(text, near).files(snapshot.root)
            made = self._saver.put(kept, ActionKind.REFUSED)
            return self._see(following, NONE_OF_THEM, made, text)
        entry = snapshot.entries.get(entry_id)
        if action != TAKE or entry is None:
            raise unknown_button()
        left = waiting.without(text).files(snapshot.root)
        taken = self._with_phrasing(snapshot, entry, text)
        made = self._change({**taken, **left}, ActionKind.HARVESTED)
        return self._see(following, entry.id, made, text)

    def _see(self, following: str, done: str, made: Action, text: str) -> Reply:
        """Leads to the next question, where this one can be called back."""
        before = question_address(text).rpartition("/")[2]
        query = {"sudah": done, ACTION_QUERY: made.id, BEFORE: before}
        return see_other(f"{following}?{urlencode(query)}")


def _question_of(waiting: Waiting, request: Request) -> str | None:
    """Finds the question whose page is asked for, if it waits still."""
    texts = {question_address(text): text for text in waiting.texts.values()}
    return texts.get(request.path)
