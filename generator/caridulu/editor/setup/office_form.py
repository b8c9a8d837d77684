"""The form of a new office -> its project's files, or remarks at the fields."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from caridulu.editor.attachments.upload import Upload
from caridulu.editor.fields.completion import completed
from caridulu.editor.fields.form_fields import OFFICE, Field, Widget, form_fields, office_row_fields
from caridulu.editor.fields.form_values import Values, blank
from caridulu.editor.fields.remarks import Level, Placed, Remark, in_plain_words
from caridulu.editor.files.editable_file import EditableFile
from caridulu.knowledge import Problem
from caridulu.knowledge.attachments import FOLDER
from caridulu.knowledge.model import ChannelKind, Purpose
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.knowledge.rules.office.office_file import ZONES
from caridulu.messages import Language, message
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


def missing_remarks(given: Values, language: Language) -> dict[str, list[Placed]]:
    """Says what has to be filled in before there can be a project."""
    said = Placed(message("editor.required", language), Level.REFUSED)
    return {name: [said] for name in NEEDED if not given[name]}


def new_project(
    root: Path, given: Values, emblem: Upload | None
) -> tuple[Mapping[str, str | bytes], EditableFile]:
    """Makes the files of a project of what was given, and the office's; they may still be wrong."""
    name, short, region = (str(given[key]) or None for key in OWN_FIELDS[:3])
    texts = project_texts(NewOffice(name, short, region))
    file = EditableFile(OFFICE, root, root / OFFICE_FILE, texts[OFFICE_FILE])
    values = completed(OFFICE, file.fields, _office_values(file.values(), given, emblem))
    office = file.with_values(values, path=root / OFFICE_FILE)
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
    zone, visit, identity = str(given["timezone"]), begun["channels"], begun["identity"]
    assert isinstance(visit, list)
    assert isinstance(identity, dict)
    if emblem:
        alt = message("editor.setup_emblem_alt", name=given["name"])
        identity = identity | {EMBLEM: {"file": emblem.name, "alt": alt}}
    return begun | {
        "street_address": given["street_address"],
        "timezone": zone,
        "timezone_label": ZONES.get(zone, ""),
        "channels": [*channels, *visit],
        "identity": identity,
    }


def remarks_of(
    office: EditableFile, problems: Iterable[Problem], language: Language
) -> dict[str, list[Placed]]:
    """Puts what is wrong with the office's file at the fields that were asked."""
    values = office.values()["channels"]
    kinds = [str(row["kind"]) for row in values if isinstance(row, dict)]
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
