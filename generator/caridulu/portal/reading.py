"""Reads an office's part of the index from its published site."""

from pathlib import Path

from caridulu.packages.copies import PackageError, fetched
from caridulu.portal.kept_parts import KeptParts
from caridulu.portal.listing import ListedOffice
from caridulu.search.publish import office_part
from caridulu.site.urls import INDEX

LARGEST = 50_000_000  # bytes of a part
LARGEST_POINTER = 1_000


def read_office(
    office: ListedOffice, *, root: Path, kept: KeptParts | None = None
) -> office_part.OfficePart:
    """Reads an office's part, and keeps one that is fetched; ``PartError`` says what is wrong."""
    base = office.address if office.from_ is None else str(root / office.from_)
    pointer = office_part.read_pointer(_text(base, office_part.POINTER, LARGEST_POINTER))
    keeps = kept if office.from_ is None else None
    before = keeps.get(pointer.sha256) if keeps else None
    text = before or _text(base, office_part.part_path(pointer), LARGEST)
    part = office_part.read_part(text, pointer)
    if keeps and not before:
        keeps.put(pointer.sha256, text)
    return part


def _text(base: str, name: str, most: int) -> str:
    """Reads a file below the index's folder of the site at ``base``."""
    try:
        if base.startswith(("https://", "http://")):
            content = fetched(f"{base.rstrip('/')}/{INDEX}{name}", most=most)
        else:
            with (Path(base) / INDEX / name).open("rb") as file:
                content = file.read(most + 1)
        if len(content) > most:
            raise office_part.PartError("too_large")
        return content.decode("utf-8")
    except PackageError as error:
        raise office_part.PartError(error.key) from error
    except OSError as error:
        raise office_part.PartError("missing") from error
    except UnicodeDecodeError as error:
        raise office_part.PartError("damaged") from error
