"""Offices -> the table of them that the browser reads."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from caridulu.knowledge.model.office import KIND_OF_REGION
from caridulu.portal.listing import ListedOffice
from caridulu.portal.neutral_terms import MARK
from caridulu.portal.places import LOCATIVES, SHORT_AREAS, SLIPS, PlaceNames, Reading
from caridulu.search.publish.office_part import PartOffice
from caridulu.site.urls import INDEX


@dataclass(frozen=True)
class PortalOffice:
    """An office as it is listed, and as its site says who it is."""

    listed: ListedOffice
    facts: PartOffice


def office_table(
    offices: Sequence[PortalOffice],
    *,
    names: Sequence[PlaceNames],
    reading: Reading,
    national: int | None,
    holding: str,
) -> str:
    """Writes what the browser knows of the offices, in the order of their numbers.

    Args:
        offices: in this order.
        names: of their places.
        reading: how words near such names are read.
        national: number of the office whose version is the usual one.
        holding: where the files of what each office has are.
    """
    rows = [
        {
            "id": one.listed.id,
            "url": one.listed.address,
            "ask": one.facts.ask,
            "name": one.facts.name,
            "short": one.facts.short_name,
            "region": one.facts.region,
            "place": KIND_OF_REGION.sub("", one.facts.region, count=1),
            "named": places.region,
            "places": places.others,
        }
        for one, places in zip(offices, names, strict=True)
    ]
    table = {
        "offices": rows,
        "national": national,
        "holding": holding,
        "misleading": " ".join(reading.misleading),
        "beside": {name: " ".join(terms) for name, terms in reading.beside.items()},
        "before": " ".join(reading.before),
        "after": " ".join(reading.after),
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def search_config() -> dict[str, object]:
    """Gives what the browser's search must know: where it is, what names of places look like.

    It is the same for all offices: the script, and with it the pages, stay while answers change.
    """
    return {
        "index": INDEX,
        "mark": MARK,
        "areas": SHORT_AREAS,
        "locatives": LOCATIVES,
        "slips": SLIPS,
    }
