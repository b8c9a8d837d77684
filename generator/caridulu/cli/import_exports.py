"""``caridulu import`` and ``import --template``."""

import argparse
import datetime as dt
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from caridulu.cli.console import Console, opened
from caridulu.cli.existing_faq import import_faq
from caridulu.cli.harvest import harvest, keep_skipped
from caridulu.cli.import_columns import ask_columns, tell_columns
from caridulu.cli.parts import DONE, PROBLEMS, USAGE, Commands, positive, progress, say
from caridulu.curation.drafts.draft_entry import Decide, replace_all, usual_decision
from caridulu.curation.drafts.entry_texts import one_line
from caridulu.curation.drafts.import_changes import Choice, ImportChanges, import_changes
from caridulu.curation.drafts.import_plan import ImportPlan, PlannedImport, plan_import
from caridulu.curation.drafts.plan_json import plan_json
from caridulu.curation.drafts.set_aside import set_aside_lists, write_lists
from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.opened_files import RefusedError
from caridulu.curation.exports.table_template import table_template
from caridulu.curation.exports.tables.column_memory import read_mapping, read_memory
from caridulu.curation.project import Project
from caridulu.journal.action import Kind
from caridulu.journal.journal import record
from caridulu.knowledge import in_order
from caridulu.knowledge.model import URL_PATTERN
from caridulu.messages import Language, message
from caridulu.privacy.entities.entity import Entity

OFFERED_LENGTH = 300  # characters of an answer beside the entry that answers already
CHOICES = {
    "s": Choice.ALIAS, "a": Choice.ALIAS, "j": Choice.ANSWER, "w": Choice.ANSWER,
    "b": Choice.CREATE, "c": Choice.CREATE, "l": Choice.SKIP, "": Choice.SKIP,
}  # fmt: skip

Choose = Callable[[PlannedImport], Choice]


def add(commands: Commands) -> None:
    """Add the command that makes drafts of exports."""
    importing = commands.add(
        "import",
        import_,
        "import --template konsultasi.xlsx",
        "import konsultasi.xlsx",
        "import chat.zip kotak-masuk.mbox --write",
        "import faq.docx --existing-faq --source https://dinas.example/faq --write",
    )
    importing.option("files", nargs="*", type=Path)
    importing.switches("write", "json", "harvest")
    for name in ("template", "columns"):
        importing.option(f"--{name}", type=Path, metavar="FILE")
    importing.option("--officer", action="append", default=[])
    importing.option("--silence", type=positive, default=7)
    importing.option("--date-order", choices=["dmy", "mdy", "ymd"])
    importing.option("--answered", choices=[choice.value for choice in Choice])
    importing.switches("ask-columns", "redact-asked", "check-hits", "existing-faq")
    importing.option("--source", type=web_address, metavar="URL")


def web_address(text: str) -> str:
    """An address that an entry can have as its source."""
    if not re.fullmatch(URL_PATTERN, text):
        raise ValueError(text)
    return text


def import_(options: argparse.Namespace) -> int:
    """Tell what exports would become, and with ``--write`` make drafts of them."""
    console = Console(options.lang)
    if options.template:
        return _write_template(options.template, console)
    if not options.files and not options.harvest:
        say(message("cli.import_files_missing", options.lang))
        return USAGE
    project = opened(options)
    if project is None:
        return PROBLEMS
    try:
        mapping = read_mapping(options.columns) if options.columns else {}
    except RefusedError as refused:
        console.list_problems([refused.problem])
        return PROBLEMS
    if not options.json:
        console.list_problems(read_memory(project.root).problems)
    readings = _readings(options, project, mapping, console)
    if options.existing_faq:
        return import_faq(options, readings, project, console)
    if options.harvest:
        return harvest(readings, project, console, write=options.write)
    decide = _decider(options, console)
    asks_nobody = decide in (usual_decision, replace_all)
    plan = plan_import(
        readings,
        project,
        decide=decide,
        processes=(os.cpu_count() or 1) if asks_nobody else 1,
        watch=lambda count: progress(console.sentence("import_progress", count=count)),
    )
    if options.json:
        print(plan_json(plan, options.lang), end="")
    else:
        _tell_plan(plan, console, is_dry=not options.write)
    if options.write:
        try:
            changes = _written(plan, project, _chooser(options, console))
            lists = set_aside_lists(plan, options.lang)
            written = write_lists(lists, project.root, read=[path.name for path in options.files])
        except OSError as error:
            return console.not_written(error)
        if not options.json:
            _tell_changes(changes, console, known=plan.known)
            keep_skipped(changes.results, project, console)
            for path in written:
                console.tell("aside_written", path=path.relative_to(project.root).as_posix())
    return PROBLEMS if plan.damaged else DONE


def _readings(
    options: argparse.Namespace, project: Project, mapping: Mapping[str, str], console: Console
) -> list[Reading]:
    """Reads the exports; once more where an officer has said what the columns are."""

    def read(path: Path) -> Reading:
        progress(console.sentence("import_reading", path=path.name))
        return read_export(path, _export_options(options, project, mapping))

    readings = [read(path) for path in options.files]
    if sys.stdin.isatty() and not options.json and not mapping:
        ask_all = options.ask_columns
        for position in ask_columns(readings, project.root, console, ask_all=ask_all):
            readings[position] = read(options.files[position])
    return readings


def _export_options(
    options: argparse.Namespace, project: Project, mapping: Mapping[str, str]
) -> ExportOptions:
    return ExportOptions(
        mapping=mapping,
        officers=(*project.officers, *options.officer),
        silence=dt.timedelta(days=options.silence),
        order=options.date_order,
        remembered=read_memory(project.root).tables,
        source=options.source or "",
    )


def _tell_plan(plan: ImportPlan, console: Console, *, is_dry: bool) -> None:
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


def _decider(options: argparse.Namespace, console: Console) -> Decide:
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


def _chooser(options: argparse.Namespace, console: Console) -> Choose:
    """Lets the officer choose what becomes of a question that an entry answers already."""
    skip_key = "s" if options.lang is Language.EN else "l"

    def choose(one: PlannedImport) -> Choice:
        if not one.is_answered:
            return Choice.CREATE
        choice = Choice(options.answered) if options.answered else Choice.SKIP
        if not options.answered and sys.stdin.isatty():
            _tell(one, console)
            key = (console.ask(f"  {console.sentence('ask_choice')}") or "")[:1]
            choice = Choice.SKIP if key == skip_key else CHOICES.get(key, Choice.SKIP)
        # The very same question would be two entries.
        return Choice.SKIP if choice is Choice.CREATE and one.same_as else choice

    return choose


def _written(plan: ImportPlan, project: Project, choose: Choose) -> ImportChanges:
    """Writes what the officer chooses, all files or none."""
    imported = project.imported()
    changes = import_changes(plan, project, imported, choose)
    if texts := changes.texts | imported.files():
        record(project.root, texts, Kind.IMPORTED)
    return changes


def _tell_changes(changes: ImportChanges, console: Console, *, known: int) -> None:
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


def _write_template(path: Path, console: Console) -> int:
    """Writes the table to fill in, as a workbook or as CSV, by the file's suffix."""
    if path.exists():
        console.complain("template_exists", path=path)
        return PROBLEMS
    try:
        path.write_bytes(table_template(path.suffix.lower()))
    except OSError as error:
        return console.not_written(error)
    console.tell("template_written", path=path)
    return DONE
