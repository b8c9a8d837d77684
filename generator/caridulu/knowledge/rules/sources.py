"""Sources at which a reader cannot check what they support: notices."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from caridulu.knowledge.model import Office, Referral, ServiceFile, Source, Status
from caridulu.knowledge.problem import Problem, notice
from caridulu.knowledge.rules.relations import PlacedEntry
from caridulu.knowledge.source_doubts import Doubt, doubts
from caridulu.knowledge.yaml.checked import Loc
from caridulu.knowledge.yaml.nodes import YamlFile

MANY = 10  # public entries that rest on one page, before it is named
SHARE = 0.25  # of all public entries


def entry_source_notices(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """Finds sources of public entries that are hard to check, and one that supports too much."""
    public = [one for one in placed if one.entry.status is Status.PUBLISHED]
    uses = Counter(url for one in public for url in {s.url for s in one.entry.sources if s.url})
    told: set[str] = set()
    for one in public:
        written = one.entry.reviewed or one.entry.compiled
        yield from _notices(one.entry.sources, (), one.file, written)
        for i, source in enumerate(one.entry.sources):
            count = uses[source.url] if source.url else 0
            if source.url and count >= max(MANY, SHARE * len(public)) and source.url not in told:
                told.add(source.url)
                place = one.file.at("sources", i, "url")
                yield notice(
                    place, "knowledge.source_for_everything", value=source.url, count=count
                )


def office_source_notices(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Finds sources of the office and its channels that are hard to check."""
    yield from _notices(office.sources, (), file, None)
    for i, channel in enumerate(office.channels):
        if channel.source:
            yield from _doubts_at(channel.source, ("channels", i, "source"), file, None)


def service_source_notices(service: ServiceFile, file: YamlFile) -> Iterator[Problem]:
    """Finds sources of a service standard that are hard to check."""
    yield from _notices(service.sources, (), file, service.reviewed or service.compiled)


def referral_source_notices(referrals: Iterable[Referral], file: YamlFile) -> Iterator[Problem]:
    """Finds sources of referrals that are hard to check."""
    for i, referral in enumerate(referrals):
        yield from _notices(referral.sources, ("referrals", i), file, None)


def _notices(
    sources: Sequence[Source], part: Loc, file: YamlFile, written: dt.date | None
) -> Iterator[Problem]:
    for i, source in enumerate(sources):
        yield from _doubts_at(source, (*part, "sources", i), file, written)


def _doubts_at(
    source: Source, loc: Loc, file: YamlFile, written: dt.date | None
) -> Iterator[Problem]:
    for doubt in doubts(source, written):
        if doubt is Doubt.NOT_DATED:  # said by ``caridulu sources``: a law stays what it was
            continue
        key = {"no_address": "title", "read_long_before": "accessed"}
        place = file.at(*loc, key.get(doubt, "url"))
        values = {"value": source.url or source.title}
        if source.accessed:
            values["accessed"] = source.accessed.isoformat()
        yield notice(place, f"knowledge.source_{doubt}", **values)
