"""Offices -> the table of them that the browser reads. Twin of ``browser/office_rows.js``.

A column is one text with a line for each office. What a line repeats of a column before becomes
that column's mark, so that most lines of a column are the same and compress to nothing. A mark is
the column's name between carriage returns, which no value has; here they are bars:

    id      k102                     place   Pamekasan
    url     https://|id|.example/    region  Kabupaten |place|
    ask     cari/#q=                 name    BPS |region|
                                     short   BPS |place|

``named``, ``acronyms`` and ``places`` are names of places between bars. A line of ``named`` is
empty where the names are the place, the region, and the first word of the short name with each of
these.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caridulu.knowledge.model.office import KIND_OF_REGION
from caridulu.portal.holdings import Holdings
from caridulu.portal.listing import ListedOffice
from caridulu.portal.neutral_terms import MARK
from caridulu.portal.places import (
    AREA_WORDS,
    KINDS_AFTER,
    LOCATIVES,
    SHORT_AREAS,
    SLIPS,
    NameContext,
    PlaceNames,
)
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.publish.office_part import PartOffice
from caridulu.search.publish.published_index import NAME_LETTERS
from caridulu.site.urls import INDEX, INDEX_HASHED

MARKING = "\r"


@dataclass(frozen=True)
class PortalOffice:
    """An office as it is listed, and as its site says who it is."""

    listed: ListedOffice
    facts: PartOffice

    @property
    def place(self) -> str:
        """Its region's name without the words for its kind."""
        return KIND_OF_REGION.sub("", self.facts.region, count=1)


def office_columns(offices: Sequence[PortalOffice], names: Sequence[PlaceNames]) -> dict[str, str]:
    """Writes the columns by name; a mark follows the column that it stands for."""
    analyzer = Analyzer()
    rows = [_row(*each, analyzer) for each in zip(offices, names, strict=True)]
    return {name: "\n".join(row[name] for row in rows) for name in rows[0]}


def office_texts(office: PortalOffice) -> dict[str, str]:
    """Returns the texts of one office by the names of the columns."""
    listed, facts = office.listed, office.facts
    return {
        "id": listed.id,
        "url": listed.address,
        "ask": facts.ask,
        "place": office.place,
        "region": facts.region,
        "name": facts.name,
        "short": facts.short_name,
    }


def _row(office: PortalOffice, names: PlaceNames, analyzer: Analyzer) -> dict[str, str]:
    texts = office_texts(office)
    place, region, name = texts["place"], texts["region"], texts["name"]
    usual = names.region == tuple(_usual_names(office, analyzer))
    return texts | {
        "url": _marked(texts["url"], id=texts["id"]),
        "region": _marked(region, place=place),
        "name": _marked(name, region=region, place=place),
        "short": _marked(texts["short"], name=name, region=region, place=place),
        "named": "" if usual else "|".join(names.region),
        "acronyms": "|".join(names.acronyms),
        "places": "|".join(names.others),
    }


def _marked(text: str, **values: str) -> str:
    """Puts the mark of the first value that the text has in its place."""
    for column, value in values.items():
        if value and value in text:
            return text.replace(value, f"{MARKING}{column}{MARKING}", 1)
    return text


def _usual_names(office: PortalOffice, analyzer: Analyzer) -> Iterable[str]:
    def folded(text: str) -> str:
        return " ".join(analyzer.tokens(text))

    called = folded(office.facts.short_name).split(" ")[0]
    place, region = folded(office.place), folded(office.facts.region)
    return dict.fromkeys([place, region, f"{called} {place}", f"{called} {region}"])


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
    """Returns what the browser's search must know: where it is, what names of places look like.

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
