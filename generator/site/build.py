"""Folder of an office -> finished site in a folder, by MkDocs or without it."""

import datetime as dt
import os
from pathlib import Path

from generator.knowledge import load
from generator.knowledge.problem import Problem, Severity
from generator.site.assemble import assemble, search_files
from generator.site.pages import SiteError
from generator.site.write import replacing, write_site


class BuildError(Exception):
    """The site was not built; ``problems`` has one sentence each, for an editor."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def build_date() -> dt.date:
    """Today, or the day that ``SOURCE_DATE_EPOCH`` names, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()


def build(root: Path, site_dir: Path, *, strict: bool = False) -> tuple[str, ...]:
    """Build the site of the office at ``root`` into ``site_dir`` with MkDocs; its warnings.

    The new site takes the old one's place at once; ``BuildError`` leaves the old one.
    """
    from generator.site.plugin import run_mkdocs

    with replacing(site_dir.absolute()) as fresh:
        return run_mkdocs(root / "mkdocs.yml", fresh, strict=strict)


def serve(root: Path, *, address: str) -> None:
    """Show the site at ``address`` and rebuild it at every change, until interrupted."""
    from generator.site.plugin import serve_mkdocs

    serve_mkdocs(root / "mkdocs.yml", address=address)


def build_pages(root: Path, site_dir: Path) -> None:
    """Build the same site without MkDocs."""
    loaded = load(root, today=build_date())
    problems = blocking(loaded.problems)
    if loaded.knowledge is None or problems:
        raise BuildError(tuple(problem.text() for problem in problems))
    try:
        site = assemble(loaded.knowledge, today=build_date(), search=search_files(loaded.knowledge))
    except SiteError as error:
        raise BuildError(error.problems) from error
    with replacing(site_dir.absolute()) as fresh:
        write_site(site, fresh)


def blocking(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems without the notices, which stop no build."""
    return tuple(problem for problem in problems if problem.severity is Severity.PROBLEM)
