"""Titles of a document: which ask, which name a part that is none of the answers."""

import datetime as dt
import re

from caridulu.curation.exports.cell_dates import day_of, moment_of
from caridulu.curation.exports.documents.sections import bare_title
from caridulu.privacy.lists.spoken_words import QUESTION_WORDS

_ASKING = re.compile(
    rf"(?:apa(?:kah)?|{QUESTION_WORDS}|bisakah|dapatkah|bolehkah|haruskah|perlukah|adakah|"
    r"benarkah|can|do|does|is|are)\b",
    re.I,
)
_NOT_ANSWERS = re.compile(
    r"(?:kata pengantar|pengantar|prakata|sambutan|pendahuluan|penutup|daftar (?:isi|pustaka|tabel|"
    r"gambar)|menimbang|mengingat|memperhatikan|tembusan|tentang (?:dokumen|laman) ini|"
    r"baca juga|lihat juga|(?:artikel|berita|tautan|informasi) (?:terkait|terbaru|lainnya)|"
    r"(?:bps|badan pusat statistik) (?:kabupaten|kota|provinsi)(?= [^?]{3,40}$)|"
    r"menu|beranda|cari|navigasi|bagikan|komentar|narahubung|"
    r"(?:be?lu?m|ti?da?k) menemukan (?:jawaban|yang)|(?:masih )?(?:punya|ada|butuh) "
    r"(?:pertanyaan lain|(?:pertanyaan|bantuan)(?=\W*$))|"
    r"(?:(?:informasi )?kontak(?: kami| kantor)?|hubungi kami|alamat kantor)(?=\W*$)|"
    r"table of contents|contents|foreword|related)\b",
    re.I,
)
_WHOLE = re.compile(
    r"daftar (?:isi|pertanyaan)|"
    r"(?:laporan|rekap\w*|catatan) (?:hasil )?(?:konsultasi|layanan|pelayanan|permintaan)\b|"
    r"(?:daftar |kumpulan )?(?:faqs?\b|f\.a\.q|tanya[- /&]*(?:dan )?jawab|"
    r"pertanyaan(?: dan jawaban)?(?: yang)?(?: paling)?(?: sering| umum| kerap)|"
    r"frequently asked|"
    r"pertanyaan dan jawaban|(?:salinan )?(?:surat )?keputusan\b|peraturan\b|lampiran\b|memutuskan|"
    r"menetapkan|questions? and answers?|q ?& ?a\b)",
    re.I,
)
_REFERENCE = re.compile(
    r"^\W*(?:baca|lihat|simak) (?:juga|pula)\b|^\W*(?:see also|read more)\b", re.I
)
# Below each answer of a page that phpMyFAQ writes.
_WRITTEN_BY = re.compile(
    r"^(?:author|penulis|pengarang|autor|verfasser) ?: ?\S+@\S+$|"
    r"^(?:last update|update terakhir|perubahan terakhir|terakhir diperbarui)\b[^:]{0,30}: ?\d{4}-",
    re.I,
)
_SIGNED = re.compile(
    r"^\W*(?:disusun oleh|disetujui|disahkan|ditetapkan di|dikeluarkan (?:di|oleh)|mengetahui\b|"
    r"[^\W\d]{3,20}(?: [^\W\d]{3,20})?, \d{1,2} [^\W\d]{3,9} 20\d\d\b|"
    r"tertanda|ttd\b|a\.n\.|pada tanggal|diperbarui (?:pada )?(?:tanggal|terakhir)|"
    r"(?:terakhir )?(?:diperbarui|diubah|dimutakhirkan)\s*:|hak cipta|copyright|\u00a9)|"
    r"\bNIP\b\W*\d{8}",
    re.I,
)
# Who asked, above or below a question of a recap: ``Konsumen: mahasiswa, lewat WhatsApp``.
_ASKER = re.compile(
    r"^\W*(?:\d{1,3}[.)]\s*)?(?:konsumen|pemohon|pelapor|responden|penanya|tamu|pengunjung|pengguna|"
    r"nama (?:konsumen|pemohon|penanya|tamu|pengunjung))\s*:",
    re.I,
)
_REMARK = re.compile(r"\?\W{0,3}\([^()]{1,80}\)$")  # Berapa tarifnya? (mahasiswa)
_LABEL = re.compile(  # ``a.`` is an item of a list
    r"^(?:\\?\s)*(\*{0,2})(?:(?:jawab(?:an)?|petugas|answer)\s*[:.]|[ja]\s*:|(?-i:[JA])\.)(\*{0,2})\s+(?=\S)",
    re.I,
)
LONGEST_DAY = 40  # characters of a title that is a day
MINIMUM_WORDS = 3  # of a title that asks without a question mark


def is_question(title: str) -> bool:
    """Tells whether a title ends with a question mark or begins with a question word."""
    words = _REMARK.sub("?", bare_title(" ".join(title.split())))
    if words.rstrip("\"'\u201d\u2019)* ").endswith("?"):
        return len(words) > 3
    return (
        _ASKING.match(words) is not None
        and len(words.split()) >= MINIMUM_WORDS
        and (words[-1:] not in ".:;")
    )


def is_no_answer(title: str) -> bool:
    """Tells whether a title names who asked, a foreword, contents or links."""
    words = bare_title(title)
    return names_asker(title) or _NOT_ANSWERS.match(words) is not None


def names_whole(title: str) -> bool:
    """Tells whether a title names the list of questions itself, and so no category in it."""
    return _WHOLE.match(bare_title(title)) is not None


def is_reference_line(text: str, links: int) -> bool:
    """Tells whether a line only links to other pages of the site, or names its author."""
    words = " ".join(text.split())
    is_reference = links > 0 and _REFERENCE.match(words) is not None
    return is_reference or _WRITTEN_BY.match(words) is not None


def names_asker(text: str) -> bool:
    """Tells whether a line of a recap names who asked, and is no question by them."""
    return _ASKER.match(text) is not None and not is_question(text)


def day_named(title: str) -> dt.date | None:
    """Returns the day that a title is, in a recap: ``Senin, 1 Juni 2026``."""
    day = bare_title(title)
    moment = moment_of(day) if len(day) <= LONGEST_DAY else None
    return day_of(moment) if moment else None


def closes_document(text: str) -> bool:
    """Tells whether a piece of text closes a document: who made or signed it, and when."""
    return _SIGNED.search(text) is not None


def is_answer(text: str) -> bool:
    """Tells whether a piece of text is called an answer: ``Jawab: Setiap hari.``."""
    return _LABEL.match(text) is not None


def without_label(markdown: str) -> str:
    """Takes ``Jawab:`` off an answer, and a line break before its first word."""
    rest = re.sub(r"^(?:\\\n|\s)+", "", markdown)
    found = _LABEL.match(rest)
    return rest[found.end() :] if found and found[1] == found[2] else rest
