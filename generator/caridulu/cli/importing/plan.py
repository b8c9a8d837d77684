"""What the officer is told of an import and asked about it."""

import argparse
import sys
from collections import Counter

from caridulu.cli.console import Console
from caridulu.cli.importing.columns import tell_columns
from caridulu.curation.drafts.entries.draft_entry import Decide, replace_all, usual_decision
from caridulu.curation.drafts.entries.entry_texts import one_line
from caridulu.curation.drafts.plan.import_changes import Choice, Choose, ImportChanges
from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport
from caridulu.knowledge import in_order
from caridulu.messages import Language
from caridulu.privacy.entity import Entity

OFFERED_LENGTH = 300  # characters of an answer beside the entry that answers already
CHOICES = {
    "s": Choice.ALIAS, "a": Choice.ALIAS, "j": Choice.ANSWER, "w": Choice.ANSWER,
    "b": Choice.CREATE, "c": Choice.CREATE, "l": Choice.SKIP,
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

    def choose(one: PlannedImport) -> Choice | None:
        if not one.is_answered:
            return Choice.CREATE
        choice = Choice(options.answered) if options.answered else None
        if not options.answered and sys.stdin.isatty():
            _tell(one, console)
            key = (console.ask(f"  {console.sentence('ask_choice')}") or "")[:1]
            choice = Choice.SKIP if key == skip_key else CHOICES.get(key)
        # The very same question would be two entries.
        return None if choice is Choice.CREATE and one.same_as else choice

    return choose


def tell_changes(changes: ImportChanges, console: Console, *, known: int) -> None:
    """Prints what became of each consultation, and how many there were of each kind."""
    for one in changes.results:
        place, draft = one.planned.source.place, one.planned.draft
        print(f"{place.path}:{place.line}")
        entry_id = draft.id if one.choice is Choice.CREATE else one.planned.target
        console.tell_below(one.told, id=entry_id, category=one.planned.category)
    counted = Counter(one.choice.value for one in changes.results)
    counts = {choice.value: counted[choice.value] for choice in Choice}
    console.tell("import_done", known=known, **counts)
    if counted[Choice.CREATE.value] or counted[Choice.ANSWER.value]:
        console.tell("import_next")
