"""A submitted form -> the file and values it asks for; ids of new files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.drafts.entries.entry_texts import FreeIds, id_of
from caridulu.editor.fields.form_fields import ENTRY, PAGE
from caridulu.editor.fields.form_values import Values
from caridulu.editor.fields.remarks import Remark
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import NAMED_BY, NEW, files_of
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.project_files import valid_id
from caridulu.knowledge.site_names import RESERVED_PAGES
from caridulu.messages import Language, message


@dataclass(frozen=True)
class SubmittedForm:
    """What an officer wants a file to say, and which state of the file they saw."""

    file: EditableFile
    target: Path  # elsewhere than the file's path when the category has changed
    values: Values
    version: str


def submitted_form(
    snapshot: Snapshot, file: EditableFile, values: Values, *, new_id: str, version: str
) -> SubmittedForm:
    """Finds the place of the file; an entry's lies in the folder of its category."""
    target = file.path
    if file.kind == ENTRY:
        target = _entry_target(snapshot, file, values["category"], file.id or new_id)
    elif target is None:
        folder = snapshot.root / "content"
        target = folder / (f"{new_id}.md" if file.kind == PAGE else f"services/{new_id}.yml")
    return SubmittedForm(file, target, values, version)


def _entry_target(snapshot: Snapshot, file: EditableFile, category: str, entry_id: str) -> Path:
    """Returns the path in the category's folder; without such a category, the path as it is."""
    known = {one.id for one in snapshot.categories}
    if file.path and (category not in known or file.path.parent.name == category):
        return file.path
    return snapshot.root / "kb" / category / f"{entry_id}.yml"


def placing_remarks(
    snapshot: Snapshot, file: EditableFile, values: Values, new_id: str, language: Language
) -> Iterable[Remark]:
    """Yields remarks that prevent a new file from having a path."""
    if not file.is_new:
        return
    known = {one.id for one in snapshot.categories}
    if file.kind == ENTRY and values["category"] not in known:
        yield Remark(("category",), message("editor.choose_category", language))
    if not valid_id(new_id):
        yield Remark(("_id",), message("editor.bad_id", language, value=new_id))
    elif new_id in _taken(snapshot, file.kind):
        yield Remark(("_id",), message("editor.id_taken", language, value=new_id))


def _taken(snapshot: Snapshot, kind: str) -> set[str]:
    """Lists ids that a new file cannot have; ``baru`` is the address of new ones."""
    kept = RESERVED_PAGES if kind == PAGE else ()
    return {NEW, *kept, *(path.stem for path in files_of(snapshot, kind))}


def new_id_for(snapshot: Snapshot, kind: str, values: Values) -> str:
    """Makes a free id from the words that name the new file."""
    wanted = id_of(values[NAMED_BY[kind]], otherwise=kind)
    return FreeIds(_taken(snapshot, kind)).take(wanted)
