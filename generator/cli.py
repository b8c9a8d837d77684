"""``caridulu``: reads arguments, calls the stage that does the work, prints what it returns.

Exit codes: 0 done, 1 problems, 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import commands
from generator.messages import Language, message

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    for stream in (sys.stdout, sys.stderr):  # Windows consoles are not UTF-8 by themselves
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = parser(_language(arguments)).parse_args(arguments)
    options.lang = Language(options.lang)
    command: Command = options.command
    try:
        return command(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0


def _language(arguments: Sequence[str]) -> Language:
    """The language of ``--lang`` before anything else is parsed: help texts need it."""
    early = argparse.ArgumentParser(add_help=False)
    early.add_argument("--lang", default="id", choices=[language.value for language in Language])
    return Language(early.parse_known_args(list(arguments))[0].lang)


def parser(language: Language) -> argparse.ArgumentParser:
    """The whole command line, with help in ``language``."""

    def say(name: str) -> str:
        return message(f"cli.{name}", language)

    top = argparse.ArgumentParser(prog="caridulu", description=say("description"))
    top.add_argument("--lang", default="id", choices=["id", "en"], help=say("lang"))
    top.add_argument("--root", type=Path, default=Path(), help=say("root"))
    names = top.add_subparsers(
        metavar="PERINTAH" if language is Language.ID else "COMMAND", required=True
    )

    def add(name: str, command: Command, *examples: str) -> argparse.ArgumentParser:
        added = names.add_parser(
            name,
            help=say(name),
            description=say(name),
            epilog="\n".join([say("examples"), *(f"  caridulu {example}" for example in examples)]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(command=command)
        return added

    check = add("check", commands.check, "check", "check --format github")
    check.add_argument(
        "--format", choices=["text", "json", "github"], default="text", help=say("check_format")
    )

    build = add("build", commands.build, "build --strict", "build --offline usb/")
    build.add_argument("--site-dir", type=Path, help=say("build_site_dir"))
    build.add_argument("--strict", action="store_true", help=say("build_strict"))
    other = build.add_mutually_exclusive_group()
    other.add_argument("--pages", type=Path, metavar="DIR", help=say("build_pages"))
    other.add_argument("--offline", type=Path, metavar="DIR", help=say("build_offline"))

    serve = add("serve", commands.serve, "serve", "serve --address 127.0.0.1:9000")
    serve.add_argument("--address", default="127.0.0.1:8000", help=say("serve_address"))

    search = add(
        "search",
        commands.search,
        'search "konsul bayar brp"',
        'search "jml pddk bombana" --explain',
        "search --batch --json < pertanyaan.txt",
    )
    search.add_argument("query", nargs="?", help=say("search_query"))
    search.add_argument("--limit", type=_positive, default=10, help=say("search_limit"))
    search.add_argument("--json", action="store_true", help=say("search_json"))
    search.add_argument("--explain", action="store_true", help=say("search_explain"))
    search.add_argument("--exact", action="store_true", help=say("search_exact"))
    search.add_argument("--batch", action="store_true", help=say("search_batch"))

    evaluate = add("evaluate", commands.evaluate, "evaluate", "evaluate koleksi/ --json")
    evaluate.add_argument("collection", nargs="?", type=Path, help=say("evaluate_collection"))
    evaluate.add_argument("--queries", type=Path, help=say("evaluate_queries"))
    evaluate.add_argument("--qrels", type=Path, help=say("evaluate_qrels"))
    evaluate.add_argument("--index-only", action="store_true", help=say("evaluate_index_only"))
    evaluate.add_argument(
        "--engine", choices=["whoosh", "browser"], default="whoosh", help=say("evaluate_engine")
    )
    evaluate.add_argument("--json", action="store_true", help=say("search_json"))

    add("schemas", commands.schemas, "schemas")
    return top


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
