"""The kinds of files that have a form: where they lie, at which address, in which sections."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from caridulu.curation.exports.tables.column_memory import MEMORY
from caridulu.editor import addresses
from caridulu.editor.addresses import ENTRY_ADDRESS, PAGE_ADDRESS, SERVICE_ADDRESS
from caridulu.editor.fields.form_fields import (
    CATEGORIES,
    ENTRY,
    LEXICON,
    OFFICE,
    PAGE,
    REFERRALS,
    SERVICE,
    Field,
    form_fields,
)
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.project_files import OFFICE_FILE

SINGLE = {
    addresses.CATEGORIES: (CATEGORIES, "kb/categories.yml"),
    addresses.LEXICON: (LEXICON, "kb/lexicon.yml"),
    addresses.REFERRALS: (REFERRALS, "kb/referrals.yml"),
    addresses.OFFICE: (OFFICE, OFFICE_FILE),
}
OPTIONAL = (LEXICON, REFERRALS)  # files that begin with the first saved form
FOLDERS = {ENTRY: ENTRY_ADDRESS, SERVICE: SERVICE_ADDRESS, PAGE: PAGE_ADDRESS}
NAMED_BY = {ENTRY: "question", SERVICE: "name", PAGE: "title"}  # the field that tells one by
NEW = "baru"

# Entry fields by the section they stand in; what the model adds comes last by itself.
ENTRY_SECTIONS = {
    "content": ("question", "aliases", "more_aliases", "answer"),
    "checking": (
        "sources", "data_links", "compiled", "reviewed", "review_by",
        "data_period", "next_release", "open_question",
    ),
    "finding": ("category", "tags", "related", "answers"),
    "rest": (
        "publish_on", "hide_after", "not_for", "replaces", "provenance", "proposal",
        "internal_note",
    ),
}  # fmt: skip
ENTRY_SIDE = ("status",)


@dataclass(frozen=True)
class FormSection:
    """Fields under one heading; ``name`` is empty where one needs no heading."""

    name: str
    fields: tuple[Field, ...]


def find_file(snapshot: Snapshot, address: str) -> EditableFile | None:
    """Reads the file whose form is at an address, if the project has it; or begins a new one."""
    if address in SINGLE:
        kind, name = SINGLE[address]
        if kind in OPTIONAL and not (snapshot.root / name).exists():
            return EditableFile(kind, snapshot.root, snapshot.root / name)
        return EditableFile.read(kind, snapshot.root / name, root=snapshot.root)
    for kind, folder in FOLDERS.items():
        if address == folder + NEW:
            return EditableFile(kind, snapshot.root)
        for path in files_of(snapshot, kind):
            if address == folder + path.stem:
                return EditableFile.read(kind, path, root=snapshot.root)
    return None


def address_of(path: str) -> str:
    """Returns the address of the form for a file as problems name it; empty if it has none."""
    for address, (_, name) in SINGLE.items():
        if path == name:
            return address
    folder, _, name = path.rpartition("/")
    stem, _, suffix = name.rpartition(".")
    if suffix == "md":
        return PAGE_ADDRESS + stem
    if folder == "content/services":
        return SERVICE_ADDRESS + stem
    is_entry = path.startswith("kb/") and path.count("/") == 2 and suffix == "yml"
    return ENTRY_ADDRESS + stem if is_entry else ""


def kind_of(path: str) -> str:
    """Tells which form shows a file; empty if none does."""
    address = address_of(path)
    if address in SINGLE:
        return SINGLE[address][0]
    return next((kind for kind, folder in FOLDERS.items() if address.startswith(folder)), "")


def known_name(snapshot: Snapshot, path: str, say: Callable[[str], str]) -> str:
    """Names a file that has a form as people know it; empty if the project has no such file."""
    for kind, single in SINGLE.values():
        if path == single:
            return say(f"title_{kind}")
    if path == MEMORY.as_posix():
        return say("title_import")
    return snapshot.names.get(path, "")


def name_of(
    snapshot: Snapshot,
    path: str,
    say: Callable[[str], str],
    text: Callable[[], str | None] = lambda: None,
) -> str:
    """Names a file as people know it; one that is gone by its ``text``, or else by its stem."""
    if known := known_name(snapshot, path, say):
        return known
    kind, root, file = kind_of(path), snapshot.root, None
    if kind in NAMED_BY:
        file = EditableFile(kind, root, root / path, text())
    return file.values()[NAMED_BY[kind]] if file and file.tree else PurePosixPath(path).stem


def files_of(snapshot: Snapshot, kind: str) -> tuple[Path, ...]:
    """Lists the files of a kind of which there can be several."""
    layout = snapshot.layout
    return {ENTRY: layout.entries, SERVICE: layout.services, PAGE: layout.pages}[kind]


def sections(kind: str) -> tuple[FormSection, ...]:
    """Groups the fields of a form as it shows them."""
    fields = form_fields(kind)
    if kind != ENTRY:
        return (FormSection("", fields),)
    named = {field.name: field for field in fields}
    placed = {name for names in ENTRY_SECTIONS.values() for name in names} | set(ENTRY_SIDE)
    rest = tuple(field for field in fields if field.name not in placed)
    return tuple(
        FormSection(title, tuple(named[name] for name in names) + (rest if title == "rest" else ()))
        for title, names in ENTRY_SECTIONS.items()
    )
