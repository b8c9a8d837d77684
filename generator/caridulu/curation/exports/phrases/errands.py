"""What is no consultation: a meeting, a place for interns, a paper that is brought or signed."""

import re

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.subjects import names_something
from caridulu.curation.exports.phrases.words import has_figure, is_short
from caridulu.privacy.lists.month_names import LIKE_MONTH_NAME

_PEOPLE = (
    r"(?:kepala|ka|kasi|kasubb?ag|kabag|kabid|sekretaris|pimpinan|bapak|pak|ibu|bu|pegawai|petugas)"
)
_MEETS = re.compile(
    r"\b(?:undangan(?! (?:\w+ )?(?:sensus|survei|se2026))|mengundang|menghadiri|"
    r"kehadiran(?:nya)?)\b|"
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
    r"prosedur\w*|jadwal|cara(?:nya)?|data|angka|tabel|buka|melayani|publikasi|definisi|"
    r"beda(?:nya)?|perbedaan|arti(?:nya)?|(?:mohon|minta|butuh) penjelasan)\b",
    re.I,
)
_IS_ALLOWED = re.compile(
    r"\bapakah\b|\b(?:bisa|boleh|dapat)kah\b|"
    r"\b(?:boleh|bisa)(?: (?:ga|gak|tidak|kah?)| hari \w+)?\W*\?",
    re.I,
)
_WHEN = re.compile(
    r"\b(?<!tiap )(?:senin|selasa|rabu|kamis|jum'?at|sabtu|besok|lusa|(?:minggu|bulan) depan)\b|"
    rf"\b(?:jam|pukul|tanggal|tgl)\.? ?\d|\b(?:\d{{1,2}}|bulan|mulai) {LIKE_MONTH_NAME}",
    re.I,
)
# What holds for everybody who comes: ``kuota dua siswa, surat paling lambat sebulan sebelumnya``,
# ``kirim surat pengantar``, ``kami tidak melayani olah data``.
_RULES = re.compile(
    r"\b(?:syarat\w*|kuota\w*|se?tiap|paling (?:lambat|lama|sedikit)|ditujukan|minimal|maksimal|"
    r"(?:kirim|ajukan|lampirkan|sertakan|bawa)(?:kan)? (?:\w+ ){0,2}(?:surat|proposal|berkas|"
    r"formulir|cv)|(?:tidak|hanya) (?:me)?layani|tutup|senin (?:-|s\W?d|sampai))\b",
    re.I,
)
# The number of a person of the office, and a talk with one, or with anybody instead of a program.
_OF_PERSON = re.compile(
    r"^\W*(?:(?:mau|ingin|bisa|boleh|tolong|saya|sy|minta) )*(?:bicara|ngomong|berbicara|ngobrol|"
    r"chat|(?:di)?(?:hubung|sambung)kan)(?: (?:dengan|sama|dgn|ke))? "
    r"(?:petugas|operator|admin|cs|manusia|orang|agen)\W*$|"
    r"\b(?:nomor|nomer|no)\.? ?(?:telp\w*|tele?pon|hp|wa|whatsapp|kontak)(?:nya)? "
    rf"{_PEOPLE}\b|"
    r"\b(?:wawancara|audiensi|menghadap|(?:ber|ke)temu|sambungkan|disambungkan)"
    rf"(?: (?:dengan|sama|dgn|ke))? {_PEOPLE}\b",
    re.I,
)
# To whom or where a guest was sent: ``bertemu subbag umum``, ``rapat di aula``.
_SENT_IN = re.compile(
    r"^\W*(?:salah (?:kantor|alamat|tempat|instansi)|"
    r"(?:(?:(?:(?:ber|ke)temu|di ?temui|menghadap|di ?terima|diskusi|wawancara|rapat|di ?antar|"
    r"langsung|naik|masuk|di ?arahkan)\W+)+(?:(?:oleh|dengan|dgn|sama|langsung|ke|di)\W+)*|"
    rf"(?:ke|di) )(?:{_PEOPLE}|sub ?bag\w*|(?:bagian )?umum|tu|katim|ketua tim|fungsi|bendahara|"
    r"keuangan|ruang\w*|aula|lantai))\b",
    re.I,
)
# What the office did with a paper or a guest; where another office is named, it tells where to go.
_HANDLED = re.compile(
    r"^\W*(?:(?:surat|berkas|proposal|permohonan|rekomendasi|pengajuan|izin)(?:nya)? )?"
    r"(?:(?:(?:su?da?h|telah|akan|langsung) )*(?:di ?|kami )(?:terima|terus(?:kan)?|serahkan|"
    r"jadwalkan|agendakan|disposisi(?:kan)?|setujui|tolak|izinkan|catat|simpan|arsip(?:kan)?|"
    r"antar(?:kan)?|temui|tampung|terbitkan|tanda ?tangani|kembalikan|titip(?:kan)?)|disposisi)"
    r"\b(?!.* (?:dinas|badan|bps|kementerian|kantor)\b)",
    re.I,
)
_CARRY = (
    r"(?:(?:meng|nga)?h?antar|(?:me)?nyerah|serah|(?:me)?nitip|titip|(?:meng|ng)?ambil|pengambilan|"
    r"(?:me)?ngembali|kirim)"
)
_ASKED_FOR = r"(?:minta|mohon|permintaan|permohonan|undangan|mengajukan|pengajuan)"
_BRINGS = re.compile(
    r"^\W*(?:(?:mau|ingin|hendak|izin|untuk|boleh|bisa) )*(?:"
    # ``antar surat``, ``titip paket``
    rf"{_CARRY}(?:kan)? (?:\w+ )?"
    r"(?:surat|undangan|paket|berkas|dokumen|barang|kiriman|buku|proposal|kuesioner|honor|sertifikat|"
    r"piagam|tablet|laptop|rompi|seragam|galon|snack|souvenir|spj|kwitansi|kuitansi|lamaran|"
    r"(?:anak|siswa|mahasiswa|peserta) (?:magang|pkl))|"
    # ``mohon jadwal kunjungan kerja``, ``studi banding``
    rf"(?:{_ASKED_FOR} (?:(?:jadwal|waktu) )?)?(?:"
    r"(?:kunjungan|berkunjung) (?:kelas|kerja|belajar|sekolah|siswa|mahasiswa|lapangan|balasan|"
    r"ke (?:kantor|bps))|studi (?:banding|tiru)|silatur?rahmi|silaturahim|audiensi|bertamu)|"
    # ``minta tanda tangan SPPD``, ``stempel surat tugas``
    r"(?:minta |mohon )?(?:tanda ?tangan|ttd|stempel|cap|paraf|visum)(?: \w+)? (?:sppd|spd|spt|spj|"
    r"surat (?:tugas|jalan)|kontrak|honor|berita acara|kwitansi|kuitansi|absen)|"
    # What is sold: ``menawarkan toner & kertas``
    r"(?:\w+\W+){0,5}?(?:menawar(?:kan|i)|nawar(?:in|kan)|tawarkan)|"
    r"penawaran(?! (?:dan|tenaga|agregat|uang|umum|pekerja\w*|kerja(?! ?sama)|beras|pangan)\b)"
    r"(?= \w)|"
    # What only another office does: ``cetak KTP``, ``bayar pajak motor``
    r"(?:(?:men)?cetak|(?:meng|ng)?urus|pengurusan|(?:mem)?bikin|(?:mem)?buat|pembuatan|"
    r"(?:mem)?bayar|(?:mem)?perpanjang(?:an)?|(?:me)?legalisi[rs](?:asi)?|(?:meng|ng)?ganti|"
    r"(?:meng|ng)?ambil)(?:kan)? (?:(?:ulang|baru|kartu|surat) )?(?:e-?ktp|ktp|kk|keluarga|"
    r"kuning|akt[ae]|akte|kia|sim|stnk|paspor|bpjs|skck|npwp|sktm|pajak|pbb|taspen|ijazah|pindah|"
    r"domisili|buku nikah|listrik)|"
    # Who is only there: ``nyasar``, ``numpang wifi``, ``ketemu Pak Kepala``
    r"salah (?:kantor|alamat|tempat|instansi|sambung)|nyasar|kesasar|"
    r"numpang (?:wi-?fi|internet|toilet|(?:nge)?cas|charge|isi daya|print|parkir|duduk|"
    r"istirahat|sh?ol?at|salat)|undang(?:an)?(?= \w)|"
    rf"(?:(?:ber|ke)temu|koordinasi|janjian|menemui)(?: (?:dengan|dgn|sama))? {_PEOPLE})\b",
    re.I,
)
# When and where somebody comes, and how many: the only figures in what is said of an errand.
_APPOINTMENT = re.compile(
    r"\b(?:jam|pukul|pkl|tgl|tanggal|lantai|lt|ruang(?:an)?)\b\W*\d[\d.:/-]*|"
    r"\bse ?20\d\d\b|"  # the census of the economy, that a visit was told of
    r"\b\d+ (?:unit|buah|bh|lembar|lbr|rangkap|eks\w*|dus|paket|orang|org|menit|jam)\b|"
    rf"\b\d{{1,2}} {LIKE_MONTH_NAME}(?: \d{{4}})?\b",
    re.I,
)


def is_errand(question: str, answer: str) -> bool:
    """Tells whether something was only arranged or done, which nobody else wants to know."""
    return _is_arranged(question, answer) or _is_done(question, answer)


def _is_arranged(question: str, answer: str) -> bool:
    """Tells whether only a meeting, a visit or a place is asked for, and granted or dated."""
    if _WANTS_TO_KNOW.search(question):
        return False
    if _OF_PERSON.search(question):
        return True
    is_general = _IS_ALLOWED.search(question)
    if is_general and _RULES.search(answer):
        return False
    if not (_MEETS.search(question) or _VISITS.search(question)):
        return False
    return bool(_WHEN.search(question) or (_WHEN.search(answer) and not is_general))


def _is_done(question: str, answer: str) -> bool:
    """Tells whether somebody brought, fetched or visited, and the answer only confirms it."""
    if has_figure(_APPOINTMENT.sub("", answer)) or not is_short(answer):
        return False
    if _SENT_IN.match(answer) and not _WANTS_TO_KNOW.search(question):
        return True
    brings = _BRINGS.match(question)
    rest = question[brings.end() :] if brings else question  # ``antar surat, kapan rilis?`` asks
    is_asked_beside = asks(rest) and names_something(rest)
    return not is_asked_beside and (brings or _HANDLED.match(answer)) is not None
