"""One run of an import: how its exports are read, the files that it writes, what it harvests."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from caridulu.curation.drafts.entries.draft_entry import (
    DraftEntry,
    DraftWriter,
    cleaned,
    replace_all,
)
from caridulu.curation.drafts.plan.import_changes import (
    LEFT_OUT,
    Choose,
    ImportResult,
    import_changes,
)
from caridulu.curation.drafts.plan.import_plan import ImportPlan
from caridulu.curation.exports.consultation import Consultation, ExportOptions, Reading
from caridulu.curation.exports.dated_messages import dated_messages
from caridulu.curation.exports.phrases.words import sentences
from caridulu.curation.exports.sides import NO_OFFICER, officers_among
from caridulu.curation.exports.tables.column_memory import read_memory
from caridulu.curation.exports.tables.table_file import TABLES
from caridulu.curation.lifecycle.unanswered import unanswered_questions
from caridulu.curation.message_marks import message_mark
from caridulu.curation.project import Project
from caridulu.curation.questions.several_questions import parts_of
from caridulu.curation.waiting_phrasings import Offers, Waiting, phrasing_of
from caridulu.curation.writing import read_exact
from caridulu.curation.yaml_changes import changed_yaml, with_more
from caridulu.knowledge import fold_phrase
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.privacy.redaction import Redactor
from caridulu.search.query.ranking import search


@dataclass(frozen=True)
class ImportFiles:
    """The texts of all files that an import writes, at once."""

    results: list[ImportResult]  # what became of each consultation
    texts: dict[Path, str]  # of entries, conversations, what was imported, questions that wait
    offered: int  # questions of what was left out that wait now to become phrasings


@dataclass(frozen=True)
class Asked:
    """A phrasing of a question of exports, and the messages that ask it."""

    text: str
    answer: str  # redacted; empty if nobody has answered
    marks: tuple[str, ...]  # of the messages


def export_options(project: Project) -> ExportOptions:
    """Returns the project's options for reading exports: officers, remembered columns, its zone."""
    return ExportOptions(
        officers=project.officers,
        remembered=read_memory(project.root).tables,
        zone=project.knowledge.office.timezone,
    )


def with_officers(root: Path, senders: Iterable[str]) -> dict[Path, str]:
    """Adds senders of chats to the officers in ``content/office.yml``; returns its new text."""
    path = root / OFFICE_FILE
    return {path: changed_yaml(read_exact(path), with_more("officers", [*senders]))}


def without_officer(root: Path, sender: str) -> dict[Path, str]:
    """Takes from ``content/office.yml`` what makes a sender an officer; returns its new text."""
    path = root / OFFICE_FILE

    def change(tree: Any) -> None:
        left = [one for one in tree.get("officers") or [] if not officers_among([sender], [one])]
        tree["officers"] = left
        if not left:
            del tree["officers"]

    return {path: changed_yaml(read_exact(path), change)}


def never_again(project: Project, sources: Iterable[Consultation]) -> dict[Path, str]:
    """Counts consultations as imported, so that no import shows them again."""
    imported = project.imported()
    for part in (part for one in sources for part in parts_of(one)):
        imported.remember(imported.digest(*part.key))
    return imported.files()


def import_files(
    plan: ImportPlan, project: Project, choose: Choose, *, unanswered: Sequence[Asked]
) -> ImportFiles:
    """Makes the files of an import that an officer has decided about.

    ``unanswered`` questions of its exports wait until an officer says what answers them.
    """
    imported = project.imported()
    changes = import_changes(plan, project, imported, choose)
    before, offers = Waiting.of(project.root), Offers(project.index_of_living, project.index)
    skipped = [one.planned.draft for one in changes.results if one.told == LEFT_OUT]
    left_out = [_asked_in(draft, project.redactor) for draft in skipped]
    left = offers.without_answered(before, _answered_in(changes.results))
    waiting = _waiting_with(left, [*unanswered, *left_out], offers)
    waits = waiting.files(project.root) if waiting != before else {}
    texts = changes.texts | imported.files() | waits
    return ImportFiles(changes.results, texts, len(waiting.texts) - len(left.texts))


def _answered_in(results: Iterable[ImportResult]) -> Iterator[tuple[str, ...]]:
    """Yields what was asked in each consultation that is now in an entry, or was in one before."""
    for one in results:
        if not one.comes_back:
            draft = one.planned.draft
            yield (draft.question, *draft.aliases, *sentences(draft.asked))


def _asked_in(draft: DraftEntry, redactor: Redactor) -> Asked:
    mark = message_mark(draft.month, draft.question)
    return Asked(phrasing_of(draft.question, redactor), draft.answer, (mark,))


def _waiting_with(before: Waiting, asked: Iterable[Asked], offers: Offers) -> Waiting:
    """Lets what was asked wait beside what waits already; of several answers the first counts."""
    by_text: dict[str, Asked] = {}
    for one in asked:
        if first := by_text.get(one.text):
            one = replace(first, answer=first.answer or one.answer, marks=first.marks + one.marks)
        by_text[one.text] = one
    new = offers.new({text: one.answer for text, one in by_text.items()})
    return offers.let_wait(before, new, {text: one.marks for text, one in by_text.items()})


def questions_in(readings: Iterable[Reading], project: Project) -> Iterator[Asked]:
    """Yields the question of each consultation of exports, in their order."""
    for reading in readings:
        parts = (part for one in reading.consultations for part in parts_of(cleaned(one)))
        yield from _asked_of(reading, (part for part in parts if part.question), project)


def _asked_of(
    reading: Reading, sources: Iterable[Consultation], project: Project
) -> Iterator[Asked]:
    redactor = project.redactor_of(reading)
    writer = DraftWriter(redactor, project.knowledge.office.channels, decide=replace_all)
    return (_asked_in(writer.draft(one, digest=""), redactor) for one in sources)


def unanswered_in(
    exports: Iterable[Path], readings: Iterable[Reading], project: Project
) -> tuple[Asked, ...]:
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
    said = (Asked(phrasing_of(one.text, redactor), "", one.marks) for one in found)
    return (*said, *_rows_without_answer(readings, project))


def _rows_without_answer(readings: Sequence[Reading], project: Project) -> Iterator[Asked]:
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
    """Whether an export is a chat or mails, also one in which nobody of the office writes."""
    is_table = path.suffix.lower() in TABLES or bool(reading.tables)
    is_damaged = reading.is_unusable and any(one.key != NO_OFFICER for one in reading.refused)
    return not is_table and not is_damaged


def harvested(
    readings: Iterable[Reading], project: Project, offers: Offers, *, unanswered: Sequence[Asked]
) -> tuple[Waiting, int]:
    """Lets what was asked in exports wait to become phrasings, and counts what is new."""
    before = Waiting.of(project.root)
    asked = [*unanswered, *questions_in(readings, project)]
    waiting = _waiting_with(before, asked, offers)
    return waiting, len(waiting.texts) - len(before.texts)
