"""What only arranges something: a meeting, a visit, a place for interns, and when."""

import re

_MEETS = re.compile(
    r"\b(?:undangan|mengundang|kehadiran(?:nya)?|menghadiri)\b|"
    r"\bkapan\b[^.?!]{0,40}\b(?:datang|berkunjung|mampir)\b|"
    r"\b(?:saya|sy|kami|kita|boleh|bisa|izin|ijin|mau|ingin|jadi)\b.{0,60}"
    r"\b(?:datang|ke kantor|mampir|berkunjung|bertemu|ketemu|menghadap|wawancara)\b",
    re.I | re.S,
)
_VISITS = re.compile(
    r"\b(?:kunjungan (?:ke|siswa|kerja|industri|studi|belajar|mahasiswa)|pkl|prakerin|magang|"
    r"praktik kerja|izin (?:penelitian|meneliti|riset|observasi))\b",
    re.I,
)
_WANTS_TO_KNOW = re.compile(
    r"\b(?:apa|(?:ke|di)?mana|berapa|brp|bagaimana|gimana|kenapa|mengapa|syarat\w*|"
    r"prosedur\w*|cara(?:nya)?|data|angka|tabel|buka)\b",
    re.I,
)
# Whether there is a place: ``Apakah bulan Agustus masih ada kuota?``.
_IS_FREE = re.compile(r"\bapa(?:kah)?\b[^.?!]{0,30}\bada (?:kuota|tempat|slot)\b", re.I)
_WHEN = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|besok|lusa|(?:minggu|bulan) depan)\b|"
    r"\b(?:jam|pukul|tanggal|tgl)\.? ?\d|"
    r"\b\d{1,2} (?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)",
    re.I,
)


def arranges(question: str, answer: str) -> bool:
    """Whether a meeting, a visit or a place is asked for, nothing else, and it is said when."""
    question = _IS_FREE.sub(" ", question)
    is_visit = _VISITS.search(question) and not re.search(r"\bapakah\b", question, re.I)
    is_wanted = _MEETS.search(question) or is_visit
    is_all = is_wanted and not _WANTS_TO_KNOW.search(question)
    return bool(is_all and (_WHEN.search(answer) or _WHEN.search(question)))
