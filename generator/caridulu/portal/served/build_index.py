"""A list of offices -> the folder of the portal's server-side index."""

from collections.abc import Callable
from pathlib import Path

from caridulu.knowledge.gc_paused import gc_paused
from caridulu.portal.build import LeftOut, MadePortal, merge_offices
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
) -> MadePortal:
    """Reads the offices as ``make_portal`` does and writes the folder, or leaves what was there.

    ``FolderError`` if ``folder`` is no place for it.
    """
    if folder.exists() and not (folder / READING).is_file():
        raise FolderError("portal.not_an_index", path=folder)
    with gc_paused(for_good=True):
        merger, offices = merge_offices(portal, root=root, on_left_out=on_left_out)
        if not portal.is_enough(len(offices), strict=strict):
            return MadePortal(len(offices))
        entries = merger.entries()
        places = place_terms((office.facts for office in offices), Analyzer())
        counted = merger.counted(entries, places=places)
        with replacing(folder.absolute()) as fresh:
            write_index(fresh, entries, counted, offices)
    return MadePortal(len(offices), len(entries))
