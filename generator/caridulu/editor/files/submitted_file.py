"""A submitted form -> the draft of a file: where it goes, what it says."""

import datetime as dt
import re
from collections.abc import Collection, Iterable
from pathlib import Path

from caridulu.curation.lifecycle.transitions import REVIEW_AFTER
from caridulu.editor.files.editable_files import ENTRY, NAMED_BY, NEW, Sheet, files_of
from caridulu.editor.files.saving import Draft
from caridulu.editor.forms.fields import PAGE
from caridulu.editor.forms.form_values import Values
from caridulu.editor.forms.remarks import Remark
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.project_files import ID_LENGTH, valid_id
from caridulu.knowledge.site_names import RESERVED_PAGES
from caridulu.messages import Language, message
from caridulu.search.analysis.language import indonesian

ID_WORDS = 6  # of a question, in an address that people can read


def draft_of(
    snapshot: Snapshot, sheet: Sheet, values: Values, *, new_id: str, version: str
) -> Draft:
    """The draft and the file it goes to; an entry's lies in the folder of its category."""
    target = sheet.path
    if sheet.kind == ENTRY:
        target = _entry_target(snapshot, sheet, str(values["category"]), sheet.id or new_id)
    elif target is None:
        folder = snapshot.root / "content"
        target = folder / (f"{new_id}.md" if sheet.kind == PAGE else f"services/{new_id}.yml")
    return Draft(sheet, target, values, version)


def _entry_target(snapshot: Snapshot, sheet: Sheet, category: str, entry_id: str) -> Path:
    """In its category's folder; where it is when there is no such category: the check says so."""
    known = {one.id for one in snapshot.categories}
    if sheet.path and (category not in known or sheet.path.parent.name == category):
        return sheet.path
    return snapshot.root / "kb" / category / f"{entry_id}.yml"


def placing_remarks(
    snapshot: Snapshot, sheet: Sheet, values: Values, new_id: str, language: Language
) -> Iterable[Remark]:
    """What keeps a new file from having a place at all."""
    if not sheet.is_new:
        return
    known = {one.id for one in snapshot.categories}
    if sheet.kind == ENTRY and values["category"] not in known:
        yield Remark(("category",), message("editor.choose_category", language))
    if not valid_id(new_id):
        yield Remark(("_id",), message("editor.bad_id", language, value=new_id))
    elif new_id in _taken(snapshot, sheet):
        yield Remark(("_id",), message("editor.id_taken", language, value=new_id))


def _taken(snapshot: Snapshot, sheet: Sheet) -> set[str]:
    """Ids that a new sheet cannot have; ``baru`` is the address of new ones."""
    kept = RESERVED_PAGES if sheet.kind == PAGE else ()
    return {NEW, *kept, *(path.stem for path in files_of(snapshot, sheet.kind))}


def new_id_for(snapshot: Snapshot, sheet: Sheet, values: Values) -> str:
    """A free id from the words that name the new file."""
    wanted = suggested_id(str(values[NAMED_BY[sheet.kind]]))
    return free_id(_taken(snapshot, sheet), wanted or sheet.kind)


def suggested_id(question: str) -> str:
    """A short readable id for a question: its first telling words."""
    words = re.findall(r"[a-z0-9]+", question.lower())
    language = indonesian()
    telling = [word for word in words if word not in language.weak | language.silent] or words
    return "-".join(telling[:ID_WORDS])[:ID_LENGTH].strip("-")


def free_id(taken: Collection[str], wanted: str) -> str:
    """The id, with a number if it is taken."""
    names = (wanted if n == 1 else f"{wanted}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def checked_today(values: Values, today: dt.date) -> None:
    """Marks an entry as reviewed today and due again when the next check is."""
    values["reviewed"] = today.isoformat()
    values["review_by"] = (today + REVIEW_AFTER).isoformat()
