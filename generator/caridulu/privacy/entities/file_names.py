"""A line with names of files -> the same line with their words apart: ``CV_La_Ode_Amir.pdf``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import WordLists

_FILE = re.compile(
    r"(?<![\w/.])[\w()&+'-]{1,255}+(?:[ .][\w()&+'-]{1,255}+){0,8}"
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|jpe?g|png|heic|zip|rar|mp4|opus|vcf)(?!\w)",
    re.I,
)
_BETWEEN = re.compile(r"[_+&-]|(?<=[a-z])\d+(?=[_. -])")
_WORD = re.compile(r"[A-Za-z']+")
_WORDS = re.compile(r"[A-Za-z']+(?: [A-Za-z']+)*")
_PAPER = re.compile(
    r"\b(?:surat|ktp|ktm|kk|cv|sk|ttd|bukti|rekening|screenshot|img|(?:whatsapp )?image|bast|"
    r"berkas|kuesioner|sertifikat|kartu|skripsi|tesis|proposal|ijazah|foto|lamaran|transkrip|formulir|krs|"
    r"kuitansi|biodata|pas ?foto|tugas|laporan|undangan|permohonan|pengantar|izin|penelitian)\b",
    re.I,
)
CONTACT = ".vcf"


@dataclass(frozen=True)
class FileName:
    """A file's name in a line: where it begins, its words with spaces between, its ending."""

    start: int
    words: str
    ending: str


def file_names_in(text: str) -> Iterator[FileName]:
    """Finds the names of files in a line."""
    for match in _FILE.finditer(text) if "." in text else ():
        dot = match[0].rindex(".")
        words = _BETWEEN.sub(lambda found: " " * len(found[0]), match[0][:dot])
        yield FileName(match.start(), words, match[0][dot:].lower())


def without_paper(words: str) -> str:
    """Puts spaces for the kinds of paper: ``CV`` before a name would be a company."""
    return _PAPER.sub(lambda found: " " * len(found[0]), words)


def find_owners(file: FileName, lists: WordLists) -> Iterator[Entity]:
    """Finds whose papers a file has: usual names, or unknown words with capitals behind the paper.

    ``Surat izin Bonandir`` names its owner; all of a saved contact stands behind the paper.
    """
    is_contact = file.ending == CONTACT
    papers = [0] if is_contact else [paper.end() for paper in _PAPER.finditer(file.words)]
    for run in _WORDS.finditer(without_paper(file.words)) if papers else ():
        is_behind = not file.words[papers[-1] : run.start()].strip()
        groups = groupby(_WORD.finditer(run[0]), lambda word: lists.is_common(word[0].lower()))
        for words in [list(group) for is_common, group in groups if not is_common]:
            is_usual = all(lists.is_usual_name(word[0].lower()) for word in words)
            has_capitals = all(word[0].istitle() or word[0].isupper() for word in words)
            if is_usual or (has_capitals and is_behind):
                start, end = run.start() + words[0].start(), run.start() + words[-1].end()
                is_certain = is_usual or len(words) == len(run[0].split())
                yield Entity(Kind.NAME, file.words[start:end], start, end, is_certain)
