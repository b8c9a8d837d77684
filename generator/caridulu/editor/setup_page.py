"""The page of a new office, in front of the editor while there is no project; what it asks for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

from caridulu import starter
from caridulu.curation.writing import cause
from caridulu.editor.addresses import MONTH, SETUP
from caridulu.editor.attachment_pages import Upload, unfit_sentence, upload_of
from caridulu.editor.fields.completion import completed
from caridulu.editor.fields.form_fields import OFFICE, Field, Widget, form_fields, office_row_fields
from caridulu.editor.fields.form_values import Values, blank, of_form
from caridulu.editor.fields.remarks import Level, Placed, Remark, in_plain_words
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.pages import see_done
from caridulu.editor.renderer import Renderer
from caridulu.journal.action import Action, ActionKind
from caridulu.journal.journal import record
from caridulu.knowledge import Problem
from caridulu.knowledge.attachments import FOLDER, UnfitError
from caridulu.knowledge.model import ChannelKind, Purpose
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.knowledge.rules.office.office_file import ZONES
from caridulu.messages import Language, message
from caridulu.packages.at_hand import packages_at_hand
from caridulu.packages.copies import PackageError
from caridulu.packages.installing import install
from caridulu.packages.updating import counted
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED
from caridulu.site.build.build_date import build_date
from caridulu.site.serve.local_server import Reply, Request, see_other
from caridulu.starter import NewOffice, project_texts

EMBLEM = "emblem"
CHANNELS = {
    ChannelKind.WHATSAPP: (Purpose.CONSULTATION,),
    ChannelKind.PHONE: (Purpose.CONSULTATION,),
    ChannelKind.EMAIL: (Purpose.CONSULTATION, Purpose.COMPLAINT),
    ChannelKind.FORM: (Purpose.CONSULTATION,),
}
OWN_FIELDS = ("name", "short_name", "region", "timezone", "street_address")
NEEDED = ("name", "region")
EMBLEM_NAME = "lambang"
PACKAGES = "packages"  # a control
Remarks = Mapping[str, Sequence[Placed]]
OFFERED = tuple(zone for zone in ZONES if zone != "Asia/Pontianak")  # has Jakarta's hours


def setup_fields(language: Language) -> tuple[Field, ...]:
    """Lists the fields of the form: of the office, of its channels, whether they were tried."""
    named = {field.name: field for field in form_fields(OFFICE)}
    helps = {name: message(f"editor.setup_{name}", language) for name in OWN_FIELDS}
    own = [replace(named[name], required=name in NEEDED, help=helps[name]) for name in OWN_FIELDS]
    channels = [
        Field(kind.value, message(f"editor.choice_{kind}", language), "", Widget.LINE)
        for kind in CHANNELS
    ]
    title, help_ = (message(f"editor.setup_{name}", language) for name in ("tried", "tried_help"))
    return (*own, *channels, Field("verified", title, help_, Widget.YESNO, default="false"))


def new_project(
    root: Path, given: Values, emblem: Upload | None
) -> tuple[Mapping[str, str | bytes], EditableFile]:
    """Makes the files of a project of what was given, and the office's; they may still be wrong."""
    name, short, region = (given[key] or None for key in OWN_FIELDS[:3])
    texts = project_texts(NewOffice(name, short, region))
    file = EditableFile(OFFICE, root, root / OFFICE_FILE, texts[OFFICE_FILE])
    values = completed(OFFICE, file.fields, _office_values(file.values(), given, emblem))
    office = file.with_values(values)
    files: dict[str, str | bytes] = {**texts, OFFICE_FILE: office.text or ""}
    if emblem:
        files[f"{FOLDER}/{emblem.name}"] = emblem.content
    return files, office


def _office_values(begun: Values, given: Values, emblem: Upload | None) -> Values:
    channels = [
        blank(office_row_fields("channels"))
        | {"id": kind.value, "kind": kind.value, "label": message(f"editor.choice_{kind}")}
        | {
            "address": given[kind],
            "purposes": [one.value for one in purposes],
            "verified": given["verified"],
        }
        for kind, purposes in CHANNELS.items()
        if given[kind]
    ]
    zone, identity = given["timezone"], begun["identity"]
    if emblem:
        alt = message("editor.setup_emblem_alt", name=given["name"])
        identity = identity | {EMBLEM: {"file": emblem.name, "alt": alt}}
    return begun | {
        "street_address": given["street_address"],
        "timezone": zone,
        "timezone_label": ZONES.get(zone, ""),
        "channels": [*channels, *begun["channels"]],
        "identity": identity,
    }


def remarks_of(
    office: EditableFile, problems: Iterable[Problem], language: Language
) -> dict[str, list[Placed]]:
    """Puts what is wrong with the office's file at the fields that were asked."""
    kinds = [row["kind"] for row in office.values()["channels"]]
    found: dict[str, list[Placed]] = {}
    for problem in problems:
        remark = in_plain_words(office.remark(problem, language), office.fields)
        control = _control(remark, kinds)
        found.setdefault(control, []).append(Placed(remark.text, remark.level))
    return found


def _control(remark: Remark, kinds: list[str]) -> str:
    loc = remark.loc
    if len(loc) > 1 and loc[0] == "channels":
        return kinds[int(loc[1])]
    return str(loc[0]) if loc and loc[0] in OWN_FIELDS else ""


class SetupPage:
    """Asks for a new office until there is a project; then every request is the editor's."""

    def __init__(self, root: Path, renderer: Renderer, editor: Callable[[Request], Reply]) -> None:
        self._root = root
        self._renderer = renderer
        self._editor = editor
        self._fields = setup_fields(renderer.language)

    def answer(self, request: Request) -> Reply:
        if starter.is_project(self._root):
            return see_other("/") if request.path == SETUP else self._editor(request)
        if request.path in self._renderer.assets:
            return self._renderer.assets[request.path]
        if request.path != SETUP:
            return see_other(SETUP)
        if request.is_post:
            return self._begin(request)
        return self._page(blank(self._fields), {})

    def _begin(self, request: Request) -> Reply:
        """Writes the project, or says what stands in the way; then nothing is written."""
        values, language = of_form(self._fields, request.form), self._renderer.language
        values[PACKAGES] = list(request.form.get(PACKAGES, ()))
        given, emblem = request.files.get(EMBLEM), None
        required = Placed(self._renderer.say("required"), Level.REFUSED)
        remarks = {name: [required] for name in NEEDED if not values[name]}
        if given:
            try:
                emblem = _emblem(bytes(given[-1].content))
            except UnfitError as error:
                said = unfit_sentence(error, language)
                remarks[EMBLEM] = [Placed(said, Level.REFUSED)]
        files, office = new_project(self._root, values, emblem)
        values["timezone"] = office.values()["timezone"]
        if not values["timezone"]:
            remarks["timezone"] = [Placed(self._renderer.say("setup_no_zone"), Level.REFUSED)]
        if remarks:
            return self._page(values, remarks, is_file_lost=bool(given))
        try:
            starter.write_project(self._root, files)
        except starter.OfficeRefusedError as error:
            found = remarks_of(office, error.problems, language)
            return self._page(values, found, is_file_lost=bool(given))
        except starter.FolderTakenError:
            return self._page(values, {}, stopped="setup_taken")
        except OSError as error:
            return self._page(values, {}, stopped=f"cannot_write_{cause(error)}")
        return self._with_packages(request.form.get(PACKAGES, ()))

    def _with_packages(self, names: Sequence[str]) -> Reply:
        """Takes the chosen packages into the new project, and leads to the first page."""
        action, wanted = None, [one.recipe.name for one in packages_at_hand(self._root)]
        for name in filter(names.__contains__, wanted):
            action = self._installed(name)
            if action is None:
                return see_done(MONTH, "ready_without")
        return see_done(MONTH, "ready_package" if action else "ready", action)

    def _installed(self, name: str) -> Action | None:
        """Copies a package into the project; None where that would make problems."""
        try:
            change = install(self._root, name, today=build_date(), is_new_office=True)
            if change.problems:
                return None
            return record(self._root, change.texts, ActionKind.PACKAGED)
        except (PackageError, OSError):  # the office is there; the package can come later
            return None

    def _page(
        self, values: Values, remarks: Remarks, *, stopped: str = "", is_file_lost: bool = False
    ) -> Reply:
        say = self._renderer.say
        if is_file_lost:
            again = Placed(say("setup_emblem_again"), Level.NOTE)
            remarks = {**remarks, EMBLEM: [*remarks.get(EMBLEM, ()), again]}
        refused = bool(remarks or stopped)
        return self._renderer.page(
            "setup.html",
            title=say("setup_title"),
            status=HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK,
            has_tabs=False,
            address=SETUP,
            folder=self._root,
            own=self._fields[: len(OWN_FIELDS)],
            channels=self._fields[len(OWN_FIELDS) :],
            packages=self._offered(),
            options={"timezone": [(zone, say(f"setup_zone_{ZONES[zone]}")) for zone in OFFERED]},
            values=values,
            remarks=remarks,
            stopped=say(stopped or "not_saved") if refused else "",
        )

    def _offered(self) -> dict[str, str]:
        """Says what each package brings, by its name."""
        language = self._renderer.language
        return {
            one.recipe.name: f"{one.recipe.title}: {counted(one.shared, language)}"
            for one in packages_at_hand(self._root)
        }


def _emblem(content: bytes) -> Upload:
    """Makes the office's emblem of a picture; ``UnfitError`` where it cannot be one."""
    upload = upload_of(content, EMBLEM_NAME, there={}, allowed=NOTHING_ALLOWED)
    if not upload.kind.is_picture:
        raise UnfitError("no_picture")
    return upload
