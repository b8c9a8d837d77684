from dataclasses import replace

from caridulu.knowledge.complaint_topics import complaint_topics
from caridulu.knowledge.model import DirectKind, Entry, KnowledgeBase, Status
from tests.site.sample_office import KNOWLEDGE, entry


def with_entries(*entries: Entry) -> KnowledgeBase:
    return replace(KNOWLEDGE, entries=(*KNOWLEDGE.entries, *entries))


def test_the_category_of_the_answer_about_complaints_is_about_them_whole() -> None:
    answer = entry("cara-mengadu", "Ke mana mengadu?", "Lewat formulir.", category="keluhan")
    answer = answer.model_copy(update={"answers": DirectKind.COMPLAINT})
    beside = entry("lapor-oknum", "Ke mana melaporkan oknum?", "LAPOR!", category="keluhan")
    draft = entry("konsep", "Ke mana?", "Ke sini.", category="keluhan", status=Status.DRAFT)
    topics = complaint_topics(with_entries(answer, beside, draft))
    assert "keluhan" in topics.categories
    assert topics.items == {"cara-mengadu", "lapor-oknum", "kantor-pengaduan"}


def test_so_is_a_category_called_as_the_page_for_complaints() -> None:
    beside = entry("lapor-oknum", "Ke mana melaporkan oknum?", "LAPOR!", category="pengaduan")
    assert complaint_topics(with_entries(beside)).items == {"lapor-oknum", "kantor-pengaduan"}
