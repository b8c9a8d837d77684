"""The form of one target: filled in, written into ``content/office.yml``, tried.

Secrets go into the keyring of the system, and from there into no page.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus

from pydantic import ValidationError

from caridulu.editor.addresses import PUBLISHING
from caridulu.editor.fields.completion import completed
from caridulu.editor.fields.form_fields import OFFICE, Field, office_row_fields
from caridulu.editor.fields.form_values import Values, blank, of_form
from caridulu.editor.fields.remarks import Level, Placed, Remark, in_plain_words, label_of, placed
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.pages import PageParts, pressed, see_done, unknown_button
from caridulu.editor.publishing.site_work import SiteJob, SiteWork
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver, SaveState
from caridulu.editor.saving.submitted_form import SubmittedForm
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.model import Target, TargetKind
from caridulu.knowledge.model.target import KEYS
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.secret_store import keep_secret, secret, variable
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

TARGETS = f"{PUBLISHING}/tujuan/"
NEW, KIND = "baru", "jenis"
SAVE, TRY, REMOVE = "simpan", "uji", "hapus"
SECRET = "sandi."
FIRST_ID = "situs"


@dataclass(frozen=True)
class TargetForm:
    """The form at one moment; ``place`` is the target's number among those of the office."""

    file: EditableFile
    values: Values
    place: int
    remarks: tuple[Remark, ...] = ()
    said: str = ""

    @property
    def row(self) -> Values:
        row: Values = self.values["deploy"][self.place]
        return row

    @property
    def kind(self) -> TargetKind:
        return TargetKind(self.row["kind"])


class TargetPage(PageParts):
    tab = "publishing"

    def __init__(self, saver: Saver, renderer: Renderer, work: SiteWork) -> None:
        super().__init__(saver, renderer)
        self._work = work

    def form_at(self, snapshot: Snapshot, request: Request) -> TargetForm:
        """Finds the target of an address, or begins one."""
        path = snapshot.root / OFFICE_FILE
        file = EditableFile.read(OFFICE, path, root=snapshot.root)
        if file.tree is None:
            raise Refusal(HTTPStatus.CONFLICT, "broken_office")
        values, name = file.values(), request.path.removeprefix(TARGETS)
        rows = values["deploy"]
        ids = [row["id"] for row in rows]
        if name == NEW and KIND in request.query:
            kind = request.query[KIND]
            if kind not in set(TargetKind):
                raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
            first = {"id": "" if FIRST_ID in ids else FIRST_ID, "kind": kind}
            row: Values = {**blank(office_row_fields("deploy")), **first}
            return TargetForm(file, {**values, "deploy": [*rows, row]}, len(rows))
        if name not in ids:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        if rows[ids.index(name)]["kind"] not in set(TargetKind):
            raise Refusal(HTTPStatus.CONFLICT, "broken_office")
        return TargetForm(file, values, ids.index(name))

    def show(
        self,
        snapshot: Snapshot,
        form: TargetForm,
        request: Request,
        status: HTTPStatus = HTTPStatus.OK,
        *,
        job: SiteJob | None = None,
    ) -> Reply:
        """Renders the form; ``job`` is a trial of the target."""
        place, kind = f"deploy.{form.place}", form.kind
        remarks = [in_plain_words(one, form.file.fields) for one in form.remarks]
        found = placed(remarks, form.file.fields, form.values)
        is_new = request.path == TARGETS + NEW and KIND in request.query
        others = {name: told for name, told in found.items() if not name.startswith(f"{place}.")}
        return self._page(
            "target.html",
            snapshot,
            self._say(f"choice_{kind.value}"),
            request=request,
            status=status,
            address=f"{request.path}?{KIND}={kind.value}" if is_new else request.path,
            fields=_fields_of(kind),
            place=place,
            row=form.row,
            version=form.file.version,
            remarks=found,
            elsewhere=_written_out(others, form.file.fields),
            said=form.said,
            is_new=is_new,
            kind=kind.value,
            secrets=_secrets(form, is_new=is_new),
            options={},
            entry_lists=(),
            fixed_codes=() if is_new else {form.row["id"]},
            preview_field="",
            job=job,
        )

    def save(
        self, snapshot: Snapshot, request: Request, try_out: Callable[[Target], None]
    ) -> Reply:
        """Does what a button says; ``try_out`` begins the trial of a target."""
        action, seen = pressed(request).action, self.form_at(snapshot, request)
        if action not in (SAVE, TRY, REMOVE):
            raise unknown_button()
        form = seen if action == REMOVE else _filled(seen, request)
        values = _without(seen) if action == REMOVE else form.values
        path = snapshot.root / seen.file.name
        submitted = SubmittedForm(seen.file, path, values, request.first("_versi"))
        result = self._saver.save(submitted, confirmed=True)
        if result.state not in (SaveState.SAVED, SaveState.UNCHANGED):
            is_late = result.state is SaveState.CONFLICT
            said = self._say("target_conflict" if is_late else "not_saved")
            shown = replace(form, remarks=result.verdict.remarks, said=said)
            return self.show(snapshot, shown, request, HTTPStatus.UNPROCESSABLE_ENTITY)
        if action == REMOVE:
            return see_done(PUBLISHING, "target_removed", result.action)
        target = _target(form.row)
        failed = self._keep_secrets(target, request)
        if failed:
            at_home = replace(request, path=TARGETS + target.id)
            shown = replace(self.form_at(snapshot, at_home), said=failed)
            return self.show(snapshot, shown, at_home, HTTPStatus.UNPROCESSABLE_ENTITY)
        if action == TRY:
            try_out(target)
            return see_other(TARGETS + target.id)
        return see_done(TARGETS + target.id, "target_saved", result.action)

    def _keep_secrets(self, target: Target, request: Request) -> str:
        """Keeps what was typed in the keyring; returns why that failed."""
        for name in KEYS[target.kind].secrets:
            given = request.first(SECRET + name)
            try:
                if given:
                    keep_secret(target, name, given)
            except PublishingError as error:
                return self._work.in_form_words(error)
        return ""


def _written_out(found: Mapping[str, Sequence[Placed]], fields: tuple[Field, ...]) -> list[str]:
    """Writes what stops saving behind the label of its control."""
    return [
        ": ".join(filter(None, (label_of(name, fields), one.text)))
        for name, listed in found.items()
        for one in listed
        if one.level is not Level.NOTE
    ]


def _target(row: Values) -> Target:
    return Target.model_validate({name: value for name, value in row.items() if value})


def _secrets(form: TargetForm, *, is_new: bool) -> list[tuple[str, str, bool]]:
    """Lists what opens the target: name, variable in the environment, whether it is there."""
    names = KEYS[form.kind].secrets
    with suppress(ValidationError):
        if not is_new:
            target = _target(form.row)
            return [
                (name, variable(target, name), secret(target, name) is not None) for name in names
            ]
    return [(name, "", False) for name in names]


def _fields_of(kind: TargetKind) -> tuple[Field, ...]:
    """Lists the fields that a kind of target has, those that it needs marked."""
    named = {field.name: field for field in office_row_fields("deploy")}
    needed = [replace(named[name], required=True) for name in ("id", *KEYS[kind].needed)]
    return (*needed, *(named[name] for name in KEYS[kind].possible))


def _filled(form: TargetForm, request: Request) -> TargetForm:
    fields = _fields_of(form.kind)
    typed = of_form(fields, request.form, prefix=f"deploy.{form.place}.")
    rows = [*form.values["deploy"]]
    rows[form.place] = {**rows[form.place], **typed}
    values = completed(OFFICE, form.file.fields, {**form.values, "deploy": rows})
    return replace(form, values=values)


def _without(form: TargetForm) -> Values:
    rows = form.values["deploy"]
    return {**form.values, "deploy": [*rows[: form.place], *rows[form.place + 1 :]]}
