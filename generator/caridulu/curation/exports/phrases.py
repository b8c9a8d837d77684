"""A text of a conversation -> what is said in it: a question, thanks, a wish, a machine's words."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from caridulu.search.analysis.language import indonesian

SHORT_ANSWER = 9  # words in which an officer may only say that the matter is done
SHORT_HOLDING = 14  # words in which an officer may only ask for patience
LONGEST_KEPT = 400  # characters of a text whose class is kept
CLASSES_KEPT = 4_096  # texts whose class is kept: people thank in the same words again and again
ADDRESS = 60  # characters of a message in which everybody is addressed
STEM = 5  # letters by which two forms of a word are taken for one
_THANKS = re.compile(
    r"\b(?:t(?:erima|rima) ?kasih|makasih|makasi|mks?h|trims|trimakasih|tks|tq|thx|thanks|"
    r"thank you|syukron|nuhun|tengkyu)\b",
    re.I,
)
_GREETING = re.compile(
    r"^(?:(?:assala?mu'?\s?ala?ikum|ass|aslm|asslm|wa'?alaikum ?m?us? ?salam|walaikum ?salam|"
    r"wr\.?|wb\.?|warahmatullahi|"
    r"wabarakatuh|selamat (?:pagi|siang|sore|malam)|met (?:pagi|siang|sore|malam)|pagi|siang|sore|"
    r"malam|good (?:morning|afternoon|evening)|dear|salam|"
    r"halo|hallo|hai|hi|hello|tabe'?|permisi|mohon maaf|maaf|pak|bu|bapak|ibu|kak|kakak|min|mimin|"
    r"admin|bapak/ibu|sdr|saudara|"
    r"mas|mbak|bang|ya|iya|iye|baik|siap|ok|oke|sekalian|"
    r"mengganggu|ganggu|sebelumnya|waktunya|izin|ijin|bertanya|dengan|hormat|yth)\b"
    r"[\s,.!/():;\u2026-]*)+",
    re.I,
)
_GREETS = re.compile(
    r"^\W*(?:assala?mu|ass\b|aslm|selamat (?:pagi|siang|sore|malam)|met |pagi|siang|sore|malam|"
    r"halo|hallo|hai|hi\b|hello|tabe|permisi|punten|good )",
    re.I,
)
# ``bisa``, ``boleh`` and ``ada`` ask where a clause begins: ``bisa saya sampaikan`` does not.
_ASKING = re.compile(
    r"\?|\b(?<!tidak )(?<!gak )(?<!ga )(?<!nda )(?<!apa-)(?:apa(?:kah)?(?!-apa| adanya)|apkh)\b|"
    r"\b(?:berapa(?:kah)?|brp|brapa|bagaimana|bgmn|gimana|gmn|gmna|kapan|kpn|(?:di|ke|dari) ?mana|"
    r"dmn|yang mana|yg mana|siapa|mengapa|kenapa|knp|minta|mnta|mohon (?!maaf|doa|izin|pamit|"
    r"perhatian|diisi|segera diisi)|butuh|membutuhkan|memerlukan|mencari|cari|tanya|"
    r"bertanya|menanyakan|tanyakan|konfirmasi|tolong|(?:mau|mo|mw|ingin) (?:tahu|tau|data|tnya|"
    r"nanya|pesan|ambil|unduh|download)|perlu (?:data|tabel|angka|info)|how|what|when|where|which|"
    r"could you|can i|can you|please|need)\b|"
    r"(?:^|[.!?\n])\W*(?:(?:assala\w+|selamat \w+|pagi|siang|sore|malam|halo|maaf|izin|ijin|tabe|"
    r"pak|bu|bapak|ibu|kak|min|mas|mbak|bang|admin)[ ,.!]+)*(?:masih |sudah )?"
    r"(?:bisa|bs|boleh|ada)\b|"
    r"\b\w{2,}kah\b|"
    r"\bkah\b|"
    r"\b(?:atau (?:tidak|belum|bukan)|nda|ndak|enggak|gak|kan ya|ya)\W*$",
    re.I,
)
# Words of politeness and assent; a message of nothing else says nothing.
_TALK_WORDS = """
aamiin adik ajeng alhamdulillah allah amin anda apa apa2 ass assalamualaikum astaga atas baik
baiklah balas balasan balasannya bang banget bantuan bantuannya banyak bapak bapakibu barakallah
begitu benar bener beres berkah berkenan biasa bu buk cek deh dek dengan di dibantu dicek
digituin dimengerti dipahami ditunggu dong faham fast ganggu gitu hadir haha hehe hehehe hormat
ibu ijin iki info infonya informasi informasinya inshaallah insya insyaallah itu iya iyaa iye
iyo izin jawaban jawabannya jazakallah jelas ji juga kabarnya kak kakak kami kamu kan kasi kasih
kembali kerjasama kerjasamanya kesempatan kesempatannya khair klarifikasi lagi lancar luar maaf
makasi makasih malam mantap mantul mas masukan mbak membantu mengerti mengganggu menjawab
merepotkan mi min minta mksh mohon monggo nah naik nggih nice njih no noted oalah oh ohh ok okay
oke okee okey oki oo ooh pagi paham pahami pak pale penjelasan penjelasannya perhatian
perhatiannya respon responnya respons responsnya sa salam sama sama2 samasama sangat sapa saya
sebelumnya sehat sekali sekalian sekian selalu selama selamat semangat semoga senang setuju
siaap siang siap siip silahkan silakan sip sipp sore sudah sukses swt sy syukron tabe tdk telah
tentu terbantu terima terimakasih thank thanks thx tidak tks tq trimakasih trims tunggu udah
untuk waalaikum waalaikumsalam waalaikumussalam waktu waktunya walaikumsalam walaikumussalam
wassalam wb welcome well wr ya yaa yah yes yo you yth
"""
_TALK = frozenset(_TALK_WORDS.split())
_WISH = re.compile(
    r"\b(?:taqabb?al|minal ?[ a']{0,2}idin|mohon maaf lahir|maaf lahir (?:dan|dn|&|n) bat?h?in|"
    r"(?:selamat|slmt|met|happy)[ \w]{0,12} (?:hari raya|idul|lebaran|natal|tahun baru|nyepi|"
    r"waisak|imlek|galungan|kuningan|paskah|puasa|berpuasa|menunaikan ibadah|berbuka|buka puasa|"
    r"hari kartini|hari guru|hari ibu|hut|ulang ?tahun|milad|christmas|new year|birthday|eid|"
    r"maulid|isra|ramadh?an|hari statistik|hari kemerdekaan|hari jadi|berakhir pekan|weekend)|"
    r"dirgahayu|merry christmas|eid mubarak|marhaban ya|merdeka!|^\W*merdeka\b|"
    r"turut ber(?:duka|belasungkawa)|innalill?ahi|lekas sembuh|semoga lekas|get well|"
    r"selamat atas|barakallah fii)",
    re.I | re.M,
)
# One of them is in every wish: spares the pattern.
_WISH_HINTS = (
    *("selamat", "slmt", "met ", "happy", "lahir", "minal", "taqab", "dirgahayu", "christmas"),
    *("mubarak", "marhaban", "merdeka", "duka", "belasungkawa", "innalil", "sembuh", "get well"),
    "barakallah",
)
_WANTS = re.compile(
    r"\b(?:minta|mnta|mohon (?!maaf|doa)|mau|tanya|bertanya|butuh|perlu|berapa|brp|bagaimana|"
    r"gimana|kapan|apakah)\b",
    re.I,
)
_AUTOMATIC = re.compile(
    r"(?:pesan|balasan|jawaban) (?:ini )?(?:dikirim(?:kan)? )?(?:secara )?otomatis|"
    r"automat(?:ic|ed) (?:message|reply)|di luar jam (?:layanan|kerja|pelayanan|operasional)|"
    r"(?:petugas|admin|kami|cs|operator)(?: kami)? akan (?:segera )?(?:mem|di)?balas|"
    r"(?:pesan|chat) (?:anda|bapak/ibu|kakak) (?:sudah|telah|akan)(?: kami)? (?:segera )?"
    r"(?:terima|kami terima|diterima|dibalas|direspon)|"
    r"outside (?:our )?(?:office|business|working) hours|"
    r"terima ?kasih (?:telah|sudah|atas) (?:meng)?hubungi\b(?![^?]{0,200}\b(?:tabel|data|angka)\b)",
    re.I,
)
# One of them is in every automatic message: spares the pattern.
_AUTOMATIC_HINTS = (
    "otomatis",
    "automat",
    "luar jam",
    "balas",
    "terima",
    "respon",
    "hubungi",
    "hours",
)
_HOLDING = re.compile(
    r"\b(?:(?:kami|saya|sy|kita)(?: coba)? (?:cek|cari|tanya(?:kan)?|konfirmasi|koordinasikan|"
    r"teruskan|sampaikan|carikan|cekkan|proses|pelajari|konsultasikan|lihat)\b[^.?!]{0,40}"
    r"(?:dulu|dl|lebih dahulu|terlebih dahulu|nah|ya|sebentar)|"
    r"(?:di)?tunggu(?: sebentar| dulu| ya| sbntr| konfirmasi)|"
    r"sebentar|bentar|sbntr|sabar|segera kami (?:balas|jawab|kabari|info)|nanti (?:kami|saya|sy) "
    r"(?:kabari|kabarkan|info(?:kan)?|hubungi|balas)|"
    r"(?:kami|saya) (?:kabari|infokan) (?:lagi|nanti)|"
    r"akan (?:kami|segera) (?:cek|tindak ?lanjuti|teruskan|proses|sampaikan|jawab|balas)|"
    r"(?:nanti |akan )?(?:kami|saya|sy) (?:sampaikan|teruskan|laporkan|catat) (?:dulu |dl )?"
    r"(?:ke|kepada|pada)|(?:kami|sudah) catat|"
    r"(?:dicek|cek) dulu|one moment|please wait|will get back|let me check)\b",
    re.I,
)
_OFFERS = re.compile(r"\bada yang (?:bisa|dapat) (?:kami |saya |di)?bantu|\bbisa dibantu\?", re.I)
_NO_ANSWER = re.compile(
    r"\b(?:sudah|sdh|udah|telah)(?: kami| saya| di)? ?(?:layani|dilayani|jawab|dijawab|balas|"
    r"dibalas|terima|diterima|tangani|ditangani|hubungi|dihubungi|info(?:kan)?|diinfokan|"
    r"telepon|ditelepon|telp|jelaskan|dijelaskan|selesai|japri|kirim(?:kan)?(?: via| lewat| ke)?|"
    r"dikirim(?: via| lewat| ke)?|tindak ?lanjuti|ditindak ?lanjuti|teruskan|diteruskan)\b|"
    r"\b(?:dijawab|dijelaskan|dilayani|disampaikan|diberikan)(?: \w+)? (?:langsung|lisan|"
    r"via|lewat|melalui|di tempat|telepon)\b|"
    r"\bbelum (?:bisa|dapat|sempat)(?: kami)? (?:dengarkan|mendengar|buka|membuka|jawab|baca|"
    r"membaca|putar|balas)",
    re.I,
)
_CLOSED = re.compile(
    r"(?:percakapan|konsultasi|chat|obrolan|layanan)[^.\n]{0,40}(?:ditutup|tutup|selesai|akhiri)|"
    r"terima ?kasih (?:telah|sudah|atas) (?:meng?hubungi|kunjungan|kepercayaan)|"
    r"semoga (?:membantu|bermanfaat)|"
    r"\bsama[- ]?sama\b",
    re.I,
)
_ADVERT = re.compile(
    r"\b(?:promo|diskon|cashback|gratis (?:ongkir|antar)|flash sale|big sale|obral|cuci gudang|"
    r"harga spesial|dp ringan|cicilan 0|pinjaman cepat|slot gacor|open (?:order|po|reseller))\b",
    re.I,
)
_ADVERT_ALSO = re.compile(
    r"!!|\brp\.? ?\d|\d ?(?:rb|ribu|jt|k)\b|\d ?(?:%|persen)|\b(?:hub|hubungi|order|pesan|"
    r"minimal|berlaku|stok|klik|daftar|wa)\b",
    re.I,
)
_DONE = re.compile(
    r"^\W*(?:(?:\w+[ ,]+){0,3}(?:saya|sy|sa|kami|\w+nya) |"
    r"(?:(?:pak|bu|kak|min|maaf|iya?|baik|ok|oke)[ ,]+)*)"
    r"(?:sudah|sdh|udah|telah|barusan|baru saja)\b",
    re.I,
)
# What tells or hands over something, though no first-person statement is a question anyway.
_INFORMS = re.compile(
    r"\b(?:saya|sy|sa|kami|aku|berikut|terlampir|titip|undangan|mengundang|lapor|izin share)\b|"
    r"^\W*(?:(?:pak|bu|kak|min)[ ,]+)*(?:ini|itu) ",
    re.I,
)
_CONTINUES = re.compile(
    r"^\W*(?:\w+[ ,]+){0,4}(?:tambahan|menambahkan|ralat|koreksi|menyambung|melanjutkan|susulan|"
    r"menindaklanjuti|update|lanjutan|yang (?:kemarin|tadi)|"
    r"(?:terkait|mengenai|soal|untuk|atas) (?:pertanyaan|permintaan)\w*)\b",
    re.I,
)
_TO_ALL = re.compile(
    r"\b(?:bapak[ /,]*(?:dan )?ibu|rekan(?:-rekan)?|teman-teman|semua(?:nya)?|seluruh|all|guys)\b",
    re.I,
)
_EXTRA = re.compile(
    r"\b(?:(?:mau |mo |ingin |izin |ijin )?(?:ber)?tanya lagi|satu lagi|1 lagi|sekalian|"
    r"selain itu|oh ?ya|oh iya|ohiya|pertanyaan (?:lain|kedua|berikut)|yang kedua|yg kedua|"
    r"beda (?:soal|hal)|hal lain|kemudian saya juga|one more|another question)\b",
    re.I,
)
_FOLLOWS = re.compile(
    r"^\W*(?:(?:oh|ooh|ok|oke|baik|siap|iya|iye|pak|bu|kak|min|maaf|lalu|terus|trus|trs|jadi|"
    r"nah|tapi|tp)[ ,.]+)*(?:kalau begitu|kl begitu|klo gitu|kalo begitu|kalau gitu|berarti|"
    r"maksud(?:nya)?|itu|yang itu|yg itu|terus|trus|lalu|jadi|kalau yang|kalo yang|kalo yg|"
    r"kalau yg|kalau untuk|kalo untuk|tapi|tp|then|so|dan|bukan(?:nya|kah)?|tidak|kenapa|"
    r"berapa lama|"
    r"di ?mana|ke ?mana|kapan|formatnya|syaratnya|biayanya|linknya|yang)\b",
    re.I,
)
_REMINDS = re.compile(
    r"\b(?:(?:gimana|bagaimana|bgmn|gmn)(?: \w+){0,2} (?:yang|yg|pertanyaan|permintaan|kelanjutan|"
    r"kabar)|yang (?:kemarin|tadi|minggu lalu)|yg (?:kemarin|tadi)|(?:belum|blm)(?: ada)? (?:di)?"
    r"(?:balas|jawab|jawaban|balasan|kabar)|mohon (?:dibalas|dijawab|jawaban|balasan|respon)|"
    r"menunggu jawaban|ada (?:kabar|jawaban)|sudah ada (?:kabar|jawaban)|any update|up ya|"
    r"masih (?:saya |kami )?tunggu)",
    re.I,
)

# What a full stop does not end: ``No.``, ``Yth.``, and the number of an item.
_ABBREVIATED = re.compile(
    r"(?:^|\s|\()(?:no|jl|jln|gg|lrg|kec|kab|kel|ds|kota|prov|dr|drs|dra|ir|hj?|tn|ny|nn|sdri?|bpk|"
    r"yth|an|a\.n|tgl|th|thn|bln|hlm|hal|tab|gbr|rt|rw|st|s\.d|s/d|dkk|cq|u\.p|up|telp|hp|wa|mr|mrs|"
    r"ms|muh|moh|abd)\.$|^\W*(?:\d{1,2}|[a-h])\.$",
    re.I,
)


_WORD = re.compile(r"[^\W_]+")


class Said(StrEnum):
    """What a message is, by its words."""

    CONTENT = "content"
    TALK = "talk"  # greetings, thanks, assent, thumbs
    WISH = "wish"
    AUTOMATIC = "automatic"
    HOLDING = "holding"  # asks for patience, or says that the matter is done elsewhere
    ADVERT = "advert"


def words_of(text: str) -> list[str]:
    """Splits a text into its words in lower case."""
    return _WORD.findall(text.casefold())


def telling_words(text: str) -> tuple[str, ...]:
    """The words that name a subject, each by its first letters."""
    return _telling(text) if len(text) <= LONGEST_KEPT else _telling.__wrapped__(text)


@lru_cache(maxsize=CLASSES_KEPT)
def _telling(text: str) -> tuple[str, ...]:
    words = (word for word in words_of(text) if word not in _EMPTY)
    return tuple(word[:STEM] for word in words if len(word) > 2 or word.isdigit())


def said(text: str, *, officer: bool) -> Said:
    """Tells what a message is; only the office answers automatically or asks for patience."""
    return _said(text, officer) if len(text) <= LONGEST_KEPT else _class_of(text, officer)


@lru_cache(maxsize=CLASSES_KEPT)
def _said(text: str, officer: bool) -> Said:  # noqa: FBT001 - positional arguments are kept apart
    return _class_of(text, officer)


def _class_of(text: str, officer: bool) -> Said:  # noqa: FBT001
    words = words_of(text)
    if _SMALL.issuperset(words) and "?" not in text:
        return Said.TALK
    if len(words) <= SHORT_ANSWER and is_only_thanks(text):
        return Said.TALK
    if _is_wish(text):
        return Said.WISH
    if not officer:
        return Said.ADVERT if _ADVERT.search(text) and _is_advert(text) else Said.CONTENT
    if len(words) <= SHORT_ANSWER and _OFFERS.search(text):
        return Said.TALK
    low = text.lower()
    if any(hint in low for hint in _AUTOMATIC_HINTS) and _AUTOMATIC.search(text):
        return Said.AUTOMATIC
    if len(words) <= SHORT_HOLDING and _HOLDING.search(text):
        return Said.HOLDING
    if len(words) <= SHORT_ANSWER and _NO_ANSWER.search(text):
        return Said.HOLDING
    return Said.CONTENT


_SMALL = _TALK | (indonesian().stop_words - {"ini"})
_EMPTY = _TALK | indonesian().empty


def _is_wish(text: str) -> bool:
    """A wish of a holiday, unless something is asked beside it."""
    low = text.lower()
    if "?" in text or not any(hint in low for hint in _WISH_HINTS) or not _WISH.search(text):
        return False
    clauses = (clause for clause in re.split(r"[.,!\n]+", text) if not _WISH.search(clause))
    return not any(_WANTS.search(one) and len(telling_words(one)) > 1 for one in clauses)


def _is_advert(text: str) -> bool:
    return "?" not in text and len(_ADVERT_ALSO.findall(text)) > 1


def asks(text: str) -> bool:
    """Whether something is asked or asked for."""
    return "?" in text or (_ASKING.search(text) is not None and bool(telling_words(text)))


def may_ask(text: str) -> bool:
    """Whether a first message may be a question though no word of it asks: ``data padi 2024``."""
    if asks(text):
        return True
    if _DONE.match(text) or _INFORMS.search(text):
        return False
    return len(telling_words(text)) > 1


def continues(text: str) -> bool:
    """Whether an officer says that this belongs to what was answered or asked before."""
    return _CONTINUES.match(text) is not None


def is_to_all(text: str) -> bool:
    """Whether an officer speaks to everybody in a group."""
    return _TO_ALL.search(text[:ADDRESS]) is not None


def greets(text: str) -> bool:
    """Whether a message opens with a greeting."""
    return _GREETS.match(text) is not None


def closes(text: str) -> bool:
    """Whether an officer says goodbye."""
    return _CLOSED.search(text) is not None


def reminds(text: str) -> bool:
    """Whether somebody only asks where the answer is."""
    return len(words_of(text)) <= SHORT_HOLDING and _REMINDS.search(text) is not None


def is_new_matter(text: str) -> bool:
    """Whether the writer says that another question begins."""
    return _EXTRA.search(text) is not None and not _FOLLOWS.match(text)


def is_follow_up(text: str) -> bool:
    """Whether a question cannot be understood without what was said before it."""
    return _FOLLOWS.match(text) is not None


def is_only_thanks(text: str) -> bool:
    """Whether nothing is said but thanks."""
    if "?" in text or not _THANKS.search(text):
        return False
    return len(telling_words(_THANKS.sub(" ", text))) < 2


def thanks(text: str) -> bool:
    """Whether somebody thanks."""
    return _THANKS.search(text) is not None


def without_greeting(text: str) -> str:
    """Takes off the greeting that the text begins with."""
    return _GREETING.sub("", text.strip()).strip()


def sentences(text: str) -> Iterator[str]:
    """Splits a text into its sentences and lines; ``No. 5`` and ``1. Berapa`` stay together."""
    for line in text.split("\n"):
        begun = ""
        for part in re.split(r"(?<=[.?!])\s+", line.strip()):
            begun = f"{begun} {part}".strip()
            if not _ABBREVIATED.search(begun):
                if begun:
                    yield begun
                begun = ""
        if begun:
            yield begun
