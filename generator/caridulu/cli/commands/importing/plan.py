"""Prints the plan of an import and asks the officer about it."""

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from caridulu.cli.console import Console
from caridulu.curation.drafts.entries.draft_entry import Decide, replace_all, usual_decision
from caridulu.curation.drafts.entries.entry_texts import one_line
from caridulu.curation.drafts.plan.import_changes import (
    LEFT_OUT,
    Choose,
    ImportChoice,
    ImportResult,
)
from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.exports.header_words import REQUIRED
from caridulu.curation.exports.tables.column_memory import MEMORY, with_columns
from caridulu.curation.exports.tables.columns import Guess, TableColumns
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.knowledge import in_order
from caridulu.messages import Language
from caridulu.privacy.entity import Entity

EXAMPLE_LENGTH = 60  # characters of a cell shown beside its header
OPTIONAL = ("date", "category", "channel")
TICKETS = ("ticket", "writer", "message")  # of a table with several rows a ticket
OFFERED_LENGTH = 300  # characters of an answer beside the entry that answers already
CHOICES = {  # by the letters in brackets of ``curation.ask_choice``
    "s": ImportChoice.ALIAS, "a": ImportChoice.ALIAS,
    "j": ImportChoice.ANSWER, "w": ImportChoice.ANSWER,
    "b": ImportChoice.CREATE, "c": ImportChoice.CREATE,
    "l": ImportChoice.SKIP,
}  # fmt: skip


def tell_plan(plan: ImportPlan, console: Console, *, is_dry: bool) -> None:
    """Prints what is set aside and, before anything is written, what would become drafts."""
    tell_columns(plan.tables, console)
    if is_dry:
        for one in plan.planned:
            _tell(one, console)
    console.list_problems(in_order([*plan.aside, *plan.notices]))
    if is_dry:
        choose = sum(one.is_answered for one in plan.planned)
        create = len(plan.planned) - choose
        console.tell("import_dry", create=create, choose=choose, known=plan.known)
    if plan.damaged:
        console.complain("import_partly", count=plan.damaged)


def _tell(one: PlannedImport, console: Console) -> None:
    """Prints what a consultation would become, and what is or may be personal data in it."""
    draft, place = one.draft, one.source.place
    values = {"place": f"{place.path}:{place.line}", "question": draft.question}
    if one.is_answered:
        console.tell("would_choose", id=one.target, **values)
        for near in one.answered.near:
            console.tell_below("near", id=near.id, question=near.question)
        console.tell_below("offered", value=one_line(draft.answer, OFFERED_LENGTH))
    else:
        name = "would_create_guessed" if one.guessed else "would_create"
        console.tell(name, id=draft.id, category=one.category, **values)
    for shown in draft.shown:
        name = "hit_open" if shown in draft.shown_open else "hit_replaced"
        console.tell_below(name, value=shown)


def decider(options: argparse.Namespace, console: Console) -> Decide:
    """Lets the officer decide about personal data where there is one to ask, else the rule."""
    if options.redact_asked and not options.check_hits:
        return replace_all
    if not options.write or not sys.stdin.isatty():
        return usual_decision

    def decide(shown: str, entity: Entity) -> bool:
        if entity.certain and not options.check_hits:
            return True
        answer = (console.ask(console.sentence("ask_hit", value=shown)) or "")[:1]
        return answer not in ("t", "n") if answer else entity.certain

    return decide


def chooser(options: argparse.Namespace, console: Console) -> Choose:
    """Lets the officer choose what becomes of a question that an entry answers already."""
    skip_key = "s" if options.lang is Language.EN else "l"

    def choose(one: PlannedImport) -> ImportChoice | None:
        if not one.is_answered:
            return ImportChoice.CREATE
        choice = ImportChoice(options.answered) if options.answered else None
        if not options.answered and sys.stdin.isatty():
            _tell(one, console)
            key = (console.ask(f"  {console.sentence('ask_choice')}") or "")[:1]
            choice = ImportChoice.SKIP if key == skip_key else CHOICES.get(key)
        return choice

    return choose


def tell_results(results: Sequence[ImportResult], console: Console, *, known: int) -> None:
    """Prints what became of each consultation, and how many there were of each kind."""
    for one in results:
        place, draft = one.planned.source.place, one.planned.draft
        print(f"{place.path}:{place.line}")
        entry_id = draft.id if one.choice is ImportChoice.CREATE else one.planned.target
        values = {"id": entry_id, "category": one.planned.category, "question": one.question}
        is_left = one.comes_back and one.told == LEFT_OUT
        console.tell_below("chosen_later" if is_left else one.told, **values)
    counted = Counter(one.choice.value for one in results if not one.comes_back)
    counts = {choice.value: counted[choice.value] for choice in ImportChoice}
    console.tell("import_done", known=known, **counts)
    if later := sum(one.comes_back for one in results):
        console.tell("import_later", count=later)
    if counted[ImportChoice.CREATE.value] or counted[ImportChoice.ANSWER.value]:
        console.tell("import_next")


def tell_columns(tables: Iterable[TableColumns], console: Console) -> None:
    """Prints what each table was read with."""
    for table in tables:
        guess = table.guess
        if guess.is_certain:
            fields = [f for f in (*REQUIRED, *TICKETS, *OPTIONAL) if f in guess.columns.single]
            pairs = [f"{console.sentence(f'field_{f}')} = {guess.header(f)}" for f in fields]
            if personal := guess.columns.personal:
                names = ", ".join(guess.headers[n] for n in personal)
                pairs.append(f"{console.sentence('field_personal')} = {names}")
            place = f"{table.place.path}:{table.place.line}"
            console.tell("columns_read", place=place, value="; ".join(pairs))


def ask_columns(
    readings: Sequence[Reading], root: Path, console: Console, *, ask_all: bool
) -> set[int]:
    """Asks for the columns that are in doubt and keeps the answers in ``content/import.yml``.

    Returns the positions of the readings that are to be read again.
    """
    again: set[int] = set()
    told: set[tuple[str, ...]] = set()
    for position, reading in enumerate(readings):
        for table in reading.tables:
            signature, is_certain = table.guess.signature, table.guess.is_certain
            if is_certain and not ask_all:
                continue
            if signature in told or _ask(table, root, console):
                told.add(signature)
                again.add(position)
    return again


def _ask(table: TableColumns, root: Path, console: Console) -> bool:
    """Asks for one table; False when nobody answers."""
    guess = table.guess
    console.tell("ask_columns", place=f"{table.place.path}:{table.place.line}")
    for number, (name, example) in enumerate(zip(guess.headers, guess.examples, strict=True), 1):
        shown = one_line(example, EXAMPLE_LENGTH)
        console.tell_below("column", number=number, header=name, value=shown)
    fields: dict[str, str] = {}
    for field in (*REQUIRED, "date"):
        header = _chosen(field, guess, console, taken=fields.values())
        if header is None:
            return False
        if header:
            fields[field] = header
    record(root, with_columns(root, guess, fields), ActionKind.SAVED)
    console.tell("columns_kept", path=MEMORY.as_posix())
    return True


def _chosen(field: str, guess: Guess, console: Console, *, taken: Collection[str]) -> str | None:
    """Asks for a header by its number; empty for none, None at the end of the input."""
    position = guess.columns.single.get(field)
    usual = "-" if position is None else str(position + 1)
    name = console.sentence(f"field_{field}")
    while True:
        typed = console.ask(console.sentence("ask_column", name=name, value=usual))
        if typed is None:
            return None
        answer = typed or usual
        if answer == "-" and field not in REQUIRED:
            return ""
        if answer.isdigit() and 1 <= int(answer) <= len(guess.headers):
            header = guess.headers[int(answer) - 1]
            if header not in taken:
                return header
        console.tell("no_such_column", value=answer, count=len(guess.headers))
