"""A message -> what it is: a question or an answer, thanks, a wish, a machine's words."""

import re
from collections.abc import Sequence
from enum import StrEnum

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.courtesies import greets, is_only_thanks
from caridulu.curation.exports.phrases.words import (
    SHORT,
    SMALL,
    Wording,
    cached,
    content_words,
    has_figure,
    is_short,
    sentences,
    words_of,
)
from caridulu.privacy.lists.spoken_words import ADDRESSED

LONGEST_CALL = 3  # words
TELLS = 6  # content words with which a clause beside a wish says something
SHORT_HOLDING = 14  # words; a longer message does more than ask for patience
LONG_WELCOME = 24  # words; a longer message does more than greet
_WISH = Wording(
    r"\b(?:taqabb?al|minal ?[ a']{0,2}idin|mohon maaf lahir|maaf lahir (?:dan|dn|&|n) bat?h?in|"
    r"rahajeng (?:rah?ina|nyanggra|galungan|nyepi)\b|"
    r"(?:selamat|slmt|met|happy|ucapan)[ \w]{0,12} (?:idul|lebaran|natal|tahun baru|nyepi|"
    r"waisak|imlek|galungan|kuningan|paskah|puasa|berpuasa|menunaikan ibadah|berbuka|buka puasa|"
    r"hut|ulang ?tahun|milad|christmas|new year|birthday|eid|"
    r"maulid|isra|ramadh?an|berakhir pekan|weekend|"
    r"hari (?!(?:ini|itu|apa|libur|kerja|senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu)\b)\w)|"
    r"dirgahayu|merry christmas|eid mubarak|marhaban ya|merdeka!|^\W*merdeka\b|"
    r"selamat (?:merayakan|menyambut|memperingati)\b|tuhan (?:yesus )?memberkati|"
    r"wilujeng boboran|sugeng (?:riyadi|natal)|"
    r"^\W*sukses (?:di|untuk|utk|selalu|terus)\b|"
    r"turut ber(?:duka|belasungkawa)|innalill?ahi|lekas sembuh|semoga lekas|get well|"
    r"selamat atas|barakallah fii)",
    re.M,
)
_AUTOMATIC = Wording(
    r"(?:pesan|balasan|jawaban) (?:ini )?(?:dikirim(?:kan)? )?(?:secara )?otomatis|"
    r"automat(?:ic|ed) (?:message|reply)|"
    r"(?:^\W*|\b(?:saat ini|sekarang|sedang|berada|menghubungi|maaf|pesan|chat|kirim)\b"
    r"[^.?!\n]{0,40})"
    r"di luar jam (?:layanan|kerja|pelayanan|operasional)|"
    r"(?:petugas|admin|kami|cs|operator)(?: kami)? akan (?:segera )?(?:mem|di)?balas|"
    r"\b(?:pesan|chat)(?: \w+)? akan (?:kami )?(?:segera )?(?:di)?(?:balas|jawab)|"
    r"(?:pesan|chat) (?:anda|bapak/ibu|kakak) (?:sudah|telah|akan)(?: kami)? (?:segera )?"
    r"(?:terima|kami terima|diterima|dibalas|direspon)|"
    r"selamat datang di (?:layanan|pelayanan|nomor|whatsapp|kontak|chat)\b|"
    r"outside (?:our )?(?:office|business|working) hours|"
    r"(?:balas|ketik)(?:lah)? (?:dengan )?(?:angka|nomor)\b|"
    r"^\W*(?:pengumuman(?=\W*(?:[:!\n*]|$)| (?:penting|kepada|untuk seluruh|bagi))|"
    r"diberitahukan kepada|yth\W+(?:para |seluruh )?(?:pelanggan|pengguna|"
    r"warga|masyarakat|peserta|wajib pajak)\b)|"
    r"terima ?kasih (?:telah|sudah|atas) (?:meng)?hubungi\b(?![^?]{0,200}\b(?:tabel|data|angka)\b)",
)
# How an officer asks for patience, or says that another one will answer.
_PATIENCE = (
    # ``kami cek dulu ya``, ``tak takon sik dulu``
    r"(?:kami|saya|sy|kita|aku|sa|beta|ulun|ambo|abdi|kula|kulo|t[iy]ang|tak|dak)(?: coba)? "
    r"(?:cek|cari|tanya|tanyo|takun|takon|tangl?et|taros|pados|buka|konfirmasi|koordinasi|"
    r"teruskan|sampaikan|proses|pelajari|konsultasikan|lihat)(?:a?ken|akan|kan|ke|ne|i)?\b[^.?!]{0,40}"
    r"(?:dulu|dl|dahulu|rumiyin|riyin|heula|dolo|dulok|nah|ya|sebentar)",
    # ``tunggu sebentar``
    r"(?:di)?tunggu(?: sebentar| dulu| ya| sbntr| konfirmasi)",
    "sebentar", "bentar", "sbntr", "sabanta", "sekedap", "sakedap", "sedhela", "satumat", "sabar",
    # ``segera kami kabari``, ``nanti saya cek``, ``kami infokan lagi``
    r"segera kami (?:balas|jawab|kabari|info)",
    r"nanti (?:kami|saya|sy|sa|kita|katong|aku|beta|ambo|"
    r"awak|ulun|abdi|kula|kulo|tiang|tyang|tak|kakak|kk) (?:coba )?(?:cek|cari|tanya|lihat|tengok|"
    r"kirim|kabar|info|hubungi|balas|jawab|konfirmasi|pastikan)(?:kan|i)?",
    r"(?:kami|saya) (?:kabari|infokan) (?:lagi|nanti|segera)",
    # ``masih kami siapkan``, ``akan segera ditindaklanjuti``
    r"(?:sedang|masih) (?:kami |di ?|dalam )(?:proses|siapkan|cari|kumpulkan|rekap|"
    r"koordinasikan|konsultasikan|konfirmasi(?:kan)?|tanyakan|telusuri|pelajari|bahas)",
    r"akan (?:kami |segera )+(?:di ?)?"
    r"(?:cek|tindak ?lanjuti|teruskan|proses|sampaikan|jawab|balas)",
    # ``nanti kami sampaikan ke Kasi``, ``sudah catat ya``
    r"(?:nanti |akan )?(?:kami|saya|sy) (?:sampaikan|teruskan|laporkan|catat) (?:dulu |dl )?"
    r"(?:ke|kepada|pada)",
    r"(?<!tidak )(?<!tdk )(?:kami|sudah) catat(?= ?(?:dulu|dl|ya|nggih|dan|"
    r"sebagai|masukan|usul|saran|keluhan|laporan|permintaan|[.,!]|$))",
    # ``kami tanyakan ke bidang Distribusi``, ``besok dikabari``, ``dicek dulu``, ``menyusul ya``
    r"(?:kami|saya|sy) (?:cek|tanyakan|konfirmasi|koordinasikan|teruskan) (?:ke|kepada|dengan)",
    r"(?:nanti|besok) (?:di)?(?:kabari|kabarkan|info|infokan|kirim(?:kan)?)",
    r"(?:dicek|cek) dulu",
    r"menyusul(?: ya| nanti| besok)?(?=\W*$)",
    "one moment", "please wait", "hold on",
    r"(?:will|let me|i'll|we'll) (?:get back|let you know|check|ask|confirm|inform|send)",
)  # fmt: skip
_HOLDING = Wording(rf"\b(?:{'|'.join(_PATIENCE)})\b")
_OFFERS = re.compile(
    r"\bada (?:lagi )?(?:yang|yg) (?:bisa|bs|dapat|perlu) (?:kami |saya |di)?bantu|"
    r"\bbisa dibantu\?|"
    rf"\b(?:silah?kan|monggo|mangga|boleh)\b[^.?!]{{0,20}}\b(?:tanya\w*|ditanya\w*|"
    rf"disampaikan|sampaikan|bertanya)\W*$|^\W*(?:\w+\W+){{0,5}}(?:silah?kan|monggo)(?:\W+(?:{ADDRESSED}))?\W*$|"
    r"\bgo ahead\b|how (?:can|may) (?:i|we) help",
    re.I,
)
_NAMED = re.compile(
    rf"\b(?i:{ADDRESSED})\.? [A-Z]\w+(?: [A-Z]\w+)?|"
    r"(?<=^[Ss]iap )[A-Z]\w+|(?<=^[Bb]aik )[A-Z]\w+"  # ``Siap Pater``
)
_CAPITAL = re.compile(" [A-Z]")  # in all that ``_NAMED`` finds
_NO_ANSWER = Wording(
    r"\b(?:sudah|sdh|udah|telah)(?: kami| saya| di)? ?(?:layani|dilayani|jawab|dijawab|balas|"
    r"dibalas|terima|diterima|tangani|ditangani|hubungi|dihubungi|info(?:kan)?|diinfokan|"
    r"telepon|ditelepon|telp|jelaskan|dijelaskan|selesai|japri|kirim(?:kan)?(?: via| lewat| ke)?|"
    r"dikirim(?: via| lewat| ke)?|tindak ?lanjuti|ditindak ?lanjuti|teruskan|diteruskan)\b|"
    r"\b(?:di)?d[ae]ngar(?:kan|in)?\b|\b(?:tidak|tdk|kurang|tak|ga|gak|ndak) terdengar\b|"
    r"\bbelum (?:bisa|dapat|sempat)(?: kami)? (?:dengarkan|mendengar|buka|membuka|jawab|baca|"
    r"membaca|putar|balas)",
)
# Who is told a number or a name: ``Baik bu, sudah kami catat``, ``dicatat ya kak``.
_NOTED = re.compile(
    rf"^\W*(?:(?:{ADDRESSED}|baik|siap|ok\w*|iy?a|ya|i?nggih|iyo|sip|sudah|sdh|udah|telah|kami|"
    r"saya|sy|terima ?kasih|makasih|datanya|infonya)\W+)*(?:di ?|ku|ter)?catat"
    rf"(?:\W+(?:{ADDRESSED}|ya|yah|terima ?kasih|makasih))*\W*$",
    re.I,
)
# Who waits makes themselves heard: ``kak?``, ``??``.
_CALLS = re.compile(rf"^(?:\W*\b(?:{ADDRESSED})\b)*\W*$", re.I)
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}", re.I)  # ``yaaah``, ``siappp``
# ``Mohon nama lengkap & email utk buku tamu``, ``tolong cek namanya``
_WANTS = Wording(
    r"\b(?:mohon|tolong|minta|boleh|kirim(?:kan)?|sebutkan|tulis(?:kan)?)\b[^.?!\n]{0,20}"
    r"\b(?:nama|nik|e-?mail|alamat|nomor|no|instansi)(?:nya)?\b",
)
_MISTAKEN = re.compile(
    r"\b(?:salah (?:kirim(?! (?:foto|gambar|stiker|file|berkas|video))|kamar|chat|sambung|grup|"
    r"orang)|wrong (?:chat|group|person|number))\b",
    re.I,
)
# Who answers a stranger: ``Maaf, ini nomor layanan BPS, bukan depot air``; not ``ini data BPS``,
# ``survei ini dari BPS, bukan dari desa``, ``ini resmi BPS, bukan penipuan``.
_MISDIRECTED = Wording(
    rf"(?:^|[^\w\s]\s*|\b(?:maaf|{ADDRESSED})\s+)ini "
    r"(?:(?:nomor|nomer|no|wa|whatsapp|kontak|admin|akun|chat|layanan|pelayanan|resmi|kantor|"
    r"dari|dengan|pst)\W+)*(?:bps|pst|badan pusat statistik|kantor statistik)\b[^.?!\n]{0,50}"
    r"\b(?:bukan(?! (?:\w+ )?(?:(?:pe)?nipu|tipu|hoa|palsu|gadungan|spam|modus|bohong|abal))|"
    r"salah (?:kirim|kamar|chat|sambung|orang|nomor|alamat))\b",
    re.M,
)
_WITHDRAWN = Wording(
    r"\b(?:(?:ti?da?k|ga|gak|nggak|ndak|nda|m?boten|batal|teu|indak) jadi|batal|abaikan|lupakan|"
    r"(?:sudah|sdh|udah|sampun|su|alah) (?:ketemu|dapat|nemu)|never ?mind|ignore (?:it|that|this)|"
    r"found it)\b",
)
_ADVERT = re.compile(
    r"\b(?:promo|diskon|cashback|gratis (?:ongkir|antar)|flash sale|big sale|obral|cuci gudang|"
    r"bagi-bagi|"
    r"harga spesial|dp ringan|cicilan 0|pinjaman cepat|slot gacor|open (?:order|po|reseller))\b",
    re.I,
)
_ADVERT_ALSO = re.compile(
    r"!!|\brp\.? ?\d|\d ?(?:rb|ribu|jt|k)\b|\d ?(?:%|persen)|\b(?:hub|hubungi|order|pesan|"
    r"minimal|berlaku|stok|klik|daftar|wa|grup|teman|sebarkan)\b|https?://",
    re.I,
)


class MessageKind(StrEnum):
    """What a message is, by its words."""

    CONTENT = "content"
    TALK = "talk"  # greetings, thanks, assent, thumbs
    WISH = "wish"
    AUTOMATIC = "automatic"
    HOLDING = "holding"  # asks for patience or asks back, or says that it is done elsewhere
    ADVERT = "advert"


def kind_of(text: str, *, officer: bool) -> MessageKind:
    """Tells what a message is; only the office answers automatically or asks for patience."""
    return _kind_of_officer(text) if officer else _kind_of_asker(text)


@cached
def _kind_of_asker(text: str) -> MessageKind:
    words = words_of(text)
    if _is_talk(text, words):
        return MessageKind.TALK
    if _is_wish(text):
        return MessageKind.WISH
    is_advert = _ADVERT.search(text) and len(_ADVERT_ALSO.findall(text)) > 1
    return MessageKind.ADVERT if is_advert and "?" not in text else MessageKind.CONTENT


@cached
def _kind_of_officer(text: str) -> MessageKind:
    words = words_of(text)
    if _is_talk(text, words):
        return MessageKind.TALK
    if _is_wish(text):
        return MessageKind.WISH
    if _welcomes(text, words) or (len(words) <= SHORT and _NOTED.match(text)):
        return MessageKind.TALK
    if _AUTOMATIC.search(text):
        return MessageKind.AUTOMATIC
    if len(words) <= SHORT_HOLDING and _HOLDING.search(text) and not _has_figure_beside(text):
        return MessageKind.HOLDING
    if len(words) <= SHORT and (_NO_ANSWER.search(text) or text.rstrip().endswith("?")):
        return MessageKind.HOLDING
    return MessageKind.CONTENT


def _is_talk(text: str, words: Sequence[str]) -> bool:
    """Tells whether either side says only courtesies, calls, thanks, or that it was mistaken."""
    is_short = len(words) <= SHORT
    if is_short and _DRAWN_OUT.search(text):
        text = _DRAWN_OUT.sub(r"\1", text)
        words = words_of(text)
    if "?" not in text and _is_small(text, words):
        return True
    if len(words) <= LONGEST_CALL and _CALLS.match(text):
        return True
    return is_short and (is_only_thanks(text) or _MISTAKEN.search(text) is not None)


def _has_figure_beside(text: str) -> bool:
    """Tells whether a sentence beside one that asks for patience has a figure: an answer."""
    others = [one for one in sentences(text) if not _HOLDING.search(one)]
    return has_figure("".join(others))


def _is_small(text: str, words: Sequence[str]) -> bool:
    """Tells whether nothing is said but courtesy, with or without the name of whom it is for."""
    if SMALL.issuperset(words):
        return True
    if len(words) > SHORT or not _CAPITAL.search(text):
        return False
    return SMALL.issuperset(words_of(_NAMED.sub(" ", text)))


def _welcomes(text: str, words: Sequence[str]) -> bool:
    """Tells whether an officer only offers help, perhaps with a longer greeting."""
    is_plain = greets(text) and not has_figure(text)
    most = LONG_WELCOME if is_plain else SHORT
    return len(words) <= most and _OFFERS.search(text) is not None


def withdraws(text: str) -> bool:
    """Tells whether an asker says that no answer is needed: ``tidak jadi, sudah ketemu``."""
    if "?" in text or not is_short(text):
        return False
    return (_WITHDRAWN.search(text) or _MISTAKEN.search(text)) is not None


def misdirected(text: str) -> bool:
    """Tells whether an officer says that somebody else was meant."""
    return _MISDIRECTED.search(text) is not None


def awaits_reply(text: str) -> bool:
    """Tells whether an officer asks something at the end, or for somebody's name or address."""
    last = list(sentences(text))[-1:]
    is_question = any(one.endswith("?") and not _OFFERS.search(one) for one in last)
    return is_question or _WANTS.search(text) is not None


def asks_back(text: str) -> bool:
    """Tells whether an officer only asks: ``Tahun berapa, Bu?``."""
    if "?" not in text:
        return False
    told = [one for one in sentences(text) if content_words(one)]
    return bool(told) and all(one.endswith("?") for one in told)


def _is_wish(text: str) -> bool:
    """Tells whether a message is a holiday wish and asks nothing beside it."""
    if "?" in text or not _WISH.search(text):
        return False
    clauses = [clause for clause in re.split(r"[.,!\n]+", text) if not _WISH.search(clause)]
    rest = " ".join(clauses)  # ``Selamat berpuasa. Senin-Kamis 08.00-15.00``
    told = [rest, *clauses] if has_figure(rest) else clauses
    if any(len(content_words(one)) >= TELLS for one in told):
        return False
    return not any(map(asks, clauses))
