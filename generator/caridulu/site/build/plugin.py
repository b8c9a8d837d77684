"""MkDocs plugin: hands MkDocs the finished pages. Nothing of value happens here.

A plugin alone hands over the home page and writes the rest when MkDocs is done, which saves a large
site much time; beside other plugins it hands over everything.

MkDocs keeps a ``file.page`` that exists, so ``FinishedPage`` brings its HTML along and MkDocs
neither parses Markdown nor knows a navigation. The theme's ``main.html`` prints it as it is.
"""

import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from caridulu.knowledge import load
from caridulu.knowledge.model import KnowledgeBase
from caridulu.messages import message
from caridulu.site.build.assemble import Site
from caridulu.site.build.build_command import BuildError, DateError, blocking, build_date
from caridulu.site.build.build_site import whole_site
from caridulu.site.build.write_site import write_site
from caridulu.site.html.layout import THEME, RenderedPage
from caridulu.site.pages.render_pages import SiteError
from caridulu.site.urls import HOME

_ELSEWHERE = re.compile(r"^INHERIT:|!ENV\b", re.MULTILINE)


class CariDuluConfig(Config):
    """The plugin has no options: everything is in the office's own files."""


class FinishedPage(Page):
    """A page that is HTML already."""

    def __init__(self, rendered: RenderedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(rendered.title, file, config)
        self._html = rendered.html
        if rendered.lastmod is not None:
            self.update_date = rendered.lastmod.isoformat()

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._html


class CariDuluPlugin(BasePlugin[CariDuluConfig]):
    """Connects MkDocs' events to ``caridulu.site``."""

    def __init__(self) -> None:
        super().__init__()
        self._is_serving = False
        self.site: Site | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        try:
            build_date()
        except DateError as error:
            raise ConfigurationError(message("site.bad_epoch", value=error.value)) from error
        for name in config.plugins:
            if name in ("search", "material/search"):
                raise ConfigurationError(message("site.foreign_search", plugin="search"))
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.clear()  # 404.html and sitemap.xml are ours
        config.watch.append(str(_root(config) / "kb"))
        return config

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        knowledge = _knowledge(config)
        config.site_name = message("site.site_title", office=knowledge.office.short_name)
        site = _site(knowledge, root=_root(config), strict_csp=not self._is_serving)
        for file in list(files):  # content is ours to render, the theme's assets are not used
            files.remove(file)
        self.site = site
        if _has_company(config):  # others may want to see every page
            for page in site.pages:
                files.append(_page_file(page, config))
            for name, content in site.contents():
                files.append(File.generated(config, name, content=content))
        else:
            files.append(_page_file(_home(site), config))
        return files

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.site and not _has_company(config):
            write_site(self.site, Path(config.site_dir))


@dataclass(frozen=True)
class Built:
    """What MkDocs warned of; the site, unless plugins beside ours may have changed it."""

    warnings: tuple[str, ...]
    site: Site | None


class _Log(logging.Handler):
    """Keeps what MkDocs warns of, for the caller to print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += record.getMessage().splitlines()


def run_mkdocs(config_file: Path, site_dir: Path, *, strict: bool) -> Built:
    """``mkdocs build`` in this process, or ``BuildError`` with all it said."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logger = logging.getLogger("mkdocs")
    said = _Log()
    logger.addHandler(said)
    try:
        config = load_config(str(config_file), site_dir=str(site_dir), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        raise BuildError(tuple(said.lines) or (str(error),)) from error
    finally:
        logger.removeHandler(said)
    ours = config.plugins["caridulu"]
    site = ours.site if isinstance(ours, CariDuluPlugin) else None
    return Built(tuple(said.lines), None if _has_company(config) else site)


def _has_company(config: MkDocsConfig) -> bool:
    """Whether other plugins or hooks, or settings from elsewhere, take part in the build."""
    settings = Path(config.config_file_path).read_text("utf-8")
    return len(config.plugins) > 1 or bool(config.hooks) or bool(_ELSEWHERE.search(settings))


def _home(site: Site) -> RenderedPage:
    return next(page for page in site.pages if page.path == HOME)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _knowledge(config: MkDocsConfig) -> KnowledgeBase:
    loaded = load(_root(config), today=build_date())
    problems = blocking(loaded.problems)
    if loaded.knowledge is None or problems:
        raise _content_error(tuple(problem.text() for problem in problems))
    return loaded.knowledge


def _site(knowledge: KnowledgeBase, *, root: Path, strict_csp: bool) -> Site:
    try:
        return whole_site(knowledge, root=root, today=build_date(), strict_csp=strict_csp)
    except SiteError as error:
        raise _content_error(error.problems) from error


def _content_error(problems: tuple[str, ...]) -> PluginError:
    """All problems of the content at once, as MkDocs prints them."""
    summary = message("site.content_problems", count=len(problems))
    return PluginError("\n".join((*problems, summary)))


def _page_file(page: RenderedPage, config: MkDocsConfig) -> File:
    """A page as MkDocs wants it: a virtual Markdown file with its page already made."""
    if page.path.endswith(".html"):
        return File.generated(config, page.path, content=page.html)
    file = File.generated(
        config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    FinishedPage(page, file, config)
    return file
