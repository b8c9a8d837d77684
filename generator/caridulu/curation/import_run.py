"""One run of an import: how its exports are read, the files that it writes, what it harvests."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caridulu.curation.drafts.entries.draft_entry import DraftWriter, cleaned, replace_all
from caridulu.curation.drafts.plan.import_changes import (
    LEFT_OUT,
    Choose,
    ImportResult,
    import_changes,
)
from caridulu.curation.drafts.plan.import_plan import ImportPlan
from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.tables.column_memory import read_memory
from caridulu.curation.phrasings import Offers, Waiting, phrasing_of
from caridulu.curation.project import Project
from caridulu.curation.questions.several_questions import parts_of
from caridulu.curation.writing import read_exact
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.knowledge.project_files import OFFICE_FILE


@dataclass(frozen=True)
class ImportFiles:
    """The texts of all files that an import writes, at once."""

    results: list[ImportResult]  # what became of each consultation
    texts: dict[Path, str]  # of entries, conversations, what was imported, questions that wait
    offered: int  # questions of what was left out that wait now to become phrasings


def export_options(project: Project) -> ExportOptions:
    """Gives what a project knows of exports before they are read."""
    return ExportOptions(officers=project.officers, remembered=read_memory(project.root).tables)


def with_officers(root: Path, senders: Iterable[str]) -> dict[Path, str]:
    """Gives the text of ``content/office.yml`` that knows further senders of chats as officers."""
    path = root / OFFICE_FILE

    def change(tree: Any) -> None:
        known = tree.get("officers") or []
        tree["officers"] = [*known, *(one for one in senders if one not in known)]

    return {path: changed_yaml(read_exact(path), change)}


def import_files(plan: ImportPlan, project: Project, choose: Choose) -> ImportFiles:
    """Makes the files of an import that an officer has decided about."""
    imported = project.imported()
    changes = import_changes(plan, project, imported, choose)
    new = _left_out(changes.results, project)
    waiting = Waiting.of(project.root).with_texts(new).files(project.root) if new else {}
    texts = changes.texts | imported.files() | waiting
    return ImportFiles(changes.results, texts, len(new))


def _left_out(results: Iterable[ImportResult], project: Project) -> dict[str, tuple[str, ...]]:
    """Questions that an import leaves out because an entry answers them already.

    Returns:
        Each with the ids of the entries that it finds together with its answer.
    """
    skipped = [one.planned.draft for one in results if one.told == LEFT_OUT]
    asked = {phrasing_of(one.question, project.redactor): one.answer for one in skipped}
    return Offers(project.index_of_living, project.index).new(asked) if asked else {}


def questions_in(readings: Iterable[Reading], project: Project) -> dict[str, str]:
    """Makes a phrasing of each question in the consultations of exports, in their order.

    Returns:
        Each with its redacted answer, the first where it was asked more than once.
    """
    found: dict[str, str] = {}
    for reading in readings:
        redactor = project.redactor_knowing(reading.senders, reading.texts())
        writer = DraftWriter(redactor, project.knowledge.office.channels, decide=replace_all)
        parts = (part for one in reading.consultations for part in parts_of(cleaned(one)))
        for source in parts:
            if source.question:
                draft = writer.draft(source, digest="")
                found.setdefault(phrasing_of(draft.question, redactor), draft.answer)
    return found


def harvested(readings: Iterable[Reading], project: Project, offers: Offers) -> tuple[Waiting, int]:
    """Lets what was asked in exports wait to become phrasings, and counts what is new."""
    before = Waiting.of(project.root)
    waiting = before.with_texts(offers.new(questions_in(readings, project)))
    return waiting, len(waiting.texts) - len(before.texts)
