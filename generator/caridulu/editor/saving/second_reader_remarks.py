"""Where an office asks for a second reader: who wrote an entry does not publish it."""

from collections.abc import Iterator

from caridulu.editor.fields.form_fields import ENTRY
from caridulu.editor.fields.remarks import Remark
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.workspace import Snapshot
from caridulu.journal.second_reader import words, wrote
from caridulu.messages import Language, message


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
