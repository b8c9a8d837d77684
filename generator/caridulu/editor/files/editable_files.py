"""What can be edited: one form for each kind of file, and how its fields are grouped."""

from dataclasses import dataclass
from pathlib import Path

from caridulu.editor.forms.fields import PAGE, Field, form_fields
from caridulu.editor.workspace import Snapshot

ENTRY, CATEGORIES, LEXICON = "entry", "categories", "lexicon"
OFFICE, SERVICE = "office", "service"
SINGLE = {
    "kategori": (CATEGORIES, "kb/categories.yml"),
    "leksikon": (LEXICON, "kb/lexicon.yml"),
    "kantor": (OFFICE, "content/office.yml"),
}
ENTRY_ADDRESS, SERVICE_ADDRESS, PAGE_ADDRESS = "/entri/", "/layanan/", "/halaman/"
FOLDERS = {ENTRY: ENTRY_ADDRESS, SERVICE: SERVICE_ADDRESS, PAGE: PAGE_ADDRESS}
NAMED_BY = {ENTRY: "question", SERVICE: "name", PAGE: "title"}  # the field that tells one by
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
        return FOLDERS.get(self.kind, "")

    @property
    def fields(self) -> tuple[Field, ...]:
        return form_fields(self.kind)


@dataclass(frozen=True)
class Section:
    """Fields under one heading; ``name`` is empty where one needs no heading."""

    name: str
    fields: tuple[Field, ...]


def new_sheet(kind: str) -> Sheet:
    """The sheet of a file that is not written yet."""
    return Sheet(kind, "", None, FOLDERS[kind] + NEW)


def find_sheet(snapshot: Snapshot, address: str) -> Sheet | None:
    """The sheet at an address of the editor, if the project has its file."""
    kind = next((kind for kind, folder in FOLDERS.items() if address.startswith(folder)), "")
    if kind:
        name = address.removeprefix(FOLDERS[kind])
        if name == NEW:
            return new_sheet(kind)
        path = next((path for path in files_of(snapshot, kind) if path.stem == name), None)
        return Sheet(kind, name, path, address) if path else None
    kind, place = SINGLE.get(address.removeprefix("/"), ("", ""))
    return Sheet(kind, kind, snapshot.root / place, address) if kind else None


def address_of(path: str) -> str:
    """The address of the form for a file as problems name it; empty if it has none."""
    name, _, suffix = path.rpartition("/")[2].rpartition(".")
    single = next((word for word, (_, place) in SINGLE.items() if place == path), "")
    if single:
        return f"/{single}"
    if suffix == "md":
        return PAGE_ADDRESS + name
    if path.startswith("content/services/"):
        return SERVICE_ADDRESS + name
    is_entry = path.startswith("kb/") and path.count("/") == 2 and suffix == "yml"
    return ENTRY_ADDRESS + name if is_entry else ""


def files_of(snapshot: Snapshot, kind: str) -> tuple[Path, ...]:
    """The files of a kind of which there can be several."""
    layout = snapshot.layout
    return {ENTRY: layout.entries, SERVICE: layout.services, PAGE: layout.pages}[kind]


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
