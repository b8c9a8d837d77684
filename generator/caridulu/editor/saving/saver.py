"""A submitted form -> a checked file on the disk, or what keeps it from being written."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from caridulu.curation.writing import write_all
from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.fields.remarks import Level, Remark
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.paths import checked, text_of, version
from caridulu.editor.files.yaml_merge import MergeError
from caridulu.editor.git.journal import Journal
from caridulu.editor.saving.findability import complaints, traces
from caridulu.editor.saving.personal_data_remarks import personal_remarks, placeholder_remarks
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.knowledge import LoadResult, Problem, Status
from caridulu.knowledge.problem import new_problems
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.messages import Language, message
from caridulu.search.quality.expectations import SampleSearch

GATE = "curation.gate"  # personal data that would be published


class State(StrEnum):
    """How far saving went."""

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
        """Selects the remarks of a level."""
        return tuple(remark for remark in self.remarks if remark.level is level)


@dataclass(frozen=True)
class SaveResult:
    """What became of a form; ``theirs`` is the file as it is now, in a conflict."""

    state: State
    verdict: Verdict
    theirs: str | None = None


@dataclass(frozen=True)
class _Saved:
    """What a file said before it was saved, and the version it has had since."""

    before: str
    after: str


class Saver:
    """Checks and writes forms, one at a time."""

    def __init__(self, workspace: Workspace, journal: Journal, *, language: Language) -> None:
        self._workspace = workspace
        self._journal = journal
        self._language = language
        self._saved: dict[Path, _Saved] = {}

    def save(self, form: SubmittedForm, *, confirmed: bool) -> SaveResult:
        """Writes the form if nothing speaks against it.

        Args:
            form: what to write.
            confirmed: the officer has read what is asked and wants to save all the same.
        """
        with self._workspace.lock:
            current = self._current(form)
            if current.version != form.version:
                return SaveResult(State.CONFLICT, Verdict("", ()), current.text)
            verdict = self.verdict(form)
            is_moved = form.target != form.file.path
            if verdict.of_level(Level.REFUSED):
                return SaveResult(State.REFUSED, verdict)
            if verdict.of_level(Level.ASKED) and not confirmed:
                return SaveResult(State.ASKED, verdict)
            if verdict.text == current.text and not is_moved:
                return SaveResult(State.UNCHANGED, verdict)
            try:
                self.put({form.target: verdict.text}, gone=form.file.path if is_moved else None)
            except OSError:
                unwritten = Remark((), message("editor.cannot_write", self._language))
                return SaveResult(State.REFUSED, replace(verdict, remarks=(unwritten,)))
            return SaveResult(State.SAVED, verdict)

    def verdict(self, form: SubmittedForm, *, is_tried: bool = False) -> Verdict:
        """Tells what would be written, and what all checks say about it.

        Args:
            form: what to check.
            is_tried: try the sample queries of an entry that is not public, too; at 2,000 entries
                the index for that takes four seconds.
        """
        with self._workspace.lock:
            snapshot = self._workspace.snapshot()
            before = form.file if form.file.is_new else self._current(form)
            try:
                now = before.with_values(form.values, path=form.target)
            except MergeError:
                return Verdict("", (Remark((), message("editor.cannot_merge", self._language)),))
            changes = {now.name: now.text}
            if before.path and before.path != form.target:
                changes[before.name] = None
            loaded = self._workspace.load(changes)
        remarks = [*personal_remarks(now, before, snapshot, self._language)]
        told = {remark.loc for remark in remarks if remark.level is Level.REFUSED}
        for problem in _concerned(loaded, snapshot, now.name):
            remark = now.remark(problem, self._language)
            if problem.key != GATE or remark.loc not in told:
                remarks.append(remark)
        remarks += placeholder_remarks(now, self._language)
        found = _traces(now, loaded, remarks, is_tried=is_tried)
        if found:
            remarks += complaints(found, self._language, is_public=now.is_public())
        undated = _is_undated(before, now, snapshot.today)
        return Verdict(now.text or "", tuple(dict.fromkeys(remarks)), found, undated)

    def change(self, texts: Mapping[Path, str]) -> tuple[Problem, ...]:
        """Writes several files at once, or gives the problems that they would make."""
        with self._workspace.lock:
            root = self._workspace.root
            snapshot = self._workspace.snapshot()
            changes = {shown_path(checked(root, path), root): text for path, text in texts.items()}
            loaded = self._workspace.load(changes)
            new = new_problems(loaded.problems, snapshot.loaded.problems)
            if not new:
                self.put(texts)
            return new

    def put(self, texts: Mapping[Path, str], *, gone: Path | None = None) -> None:
        """Writes files whose texts have been checked; remembers what a single one said before."""
        root = self._workspace.root
        with self._workspace.lock:
            before = {path: text_of(root, path) for path in texts}
            write_all(texts)
            if gone:
                checked(root, gone).unlink()
            self._journal.note([*texts, gone] if gone else texts)
            for path, text in texts.items():
                old = before[path]
                if len(texts) == 1 and old is not None:
                    self._saved[path] = _Saved(before=old, after=version(text))

    def put_attachment(self, path: Path, content: bytes | None) -> None:
        """Writes a picture or PDF that has been checked; None takes it away."""
        place = checked(self._workspace.root, path)
        with self._workspace.lock:
            if content is None:
                place.unlink()
            else:
                place.parent.mkdir(exist_ok=True)
                place.write_bytes(content)
            self._journal.note([place])

    def can_undo(self, path: Path | None) -> bool:
        """Tells whether the last saving of a file can be taken back: it has not changed since."""
        saved = self._saved.get(path) if path else None
        return bool(saved and path and saved.after == version(text_of(self._workspace.root, path)))

    def undo(self, path: Path | None) -> bool:
        """Writes what a file said before it was last saved, unless it has changed since."""
        with self._workspace.lock:
            if path is None or not self.can_undo(path):
                return False
            write_all({path: self._saved.pop(path).before})
            self._journal.note([path])
            return True

    def _current(self, form: SubmittedForm) -> EditableFile:
        """The file as it is; for a new one, whatever lies at its place already."""
        root = self._workspace.root
        path = checked(root, form.file.path or form.target)
        return EditableFile.read(form.file.kind, path, root=root)


def _concerned(loaded: LoadResult, before: Snapshot, name: str) -> Iterator[Problem]:
    """The problems and notices of the file, and the problems that it makes elsewhere."""
    new = set(new_problems(loaded.problems, before.loaded.problems))
    for problem in loaded.problems:
        if problem.location.path == name or problem in new:
            yield problem


def _traces(
    now: EditableFile, loaded: LoadResult, remarks: list[Remark], *, is_tried: bool
) -> tuple[SampleSearch, ...]:
    """How people would find the entry, when nothing else keeps it from being saved."""
    is_refused = any(remark.level is Level.REFUSED for remark in remarks)
    if now.kind != ENTRY or loaded.knowledge is None or is_refused:
        return ()
    entry = next((one for one in loaded.knowledge.entries if one.id == now.id), None)
    if entry and (is_tried or entry.status is Status.PUBLISHED):
        return traces(loaded.knowledge, entry)
    return ()


def _is_undated(before: EditableFile, now: EditableFile, today: dt.date) -> bool:
    if before.text is None or not now.is_public():
        return False
    old, new = before.values(), now.values()
    days = [(old.get(name), new.get(name)) for name in ("compiled", "reviewed")]
    is_dated = any(was != is_ or is_ == str(today) for was, is_ in days)
    return old.get("answer") != new.get("answer") and not is_dated
