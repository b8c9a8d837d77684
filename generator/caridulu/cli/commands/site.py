"""``caridulu build``, ``serve`` and ``poster``."""

import argparse
from pathlib import Path

from caridulu.cli.arguments import DONE, Commands, UsageError
from caridulu.cli.output import progress, say
from caridulu.messages import UserError, message
from caridulu.site.build import build_command as building
from caridulu.site.build.page_size import weights
from caridulu.site.urls import ROBOTS, SITEMAP

MOST_PORT = 65_535


def add(commands: Commands) -> None:
    build_parser = commands.add("build", build, "build --strict", "build --offline usb/")
    build_parser.option("--site-dir", type=Path)
    build_parser.switches("strict")
    other = build_parser.add_mutually_exclusive_group()
    for flag in ("--pages", "--offline"):
        build_parser.option(flag, group=other, type=Path, metavar="DIR")
    serving = commands.add("serve", serve, "serve", "serve --address 127.0.0.1:9000")
    serving.option("--address", default="127.0.0.1:8000")
    printing = commands.add("poster", poster, "poster --output poster.html")
    printing.option("--output", type=Path, default=Path("poster.html"))


def build(options: argparse.Namespace) -> int:
    """Builds the site; the old one stays if that fails."""
    progress(message("cli.building", options.lang))
    target = options.pages or options.offline or options.site_dir or options.root / "site"
    if options.pages or options.offline:
        building.build_pages(options.root, target, offline=options.offline is not None)
    else:
        say(*building.build(options.root, target, strict=options.strict))
    say(message("cli.build_done", options.lang, path=target))
    if weighed := weights(target, options.lang):
        say(weighed)
    if not options.offline:
        if not (target / SITEMAP).is_file():
            say(message("site.no_address", options.lang))
        elif not (target / ROBOTS).is_file():
            say(message("site.no_robots", options.lang))
    return DONE


def serve(options: argparse.Namespace) -> int:
    """Shows a live preview until interrupted."""
    from caridulu.site.serve.live_site import Preview
    from caridulu.site.serve.preview_server import PreviewServer, run

    def report(problems: tuple[str, ...]) -> None:
        say(*problems or [message("cli.serve_updated", options.lang)])

    host, _, port = options.address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > MOST_PORT:
        raise UsageError("cli.serve_bad_address", address=options.address)
    preview = Preview(options.root, on_problems=report)
    try:
        server = PreviewServer(preview, host=host, port=int(port))
    except OSError as error:
        raise UserError("cli.serve_taken", address=options.address) from error
    progress(message("cli.building", options.lang))
    preview.refresh()
    say(message("cli.serve_ready", options.lang, address=server.address))
    run(server, preview, options.root)
    return DONE


def poster(options: argparse.Namespace) -> int:
    """Writes the sheet for the counter."""
    has_code = building.poster(options.root, options.output)
    say(message("cli.build_done", options.lang, path=options.output))
    if not has_code:
        say(message("site.no_address", options.lang))
    return DONE
