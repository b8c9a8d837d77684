"""How a message goes on with what was said before, or says that something else begins."""

import re

from caridulu.curation.exports.phrases.words import (
    GENERAL,
    STEM,
    Wording,
    cached,
    content_words,
    words_of,
)
from caridulu.privacy.lists.spoken_words import ADDRESSED

SHORT_REMINDER = 14  # words; a longer message does more than ask where the answer is
# How an officer begins what comes late: ``Maaf baru sempat, soal indeks desa ...``.
_RESUMES = re.compile(
    r"^\W*(?:\w+[^\w\n]+){0,4}?(?:baru (?:sempat|bisa|balas|jawab|buka|baca)|(?:ter|ke)lewat|"
    r"terlambat|telat|(?:maaf|sorry) lama|late reply)\b",
    re.I,
)
# ``Lagi`` of Indonesian, Minangkabau, Javanese, Sundanese, Banjar.
_AGAIN = r"(?:lagi|lg|lai|malih|maneh|deui|pulang)"
# ``Satu lagi Pak``, ``mau tanya hal lain``, ``mumpung ingat``, ``oh ya, data ternak ada?``, ``terus
# jumlah sekolah``; not ``oh ya, itu formatnya apa?``.
_BEGINS_OTHER = re.compile(
    rf"^\W*(?:{_AGAIN}\W+(?:{ADDRESSED})\b|"
    rf"(?:(?:{ADDRESSED})\W+)*(?:terus|trus|trs|lalu|kemudian|eh|oh|sama|sm|lawan|jo|kaliyan|kalih|"
    rf"jeung|deng|also|and)\W+(?:(?:{ADDRESSED})\W+)*"
    r"(?:data|angka|jumlah|jml|luas|nilai|tabel|kode|harga|persentase|tingkat|produksi)\b|"
    r"(?:\w+\W+){0,4}?(?:"
    r"(?:mau |mo |ingin |izin |ijin |numpang )?(?:ber|na|ba)?"
    rf"(?:tanya|nanya|tanyo|takun|takon|taros) (?:{_AGAIN}|hal lain)|"
    rf"(?:satu(?:nya)?|1|ada|ciek|siji|setunggal|hiji|sabuting) "
    rf"(?:{_AGAIN}|pertanyaan lagi)|s[ae]kalian(?!\W*(?:(?:{ADDRESSED}|buk|uni|uda|da)\W*)*$)|"
    r"pertanyaan (?:baru|lain|kedua|berikut|terakhir)|(?:yang|yg) (?:kedua|lain)|kedua[.,:]|"
    r"(?:beda|lain|ganti) (?:soal|hal|topik|urusan|cerita)|(?:hal|urusan|topik) lain|"
    r"sambil (?:me)?nunggu|mumpung|btw|by the way|ngomong-ngomong|omong-omong|"
    r"one more|another (?:question|thing)|while i have you|"
    rf"(?:oh ?i?ya|selain itu)(?!\W+(?:(?:{ADDRESSED})\W+)*(?:itu|yang|kalau|kalo|klo|tapi|"
    r"di ?mana|kapan|kenapa|\w+nya)\b))\b)",
    re.I,
)
# ``Bu, yang kemarin bagaimana?``, ``belum dibalas``, ``sudah ada kabar?``, ``gimana Pak?``, ``surat
# kami sudah masuk?``
_REMINDS = Wording(
    r"\b(?:(?:gimana|bagaimana|bgmn|gmn)(?: \w+){0,2} "
    r"(?:(?:yang|yg) (?:kemarin|kmrn|tadi|td|minggu|waktu|saya|sy|itu)|pertanyaan|permintaan|"
    r"kelanjutan|kabar)|(?:yang|yg) (?:kemarin|tadi|minggu lalu)|(?:belum|blm)(?: ada)? "
    r"(?:di)?(?:balas|jawab|jawaban|balasan|kabar)|"
    r"mohon (?:dibalas|dijawab|jawaban|balasan|respon|(?:(?:kiranya|agar|untuk) )?(?:segera|"
    r"secepatnya|kepastian\w*|kejelasan\w*))|menunggu jawaban|"
    rf"^\W*(?:(?:eh|oh|nah|{ADDRESSED})\W+)*(?:yang|yg) (?:\w+ ){{0,4}}"
    r"(?:kemarin|kmrn|tadi|td|minggu lalu|waktu itu)\b|"
    r"(?:sudah )?ada (?:kabar|jawaban)|any update|up ya|"
    r"(?:surat|berkas|permohonan|permintaan|e-?mail|dokumen|file|formulir|pengajuan)"
    r"(?:ny[ao]|n?e|ku)?(?: (?:kami|saya|sy|sa|kito|kula|itu|yang|yg|tadi|kemarin)){0,2} "
    r"(?:apa(?:kah)? )?(?:sudah|sdh|udah|alah|lah|wis|sampun|su)"
    r"(?: (?!saya|sy|sa|kami|ambo)\w+)? "
    r"(?:masuk|masuak|mlebet|mlebu|sampai|tibo|(?:di)?(?:terima|tarimo|tampi|baca|cek|proses|lihat|"
    r"disposisi))\w*|"
    r"masih (?:saya |kami )?tunggu|"
    rf"(?:gimana|bagaimana|bgmn|gmn)\W+(?:(?:{ADDRESSED})\W+)*(?:apa(?:kah)? )?"
    r"(?:sudah|sdh|udah|jadi)\b)|"
    rf"^\W*(?:(?:{ADDRESSED})\W+)*(?:gimana|bagaimana|bgmn|gmn)\W*(?:(?:{ADDRESSED})\W*)*$",
)
# What a reminder names beside the matter: the question and its answer, and when.
_REMINDING_WORDS = """
    pertanyaan permintaan jawaban balasan kabar kelanjutan respon kemarin kmrn tadi minggu lalu
    waktu tunggu menunggu masih update
"""
_REMINDING = frozenset(word[:STEM] for word in _REMINDING_WORDS.split())


@cached
def is_new_matter(text: str) -> bool:
    """Tells whether the writer says that another question begins."""
    return _BEGINS_OTHER.match(text) is not None


def resumes(text: str) -> bool:
    """Tells whether an officer says that this answers what has waited."""
    return _RESUMES.match(text) is not None


@cached
def reminds(text: str) -> bool:
    """Tells whether somebody only asks where the answer is."""
    return len(words_of(text)) <= SHORT_REMINDER and _REMINDS.search(text) is not None


def may_remind(text: str) -> bool:
    """Tells whether a sentence of a text may only ask where the answer is."""
    return _REMINDS.search(text) is not None


def names_what_was_asked(text: str) -> bool:
    """Tells whether a reminder says again what was asked: ``yang data nelayan bagaimana?``."""
    return bool(set(content_words(text)) - GENERAL - _REMINDING)
