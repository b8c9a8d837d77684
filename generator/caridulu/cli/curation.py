"""From consultation to published entry: ``caridulu import``, ``review``, ``publish`` and others."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from caridulu.cli import curation_functions as curation
from caridulu.cli.parts import USAGE, Commands, positive, say
from caridulu.curation.drafts.importing import Choice
from caridulu.curation.exports.opened_files import RefusedError, encoding_of
from caridulu.messages import message
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    """Add the commands from consultation to published entry."""
    _add_import(commands)
    redacting = commands.add("redact", redact, "redact percakapan.txt", "redact < pesan.txt")
    redacting.add_argument("file", nargs="?", type=Path, help=commands.say("redact_file"))
    redacting.add_argument("--all", action="store_true", help=commands.say("redact_all"))
    reviewing = commands.add("review", review, "review", "review --html pratinjau.html")
    reviewing.add_argument("--html", type=Path, metavar="FILE", help=commands.say("review_html"))
    publishing = commands.add("publish", publish, "publish biaya-konsultasi --reviewed")
    publishing.add_argument("id", help=commands.say("entry_id"))
    for option in ("confirm", "reviewed"):
        help_text = commands.say(f"publish_{option}")
        publishing.add_argument(f"--{option}", action="store_true", help=help_text)
    archiving = commands.add("archive", archive, "archive entri-lama --into entri-baru")
    archiving.add_argument("id", help=commands.say("entry_id"))
    archiving.add_argument("--into", required=True, metavar="ID", help=commands.say("archive_into"))
    explaining = commands.add("explain", explain, "explain biaya-konsultasi")
    explaining.add_argument("id", help=commands.say("entry_id"))
    commands.add("duplicates", duplicates, "duplicates")
    gap_report = commands.add("gaps", gaps, "gaps chat.zip kotak-masuk.mbox")
    gap_report.add_argument("files", nargs="+", type=Path, help=commands.say("gaps_files"))
    gap_report.add_argument("--json", action="store_true", help=commands.say("search_json"))
    due_report = commands.add("due", due, "due", "due --days 60 --ics tinjauan.ics")
    due_report.add_argument("--days", type=positive, default=30, help=commands.say("due_days"))
    due_report.add_argument("--ics", type=Path, metavar="FILE", help=commands.say("due_ics"))


def _add_import(commands: Commands) -> None:
    importing = commands.add(
        "import",
        import_,
        "import --template konsultasi.xlsx",
        "import konsultasi.xlsx",
        "import chat.zip kotak-masuk.mbox --write",
    )
    importing.add_argument("files", nargs="*", type=Path, help=commands.say("import_files"))
    importing.add_argument("--write", action="store_true", help=commands.say("import_write"))
    importing.add_argument(
        "--template", type=Path, metavar="FILE", help=commands.say("import_template")
    )
    importing.add_argument(
        "--columns", type=Path, metavar="FILE", help=commands.say("import_columns")
    )
    importing.add_argument(
        "--officer", action="append", default=[], help=commands.say("import_officer")
    )
    importing.add_argument(
        "--silence", type=positive, default=7, help=commands.say("import_silence")
    )
    importing.add_argument(
        "--date-order", choices=["dmy", "mdy", "ymd"], help=commands.say("import_date_order")
    )
    importing.add_argument(
        "--answered", choices=[c.value for c in Choice], help=commands.say("import_answered")
    )
    for option in ("redact-asked", "check-hits"):
        help_text = commands.say(f"import_{option.replace('-', '_')}")
        importing.add_argument(f"--{option}", action="store_true", help=help_text)


def import_(options: argparse.Namespace) -> int:
    """Tell or write what exports become."""
    if options.template:
        streams = {"out": sys.stdout, "err": sys.stderr, "language": options.lang}
        return curation.template(options.template, **streams)
    if not options.files:
        say(message("cli.import_files_missing", options.lang))
        return USAGE
    return curation.import_(
        options.files,
        **_project(options),
        write=options.write,
        columns=options.columns,
        officers=options.officer,
        silence=options.silence,
        date_order=options.date_order,
        answered=Choice(options.answered) if options.answered else None,
        redact_asked=options.redact_asked,
        check_hits=options.check_hits,
        answers=sys.stdin if sys.stdin.isatty() else None,
    )


def redact(options: argparse.Namespace) -> int:
    """Copy a text without personal data."""
    chosen = _project(options)
    if not (options.root / "content").is_dir():
        chosen["root"] = None
    _as_bytes(sys.stdin, sys.stdout)
    try:
        if options.file is None:
            return curation.redact(sys.stdin, **chosen, everything=options.all)
        with _opened(options.file) as source:
            ahead = curation.senders_ahead(source)
            return curation.redact(source, **chosen, everything=options.all, ahead=ahead)
    except (OSError, UnicodeDecodeError) as error:
        say(message("cli.unreadable", options.lang, path=options.file or "-", reason=error))
    except RefusedError as refused:
        say(refused.problem.text(options.lang))
    return 1


def _opened(path: Path) -> TextIO:
    """A text file in its encoding; a pipe, which can be read once only, as UTF-8."""
    if path.is_file():
        return path.open(encoding=encoding_of(path), newline="")
    return path.open(encoding="utf-8", errors="surrogateescape", newline="")


def _as_bytes(*streams: TextIO) -> None:
    """Lets everything through as it is: line ends, and bytes that are no UTF-8."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")


def review(options: argparse.Namespace) -> int:
    """Walk the drafts."""
    return curation.review(**_project(options), answers=sys.stdin, html=options.html)


def publish(options: argparse.Namespace) -> int:
    """Move an entry one step."""
    return curation.publish(
        options.id, **_project(options), confirm=options.confirm, reviewed=options.reviewed
    )


def archive(options: argparse.Namespace) -> int:
    """Put an entry away, with a redirect."""
    return curation.archive(options.id, into=options.into, **_project(options))


def explain(options: argparse.Namespace) -> int:
    """Say why an entry is or is not public."""
    return curation.explain(options.id, **_project(options))


def duplicates(options: argparse.Namespace) -> int:
    """List entries that are nearly the same."""
    return curation.duplicates(**_project(options))


def gaps(options: argparse.Namespace) -> int:
    """Rank what visitors searched and did not find."""
    return curation.gaps(options.files, **_project(options), as_json=options.json)


def due(options: argparse.Namespace) -> int:
    """List entries that must be looked at again."""
    return curation.due(**_project(options), days=options.days, ics=options.ics)


def _project(options: argparse.Namespace) -> dict[str, Any]:
    """What every curation command is given."""
    return {
        "root": options.root,
        "today": build_date(),
        "out": sys.stdout,
        "err": sys.stderr,
        "language": options.lang,
    }
