"""``caridulu import`` and ``import --template``."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from caridulu.cli.arguments import DONE, PROBLEMS, Commands, UsageError
from caridulu.cli.commands.importing.existing_faq import import_faq
from caridulu.cli.commands.importing.harvest import harvest
from caridulu.cli.commands.importing.plan import (
    ask_columns,
    chooser,
    decider,
    tell_plan,
    tell_results,
)
from caridulu.cli.console import Console, opened
from caridulu.cli.output import progress
from caridulu.curation.asked_in_exports import unanswered_in
from caridulu.curation.drafts.entries.draft_entry import replace_all, usual_decision
from caridulu.curation.drafts.faq.faq_import import is_address, is_broken_address
from caridulu.curation.drafts.plan.import_changes import ImportChoice
from caridulu.curation.drafts.plan.import_plan import ImportPlan, plan_import
from caridulu.curation.drafts.plan.plan_json import plan_json
from caridulu.curation.drafts.plan.set_aside import set_aside_lists, write_lists
from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.table_template import table_template
from caridulu.curation.exports.tables.column_memory import read_mapping, read_memory
from caridulu.curation.import_run import export_options, import_files
from caridulu.curation.project import Project
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.messages import UserError


def add(commands: Commands) -> None:
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
    importing.option("--date-order", choices=["dmy", "mdy"])
    importing.option("--answered", choices=[choice.value for choice in ImportChoice])
    importing.switches("ask-columns", "redact-asked", "check-hits", "existing-faq")
    importing.option("--source", type=faq_source, metavar="URL")


def faq_source(text: str) -> str:
    """Reads an address, or the name of a document; ``ValueError`` for half an address."""
    if is_broken_address(text):
        raise ValueError(text)
    return text


def import_(options: argparse.Namespace) -> int:
    """Tells what exports would become, and with ``--write`` makes drafts of them."""
    console = Console(options.lang)
    if options.template:
        return _write_template(options.template, console)
    if not options.files and not options.harvest:
        raise UsageError("cli.import_files_missing")
    project = opened(options)
    mapping = read_mapping(options.columns) if options.columns else {}
    if not options.json:
        console.list_problems(read_memory(project.root).problems)
    readings = _readings(options, project, mapping, console)
    if options.existing_faq:
        return import_faq(options, readings, project, console)
    if options.harvest:
        return harvest(options.files, readings, project, console, write=options.write)
    decide = decider(options, console)
    asks_nobody = decide in (usual_decision, replace_all)
    plan = plan_import(
        readings,
        project,
        decide=decide,
        processes=(os.cpu_count() or 1) if asks_nobody else 1,
        on_progress=lambda count: progress(console.sentence("import_progress", count=count)),
    )
    if options.json:
        print(plan_json(plan, options.lang), end="")
    else:
        tell_plan(plan, console, is_dry=not options.write)
    if options.write:
        _carry_out(plan, readings, options, project, console)
    return PROBLEMS if plan.damaged else DONE


def _carry_out(
    plan: ImportPlan,
    readings: Sequence[Reading],
    options: argparse.Namespace,
    project: Project,
    console: Console,
) -> None:
    """Writes what the officer chooses and what is set aside, and tells it."""
    unanswered = unanswered_in(options.files, readings, project)
    files = import_files(plan, project, chooser(options, console), unanswered=unanswered)
    record(project.root, files.texts, ActionKind.IMPORTED)
    lists = set_aside_lists(plan, options.lang)
    written = write_lists(lists, project.root, read=[path.name for path in options.files])
    if not options.json:
        tell_results(files.results, console, known=plan.known)
        if files.offered:
            console.tell("harvest_kept", count=files.offered)
        for path in written:
            console.tell("aside_written", path=path.relative_to(project.root).as_posix())


def _readings(
    options: argparse.Namespace, project: Project, mapping: Mapping[str, str], console: Console
) -> list[Reading]:
    """Reads the exports; once more where an officer has said what the columns are."""

    def read(path: Path) -> Reading:
        def tell(done: int, total: int) -> None:
            percent = 100 * done // total
            progress(console.sentence("import_read_so_far", path=path.name, percent=percent))

        progress(console.sentence("import_reading", path=path.name))
        own = _export_options(options, project, mapping)
        return read_export(path, own, processes=os.cpu_count() or 1, on_progress=tell)

    readings = [read(path) for path in options.files]
    if sys.stdin.isatty() and not options.json and not mapping:
        ask_all = options.ask_columns
        for position in ask_columns(readings, project.root, console, ask_all=ask_all):
            readings[position] = read(options.files[position])
    return readings


def _export_options(
    options: argparse.Namespace, project: Project, mapping: Mapping[str, str]
) -> ExportOptions:
    known = export_options(project)
    return replace(
        known,
        mapping=mapping,
        asks_nobody=options.json,
        officers=(*known.officers, *options.officer),
        order=options.date_order,
        source=options.source if is_address(options.source or "") else "",
    )


def _write_template(path: Path, console: Console) -> int:
    """Writes the table to fill in, as a workbook or as CSV, by the file's suffix."""
    if path.exists():
        raise UserError("curation.template_exists", path=path)
    path.write_bytes(table_template(path.suffix.lower()))
    console.tell("template_written", path=path)
    return DONE
