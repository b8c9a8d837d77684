"""What must hold between entries: categories, aliases, related and replaced entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from caridulu.knowledge.model import Category, Entry, EntryFile, ServiceFile, Status
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
    for one in placed:
        yield from _publishing_problems(one)
    yield from _phrase_problems(placed)
    yield from _direct_problems(placed)
    yield from _related_problems(placed, unread)
    yield from _replacement_problems(placed)


def shelf_problems(
    placed: Iterable[PlacedEntry], categories: Iterable[Category]
) -> Iterator[Problem]:
    """Finds entries whose category is unknown or not the folder they lie in."""
    known = [category.id for category in categories]
    suggest, choices = Suggester(known), ", ".join(known)
    for one in placed:
        file, value = one.file, one.entry.category
        folder = file.path.split("/")[-2]
        if value not in known:
            place = file.at("category")
            yield unknown(place, "knowledge.unknown_category", suggest, value, choices=choices)
        elif value != folder:
            values = {"value": value, "folder": folder}
            yield finding(file.at("category"), "knowledge.category_folder", **values)


def _publishing_problems(one: PlacedEntry) -> Iterator[Problem]:
    """A public answer can be checked, says from when it is, and will be looked at again."""
    entry, file = one.entry, one.file
    yield from reversed_days(entry, file)
    if entry.status is not Status.PUBLISHED:
        return
    lacking = [(name, name) for name in ("sources", "review_by") if not getattr(entry, name)]
    if not (entry.compiled or entry.reviewed):
        lacking.append(("compiled", "compiled" if file.find("compiled") else "reviewed"))
    for name, key in lacking:
        place = file.key(key) if file.find(key) else file.at("status")
        yield finding(place, f"knowledge.published_without_{name}")


def reversed_days(dated: EntryFile | ServiceFile, file: YamlFile) -> Iterator[Problem]:
    """Finds a next review that lies before the day of compiling or of the last review."""
    days = [(day, name) for name in ("compiled", "reviewed") if (day := getattr(dated, name))]
    if not days or not dated.review_by:
        return
    day, name = max(days)
    if dated.review_by < day:
        values = {"name": name, "day": day.isoformat(), "value": dated.review_by.isoformat()}
        yield finding(file.at("review_by"), "knowledge.review_reversed", **values)


def fold_phrase(phrase: str) -> str:
    """Folds a phrase for comparing: no capitals, single spaces."""
    return " ".join(phrase.split()).casefold()


def _phrase_problems(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """No two living entries ask the same question or share an alias.

    Packages keep that rule among their own; while an update waits to be read, one entry says what
    the version before said, and another what the newer one says. The office cannot take a phrasing
    out of a package, so it may say any of them, too, and ask what a draft of a package asks.
    """
    living = [one for one in placed if _is_living(one.entry)]
    asked: dict[str, tuple[PlacedEntry, Loc]] = {}
    for one in living:
        question = one.entry.question
        other, _ = asked.setdefault(fold_phrase(question), (one, QUESTION))
        both = one.entry.is_of_package(QUESTION) and other.entry.is_of_package(QUESTION)
        if other is not one and not both:
            place, there = one.file.at(*QUESTION), other.file.at(*QUESTION)
            yield finding(place, "knowledge.duplicate_question", value=question, other=there)
    aliases: dict[str, tuple[PlacedEntry, Loc]] = {}
    for one in living:
        for alias, loc in other_phrases(one.entry):
            phrase = fold_phrase(alias)
            said = aliases.setdefault(phrase, (one, loc))
            first, first_loc = asked.get(phrase, said)
            if first is one and first_loc == loc:
                continue
            place, there = one.file.at(*loc), first.file.at(*first_loc)
            if first is not one:
                if not (one.entry.is_of_package(loc) or first.entry.is_of_package(first_loc)):
                    yield finding(place, "knowledge.alias_elsewhere", value=alias, other=there)
            elif phrase in asked:
                yield finding(place, "knowledge.alias_is_question", value=alias)
            elif place.path != there.path:
                yield finding(place, "knowledge.alias_in_package", value=alias)
            else:
                yield finding(place, "knowledge.duplicate_alias", value=alias, line=there.line)


def _is_living(entry: Entry) -> bool:
    is_offered = entry.packaged is not None and entry.status is Status.DRAFT
    return entry.status is not Status.ARCHIVED and not is_offered


def other_phrases(entry: Entry) -> Iterator[tuple[str, Loc]]:
    """Aliases and the English question, which an alias may have said already."""
    yield from entry.placed_aliases()
    if entry.en and fold_phrase(entry.en.question) not in map(fold_phrase, entry.all_aliases):
        yield entry.en.question, ("en", "question")


def _direct_problems(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """No two living entries are the direct answer to one question."""
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


def _related_problems(placed: Iterable[PlacedEntry], unread: frozenset[str]) -> Iterator[Problem]:
    status = status_by_id(placed)
    suggest = Suggester(status)
    for one in placed:
        for i, value in enumerate(one.entry.related):
            related = status.get(value)
            if related is Status.PUBLISHED and value != one.entry.id:
                continue
            if one.entry.packaged and "related" not in one.entry.packaged.own:
                continue  # the office has hidden it; pages leave it out
            place = one.file.at("related", i)
            if value == one.entry.id:
                yield finding(place, "knowledge.related_itself", value=value)
            elif value in unread:
                continue
            elif related is None:
                yield unknown(place, "knowledge.unknown_entry", suggest, value)
            elif one.entry.status is Status.PUBLISHED:
                values = {"value": value, "status": related.value}
                yield finding(place, "knowledge.related_unpublished", **values)


def featured_problems(
    featured: Iterable[str],
    placed: Iterable[PlacedEntry],
    *,
    file: YamlFile,
    unread: frozenset[str],
) -> Iterator[Problem]:
    status = status_by_id(placed)
    suggest = Suggester(status)
    for i, value in enumerate(featured):
        place = file.at("featured", i)
        if value in unread:
            continue
        if value not in status:
            yield unknown(place, "knowledge.unknown_entry", suggest, value)
        elif status[value] is not Status.PUBLISHED:
            values = {"value": value, "status": status[value].value}
            yield finding(place, "knowledge.featured_unpublished", **values)


def _replacement_problems(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    status = status_by_id(placed)
    first: dict[str, tuple[PlacedEntry, Location]] = {}
    for one in placed:
        for i, old in enumerate(one.entry.replaces):
            place = one.file.at("replaces", i)
            if old == one.entry.id:
                yield finding(place, "knowledge.replaces_itself", value=old)
                continue
            if status.get(old, Status.ARCHIVED) is not Status.ARCHIVED:
                yield finding(place, "knowledge.replaces_living", value=old)
            _, holder_place = first.setdefault(old, (one, place))
            if holder_place != place:
                yield finding(place, "knowledge.replaced_twice", value=old, other=holder_place)
    successors = {old: holder.entry.id for old, (holder, _) in first.items()}
    for old in sorted(successors):
        if successors.get(_end(old, successors)) == old:
            values = {"value": old, "other": successors[old]}
            yield finding(first[old][1], "knowledge.replaces_loop", **values)


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
    """By replaced id, the entry that replaces it."""
    successors: dict[str, str] = {}
    for entry in entries:
        for old in entry.replaces:
            successors.setdefault(old, entry.id)
    return successors


def _end(start: str, successors: Mapping[str, str]) -> str:
    """Where the chain of successors ends, or leads back into itself."""
    seen = {start}
    here = start
    while (following := successors.get(here)) is not None and following not in seen:
        seen.add(following)
        here = following
    return here
