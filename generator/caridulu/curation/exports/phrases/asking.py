"""Whether a message asks something, and names what it asks about."""

import re

from caridulu.curation.exports.phrases.subjects import CIRCUMSTANCES, only_points_back
from caridulu.curation.exports.phrases.words import Wording, cached, content_words
from caridulu.privacy.lists.spoken_words import (
    ADDRESSED,
    FORMAL_REQUESTS,
    GREETINGS,
    QUESTION_WORDS,
    WISHES,
)

OWN_WORDS = 3  # content words with which a question has a subject of its own
_ASKING = Wording(
    # ``apakah gratis``; not ``tidak apa-apa``, ``apa adanya``
    r"\?|\b(?<!tidak )(?<!gak )(?<!ga )(?<!nda )(?<!apa-)(?:apa(?:kah)?(?!-apa| adanya)|apkh)\b|"
    # ``berapa``, ``yang mana``, ``mohon data``, ``ingin tahu``; not ``mohon maaf``
    rf"\b(?:{QUESTION_WORDS}|yang mana|yg mana|minta|mnta|mohon(?! (?:maaf|doa|izin|pamit|"
    r"perhatian|diisi|segera diisi)\b)|butuh|membutuhkan|memerlukan|mencari|cari|"
    r"(?<!yang )(?<!yg )tanya|bertanya|nanya|menanyakan|tanyakan|konfirmasi|tolong|"
    rf"{FORMAL_REQUESTS}|(?:{WISHES}) (?:tahu|tau|"
    r"data|tnya|nanya|pesan|ambil|unduh|download)|"
    r"perlu (?:data|tabel|angka|info|jumlah|jml|nilai|persentase|daftar|peta)|"
    r"(?:saya|sy|sa|kami) (?:juga )?perlu(?:kan)? (?!(?:di|me|men|sampaikan|jelaskan|tambahkan|"
    r"informasikan|tegaskan|luruskan|ingatkan|beri|cek|ke|datang|waktu)\w*)|"
    r"could you|can i|can you|please|need)\b|"
    # ``Selamat pagi, bisa diunduh di mana``: where a clause begins, unlike ``bisa saya sampaikan``
    rf"(?:^|[.!?\n])\W*(?:(?:{GREETINGS}|{ADDRESSED}|assala\w+|maaf|izin|ijin)[ ,.!]+)*"
    r"(?:masih |sudah )?"
    r"(?:bisa|bs|boleh|sage[dt]|iso|tiasa|aya|wonten|"
    r"ada(?! (?:yang|yg|orang) (?:me)?(?:minta|ngaku|datang|tele?pon|tlp|hubungi)\b))\b|"
    # ``wajibkah``, ``kok turun``, ``bisa kah``
    r"\b\w{2,}kah\b|\b(?:kok|apa(?:nya|ne)|opone)\b|"
    r"\bkah\b|"
    # ``sudah rilis apa belum``, ``ada datanya ga``, ``penyebutnya itu pertengahan tahun atau akhir
    # tahun``
    r"\b(?:sudah|sdh|udah)\b[^.?!\n]{0,40}\b(?:belum|blm)\b|"
    r"\b(?:bisa|bs|boleh|ada|ado|dapat|perlu|harus|termasuk)(?: \w+){0,2} "
    r"(?:ga|gak|ngga|nggak|enggak|ndak|nda|kada|indak)\b(?! (?:bisa|ada|boleh|dapat|perlu)\b)|"
    r"\bitu\b[^.?!\n]{3,80}\batau\b[^.?!\n]{2,40}$|"
    # ``wajib atau tidak``, ``gratis kan ya``
    r"\b(?:atau (?:tidak|belum|bukan)|nda|ndak|enggak|nggak|ngga|gak|ga|m?boten|ora|"
    r"henteu|indak|kan ya|ya)\W*$",
)
# ``lupa sandi``, ``tidak bisa masuk``, ``ora bisa login``.
_TROUBLE = Wording(
    r"\b(?:error|eror|gagal|terkendala|bermasalah|"
    r"(?:lupa|lali|kesupen|lupo|poho|hilap) (?:password|passphrase|pass|(?:kata )?sandi|pin|akun|"
    r"username)(?:ny[ao]|n?e)?|"
    r"(?:tidak|tdk|tak|gak|ga|nggak|ngga|ndak|nda|dak|ora|m?boten|indak|kada|teu|belum|blm|durung|"
    r"dereng|balum) (?:bisa|bs|dapat|iso|saged|tiasa|kawa) "
    r"(?:di)?(?:akses|buka|masuk|mlebu|mlebet|masuak|log ?in|unduh|download|kirim|terima|simpan|"
    r"cetak|daftar|upload|unggah)\w*)\b",
)
# Who tells or hands over something, or has done it: ``mau lapor``, ``berikut datanya``, ``Pak, ini
# suratnya``, ``sudah isi``. What has no word that asks is no question in the first person either.
_INFORMS = Wording(
    r"\b(?:(?:mau|cuma|hanya|sekadar) (?:me)?ng(?:abar|info|lapor)\w+|"
    r"saya|sy|sa|kami|aku|berikut|terlampir|titip|undangan|mengundang|lapor|izin share)\b|"
    r"^\W*(?:(?:pak|bu|kak|min|maaf|iya?|baik|ok|oke)[ ,]+)*(?:ini|itu|sudah|sdh|udah|telah) ",
)
# A reason or a state beside a question: ``buat skripsi soalnya``, ``atapnya belum diganti``.
_TELLS = re.compile(
    r"^\W*(?:buat|untuk|utk|guna)\b|\b(?:karena|krn|karna|sebab|soaln(?:y[ao]|e)|supaya|biar|agar|"
    r"padahal|sudah|sdh|udah|belum|blm|tidak|tdk|gak?|nggak|ndak|nda)\b(?!\W*$)",
    re.I,
)
# Behind a question: ``nilai tukar petani juga``, ``Sabtu buka tidak``.
_MORE = re.compile(
    r"^\W*(?:jadwal|data|angka|jumlah|jml|cara|syarat|harga|luas|kode|nilai|produksi|alamat|nomor|"
    r"no)\b|\b(?:juga|jg)\b|\b(?:tidak|tdk)\W*$",
    re.I,
)
_SOFTENED = re.compile(r"\bya\W*$", re.I)  # ``nomor saya 0812... ya`` tells


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
    if _INFORMS.search(text):
        return False
    return len(content_words(text)) > 1 and not only_points_back(text)


def adds(text: str) -> bool:
    """Tells whether a sentence behind a question may belong to what is asked: ``lada juga``."""
    return not _INFORMS.search(text) and not _TELLS.search(text)


def asks_more(text: str) -> bool:
    """Tells whether a sentence behind a question is another one: ``jumlah sapi ya``."""
    return adds(text) and (asks(text) or _MORE.search(text) is not None)


def tells_trouble(text: str) -> bool:
    """Tells whether somebody says what does not work, and so asks what to do about it."""
    return _TROUBLE.search(text) is not None


@cached
def has_own_subject(text: str) -> bool:
    """Tells whether a question names a matter, not only its cost or how long it takes."""
    if "?" not in text and not asks(_SOFTENED.sub("", text)):
        return False
    own = {word for word in content_words(text) if not word.isdigit()} - CIRCUMSTANCES
    return len(own) >= OWN_WORDS
