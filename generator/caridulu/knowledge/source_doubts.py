"""What makes a source hard to check for who reads what it supports."""

import datetime as dt
from enum import StrEnum
from urllib.parse import urlsplit

from caridulu.knowledge.model import Source

AGE_LIMIT = dt.timedelta(days=730)  # between reading a source and writing from it
OFFICIAL = (".go.id", ".desa.id")  # names that only public bodies of Indonesia are given
# Hosts where anybody puts copies of others' documents, by the end of their names.
SHARED_COPIES = (
    "scribd.com", "123dok.com", "pdfcoffee.com", "slideshare.net", "academia.edu", "issuu.com",
    "docplayer.info", "dokumen.tips", "coursehero.com", "studocu.com", "pdfslide.tips",
    "vdocuments.mx",
    "drive.google.com", "docs.google.com", "dropbox.com", "mega.nz", "mediafire.com",
)  # fmt: skip


class SourceDoubt(StrEnum):
    """Why a reader cannot check a statement at its source."""

    NO_ADDRESS = "no_address"
    HOME_PAGE = "home_page"
    SHARED_COPY = "shared_copy"
    NOT_DATED = "not_dated"
    READ_LONG_BEFORE = "read_long_before"


def host_of(address: str) -> str:
    """Returns the host of a web address in lower case, without ``www.`` and port."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def is_official(address: str) -> bool:
    """Tells whether a public body of Indonesia answers for the host."""
    return f".{host_of(address)}".endswith(OFFICIAL)


def is_home_page(address: str) -> bool:
    """Tells whether an address leads to a site's first page, where no sentence can be checked."""
    parts = urlsplit(address)
    return parts.path.strip("/") in ("", "index.html", "index.php", "id") and not (
        parts.query or parts.fragment
    )


def is_shared_copy(address: str) -> bool:
    """Tells whether an address leads to a copy that anybody may have put there."""
    return f".{host_of(address)}".endswith(tuple(f".{host}" for host in SHARED_COPIES))


def doubts(source: Source, written: dt.date | None) -> tuple[SourceDoubt, ...]:
    """Lists what makes a citation hard to check.

    ``written`` is the day on which the text that it supports was written or last looked through.
    """
    if source.url is None:
        return (SourceDoubt.NO_ADDRESS,)
    found = [SourceDoubt.HOME_PAGE] if is_home_page(source.url) else []
    found += [SourceDoubt.SHARED_COPY] if is_shared_copy(source.url) else []
    if source.accessed is None:
        found.append(SourceDoubt.NOT_DATED)
    elif written and source.accessed + AGE_LIMIT < written:
        found.append(SourceDoubt.READ_LONG_BEFORE)
    return tuple(found)
