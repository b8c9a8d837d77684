"""The plan of an import -> the view of each export, with its questions to the officer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from caridulu.curation.drafts.plan.import_plan import ImportPlan, PlannedImport
from caridulu.curation.drafts.plan.set_aside import SetAside, place_in, set_aside_rows
from caridulu.curation.exports.consultation import Reading, SourceKind
from caridulu.curation.exports.header_words import REQUIRED
from caridulu.curation.exports.mail.mail_files import MAIL as MAIL_SUFFIXES
from caridulu.curation.exports.mail.matter_consultation import CHANNEL as MAIL
from caridulu.curation.exports.part_paths import split_path
from caridulu.curation.exports.sides import NO_OFFICER
from caridulu.curation.exports.tables.columns import TableColumns
from caridulu.curation.exports.talk_consultation import SMALL_TALK
from caridulu.editor.fields.remarks import as_sentence, editor_words
from caridulu.editor.importing.import_work import Understood, is_asked
from caridulu.knowledge import Problem
from caridulu.messages import Language

FIELDS = (*REQUIRED, "date", "category", "channel")  # that an officer can choose a column for
SHOWN = ("ticket", "writer", "message", *FIELDS)  # of a table with one row for each message, too
DATES = ("curation.day_first", "curation.month_first", "curation.mixed_date_order")
GROUP = "curation.group_chat"  # the page names officers and askers anyway
PLACES = 8  # of one sentence that are named
UNHEARD = "curation.media"  # counts of what cannot be read stand by themselves


@dataclass(frozen=True)
class ExportView:
    name: str
    kind: str  # names a message
    asks_officers: bool
    has_order: bool  # of day and month, which the officer may correct
    refusals: tuple[str, ...]
    tables: tuple[TableColumns, ...]
    officers: tuple[str, ...]
    askers: tuple[str, ...]
    drafts: tuple[PlannedImport, ...]
    answered: int
    doubted: tuple[PlannedImport, ...]  # that seem small talk
    aside: tuple[SetAside, ...]
    unheard: tuple[str, ...]  # calls, voice notes and pictures, counted
    notices: tuple[SetAside, ...]  # what only has to be known; of a whole file without a place

    @property
    def is_asked(self) -> bool:
        """Whether the officer should say something before drafts are written."""
        return self.asks_officers or any(not one.guess.is_certain for one in self.tables)


def export_views(understood: Understood, language: Language) -> tuple[ExportView, ...]:
    """Shows all exports in the officer's order."""
    exports, by_file = understood.exports, _by_file(understood.plan, language)
    return tuple(_view(name, exports.readings[name], by_file, language) for name in exports.names)


@dataclass
class _Found:
    """What a plan says of one file, or of several."""

    planned: list[PlannedImport] = field(default_factory=list)
    doubted: list[PlannedImport] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)

    def add(self, other: "_Found") -> None:
        self.planned += other.planned
        self.doubted += other.doubted
        self.notices += other.notices
        self.aside += other.aside


def _by_file(plan: ImportPlan, language: Language) -> dict[str, _Found]:
    found: defaultdict[str, _Found] = defaultdict(_Found)
    for one in plan.planned:
        found[split_path(one.source.place.path)[0]].planned.append(one)
    for one in plan.doubted:
        found[split_path(one.source.place.path)[0]].doubted.append(one)
    for problem in plan.notices:
        found[split_path(problem.location.path)[0]].notices.append(problem)
    shown = {one.source.place for one in plan.doubted}
    aside = (one for one in plan.aside if one.key != SMALL_TALK or one.location not in shown)
    for row in set_aside_rows(replace(plan, aside=tuple(aside)), language):
        found[row.file].aside.append(row)
    return found


def _view(
    name: str, reading: Reading, by_file: Mapping[str, _Found], language: Language
) -> ExportView:
    found = _Found()
    for file in sorted(_files_of(name, reading) & by_file.keys()):
        found.add(by_file[file])
    asked = [one for one in reading.refused if is_asked(one, reading)]
    refused = [one for one in reading.refused if reading.is_unusable and one not in asked]
    told_elsewhere = {one.sentence(language) for one in (*asked, *refused)}
    asks_officers = any(one.key == NO_OFFICER for one in reading.refused)
    has_sides = bool(reading.officers) or asks_officers  # an officer can say who is one
    unheard = [one for one in found.notices if one.key == UNHEARD]
    notices = [one for one in found.notices if one.key not in (UNHEARD, GROUP)]
    return ExportView(
        name=name,
        kind=kind_of(name, reading),
        asks_officers=asks_officers,
        has_order=any(one.key in DATES for one in found.notices),
        refusals=_sentences(refused, language),
        tables=_tables(name, reading),
        officers=tuple(sorted(reading.officers)),
        askers=_askers(reading, kind_of(name, reading)) if has_sides else (),
        drafts=tuple(one for one in found.planned if not one.is_answered),
        answered=sum(one.is_answered for one in found.planned),
        doubted=tuple(found.doubted),
        aside=tuple(row for row in found.aside if row.reason not in told_elsewhere),
        unheard=_sentences(unheard, language),
        notices=_told_once(_placed(one, language) for one in notices),
    )


def _askers(reading: Reading, kind: str) -> tuple[str, ...]:
    """Lists who are no officers; of mails each once, by address, though names are senders, too."""
    others = reading.senders - reading.officers
    addresses = {one for one in others if "@" in one}
    senders = addresses if kind == "mail" and addresses else others
    # Numbers that no telephone knows come last: an officer seldom is among them.
    return tuple(sorted(senders, key=lambda one: (not any(map(str.isalpha, one)), one)))


def _files_of(name: str, reading: Reading) -> frozenset[str]:
    """Lists the file of an export; of a folder of mails, all in which something stands."""
    problems = (*reading.refused, *reading.notices)
    places = [*(one.place for one in reading.consultations), *(one.location for one in problems)]
    return frozenset({name, *(split_path(place.path)[0] for place in places)})


def _sentences(problems: Iterable[Problem], language: Language) -> tuple[str, ...]:
    return tuple(as_sentence(_sentence(problem, language)) for problem in problems)


def _placed(problem: Problem, language: Language) -> SetAside:
    file, part = split_path(problem.location.path)
    line = problem.location.line
    row = place_in(file, line, language) if line > 1 else ""
    sentence = as_sentence(_sentence(problem, language))
    return SetAside(file, ", ".join(filter(None, (part, row))), sentence)


def _told_once(rows: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """Puts the places of one sentence together; of many only the first are named."""
    places: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        places.setdefault((row.file, row.reason), []).append(row.place)
    told = []
    for (file, reason), found in places.items():
        named = [*filter(None, found[:PLACES])]
        if len(found) > PLACES:
            named.append("…")
        told.append(SetAside(file, ", ".join(named), reason))
    return tuple(told)


def _sentence(problem: Problem, language: Language) -> str:
    """Says a problem with what the page can do about it, where the command does otherwise."""
    return editor_words("import_told", problem.key, language) or problem.sentence(language)


def _tables(name: str, reading: Reading) -> tuple[TableColumns, ...]:
    """Lists the tables whose columns an officer knows: those of chats in JSON the import made."""
    is_json = Path(name).suffix.lower() == ".json"
    return tuple(
        one
        for one in reading.tables
        if not (is_json and one.guess.is_certain and one.guess.header("message"))
    )


def kind_of(name: str, reading: Reading) -> str:
    """Tells what an export was read as: a table, a chat, mail, a document, or nothing known."""
    if reading.tables:
        return "table" if _tables(name, reading) else "chat"
    first = next(iter(reading.consultations), None)
    if first:
        if first.kind is SourceKind.FAQ:
            return "document"
        return "mail" if first.channel == MAIL else "chat"
    if reading.senders:
        return "mail" if Path(name).suffix.lower() in (*MAIL_SUFFIXES, "") else "chat"
    return "nothing"
