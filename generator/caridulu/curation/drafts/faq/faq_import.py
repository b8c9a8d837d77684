"""An FAQ that is public already -> complete entries in review."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from caridulu.curation.drafts.entries.draft_entry import Decide
from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of
from caridulu.curation.drafts.faq.faq_changes import from_faq
from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport, plan_import
from caridulu.curation.exports.consultation import Consultation, Reading, SourceKind
from caridulu.curation.exports.documents.faq_json import last_of_path
from caridulu.curation.exports.documents.markdown_text import markdown_of_field, tidy
from caridulu.curation.exports.documents.sections import bare_title
from caridulu.curation.exports.documents.source_words import field_changes, letters
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER
from caridulu.curation.project import Project
from caridulu.curation.writing import read_exact
from caridulu.curation.yaml_changes import changed_yaml, new_yaml, with_more
from caridulu.knowledge import Status, fold_phrase
from caridulu.knowledge.model import URL_PATTERN, Category, FaqChange, Source
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.knowledge.source_doubts import SourceDoubt, doubts
from caridulu.messages import message

FILE = Path("kb", "categories.yml")
LONGEST_NAME = 80
_WEB = re.compile(r"^(?:\w+:/|www\.)|^\S+\.\S*/|^[\w-]+(?:\.[\w-]+)+$", re.I)
SHORT = 5  # letters of a word that stays in capitals in a name all in capitals


def category_name(name: str, all_names: Collection[str]) -> str:
    """Chooses the category of a question: the first where several are listed, or the usual one."""
    words = " ".join(name.split(">>")[-1].split()).strip(" .:;-")
    first = words.split(",")[0].strip()
    if first != words and first in all_names:
        words = first
    if not words:
        return message("curation.faq_category")
    if words.isupper():  # abbreviations are short
        words = " ".join(word if len(word) < SHORT else word.lower() for word in words.split())
    return (words[:1].upper() + words[1:])[:LONGEST_NAME].strip()


def new_categories(names: Iterable[str], known: Sequence[Category]) -> tuple[Category, ...]:
    """Makes the categories that are not there yet, in the order in which the FAQ names them."""
    ids = FreeIds(category.id for category in known)
    named = {name for one in known for name in (one.id, fold_phrase(one.name))}
    made: list[Category] = []
    for name in names:
        if fold_phrase(name) not in named:
            category_id = ids.take(id_of(name, otherwise="kategori"))
            named.add(fold_phrase(name))
            about = name[:1].lower() + name[1:] if name[1:].islower() else name
            sentence = message("curation.faq_category_about", name=about)
            made.append(Category(id=category_id, name=name, description=sentence))
    return tuple(made)


def is_address(source: str) -> bool:
    """Tells whether a source is a full web address, and not the name of a document."""
    return bool(re.fullmatch(URL_PATTERN, source))


def is_broken_address(source: str) -> bool:
    """Tells whether a source looks like a web address that is not one in full."""
    return bool(_WEB.search(source)) and not is_address(source)


@dataclass(frozen=True)
class FaqEntry:
    """A question of the FAQ as an entry."""

    planned: PlannedImport
    aliases: tuple[str, ...]
    sources: tuple[Source, ...]
    today: dt.date

    @property
    def id(self) -> str:
        return self.planned.draft.id

    def path(self, root: Path) -> Path:
        return root / "kb" / self.planned.category / f"{self.id}.yml"

    @cached_property
    def yaml(self) -> str:  # asked for when it is checked, and when it is written
        """The file: ready to be read once and published."""
        draft = self.planned.draft
        values: dict[str, object] = {
            "question": draft.question,
            "aliases": list(self.aliases),
            "answer": draft.answer + "\n",
            "category": self.planned.category,
            "status": Status.REVIEW.value,
            "sources": [_written(source) for source in self.sources],
            "compiled": self.today,
            "review_by": self.today + REVIEW_AFTER,
            "provenance": draft.origin,
            "from_faq": self._noted(),
        }
        return new_yaml({key: value for key, value in values.items() if value})

    def _noted(self) -> dict[str, object]:
        noted = from_faq(self.planned.source, self.planned.draft)
        changes = [change.value for change in noted.changes]
        return {"fingerprint": noted.fingerprint, **({"changes": changes} if changes else {})}


def _written(source: Source) -> dict[str, object]:
    # A date of its own: YAML would refer to one that several keys share.
    accessed = source.accessed and source.accessed.replace()
    values = {"title": source.title, "url": source.url, "accessed": accessed}
    return {key: value for key, value in values.items() if value}


@dataclass(frozen=True)
class FaqPlan:
    """The plan of an FAQ import."""

    entries: tuple[FaqEntry, ...]
    repeated: tuple[PlannedImport, ...]  # whose question an entry has already
    categories: tuple[Category, ...]  # to be made
    plan: ImportPlan  # what is set aside, and what was imported before

    def texts(self, project: Project, public: Iterable[str] = ()) -> dict[Path, str]:
        """Makes the files; ``public`` is what the officer found may be published."""
        texts = {entry.path(project.root): entry.yaml for entry in self.entries}
        if self.categories:
            path = project.root / FILE
            made = [
                {"id": one.id, "name": one.name, "description": one.description}
                for one in self.categories
            ]
            texts[path] = changed_yaml(read_exact(path), with_more("categories", made))
        if listed := list(public):
            path = project.root / OFFICE_FILE
            texts[path] = changed_yaml(read_exact(path), with_more("may_publish", listed))
        return texts

    def files(self, project: Project, public: Iterable[str] = ()) -> dict[Path, str]:
        """Makes the files, and the one that remembers what was imported."""
        imported = project.imported()
        for entry in self.entries:
            imported.remember(entry.planned.draft.digest)
        return self.texts(project, public) | imported.files()

    @property
    def without_source(self) -> int:
        """Counts the entries that cannot be public yet, because they have no source."""
        return sum(not entry.sources for entry in self.entries)

    @property
    def home_pages(self) -> tuple[str, ...]:
        """Addresses given as a source that are only the beginning of a website."""
        given = dict.fromkeys(entry.sources[0] for entry in self.entries if entry.sources)
        return tuple(
            one.url for one in given if one.url and SourceDoubt.HOME_PAGE in doubts(one, None)
        )


def plan_faq(
    readings: Iterable[Reading],
    project: Project,
    *,
    decide: Decide,
    source: str,
    today: dt.date,
    on_progress: Callable[[int], None] | None = None,
) -> FaqPlan:
    """Plans the entries of an FAQ.

    ``source`` is the address where it is public or the name of the document that holds it, empty
    where each question has an address of its own; ``decide`` tells what of the personal data in it
    is replaced; ``on_progress`` is called with how many questions are drafted.
    """
    converted = _converted(list(readings))
    names = [one.category for reading in converted for one in reading.consultations]
    knowledge = project.knowledge
    made = new_categories(names, knowledge.categories)
    widened = replace(knowledge, categories=(*knowledge.categories, *made))
    plan = plan_import(
        converted, Project(project.root, widened), decide=decide, on_progress=on_progress
    )
    title = message("curation.faq_source", office=knowledge.office.short_name)
    entries = tuple(
        FaqEntry(
            planned=one,
            aliases=one.draft.aliases,
            sources=_sources(one.source.address or source, title, today),
            today=today,
        )
        for one in plan.planned
        if not one.same_as
    )
    used = {entry.planned.category for entry in entries}
    return FaqPlan(
        entries=entries,
        repeated=tuple(one for one in plan.planned if one.same_as),
        categories=tuple(category for category in made if category.id in used),
        plan=plan,
    )


def _converted(readings: Sequence[Reading]) -> list[Reading]:
    """Converts all that was read to questions of an office's own, each in one category."""
    names = {one.category for reading in readings for one in reading.consultations}
    return [
        replace(one, consultations=tuple(_as_faq(each, names) for each in one.consultations))
        for one in readings
    ]


def _sources(told: str, title: str, today: dt.date) -> tuple[Source, ...]:
    """Makes the source of what stands at an address, or in a document; none of neither."""
    values = {"title": title, "url": told} if is_address(told) else {"title": told}
    return (Source.model_validate({**values, "accessed": today}),) if told else ()


def _as_faq(one: Consultation, names: Collection[str]) -> Consultation:
    """Takes also a row of a table for an office's own question, with HTML as Markdown."""
    category = category_name(bare_title(one.category), names)
    changes = one.changes
    if one.category and letters(category) != letters(last_of_path(bare_title(one.category))):
        changes = (*changes, FaqChange.CATEGORY)
    if one.kind is SourceKind.FAQ:
        return replace(one, category=category, changes=changes)
    question = bare_title(" ".join(tidy(markdown_of_field(one.question)).split()))
    answer = markdown_of_field(one.answer)
    if one.kind is SourceKind.ROW:
        fields = field_changes(one.question, one.answer, question=question, answer=answer)
        changes = (*changes, *fields)
    return replace(
        one,
        question=question,
        answer=answer,
        changes=changes,
        category=category,
        channel=message("curation.faq_channel"),
        month="",
        further="",
        kind=SourceKind.FAQ,
    )
