"""MkDocs plugin: hands the finished pages to MkDocs, and does nothing else.

MkDocs keeps a ``file.page`` that exists, so ``FinishedPage`` brings its HTML along and MkDocs
neither parses Markdown nor knows a navigation. The theme's ``main.html`` prints it as it is.
"""

import logging
import os
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from caridulu.knowledge import Location, finding
from caridulu.messages import message
from caridulu.site.build.build_date import DateError, build_date
from caridulu.site.build.pipeline import BuildError, build_site
from caridulu.site.build.render_site import Site
from caridulu.site.html.layout import THEME, RenderedPage


class CariDuluConfig(Config):
    """The plugin has no options: everything is in the office's own files."""


class FinishedPage(Page):
    """A page that is HTML already."""

    def __init__(self, rendered: RenderedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(rendered.title, file, config)
        self._html = rendered.html

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._html


class CariDuluPlugin(BasePlugin[CariDuluConfig]):
    """Connects MkDocs' events to ``caridulu.site``."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        try:
            build_date()
        except DateError as error:
            raise ConfigurationError(str(error)) from error
        for name in config.plugins:
            if name in ("search", "material/search"):
                raise ConfigurationError(message("site.foreign_search", plugin="search"))
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.clear()  # 404.html and sitemap.xml are ours
        return config

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        site = self._built(config)
        for file in list(files):  # content is ours to render, the theme's assets are not used
            files.remove(file)
        for page in site.pages:
            files.append(_page_file(page, config))
        others: dict[str, str | bytes] = {**site.files, **site.pictures}
        for name, content in others.items():
            files.append(File.generated(config, name, content=content))
        return files

    def _built(self, config: MkDocsConfig) -> Site:
        """Builds the site, or raises all problems of the content at once, as MkDocs prints them."""
        try:
            return build_site(_root(config), today=build_date())
        except BuildError as error:
            summary = message("site.content_problems", count=len(error.problems))
            raise PluginError("\n".join((*error.problems, summary))) from error


class _Log(logging.Handler):
    """Keeps what MkDocs warns of, for the caller to print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += record.getMessage().splitlines()


def run_mkdocs(config_file: Path, site_dir: Path, *, strict: bool) -> tuple[str, ...]:
    """Runs ``mkdocs build`` in this process; gives its warnings. ``BuildError`` has all it said."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not config_file.is_file():
        raise _unusable(config_file, "no_configuration")
    logger = logging.getLogger("mkdocs")
    said = _Log()
    logger.addHandler(said)
    try:
        config = _configuration(config_file, site_dir, strict=strict)
        if "caridulu" not in config.plugins:
            raise _unusable(config_file, "no_plugin")
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        raise BuildError(tuple(said.lines) or (str(error),)) from error
    finally:
        logger.removeHandler(said)
    return tuple(said.lines)


def _configuration(config_file: Path, site_dir: Path, *, strict: bool) -> MkDocsConfig:
    try:
        return load_config(str(config_file), site_dir=str(site_dir), strict=strict)
    except ConfigurationError as error:
        raise _unusable(config_file, "bad_configuration", reason=error) from error


def _unusable(config_file: Path, key: str, **values: object) -> BuildError:
    place = Location(config_file.name)
    return BuildError((), found=(finding(place, f"site.{key}", **values),))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _page_file(page: RenderedPage, config: MkDocsConfig) -> File:
    """Makes a page as MkDocs wants it: a virtual Markdown file with its page already made."""
    if page.path.endswith(".html"):
        return File.generated(config, page.path, content=page.html)
    file = File.generated(
        config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    FinishedPage(page, file, config)
    return file
