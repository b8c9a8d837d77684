"""A file changed by two people -> the merged file, and the choices left to an officer."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from caridulu.editor.fields.form_fields import NAME, Field, field_named
from caridulu.editor.fields.merged_values import FieldClash, Loc, Side, merged_values
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import kind_of
from caridulu.editor.files.yaml_merge import MergeError
from caridulu.editor.git.merging import Clash, Settled
from caridulu.editor.git.pending import TEXTS
from caridulu.journal.journal import decoded_text

THEIRS, MINE = "mereka", "saya"
WHOLE: Loc = ()  # a file that no form can show is chosen as a whole
ORIGIN = ("provenance", "digest")  # of one consultation, salted by either computer: both know it


@dataclass(frozen=True)
class Question:
    """One choice: a field that reads differently on both sides."""

    key: str  # the control's name; the file's path and the way to the field
    loc: Loc  # the way to the field from the root; empty for the whole file
    theirs: Side  # None where it is gone
    mine: Side
    chosen: str  # ``THEIRS``, ``MINE`` or empty


class Chooser:
    """Settles clashes with what an officer has chosen, and keeps the questions that it met."""

    def __init__(self, root: Path, chosen: Mapping[str, str]) -> None:
        self._root = root
        self._chosen = chosen
        self.questions: dict[str, list[Question]] = {}  # by the path of the file

    def settle(self, clash: Clash) -> Settled | None:
        """Returns the merged content of a file, or None while something is left to choose."""
        asked = self.questions.setdefault(clash.path, [])
        merged = self._merged(clash)
        if merged is None:
            merged = self._whole(clash)
        if any(not one.chosen for one in asked):
            return None
        return merged

    def _merged(self, clash: Clash) -> Settled | None:
        """Merges field by field, into their file; None where a form cannot show one of them."""
        kind = kind_of(clash.path)
        if not kind or clash.theirs is None or clash.mine is None:
            return None
        path = self._root / clash.path
        base, theirs, mine = (
            EditableFile(kind, self._root, path, decoded_text(content))
            for content in (clash.base, clash.theirs, clash.mine)
        )
        if theirs.tree is None or mine.tree is None:
            return None

        def pick(field: FieldClash) -> Side:
            if field.loc == ORIGIN:
                return field.theirs
            question = self._question(clash.path, field)
            self.questions[clash.path].append(question)
            return field.mine if question.chosen == MINE else field.theirs

        values = merged_values(base.values(), theirs.values(), mine.values(), pick)
        try:
            text = theirs.with_values(values).text or ""
        except MergeError:
            self.questions[clash.path].clear()
            return None
        windows = b"\r\n" in clash.theirs
        return Settled((text.replace("\n", "\r\n") if windows else text).encode("utf-8"))

    def _whole(self, clash: Clash) -> Settled:
        is_text = PurePosixPath(clash.path).suffix in TEXTS
        theirs, mine = (
            decoded_text(one) if is_text or one is None else str(len(one))
            for one in (clash.theirs, clash.mine)
        )
        question = self._question(clash.path, FieldClash(WHOLE, theirs, mine))
        self.questions[clash.path].append(question)
        return Settled(clash.mine if question.chosen == MINE else clash.theirs)

    def _question(self, path: str, field: FieldClash) -> Question:
        key = ":".join((path, *field.loc))
        chosen = self._chosen.get(key, "")
        known = chosen if chosen in (THEIRS, MINE) else ""
        return Question(key, field.loc, field.theirs, field.mine, known)


def label_at(loc: Loc, fields: tuple[Field, ...]) -> str:
    """Names a field by labels, and a row by what tells it apart: ``Kanal, wa-baru, Catatan``."""
    words: list[str] = []
    for part in loc:
        field = field_named(fields, part)
        if field:
            words.append(field.title)
            fields = field.fields
        elif part != NAME:
            words.append(part)
    return ", ".join(words)
