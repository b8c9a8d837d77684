"""Sources at which a reader cannot check what they support: notices."""

from collections import Counter
from collections.abc import Iterable, Iterator

from caridulu.knowledge.model import EntryFile, Office, Referral, ServiceFile, Status
from caridulu.knowledge.problem import Problem, notice
from caridulu.knowledge.rules.entries.relations import PlacedEntry
from caridulu.knowledge.source_doubts import SourceDoubt, doubts
from caridulu.knowledge.yaml.nodes import YamlFile

MANY = 10  # public entries that rest on one page, before it is named
SHARE = 0.25  # of all public entries


def entry_source_notices(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """Finds sources of public entries that are hard to check, and one that supports too much."""
    public = [one for one in placed if one.entry.status is Status.PUBLISHED]
    uses = Counter(url for one in public for url in {s.url for s in one.entry.sources if s.url})
    many = {url for url, count in uses.items() if count >= max(MANY, SHARE * len(public))}
    for one in public:
        yield from source_notices(one.entry, one.file)
        for i, source in enumerate(one.entry.sources):
            if source.url in many:
                many.remove(source.url)  # told once
                place, values = one.file.at("sources", i, "url"), {"value": source.url}
                count = uses[source.url]
                yield notice(place, "knowledge.source_for_everything", count=count, **values)


def source_notices(
    holder: EntryFile | ServiceFile | Office | Referral, file: YamlFile, *part: str | int
) -> Iterator[Problem]:
    """Finds sources of ``part`` of a file that are hard to check."""
    written = None
    if isinstance(holder, EntryFile | ServiceFile):
        written = holder.reviewed or holder.compiled
    placed = [(source, (*part, "sources", i)) for i, source in enumerate(holder.sources)]
    if isinstance(holder, Office):
        channels = enumerate(holder.channels)
        placed += [(one.source, ("channels", i, "source")) for i, one in channels if one.source]
    for source, loc in placed:
        for doubt in doubts(source, written):
            if doubt is SourceDoubt.NOT_DATED:  # for ``caridulu sources``: laws stay as they are
                continue
            key = {"no_address": "title", "read_long_before": "accessed"}
            values = {"value": source.url or source.title}
            if source.accessed:
                values["accessed"] = source.accessed.isoformat()
            place = file.at(*loc, key.get(doubt, "url"))
            yield notice(place, f"knowledge.source_{doubt}", **values)
