"""A line with names of files -> the same line with their words apart: ``CV_La_Ode_Amir.pdf``."""

import re
from collections.abc import Iterator
from itertools import groupby

from caridulu.privacy.lists.word_lists import WordLists

_FILE = re.compile(
    r"(?<![\w/.])[\w()&+'-]+(?:[ .][\w()&+'-]+){0,8}"
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|jpe?g|png|heic|zip|rar|mp4|opus)(?!\w)",
    re.I,
)
_BETWEEN = re.compile(r"[_+&-]|(?<=[a-z])\d+(?=[_. -])")
_WORD = re.compile(r"[A-Za-z']+")
_WORDS = re.compile(r"[A-Za-z']+(?: [A-Za-z']+)*")
_PAPER = re.compile(
    r"\b(?:surat|ktp|ktm|kk|cv|sk|ttd|bukti|rekening|screenshot|img|bast|berkas|kuesioner|"
    r"sertifikat|kartu|skripsi|tesis|proposal|ijazah|foto|lamaran|transkrip|formulir|krs|"
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


def owners_of(words: str, lists: WordLists) -> Iterator[tuple[int, int, bool]]:
    """Finds whose papers a file has: usual names, or unknown words with capitals behind the paper.

    Yields where an owner begins and ends, and whether that is certain.
    """
    papers = list(_PAPER.finditer(words))
    for run in _WORDS.finditer(without_paper(words)) if papers else ():
        behind = not words[papers[-1].end() : run.start()].strip()
        parts = groupby(_WORD.finditer(run[0]), lambda word: not lists.is_common(word[0].lower()))
        for unknown, group in parts:
            named = list(group)
            usual = all(lists.is_usual_name(word[0].lower()) for word in named)
            capital = all(word[0].istitle() or word[0].isupper() for word in named)
            if unknown and (usual or (capital and behind)):
                alone = len(named) == len(run[0].split())
                begin, end = run.start() + named[0].start(), run.start() + named[-1].end()
                yield begin, end, usual or alone
