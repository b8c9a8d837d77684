"""Checks submitted forms and writes their files."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from caridulu.curation.writing import Content, cause
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.fields.remarks import Level, Remark
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.paths import checked
from caridulu.editor.files.yaml_merge import MergeError
from caridulu.editor.saving.findability import complaints, traces
from caridulu.editor.saving.personal_data_remarks import personal_remarks, placeholder_remarks
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.journal.action import LOCAL, Action, ActionKind
from caridulu.journal.journal import Journal, decoded_text
from caridulu.journal.second_reader import words, wrote
from caridulu.knowledge import LoadResult, Location, Problem, Status
from caridulu.knowledge.problem import new_problems
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.messages import Language, message
from caridulu.search.quality.expectations import SampleSearch
from caridulu.site.build.write_site import SOURCES

GATE = "curation.gate"  # personal data that would be published


def second_reader_remarks(
    now: EditableFile, before: EditableFile, snapshot: Snapshot, language: Language
) -> Iterator[Remark]:
    """Yields what keeps an officer from publishing what they have written."""
    known = snapshot.knowledge
    if now.kind != ENTRY or not now.is_public() or not (known and known.office.second_reader):
        return
    was_public = before.text is not None and before.is_public()
    if words(now.text or "") != words(before.text or ""):
        name = "second_reader_public" if was_public else "second_reader"
        yield Remark(("status",), message(f"editor.{name}", language))
    elif not was_public and wrote(snapshot.root, before.name):
        yield Remark(("status",), message("editor.second_reader", language))


class SaveState(StrEnum):
    SAVED = "saved"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    ASKED = "asked"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Verdict:
    """What the checks say about a form; ``text`` is what would be written."""

    text: str
    remarks: tuple[Remark, ...]
    traces: tuple[SampleSearch, ...] = ()
    undated: bool = False  # a public answer changes, and the day of its review stays

    def of_level(self, level: Level) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.level is level)


@dataclass(frozen=True)
class SaveResult:
    """The result of saving a form; ``theirs`` is the file as it is now, in a conflict."""

    state: SaveState
    verdict: Verdict
    theirs: str | None = None
    action: Action | None = None  # what was written


class Saver:
    """Checks and writes forms, one at a time."""

    def __init__(self, workspace: Workspace, journal: Journal, *, language: Language) -> None:
        self.workspace = workspace
        self.journal = journal
        self._language = language

    def save(self, form: SubmittedForm, *, confirmed: bool) -> SaveResult:
        """Writes the form unless it has problems; those that are asked may be ``confirmed``."""
        with self.workspace.lock:
            current = self._current(form)
            if current.version != form.version and not _says_the_same(current, form):
                return SaveResult(SaveState.CONFLICT, Verdict("", ()), current.text)
            verdict = self.verdict(form)
            is_moved = form.target != form.file.path
            if verdict.of_level(Level.REFUSED):
                return SaveResult(SaveState.REFUSED, verdict)
            if verdict.of_level(Level.ASKED) and not confirmed:
                return SaveResult(SaveState.ASKED, verdict)
            if verdict.text == current.text and not is_moved:
                return SaveResult(SaveState.UNCHANGED, verdict)
            try:
                texts: dict[Path, Content] = {form.target: verdict.text}
                if is_moved and form.file.path:
                    texts[form.file.path] = None
                action = self.put(texts, _kind_of(form, current))
            except OSError as error:
                said = message(f"editor.cannot_write_{cause(error)}", self._language)
                unwritten = Remark((), said)
                return SaveResult(SaveState.REFUSED, replace(verdict, remarks=(unwritten,)))
            return SaveResult(SaveState.SAVED, verdict, action=action)

    def verdict(self, form: SubmittedForm, *, is_tried: bool = False) -> Verdict:
        """Tells what would be written, and what all checks say about it.

        If tried, also the sample queries of an entry that is not public; at 2,000 entries the index
        for that takes four seconds.
        """
        with self.workspace.lock:
            snapshot = self.workspace.snapshot()
            before = form.file if form.file.is_new else self._current(form)
            try:
                now = before.with_values(form.values, path=form.target)
            except MergeError:
                return Verdict("", (Remark((), message("editor.cannot_merge", self._language)),))
            changes = {now.name: now.text}
            if before.path and before.path != form.target:
                changes[before.name] = None
            loaded = self.workspace.load(changes)
        remarks = [*personal_remarks(now, before, snapshot, self._language)]
        refused = {remark.loc for remark in remarks if remark.level is Level.REFUSED}
        problems = _concerned(loaded, snapshot, now.name)
        told = [(problem.key, now.remark(problem, self._language)) for problem in problems]
        # Personal data that is refused already is not told once more.
        remarks += [one for key, one in told if key != GATE or one.loc not in refused]
        remarks += placeholder_remarks(now, self._language)
        remarks += second_reader_remarks(now, before, snapshot, self._language)
        found = _traces(now, loaded, remarks, is_tried=is_tried)
        if found:
            remarks += complaints(found, self._language, is_public=now.is_public())
        undated = _is_undated(before, now, snapshot.today)
        return Verdict(now.text or "", tuple(dict.fromkeys(remarks)), found, undated)

    def new_problems(self, texts: Mapping[Path, Content]) -> tuple[Problem, ...]:
        """Lists the problems that files would make if they were written; None takes one away."""
        root = self.workspace.root
        before = self.workspace.snapshot().loaded.problems
        changes = {  # of what the check reads; schemas and lists of this computer it leaves alone
            shown_path(checked(root, path), root): (
                decoded_text(content) if isinstance(content, bytes) else content
            )
            for path, content in texts.items()
            if path.relative_to(root).parts[0] in SOURCES
            and (content is None or path.suffix in (".yml", ".md"))
        }
        return new_problems(self.workspace.load(changes).problems, before)

    def put(self, texts: Mapping[Path, Content], kind: ActionKind) -> Action:
        """Writes files whose texts have been checked; None takes one away."""
        with self.workspace.lock:
            root = self.workspace.root
            for path in texts:
                if not shown_path(path, root).startswith(LOCAL):
                    checked(root, path)
            return self.journal.record(texts, kind)

    def _current(self, form: SubmittedForm) -> EditableFile:
        """Reads the file as it is; for a new one, whatever lies at its place already."""
        root = self.workspace.root
        path = checked(root, form.file.path or form.target)
        return EditableFile.read(form.file.kind, path, root=root)


def _kind_of(form: SubmittedForm, current: EditableFile) -> ActionKind:
    """Says what saving a form does to its file."""
    if form.file.is_new:
        return ActionKind.CREATED
    becomes_public = form.values.get("status") == Status.PUBLISHED.value
    return ActionKind.PUBLISHED if becomes_public and not current.is_public() else ActionKind.SAVED


def _says_the_same(current: EditableFile, form: SubmittedForm) -> bool:
    """Tells whether a file that has changed since says by now what the form wants it to say."""
    is_there = current.text is not None and form.target == form.file.path
    return is_there and current.tree is not None and current.values() == form.values


def _concerned(loaded: LoadResult, before: Snapshot, name: str) -> Iterator[Problem]:
    """Yields the problems and notices of the file, and the problems that it makes elsewhere."""
    new = set(new_problems(loaded.problems, before.loaded.problems))
    for problem in loaded.problems:
        if problem.location.path == name or problem in new:
            yield _told_here(problem, name)


def _told_here(problem: Problem, name: str) -> Problem:
    """Moves a clash of two files to the one of the form, where the officer can mend it."""
    values = dict(problem.values)
    path, _, place = values.get("other", "").partition(":")
    if path != name or problem.location.path == name:
        return problem
    line, column = map(int, place.split(":"))
    values["other"] = str(problem.location)
    return replace(problem, location=Location(path, line, column), values=tuple(values.items()))


def _traces(
    now: EditableFile, loaded: LoadResult, remarks: list[Remark], *, is_tried: bool
) -> tuple[SampleSearch, ...]:
    """Searches as people would for the entry, when nothing else keeps it from being saved."""
    is_refused = any(remark.level is Level.REFUSED for remark in remarks)
    if now.kind != ENTRY or loaded.knowledge is None or is_refused:
        return ()
    entry = next((one for one in loaded.knowledge.entries if one.id == now.id), None)
    if entry and (is_tried or entry.status is Status.PUBLISHED):
        return traces(loaded.knowledge, entry)
    return ()


def _is_undated(before: EditableFile, now: EditableFile, today: dt.date) -> bool:
    """Tells whether a public answer changes without a new day of compiling or review."""
    if before.text is None or not now.is_public():
        return False
    old, new = before.values(), now.values()
    days = [(old.get(name), new.get(name)) for name in ("compiled", "reviewed")]
    is_dated = any(was != is_ or is_ == str(today) for was, is_ in days)
    return old.get("answer") != new.get("answer") and not is_dated
