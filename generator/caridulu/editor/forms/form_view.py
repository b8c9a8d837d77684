"""The state of a form -> its page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from caridulu.curation.drafts.entries.conversation import conversation_of
from caridulu.editor.answer_preview import FIELDS, block_choices, fact_choices, previewer
from caridulu.editor.fields.completion import ENTRY_LISTS, known_of
from caridulu.editor.fields.form_fields import (
    CATEGORIES,
    ENTRY,
    NAME,
    OFFICE,
    PAGE,
    REFERRALS,
    SERVICE,
    Field,
    Widget,
)
from caridulu.editor.fields.form_values import Value, Values, is_blank
from caridulu.editor.fields.remarks import Level, Placed, Remark, in_plain_words, label_of, placed
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import FOLDERS, NAMED_BY, NEW, address_of, sections
from caridulu.editor.forms.open_hints import PULSE, OpenHint
from caridulu.editor.forms.similar import NOTHING_SIMILAR, similar_entries
from caridulu.editor.pages import Notice, PageParts
from caridulu.editor.saving.findability import Findability
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Problem, Status
from caridulu.search.quality.expectations import SampleSearch
from caridulu.search.quality.lexicon_trial import LexiconTrial
from caridulu.site.serve.local_server import Reply

REST = ("not_for", "replaces", "provenance", "_id")  # fields that are folded away
SCHEDULE = ("publish_on", "hide_after")  # among them, but seen where it is used
UNREAD = frozenset({"provenance"})  # of a draft: digits that tell nobody anything
SAVE = "simpan"
MOST_LISTED = 8  # remarks above the form
TABS = {ENTRY: "entries", SERVICE: "services", PAGE: "pages"}  # the others are called as the kind


ChoiceName = Callable[[str, str], str]  # field, value -> what people read


@dataclass(frozen=True)
class Difference:
    """A field that reads differently on the disk and in the form."""

    title: str
    theirs: str
    mine: str
    name: str = ""
    is_gone: bool = False  # on one side: there is nothing to compare


@dataclass(frozen=True)
class FormState:
    """Everything that a form shows beyond the project; the template knows it by these names."""

    file: EditableFile
    values: Values
    version: str
    new_id: str = ""
    remarks: Sequence[Remark] = ()
    banner: Notice | None = None
    traces: tuple[SampleSearch, ...] | None = None
    findability: Findability | None = None
    trial: LexiconTrial | None = None
    differences: tuple[Difference, ...] = ()
    is_submitted: bool = False
    present: tuple[OpenHint, ...] = ()
    asked: bool = False
    wanted: str = SAVE

    @property
    def changed(self) -> bool:
        """Whether a submitted form says something that is not saved."""
        return self.is_submitted and (self.file.is_new or self.values != self.file.values())

    @property
    def address(self) -> str:
        file = self.file
        return FOLDERS[file.kind] + NEW if file.is_new else address_of(file.name)


class FormView(PageParts):
    """Shows a form in a state, or why its file cannot be shown."""

    def unreadable(
        self, snapshot: Snapshot, file: EditableFile, problems: Iterable[Problem]
    ) -> Reply:
        state = FormState(file, {}, "", banner=Notice(self._say("unreadable_file"), "stop"))
        summary = [("", problem.text(self._renderer.language)) for problem in problems]
        return self._form(snapshot, state, file.id, readable=False, summary=summary)

    def page(
        self, snapshot: Snapshot, state: FormState, status: HTTPStatus = HTTPStatus.OK
    ) -> Reply:
        file, kind = state.file, state.file.kind
        heading = self._heading(state)
        question = state.values["question"] if kind == ENTRY else ""
        saved = snapshot.entries.get(file.id) if kind == ENTRY else None
        return self._form(
            snapshot,
            state,
            f"{question} - {heading}" if question else heading,
            status,
            heading=heading,
            saved_status=saved.status.value if saved else "",  # whatever the form says
            readable=True,
            self_id=file.id,
            sections=sections(kind),
            similar=similar_entries(snapshot, question) if file.is_new else NOTHING_SIMILAR,
            **self._shown_remarks(state),
            **self._shown_choices(snapshot, state),
            **self._shown_preview(snapshot, state),
        )

    def _shown_remarks(self, state: FormState) -> dict[str, object]:
        """Returns the remarks at their controls, and what is unfolded because of them."""
        remarks = self._placed(state)
        is_scheduled = any(state.values.get(name) for name in SCHEDULE)
        return {
            "remarks": remarks,
            "summary": self._summary(remarks, state.file.fields) if state.banner else (),
            "rest_open": _has_remarks(remarks, REST) or is_scheduled,
            "opened": lambda name, row, of: (
                is_blank(row, of.fields) or _has_remarks(remarks, (name,))
            ),
        }

    def _shown_choices(self, snapshot: Snapshot, state: FormState) -> dict[str, object]:
        """Returns what can be chosen or repeated in the fields."""
        kind, values = state.file.kind, state.values
        return {
            "options": self._options(snapshot, kind, values),
            "status_options": self._status_options(values),
            "entry_lists": ENTRY_LISTS,
            "known_sources": [*known_of(snapshot).sources.values()] if "sources" in values else (),
            "questions": {row.id: row.question for row in snapshot.rows},
            "fixed_codes": _fixed_codes(snapshot, kind),
        }

    def _shown_preview(self, snapshot: Snapshot, state: FormState) -> dict[str, object]:
        """Returns the preview of the field that has one, and what can be put into its text."""
        kind = state.file.kind
        field = FIELDS.get(kind, "")
        return {
            "facts": fact_choices(snapshot) if field else {},
            "blocks": block_choices(snapshot, self._renderer.language) if kind == PAGE else {},
            "preview_field": field,
            "preview": previewer(snapshot, kind)(state.values[field]) if field else None,
        }

    def _form(
        self,
        snapshot: Snapshot,
        state: FormState,
        title: str,
        status: HTTPStatus = HTTPStatus.OK,
        **shown: object,
    ) -> Reply:
        kind = state.file.kind
        return self._page(
            "form.html",
            snapshot,
            title,
            tab=TABS.get(kind, kind),
            status=status,
            address=state.address,
            changed=state.changed,
            folder=FOLDERS.get(kind, "").rstrip("/"),
            is_entry=kind == ENTRY,
            conversation=conversation_of(snapshot.root, state.file.id) if kind == ENTRY else None,
            file_name=state.file.name,
            pulse=PULSE,
            **{**vars(state), "heading": title, **shown},
        )

    def _placed(self, state: FormState) -> dict[str, list[Placed]]:
        """Groups the remarks by control, in the words of the form."""
        fields = state.file.fields
        remarks = [in_plain_words(remark, fields) for remark in state.remarks]
        found = placed(remarks, fields, state.values)
        for remark in remarks:
            if remark.loc == ("_id",):
                found.setdefault("_id", []).append(Placed(remark.text, remark.level))
        return found

    def _heading(self, state: FormState) -> str:
        kind = state.file.kind
        if state.file.is_new:
            return self._say(f"new_{kind}")
        if kind == ENTRY:
            return self._say("edit_entry")
        return self._say(f"title_{kind}", name=state.values.get(NAMED_BY.get(kind, ""), ""))

    def _options(
        self, snapshot: Snapshot, kind: str, values: Values
    ) -> dict[str, list[tuple[str, str]]]:
        """Lists what can be chosen where the model only says: an id."""
        if kind == ENTRY:
            return {"category": [(one.id, one.name) for one in snapshot.categories]}
        if kind == OFFICE:
            names = [(n, n) for n, a in snapshot.attachments.sound.items() if a.kind.is_picture]
            return {"file": names}
        if kind == SERVICE:
            limits = [row for row in values["limits"] if row[NAME]]
            choices = [
                (row[NAME], f"{row[NAME]} ({row['amount']} {row['unit']})") for row in limits
            ]
            return {"waiting_limit": choices, "reply_limit": choices}
        return {}

    def _status_options(self, values: Values) -> list[tuple[str, str]]:
        """Lists the states to choose from; archiving has a page of its own."""
        now = values.get("status")
        states = [s.value for s in Status if s is not Status.ARCHIVED or s.value == now]
        return [(state, self._say(f"status_{state}")) for state in states]

    def _summary(
        self, found: Mapping[str, list[Placed]], fields: tuple[Field, ...]
    ) -> list[tuple[str, str]]:
        """Lists what stops saving, as links to the controls."""
        order, say = ["", *(one.name for one in fields), "_id"], self._say
        words = {"pair_name": say("pair_name"), "id_title": say("id_title")}
        listed = [
            (name, ": ".join(filter(None, (label_of(name, fields, **words), one.text))))
            for name in sorted(found, key=lambda name: order.index(name.partition(".")[0]))
            for one in found[name]
            if one.level is not Level.NOTE
        ]
        if len(listed) > MOST_LISTED:
            left = len(listed) - MOST_LISTED
            listed[MOST_LISTED:] = [("", self._say("more_remarks", count=left))]
        return listed


def _fixed_codes(snapshot: Snapshot, kind: str) -> set[str]:
    """Lists ids that are in addresses already, and therefore stay."""
    if kind == CATEGORIES:
        return {one.id for one in snapshot.categories}
    if kind == REFERRALS and snapshot.knowledge:
        return {one.id for one in snapshot.knowledge.referrals}
    return set()


def _has_remarks(found: Mapping[str, list[Placed]], names: Iterable[str]) -> bool:
    return any(
        f"{key}.".startswith(f"{name}.")
        for name in names
        for key, listed in found.items()
        if any(one.level is not Level.NOTE for one in listed)
    )


def differences(
    fields: Iterable[Field], theirs: Values, mine: Values, *, choice_name: ChoiceName
) -> tuple[Difference, ...]:
    """Compares two readings of a file, field by field."""
    return tuple(
        Difference(
            one.title,
            _value_text(theirs, one, choice_name),
            _value_text(mine, one, choice_name),
            one.name,
        )
        for one in fields
        if theirs[one.name] != mine[one.name] and one.widget is not Widget.GROUP
    )


def written_out(file: EditableFile, choice_name: ChoiceName) -> str:
    """Writes a whole file as its form names it, a line for each field; not where it came from."""
    values = file.values()
    listed = ((one, _value_text(values, one, choice_name)) for one in file.fields)
    return "\n".join(
        f"{field.title}: {shown.strip()}"
        for field, shown in listed
        if shown.strip() and field.name not in UNREAD
    )


def _value_text(values: Values, field: Field, choice_name: ChoiceName) -> str:
    value = values[field.name]
    is_choice = field.widget is Widget.CHOICE and value in field.choices
    return choice_name(field.name, str(value)) if is_choice else readable(value, field)


def readable(value: Value, field: Field | None = None) -> str:
    """Writes a value on one line, for comparing by eye; a tick by its title, of a known field."""
    if isinstance(value, dict):
        inner = {one.name: one for one in field.fields} if field else {}
        shown = (readable(one, inner.get(name)) for name, one in value.items())
        return ", ".join(filter(None, shown))
    if isinstance(value, list):
        return "; ".join(readable(one, field) for one in value)
    if field and field.widget is Widget.YESNO:
        return field.title if value == "true" else ""
    return value
