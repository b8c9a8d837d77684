"""``caridulu build`` and ``serve``."""

import argparse
import gzip
from collections.abc import Iterable
from pathlib import Path

from generator.commands.parts import DONE, PROBLEMS, Commands, load_knowledge, progress, say
from generator.messages import message
from generator.search.client import client_script
from generator.search.published import publish
from generator.site.build import BuildError, build_pages
from generator.site.build import build as build_site
from generator.site.build import serve as serve_site
from generator.site.write import FolderError


def add(commands: Commands) -> None:
    """Add the commands about the site."""
    building = commands.add("build", build, "build --strict", "build --offline usb/")
    building.add_argument("--site-dir", type=Path, help=commands.say("build_site_dir"))
    building.add_argument("--strict", action="store_true", help=commands.say("build_strict"))
    other = building.add_mutually_exclusive_group()
    other.add_argument("--pages", type=Path, metavar="DIR", help=commands.say("build_pages"))
    other.add_argument("--offline", type=Path, metavar="DIR", help=commands.say("build_offline"))
    serving = commands.add("serve", serve, "serve", "serve --address 127.0.0.1:9000")
    serving.add_argument("--address", default="127.0.0.1:8000", help=commands.say("serve_address"))


def build(options: argparse.Namespace) -> int:
    """Build the site; the old one stays if that fails."""
    progress(message("cli.building", options.lang))
    target = options.pages or options.offline or options.site_dir or options.root / "site"
    try:
        if options.pages or options.offline:
            warnings: tuple[str, ...] = ()
            build_pages(options.root, target)
        else:
            warnings = build_site(options.root, target, strict=options.strict)
    except BuildError as error:
        say(*error.problems)
        return PROBLEMS
    except FolderError as error:
        say(str(error))
        return PROBLEMS
    say(*warnings, message("cli.build_done", options.lang, path=target), _weights(options))
    return DONE


def _weights(options: argparse.Namespace) -> str:
    knowledge = load_knowledge(options.root)
    published = publish(knowledge) if knowledge else None
    files = published.files.values() if published else ()
    return message(
        "cli.build_weights",
        options.lang,
        client=_kilobytes([client_script()]),
        index=_kilobytes(files),
        files=len(files),
    )


def _kilobytes(texts: Iterable[str]) -> float:
    return round(sum(len(gzip.compress(t.encode("utf-8"), 9)) for t in texts) / 1000, 1)


def serve(options: argparse.Namespace) -> int:
    """Live preview until interrupted."""
    serve_site(options.root, address=options.address)
    return DONE
