"""Folder of an office -> finished site in a folder, by MkDocs or without it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caridulu.knowledge import load
from caridulu.knowledge.gc_paused import gc_paused
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import build_site, sound_knowledge
from caridulu.site.build.write_site import check_target, replacing, write_site
from caridulu.site.pages.poster import poster_sheet


def build(root: Path, site_dir: Path, *, strict: bool = False) -> tuple[str, ...]:
    """Builds the site of the office at ``root`` with MkDocs; returns what MkDocs warns of.

    ``BuildError`` has the problems, and a site that was there stays; ``FolderError`` says that
    ``site_dir`` is no place for a site.
    """
    from caridulu.site.build.plugin import run_mkdocs  # the other ways work without MkDocs

    build_date()  # ``DateError``, not a problem of MkDocs' settings
    with _fresh(root, site_dir) as folder:
        return run_mkdocs(root / "mkdocs.yml", folder, strict=strict)


def build_pages(root: Path, folder: Path, *, offline: bool = False) -> None:
    """Builds the same site without MkDocs.

    If ``offline``, one that opens from a folder or a USB stick, without server, search included.
    """
    with _fresh(root, folder) as fresh:
        write_site(build_site(root, today=build_date(), offline=offline), fresh)


def poster(root: Path, output: Path) -> bool:
    """Writes the sheet for the counter, one HTML file, A4; tells whether it carries a QR code."""
    knowledge = sound_knowledge(load(root, today=build_date()))
    text = poster_sheet(knowledge)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, "utf-8")
    return knowledge.office.site_url is not None


@contextmanager
def _fresh(root: Path, folder: Path) -> Iterator[Path]:
    """Makes the folder that takes the place of ``folder`` when the block ends without an error."""
    check_target(folder, root=root)
    with gc_paused(for_good=True), replacing(folder.absolute()) as fresh:
        yield fresh
