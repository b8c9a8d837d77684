"""A line with names of files -> the same line with their words apart: ``CV_La_Ode_Amir.pdf``."""

import re
from collections.abc import Iterator

_FILE = re.compile(
    r"(?<![\w/.])[\w()&+'-]+(?:[ .][\w()&+'-]+){0,8}"
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|jpe?g|png|heic|zip|rar|mp4|opus)(?!\w)",
    re.I,
)
_BETWEEN = re.compile(r"[_+&-]|(?<=[a-z])\d+(?=[_. -])")
_PAPER = re.compile(
    r"\b(?:surat|ktp|kk|cv|skripsi|tesis|proposal|ijazah|foto|lamaran|transkrip|formulir|krs|"
    r"kuitansi|biodata|pas ?foto|tugas|laporan|undangan|permohonan|pengantar|izin|penelitian)\b",
    re.I,
)


def file_names_in(text: str) -> Iterator[tuple[int, str]]:
    """Yields where each file's name begins, and the name with spaces between its words."""
    for match in _FILE.finditer(text) if "." in text else ():
        suffix = match[0].rindex(".")
        words = _BETWEEN.sub(lambda found: " " * len(found[0]), match[0][:suffix])
        yield match.start(), words


def without_paper(words: str) -> str:
    """Puts spaces for the kinds of paper: ``CV`` before a name would be a company."""
    return _PAPER.sub(lambda found: " " * len(found[0]), words)


def owner_of(words: str) -> tuple[int, int] | None:
    """Finds the capitalised words behind the kind of paper, which may be whose it is."""
    papers = list(_PAPER.finditer(words))
    if not papers:
        return None
    rest = re.compile(r"\s*((?:[A-Z][a-z']+|[A-Z]{2,})(?: +(?:[A-Z][a-z']+|[A-Z]{2,})){0,4})\s*$")
    found = rest.match(words, papers[-1].end())
    return found.span(1) if found else None
