"""Entries that wait to be public, in the order in which they are read: what is in doubt first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from caridulu.curation.drafts.entries.duplicates import find_duplicates
from caridulu.curation.drafts.faq.faq_changes import is_as_imported, is_copy
from caridulu.curation.project import Project, as_published
from caridulu.knowledge import Entry, Problem, Status, notice
from caridulu.messages import Language, message
from caridulu.search.quality.contradictions import contradictions
from caridulu.search.quality.expectations import locate

FIRST_WORDS = 30  # characters of a sentence that find its place in the file


@dataclass(frozen=True)
class ReadingOrder:
    """What is read whole, in three parts, and answers of which the beginning is enough.

    ``copies`` are, word for word, what the office had published before, and nothing is in their
    way; nobody need have read them again.
    """

    held: tuple[Entry, ...]  # cannot be public yet
    compared: tuple[Entry, ...]  # that repeat another entry, or name other numbers
    others: tuple[Entry, ...]
    copies: tuple[Entry, ...]
    overlaps: Mapping[str, tuple[Problem, ...]]  # by id
    edited: frozenset[str]  # ids of those that were changed after the import

    @property
    def unread(self) -> frozenset[str]:
        """Ids of the copies: published as they are, without a day on which they were reviewed."""
        return frozenset(entry.id for entry in self.copies)

    def holding(self, held: Collection[str]) -> "ReadingOrder":
        """Puts entries that cannot be public yet into the first part."""
        parts = (self.held, self.compared, self.others, self.copies)
        first = tuple(entry for part in parts for entry in part if entry.id in held)
        compared, others, copies = (
            tuple(entry for entry in part if entry.id not in held) for part in parts[1:]
        )
        return replace(self, held=first, compared=compared, others=others, copies=copies)

    def reasons(self, entry: Entry, language: Language) -> list[str]:
        """Says what the import has changed or doubts of an entry."""
        changes = [change.value for change in entry.from_faq.changes] if entry.from_faq else []
        names = [*changes, *(["edited"] if entry.id in self.edited else [])]
        return [message(f"curation.faq_changed_{name}", language) for name in names]


def reading_order(
    project: Project, entries: Sequence[Entry], held: Collection[str] = ()
) -> ReadingOrder:
    """Sorts entries in review; ``held`` are the ids of those that cannot be public yet."""
    found = _overlaps(project, {entry.id for entry in entries})
    rest = [entry for entry in entries if entry.id not in found]
    copies = {entry.id for entry in rest if is_copy(project, entry)}
    order = ReadingOrder(
        held=(),
        compared=tuple(entry for entry in entries if entry.id in found),
        others=tuple(entry for entry in rest if entry.id not in copies),
        copies=tuple(entry for entry in rest if entry.id in copies),
        overlaps=found,
        edited=frozenset(
            entry.id
            for entry in entries
            if entry.from_faq and entry.id not in copies and not is_as_imported(project, entry)
        ),
    )
    return order.holding(held)


def _overlaps(project: Project, ids: Collection[str]) -> Mapping[str, tuple[Problem, ...]]:
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
