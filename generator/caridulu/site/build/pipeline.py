"""A project's folder -> its finished site: load, check, index, render; then it is written.

    load             content/ and kb/ -> knowledge base, and problems      (knowledge/loading/)
    check_project    -> what keeps it from being published
    make_index       knowledge base -> published search files, entries near each other
    SiteRenderer     knowledge base, search files -> pages and other files     (render_site.py)
    write_site       pages and other files -> a folder                          (write_site.py)

Whatever builds or checks goes this way: ``build`` with MkDocs or without it, for a server or for a
folder, ``check``, and ``serve``, which renders only the pages that somebody looks at.
"""

import datetime as dt
import json
from pathlib import Path

from caridulu.knowledge.loading.loader import LoadResult, load
from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.problem import Problem, format_text, in_order, stopping
from caridulu.knowledge.text_cache import TextCache, digest, source_digest, text_cache
from caridulu.messages import Language, ToldError
from caridulu.privacy.gate import gate
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.office_part import index_part
from caridulu.search.publish.published_index import publish_index
from caridulu.search.quality.index_problems import index_problems
from caridulu.site.build.background import in_background
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.client.asset_files import SearchFiles
from caridulu.site.pages.related import related_entries
from caridulu.site.urls import entry_path, output_path

_LARGE = 1_000  # entries; looking through fewer for personal data is not worth a second process


class BuildError(ToldError):
    """The site was not built; ``problems`` has one sentence each, ``found`` those with a place."""

    def __init__(self, problems: tuple[str, ...], found: tuple[Problem, ...] = ()) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
        self.found = found

    def sentence(self, language: Language = Language.ID) -> str:
        return format_text(self.found, language).rstrip() or self.key


def build_site(
    root: Path, *, today: dt.date, strict_csp: bool = True, offline: bool = False
) -> Site:
    """Builds the site of the office at ``root``, without writing it.

    Args:
        root: the office's project.
        today: decides which entries are past their review date.
        strict_csp: off only for MkDocs' live preview, whose reload script is inline.
        offline: for a site opened from a folder, without a server.

    Raises:
        BuildError: with all problems of a project that must not be published.
    """
    loaded = load(root, today=today)
    if not loaded.ok:
        refuse(check_project(loaded, root=root))
    knowledge = sound_knowledge(loaded)
    large = len(knowledge.published) >= _LARGE
    problems = in_background(lambda: check_project(loaded, root=root), large=large)
    with text_cache(root, "stick" if offline else "site") as cache:
        search = make_index(knowledge, cache=cache, offline=offline)
        site = SiteRenderer(
            knowledge,
            today=today,
            search=search,
            cache=cache,
            strict_csp=strict_csp,
            offline=offline,
        ).site()
    refuse(problems())
    return site


def sound_knowledge(loaded: LoadResult) -> KnowledgeBase:
    """Returns the knowledge base of a project without problems.

    Raises:
        BuildError: with the problems.
    """
    refuse(loaded.problems)
    if loaded.knowledge is None:
        raise ValueError(loaded)
    return loaded.knowledge


def check_project(
    loaded: LoadResult, *, root: Path, index: SearchIndex | None = None
) -> tuple[Problem, ...]:
    """Lists all that keeps a project from being published, and its notices, in line order.

    Args:
        loaded: the project.
        root: its folder.
        index: of a project without problems; each entry's own phrasings are then tried in it,
            which takes longer than a build and which a build therefore leaves to ``check``.
    """
    found = list(loaded.problems)
    if loaded.readable:
        with text_cache(root, "clean") as clean:
            found += gate(loaded.readable, root=root, cache=clean)
    if loaded.knowledge and index:
        found += index_problems(index, loaded.knowledge, root)
    return in_order(found)


def make_index(knowledge: KnowledgeBase, *, cache: TextCache, offline: bool = False) -> SearchFiles:
    """Makes the published search index, and finds the entries that are near each other."""
    path = output_path(entry_path("*")) if offline else entry_path("*")
    key = digest(
        source_digest("caridulu.knowledge", "caridulu.search", "caridulu.site"),
        path,
        knowledge.lexicon.model_dump_json(),
        *(text for category in knowledge.categories for text in (category.id, category.name)),
        *(knowledge.office.name, knowledge.office.short_name, knowledge.office.region),
        *(entry.model_dump_json() for entry in knowledge.published),
        *map(str, (knowledge.direct_answers, knowledge.direct_phrases, knowledge.referrals)),
    )
    made = json.loads(cache.get(key, lambda: _index_text(knowledge, path)))
    return SearchFiles(client=client_script(), **made)


def _index_text(knowledge: KnowledgeBase, path: str) -> str:
    index = SearchIndex.of_knowledge(knowledge)
    files, related = publish_index(index, address=path), related_entries(index)
    part = index_part(index, knowledge)
    return json.dumps({"files": files, "related": related, "part": part})


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raises ``BuildError`` for problems other than notices, which stop no build."""
    if found := stopping(problems):
        raise BuildError(tuple(problem.text() for problem in found), found)
