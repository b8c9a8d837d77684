"""A project's folder -> its finished site: load, check, index, render; then it is written.

    load             content/ and kb/ -> knowledge base, and problems      (knowledge/loading/)
    check_project    -> what keeps it from being published
    make_index       knowledge base -> entries near each other, published search files
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
from caridulu.messages import Language, UserError
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.office_part import index_part
from caridulu.search.publish.published_index import publish_index
from caridulu.search.quality.index_problems import index_problems
from caridulu.site.build.render_site import Site, SiteRenderer
from caridulu.site.client.asset_files import SearchFiles
from caridulu.site.pages.related import related_entries
from caridulu.site.urls import entry_path, output_path


class BuildError(UserError):
    """The site was not built; ``problems`` has one sentence each, ``found`` those with a place."""

    def __init__(self, problems: tuple[str, ...], found: tuple[Problem, ...] = ()) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
        self.found = found

    def sentence(self, language: Language = Language.ID) -> str:
        return format_text(self.found, language).rstrip() or self.key


def build_site(root: Path, *, today: dt.date, offline: bool = False) -> Site:
    """Builds the site of the office at ``root``, without writing it.

    ``offline`` is for a site opened from a folder, without a server. ``BuildError`` has all
    problems of a project that must not be published.
    """
    loaded = load(root, today=today, cache={})  # loaded once: what was checked need not be kept
    stop_at_problems(check_project(loaded, root=root))
    knowledge = sound_knowledge(loaded)
    with text_cache(root, "stick" if offline else "site") as cache:
        search = make_index(knowledge, cache=cache, offline=offline)
        return SiteRenderer(
            knowledge, today=today, search=search, cache=cache, offline=offline
        ).site()


def sound_knowledge(loaded: LoadResult) -> KnowledgeBase:
    """Returns the knowledge base of a project, or raises ``BuildError`` with its problems."""
    stop_at_problems(loaded.problems)
    if loaded.knowledge is None:
        raise ValueError(loaded)
    return loaded.knowledge


def check_project(
    loaded: LoadResult, *, root: Path, index: SearchIndex | None = None
) -> tuple[Problem, ...]:
    """Lists all that keeps a project from being published, and its notices, in line order.

    With the ``index`` of a project without problems each entry's own phrasings are tried in it,
    which takes longer than a build and which a build therefore leaves to ``check``.
    """
    from caridulu.privacy.gate import gate  # whose patterns a preview or a poster need not wait for

    found = list(loaded.problems)
    if loaded.readable:
        with text_cache(root, "clean") as clean:
            found += gate(loaded.readable, root=root, cache=clean)
    if loaded.knowledge and index:
        found += index_problems(index, loaded.knowledge, root)
    return in_order(found)


def make_index(knowledge: KnowledgeBase, *, cache: TextCache, offline: bool = False) -> SearchFiles:
    """Finds the entries that are near each other, and makes the published search index."""
    path = output_path(entry_path("*")) if offline else entry_path("*")

    def made() -> str:
        index = SearchIndex.of_knowledge(knowledge)
        return json.dumps(
            {
                "files": publish_index(index, address=path),
                "part": index_part(index, knowledge),
                "related": related_entries(index),
            }
        )

    made_before = cache.get(_search_key(knowledge, path), made)
    return SearchFiles(client=client_script(), **json.loads(made_before))


def _search_key(knowledge: KnowledgeBase, path: str) -> str:
    """Hashes what decides the search files: the program, and all that is searched or named."""
    return digest(
        source_digest("caridulu.knowledge", "caridulu.search", "caridulu.site"),
        path,
        knowledge.lexicon.model_dump_json(),
        *(text for category in knowledge.categories for text in (category.id, category.name)),
        *(knowledge.office.name, knowledge.office.short_name, knowledge.office.region),
        *(entry.model_dump_json() for entry in knowledge.published),
        *map(str, (knowledge.direct_answers, knowledge.direct_phrases, knowledge.referrals)),
    )


def stop_at_problems(problems: tuple[Problem, ...]) -> None:
    """Raises ``BuildError`` for problems other than notices, which stop no build."""
    if found := stopping(problems):
        raise BuildError(tuple(problem.text() for problem in found), found)
