"""``caridulu portal``: one static search over many offices' published sites."""

import argparse
from collections.abc import Callable
from pathlib import Path

from caridulu.cli.arguments import DONE, Commands
from caridulu.cli.output import progress, say
from caridulu.messages import Language, UserError, message
from caridulu.portal.build import LeftOut, build_portal
from caridulu.portal.listing import read_listing
from caridulu.portal.served.build_index import build_index
from caridulu.portal.served.current_index import CurrentIndex
from caridulu.portal.served.search_server import search_server

PORT = 8300


def add(commands: Commands) -> None:
    examples = (
        "portal offices.yml --site-dir portal/",
        "portal offices.yml --index indeks/",
        "portal indeks/ --serve",
    )
    making = commands.add("portal", portal, *examples)
    making.option("list", type=Path)
    making.option("--index", type=Path)
    making.option("--port", type=int, default=PORT)
    making.option("--site-dir", type=Path, default=Path("portal"))
    making.switches("strict", "serve")


def left_out_printer(language: Language) -> Callable[[LeftOut], None]:
    """Returns a function that prints which office is left out, and why."""

    def report(office: LeftOut) -> None:
        reason = message(f"portal.{office.key}", language)
        say(message("portal.left_out", language, id=office.id, reason=reason))

    return report


def portal(options: argparse.Namespace) -> int:
    """Makes the portal of a list of offices, or its index; the old one stays if that fails."""
    if options.serve:
        return _serve(options)
    listed = read_listing(options.list)
    progress(message("cli.building", options.lang))
    how = {
        "root": options.list.parent,
        "strict": options.strict,
        "on_left_out": left_out_printer(options.lang),
    }
    if options.index:
        made = build_index(listed, folder=options.index, **how)
    else:
        made = build_portal(listed, site_dir=options.site_dir, **how)
    place = options.index or options.site_dir
    values = {"offices": made.offices, "entries": made.entries, "path": place}
    say(message("portal.made", options.lang, **values))
    return DONE


def _serve(options: argparse.Namespace) -> int:
    """Answers from an index until interrupted; another that takes its place is taken in."""

    def tell_refused() -> None:
        say(message("portal.index_kept", options.lang, path=options.list))

    index = CurrentIndex(options.list, tell_refused)
    try:
        server = search_server(index.latest, port=options.port)
    except (OSError, OverflowError) as error:
        raise UserError("portal.port_taken", port=options.port) from error
    say(message("portal.serving", options.lang, address=server.address))
    server.serve_forever()
    return DONE
