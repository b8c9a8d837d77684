"""Splits a service standard by the ways to the service: requirements, steps, time, fee.

The ways are read from the headings that the standard itself has. A heading that stands in at least
two of requirements, procedure and turnaround is a way ("Kunjungan langsung", "Daring"), in the
order of first appearance. A group without a heading holds for every way; one under any other
heading stands only in the whole standard, by component. With fewer than two ways there are none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caridulu.knowledge.model import ComponentGroup, Components, ServiceStandard
from caridulu.site.html.markdown_html import slug

_BY_WAY = ("requirements", "procedure", "turnaround")
_MOST = 6  # more headings than this are no ways but a classification


@dataclass(frozen=True)
class Way:
    """One way to a service, with its parts of the standard, word for word."""

    id: str
    title: str
    requirements: tuple[ComponentGroup, ...]
    procedure: tuple[ComponentGroup, ...]
    limits: tuple[str, ...]  # promised times that its part of the turnaround names
    turnaround: tuple[str, ...]
    fee: tuple[str, ...]


def service_ways(service: ServiceStandard) -> tuple[Way, ...]:
    """Lists the ways to a service; empty where the headings of its components do not pair up."""
    headings = _shared_headings(service.components)
    if not 2 <= len(headings) <= _MOST:
        return ()
    return tuple(_way(heading, service) for heading in headings)


def way_with(service: ServiceStandard, limit: str | None) -> Way | None:
    """Finds the way that promises ``limit``, such as ``10 menit``; else the first way."""
    ways = service_ways(service)
    return next((way for way in ways if limit in way.limits), next(iter(ways), None))


def _shared_headings(components: Components) -> tuple[str, ...]:
    by_component = (
        dict.fromkeys(group.heading for group in getattr(components, name) if group.heading)
        for name in _BY_WAY
    )
    counts = Counter(heading for headings in by_component for heading in headings)
    return tuple(heading for heading, count in counts.items() if count > 1)


def _way(heading: str, service: ServiceStandard) -> Way:
    components = service.components
    turnaround = tuple(_items(_groups_of_way(heading, components.turnaround)))
    return Way(
        id=f"cara-{slug(heading)}",
        title=heading,
        requirements=tuple(_bare(_groups_of_way(heading, components.requirements))),
        procedure=tuple(_bare(_groups_of_way(heading, components.procedure))),
        limits=_limits_in("\n".join(turnaround), service),
        turnaround=turnaround,
        fee=tuple(_items(_groups_of_way(heading, components.fee))),
    )


def _groups_of_way(heading: str, groups: Iterable[ComponentGroup]) -> Iterator[ComponentGroup]:
    return (group for group in groups if group.heading in (None, heading))


def _bare(groups: Iterable[ComponentGroup]) -> Iterator[ComponentGroup]:
    """Takes the headings off groups: the way's own heading stands above them."""
    return (group.model_copy(update={"heading": None}) for group in groups)


def _items(groups: Iterable[ComponentGroup]) -> Iterator[str]:
    return (item for group in groups for item in group.items)


def _limits_in(text: str, service: ServiceStandard) -> tuple[str, ...]:
    """Finds the service's limits in a text; ``3 hari kerja`` is not also ``3 hari``."""
    known = sorted({str(limit) for limit in service.limits.values()}, key=len, reverse=True)
    if not known:
        return ()
    either = "|".join(map(re.escape, known))
    return tuple(dict.fromkeys(re.findall(rf"(?<![\w.,])(?:{either})(?!\w)", text)))
