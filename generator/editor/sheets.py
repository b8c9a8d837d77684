"""What can be edited: one form for each kind of file, and how its fields are grouped."""

from dataclasses import dataclass
from pathlib import Path

from generator.editor.fields import Field, form_fields
from generator.editor.places import entry_file, service_file
from generator.editor.workspace import Snapshot

ENTRY, CATEGORIES, LEXICON = "entry", "categories", "lexicon"
OFFICE, SERVICE = "office", "service"
SINGLE = {
    "kategori": (CATEGORIES, "kb/categories.yml"),
    "leksikon": (LEXICON, "kb/lexicon.yml"),
    "kantor": (OFFICE, "content/office.yml"),
}
ENTRY_ADDRESS = "/entri/"
SERVICE_ADDRESS = "/layanan/"
NEW = "baru"

# Entry fields by the section they stand in; what the model adds comes last by itself.
ENTRY_SECTIONS = {
    "content": ("question", "aliases", "answer"),
    "checking": ("sources", "reviewed", "review_by", "data_period", "next_release"),
    "finding": ("category", "tags", "related"),
    "rest": ("not_for", "replaces", "provenance", "proposal", "internal_note"),
}
ENTRY_SIDE = ("status",)


@dataclass(frozen=True)
class Sheet:
    """A file behind a form; ``path`` is None for one that is not written yet."""

    kind: str
    id: str
    path: Path | None
    address: str

    @property
    def is_new(self) -> bool:
        return self.path is None

    @property
    def folder(self) -> str:
        """The address under which sheets of this kind lie; empty for a file of its own."""
        return {ENTRY: ENTRY_ADDRESS, SERVICE: SERVICE_ADDRESS}.get(self.kind, "")

    @property
    def fields(self) -> tuple[Field, ...]:
        return form_fields(self.kind)


@dataclass(frozen=True)
class Section:
    """Fields under one heading; ``name`` is empty where one needs no heading."""

    name: str
    fields: tuple[Field, ...]


def new_sheet(kind: str) -> Sheet:
    """The sheet of an entry or a service standard that is not written yet."""
    folder = ENTRY_ADDRESS if kind == ENTRY else SERVICE_ADDRESS
    return Sheet(kind, "", None, folder + NEW)


def find_sheet(snapshot: Snapshot, address: str) -> Sheet | None:
    """The sheet at an address of the editor, if the project has its file."""
    if address in (ENTRY_ADDRESS + NEW, SERVICE_ADDRESS + NEW):
        return new_sheet(ENTRY if address.startswith(ENTRY_ADDRESS) else SERVICE)
    if address.startswith(ENTRY_ADDRESS):
        name = address.removeprefix(ENTRY_ADDRESS)
        path = entry_file(snapshot.layout, name)
        return Sheet(ENTRY, name, path, address) if path else None
    if address.startswith(SERVICE_ADDRESS):
        name = address.removeprefix(SERVICE_ADDRESS)
        path = service_file(snapshot.layout, name)
        return Sheet(SERVICE, name, path, address) if path else None
    kind, place = SINGLE.get(address.removeprefix("/"), ("", ""))
    return Sheet(kind, kind, snapshot.root / place, address) if kind else None


def sections(sheet: Sheet) -> tuple[Section, ...]:
    """The sheet's fields as the form shows them."""
    if sheet.kind != ENTRY:
        return (Section("", sheet.fields),)
    named = {field.name: field for field in sheet.fields}
    told = {name for names in ENTRY_SECTIONS.values() for name in names} | set(ENTRY_SIDE)
    rest = tuple(field for field in sheet.fields if field.name not in told)
    return tuple(
        Section(title, tuple(named[name] for name in names) + (rest if title == "rest" else ()))
        for title, names in ENTRY_SECTIONS.items()
    )
