"""Changes of an entry's status: what prevents one, and the files after it."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caridulu.curation.lifecycle import entry_changes
from caridulu.curation.project import Project
from caridulu.curation.writing import Content
from caridulu.curation.yaml_changes import Change, changed_yaml
from caridulu.knowledge import Entry, Location, Problem, Severity, Status, finding
from caridulu.knowledge.located_text import LocatedText, text_of_value
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.knowledge.yaml.nodes import Loc, TextNode, YamlFile, parse_yaml, texts_in
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.gate import stops_build
from caridulu.privacy.redaction import PLACEHOLDER_LEFT, Redactor, in_context, placeholders

NEXT = {Status.DRAFT: Status.REVIEW, Status.REVIEW: Status.PUBLISHED}
REVIEW_AFTER = dt.timedelta(days=365)  # from one check of an entry to the next
PUBLIC_TEXTS = (
    "question", "aliases", "more_aliases", "answer", "tags", "sources", "data_links", "not_for",
    "data_period", "en",
)  # fmt: skip
# English words and the names of newspapers look like Indonesian names: there only who is addressed
# is a person.
NAMED_OTHERWISE = frozenset({"en.question", "en.answer", "sources.title", "data_links.title"})
EMPTY_ANSWERS = frozenset({"-", "?", "...", "todo", "belum ada", "belum dijawab"})


@dataclass(frozen=True)
class Obstacles:
    """What prevents an entry from being published; ``asked`` can be confirmed, problems cannot."""

    problems: tuple[Problem, ...]
    asked: tuple[Problem, ...]


def obstacles(
    project: Project, entry: Entry, *, today: dt.date, text: str | None = None
) -> Obstacles:
    """Finds what must be mended or confirmed before publishing; ``text``: of the entry's file."""
    path = project.path(entry)
    shown = shown_path(path, project.root)
    reading = parse_yaml(project.text(path) if text is None else text, path=shown)
    file = reading.file
    if file is None:
        return Obstacles(reading.problems, ())
    problems = [
        *_missing(project, entry, file, today),
        *placeholders_left(text for _, text in _public_texts(file)),
    ]
    found = list(entities_in(project, file))
    problems += [one.problem for one in found if one.entity.certain]
    asked = tuple(one.problem for one in found if not one.entity.certain)
    return Obstacles(tuple(dict.fromkeys(problems)), asked)


def _missing(project: Project, entry: Entry, file: YamlFile, today: dt.date) -> Iterator[Problem]:
    """Yields what an entry lacks to be published."""
    if entry.answer.strip().lower() in EMPTY_ANSWERS:
        yield finding(file.at("answer"), "curation.publish_without_answer")
    if not entry.sources:
        yield finding(file.at("status"), "curation.publish_without_source")
    if entry.category not in {category.id for category in project.knowledge.categories}:
        yield finding(file.at("category"), "curation.publish_without_category")
    if not (entry.compiled or entry.reviewed) or not entry.review_by:
        yield finding(file.at("status"), "curation.publish_without_review")
    elif entry.review_by < today:
        value = entry.review_by.isoformat()
        yield finding(file.at("review_by"), "curation.publish_overdue", value=value)


@dataclass(frozen=True)
class LocatedEntity:
    """Personal data at its place in the project, or what may be some."""

    entity: Entity
    line: str  # in which it stands
    problem: Problem


def located_entities(redactor: Redactor, text: LocatedText) -> Iterable[LocatedEntity]:
    """Finds personal data in one text of the project, line by line."""
    begin = 0
    for line in text.text.split("\n"):
        for entity in redactor.entities(line):
            key = "curation.personal_data" if entity.certain else "curation.personal_data_asked"
            place = text.locate(begin + entity.start)
            problem = finding(place, key, value=in_context(line, entity))
            yield LocatedEntity(entity, line, problem)
        begin += len(line) + 1


def entities_in(project: Project, file: YamlFile) -> Iterable[LocatedEntity]:
    """Finds personal data in the texts of an entry's file that are or would be public."""
    for loc, text in _public_texts(file):
        for one in located_entities(project.redactor, text):
            is_unsure = one.entity.kind is Kind.NAME and field_at(loc) in NAMED_OTHERWISE
            if not is_unsure or stops_build(one.entity, one.line):
                yield one


def placeholders_left(texts: Iterable[LocatedText]) -> tuple[Problem, ...]:
    """Finds placeholders that an import left for personal data."""
    return tuple(
        finding(text.locate(match.start()), PLACEHOLDER_LEFT, value=match[0])
        for text in texts
        for match in placeholders().finditer(text.text)
    )


def _public_texts(file: YamlFile) -> Iterable[tuple[Loc, LocatedText]]:
    """Yields the texts of an entry's file that readers see, each behind the way to it."""
    for loc, node in texts_in(file.root):
        if loc[0] in PUBLIC_TEXTS:
            yield loc, text_of_value(file, node)


def field_at(loc: Loc) -> str:
    """Writes ``channels.address`` for ``("channels", 2, "address")``."""
    return ".".join(part for part in loc if isinstance(part, str))


def with_status(
    project: Project, entry: Entry, status: Status, *, today: dt.date
) -> dict[Path, str]:
    path, days = project.path(entry), day_of_step(entry, status, today=today)
    change = entry_changes.with_values(status=status.value, **days)
    return {path: changed_yaml(project.text(path), change)}


def day_of_step(entry: Entry, status: Status, *, today: dt.date) -> dict[str, dt.date]:
    """Returns ``compiled`` for a draft without a date that goes into review, else nothing."""
    is_undated = not (entry.compiled or entry.reviewed)
    return {"compiled": today} if status is Status.REVIEW and is_undated else {}


def takes_over(entry: Entry, into: Entry) -> bool:
    """Whether an entry can be archived into another: a public address must not lead nowhere."""
    if into.id == entry.id or into.status is Status.ARCHIVED:
        return False
    return into.status is Status.PUBLISHED or entry.status in NEXT


@dataclass(frozen=True)
class Merge:
    """The files of a merge, and phrasings that stay, as the other entry has no room for them."""

    texts: dict[Path, Content]
    left: tuple[str, ...]


def archive(
    project: Project,
    entry: Entry,
    into: Entry,
    *,
    is_kept: bool = True,
    chosen: Callable[[str], bool] = bool,
) -> Merge:
    """Archives an entry: its address leads to ``into``, which takes over its ``chosen`` phrasings.

    One whose address nobody knows need not be kept: its file goes, and nothing leads from it.
    """
    left: list[str] = []
    phrasings = [text for text in _phrasings(project, entry) if chosen(text)]

    def merged(tree: Any) -> None:
        left.extend(entry_changes.add_aliases(tree, phrasings))
        replaced = tree.get("replaces")
        if replaced is None and is_kept:
            entry_changes.put(tree, "replaces", [entry.id])
        elif is_kept and entry.id not in replaced:
            replaced.append(entry.id)
        _with_other("related", entry.id, None)(tree)

    # The other entry first, which tells what it has no room for.
    changes = {project.path(into): merged, **_relinked(project, entry, into)}
    texts: dict[Path, Content] = {
        path: changed_yaml(project.text(path), change) for path, change in changes.items()
    }
    own = project.path(entry)
    texts[own] = changed_yaml(project.text(own), _archived(left)) if is_kept else None
    return Merge(texts, tuple(left))


def _archived(left: Collection[str]) -> Change:
    """Marks an entry as archived; of its aliases only those ``left`` stay."""

    def change(tree: Any) -> None:
        entry_changes.put(tree, "status", Status.ARCHIVED.value)
        for name in ("aliases", "more_aliases"):
            aliases: Any = tree.get(name) or []
            for position in reversed(range(len(aliases))):
                if aliases[position] not in left:
                    del aliases[position]
            if not aliases:
                tree.pop(name, None)

    return change


def _relinked(project: Project, entry: Entry, into: Entry) -> dict[Path, Change]:
    """Makes the changes of files that name the archived entry: other entries, the office's."""
    changes: dict[Path, Change] = {}
    for other in project.knowledge.entries:
        if entry.id in other.related and other.id not in (entry.id, into.id):
            instead = into.id if into.id not in other.related else None
            changes[project.path(other)] = _with_other("related", entry.id, instead)
    featured = project.knowledge.office.featured
    if entry.id in featured:
        is_new = into.id not in featured and into.status is Status.PUBLISHED
        instead = into.id if is_new else None
        changes[project.root / OFFICE_FILE] = _with_other("featured", entry.id, instead)
    return changes


def _with_other(key: str, value: str, instead: str | None) -> Change:
    """Puts another value in the place of one in a list, or takes it out."""

    def change(tree: Any) -> None:
        items: Any = tree.get(key)
        if not items or value not in items:
            return
        position = items.index(value)
        if instead:
            items[position] = instead
        elif len(items) == 1:
            del tree[key]
        else:
            del items[position]

    return change


def _phrasings(project: Project, entry: Entry) -> tuple[str, ...]:
    """Lists the question and aliases as written, with their references.

    Nobody types what a redaction has put in.
    """
    file = project.file(entry)
    if file is None:
        return ()
    nodes = [file.find("question")]
    nodes += [file.find(*loc) for _, loc in entry.placed_aliases()]
    texts = (node.value for node in nodes if isinstance(node, TextNode))
    return tuple(text for text in texts if not placeholders().search(text))


def reasons(
    project: Project, entry: Entry, problems: Iterable[Problem], *, today: dt.date
) -> tuple[Problem, ...]:
    """Says why an entry is or is not public, most decisive first."""
    path = project.path(entry).relative_to(project.root).as_posix()
    place = Location(path)
    told = [finding(place, f"curation.explain_{entry.status.value}")]
    successor = next((e.id for e in project.knowledge.entries if entry.id in e.replaces), None)
    if entry.status is Status.ARCHIVED and successor:
        told.append(finding(place, "curation.explain_successor", other=successor))
    if entry.status is Status.PUBLISHED and entry.review_by and entry.review_by < today:
        value = entry.review_by.isoformat()
        told.append(finding(place, "curation.explain_overdue", id=entry.id, value=value))
    if entry.proposal:
        told.append(finding(place, "curation.explain_proposal"))
    if entry.status is not Status.ARCHIVED:
        blocked = obstacles(project, entry, today=today)
        told += [*blocked.problems, *blocked.asked]
    own = (p for p in problems if p.location.path == path and p.severity is Severity.PROBLEM)
    return (*told, *own)
