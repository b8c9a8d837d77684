"""Exports -> candidates, each with its draft and the entries that may answer it already."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from caridulu.curation.drafts.draft_entry import (
    Decide,
    Draft,
    Drafting,
    clean,
    main_question,
    one_line,
    usual_decision,
)
from caridulu.curation.drafts.duplicates import Answered, answered_by, category_of
from caridulu.curation.drafts.import_history import Imported
from caridulu.curation.exports.consultation import SILENCE, Consultation, Reading
from caridulu.curation.exports.mailbox import MAIL, read_mail
from caridulu.curation.exports.opened_files import refuse
from caridulu.curation.exports.tables import read_table
from caridulu.curation.exports.whatsapp import looks_like_chat, read_chat
from caridulu.curation.lifecycle.entry_changes import (
    NoRoomError,
    with_alias,
    with_answer,
    with_proposal,
)
from caridulu.curation.project import Project
from caridulu.curation.writing import Change, changed_yaml, read_exact
from caridulu.knowledge import Entry, Problem, Severity, Status, finding, fold, notice
from caridulu.privacy.entities.personal_data import People
from caridulu.privacy.redaction import Redactor
from caridulu.search.query.outcome import Outcome

LONGEST_ANSWER = 15_000  # characters; an entry holds 20,000, placeholders may be longer
SHEETS = (".xlsx", ".xls", ".ods", ".xlsb", ".xlsm")


class Choice(StrEnum):
    """What becomes of a consultation."""

    CREATE = "create"
    ALIAS = "alias"
    ANSWER = "answer"
    SKIP = "skip"


@dataclass(frozen=True)
class Candidate:
    """A consultation, its redacted draft, and what already answers it."""

    source: Consultation
    draft: Draft
    answered: Answered
    same_as: str  # id of the entry that has this very phrasing, or empty
    guessed: bool = False  # the category is that of the nearest entry

    @property
    def is_answered(self) -> bool:
        """Whether the officer has to choose."""
        return bool(self.same_as) or self.answered.outcome is Outcome.ANSWERED

    @property
    def target(self) -> str:
        """The entry to which a phrasing or an answer would go."""
        return self.same_as or (self.answered.near[0].id if self.answered.near else "")


@dataclass(frozen=True)
class Made:
    """What became of a candidate; ``told`` names the sentence that says it."""

    candidate: Candidate
    choice: Choice
    told: str


@dataclass(frozen=True)
class Plan:
    """What an import would do; with problems it does nothing, what is refused is left out."""

    candidates: tuple[Candidate, ...]
    problems: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    known: int  # consultations imported before


@dataclass(frozen=True)
class Options:
    """What the officer can say about exports."""

    mapping: Mapping[str, str]
    officers: tuple[str, ...] = ()
    silence: dt.timedelta = SILENCE
    order: str | None = None
    decide: Decide = usual_decision


def read_export(path: Path, project: Project, options: Options) -> Reading:
    """The consultations of one file, by what the file is."""
    officers = (*project.officers, *options.officers)
    suffix = path.suffix.lower()
    if not path.exists():
        return Reading(problems=(refuse(path, "no_such_file").problem,))
    if path.is_dir() or suffix in MAIL:
        return read_mail(path, officers=officers)
    if suffix in (".csv", ".tsv", *SHEETS):
        return read_table(path, mapping=options.mapping)
    if suffix == ".zip" or (suffix == ".txt" and _is_chat(path)):
        return read_chat(path, officers=officers, silence=options.silence, order=options.order)
    if suffix == ".txt":
        return read_table(path, mapping=options.mapping)
    return Reading(problems=(refuse(path, "unknown_format", value=suffix).problem,))


def _is_chat(path: Path) -> bool:
    """Whether one of the first lines is a message; an empty or huge file is reported as a chat."""
    with path.open("rb") as stream:
        head = stream.read(20_000)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = head.decode("utf-16", "ignore")
    else:
        text = head.decode("utf-8", "ignore")
    return looks_like_chat(text.splitlines()[:50]) or not _has_header(text)


def _has_header(text: str) -> bool:
    return any(mark in text.split("\n", 1)[0] for mark in ";,\t")


def plan_import(readings: Iterable[Reading], project: Project, options: Options) -> Plan:
    """What each consultation of the exports would become."""
    listed = list(readings)
    problems = [problem for reading in listed for problem in reading.problems]
    refused = [one for reading in listed for one in reading.refused]
    notices = [one for reading in listed for one in reading.notices]
    imported = project.imported()
    taken = {entry.id for entry in project.knowledge.entries}
    phrases = project.phrases()
    candidates: list[Candidate] = []
    seen: set[str] = set()
    known = 0
    for reading in listed:
        people = People.of({*reading.senders, *project.knowledge.office.officers})
        redactor = Redactor(people=people, allowed=project.allowed, lists=project.words)
        drafting = Drafting(redactor, project.knowledge.office.channels, decide=options.decide)
        for source in reading.consultations:
            if told := _unusable(source):
                (notices if told.severity is Severity.NOTICE else refused).append(told)
                continue
            digest = imported.digest(*source.key)
            if digest in seen or imported.knows(*source.key):
                known += 1
                continue
            seen.add(digest)
            candidate = _candidate(source, digest, project, drafting, taken, phrases, notices)
            taken.add(candidate.draft.id)
            candidates.append(candidate)
    return Plan(tuple(candidates), tuple(problems), tuple(refused), tuple(notices), known)


def _unusable(source: Consultation) -> Problem | None:
    """Why a consultation cannot become an entry, if it cannot."""
    question, answer = one_line(clean(source.question), 200), clean(source.answer)
    if not question or not answer:
        name = "jawaban" if question else "pertanyaan"
        return notice(source.place, "curation.row_without", name=name)
    if len(answer) > LONGEST_ANSWER:
        return finding(source.place, "curation.text_too_long", name="jawaban", limit=LONGEST_ANSWER)
    return None


def _candidate(
    source: Consultation,
    digest: str,
    project: Project,
    drafting: Drafting,
    taken: set[str],
    phrases: dict[str, str],
    notices: list[Problem],
) -> Candidate:
    asked = one_line(main_question(clean(source.question)), 200)
    answered = answered_by(project.index, asked)
    category = _category(source, answered, project, notices)
    draft = drafting.draft(source, category=category, digest=digest, taken=taken)
    phrasings = [phrases.get(fold(text)) for text in (draft.question, *draft.aliases)]
    same_as = next(filter(None, phrasings), "")
    for text in (draft.question, *draft.aliases):
        phrases.setdefault(fold(text), draft.id)
    return Candidate(source, draft, answered, same_as, guessed=not source.category)


def _category(
    source: Consultation, answered: Answered, project: Project, notices: list[Problem]
) -> str:
    """The one the export names; else that of the nearest entry, and the officer is told."""
    categories = project.knowledge.categories
    named = fold(source.category)
    for category in categories:
        if named and named in (category.id, fold(category.name)):
            return category.id
    guess = category_of(answered.near, project) or categories[0].id
    if named:
        values = {"value": source.category, "other": guess}
        notices.append(notice(source.place, "curation.category_unknown", **values))
    return guess


def carry_out(
    plan: Plan, project: Project, imported: Imported, choose: Callable[[Candidate], Choice]
) -> tuple[dict[Path, str], list[Made]]:
    """The files that the officer's choices change, and the choices; nothing is written here."""
    texts: dict[Path, str] = {}
    made: list[Made] = []
    drafted: dict[str, Path] = {}
    for candidate in plan.candidates:
        choice, told = choose(candidate), ""
        draft = candidate.draft
        if choice is Choice.CREATE:
            path = project.root / "kb" / draft.category / f"{draft.id}.yml"
            texts[path] = draft.yaml()
            drafted[draft.id] = path
        elif choice is not Choice.SKIP:
            entry = project.entry(candidate.target)
            target = project.path(entry) if entry else drafted.get(candidate.target)
            change, told = _change(choice, draft, entry)
            if target is None:
                choice, told = Choice.SKIP, ""
            else:
                try:
                    texts[target] = changed_yaml(texts.get(target) or read_exact(target), change)
                except NoRoomError as full:
                    choice, told = Choice.SKIP, full.key
        made.append(Made(candidate, choice, told or f"chosen_{choice.value}"))
        if choice is not Choice.SKIP:
            imported.remember(draft.digest)
    return texts, made


def _change(choice: Choice, draft: Draft, entry: Entry | None) -> tuple[Change, str]:
    """What a choice does to an entry, and the sentence that says so; None: a draft of this run."""
    if choice is Choice.ALIAS:
        return with_alias(draft), "chosen_alias"
    if entry and entry.status is Status.PUBLISHED:
        return with_proposal(draft), "chosen_answer"
    return with_answer(draft), "chosen_replaced"
