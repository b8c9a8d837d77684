"""Sources at which a reader cannot check what they support: notices."""

from collections.abc import Iterator

from caridulu.knowledge.model import EntryFile, Office, Referral, ServiceFile
from caridulu.knowledge.problem import Problem, notice
from caridulu.knowledge.source_doubts import SourceDoubt, doubts
from caridulu.knowledge.yaml.nodes import YamlFile


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
