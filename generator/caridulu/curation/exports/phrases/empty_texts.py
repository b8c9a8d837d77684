"""Texts of a list that say nothing of their own: ``idem``, ``sda``, ``-``, ``sudah dilayani``."""

import re

LONGEST = 120  # characters of an answer that says nothing; a longer one is slow to look through
_SAME = (
    r"(?:idem|ibid|s\.?d\.?a|ditto|duplikat (?:dari|dengan|tiket|\w+-?\d+)|duplicate of|"
    r"(?:sama|spt|seperti)(?: (?:dg|dgn|dengan|spt|seperti))? (?:di ?)?atas)"
)
_ONLY_SAME = re.compile(rf"\W*{_SAME}\W*|[\s-]*(?:[\"\u201d\u2033\u3003]|'')[\s-]*", re.I)
# ``SDA kabupaten`` asks for natural resources.
_BEGINS_SAME = re.compile(rf"\W*(?:(?!s\.?d\.?a){_SAME}\b|s\.?d\.?a\.? (?:utk|untuk|tapi)\b)", re.I)
_BLANK = re.compile(
    r"^[\s\-\u2013\u2014_.~*/]*$|^(?:#?n/?a|nihil|null|\\n|nan|none|kosong)$|"
    r"^\W*(?:belum ada jawaban(?:nya)?|belum (?:di|ter)?jawab|"
    r"jawaban(?:nya)? (?:menyusul|belum ada)|tbd|todo|"
    r"(?:kosong|tidak (?:ada|ditulis|tercatat)) (?:di|dalam) (?:buku|catatan|lembar)\w*)\W*$|"
    r"^\W*lorem ipsum\b",  # fills a page that is only tried
    re.I,
)
# Nobody has answered yet, or not in writing.
_PENDING = re.compile(
    r"^\W*(?:"
    # ``Belum direspon, teruskan ke Kasi``
    r"(?:be?lu?m|menunggu|nunggu|tunggu) (?:(?:bisa|dapat|sempat) (?:kami )?)?"
    r"(?:ada (?:yang |yg )?|di ?|ter)?(?:respon\w*|jawab\w*|balas\w*|tanggap\w*|layani|kabar)\b"
    r"[^.:\d]{0,50}|"
    # ``tanya kak Rina``
    r"(?:(?:coba )?tanya(?:kan)? (?:dulu )?(?:ke |sama )?|(?:menunggu|nunggu|tunggu) )"
    r"(?:kak|kk|mas|mbak|bang|pak|bu|bapak|ibu|bpk\.?)(?=\W)[^.:\d]{0,25}|"
    # ``akan dicek dulu``
    r"(?:be?lu?m ada, ?)?(?:akan|nanti|masih|msh|sedang|sdg) (?:kami )?(?:di ?)?"
    r"(?:cek|cari|tanya|tindak ?lanjuti|konfirmasi|koordinasi|konsul(?:tasi)?|bicara|bahas|siap|"
    r"susun|rekap|jadwal|agenda|proses)(?:kan)?\b[^.:\d]{0,40}\W*|"
    # ``masih menunggu arahan``
    r"(?:(?:masih|msh|sedang|sdg) )?(?:menunggu|nunggu|tunggu) "
    r"(?:penjelasan|arahan|petunjuk|konfirmasi|jawaban|balasan)\b[^.:\d]{0,40}\W*|"
    r"segera (?:hadir|menyusul|tayang|diisi|dilengkapi|(?:di ?)?(?:jawab|balas|proses))\W*|"
    # Only passed on. ``diarahkan ke Dinsos`` is none of these: it tells where to go.
    r"(?:su?da?h |telah |akan )?(?:kami )?di ?(?:(?:terus|sambung|oper)(?:kan)? (?:ke|kepada)\b"
    r"[^.,:;\d]{0,40}|(?:sampai|lapor)kan (?:ke|kepada) (?:koordinator|"
    r"atasan|pimpinan|kepala|kasi|kasubb?ag|katim|ketua|fungsi|tim|subbag\w*)\b[^.:\d]{0,30})\W*|"
    # ``jawaban segera ditambahkan``, ``isinya menyusul``
    r"jawaban(?:nya)? (?:akan |masih )?(?:segera|sedang|nanti) [^.:\d]{0,40}\W*|"
    r"(?:isi|jawaban|penjelasan)(?:nya)? (?:akan |masih )?(?:menyusul|ditunggu)\b[^.:\d]{0,90}\W*|"
    r"(?:silah?kan )?hubungi (?:admin|petugas|cs|operator|kami)(?: (?:di|pada|saat|dalam) "
    r"(?:jam|hari) (?:kerja|layanan|pelayanan))?\W*)$",
    re.I,
)
# Nobody was there, who asked was to be called or left: ``petugas sdg ke lapangan``, ``akan
# dihubungi``, ``dia tutup duluan, belum sempat``.
_MISSED = re.compile(
    r"^\W*(?:(?:petugas|operator|piket|pegawai|admin|kasi|ketua tim)(?:nya)? "
    r"(?:(?:sedang|sdg|lagi|masih|semua|su?da?h) )*"
    r"(?:(?:ti?da?k|ga?k) (?:di ?tempat|ada)|cuti|rapat|(?:ke|di) lapangan|keluar|dinas luar|dl|"
    r"kosong|istirahat|sakit|pulang)(?:\W+(?:akan|nanti|di ?suruh|di ?minta|pulang|jumatan|tamu|"
    r"su?da?h|datang|kembali|silah?kan|besok|(?:di ?)?catat)\b[^.:\d]{0,40})?|"
    r"(?=.*\b(?:akan|nanti|besok|segera) )"  # spares half of the time
    r"(?!.*\b(?:(?:ada|lihat) di|tersedia|silah?kan|bisa|dapat|lewat|melalui|tabel|bukan|"
    r"tidak (?:ada|di|punya)|(?:yang|yg) \w+ akan)\b)"
    r"[^:\d?]{0,60}\b(?:akan|nanti|besok|segera) (?:kami )?(?:di ?)?"
    r"(?:hubungi|kabar(?:i|kan)|tele?pon|telp|balas|info(?:kan)?)\b"
    r"(?: (?:lagi|kembali|kemudian|balik|ulang|segera|besok|lusa|senin|selasa|rabu|kamis|"
    r"jum'?at))*|"
    r"(?=.*(?:tutup|pergi|pulang|sempat))(?:[^.:\d?]{0,30}\W)?(?:tutup duluan|"
    r"(?:pergi|pulang) (?:duluan|sebelum|karena|krn)|"
    r"keburu (?:tutup|pergi|pulang)|"
    r"(?:be?lu?m|ti?da?k|ga?k) sempat"
    r"(?: (?:di ?)?(?:jawab|layani|bantu|tanggapi|respon|tanya|bertanya))?(?=\W*$))"
    r"[^:\d]{0,40})\W*$",
    re.I,
)
# ``Maaf, saya belum mengerti pertanyaan Anda``: a chatbot.
_NOT_UNDERSTOOD = re.compile(
    r"^\W*(?:mohon )?maaf\b[^.:\d]{0,40}\b(?:be?lu?m|ti?da?k|kurang|tak|gak?) (?:(?:bisa|dapat) )?"
    r"(?:mengerti|memahami|paham|mengenali|dimengerti)\b[^:\d]*$",
    re.I,
)
_WITHOUT_CONTENT = re.compile(
    r"^\W*(?:(?:su?da?h|telah|selesai|done|closed?|ok(?:e|ey)?|ya|tuntas|beres|sip|clear|"
    r"di ?layani|ter ?layani|di ?ja?wa?b|ter ?jawab|di ?tindak ?lanjuti|tindak ?lanjuti|di ?bantu|"
    r"di ?proses|(?:di ?)?cek|di ?kirim(?:kan)?|ter ?kirim|di ?beri(?:kan)?|di ?sampaikan|"
    r"di ?(?:terus|sambung)kan|salah (?:sambung|kantor|alamat)|bukan konsultasi|sebelah|"
    r"nanti|di ?hubungi|besok|lusa|datang|kembali|lagi|dulu|"
    r"di ?jelaskan|di ?tunjukkan|di ?konsultasikan|di ?koordinasikan|di ?tanyakan|di ?minta|"
    r"spam|(?:di ?)?(?:batal|cabut)(?:kan)?|di ?suruh|balik|ti?da?k datang|sendiri|"
    r"pemohon|pengunjung|"
    r"sedang|rapat|cuti|dengan|dobel|double|ganda|duplikat|kak|pak|bu|dari|secara|penjelasan|"
    r"(?:di)?abaikan|dihapus|lihat (?:di ?)?(?:atas|bawah)|bendahara|sub ?bag(?:ian)?|umum|pribadi|"
    r"softcopy|hardcopy|berkas(?:nya)?|file(?:nya)?|"
    r"di ?info(?:kan)?|di ?kabari|di ?arahkan|di ?terima|di ?catat|be?lu?m|"
    r"tunggu|konfirmasi|pimpinan|kepala|kantor|provinsi|pusat|menyusul|"
    r"terlampir|lengkap|langsung|lisan|melalui|via|lewat|oleh|ke|di|wa|whatsapp|e-?mail|surel|"
    # ``Berikut kami kirimkan data yang diminta, terlampir``
    r"berikut|bersama|ini|kami|saya|kirim(?:kan)?|(?:di)?lampir(?:kan|an)|sampaikan|yang|dimaksud|"
    r"sesuai|permintaan|permohonan|tersebut|(?:bapak|ibu)(?:nya)?|saudara|anda|"
    r"telepon|telp|di ?tele?pon|balik|pending|menunggu|dalam|proses|akan|follow ?up|"
    r"di ?konfirmasi|di ?balas|"
    r"data(?:nya)?|petugas|yang bersangkutan|ybs|pemohon|dan|pst|baik|terima kasih)"
    r"[\s.,!/;:()*_-]*)+$",
    re.I,
)


def is_same(text: str) -> bool:
    """Tells whether a text says nothing but that it is the one above."""
    return _ONLY_SAME.fullmatch(text) is not None


def repeats(text: str) -> bool:
    """Tells whether a text says that it is the one above, alone or with a few words more."""
    return is_same(text) or _BEGINS_SAME.match(text) is not None


def is_blank(text: str) -> bool:
    """Tells whether a text is empty, or marks that it is."""
    return _BLANK.match(text) is not None


def is_pending(answer: str) -> bool:
    """Tells whether an answer begins with a paragraph that says that there is none yet."""
    return _PENDING.match(answer.partition("\n\n")[0][:LONGEST]) is not None


def says_nothing(answer: str) -> bool:
    """Tells whether an answer says no more than that it was given, will be, or is another one."""
    if len(answer) > LONGEST:
        return False
    patterns = (_PENDING, _MISSED, _NOT_UNDERSTOOD, _WITHOUT_CONTENT)
    return is_blank(answer) or repeats(answer) or any(one.match(answer) for one in patterns)
