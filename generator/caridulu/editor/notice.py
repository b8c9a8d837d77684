"""What the page before this one did, above any page, with the button that takes it back."""

from dataclasses import dataclass

from caridulu.editor.renderer import Renderer
from caridulu.journal.action import Action
from caridulu.journal.journal import Journal
from caridulu.site.serve.local_server import Reply, Request, see_other

SAID = (
    *("undone", "undo_late", "discarded", "skipped", "made_alias", "ready"),
    *("target_saved", "target_removed", "question_dropped"),
)
ACTION_QUERY = "tindakan"


@dataclass(frozen=True)
class Notice:
    """One sentence; ``undoable`` is the action that can be taken back."""

    text: str
    look: str
    undoable: str = ""


def see_done(address: str, said: str, action: Action | None = None) -> Reply:
    """Leads to a page that says what was done, and lets it be undone."""
    undoing = f"&{ACTION_QUERY}={action.id}" if action else ""
    return see_other(f"{address}?pesan={said}{undoing}")


def notice_of(request: Request, journal: Journal, renderer: Renderer) -> Notice | None:
    """Reads from a page's address what the page before it did."""
    name = request.query.get("pesan", "")
    if name not in SAID:
        return None
    action = journal.find(request.query.get(ACTION_QUERY, ""))
    undoable = action.id if action and journal.can_undo(action) else ""
    return Notice(renderer.say(name), "ask" if name == "undo_late" else "done", undoable)
