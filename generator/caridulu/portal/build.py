"""A list of offices -> the portal's site, in memory or in a folder."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from caridulu.knowledge.gc_paused import gc_paused
from caridulu.messages import UserError
from caridulu.portal.holdings import holding_files
from caridulu.portal.kept_parts import KeptParts
from caridulu.portal.listing import PortalFile
from caridulu.portal.merging import Merger
from caridulu.portal.numbering import steady_numbers
from caridulu.portal.office_rows import PortalOffice
from caridulu.portal.pages import portal_site
from caridulu.portal.places import marked_pairs, name_context, place_names, place_terms, region_name
from caridulu.portal.reading import read_office
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.publish.office_part import PartError
from caridulu.search.publish.published_index import SteadyLayout, publish_index
from caridulu.site.build.render_site import Site
from caridulu.site.build.write_site import FolderError, check_target, replacing, write_site
from caridulu.site.urls import entry_path

# Numbers in a slice of texts, a third of which are in use. Five hits take two slices; with twice as
# many numbers a request in three less, for 4 kB (tests/benchmarks/portal.py).
NUMBERS_TOGETHER = 96


@dataclass(frozen=True)
class LeftOut:
    """An office that is not in the portal; ``key`` names the sentence that says why."""

    id: str
    key: str


@dataclass(frozen=True)
class PortalSize:
    """How many offices and entries a portal has."""

    offices: int
    entries: int


@dataclass(frozen=True)
class MadePortal(PortalSize):
    """A portal in memory."""

    site: Site = field(repr=False)


def build_portal(
    portal: PortalFile,
    *,
    root: Path,
    site_dir: Path,
    strict: bool,
    on_left_out: Callable[[LeftOut], None],
) -> PortalSize:
    """Makes a portal and writes it into a folder; what was there stays if it cannot be made.

    ``FolderError`` if ``site_dir`` is no place for a site.
    """
    check_target(site_dir, root=root)
    for listed in portal.offices:
        if listed.from_ and (root / listed.from_).resolve().is_relative_to(site_dir.resolve()):
            raise FolderError("portal.target_is_source", path=site_dir, id=listed.id)
    made = make_portal(portal, root=root, strict=strict, on_left_out=on_left_out)
    with replacing(site_dir.absolute()) as fresh:
        write_site(made.site, fresh)
    return made


def make_portal(
    portal: PortalFile, *, root: Path, strict: bool, on_left_out: Callable[[LeftOut], None]
) -> MadePortal:
    """Reads the offices one after the other and makes the portal, as ``merge_offices`` says."""
    with gc_paused(for_good=True):
        merger, offices = merge_offices(portal, root=root, strict=strict, on_left_out=on_left_out)
        return _merged_portal(portal, offices, merger)


def merge_offices(
    portal: PortalFile, *, root: Path, strict: bool, on_left_out: Callable[[LeftOut], None]
) -> tuple[Merger, list[PortalOffice]]:
    """Reads the offices that can be read, in the order of their ids.

    ``root`` is the folder of the list; ``on_left_out`` is called with each office that is left out.
    ``UserError`` if none is left, or, if ``strict``, one is left out. What was fetched of an office
    that cannot be read now is kept for the next time.
    """
    offices: list[PortalOffice] = []
    merger, analyzer, kept = Merger(), Analyzer(), KeptParts(root)
    for listed in sorted(portal.offices, key=lambda office: office.id):
        try:
            part = read_office(listed, root=root, kept=kept)
        except PartError as error:
            on_left_out(LeftOut(listed.id, error.key))
            continue
        if listed.national and merger.national is None:
            merger.national = len(offices)
        merger.add(len(offices), part.index, region=region_name(part.office, analyzer))
        offices.append(PortalOffice(listed, part.office))
    is_whole = len(offices) == len(portal.offices)
    if not offices or (strict and not is_whole):
        raise UserError("portal.not_made" if offices else "portal.none_left")
    if is_whole:
        kept.drop_others()
    return merger, offices


def _merged_portal(portal: PortalFile, offices: list[PortalOffice], merger: Merger) -> MadePortal:
    analyzer = Analyzer()
    facts = [office.facts for office in offices]
    names = place_names(facts, analyzer)
    entries = merger.entries()
    numbers = steady_numbers([entry.place for entry in entries], len(offices))
    index = merger.index(entries, places=place_terms(facts, analyzer))
    marked = marked_pairs(entry.terms for entry in entries)
    steady = SteadyLayout(numbers, NUMBERS_TOGETHER)
    site = portal_site(
        portal,
        offices,
        names=names,
        context=name_context(names, (*index.terms(), *index.word_counts), marked, analyzer),
        index=publish_index(index, address=entry_path("*"), steady=steady),
        holdings=holding_files(entries, numbers, len(offices)),
    )
    return MadePortal(len(offices), len(entries), site)
