"""Sources at which a reader cannot check what they support: notices."""

from collections.abc import Iterator

from caridulu.knowledge.model import EntryFile, Office, Referral, ServiceFile, Source
from caridulu.knowledge.problem import Problem, notice
from caridulu.knowledge.source_doubts import SourceDoubt, doubts
from caridulu.knowledge.yaml.nodes import Loc, YamlFile

_Holder = EntryFile | ServiceFile | Office | Referral
# The key at which a doubt is told; any other at the address.
_DOUBTFUL_KEY = {SourceDoubt.NO_ADDRESS: "title", SourceDoubt.READ_LONG_BEFORE: "accessed"}


def source_notices(holder: _Holder, file: YamlFile, *part: str | int) -> Iterator[Problem]:
    """Finds sources of ``part`` of a file that are hard to check."""
    written = None
    if isinstance(holder, EntryFile | ServiceFile):
        written = holder.reviewed or holder.compiled
    for source, loc in _placed_sources(holder, part):
        for doubt in doubts(source, written):
            if doubt is SourceDoubt.NOT_DATED:  # for ``caridulu sources``: laws stay as they are
                continue
            values = {"value": source.url or source.title}
            if source.accessed:
                values["accessed"] = source.accessed.isoformat()
            place = file.at(*loc, _DOUBTFUL_KEY.get(doubt, "url"))
            yield notice(place, f"knowledge.source_{doubt}", **values)


def _placed_sources(holder: _Holder, part: Loc) -> Iterator[tuple[Source, Loc]]:
    """Yields the sources of a part with their places; those of channels belong to an office."""
    for i, source in enumerate(holder.sources):
        yield source, (*part, "sources", i)
    for i, channel in enumerate(holder.channels if isinstance(holder, Office) else ()):
        if channel.source:
            yield channel.source, ("channels", i, "source")
