"""The page that shows what stands around a line of an export: chats, mails and JSON, redacted."""

from dataclasses import dataclass
from http import HTTPStatus

from caridulu.curation.exports.dated_messages import messages_around
from caridulu.curation.exports.opened_files import RefusedError
from caridulu.editor.addresses import EXPORT, export_address
from caridulu.editor.importing.uploads import FOLDER, kept_exports
from caridulu.editor.pages import Pages
from caridulu.editor.workspace import EntryRow, Snapshot
from caridulu.site.serve.local_server import Refusal, Reply, Request

LONGEST_SHOWN = 6_000  # characters of one message


@dataclass(frozen=True)
class ShownMessage:
    """One message as it is shown, with the drafts that begin with it."""

    sender: str
    text: str
    line: int
    is_sought: bool
    drafts: tuple[EntryRow, ...]


class ExportPages(Pages):
    """Answers requests about the messages of an export."""

    tab, places = "import", (EXPORT,)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        name, line = request.query.get("berkas", ""), request.query.get("baris", "")
        if request.is_post or not (line.isascii() and line.isdigit()):
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
        if name not in kept_exports(snapshot.root) or not export_address(name, int(line)):
            raise Refusal(HTTPStatus.NOT_FOUND, "export_gone")
        try:
            shown = _redacted_messages(snapshot, name, int(line))
        except RefusedError:
            raise Refusal(HTTPStatus.NOT_FOUND, "export_gone") from None
        if not shown:  # a table whose name ends in .txt
            raise Refusal(HTTPStatus.NOT_FOUND, "export_gone")
        lines = [one.line for one in shown]
        return self._page(
            "export.html",
            snapshot,
            self._say("export_title", name=name),
            name=name,
            messages=shown,
            earlier=export_address(name, min(lines, default=0)),
            later=export_address(name, max(lines, default=0)),
        )


def _redacted_messages(snapshot: Snapshot, name: str, line: int) -> list[ShownMessage]:
    messages = messages_around(snapshot.root / FOLDER / name, line)
    redactor = snapshot.project.redactor_knowing({one.sender for one in messages})
    redactor = redactor.hearing(one.text[:LONGEST_SHOWN] for one in messages)
    sought = max((one.line for one in messages if one.line <= line), default=0)
    begun = [row for row in snapshot.queue if row.export == name]
    return [
        ShownMessage(
            sender=one.sender,
            text=redactor.redacted(one.text[:LONGEST_SHOWN]),
            line=one.line,
            is_sought=one.line == sought,
            drafts=tuple(row for row in begun if row.line == one.line),
        )
        for one in messages
    ]
