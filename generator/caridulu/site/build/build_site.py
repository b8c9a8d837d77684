"""Knowledge base -> the whole site, looked through for personal data."""

import datetime as dt
from pathlib import Path

from caridulu.knowledge.model import KnowledgeBase
from caridulu.site.build.assemble import Searching, Site, assemble, prepare_contents
from caridulu.site.build.cache import cache_in
from caridulu.site.build.privacy_check import refuse_personal_data

CACHE = Path(".caridulu") / "cache"  # in the project; may be deleted at any time


def whole_site(
    knowledge: KnowledgeBase,
    *,
    root: Path,
    today: dt.date,
    strict_csp: bool = True,
    offline: bool = False,
) -> Site:
    """The site of the office at ``root``; ``SiteError`` for what may not be published.

    The index is made meanwhile: it and everything else take about as long.

    Args:
        knowledge: what the office knows.
        root: the office's project.
        today: decides which entries are past their review date.
        strict_csp: off only for a live preview, which nobody else sees.
        offline: for a site opened from a folder, without a server.
    """
    with cache_in(root / CACHE) as cache:
        search = Searching(knowledge, cache=cache, offline=offline)
        prepare_contents(knowledge, today=today, cache=cache, offline=offline)
        if strict_csp:
            refuse_personal_data(knowledge, root=root, cache=cache)
        found = search.files()
        return assemble(
            knowledge,
            today=today,
            search=found,
            cache=cache,
            strict_csp=strict_csp,
            offline=offline,
        )
