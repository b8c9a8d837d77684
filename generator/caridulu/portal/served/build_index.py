"""A list of offices -> the folder of the portal's server-side index."""

from collections.abc import Callable
from pathlib import Path

from caridulu.knowledge.gc_paused import gc_paused
from caridulu.portal.build import LeftOut, PortalSize, merge_offices
from caridulu.portal.listing import PortalFile
from caridulu.portal.places import place_terms
from caridulu.portal.served.index_folder import READING, write_index
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.site.build.write_site import FolderError, replacing


def build_index(
    portal: PortalFile,
    *,
    root: Path,
    folder: Path,
    strict: bool,
    on_left_out: Callable[[LeftOut], None],
) -> PortalSize:
    """Reads the offices as ``make_portal`` does and writes the folder, or leaves what was there.

    ``FolderError`` if ``folder`` is no place for it.
    """
    if folder.exists() and not (folder / READING).is_file():
        raise FolderError("portal.not_an_index", path=folder)
    with gc_paused(for_good=True):
        merger, offices = merge_offices(portal, root=root, strict=strict, on_left_out=on_left_out)
        entries = merger.entries()
        places = place_terms((office.facts for office in offices), Analyzer())
        counted = merger.counted(entries, places=places)
        with replacing(folder.absolute()) as fresh:
            write_index(fresh, entries, counted, offices)
    return PortalSize(len(offices), len(entries))
