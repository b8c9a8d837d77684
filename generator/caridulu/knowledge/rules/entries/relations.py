"""What must hold between entries: phrases, direct answers, related and replaced entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from caridulu.knowledge.model import Entry, Status
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.yaml.nodes import Loc, YamlFile

QUESTION: Loc = ("question",)


@dataclass(frozen=True)
class PlacedEntry:
    """An entry and the file it stands in."""

    entry: Entry
    file: YamlFile


def entry_problems(placed: Iterable[PlacedEntry], *, unread: frozenset[str]) -> Iterator[Problem]:
    """Finds what is wrong among entries; ``unread`` are ids of those that cannot be read whole."""
    placed = tuple(placed)
    yield from _phrase_problems(placed)
    yield from _direct_problems(placed)
    yield from _related_problems(placed, unread)
    yield from _replacement_problems(placed)


def fold_phrase(phrase: str) -> str:
    """Folds a phrase for comparing: no capitals, single spaces."""
    return " ".join(phrase.split()).casefold()


@dataclass(frozen=True)
class _Phrase:
    """A question or an alias: its text, its entry, and the key it stands at."""

    text: str
    loc: Loc
    placed: PlacedEntry

    @property
    def place(self) -> Location:
        return self.placed.file.at(*self.loc)

    @property
    def is_packaged(self) -> bool:
        """Whether a package says so, out of which an office cannot take it."""
        return self.placed.entry.is_of_package(self.loc)


def _phrase_problems(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """Finds questions and aliases that stand twice in living entries.

    Packages keep that rule among their own; while an update waits to be read, one entry has phrases
    of the version before, another those of the newer one. The office may have any alias of a
    package, too, and ask what a draft of a package asks.
    """
    living = [one for one in placed if _is_living(one.entry)]
    questions: dict[str, _Phrase] = {}
    for question in (_Phrase(one.entry.question, QUESTION, one) for one in living):
        first = questions.setdefault(fold_phrase(question.text), question)
        if first is not question and not (question.is_packaged and first.is_packaged):
            values = {"value": question.text, "other": first.place}
            yield finding(question.place, "knowledge.duplicate_question", **values)
    aliases: dict[str, _Phrase] = {}
    for alias in (_Phrase(*said, one) for one in living for said in other_phrases(one.entry)):
        folded = fold_phrase(alias.text)
        first = questions.get(folded) or aliases.setdefault(folded, alias)
        if first is not alias and (problem := _repeated_alias(alias, first)):
            yield problem


def _is_living(entry: Entry) -> bool:
    is_offered = entry.packaged is not None and entry.status is Status.DRAFT
    return entry.status is not Status.ARCHIVED and not is_offered


def _repeated_alias(alias: _Phrase, first: _Phrase) -> Problem | None:
    """Tells what is wrong with an alias that repeats the phrase ``first``."""
    place, there, value = alias.place, first.place, alias.text
    if first.placed is not alias.placed:
        if alias.is_packaged or first.is_packaged:
            return None
        return finding(place, "knowledge.alias_elsewhere", value=value, other=there)
    if first.loc == QUESTION:
        return finding(place, "knowledge.alias_is_question", value=value)
    if place.path != there.path:
        return finding(place, "knowledge.alias_in_package", value=value)
    return finding(place, "knowledge.duplicate_alias", value=value, line=there.line)


def other_phrases(entry: Entry) -> Iterator[tuple[str, Loc]]:
    """Yields the aliases, and the English question unless an alias says the same."""
    yield from entry.placed_aliases()
    if entry.en and fold_phrase(entry.en.question) not in map(fold_phrase, entry.all_aliases):
        yield entry.en.question, ("en", "question")


def _direct_problems(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """Finds living entries that are the direct answer to a question that another one answers."""
    first: dict[str, PlacedEntry] = {}
    for one in placed:
        kind = one.entry.answers
        if kind is None or not _is_living(one.entry):
            continue
        other = first.setdefault(kind, one)
        if other is not one:
            values = {"value": kind.value, "other": other.file.at("answers")}
            yield finding(one.file.at("answers"), "knowledge.answered_twice", **values)


def status_by_id(placed: Iterable[PlacedEntry]) -> dict[str, Status]:
    """Returns the status by id; of two entries with one id, the second is the problem."""
    status: dict[str, Status] = {}
    for one in placed:
        status.setdefault(one.entry.id, one.entry.status)
    return status


class _Listable:
    """The entries that a list can name by id; ``unread`` are those that cannot be read whole."""

    def __init__(self, placed: Iterable[PlacedEntry], unread: frozenset[str]) -> None:
        self._status = status_by_id(placed)
        self._suggest = Suggester(self._status)
        self._unread = unread

    def problem(self, value: str, place: Location, unpublished: str) -> Problem | None:
        """Tells why pages cannot list an entry; ``unpublished`` names the message on its status.

        Without that message it need not be public yet.
        """
        status = self._status.get(value)
        if value in self._unread or status is Status.PUBLISHED:
            return None
        if status is None:
            return unknown(place, "knowledge.unknown_entry", self._suggest, value)
        values = {"value": value, "status": status.value}
        return finding(place, unpublished, **values) if unpublished else None


def _related_problems(placed: Iterable[PlacedEntry], unread: frozenset[str]) -> Iterator[Problem]:
    listable = _Listable(placed, unread)
    for one in placed:
        entry = one.entry
        if entry.packaged and "related" not in entry.packaged.own:
            continue  # pages leave out which of the package's entries the office has hidden
        unpublished = "knowledge.related_unpublished" if entry.status is Status.PUBLISHED else ""
        for i, value in enumerate(entry.related):
            place = one.file.at("related", i)
            if value == entry.id:
                yield finding(place, "knowledge.related_itself", value=value)
            elif problem := listable.problem(value, place, unpublished):
                yield problem


def featured_problems(
    featured: Iterable[str],
    placed: Iterable[PlacedEntry],
    *,
    file: YamlFile,
    unread: frozenset[str],
) -> Iterator[Problem]:
    listable, unpublished = _Listable(placed, unread), "knowledge.featured_unpublished"
    for i, value in enumerate(featured):
        if problem := listable.problem(value, file.at("featured", i), unpublished):
            yield problem


def _replacement_problems(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    status = status_by_id(placed)
    successors: dict[str, str] = {}  # as ``_successors``
    places: dict[str, Location] = {}  # where the successor says so
    for one in placed:
        for i, old in enumerate(one.entry.replaces):
            place = one.file.at("replaces", i)
            if old == one.entry.id:
                yield finding(place, "knowledge.replaces_itself", value=old)
                continue
            if status.get(old, Status.ARCHIVED) is not Status.ARCHIVED:
                yield finding(place, "knowledge.replaces_living", value=old)
            if old in successors:
                yield finding(place, "knowledge.replaced_twice", value=old, other=places[old])
            else:
                successors[old], places[old] = one.entry.id, place
    for old in sorted(successors):
        if successors.get(_end(old, successors)) == old:
            values = {"value": old, "other": successors[old]}
            yield finding(places[old], "knowledge.replaces_loop", **values)


def redirects(entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """Pairs old ids with the published entry that each leads to, through archived ones."""
    entries = tuple(entries)
    published = {entry.id for entry in entries if entry.status is Status.PUBLISHED}
    successors = _successors(entries)
    found = ((old, _end(old, successors)) for old in sorted(successors.keys() - published))
    return tuple((old, end) for old, end in found if end in published)


def status_by_replaced(entries: Iterable[Entry]) -> dict[str, Status]:
    """Maps each replaced id to the status of the entry to which links to it lead."""
    entries = tuple(entries)
    status = {entry.id: entry.status for entry in entries}
    successors = _successors(entries)
    ends = ((old, status.get(_end(old, successors))) for old in successors)
    return {old: end or Status.ARCHIVED for old, end in ends}


def _successors(entries: Iterable[Entry]) -> dict[str, str]:
    """Maps each replaced id to the id of the entry that replaces it."""
    successors: dict[str, str] = {}
    for entry in entries:
        for old in entry.replaces:
            successors.setdefault(old, entry.id)
    return successors


def _end(start: str, successors: Mapping[str, str]) -> str:
    """Follows the chain of successors to its last id; one that loops, to the last new one."""
    seen = [start]
    while (following := successors.get(seen[-1])) is not None and following not in seen:
        seen.append(following)
    return seen[-1]
