"""The page on which a visitor's message is answered. What is pasted there is kept nowhere."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from caridulu.curation.drafts.entries.draft_entry import DraftWriter, cleaned, usual_decision
from caridulu.curation.exports.consultation import Consultation
from caridulu.editor.addresses import REPLY
from caridulu.editor.fields.completion import with_own_wording
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.fields.form_values import Values
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.forms.form_view import FormState, FormView
from caridulu.editor.pages import Notice, Pages, StoppedError, pressed, unknown_button
from caridulu.editor.reply.found_answers import FoundAnswers, found_answers
from caridulu.editor.reply.received_message import ReceivedMessage, read_message, senders_of
from caridulu.editor.reply.reply_text import ReplyMedium, ReplyPart, reply_text
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Location
from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.site.serve.local_server import Reply, Request
from caridulu.site.urls import site_address

SEARCH, COMPOSE, DRAFT, TAKE = "cari", "susun", "konsep", "sebutan"


@dataclass(frozen=True)
class ReplyQuestion:
    """A question on the page: what was found, what the officer chose and wrote."""

    found: FoundAnswers
    chosen: frozenset[str]
    written: str

    @property
    def takes_others(self) -> bool:
        """Whether another than the first result was chosen."""
        return bool(self.chosen - {one.id for one in self.found.answers[:1]})

    @property
    def answered(self) -> ReplyPart:
        """What the reply says to it."""
        picked = tuple(one for one in self.found.answers if one.id in self.chosen)
        return ReplyPart(self.found.asked.text, picked, self.written)


@dataclass(frozen=True)
class Opened:
    """A pasted message as the page shows it; ``mark`` tells its questions from others."""

    received: ReceivedMessage
    asked: tuple[ReplyQuestion, ...] = ()
    way: ReplyMedium = ReplyMedium.WHATSAPP
    mark: str = ""


class ReplyPages(Pages):
    tab, places = "reply", (REPLY,)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        project = snapshot.project
        if not request.is_post:  # ready when a message is pasted: 5,000 entries take ten seconds
            threading.Thread(target=lambda: project.index, daemon=True).start()
        return self._respond(snapshot, request, self._show, self._decide)

    def _decide(self, snapshot: Snapshot, request: Request) -> Reply:
        action, rest = pressed(request)
        number, _, entry_id = rest.partition(":")
        if action in (SEARCH, COMPOSE):
            return self._show(snapshot, request)
        opened = self._opened(snapshot, request)
        if action in (DRAFT, TAKE) and number.isdecimal() and int(number) < len(opened.asked):
            asked = opened.asked[int(number)]
            if action == DRAFT:
                return self._draft(snapshot, asked, request)
            return self._take(snapshot, asked, entry_id, request)
        raise unknown_button()

    def _opened(self, snapshot: Snapshot, request: Request) -> Opened:
        """Reads the message, and of the form what belongs to the same questions."""
        received = read_message(request.first("pesan"), snapshot.project)
        texts = "\n".join(one.text for one in received.questions)
        mark = blake2b(texts.encode(), digest_size=8).hexdigest()
        is_same = request.first("susunan") == mark
        asked = []
        for number, question in enumerate(received.questions):
            found = found_answers(snapshot, question)
            best = [one.id for one in found.answers[:1]] if found.is_certain else []
            chosen = request.form.get(f"pakai-{number}", []) if is_same else best
            written = request.first(f"tulis-{number}") if is_same else ""
            asked.append(ReplyQuestion(found, frozenset(chosen), written.replace("\r\n", "\n")))
        chosen_way = request.first("lewat")
        way = ReplyMedium(chosen_way) if chosen_way in set(ReplyMedium) else ReplyMedium.WHATSAPP
        return Opened(received, tuple(asked), way, mark)

    def _show(
        self,
        snapshot: Snapshot,
        request: Request,
        stopped: Sequence[str] = (),
        notice: Notice | None = None,
    ) -> Reply:
        opened = Opened(ReceivedMessage(()))
        if request.is_post:
            opened = self._opened(snapshot, request)
        office = snapshot.project.knowledge.office
        return self._page(
            "reply.html",
            snapshot,
            self._say("reply_title"),
            stopped=stopped,
            pasted=request.first("pesan") if request.is_post else "",
            is_read=request.is_post,
            opened=opened,
            ways=list(ReplyMedium),
            reply=reply_text([one.answered for one in opened.asked], opened.way, office),
            alone={
                one.id: reply_text([ReplyPart("", (one,))], opened.way, office)
                for asked in opened.asked
                for one in asked.found.answers
            },
            is_entry=lambda item_id: kind_of(item_id) is ItemKind.ENTRY,
            has_address=bool(site_address(office)),
            notice=notice,
        )

    def _draft(self, snapshot: Snapshot, asked: ReplyQuestion, request: Request) -> Reply:
        """Fills the form of a new entry with the question and the officer's own answer."""
        if not asked.written:
            raise StoppedError(self._say("reply_write_first"))
        source = Consultation(
            channel="",
            question=asked.found.asked.text,
            answer=asked.written,
            place=Location("", 1),
            key=(),
        )
        project = snapshot.project
        redactor = project.redactor_knowing(senders_of(request.first("pesan")))
        channels = project.knowledge.office.channels
        writer = DraftWriter(redactor, channels, decide=usual_decision)
        draft = writer.draft(cleaned(source), digest="")
        file = EditableFile(ENTRY, snapshot.root)
        drafted: Values = {
            "question": draft.question,
            "aliases": list(draft.aliases),
            "answer": draft.answer,
            "compiled": snapshot.today.isoformat(),
        }
        values = with_own_wording(file.values() | drafted)
        banner = Notice(self._say("reply_drafted"), "ask")
        state = FormState(file, values, file.version, banner=banner, is_submitted=True)
        return FormView(self._saver, self._renderer).page(snapshot, state)

    def _take(
        self, snapshot: Snapshot, asked: ReplyQuestion, entry_id: str, request: Request
    ) -> Reply:
        """Makes the redacted question a phrasing of an entry that it found without certainty."""
        entry = snapshot.entries.get(entry_id)
        phrasing = asked.found.asked.phrasing
        if entry is None or not phrasing or asked.found.is_certain:
            raise unknown_button()
        texts = self._with_phrasing(snapshot, entry, phrasing)
        action = self._change(texts, ActionKind.HARVESTED)
        said = self._say("reply_taken", phrasing=phrasing, question=entry.question)
        notice = Notice(said, "done", action.id)
        return self._show(self._workspace.snapshot(), request, notice=notice)
