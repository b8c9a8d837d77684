"""The plan of an import and the officer's choices -> changed files; nothing is written here."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from caridulu.curation.drafts.entries.conversation import conversation_file
from caridulu.curation.drafts.entries.draft_entry import DraftEntry
from caridulu.curation.drafts.plan.import_history import Imported
from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport
from caridulu.curation.lifecycle.entry_changes import (
    NoRoomError,
    with_aliases,
    with_answer,
    with_proposal,
)
from caridulu.curation.project import Project
from caridulu.curation.writing import Change, changed_yaml
from caridulu.knowledge import Entry, Status


class Choice(StrEnum):
    """What becomes of a consultation."""

    CREATE = "create"
    ALIAS = "alias"
    ANSWER = "answer"
    SKIP = "skip"


# None: nobody was asked; the consultation is left out now and comes back with the next import.
Choose = Callable[[PlannedImport], Choice | None]


@dataclass(frozen=True)
class ImportResult:
    """What became of a consultation; ``told`` names the sentence that says it."""

    planned: PlannedImport
    choice: Choice
    told: str


def import_changes(
    plan: ImportPlan,
    project: Project,
    imported: Imported,
    choose: Choose,
) -> tuple[dict[Path, str], list[ImportResult]]:
    """Makes the texts that the officer's choices give, and tells what became of each consultation.

    ``imported`` remembers what was decided.
    """
    texts: dict[Path, str] = {}
    results: list[ImportResult] = []
    drafted: dict[str, Path] = {}
    for one in plan.planned:
        chosen, draft = choose(one), one.draft
        choice = chosen or Choice.SKIP
        told = f"chosen_{choice.value}"
        if choice is Choice.CREATE:
            path = project.root / "kb" / one.category / f"{draft.id}.yml"
            texts[path] = draft.yaml(one.category)
            texts[conversation_file(project.root, draft.id)] = draft.conversation.text()
            drafted[draft.id] = path
        elif choice is not Choice.SKIP:
            entry = project.entry(one.target)
            target = project.path(entry) if entry else drafted.get(one.target)
            change, told = _change(choice, draft, entry)
            if target is None:  # the draft with this phrasing was left out
                choice, told = Choice.SKIP, "chosen_skip"
            else:
                try:
                    texts[target] = changed_yaml(texts.get(target) or project.text(target), change)
                    if choice is Choice.ANSWER:
                        texts[conversation_file(project.root, one.target)] = (
                            draft.conversation.text()
                        )
                except NoRoomError as full:
                    choice, told = Choice.SKIP, full.key
        results.append(ImportResult(one, choice, told))
        if choice is not Choice.SKIP or chosen is Choice.SKIP:
            imported.remember(draft.digest)
    return texts, results


def _change(choice: Choice, draft: DraftEntry, entry: Entry | None) -> tuple[Change, str]:
    """What a choice does to an entry, and the sentence that says so; None: a draft of this run."""
    if choice is Choice.ALIAS:
        return with_aliases((draft.question, *draft.aliases)), "chosen_alias"
    if entry and entry.status is Status.PUBLISHED:
        return with_proposal(draft.answer, draft.origin), "chosen_answer"
    return with_answer(draft.answer), "chosen_replaced"
