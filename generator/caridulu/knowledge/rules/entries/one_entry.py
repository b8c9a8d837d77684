"""What must hold within one entry: its folder, and the sources and days of a public one."""

from collections.abc import Iterable, Iterator

from caridulu.knowledge.model import Category, EntryFile, ServiceFile, Status
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Problem, finding
from caridulu.knowledge.rules.entries.relations import PlacedEntry
from caridulu.knowledge.yaml.nodes import YamlFile


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


def publishing_problems(one: PlacedEntry) -> Iterator[Problem]:
    """Finds public answers without a source, without a date, or without a next review."""
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
