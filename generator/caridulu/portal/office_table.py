"""Offices -> the table of them that the browser reads."""

from collections.abc import Sequence

from caridulu.portal.holdings import Holdings
from caridulu.portal.neutral_terms import MARK
from caridulu.portal.office_rows import PortalOffice, office_columns
from caridulu.portal.places import (
    AREA_WORDS,
    KINDS_AFTER,
    LOCATIVES,
    SHORT_AREAS,
    SLIPS,
    NameContext,
    PlaceNames,
)
from caridulu.search.publish.published_index import NAME_LETTERS
from caridulu.site.urls import INDEX, INDEX_HASHED


def office_table(
    offices: Sequence[PortalOffice],
    *,
    names: Sequence[PlaceNames],
    context: NameContext,
    holdings: Holdings,
) -> dict[str, object]:
    """Gives what the browser, or a program, knows of the offices, in the order of their numbers."""
    return {
        "offices": office_columns(offices, names),
        "national": next((n for n, one in enumerate(offices) if one.listed.national), None),
        "holdings": [holdings.size, holdings.names],
        **context.shown(),
    }


def search_config() -> dict[str, object]:
    """Gives what the browser's search must know: where it is, what names of places look like.

    It is the same for all offices: the script, and with it the pages, stay while answers change.
    """
    return {
        "index": INDEX,
        "hashed": INDEX_HASHED,
        "nameLetters": NAME_LETTERS,
        "mark": MARK,
        "areas": SHORT_AREAS,
        "areaWords": sorted(AREA_WORDS),
        "locatives": LOCATIVES,
        "kindsAfter": KINDS_AFTER,
        "slips": SLIPS,
    }
