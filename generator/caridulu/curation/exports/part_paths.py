"""Where in an export something stands: its file, and the sheet or message within it.

``Buku tamu.xlsx#Maret:5:1`` is row 5 of the sheet "Maret", as spreadsheets write it.
"""

import re

_WITHIN = re.compile(r"(?P<file>.+?\.(?:xls[xbm]?|ods|mbox|zip))#(?P<part>.+)", re.I | re.S)


def within(name: str, part: str) -> str:
    """Writes the path of a part of a file: a sheet, a message, a file of an archive."""
    return f"{name}#{part}"


def split_path(path: str) -> tuple[str, str]:
    """Splits a path into the name of the file and of the part in it, which may be empty."""
    found = _WITHIN.fullmatch(path)
    return (found["file"], found["part"]) if found else (path, "")
