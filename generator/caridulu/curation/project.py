"""A project opened for curation: entries, indexes, redactor, and what was imported before."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from caridulu.curation.drafts.plan.import_history import Imported
from caridulu.curation.exports.consultation import Reading, SourceKind
from caridulu.curation.overrides import whole_text
from caridulu.curation.writing import read_exact
from caridulu.knowledge import Entry, KnowledgeBase, Problem, Status, fold_phrase, load, parse_yaml
from caridulu.knowledge.problem import ProblemsError, stopping
from caridulu.knowledge.project_files import packaged_path
from caridulu.knowledge.yaml.nodes import YamlFile
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entities.personal_data import People
from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.redaction import Redactor
from caridulu.search.index.search_index import SearchIndex

MOST_HEARD = 5_000  # consultations of a chat: their texts are read twice, some seconds


@dataclass(frozen=True)
class Project:
    """An opened project."""

    root: Path
    knowledge: KnowledgeBase
    problems: tuple[Problem, ...] = ()  # and notices, found while it was opened

    @cached_property
    def index(self) -> SearchIndex:
        return SearchIndex.of_knowledge(self.knowledge)

    @cached_property
    def index_of_living(self) -> SearchIndex:
        """The index of all entries but archived ones, also of those that wait for their day."""
        living = {e.id for e in self.knowledge.entries if e.status is not Status.ARCHIVED}
        public = replace(as_published(self.knowledge, living), today=None)
        return SearchIndex.of_knowledge(
            replace(public, direct_answers=(), direct_phrases={}, referrals=())
        )

    @cached_property
    def allowed(self) -> Allowed:
        """What may be published although it looks like personal data."""
        return Allowed.of_office(self.knowledge.office)

    @cached_property
    def words(self) -> WordLists:
        """The word lists, with the words of published entries as no names."""
        entries = self.knowledge.published
        texts = [text for one in entries for text in (one.answer, *one.all_aliases)]
        titles = [one.question for one in entries]
        titles += [one.name for one in self.knowledge.categories]
        return usual_word_lists().with_common(texts, titles=titles)

    @cached_property
    def redactor(self) -> Redactor:
        """Replaces personal data in texts, except the office's own."""
        return Redactor(allowed=self.allowed, lists=self.words)

    @cached_property
    def officers(self) -> tuple[str, ...]:
        """Names, numbers and addresses of the office's side in exports."""
        office = self.knowledge.office
        contacts = [channel.contact for channel in office.channels if channel.contact]
        return (*office.officers, *contacts, office.name, office.short_name)

    def redactor_knowing(self, senders: Iterable[str]) -> Redactor:
        """Makes the same redactor for the texts of an export with these senders."""
        office = self.knowledge.office
        lists = usual_word_lists().with_common([office.region])  # a sender's place is no name
        return self.redactor.knowing(People.of({*senders, *office.officers}, lists))

    def redactor_of(self, reading: Reading) -> Redactor:
        """Makes the same redactor for the texts of a reading.

        Whom one consultation of a chat names is known in all of them; a mailbox or a table is not
        one conversation.
        """
        chats = [one for one in reading.consultations if one.kind is SourceKind.TALK][:MOST_HEARD]
        texts = (text for one in chats for text in (one.question, one.answer, one.further))
        return self.redactor_knowing(reading.senders).hearing(texts)

    def entry(self, entry_id: str) -> Entry | None:
        return self._entries.get(entry_id)

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in reversed(self.knowledge.entries)}

    def path(self, entry: Entry) -> Path:
        """Returns the office's own file of an entry, which a package's entry may lack."""
        return self.root / entry.own_path

    def text(self, path: Path) -> str:
        """Reads a file; of a package's entry the whole, as the office says it."""
        entry = self.entry(path.stem)
        if entry is None or entry.packaged is None or path != self.path(entry):
            return read_exact(path)
        below = packaged_path(self.root, path)
        own = read_exact(path) if path.exists() else None
        return whole_text(own, read_exact(below), name=entry.packaged.name) if below else own or ""

    def file(self, entry: Entry) -> YamlFile | None:
        path = self.path(entry)
        return parse_yaml(self.text(path), path=shown_path(path, self.root)).file

    def phrases(self) -> dict[str, str]:
        """Maps every folded question and alias of living entries to the id of its entry."""
        found: dict[str, str] = {}
        for entry in self.knowledge.entries:
            if entry.status is not Status.ARCHIVED:
                for phrase in (entry.question, *entry.all_aliases):
                    found.setdefault(fold_phrase(phrase), entry.id)
        return found

    def imported(self) -> Imported:
        """Reads what has been imported into the project before."""
        origins = [o for e in self.knowledge.entries for o in (e.provenance, e.proposal) if o]
        return Imported(self.root, (origin.digest for origin in origins if origin.digest))


def open_project(root: Path, *, today: dt.date) -> Project:
    """Opens a project.

    Raises:
        ProblemsError: its office or categories cannot be read.
    """
    loaded = load(root, today=today)
    if loaded.knowledge is None:
        raise ProblemsError(stopping(loaded.problems))
    return Project(root, loaded.knowledge, loaded.problems)


def as_published(knowledge: KnowledgeBase, ids: Collection[str]) -> KnowledgeBase:
    """Returns the knowledge base with some entries as published ones."""
    entries = tuple(
        entry.model_copy(update={"status": Status.PUBLISHED}) if entry.id in ids else entry
        for entry in knowledge.entries
    )
    return replace(knowledge, entries=entries)
