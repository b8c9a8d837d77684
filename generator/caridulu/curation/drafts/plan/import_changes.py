"""The plan of an import and the officer's choices -> changed files; nothing is written here."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from caridulu.curation.drafts.entries.conversation import NO_SHEET, SheetPlace, conversation_file
from caridulu.curation.drafts.entries.draft_entry import DraftEntry
from caridulu.curation.drafts.plan.import_history import Imported
from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport
from caridulu.curation.exports.part_paths import split_path
from caridulu.curation.exports.tables.columns import TableColumns
from caridulu.curation.lifecycle.entry_changes import (
    NoRoomError,
    with_aliases,
    with_answer,
    with_proposal,
)
from caridulu.curation.phrasing_text import phrasing_of
from caridulu.curation.project import Project
from caridulu.curation.yaml_changes import Change, changed_yaml
from caridulu.knowledge import Entry, Status
from caridulu.privacy.redaction import placeholders

LEFT_OUT = "chosen_skip"  # what is told of a consultation that changes nothing


class ImportChoice(StrEnum):
    """What becomes of a consultation."""

    CREATE = "create"
    ALIAS = "alias"
    ANSWER = "answer"
    SKIP = "skip"


# None: nobody was asked.
Choose = Callable[[PlannedImport], ImportChoice | None]


@dataclass(frozen=True)
class ImportResult:
    """The result of one consultation; ``told`` is the key of the message about it."""

    planned: PlannedImport
    choice: ImportChoice
    told: str
    question: str = ""  # of the entry that has received a phrasing or an answer
    phrasing: str = ""  # that is an alias of it now
    comes_back: bool = False  # with the next import of the same export


@dataclass(frozen=True)
class ImportChanges:
    """The texts of the files that an import changes, and what became of each consultation."""

    texts: dict[Path, str]
    results: list[ImportResult]


def import_changes(
    plan: ImportPlan, project: Project, imported: Imported, choose: Choose
) -> ImportChanges:
    """Applies the officer's choice to each consultation; ``imported`` remembers those decided.

    What was not decided comes back with the next import: nobody was asked, what was chosen found no
    room, or it would be a second entry with the very same question.
    """
    texts = _Texts(project, plan.tables)
    results: list[ImportResult] = []
    for one in plan.planned:
        chosen = choose(one)
        if chosen is ImportChoice.CREATE and one.same_as:
            chosen = None
        result = texts.with_choice(one, chosen or ImportChoice.SKIP)
        comes_back = result.choice is ImportChoice.SKIP and chosen is not ImportChoice.SKIP
        results.append(replace(result, comes_back=comes_back))
        if not comes_back:
            imported.remember(one.draft.digest)
    return ImportChanges(texts.by_path, results)


class _Texts:
    """The texts of changed files, one choice after the other."""

    def __init__(self, project: Project, tables: Iterable[TableColumns]) -> None:
        self._project = project
        self._sheets = _sheets(tables)
        self._drafted: dict[str, PlannedImport] = {}  # by id, the drafts of this import
        self.by_path: dict[Path, str] = {}

    def with_choice(self, one: PlannedImport, choice: ImportChoice) -> ImportResult:
        """Makes the change that was chosen, and tells what became of the consultation."""
        if choice is ImportChoice.SKIP:
            return ImportResult(one, choice, LEFT_OUT)
        if choice is ImportChoice.CREATE:
            return self._created(one)
        return self._given_to_target(one, choice)

    def _created(self, one: PlannedImport) -> ImportResult:
        draft = one.draft
        self.by_path[self._path_of_draft(one)] = draft.yaml(one.category)
        self._keep_conversation(draft.id, draft)
        self._drafted[draft.id] = one
        return ImportResult(one, ImportChoice.CREATE, "chosen_create")

    def _given_to_target(self, one: PlannedImport, choice: ImportChoice) -> ImportResult:
        """Adds a phrasing or an answer to the entry or draft that answers it already."""
        draft, entry = one.draft, self._project.entry(one.target)
        new = self._drafted.get(one.target)
        if entry:
            path, question = self._project.path(entry), entry.question
        elif new:
            path, question = self._path_of_draft(new), new.draft.question
        else:  # the draft with this phrasing was left out
            return ImportResult(one, ImportChoice.SKIP, LEFT_OUT)
        phrasing = self._phrasing(draft)
        if choice is ImportChoice.ALIAS and not phrasing:
            return ImportResult(one, ImportChoice.SKIP, LEFT_OUT)
        change, told = _change(choice, draft, phrasing, entry)
        try:
            text = changed_yaml(self.by_path.get(path) or self._project.text(path), change)
        except NoRoomError as full:
            return ImportResult(one, ImportChoice.SKIP, full.key)
        self.by_path[path] = text
        if choice is ImportChoice.ANSWER:
            self._keep_conversation(one.target, draft)
        return ImportResult(
            one, choice, told, question, phrasing if choice is ImportChoice.ALIAS else ""
        )

    def _path_of_draft(self, one: PlannedImport) -> Path:
        return self._project.root / "kb" / one.category / f"{one.draft.id}.yml"

    def _phrasing(self, draft: DraftEntry) -> str:
        """Returns the question that the officer has read, without what a redaction has put in.

        Further phrasings of the draft are not read before they would be public.
        """
        if not placeholders().search(draft.question):
            return draft.question
        return phrasing_of(draft.question, self._project.redactor)

    def _keep_conversation(self, entry_id: str, draft: DraftEntry) -> None:
        sheet = self._sheets.get(draft.place.path if draft.place else "", NO_SHEET)
        path = conversation_file(self._project.root, entry_id)
        self.by_path[path] = replace(draft.conversation, sheet=sheet).text()


def _sheets(tables: Iterable[TableColumns]) -> dict[str, SheetPlace]:
    """Numbers the sheets of each workbook that has several, by their paths."""
    counted: Counter[str] = Counter()
    found = {}
    for path in dict.fromkeys(one.place.path for one in tables):
        file, name = split_path(path)
        counted[file] += 1
        found[path] = SheetPlace(counted[file], name)
    return found


def _change(
    choice: ImportChoice, draft: DraftEntry, phrasing: str, entry: Entry | None
) -> tuple[Change, str]:
    """Returns the change that was chosen, and its message; without an entry, of a new draft."""
    if choice is ImportChoice.ALIAS:
        return with_aliases((phrasing,)), "chosen_alias"
    if entry and entry.status is Status.PUBLISHED:
        return with_proposal(draft.answer, draft.origin), "chosen_answer"
    return with_answer(draft.answer), "chosen_replaced"
