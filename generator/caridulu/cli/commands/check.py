"""``caridulu check``."""

import argparse

from caridulu.cli.arguments import DONE, PROBLEMS, Commands
from caridulu.cli.output import say
from caridulu.knowledge import Severity, load
from caridulu.knowledge.problem import format_github, format_json, format_text, in_order
from caridulu.messages import message
from caridulu.packages.at_hand import newer_versions
from caridulu.search.index.search_index import SearchIndex
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import check_project

FORMATS = {"text": format_text, "json": format_json, "github": format_github}


def add(commands: Commands) -> None:
    checking = commands.add("check", check, "check", "check --format github")
    checking.option("--format", choices=list(FORMATS), default="text")


def check(options: argparse.Namespace) -> int:
    """Prints every problem and notice of the content; 1 if there is a problem."""
    loaded = load(options.root, today=build_date())
    index = SearchIndex.of_knowledge(loaded.knowledge) if loaded.ok and loaded.knowledge else None
    of_project = check_project(loaded, root=options.root, index=index)
    found = in_order((*of_project, *newer_versions(options.root)))
    print(FORMATS[options.format](found, options.lang), end="")
    problems = sum(problem.severity is Severity.PROBLEM for problem in found)
    if options.format == "text":
        name = "check_failed" if problems else "check_clean"
        entries = len(loaded.knowledge.published) if loaded.knowledge else 0
        counts = {"problems": problems, "notices": len(found) - problems, "entries": entries}
        say(message(f"cli.{name}", options.lang, **counts))
    return PROBLEMS if problems else DONE
