"""Folder of an office -> finished site in a folder, by MkDocs or without it."""

import datetime as dt
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caridulu.knowledge import load
from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.problem import Problem, Severity
from caridulu.site.build.build_site import CACHE, whole_site
from caridulu.site.build.up_to_date import inputs_digest, is_finished, remember, site_digest
from caridulu.site.build.write_site import replacing, site_contents, write_site
from caridulu.site.pages.poster import poster_sheet
from caridulu.site.pages.render_pages import SiteError


class BuildError(Exception):
    """The site was not built; ``problems`` has one sentence each, for an editor."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class DateError(ValueError):
    """``SOURCE_DATE_EPOCH`` is no moment; ``value`` is what it says."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


def build_date() -> dt.date:
    """Today, or the day that ``SOURCE_DATE_EPOCH`` names, so that a build can be repeated.

    Raises:
        DateError: it is no number of seconds since 1970, or beyond the calendar.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.date.today()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise DateError(epoch) from error


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the search for unreachable cycles: a build makes millions of values and few cycles.

    Nor are they looked for among these values later, at the latest when the program ends: of a
    large site that takes a second.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()


def build(root: Path, site_dir: Path, *, strict: bool = False) -> tuple[str, ...]:
    """Build the site of the office at ``root`` into ``site_dir`` with MkDocs; its warnings.

    The new site takes the old one's place at once; ``BuildError`` leaves the old one.
    """
    inputs = inputs_digest(root, today=build_date(), kind="mkdocs")
    if inputs and is_finished(site_dir, root / CACHE, inputs):
        return ()
    from caridulu.site.build.plugin import run_mkdocs

    with undisturbed(), replacing(site_dir.absolute()) as fresh:
        built = run_mkdocs(root / "mkdocs.yml", fresh, strict=strict)
    if inputs and built.site and not built.warnings:
        remember(root / CACHE, inputs, site_digest(site_contents(built.site)))
    return built.warnings


def build_pages(root: Path, site_dir: Path) -> None:
    """Build the same site without MkDocs."""
    _write(root, site_dir, offline=False)


def build_offline(root: Path, folder: Path) -> None:
    """Build a site that opens from a folder or a USB stick, without server, search included."""
    _write(root, folder, offline=True)


def poster(root: Path, output: Path) -> bool:
    """Write the sheet for the counter, one HTML file, A4; whether it carries a QR code."""
    knowledge = _knowledge(root)
    text = poster_sheet(knowledge)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, "utf-8")
    return knowledge.office.site_url is not None


def _write(root: Path, site_dir: Path, *, offline: bool) -> None:
    inputs = inputs_digest(root, today=build_date(), kind="offline" if offline else "pages")
    if inputs and is_finished(site_dir, root / CACHE, inputs):
        return
    try:
        with undisturbed():
            site = whole_site(_knowledge(root), root=root, today=build_date(), offline=offline)
    except SiteError as error:
        raise BuildError(error.problems) from error
    with replacing(site_dir.absolute()) as fresh:
        write_site(site, fresh)
    if inputs:
        remember(root / CACHE, inputs, site_digest(site_contents(site)))


def _knowledge(root: Path) -> KnowledgeBase:
    loaded = load(root, today=build_date())
    problems = blocking(loaded.problems)
    if loaded.knowledge is None or problems:
        raise BuildError(tuple(problem.text() for problem in problems))
    return loaded.knowledge


def blocking(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems without the notices, which stop no build."""
    return tuple(problem for problem in problems if problem.severity is Severity.PROBLEM)
