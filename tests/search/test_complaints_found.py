"""A search about complaints is told by what it finds: so it is not remembered in the browser."""

import pytest

from caridulu.knowledge import KnowledgeBase
from caridulu.knowledge.complaint_topics import complaint_topics
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search

NEAREST = 5  # hits at which the browser looks
UNWRITTEN = ("pegawai minta uang", "oknum pegawai selingkuh", "bribery", "petugas tidak sopan")


def test_every_phrasing_about_complaints_finds_one(
    real_knowledge: KnowledgeBase, real_index: SearchIndex
) -> None:
    """Who reports misconduct stays unknown only if the browser notices that somebody does."""
    about = complaint_topics(real_knowledge).items
    entries = [entry for entry in real_knowledge.published if entry.id in about]
    written = [each for entry in entries for each in (entry.question, *entry.aliases)]
    assert len(written) > len(UNWRITTEN)
    missed = [
        phrasing
        for phrasing in (*written, *UNWRITTEN)
        if about.isdisjoint(
            real_index.items[hit.entry].id
            for hit in search(real_index, phrasing, limit=NEAREST).hits
        )
    ]
    assert missed == []


@pytest.mark.parametrize(
    "query", ["bagaimana cara menjadi pegawai bps", "saya mau jadi pegawai bps", "gaji pegawai bps"]
)
def test_who_asks_about_work_here_complains_of_nobody(
    real_knowledge: KnowledgeBase, real_index: SearchIndex, query: str
) -> None:
    best = search(real_index, query).hits[0]
    assert real_index.items[best.entry].id not in complaint_topics(real_knowledge).items
