"""An FAQ that is public already -> entries that wait for one reading, with all they need."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from caridulu.curation.drafts.entries.draft_entry import Decide
from caridulu.curation.drafts.faq.faq_categories import (
    FILE,
    new_categories,
    shelf_name,
    with_categories,
)
from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport, plan_import
from caridulu.curation.exports.consultation import Consultation, Reading
from caridulu.curation.exports.documents.markdown_text import markdown_of_field, tidy
from caridulu.curation.exports.documents.sections import bare_title
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER
from caridulu.curation.project import Project
from caridulu.curation.writing import Change, changed_yaml, new_yaml, read_exact
from caridulu.knowledge import Status
from caridulu.knowledge.model import Category, Source
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.messages import message


@dataclass(frozen=True)
class FaqEntry:
    """A question of the FAQ as an entry."""

    planned: PlannedImport
    aliases: tuple[str, ...]
    sources: tuple[Source, ...]
    today: dt.date

    @property
    def id(self) -> str:
        """The id, made of the question's words."""
        return self.planned.draft.id

    def path(self, root: Path) -> Path:
        """The file of the entry."""
        return root / "kb" / self.planned.category / f"{self.id}.yml"

    def yaml(self) -> str:
        """The text of the file: ready to be read once and published."""
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
        }
        return new_yaml({key: value for key, value in values.items() if value})


def _written(source: Source) -> dict[str, object]:
    # A date of its own: YAML would refer to one that several keys share.
    accessed = source.accessed and source.accessed.replace()
    values = {"title": source.title, "url": source.url, "accessed": accessed}
    return {key: value for key, value in values.items() if value}


@dataclass(frozen=True)
class FaqPlan:
    """What taking in an FAQ would do."""

    entries: tuple[FaqEntry, ...]
    repeated: tuple[PlannedImport, ...]  # whose question an entry has already
    categories: tuple[Category, ...]  # to be made
    plan: ImportPlan  # what is set aside, and what was imported before

    def texts(self, project: Project, public: Iterable[str] = ()) -> dict[Path, str]:
        """Makes the files; ``public`` is what the officer found may be published."""
        texts = {entry.path(project.root): entry.yaml() for entry in self.entries}
        if self.categories:
            path = project.root / FILE
            texts[path] = changed_yaml(read_exact(path), with_categories(self.categories))
        if listed := list(public):
            path = project.root / OFFICE_FILE
            texts[path] = changed_yaml(read_exact(path), _may_publish(listed))
        return texts


def plan_faq(
    readings: Iterable[Reading],
    project: Project,
    *,
    decide: Decide,
    source: str,
    today: dt.date,
) -> FaqPlan:
    """Plans the entries of an FAQ.

    Args:
        readings: Of its files.
        project: The project.
        decide: What of the personal data in it is replaced.
        source: The address where it is public; empty where each question has its own.
        today: The day of its reading.
    """
    listed = list(readings)
    names = [one.category for reading in listed for one in reading.consultations]
    listed = [_as_faq(reading, names) for reading in listed]
    named = [one.category for reading in listed for one in reading.consultations]
    made = new_categories(named, project.knowledge.categories)
    knowledge = project.knowledge
    widened = replace(knowledge, categories=(*knowledge.categories, *made))
    plan = plan_import(listed, Project(project.root, widened), decide=decide)
    title = message("curation.faq_source", office=knowledge.office.short_name)
    entries = []
    for one in plan.planned:
        if not one.same_as:
            url = one.source.address or source
            sources = (Source(title=title, url=url, accessed=today),) if url else ()
            entries.append(FaqEntry(one, one.draft.aliases, sources, today))
    used = {entry.planned.category for entry in entries}
    return FaqPlan(
        entries=tuple(entries),
        repeated=tuple(one for one in plan.planned if one.same_as),
        categories=tuple(category for category in made if category.id in used),
        plan=plan,
    )


def _as_faq(reading: Reading, names: Iterable[str]) -> Reading:
    """Takes every row of a table for an office's own question, with HTML as Markdown."""
    all_names = set(names)
    return replace(
        reading,
        consultations=tuple(_whole(one, all_names) for one in reading.consultations),
    )


def _whole(one: Consultation, names: Iterable[str]) -> Consultation:
    category = shelf_name(bare_title(one.category), names)
    if one.is_faq:
        return replace(one, category=category)
    return replace(
        one,
        question=bare_title(" ".join(tidy(markdown_of_field(one.question)).split())),
        answer=markdown_of_field(one.answer),
        category=category,
        channel=message("curation.faq_channel"),
        month=None,
        further="",
        is_faq=True,
    )


def _may_publish(texts: Iterable[str]) -> Change:
    """Adds what may be published to ``content/office.yml``."""

    def change(tree: Any) -> None:
        listed = tree.get("may_publish") or []
        new = [text for text in texts if text not in listed]
        if listed:
            listed.extend(new)
        else:
            tree["may_publish"] = new

    return change
