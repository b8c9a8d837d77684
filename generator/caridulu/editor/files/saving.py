"""A filled-in form -> a checked file on the disk, or what keeps it from being written."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from caridulu.curation.dry_run import new_problems
from caridulu.curation.project import Project
from caridulu.curation.writing import write_all
from caridulu.editor.files import paths as places
from caridulu.editor.files.editable_file import Written, new_text, written
from caridulu.editor.files.editable_files import CATEGORIES, ENTRY, OFFICE, Sheet
from caridulu.editor.files.yaml_merge import MergeError
from caridulu.editor.forms.findability import Trace, complaint, traces
from caridulu.editor.forms.form_values import Values
from caridulu.editor.forms.personal_data_remarks import Usual, personal_remarks, placeholder_remarks
from caridulu.editor.forms.remarks import Level, Remark, elsewhere
from caridulu.editor.git.journal import Journal
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.knowledge import (
    Entry,
    LoadResult,
    Problem,
    Status,
)
from caridulu.messages import Language, message


class State(StrEnum):
    """How far saving went."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    ASKED = "asked"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Draft:
    """What an officer wants a file to say, and which state of the file they saw."""

    sheet: Sheet
    target: Path  # elsewhere than the sheet's path when the category has changed
    values: Values
    version: str


@dataclass(frozen=True)
class Verdict:
    """What the checks say about a draft; ``text`` is what would be written."""

    text: str
    remarks: tuple[Remark, ...]
    traces: tuple[Trace, ...]
    undated: bool = False  # a public answer changes, and the day of its review stays

    def of_level(self, level: Level) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.level is level)


@dataclass(frozen=True)
class Outcome:
    """What became of a draft; ``theirs`` is the file as it is now, in a conflict."""

    state: State
    verdict: Verdict | None = None
    theirs: str | None = None


@dataclass(frozen=True)
class _Saved:
    """What a file said before it was saved, and the version it has had since."""

    before: str
    after: str


class Saver:
    """Checks and writes drafts, one at a time."""

    def __init__(self, workspace: Workspace, journal: Journal, *, language: Language) -> None:
        self._workspace = workspace
        self._journal = journal
        self._language = language
        self._saved: dict[Path, _Saved] = {}

    def save(self, draft: Draft, *, confirmed: bool) -> Outcome:
        """Writes the draft if nothing speaks against it.

        Args:
            draft: what to write.
            confirmed: the officer has read what is asked and wants to save all the same.
        """
        with self._workspace.lock:
            current = self._current(draft)
            if places.version(current) != draft.version:
                return Outcome(State.CONFLICT, theirs=current)
            verdict = self.verdict(draft)
            if verdict.of_level(Level.REFUSED):
                return Outcome(State.REFUSED, verdict)
            if verdict.of_level(Level.ASKED) and not confirmed:
                return Outcome(State.ASKED, verdict)
            if verdict.text == current and draft.target == draft.sheet.path:
                return Outcome(State.UNCHANGED, verdict)
            try:
                self._write(draft, verdict.text)
            except OSError:
                unwritten = Remark((), message("editor.cannot_write", self._language))
                return Outcome(State.REFUSED, replace(verdict, remarks=(unwritten,)))
            if current is not None and draft.target == draft.sheet.path:
                after = places.version(verdict.text)
                self._saved[draft.target] = _Saved(before=current, after=after)
            return Outcome(State.SAVED, verdict)

    def can_undo(self, sheet: Sheet) -> bool:
        """Whether the last saving of a sheet can be taken back: nothing has changed since."""
        saved = self._saved.get(sheet.path) if sheet.path else None
        return bool(saved and sheet.path and saved.after == _version_of(sheet.path))

    def undo(self, sheet: Sheet) -> bool:
        """Writes what a sheet said before it was last saved, unless it has changed since."""
        with self._workspace.lock:
            if not self.can_undo(sheet) or sheet.path is None:
                return False
            path = places.checked(self._workspace.root, sheet.path)
            write_all({path: self._saved.pop(sheet.path).before})
            self._journal.note([path])
            return True

    def verdict(self, draft: Draft, *, tried: bool = False) -> Verdict:
        """What would be written, and what all checks say about it.

        Args:
            draft: what to check.
            tried: try the sample queries of an entry that is not public, too; at 2,000 entries
                the index for that takes four seconds.
        """
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            try:
                text = self._text(draft)
            except MergeError:
                unmerged = Remark((), message("editor.cannot_merge", self._language))
                return Verdict("", (unmerged,), ())
            name = places.shown(snapshot.root, draft.target)
            changes: dict[str, str | None] = {name: text}
            if draft.sheet.path and draft.sheet.path != draft.target:
                changes[places.shown(snapshot.root, draft.sheet.path)] = None
            loaded = self._workspace.dry_run.load(changes, today=snapshot.today)
            before = written(draft.sheet, self._current(draft), path=name)
        now = written(draft.sheet, text, path=name)
        remarks = [
            now.remark(problem, self._language) if now else elsewhere(problem, self._language)
            for problem in _concerned(loaded, snapshot, name)
        ]
        if now:
            remarks += self._personal(draft.sheet, now, before, snapshot)
            remarks += placeholder_remarks(draft.sheet, now, self._language)
        found: tuple[Trace, ...] = ()
        if draft.sheet.kind == ENTRY:
            entry = _entry(loaded, draft.target.stem)
            wanted = tried or (entry is not None and entry.status is Status.PUBLISHED)
            if wanted and entry and loaded.knowledge and not _is_refused(remarks):
                found = traces(loaded.knowledge, entry)
                remarks += self._complaints(found, entry)
        undated = bool(before and now and _is_undated(before, now, snapshot.today))
        return Verdict(text, tuple(dict.fromkeys(remarks)), found, undated)

    def change(self, texts: Mapping[Path, str]) -> tuple[Problem, ...]:
        """Writes several files at once, or gives the problems that they would make."""
        with self._workspace.lock:
            root = self._workspace.root
            snapshot = self._workspace.snapshot()
            named = {
                places.shown(root, places.checked(root, path)): text for path, text in texts.items()
            }
            loaded = self._workspace.dry_run.load(named, today=snapshot.today)
            new = new_problems(loaded.problems, snapshot.loaded.problems)
            if not new:
                self.put(texts)
            return new

    def put(self, texts: Mapping[Path, str]) -> None:
        """Writes files whose new texts have been checked; remembers what one of them said."""
        with self._workspace.lock:
            before = {
                path: places.text_of(places.checked(self._workspace.root, path)) for path in texts
            }
            write_all(texts)
            self._journal.note(texts)
            for path, text in texts.items():
                old = before[path]
                if len(texts) == 1 and old is not None:
                    self._saved[path] = _Saved(before=old, after=places.version(text))

    def _current(self, draft: Draft) -> str | None:
        """The file as it is; for a new entry or a new place, whatever lies there already."""
        return places.text_of(
            places.checked(self._workspace.root, draft.sheet.path or draft.target)
        )

    def _text(self, draft: Draft) -> str:
        old = self._current(draft) if draft.sheet.path else None
        before = written(draft.sheet, old, path="")
        return before.saying(draft.values) if before else new_text(draft.sheet, draft.values)

    def _personal(
        self, sheet: Sheet, now: Written, before: Written | None, snapshot: Snapshot
    ) -> Iterator[Remark]:
        """Personal data, at the field that holds it; the office's files must be mended first."""
        if snapshot.knowledge:
            project = Project(snapshot.root, snapshot.knowledge)
            usual = Usual(project.allowed, project.words)
        elif sheet.kind in (OFFICE, CATEGORIES):
            usual = Usual()
        else:
            yield Remark((), message("editor.refused_broken_office", self._language))
            return
        yield from personal_remarks(sheet, now, before, usual, self._language)

    def _complaints(self, found: tuple[Trace, ...], entry: Entry) -> Iterator[Remark]:
        level = Level.ASKED if entry.status is Status.PUBLISHED else Level.NOTE
        for trace in found:
            if not trace.fulfilled:
                yield Remark(trace.loc, complaint(trace, self._language), level)

    def _write(self, draft: Draft, text: str) -> None:
        root, old = self._workspace.root, draft.sheet.path
        target = places.checked(root, draft.target)
        write_all({target: text})
        written = [target]
        if old and old != target:
            places.checked(root, old).unlink()
            written.append(old)
        self._journal.note(written)


def _concerned(loaded: LoadResult, before: Snapshot, name: str) -> Iterator[Problem]:
    """The problems and notices of the file, and the problems that it makes elsewhere."""
    new = set(new_problems(loaded.problems, before.loaded.problems))
    for problem in loaded.problems:
        if problem.location.path == name or problem in new:
            yield problem


def _entry(loaded: LoadResult, entry_id: str) -> Entry | None:
    entries = loaded.knowledge.entries if loaded.knowledge else ()
    return next((entry for entry in entries if entry.id == entry_id), None)


def _is_undated(before: Written, now: Written, today: dt.date) -> bool:
    if not now.is_public():
        return False
    old, new = before.values(), now.values()
    day = new.get("reviewed")
    return old.get("answer") != new.get("answer") and day == old.get("reviewed") != str(today)


def _is_refused(remarks: list[Remark]) -> bool:
    return any(remark.level is Level.REFUSED for remark in remarks)


def _version_of(path: Path) -> str:
    return places.version(places.text_of(path))
