"""Which topics are about complaints: none of them may be shown beside another matter.

It is told by what the office has said of its entries, not by words: the category of an entry that
answers where to complain, or that is called as the page for complaints.
"""

from dataclasses import dataclass

from caridulu.knowledge.direct_answers import direct_id
from caridulu.knowledge.model import DirectKind, KnowledgeBase
from caridulu.knowledge.site_names import COMPLAINT_PAGE


@dataclass(frozen=True)
class ComplaintTopics:
    """Ids of the categories about complaints, and of the items of the search index about them."""

    categories: frozenset[str]
    items: frozenset[str]


def complaint_topics(knowledge: KnowledgeBase) -> ComplaintTopics:
    """Lists the categories, entries and direct answers that are about complaints."""
    answering = {e.category for e in knowledge.entries if e.answers is DirectKind.COMPLAINT}
    categories = frozenset(answering | {COMPLAINT_PAGE})
    inside = (entry.id for entry in knowledge.published if entry.category in categories)
    return ComplaintTopics(categories, frozenset((*inside, direct_id(DirectKind.COMPLAINT))))
