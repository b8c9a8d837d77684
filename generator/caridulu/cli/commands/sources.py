"""``caridulu sources``: where the answers can be checked, and whether the pages are still there."""

import argparse
import json
from collections.abc import Sequence

from caridulu.cli.console import Console, opened
from caridulu.cli.parts import DONE, PROBLEMS, Commands
from caridulu.curation.sources.citations import Citation, by_host, citations, coverage
from caridulu.curation.sources.link_check import LinkChecker, LinkState, TriedLink
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    listing = commands.add("sources", sources, "sources", "sources --by host", "sources --links")
    listing.option("--by", choices=["entry", "host"], default="entry")
    listing.switches("links", "again", "json")


def sources(options: argparse.Namespace) -> int:
    """Lists every citation by entry or host; with ``--links``, tries the addresses."""
    console, project = Console(options.lang), opened(options)
    cited = citations(project.knowledge)
    if options.links:
        return _links(cited, options, console)
    counted = coverage(project.knowledge, cited)
    if options.json:
        rows = [_row(one) for one in cited]
        print(
            json.dumps({"citations": rows, "coverage": vars(counted)}, ensure_ascii=False, indent=2)
        )
        return DONE
    if options.by == "host":
        _list_by_host(cited, console)
    else:
        _list_by_entry(cited, console)
    console.tell("sources_summary", **vars(counted))
    return DONE


def _list_by_entry(cited: Sequence[Citation], console: Console) -> None:
    holder = ""
    for one in cited:
        if one.holder != holder:
            holder = one.holder
            print(holder)
        print(f"  {one.source.url or '-'}{_marks(one, console)}")


def _list_by_host(cited: Sequence[Citation], console: Console) -> None:
    for host, group in by_host(cited).items():
        print(f"{len(group):>4}  {host or console.sentence('sources_no_host')}")
        for url, holders in _by_address(group).items():
            print(f"        {url}  ({', '.join(holders)})")


def _by_address(group: Sequence[Citation]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in group:
        found.setdefault(one.source.url or one.source.title, []).append(one.entry or one.holder)
    return dict(sorted(found.items()))


def _marks(one: Citation, console: Console) -> str:
    return "".join(f"  [{console.sentence(f'source_{doubt}')}]" for doubt in one.doubts)


def _row(one: Citation) -> dict[str, object]:
    return {
        "holder": one.holder,
        "entry": one.entry,
        "title": one.source.title,
        "url": one.source.url,
        "accessed": one.source.accessed.isoformat() if one.source.accessed else None,
        "official": one.is_official,
        "doubts": [doubt.value for doubt in one.doubts],
    }


def _links(cited: Sequence[Citation], options: argparse.Namespace, console: Console) -> int:
    """Tries every address; 1 if a page is gone or has moved."""
    checker = LinkChecker(options.root, today=build_date())
    wanting = 0
    by_url: dict[str, list[Citation]] = {}
    for one in cited:
        if one.source.url:
            by_url.setdefault(one.source.url, []).append(one)
    for found in checker.check(by_url, again=options.again):
        _tell_link(found, by_url[found.url], console)
        wanting += found.state in (LinkState.GONE, LinkState.MOVED)
    console.tell("links_summary", count=len(by_url), wanting=wanting)
    return PROBLEMS if wanting else DONE


def _tell_link(found: TriedLink, citing: Sequence[Citation], console: Console) -> None:
    holders = ", ".join(dict.fromkeys(one.entry or one.holder for one in citing))
    changed = any(found.changed_since(one.source.accessed) for one in citing)
    name = "link_changed" if changed and found.state is LinkState.THERE else f"link_{found.state}"
    values = {"url": found.url, "to": found.moved_to, "on": found.modified or ""}
    console.tell(name, holders=holders, **values)
