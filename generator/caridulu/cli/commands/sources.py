"""``caridulu sources``: where the answers can be checked, and whether the pages are still there."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence

from caridulu.cli.arguments import DONE, PROBLEMS, Commands
from caridulu.cli.console import Console, opened
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
    """Tries every address; 1 if a page is gone or has moved, or none could be reached."""
    checker = LinkChecker(options.root, today=build_date())
    by_url: dict[str, list[Citation]] = {}
    for one in cited:
        if one.source.url:
            by_url.setdefault(one.source.url, []).append(one)
    counts, rows = Counter[LinkState](), []
    for found in checker.check(by_url, again=options.again):
        counts[found.state] += 1
        if options.json:
            rows.append(_link_row(found, by_url[found.url]))
        else:
            _tell_link(found, by_url[found.url], console)
    if options.json:
        print(json.dumps({"links": rows}, ensure_ascii=False, indent=2))
    else:
        console.tell("links_summary", count=len(by_url), **{s.value: counts[s] for s in LinkState})
    is_cut_off = counts[LinkState.UNREACHABLE] == len(by_url) > 0
    if is_cut_off:
        console.complain("links_cut_off")
    return PROBLEMS if is_cut_off or counts[LinkState.GONE] or counts[LinkState.MOVED] else DONE


def _link_row(found: TriedLink, citing: Sequence[Citation]) -> dict[str, object]:
    return {
        "url": found.url,
        "state": found.state.value,
        "tried": found.on.isoformat(),
        "moved_to": found.moved_to or None,
        "modified": found.modified.isoformat() if found.modified else None,
        "changed": _has_changed(found, citing),
        "holders": _holders(citing),
    }


def _holders(citing: Sequence[Citation]) -> list[str]:
    return list(dict.fromkeys(one.entry or one.holder for one in citing))


def _has_changed(found: TriedLink, citing: Sequence[Citation]) -> bool:
    """Tells whether the page has changed since somebody read it for an answer."""
    return any(found.changed_since(one.source.accessed) for one in citing)


def _tell_link(found: TriedLink, citing: Sequence[Citation], console: Console) -> None:
    changed = _has_changed(found, citing) and found.state is LinkState.THERE
    name = "link_changed" if changed else f"link_{found.state}"
    values = {"url": found.url, "to": found.moved_to, "on": found.modified or ""}
    console.tell(name, holders=", ".join(_holders(citing)), **values)
