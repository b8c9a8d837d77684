"""No site with personal data: every source passes the gate of ``caridulu.privacy``."""

from pathlib import Path

from caridulu.knowledge.model import KnowledgeBase
from caridulu.privacy.gate import gate
from caridulu.site.build.cache import Cache
from caridulu.site.pages.render_pages import SiteError


def refuse_personal_data(knowledge: KnowledgeBase, *, root: Path, cache: Cache) -> None:
    """Raises ``SiteError`` that names file and line of all personal data.

    Args:
        knowledge: What the site is made from.
        root: The office's project.
        cache: Remembers what passed.
    """
    if problems := gate(knowledge, root=root, cache=cache):
        raise SiteError(tuple(problem.text() for problem in problems))
