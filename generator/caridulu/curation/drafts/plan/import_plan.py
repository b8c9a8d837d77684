"""Consultations of exports -> the plan of an import: drafts, and the entries near to each."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, islice

from caridulu.curation.drafts.entries.draft_doubts import DraftDoubt, doubts_of
from caridulu.curation.drafts.entries.draft_entry import Decide, DraftEntry, DraftWriter, cleaned
from caridulu.curation.drafts.entries.drafting import drafts, other_process
from caridulu.curation.drafts.entries.duplicates import Answered
from caridulu.curation.drafts.entries.entry_texts import FreeIds
from caridulu.curation.drafts.plan.import_history import salted
from caridulu.curation.exports.consultation import Consultation, Reading
from caridulu.curation.exports.tables.columns import TableColumns
from caridulu.curation.exports.talk_consultation import SMALL_TALK
from caridulu.curation.progress import PROGRESS_STEP
from caridulu.curation.project import Project
from caridulu.curation.questions.several_questions import parts_of
from caridulu.knowledge import Problem, Severity, finding, fold_phrase, in_order, notice
from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.query.outcome import Outcome

SHOWN_DOUBTED = 50  # of one export
LONGEST_ANSWER = 15_000  # characters; an entry holds 20,000, placeholders may be longer


@dataclass(frozen=True)
class PlannedImport:
    """A consultation, its redacted draft, and the entries that may answer it already."""

    source: Consultation
    draft: DraftEntry
    category: str
    guessed: bool  # the category is that of the nearest entry
    answered: Answered
    same_as: str  # id of the entry that has this very phrasing, or empty

    @property
    def key(self) -> str:
        """The key of the consultation, the same in the next plan of the same exports."""
        return key_of(self.source)

    @property
    def doubts(self) -> tuple[DraftDoubt, ...]:
        """What is doubted about the draft."""
        return doubts_of(self.draft, self.draft.conversation)

    @property
    def is_answered(self) -> bool:
        """Whether the officer has to choose."""
        return bool(self.same_as) or self.answered.outcome.is_sure

    @property
    def target(self) -> str:
        """The entry to which a phrasing or an answer would go."""
        return self.same_as or (self.answered.near[0].id if self.answered.near else "")

    @property
    def is_of_entry(self) -> bool:
        """Whether an entry answers it, and not a referral or the office's own facts."""
        return kind_of(self.target) is ItemKind.ENTRY


def key_of(source: Consultation) -> str:
    """Computes a key that identifies a consultation among those of the same exports."""
    return salted("", source.key)


@dataclass(frozen=True)
class ImportPlan:
    """The plan of an import; what is set aside becomes no draft and stops nothing."""

    planned: tuple[PlannedImport, ...]
    aside: tuple[Problem, ...]  # in file and line order; notices are only to be looked at
    unusable: frozenset[Problem]  # those of whole files
    notices: tuple[Problem, ...]
    known: int  # consultations imported before
    tables: tuple[TableColumns, ...] = ()  # what the columns of each table were taken for
    doubted: tuple[PlannedImport, ...] = ()  # what would become of the first that seem small talk

    @property
    def damaged(self) -> int:
        """Counts what has to be mended before it can be imported."""
        return sum(one.severity is Severity.PROBLEM for one in self.aside)


def plan_import(
    readings: Iterable[Reading],
    project: Project,
    *,
    decide: Decide,
    on_progress: Callable[[int], None] | None = None,
    processes: int = 1,
    wanted: Collection[str] | None = None,
) -> ImportPlan:
    """Plans what each consultation of the exports becomes.

    ``on_progress`` is called with how many are done. Several processes may be used only if
    ``decide`` asks nobody. Of what seems small talk those with ``wanted`` keys become drafts; where
    nobody can want any, none is looked at.
    """
    told = on_progress or (lambda _: None)
    planner = _Planner(project, decide, told, processes=processes, wanted=wanted)
    for reading in readings:
        planner.add(reading)
    return ImportPlan(
        planned=tuple(planner.planned),
        aside=in_order(planner.aside),
        unusable=frozenset(planner.unusable),
        notices=in_order(planner.notices),
        known=planner.known,
        tables=tuple(planner.tables),
        doubted=tuple(planner.doubted),
    )


@dataclass
class _Planner:
    """Collects a plan; each consultation must repeat neither id nor source of those before."""

    project: Project
    decide: Decide
    on_progress: Callable[[int], None]
    processes: int
    wanted: Collection[str] | None
    planned: list[PlannedImport] = field(default_factory=list)
    aside: list[Problem] = field(default_factory=list)
    unusable: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    tables: list[TableColumns] = field(default_factory=list)
    doubted: list[PlannedImport] = field(default_factory=list)
    known: int = 0

    def __post_init__(self) -> None:
        knowledge = self.project.knowledge
        self._imported = self.project.imported()
        self._ids = FreeIds(entry.id for entry in knowledge.entries)
        self._phrases = self.project.phrases()
        self._not_supplied = {one.id for one in knowledge.direct_answers if not one.is_supplied}
        self._digests: set[str] = set()

    def add(self, reading: Reading) -> None:
        """Plans what a reading holds."""
        self.unusable += reading.refused if reading.is_unusable else ()
        self.notices += reading.notices
        self.tables += reading.tables
        known = [one for one in reading.doubted if self._was_wanted(one)]
        self.known += len(known)
        doubted = [one for one in reading.doubted if one not in known]
        wanted = [one for one in doubted if key_of(one) in (self.wanted or ())]
        places = {one.place for one in (*known, *wanted)}
        self.aside += (
            one for one in reading.refused if one.key != SMALL_TALK or one.location not in places
        )
        consultations = [*reading.consultations, *wanted]
        if wanted:
            consultations.sort(key=lambda one: one.place.line)
        redactor = self.project.redactor_of(reading)
        channels = self.project.knowledge.office.channels
        writer = DraftWriter(redactor, channels, decide=self.decide)
        self._draft(writer, consultations)
        if self.wanted is not None:
            self._doubt(writer, (one for one in doubted if one not in wanted))

    def _draft(self, writer: DraftWriter, consultations: Sequence[Consultation]) -> None:
        """Drafts the consultations of an export."""
        count = len(consultations)
        with other_process(writer, self.project, count, processes=self.processes) as pipe:
            parts = (part for one in consultations for part in parts_of(cleaned(one)))
            fresh = list(self._fresh(parts))
            drafted = drafts(writer, self.project, fresh, pipe=pipe)
            sources = (source for source, _ in fresh)
            for source, draft, answered in _own_aliases(zip(sources, drafted, strict=True)):
                self.planned.append(self._planned(source, draft, answered))
                if len(self.planned) % PROGRESS_STEP == 0:
                    self.on_progress(len(self.planned))

    def _was_wanted(self, doubted: Consultation) -> bool:
        """Tells whether what seems small talk was imported before, with all its parts."""
        parts = [part for part in parts_of(cleaned(doubted)) if not _unusable(part)]
        return bool(parts) and all(self._imported.knows(*part.key) for part in parts)

    def _doubt(self, writer: DraftWriter, doubted: Iterable[Consultation]) -> None:
        """Drafts the first of what seems small talk."""
        shown = [(cleaned(one), "") for one in islice(doubted, SHOWN_DOUBTED)]
        drafted = drafts(writer, self.project, shown)
        for (source, _), (draft, answered) in zip(shown, drafted, strict=True):
            planned = PlannedImport(
                source, draft, category="", guessed=False, answered=answered, same_as=""
            )
            self.doubted.append(planned)

    def _fresh(self, sources: Iterable[Consultation]) -> Iterator[tuple[Consultation, str]]:
        """Yields the consultations that are usable and new, with their digests."""
        for source in sources:
            digest = self._imported.digest(*source.key)
            if unusable := _unusable(source):
                self.aside.append(unusable)
            elif digest in self._digests or self._imported.knows(*source.key):
                self.known += 1
            else:
                self._digests.add(digest)
                yield source, digest

    def _planned(
        self, source: Consultation, draft: DraftEntry, answered: Answered
    ) -> PlannedImport:
        draft = replace(draft, id=self._ids.take(draft.id))
        answered = self._supplied(answered)
        phrasings = [fold_phrase(text) for text in (draft.question, *draft.aliases)]
        same_as = next((self._phrases[text] for text in phrasings if text in self._phrases), "")
        category = self._category(source, answered)
        for text in phrasings:
            self._phrases.setdefault(text, draft.id)
        return PlannedImport(source, draft, category, not source.category, answered, same_as)

    def _supplied(self, answered: Answered) -> Answered:
        """Leaves out what only says that the office has not told its hours or address yet."""
        near = tuple(one for one in answered.near if one.id not in self._not_supplied)
        is_first_left = near[:1] == answered.near[:1]
        return Answered(answered.outcome if is_first_left else Outcome.NOTHING, near)

    def _category(self, source: Consultation, answered: Answered) -> str:
        """Finds the category that the export names; else guesses it, and notes that."""
        categories = self.project.knowledge.categories
        named = fold_phrase(source.category)
        for category in categories:
            if named and named in (category.id, fold_phrase(category.name)):
                return category.id
        nearest = self.project.entry(answered.near[0].id) if answered.near else None
        guess = nearest.category if nearest else categories[0].id
        if named:
            values = {"value": source.category, "other": guess}
            self.notices.append(notice(source.place, "curation.category_unknown", **values))
        return guess


def _own_aliases(
    drafted: Iterable[tuple[Consultation, tuple[DraftEntry, Answered]]],
) -> Iterator[tuple[Consultation, DraftEntry, Answered]]:
    """Takes from the drafts of one consultation the aliases that they share.

    What stands above a list, ``Kami sedang menyusun RTRW dan membutuhkan:``, asks for none of its
    points, and would make each of them the question of the first.
    """
    for _, parts in groupby(drafted, key=lambda pair: pair[0].place):
        found = list(parts)
        times = Counter(alias for _, (draft, _) in found for alias in draft.aliases)
        for source, (draft, answered) in found:
            own = tuple(alias for alias in draft.aliases if times[alias] == 1)
            yield source, replace(draft, aliases=own), answered


def _unusable(source: Consultation) -> Problem | None:
    """Says why a consultation cannot become an entry, if it cannot."""
    if not source.question or not source.answer:
        name = "jawaban" if source.question else "pertanyaan"
        return notice(source.place, "curation.row_without", name=name)
    if len(source.answer) > LONGEST_ANSWER:
        return finding(source.place, "curation.text_too_long", name="jawaban", limit=LONGEST_ANSWER)
    return None
