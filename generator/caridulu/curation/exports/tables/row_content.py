"""Question and answer of a row -> why the row gives no consultation, if it gives none."""

import re

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.empty_texts import repeats, says_nothing
from caridulu.curation.exports.phrases.kinds import SHORT_ANSWER, Said, said
from caridulu.curation.exports.phrases.words import words_of
from caridulu.knowledge import Location, Problem, finding, notice

LONGEST_CELL = 30_000  # characters
# What the office did with a paper or a guest; where another office is named, it tells where to go.
_HANDLED = re.compile(
    r"^\W*(?:(?:(?:su?da?h|telah|akan|langsung) )*di ?(?:terima|terus(?:kan)?|serahkan|jadwalkan|"
    r"agendakan|disposisi(?:kan)?|catat|simpan|arsip(?:kan)?|antar(?:kan)?|temui|tampung|"
    r"tanda ?tangani|kembalikan|titip(?:kan)?)|disposisi)"
    r"\b(?!.* (?:dinas|badan|bps|kementerian|kantor)\b)",
    re.I,
)
_CARRY = r"(?:(?:meng)?h?antar|(?:me)?nyerah|serah|(?:me)?nitip|titip|(?:meng)?ambil|mengembali)"
_ASKED_FOR = r"(?:minta|mohon|permintaan|permohonan|undangan)"
_ERRAND = re.compile(
    rf"^\W*(?:(?:mau|ingin|hendak|izin|untuk) )*(?:{_CARRY}(?:kan)? (?:\w+ )?(?:surat|undangan|"
    r"paket|berkas|dokumen|barang|kiriman|buku|proposal|kuesioner|honor|sertifikat|piagam)|"
    rf"(?:{_ASKED_FOR} (?:(?:jadwal|waktu) )?)?(?:"
    r"(?:kunjungan|berkunjung) (?:kelas|kerja|belajar|sekolah|siswa|mahasiswa|lapangan|balasan|"
    r"ke (?:kantor|bps))|studi (?:banding|tiru)|silatur?rahmi|silaturahim|audiensi|bertamu)|"
    rf"{_ASKED_FOR} (?:(?:jadi|sebagai|menjadi) )?(?:narasumber|pembicara|pemateri|moderator|juri)|"
    r"(?:ser[vp]is|service|perbaikan|memperbaiki|pasang) (?:ac|printer|komputer|laptop|listrik|"
    r"jaringan|wi-?fi|genset|mobil|motor|cctv)|"
    r"(?:ber|ke)temu (?:dengan )?(?:kepala|ka|kasi|kasubb?ag|kabag|kabid|sekretaris|pimpinan|"
    r"bapak|pak|ibu|bu))\b",
    re.I,
)
# When and where somebody comes: the only figures in what is said of an errand.
_APPOINTMENT = re.compile(
    r"\b(?:jam|pukul|pkl|tgl|tanggal|lantai|lt|ruang(?:an)?)\b\W*\d[\d.:/-]*|"
    r"\b\d{1,2} (?:jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des)\w*(?: \d{4})?\b",
    re.I,
)


def unusable(question: str, answer: str, place: Location) -> Problem | None:
    """Says why a row is no consultation: empty, courtesy, an errand, or nothing said."""
    if not question or not answer:
        name = "jawaban" if question else "pertanyaan"
        return notice(place, "curation.row_without", name=name)
    is_courtesy = said(answer, officer=True) is Said.TALK and not asks(question)
    is_content = said(question, officer=False) is Said.CONTENT and not repeats(question)
    if is_courtesy or not is_content or _is_errand(question, answer):
        return notice(place, "curation.question_without_content", value=question)
    if says_nothing(answer):
        return notice(place, "curation.answer_without_content", value=answer)
    if len(question) + len(answer) > LONGEST_CELL:
        name = "jawaban" if len(answer) > len(question) else "pertanyaan"
        return finding(place, "curation.text_too_long", name=name, limit=LONGEST_CELL)
    return None


def _is_errand(question: str, answer: str) -> bool:
    """Whether somebody brought, fetched or visited, and the answer only says that it was done."""
    figures = any(map(str.isdigit, _APPOINTMENT.sub("", answer)))
    if figures or len(words_of(answer)) > SHORT_ANSWER:
        return False
    errand = _ERRAND.match(question)
    rest = question[errand.end() :] if errand else question  # ``antar surat, kapan rilis?`` asks
    return not asks(rest) and (errand or _HANDLED.match(answer)) is not None
