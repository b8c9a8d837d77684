"""What is no consultation: a meeting, a place for interns, a paper that is brought or signed."""

import re

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.message_kinds import SHORT_ANSWER
from caridulu.curation.exports.phrases.subjects import names_something
from caridulu.curation.exports.phrases.words import words_of

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
# Whether there is a place: ``Apakah bulan Agustus masih ada kuota?``.
_IS_FREE = re.compile(r"\bapa(?:kah)?\b[^.?!]{0,30}\bada (?:kuota|tempat|slot)\b", re.I)
_IS_ALLOWED = re.compile(
    r"\bapakah\b|\b(?:bisa|boleh|dapat)kah\b|"
    r"\b(?:boleh|bisa)(?: (?:ga|gak|tidak|kah?)| hari \w+)?\W*\?",
    re.I,
)
_MONTHS = r"(?:jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des)"
_WHEN = re.compile(
    r"\b(?<!tiap )(?:senin|selasa|rabu|kamis|jum'?at|sabtu|besok|lusa|(?:minggu|bulan) depan)\b|"
    rf"\b(?:jam|pukul|tanggal|tgl)\.? ?\d|\b(?:\d{{1,2}}|bulan|mulai) {_MONTHS}",
    re.I,
)
# What somebody applies for in a letter, and how it is granted or refused.
_APPLIES = re.compile(
    r"\b(?:(?:me)?mohon|permohonan|mengajukan|ajukan|kesediaan|(?:me)?minta|izin|ijin)\b"
    r"[^.?!]{0,90}\b(?:narasumber|pembicara|pemateri|juri|moderator|magang|pkl|prakerin|"
    r"praktik kerja|kkn|sosialisasi|rekomendasi (?:\w+ ){0,2}(?:statistik|survei)|"
    r"survei\b.{0,40}\brekomendasi|audiensi|kunjungan|"
    r"(?:(?:me|pe)min|pin)jam(?:an|kan)? (?:aula|ruang\w*|proyektor|kursi|tenda|kendaraan|mobil)|"
    r"(?:meng)?isi (?:survei|kuesioner|angket))\b",
    re.I | re.S,
)
_GRANTED = re.compile(
    r"\b(?:(?:di|me(?:ng)?)?(?:setujui|izinkan)|menyetujui|bersedia|menugaskan|tugaskan|"
    r"siap (?:hadir|datang|memenuhi)|dijadwalkan|"
    r"(?:sudah|telah)(?: kami)? (?:di)?terbit\w*|surat (?:balasan|tugas)|"
    r"(?:kami|dapat|bisa) (?:kami )?(?:menerima|diterima|terima)|lapor(?:kan)? (?:diri )?ke|"
    r"(?:untuk|hanya) \d+ (?:siswa|mahasiswa|orang)|terpakai|"
    r"(?:dapat|bisa|boleh|silakan) di(?:pakai|gunakan|pinjam)|sudah (?:kami |saya )?(?:di)?isi)\b",
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
    rf"(?: (?:dengan|sama|dgn|ke))? {_PEOPLE}\b|"
    # ``Pak Kepala ada?``
    r"^\W*(?:apakah )?(?:(?:pak|bu|bpk|bapak|ibu) (?:kepala|kasi|kasubb?ag|(?-i:[A-Z])\w+)|"
    r"kasubb?ag|kepala (?:bps|kantor)) (?:ada|di ?tempat|di kantor|masuk|ngantor)"
    r"(?: (?:ga|gak|tidak|ndak|nggak|kah|hari ini|pak|bu))*\W*$",
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
_ASKS_WHERE = re.compile(
    r"\?|\b(?:mana|siapa|bagaimana|gimana|apa(?:kah)?|kapan|jadwal|lokasi|letak|alamat|ruang\w*)\b",
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
    rf"^\W*(?:(?:mau|ingin|hendak|izin|untuk|boleh|bisa) )*(?:{_CARRY}(?:kan)? (?:\w+ )?"
    r"(?:surat|undangan|paket|berkas|dokumen|barang|kiriman|buku|proposal|kuesioner|honor|sertifikat|"
    r"piagam|tablet|laptop|rompi|seragam|galon|snack|souvenir|spj|kwitansi|kuitansi|lamaran|"
    r"(?:anak|siswa|mahasiswa|peserta) (?:magang|pkl))|"
    rf"(?:{_ASKED_FOR} (?:(?:jadwal|waktu) )?)?(?:"
    r"(?:kunjungan|berkunjung) (?:kelas|kerja|belajar|sekolah|siswa|mahasiswa|lapangan|balasan|"
    r"ke (?:kantor|bps))|studi (?:banding|tiru)|silatur?rahmi|silaturahim|audiensi|bertamu)|"
    rf"{_ASKED_FOR} (?:(?:jadi|sebagai|menjadi) )?(?:narasumber|pembicara|pemateri|moderator|juri)|"
    r"(?:ser[vp]is|service|perbaikan|memperbaiki|pasang|cek|periksa|ganti) (?:ac|printer|komputer|"
    r"laptop|listrik|jaringan|wi-?fi|genset|mobil|motor|cctv|meteran|apar|lampu)|"
    # ``minta tanda tangan SPPD``, ``stempel surat tugas``
    r"(?:minta |mohon )?(?:tanda ?tangan|ttd|stempel|cap|paraf|visum)(?: \w+)? (?:sppd|spd|spt|spj|"
    r"surat (?:tugas|jalan)|kontrak|honor|berita acara|kwitansi|kuitansi|absen)|"
    # What is sold or collected: ``menawarkan toner & kertas``, ``minta sponsor turnamen``
    r"(?:\w+\W+){0,5}?(?:menawar(?:kan|i)|nawar(?:in|kan)|tawarkan)|"
    r"(?:(?:sales|marketing)(?! (?:mobil|motor|per|di)\b)|jualan|(?:men)?jual(?! (?:beli|data)\b)|"
    r"(?:mem)?promosi(?:kan)?(?! (?:kesehatan|wisata|daerah))|demo (?:produk|alat|barang)|"
    r"penawaran(?! (?:dan|tenaga|agregat|uang|umum|pekerja\w*|kerja(?! ?sama)|beras|pangan)\b)"
    r"(?= \w))|"
    r"(?:minta|mohon|permohonan|permintaan|cari) (?:(?:sumbangan|(?:bantuan )?dana) (?:untuk|"
    r"utk|buat|masjid|panti|acara|kegiatan|lomba|turnamen)|sponsor\w*|donasi|infak)|(?:me)?nagih|"
    r"penagihan|tagihan(?! (?:listrik|air|pajak|pbb))|"
    # How far their own papers are: ``surat kami sudah sampai mana``
    r"(?:status )?(?:surat|permohonan|pengajuan|berkas|proposal)(?: \w+){0,3} (?:saya|sy|kami)\b"
    r"[^?]{0,40}\b(?:sampai (?:di ?)?mana|di ?proses|(?:su?da?h|udah) (?:jadi|selesai|ada|keluar))|"
    # What only another office does: ``cetak KTP``, ``bayar pajak motor``
    r"(?:(?:men)?cetak|(?:meng|ng)?urus|pengurusan|(?:mem)?bikin|(?:mem)?buat|pembuatan|"
    r"(?:mem)?bayar|(?:mem)?perpanjang(?:an)?|(?:me)?legalisi[rs](?:asi)?|(?:meng|ng)?ganti|"
    r"(?:meng|ng)?ambil)(?:kan)? (?:(?:ulang|baru|kartu|surat) )?(?:e-?ktp|ktp|kk|keluarga|"
    r"kuning|akt[ae]|akte|kia|sim|stnk|paspor|bpjs|skck|npwp|sktm|pajak|pbb|taspen|ijazah|pindah|"
    r"domisili|buku nikah|listrik)|"
    # Who is at the wrong place, or looks for somebody: ``cari Pak Joko``
    r"salah (?:kantor|alamat|tempat|instansi|sambung)|nyasar|kesasar|"
    r"(?:me)?(?:n?cari|n?unggu) (?:pak|bu|bapak|ibu|mas|mbak|kak|bang) (?-i:[A-Z])\w*|"
    r"(?:mem)?baca(?:-baca)? (?:buku|koran|majalah)|"
    r"numpang (?:wi-?fi|internet|toilet|(?:nge)?cas|charge|isi daya|print|parkir|duduk|"
    r"istirahat|sh?ol?at|salat)|pinjam (?:kursi|meja|proyektor|ruang\w*|aula|laptop|"
    r"komputer|pc|printer|kabel|tenda|kendaraan|mobil|alat \w+)|(?:rapat|absen|apel|senam)(?= \w)|"
    rf"undang(?:an)?(?= \w)|{_ASKED_FOR} wawancara|konfirmasi (?:ke)?hadir(?:an)?|"
    rf"(?:(?:ber|ke)temu|koordinasi|janjian|menemui)(?: (?:dengan|dgn|sama))? {_PEOPLE})\b",
    re.I,
)
# What the office repairs for itself: ``Printer di meja PST macet``.
_BROKEN = re.compile(
    r"^\W*(?:printer|komputer|pc|laptop|wi-?fi|scanner|proyektor|genset|ac|lampu)\b[^?]{0,60}"
    r"\b(?:macet|rusak|mati|error|jam|bocor|lemot|gangguan|(?:ti?da?k|gak?) (?:bisa|menyala))\b",
    re.I,
)
# ``Minta jadwal konsultasi minggu depan``
_ASKS_FOR_TIME = re.compile(
    r"^\W*(?:minta|mohon|mau|ingin) (?:jadwal|waktu) (?:untuk )?"
    r"(?:konsultasi|(?:ber|ke)temu|pertemuan|zoom|diskusi|pendampingan|pembinaan|asistensi)\b|"
    # ``jadwal zoomnya jadi Rabu ya``
    r"^\W*(?:jadwal )?(?:zoom|rapat|pertemuan|konsultasi|meeting)(?:nya)? "
    r"(?:jadi|tetap|diundur|digeser)\b",
    re.I,
)
# When and where somebody comes, and how many: the only figures in what is said of an errand.
_APPOINTMENT = re.compile(
    r"\b(?:jam|pukul|pkl|tgl|tanggal|lantai|lt|ruang(?:an)?)\b\W*\d[\d.:/-]*|"
    r"\bse ?20\d\d\b|"  # the census of the economy, that a visit was told of
    r"\b\d+ (?:unit|buah|bh|lembar|lbr|rangkap|eks\w*|dus|paket|orang|org|menit|jam)\b|"
    rf"\b\d{{1,2}} {_MONTHS}\w*(?: \d{{4}})?\b",
    re.I,
)


def is_errand(question: str, answer: str) -> bool:
    """Tells whether something was only arranged or done, which nobody else wants to know."""
    return _is_arranged(question, answer) or _is_done(question, answer)


def _is_arranged(question: str, answer: str) -> bool:
    """Tells whether only a meeting, a visit or a place is asked for, and granted or dated."""
    question = _IS_FREE.sub(" ", question)
    if _ASKS_FOR_TIME.match(question) and (_GRANTED.search(answer) or _WHEN.search(answer)):
        return True
    if _WANTS_TO_KNOW.search(question):
        return False
    if _OF_PERSON.search(question):
        return True
    is_general = _IS_ALLOWED.search(question)
    if is_general and _RULES.search(answer):
        return False
    if _APPLIES.search(question) and _GRANTED.search(answer):
        return True
    if not (_MEETS.search(question) or _VISITS.search(question)):
        return False
    return bool(_WHEN.search(question) or (_WHEN.search(answer) and not is_general))


def _is_done(question: str, answer: str) -> bool:
    """Tells whether somebody brought, fetched or visited, and the answer only confirms it."""
    figures = any(map(str.isdigit, _APPOINTMENT.sub("", answer)))
    if figures or len(words_of(answer)) > SHORT_ANSWER:
        return False
    if _SENT_IN.match(answer) and not _ASKS_WHERE.search(question):
        return True
    brings = _BRINGS.match(question)
    rest = question[brings.end() :] if brings else question  # ``antar surat, kapan rilis?`` asks
    return (
        not (asks(rest) and names_something(rest))
        and (brings or _HANDLED.match(answer) or _BROKEN.match(question)) is not None
    )
