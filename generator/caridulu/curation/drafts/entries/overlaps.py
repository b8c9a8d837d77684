"""Finds entries in review that repeat or contradict another entry."""

from collections.abc import Collection, Mapping

from caridulu.curation.drafts.entries.duplicates import find_duplicates
from caridulu.curation.project import Project, as_published
from caridulu.knowledge import Entry, Problem, Status, notice
from caridulu.search.quality.contradictions import contradictions
from caridulu.search.quality.expectations import locate

FIRST_WORDS = 30  # characters of a sentence that find its place in the file


def overlaps(project: Project, ids: Collection[str]) -> Mapping[str, tuple[Problem, ...]]:
    """Finds near duplicates and differing numbers of these entries: notices, by entry id.

    Nothing of it keeps an entry back: whether two of them are one is for a person to say.
    """
    if not ids:
        return {}
    public = Project(project.root, as_published(project.knowledge, ids))
    found: dict[str, list[Problem]] = {}

    def add(entry: Entry, other: Entry, name: str, phrase: str, **values: object) -> None:
        if entry.id in ids:
            place = locate(project.root, entry, phrase[:FIRST_WORDS])
            values |= {"question": other.question, "other": other.id}
            problem = notice(place, f"curation.{name}", **values)
            found.setdefault(entry.id, []).append(problem)

    for one, other in contradictions(public.knowledge, public.index_of_living.analyzer):
        for here, there in ((one, other), (other, one)):
            values = {"value": here.text, "there": there.text}
            add(here.entry, there.entry, "twice_numbers", here.text, **values)
    for pair in find_duplicates(public, only=ids):
        first, second = public.entry(pair.first), public.entry(pair.second)
        if first and second and _is_public(first) and _is_public(second):
            name = "twice_differs" if pair.answers_differ else "twice_same"
            add(first, second, name, first.question)
            add(second, first, name, second.question)
    return {entry_id: tuple(problems) for entry_id, problems in found.items()}


def _is_public(entry: Entry) -> bool:
    return entry.status is Status.PUBLISHED
