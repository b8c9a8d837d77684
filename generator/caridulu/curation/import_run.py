"""One run of an import: how its exports are read, and the files that it writes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caridulu.curation.asked_in_exports import AskedText, waiting_with
from caridulu.curation.drafts.plan.import_changes import (
    LEFT_OUT,
    Choose,
    ImportResult,
    import_changes,
)
from caridulu.curation.drafts.plan.import_plan import ImportPlan
from caridulu.curation.exports.consultation import Consultation, ExportOptions
from caridulu.curation.exports.phrases.words import sentences
from caridulu.curation.exports.sides import officers_among
from caridulu.curation.exports.tables.column_memory import read_memory
from caridulu.curation.phrasing_offers import Offers
from caridulu.curation.project import Project
from caridulu.curation.questions.several_questions import parts_of
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import read_exact
from caridulu.curation.yaml_changes import changed_yaml, with_more
from caridulu.knowledge.project_files import OFFICE_FILE


@dataclass(frozen=True)
class ImportFiles:
    """The texts of all files that an import writes, at once."""

    results: list[ImportResult]  # what became of each consultation
    texts: dict[Path, str]  # of entries, conversations, what was imported, questions that wait
    offered: int  # questions of what was left out that wait now to become phrasings


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
    plan: ImportPlan, project: Project, choose: Choose, *, unanswered: Sequence[AskedText]
) -> ImportFiles:
    """Makes the files of an import that an officer has decided about.

    ``unanswered`` questions of its exports wait until an officer says what answers them.
    """
    imported = project.imported()
    changes = import_changes(plan, project, imported, choose)
    before, offers = Waiting.of(project.root), Offers(project.index_of_living, project.index)
    skipped = [one.planned.draft for one in changes.results if one.told == LEFT_OUT]
    left_out = [AskedText.of(draft, project.redactor) for draft in skipped]
    left = offers.without_answered(before, _answered_in(changes.results))
    waiting = waiting_with(left, [*unanswered, *left_out], offers)
    waits = waiting.files(project.root) if waiting != before else {}
    texts = changes.texts | imported.files() | waits
    return ImportFiles(changes.results, texts, len(waiting.texts) - len(left.texts))


def _answered_in(results: Iterable[ImportResult]) -> Iterator[tuple[str, ...]]:
    """Yields the questions of each consultation that is or was in an entry."""
    for one in results:
        if not one.comes_back:
            draft = one.planned.draft
            yield (draft.question, *draft.aliases, *sentences(draft.asked))
