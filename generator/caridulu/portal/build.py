"""A list of offices -> the portal's site in a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caridulu.messages import message
from caridulu.portal.holdings import holding_files
from caridulu.portal.listing import PortalFile
from caridulu.portal.merging import Merger
from caridulu.portal.office_table import PortalOffice
from caridulu.portal.pages import portal_site
from caridulu.portal.places import place_names, place_terms, reading_of, region_name
from caridulu.portal.reading import read_office
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.publish.office_part import PartError
from caridulu.search.publish.published_index import publish_index
from caridulu.site.build.write_site import FolderError, check_target, replacing, write_site
from caridulu.site.urls import entry_path

# Texts in a slice: what most offices have lies together and is found most, so that five hits take
# two or three slices in place of four or five, for ten kB (tests/benchmarks/portal.py).
TEXTS_TOGETHER = 64


@dataclass(frozen=True)
class LeftOut:
    """An office that is not in the portal; ``key`` names the sentence that says why."""

    id: str
    key: str


@dataclass(frozen=True)
class MadePortal:
    """How many offices and entries a portal has, and whether it was written."""

    offices: int
    entries: int = 0
    is_written: bool = False


def build_portal(
    portal: PortalFile,
    *,
    root: Path,
    site_dir: Path,
    strict: bool,
    tell: Callable[[LeftOut], None],
) -> MadePortal:
    """Reads the offices one after the other, and writes the portal unless none is left.

    Args:
        portal: the list.
        root: its folder.
        site_dir: where the site goes.
        strict: writes nothing if an office is left out.
        tell: is told of each office that is left out.

    Raises:
        FolderError: ``site_dir`` is no place for a site.
    """
    check_target(site_dir, root=root)
    for listed in portal.offices:
        if listed.from_ and (root / listed.from_).resolve().is_relative_to(site_dir.resolve()):
            raise FolderError(message("portal.target_is_source", path=site_dir, id=listed.id))
    offices: list[PortalOffice] = []
    merger, analyzer, left_out = Merger(), Analyzer(), 0
    for listed in sorted(portal.offices, key=lambda office: office.id):
        try:
            part = read_office(listed, root=root)
        except PartError as error:
            left_out += 1
            tell(LeftOut(listed.id, error.key))
            continue
        if listed.national and merger.national is None:
            merger.national = len(offices)
        merger.add(len(offices), part.index, region=region_name(part.office, analyzer))
        offices.append(PortalOffice(listed, part.office))
    if not offices or (strict and left_out):
        return MadePortal(len(offices))
    entries = _write(portal, offices, merger, site_dir)
    return MadePortal(len(offices), entries, is_written=True)


def _write(portal: PortalFile, offices: list[PortalOffice], merger: Merger, site_dir: Path) -> int:
    """Writes the portal; returns how many entries it finds."""
    analyzer = Analyzer()
    facts = [office.facts for office in offices]
    names = place_names(facts, analyzer)
    entries = merger.entries()
    index = merger.index(entries, places=place_terms(facts, analyzer))
    reading = reading_of(names, (*index.terms(), *index.word_counts), analyzer)
    with replacing(site_dir.absolute()) as fresh:
        site = portal_site(
            portal,
            offices,
            names=names,
            reading=reading,
            national=merger.national,
            index=publish_index(index, address=entry_path("*"), texts_together=TEXTS_TOGETHER),
            holdings=holding_files(entries, len(offices)),
        )
        write_site(site, fresh)
    return len(entries)
