"""``caridulu portal``: one static search over many offices' published sites."""

import argparse
from pathlib import Path

from caridulu.cli.parts import DONE, PROBLEMS, Commands, progress, say
from caridulu.knowledge.problem import format_text
from caridulu.messages import message
from caridulu.portal.build import LeftOut, build_portal
from caridulu.portal.listing import read_listing
from caridulu.site.build.write_site import FolderError


def add(commands: Commands) -> None:
    """Add the command about portals."""
    making = commands.add("portal", portal, "portal offices.yml --site-dir portal/")
    making.option("list", type=Path)
    making.option("--site-dir", type=Path, default=Path("portal"))
    making.switches("strict")


def portal(options: argparse.Namespace) -> int:
    """Make the portal of a list of offices; the old one stays if that fails."""
    listing = read_listing(options.list)
    if listing.portal is None:
        say(format_text(listing.problems, options.lang).rstrip())
        return PROBLEMS
    progress(message("cli.building", options.lang))

    def tell(office: LeftOut) -> None:
        reason = message(f"portal.{office.key}", options.lang)
        say(message("portal.left_out", options.lang, id=office.id, reason=reason))

    try:
        made = build_portal(
            listing.portal,
            root=options.list.parent,
            site_dir=options.site_dir,
            strict=options.strict,
            tell=tell,
        )
    except FolderError as error:
        say(str(error))
        return PROBLEMS
    if made.site is None:
        name = "none_left" if not made.offices else "not_made"
        say(message(f"portal.{name}", options.lang))
        return PROBLEMS
    values = {"offices": made.offices, "entries": made.entries, "path": options.site_dir}
    say(message("portal.made", options.lang, **values))
    return DONE
