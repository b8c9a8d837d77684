"""Exports -> what was asked in them, as phrasings that may wait."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.drafts.entries.draft_entry import (
    DraftEntry,
    DraftWriter,
    cleaned,
    replace_all,
)
from caridulu.curation.exports.consultation import Consultation, Reading
from caridulu.curation.exports.dated_messages import dated_messages
from caridulu.curation.exports.sides import NO_OFFICER
from caridulu.curation.exports.tables.table_file import TABLES
from caridulu.curation.lifecycle.unanswered import unanswered_questions
from caridulu.curation.message_marks import message_mark
from caridulu.curation.phrasing_offers import Offers
from caridulu.curation.phrasing_text import phrasing_of
from caridulu.curation.project import Project
from caridulu.curation.questions.several_questions import parts_of
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import Redactor
from caridulu.search.query.ranking import search


@dataclass(frozen=True)
class AskedText:
    """A phrasing of a question of exports, and the messages that ask it."""

    text: str
    answer: str  # redacted; empty if nobody has answered
    marks: tuple[str, ...]  # of the messages

    @classmethod
    def of(cls, draft: DraftEntry, redactor: Redactor) -> "AskedText":
        """Makes the phrasing of what a draft asks."""
        mark = message_mark(draft.month, draft.question)
        return cls(phrasing_of(draft.question, redactor), draft.answer, (mark,))


def questions_in(readings: Iterable[Reading], project: Project) -> Iterator[AskedText]:
    """Yields the question of each consultation of exports, in their order."""
    for reading in readings:
        parts = (part for one in reading.consultations for part in parts_of(cleaned(one)))
        yield from _asked_of(reading, (part for part in parts if part.question), project)


def _asked_of(
    reading: Reading, sources: Iterable[Consultation], project: Project
) -> Iterator[AskedText]:
    redactor = project.redactor_of(reading)
    writer = DraftWriter(redactor, project.knowledge.office.channels, decide=replace_all)
    return (AskedText.of(writer.draft(one, digest=""), redactor) for one in sources)


def unanswered_in(
    exports: Iterable[Path], readings: Iterable[Reading], project: Project
) -> tuple[AskedText, ...]:
    """Makes a phrasing of each thing that was asked or sought in exports, unanswered.

    ``readings`` of the same exports hold what an officer answers there, and who the senders are.
    """
    readings = tuple(readings)
    pairs = zip(exports, readings, strict=True)
    read = {path: reading for path, reading in pairs if _has_messages(path, reading)}
    redactor = project.redactor_knowing({name for one in read.values() for name in one.senders})
    answered = (
        f"{one.question}\n{one.further}"
        for reading in read.values()
        for one in (*reading.consultations, *reading.doubted)
    )
    found = unanswered_questions(
        [message for path in read for message in dated_messages(path)],
        project.index,
        redactor=redactor,
        officers=(*project.officers, *(name for one in read.values() for name in one.officers)),
        answered=answered,
    )
    said = (AskedText(phrasing_of(one.text, redactor), "", one.marks) for one in found)
    return (*said, *_rows_without_answer(readings, project))


def _rows_without_answer(readings: Sequence[Reading], project: Project) -> Iterator[AskedText]:
    """Yields what rows of tables ask that neither another row nor an entry answers."""
    told = {fold_phrase(row.question) for one in readings for row in one.consultations}
    seen = Counter[tuple[str, str]]()
    for reading in readings:
        rows = [row for row in reading.unanswered if fold_phrase(row.question) not in told]
        once = {row.question: row for row in rows}  # many people ask in the same words
        asked = _asked_of(reading, map(cleaned, once.values()), project)
        open_ = {
            question: one
            for question, one in zip(once, asked, strict=True)
            if not search(project.index, one.text, limit=1).outcome.is_sure
        }
        for row in rows:
            if one := open_.get(row.question):
                key = one.text, row.start
                mark = message_mark(row.month, *key, str(seen[key]))
                yield replace(one, marks=(mark,))
                seen[key] += 1  # who asks the same in the same words asks it once more


def _has_messages(path: Path, reading: Reading) -> bool:
    """Tells whether an export is a chat or mails, if only of people who ask."""
    is_table = path.suffix.lower() in TABLES or bool(reading.tables)
    is_damaged = reading.is_unusable and any(one.key != NO_OFFICER for one in reading.refused)
    return not is_table and not is_damaged


def harvested(
    readings: Iterable[Reading],
    project: Project,
    offers: Offers,
    *,
    unanswered: Sequence[AskedText],
) -> tuple[Waiting, int]:
    """Puts the questions of exports on the list of waiting phrasings, and counts the new ones."""
    before = Waiting.of(project.root)
    asked = [*unanswered, *questions_in(readings, project)]
    waiting = waiting_with(before, asked, offers)
    return waiting, len(waiting.texts) - len(before.texts)


def waiting_with(before: Waiting, asked: Iterable[AskedText], offers: Offers) -> Waiting:
    """Adds questions to the list of waiting phrasings; of several answers the first counts."""
    by_text: dict[str, AskedText] = {}
    for one in asked:
        if first := by_text.get(one.text):
            one = replace(first, answer=first.answer or one.answer, marks=first.marks + one.marks)
        by_text[one.text] = one
    new = offers.new({text: one.answer for text, one in by_text.items()})
    return offers.let_wait(before, new, {text: one.marks for text, one in by_text.items()})
