"""Folder of an office -> finished site in a folder, by MkDocs or without it."""

from collections.abc import Callable
from pathlib import Path

from caridulu.knowledge import load
from caridulu.knowledge.gc_paused import gc_paused
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import build_site, sound_knowledge
from caridulu.site.build.up_to_date import folder_digest, inputs_digest, is_up_to_date, remember
from caridulu.site.build.write_site import check_target, replacing, write_site
from caridulu.site.pages.poster import poster_sheet


def build(root: Path, site_dir: Path, *, strict: bool = False) -> tuple[str, ...]:
    """Builds the site of the office at ``root`` with MkDocs; returns what MkDocs warns of.

    ``BuildError`` has the problems, and a site that was there stays; ``FolderError`` says that
    ``site_dir`` is no place for a site.
    """
    warnings: list[str] = []

    def make(folder: Path) -> bool:
        from caridulu.site.build.plugin import run_mkdocs  # the other ways work without MkDocs

        built = run_mkdocs(root / "mkdocs.yml", folder, strict=strict)
        warnings.extend(built.warnings)
        return built.is_alone and not built.warnings

    _replace(root, site_dir, make, kind="server")
    return tuple(warnings)


def build_pages(root: Path, folder: Path, *, offline: bool = False) -> None:
    """Builds the same site without MkDocs.

    If ``offline``, one that opens from a folder or a USB stick, without server, search included.
    """

    def make(fresh: Path) -> bool:
        write_site(build_site(root, today=build_date(), offline=offline), fresh)
        return True

    _replace(root, folder, make, kind="folder" if offline else "server")


def poster(root: Path, output: Path) -> bool:
    """Writes the sheet for the counter, one HTML file, A4; tells whether it carries a QR code."""
    knowledge = sound_knowledge(load(root, today=build_date()))
    text = poster_sheet(knowledge)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, "utf-8")
    return knowledge.office.site_url is not None


def _replace(root: Path, folder: Path, make: Callable[[Path], bool], *, kind: str) -> None:
    """Puts a new site in the place of ``folder``, unless the one that is there is up to date.

    ``make`` writes it into a folder and tells whether the project alone decided what it is;
    ``kind`` distinguishes sites for a server from those for a folder.
    """
    check_target(folder, root=root)
    inputs = inputs_digest(root, today=build_date(), kind=kind)
    if inputs and is_up_to_date(folder, root, inputs):
        return
    with gc_paused(for_good=True), replacing(folder.absolute()) as fresh:
        is_known = make(fresh)
    if inputs and is_known:
        remember(root, inputs, folder_digest(folder))
