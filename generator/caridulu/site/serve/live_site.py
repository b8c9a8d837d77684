"""The live site of ``caridulu serve``: shows changes at once.

A page is rendered when a browser asks for it, with the last search index. The index follows a
moment later, made by a process of its own, which also looks through the project for personal data.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from caridulu.knowledge import load
from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.text_cache import text_cache
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import BuildError, make_index, sound_knowledge
from caridulu.site.build.render_site import SiteRenderer
from caridulu.site.client.asset_files import SearchFiles
from caridulu.site.serve.shown_site import ShownSite
from caridulu.site.urls import ASSETS, INDEX_HASHED, Addresses

CACHE = "preview"  # where the worker leaves the index
PICTURES = "preview-pictures"  # drawn before pages are rendered, whose links have their names
WORKER = (sys.executable, "-m", "caridulu.site.serve.index_worker")

OnProblems = Callable[[tuple[str, ...]], None]


class Preview(ShownSite):
    """The latest site that could be built.

    ``on_problems`` is called with what stands in the way of a newer site, or of publishing it;
    with nothing when a newer site is there. ``worker`` is the command that makes the index of the
    project whose folder follows, and prints what stands in the way of publishing.
    """

    def __init__(
        self, root: Path, *, on_problems: OnProblems, worker: Sequence[str] = WORKER
    ) -> None:
        super().__init__()
        self._root = root
        self._on_problems = on_problems
        self._worker_command = worker
        self._worker: subprocess.Popen[str] | None = None
        self._search: SearchFiles | None = None
        self._site: SiteRenderer | None = None
        self._earlier: SiteRenderer | None = None

    def content(self, path: str) -> str | bytes | None:
        """Renders what stands at a site path; None if nothing does.

        Scripts and index of the site before are still there for pages that are open.
        """
        found = self._site.content(path) if self._site else None
        if found is None and self._earlier and path.startswith((ASSETS, INDEX_HASHED)):
            return self._earlier.content(path)
        return found

    def refresh(self) -> None:
        """Loads the project anew; with problems the last site stays."""
        try:
            loaded = load(self._root, today=build_date())
            knowledge = sound_knowledge(loaded)
        except BuildError as error:
            self._on_problems(error.problems)
            return
        is_first = self._search is None
        self._search = self._search or self._index(knowledge)
        self._show(knowledge, self._search, is_news=True)
        if not is_first:
            self._on_problems(())
        self._follow(knowledge)

    def close(self) -> None:
        """Ends the work on an index that nobody will see."""
        if self._worker:
            self._worker.kill()
            self._worker = None

    def _show(self, knowledge: KnowledgeBase, search: SearchFiles, *, is_news: bool) -> None:
        """Replaces the site; open pages reload only if ``is_news``."""
        with text_cache(self._root, PICTURES) as cache:
            site = SiteRenderer(knowledge, today=build_date(), search=search, cache=cache)
        with self._news:
            self._count += is_news
            self._base = Addresses.of(knowledge).base_path
            self._earlier, self._site = self._site, site
            self._news.notify_all()

    def _index(self, knowledge: KnowledgeBase) -> SearchFiles:
        with text_cache(self._root, CACHE) as cache:
            return make_index(knowledge, cache=cache)

    def _follow(self, knowledge: KnowledgeBase) -> None:
        """Starts a process that makes the index anew; ends an earlier one."""
        command = [*self._worker_command, str(self._root)]
        worker = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        self._worker, earlier = worker, self._worker
        if earlier:
            earlier.kill()
        threading.Thread(target=self._swap, args=(worker, knowledge), daemon=True).start()

    def _swap(self, worker: "subprocess.Popen[str]", knowledge: KnowledgeBase) -> None:
        """Shows the new index once it is there; computes it in-process if the worker died."""
        problems, _ = worker.communicate()
        if worker is not self._worker:  # there was a later change
            return
        search = self._index(knowledge)
        if search != self._search:
            self._search = search
            self._show(knowledge, search, is_news=False)
        if problems:
            self._on_problems(tuple(problems.splitlines()))
