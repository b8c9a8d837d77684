"""What a message asks, and whether it goes on with what was said before."""

import re
from collections.abc import Iterable

from caridulu.curation.exports.phrases.words import (
    GENERAL,
    STEM,
    Wording,
    cached,
    content_words,
    words_of,
)
from caridulu.privacy.lists.spoken_words import (
    ADDRESSED,
    FORMAL_REQUESTS,
    GREETINGS,
    QUESTION_WORDS,
    WISHES,
)

OWN_WORDS = 3  # content words with which a question has a subject of its own
SHORT_REMINDER = 14  # words; a longer message does more than ask where the answer is
STANDS_ALONE = 3  # content words with which a question needs nothing before it
STANDS_WITH_POINTER = 5  # when it points back: ``dia``, ``itu``, ``syaratnya``
# ``bisa``, ``boleh`` and ``ada`` ask where a clause begins: ``bisa saya sampaikan`` does not.
_ASKING = Wording(
    r"\?|\b(?<!tidak )(?<!gak )(?<!ga )(?<!nda )(?<!apa-)(?:apa(?:kah)?(?!-apa| adanya)|apkh)\b|"
    rf"\b(?:{QUESTION_WORDS}|yang mana|yg mana|minta|mnta|mohon(?! (?:maaf|doa|izin|pamit|"
    r"perhatian|diisi|segera diisi)\b)|butuh|membutuhkan|memerlukan|mencari|cari|tanya|"
    r"bertanya|nanya|menanyakan|tanyakan|konfirmasi|tolong|"
    rf"{FORMAL_REQUESTS}|(?:{WISHES}) (?:tahu|tau|"
    r"data|tnya|nanya|pesan|ambil|unduh|download)|"
    r"perlu (?:data|tabel|angka|info|jumlah|jml|nilai|persentase|daftar|peta)|"
    r"could you|can i|can you|please|need)\b|"
    rf"(?:^|[.!?\n])\W*(?:(?:{GREETINGS}|{ADDRESSED}|assala\w+|maaf|izin|ijin)[ ,.!]+)*"
    r"(?:masih |sudah )?"
    r"(?:bisa|bs|boleh|sage[dt]|iso|tiasa|aya|wonten|"
    r"ada(?! (?:yang|yg|orang) (?:me)?(?:minta|ngaku|datang|tele?pon|tlp|hubungi)\b))\b|"
    r"\b\w{2,}kah\b|\b(?:kok|apa(?:nya|ne)|opone)\b|"
    r"\bkah\b|"
    r"\b(?:sudah|sdh|udah)\b[^.?!\n]{0,40}\b(?:belum|blm)\b|"
    r"\b(?:bisa|bs|boleh|ada|ado|dapat|perlu|harus|termasuk)(?: \w+){0,2} "
    r"(?:ga|gak|ngga|nggak|enggak|ndak|nda|kada|indak)\b(?! (?:bisa|ada|boleh|dapat|perlu)\b)|"
    r"\b(?:beda|berbeda) atau sama\b|\bsama atau (?:ber)?beda\b|"
    r"\b(?:atau (?:tidak|belum|bukan)|nda|ndak|enggak|nggak|ngga|gak|ga|m?boten|ora|"
    r"henteu|indak|kan ya|ya)\W*$",
)
_TROUBLE = Wording(
    r"\b(?:error|eror|gagal|terkendala|bermasalah|lupa (?:password|passphrase|pass|(?:kata )?sandi|"
    r"pin|akun|username)|(?:tidak|tdk|tak|gak|ga|nggak|ndak|nda|belum|blm) (?:bisa|bs|dapat) "
    r"(?:di)?(?:akses|buka|masuk|log ?in|unduh|download|kirim|terima|simpan|cetak|daftar|upload|"
    r"unggah)\w*)\b",
)
_DONE = re.compile(
    r"^\W*(?:(?:\w+[ ,]+){0,3}(?:saya|sy|sa|kami|\w+nya) |"
    r"(?:(?:pak|bu|kak|min|maaf|iya?|baik|ok|oke)[ ,]+)*)"
    r"(?:sudah|sdh|udah|telah|barusan|baru saja)\b",
    re.I,
)
# What tells or hands over something, though no first-person statement is a question anyway.
_INFORMS = Wording(
    r"\b(?:(?:mau|cuma|hanya|sekadar) (?:me)?ng(?:abar|info|lapor)\w+|"
    r"saya|sy|sa|kami|aku|berikut|terlampir|titip|undangan|mengundang|lapor|izin share)\b|"
    r"^\W*(?:(?:pak|bu|kak|min)[ ,]+)*(?:ini|itu) ",
)
_CONTINUES = re.compile(
    r"^\W*(?:\w+[ ,]+){0,4}(?:tambahan|menambahkan|ralat|koreksi|menyambung|melanjutkan|susulan|"
    r"menindaklanjuti|update|lanjutan|yang (?:kemarin|tadi)|"
    r"(?:terkait|mengenai|soal|untuk|atas) (?:pertanyaan|permintaan)\w*)\b",
    re.I,
)
# How an officer begins what comes late: ``Maaf baru sempat, soal indeks desa ...``.
_RESUMES = re.compile(
    r"^\W*(?:\w+[^\w\n]+){0,4}?(?:baru (?:sempat|bisa|balas|jawab|buka|baca)|(?:ter|ke)lewat|"
    r"terlambat|telat|(?:maaf|sorry) lama|late reply)\b",
    re.I,
)
# ``Lagi`` of Indonesian, Minangkabau, Javanese, Sundanese, Banjar.
_AGAIN = r"(?:lagi|lg|lai|malih|maneh|deui|pulang)"
_EXTRA = re.compile(
    rf"^\W*(?:{_AGAIN}\W+(?:{ADDRESSED})\b|(?:\w+\W+){{0,4}}?(?:"
    r"(?:mau |mo |ingin |izin |ijin |numpang )?(?:ber|na|ba)?"
    rf"(?:tanya|nanya|tanyo|takun|takon|taros) (?:{_AGAIN}|hal lain)|"
    rf"(?:satu(?:nya)?|1|ada|ciek|siji|setunggal|hiji|sabuting) "
    rf"(?:{_AGAIN}|pertanyaan lagi)|sekalian|"
    r"pertanyaan (?:baru|lain|kedua|berikut|terakhir)|(?:yang|yg) (?:kedua|lain)|kedua[.,:]|"
    r"(?:beda|lain|ganti) (?:soal|hal|topik|urusan|cerita)|(?:hal|urusan|topik) lain|"
    r"sambil (?:me)?nunggu|mumpung|btw|by the way|ngomong-ngomong|omong-omong|"
    r"one more|another (?:question|thing)|while i have you)\b)",
    re.I,
)
# Also begins what goes on: ``oh ya, itu formatnya apa?``.
_EXTRA_OR_NOT = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:oh ?ya|oh iya|ohiya|selain itu|kemudian saya juga)\b", re.I
)
_FOLLOWS = re.compile(
    r"^\W*(?:(?:oh|ooh|ok|oke|baik|siap|iya|iye|pak|bu|kak|min|maaf|lalu|terus|trus|trs|jadi|"
    r"nah|tapi|tp)[ ,.]+)*(?:berarti|"
    r"maksud(?:nya)?|itu|yang itu|yg itu|terus|trus|lalu|jadi|kalau|kalo|klo|kl|bila|jika|nek|"
    r"menawi|lamun|tapi|tp|"
    r"then|so|and|but|also|what about|how about|(?:is|does|do|can|could|are) (?:it|that|this|they)|"
    r"dan|bukan(?:nya|kah)?|tidak|kenapa|"
    r"berapa lama|"
    r"(?:sudah|sdh|udah) (?:saya |sy |sa |kami )?(?:di)?(?:buka|lihat|cek|baca|unduh|download|coba|"
    r"terima|isi)|"
    r"di ?mana|ke ?mana|kapan|formatnya|syaratnya|biayanya|linknya|yang)\b",
    re.I,
)
# A word for what was said before: ``dia``, ``link yang kemarin``, ``syaratnya``.
_POINTS = re.compile(
    r"^\W*(?:apa(?:kah)? )?(?:\w+ )?(?:itu|ini|tadi)\b|"
    r"\b(?:dia|beliau|mereka|tersebut|tsb|begitu|demikian|"
    r"(?:yang|yg) (?:mana|itu|tadi|kemarin|barusan|semalam)|which one|they|them|these|those|"
    r"\w{3,}nya)\b",
    re.I,
)
_NYA = frozenset({"hanya", "tanya", "punya", "biasanya", "sebenarnya", "sebaiknya", "sebelumnya",
                  "kayaknya", "rasanya", "katanya", "bertanya", "nanya", "misalnya"})  # fmt: skip
# What is asked about a matter, rather than the matter: its cost, its time, its form.
_CIRCUMSTANCE_WORDS = """
    bayar berbayar biaya brp brapa gratis tarif harga lama hari jam buka tutup senin selasa
    rabu kamis jumat sabtu minggu online syarat berkas surat bawa foto fotokopi materai cara
    tahun bulan terakhir terbaru periode halaman sumber sumbernya formatnya available cost free long
    proses prosedur alur langkah selesai dokumen formulir
"""
_CIRCUMSTANCES = GENERAL.union(word[:STEM] for word in _CIRCUMSTANCE_WORDS.split())
# A predicate whose subject stood before: ``bisa diperpanjang lewat WA``, ``tersedia menurut umur``.
_PREDICATE = re.compile(
    r"^\W*(?:(?:dan|apa(?:kah)?|masih|sudah|juga|bisa(?:kah)?|boleh(?:kah)?|dapat(?:kah)?|harus(?:kah)?|"
    r"wajib(?:kah)?|perlu(?:kah)?|akan|tetap) )+"
    r"(?:di(?!nas\b|sduk|rek|rjen|sab|gital|strik|skon)\w{4,}|tersedia|ada)\b(?: lagi| ulang)?",
    re.I,
)
# ``kok jauh lebih kecil dari laporan kami?``, ``kenapa angka 2019 di web beda?``: what is smaller,
# and which figure, was named before.
_WHY_SO = re.compile(
    r"^\W*(?:dan |lalu |terus )?(?:kok|kenapa|knp|mengapa)\W+(?:ya )?"
    r"(?:(?:angka|data|nilai|hasil)(?:nya)?(?: (?:bps|(?:tahun )?\d{4}))?"
    r"(?: (?:(?:yang|yg) )?(?:di|pada|dari|dalam) \w+)?(?: sekarang)? )?"
    r"(?:(?:bisa|jadi|malah|jauh|begitu|selalu) )*"
    r"(?:lebih|beda|berbeda|naik|turun|menurun|meningkat|tinggi|rendah|kecil|besar)\b",
    re.I,
)
# ``tahun yang sama sebagai pembanding``, ``apakah kedua data ini tersedia?``
_COMPARES = Wording(
    r"\b(?:sebagai|untuk|buat) (?:pem|per)banding(?:an)?\b|"
    r"\b(?:tahun|periode|bulan|waktu) (?:yang|yg) sama\b|"
    r"\b(?:kedua|ketiga|semua)(?:nya)?(?: \w+)? (?:ini|itu|tersebut|tsb|di ?atas)\b",
)
_WITHOUT_OBJECT = re.compile(
    r"\W*(?:$|[?,]|(?:rutin|setiap|tiap|online|daring|langsung|sendiri|gratis|saja|di|ke|dari|per|menurut|untuk|oleh|lewat|melalui|secara|atau|pada|sampai|dengan|"
    r"dalam|kalau|ya|pak|bu|kak|min)\b)",
    re.I,
)
_SOFTENED = re.compile(r"\bya\W*$", re.I)  # ``nomor saya 0812... ya`` tells
_CORRECTS = re.compile(
    r"^\W*(?:(?:eh|oh|aduh|maaf|mohon maaf|sori|sorry)\W+)*"
    r"(?:(?:maksud (?:saya|sy|sa|kami|aku)|maksud(?:nya|ku)|ralat|koreksi|i mean)\b\W*)+",
    re.I,
)
_CORRECTS_BEHIND = re.compile(
    r"^\W*(?:(?:eh|oh|aduh|maaf|mohon maaf|sori|sorry)\W+)*(?P<meant>\w.{1,60}?),? "
    r"maksud(?:nya|ku| saya| sy| sa| kami)\W*$",
    re.I,
)
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


def asks(text: str) -> bool:
    """Tells whether something is asked or asked for."""
    return "?" in text or _asks_by_words(text)


@cached
def _asks_by_words(text: str) -> bool:
    return _ASKING.search(text) is not None and bool(content_words(text))


def may_ask(text: str) -> bool:
    """Tells whether a first message may ask, also without a word that asks: ``data padi 2024``."""
    if asks(text) or tells_trouble(text):
        return True
    if _DONE.match(text) or _INFORMS.search(text):
        return False
    return len(content_words(text)) > 1 and not is_rest(text)


def tells_trouble(text: str) -> bool:
    """Tells whether somebody says what does not work, and so asks what to do about it."""
    return _TROUBLE.search(text) is not None


@cached
def continues(text: str) -> bool:
    """Tells whether an officer says that this belongs to what was answered or asked before."""
    return _CONTINUES.match(text) is not None


def resumes(text: str) -> bool:
    """Tells whether an officer says that this answers what has waited."""
    return _RESUMES.match(text) is not None or continues(text)


def reminds(text: str) -> bool:
    """Tells whether somebody only asks where the answer is."""
    return len(words_of(text)) <= SHORT_REMINDER and _REMINDS.search(text) is not None


def names_matter(text: str) -> bool:
    """Tells whether a reminder says again what was asked: ``yang data nelayan bagaimana?``."""
    return bool(set(content_words(text)) - GENERAL - _REMINDING)


def may_remind(text: str) -> bool:
    """Tells whether a sentence of a text may only ask where the answer is."""
    return _REMINDS.search(text) is not None


@cached
def is_new_matter(text: str) -> bool:
    """Tells whether the writer says that another question begins."""
    if _EXTRA.match(text):
        return True
    return _EXTRA_OR_NOT.match(text) is not None and not _FOLLOWS.match(text)


def is_follow_up(text: str) -> bool:
    """Tells whether a question cannot be understood without what was said before it."""
    return _FOLLOWS.match(text) is not None


def points_back(text: str) -> bool:
    """Tells whether a text names a thing said before it only by a pointing word."""
    return without_pointers(text) != text


def without_pointers(text: str) -> str:
    """Removes the words that point at what was said before: ``bedanya``, ``itu``."""
    return _POINTS.sub(lambda found: found[0] if found[0].lower() in _NYA else " ", text)


def stands_alone(text: str) -> bool:
    """Tells whether a question can be understood without what was said before it."""
    return own_words(text) >= STANDS_ALONE and not is_rest(text) and not lacks_subject(text)


@cached
def is_rest(text: str) -> bool:
    """Tells whether a text points back, and says too little of its own to be another matter."""
    return own_words(text) < STANDS_WITH_POINTER and points_back(text)


def needs_one_before(text: str) -> bool:
    """Tells whether a point of a list is about the one before it: ``Apakah itu per kecamatan?``."""
    return is_rest(text) or lacks_subject(text) or _COMPARES.search(text) is not None


def own_words(text: str) -> int:
    return len(set(content_words(text)) - GENERAL)


def names_something(text: str) -> bool:
    """Tells whether a text has a word of its own, unlike ``bagaimana, sudah ada?``."""
    return own_words(text) > 0


def lacks_subject(text: str) -> bool:
    """Tells whether a question is a predicate only: ``bisa diperbaiki di kantor camat?``."""
    if _WHY_SO.match(text):
        return True
    predicate = _PREDICATE.match(text)
    return predicate is not None and _WITHOUT_OBJECT.match(text, predicate.end()) is not None


def matter_words(text: str) -> frozenset[str]:
    """Returns the words that name a matter, not what is asked about it: its cost, its time."""
    return frozenset(content_words(_PREDICATE.sub("", text))) - _CIRCUMSTANCES


def has_own_subject(text: str) -> bool:
    """Tells whether a question names a matter, not only its cost or how long it takes."""
    if "?" not in text and not asks(_SOFTENED.sub("", text)):
        return False
    own = {word for word in content_words(text) if not word.isdigit()} - _CIRCUMSTANCES
    return len(own) >= OWN_WORDS


def corrected(texts: Iterable[str]) -> list[str]:
    """Returns the messages of a question; one that is said again after ``maksud saya`` gives way.

    What mends a word only, ``eh juli maksudnya``, is put behind what it mends.
    """
    kept: list[str] = []
    for text in texts:
        if not kept:  # of most questions the only one
            kept.append(text)
            continue
        behind = _CORRECTS_BEHIND.match(text)
        better = behind["meant"] if behind else _CORRECTS.sub("", text)
        words = set(content_words(better))
        if better == text:
            kept.append(text)
        elif 2 * len(words & set(content_words(kept[-1]))) > len(words):
            kept[-1] = better
        elif len(words) < STANDS_ALONE and "?" not in better:
            asked = kept[-1].rstrip()
            end = asked[-1:] if asked.endswith(("?", ".")) else ""
            kept[-1] = f"{asked.removesuffix(end)} (maksudnya {better.strip()}){end}"
        else:
            kept.append(text)
    return kept
