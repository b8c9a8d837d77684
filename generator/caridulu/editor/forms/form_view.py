"""The state of a form -> its page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from caridulu.editor.files import paths as places
from caridulu.editor.files.editable_files import (
    CATEGORIES,
    ENTRY,
    NAMED_BY,
    SERVICE,
    Sheet,
    sections,
)
from caridulu.editor.forms.answer_preview import FIELDS, block_choices, fact_choices, preview_html
from caridulu.editor.forms.fields import NAME, PAGE, Field, Kind
from caridulu.editor.forms.findability import Trace
from caridulu.editor.forms.form_values import Value, Values, is_blank
from caridulu.editor.forms.remarks import Level, Placed, Remark, in_plain_words, placed
from caridulu.editor.forms.similar import NOTHING_SIMILAR, similar_entries
from caridulu.editor.http.web import Reply
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Problem, Status

ENTRY_LISTS = frozenset({"related", "featured", "replaces"})
SAVE = "simpan"
MOST_LISTED = 8  # remarks above the form


@dataclass(frozen=True)
class Banner:
    """What happened, above the form."""

    text: str
    look: str  # done, stop, ask
    links: tuple[tuple[str, str], ...] = ()  # address and words
    can_undo: bool = False


@dataclass(frozen=True)
class Difference:
    """A field that reads differently on the disk and in the form."""

    title: str
    theirs: str
    mine: str


@dataclass(frozen=True)
class View:
    """Everything that a form page shows of its state."""

    sheet: Sheet
    values: Values
    version: str
    new_id: str = ""
    remarks: Sequence[Remark] = ()
    banner: Banner | None = None
    traces: tuple[Trace, ...] | None = None
    differences: tuple[Difference, ...] = ()
    changed: bool = False
    asked: bool = False
    wanted: str = SAVE
    status: HTTPStatus = field(default=HTTPStatus.OK)


class FormView:
    """Renders the states of forms."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def unreadable(self, snapshot: Snapshot, sheet: Sheet, problems: Iterable[Problem]) -> Reply:
        texts = [("", problem.text(self._renderer.language)) for problem in problems]
        return self._renderer.page(
            "form.html",
            title=sheet.id,
            heading=sheet.id,
            tab=_tab(sheet),
            snapshot=snapshot,
            sheet=sheet,
            is_entry=sheet.kind == ENTRY,
            readable=False,
            banner=Banner(self._renderer.say("unreadable_file"), "stop"),
            summary=texts,
            differences=(),
        )

    def page(self, snapshot: Snapshot, view: View) -> Reply:
        sheet, values = view.sheet, view.values
        remarks = [in_plain_words(remark, sheet.fields) for remark in view.remarks]
        found = placed(remarks, sheet.fields, values)
        is_entry = sheet.kind == ENTRY
        heading = self._title(sheet, values)
        preview_field = FIELDS.get(sheet.kind, "")
        for remark in remarks:
            if remark.loc == ("_id",):
                found.setdefault("_id", []).append(Placed(remark.text, remark.level))
        return self._renderer.page(
            "form.html",
            title=f"{values['question']} - {heading}"
            if is_entry and values["question"]
            else heading,
            heading=heading,
            tab=_tab(sheet),
            snapshot=snapshot,
            status=view.status,
            readable=True,
            sheet=sheet,
            is_entry=is_entry,
            is_new=sheet.is_new,
            values=values,
            version=view.version,
            self_id=sheet.id,
            new_id=view.new_id,
            sections=sections(sheet),
            remarks=found,
            banner=view.banner,
            summary=self._summary(found, sheet.fields) if view.banner else (),
            differences=view.differences,
            changed=view.changed,
            confirm=f"{view.wanted}-pasti" if view.asked else "",
            traces=view.traces,
            rest_open=_has_remarks(found, ("not_for", "replaces", "provenance", "_id")),
            options=self._options(snapshot, sheet, values),
            status_options=self._status_options(values),
            entry_lists=ENTRY_LISTS,
            questions={row.id: row.question for row in snapshot.rows},
            fixed_codes={one.id for one in snapshot.categories}
            if sheet.kind == CATEGORIES
            else frozenset(),
            facts=fact_choices(snapshot) if preview_field else {},
            blocks=block_choices(snapshot, self._renderer.language) if sheet.kind == PAGE else {},
            preview_field=preview_field,
            preview=preview_html(snapshot, sheet.kind, str(values[preview_field]))
            if preview_field
            else None,
            similar=similar_entries(snapshot, str(values["question"]), besides=sheet.id)
            if is_entry and sheet.is_new
            else NOTHING_SIMILAR,
            shown_path=places.shown(snapshot.root, sheet.path) if sheet.path else "",
            opened=lambda name, row, of: is_blank(row, of.fields) or _has_remarks(found, (name,)),
        )

    def _title(self, sheet: Sheet, values: Values) -> str:
        if sheet.kind == ENTRY:
            return self._renderer.say("new_entry" if sheet.is_new else "edit_entry")
        if sheet.is_new:
            return self._renderer.say(f"new_{sheet.kind}")
        name = values.get(NAMED_BY.get(sheet.kind, ""), "")
        return self._renderer.say(f"title_{sheet.kind}", name=name)

    def _options(
        self, snapshot: Snapshot, sheet: Sheet, values: Values
    ) -> dict[str, list[tuple[str, str]]]:
        """What can be chosen where the model only says: an id."""
        if sheet.kind == ENTRY:
            return {"category": [(one.id, one.name) for one in snapshot.categories]}
        if sheet.kind == SERVICE:
            rows = values["limits"]
            named = [row for row in rows if isinstance(row, dict)]
            return {
                "reply_limit": [
                    (str(row["_name"]), f"{row['_name']} ({row['amount']} {row['unit']})")
                    for row in named
                ]
            }
        return {}

    def _status_options(self, values: Values) -> list[tuple[str, str]]:
        """Archiving has a page of its own: it asks who takes over."""
        now = values.get("status")
        states = [s.value for s in Status if s is not Status.ARCHIVED or s.value == now]
        return [(state, self._renderer.say(f"status_{state}")) for state in states]

    def _summary(
        self, found: dict[str, list[Placed]], fields: tuple[Field, ...]
    ) -> list[tuple[str, str]]:
        """What stops saving, as links to the controls."""
        order = ["", *(one.name for one in fields), "_id"]
        found = dict(sorted(found.items(), key=lambda one: order.index(one[0].partition(".")[0])))
        listed = [
            (name, ": ".join(filter(None, (self._label(name, fields), one.text))))
            for name, remarks in found.items()
            for one in remarks
            if one.level is not Level.NOTE
        ]
        if len(listed) > MOST_LISTED:
            left = len(listed) - MOST_LISTED
            listed[MOST_LISTED:] = [("", self._renderer.say("more_remarks", count=left))]
        return listed

    def _label(self, control: str, fields: tuple[Field, ...]) -> str:
        """``Kanal 3, Kegunaan`` for ``channels.2.purposes``."""
        if control == "_id":
            return self._renderer.say("id_title")
        words: list[str] = []
        for part in control.split("."):
            one = next((one for one in fields if one.name == part), None)
            if part.isdecimal():
                words[-1] += f" {int(part) + 1}"
            elif one:
                words.append(one.title)
                fields = one.fields
            elif part == NAME:
                words.append(self._renderer.say("pair_name"))
        return ", ".join(words)


def _has_remarks(found: dict[str, list[Placed]], names: Iterable[str]) -> bool:
    return any(
        key == name or key.startswith(f"{name}.")
        for name in names
        for key, listed in found.items()
        if any(one.level is not Level.NOTE for one in listed)
    )


def _tab(sheet: Sheet) -> str:
    return {"entry": "entries", "service": "services", "page": "pages"}.get(sheet.kind, sheet.kind)


def differences(fields: Iterable[Field], theirs: Values, mine: Values) -> tuple[Difference, ...]:
    return tuple(
        Difference(one.title, _readable(theirs[one.name]), _readable(mine[one.name]))
        for one in fields
        if theirs[one.name] != mine[one.name] and one.kind is not Kind.GROUP
    )


def _readable(value: Value) -> str:
    """A value on one line, for comparing by eye."""
    if isinstance(value, dict):
        return ", ".join(filter(None, map(_readable, value.values())))
    if isinstance(value, list):
        return "; ".join(map(_readable, value))
    return value
