"""Removes what precedes a question: number, greeting, addressee, and who asks."""

import re
from functools import partial

from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.curation.exports.phrases.words import content_words
from caridulu.privacy.lists.spoken_words import (
    ADDRESSED,
    FORMAL_REQUESTS,
    QUESTION_WORDS,
    SELVES,
    THANKS,
    THIS,
    WISHES,
)

PLACEHOLDER = r"\[[^\]\n]{2,30}\]"
_ADDRESSED = (
    rf"(?:(?:{ADDRESSED}|petugas|yth|tim|bro|gan|sobat)\.?"
    rf"(?: (?:{PLACEHOLDER}|bps|camat|kades|sekdes|lurah|guru|dosen))*"
    rf"|{PLACEHOLDER})"
)
_HEREBY = r"(?:bersama|dengan|melalui) (?:surat |surel |e-?mail )?ini"
_CALLED = re.compile(rf"^(?:(?:{ADDRESSED}) )?{PLACEHOLDER} (?=\w)", re.I)
# What may stand before a question: whom it is for, who asks, and that something is going to be
# asked. The first that fits is taken off, then again from there.
_LEAD = (
    # ``Bapak [nama],``
    rf"{_ADDRESSED}(?= ?[,.!:-])",
    # ``@[nama] bps bombana``
    rf"(?<=@){PLACEHOLDER}(?: bps(?: \w+)?)?",
    # ``eh,``
    r"(?:eh|oh|ah|wah|nah|hmm|btw)(?= ?[, ])",
    # ``terus berapa``, ``sama cara daftar``
    r"(?:dan|serta|lalu(?! lintas)|terus|trus|trs|kemudian|&)(?= )",
    r"(?:sama|sm) (?=(?:jadwal|data|angka|jumlah|jml|cara|syarat|kapan|di ?mana|bagaimana|gimana|"
    r"berapa|brp|apakah|harga|luas|kode)\b)",
    # ``admin BPS Bombana,``, ``bps mohon``
    r"(?:tim |petugas |admin )?(?:bps|pst)"
    r"(?:(?: \w+){0,2}(?= ?,)|(?= (?:mohon|tolong|izin|ijin)\b))",
    # ``oh iya pak,``, beside what ``without_greeting`` takes off
    r"(?:oh (?:iya|ya)|jadi|begini|gini|terima kasih)"
    r"(?: (?:pak|bu|kak|min|mas|mbak|mengganggu|sebelumnya|waktunya))*(?= ?[,.!:-]| izin| ijin|"
    r" mau| satu| bertanya| bu\b| pak\b| kak\b| min\b)",
    # ``saya mau tanya soal``, ``izin bertanya pak``
    rf"(?:(?:saya|sy|sa|kami|aku|q) )?(?:(?:{WISHES}|izin|ijin|numpang|boleh|"
    r"sekalian|mohon izin) )+"
    r"(?:ber)?(?:tanya|nanya|menanyakan|mengetahui|mengajukan pertanyaan|bertanya|tanyakan|"
    r"konsultasi(?= ?[,.:]| (?:tentang|soal|mengenai|terkait|perihal)\b))(?:kan)?"
    r"(?: lagi)?(?: dulu)?"
    r"(?: (?:tentang|soal|mengenai|terkait|perihal|apakah ya))?(?: (?:pak|bu|kak|min))?",
    # The reason in a letter: ``Sehubungan dengan penyusunan Renja, bersama ini kami mohon ...``
    r"(?:sehubungan dengan|dalam rangka|berkenaan dengan|berhubung|guna|demi|untuk (?:keperluan|"
    r"kepentingan|kebutuhan|melengkapi|memenuhi|mendukung|menyusun|penyusunan|penulisan|penelitian|"
    r"bahan|tugas)) [^.?!\n]{3,300}?,\s*(?:maka,? )?"
    rf"(?=(?:{_HEREBY},? |untuk itu,? )?"
    r"(?:saya|sy|kami)\b[^.?!\n]{0,30}\b(?:me)?(?:mohon|minta|butuh\w*|membutuhkan|memerlukan|perlu|"
    r"mengajukan|bermaksud|ingin|hendak|mencari|nanyakan|bertanya)\b)",
    # ``Bersama ini kami mohon``
    rf"(?:{_HEREBY}|untuk itu|oleh karena itu|sehubungan dengan (?:itu|hal tersebut))"
    r",? (?=(?:saya|sy|kami)\b)",
    # ``Saya mahasiswa UHO, minta data``
    r"(?:saya|sy|kami) (?:dari|selaku|mahasisw\w+)(?: [^.?!,\n]{2,60}?)?[, ]+"
    r"(?=(?:(?:bisa|boleh|dapat) )?(?:minta|mohon|butuh|membutuhkan|memerlukan|mencari)\b)",
    # ``Kami dari Dinas Pertanian, ingin menanyakan``
    rf"(?:saya|sy|kami) (?:dari|selaku|mahasisw\w+) [^.?!,\n]{{2,60}}?[, ]+(?:{WISHES}|izin|ijin) "
    r"(?:bertanya|menanyakan|tanya|nanya)(?: (?:tentang|soal|mengenai|terkait))?",
    # ``yang ingin saya tanyakan adalah``
    rf"(?:yang|yg) (?:(?:saya|sy|kami) )?(?:{WISHES}) (?:(?:saya|sy|kami) )?(?:di)?tanya(?:kan)?"
    r"(?: (?:adalah|ialah|yaitu|yakni))?",
    # ``tolong tanyakan ke BPS``
    r"(?:tolong|mohon|minta) (?:di)?tanyakan(?: (?:ke|kepada|pada|sama) (?:bps|kantor|petugas|"
    rf"{PLACEHOLDER}))?",
    # ``Pertanyaan saya:``
    r"(?:pertanyaan|(?:isi )?pesan|message)(?: (?:saya|kami)|nya)?(?= ?:)",
    # ``Mohon bantuannya kak,``
    rf"(?:mohon|minta|tolong) (?:di)?bantu(?:an(?:nya)?)?(?: (?:{ADDRESSED}|ya))*"
    r"(?:(?= ?[,:])| untuk (?=data\b|info))",
    # ``maksud saya berapa``
    r"maksud(?:nya|ku)?(?: (?:saya|sy|sa|kami))?(?= )",
    # ``satu lagi pak``
    r"(?:satu(?:nya)?|1) (?:lagi|pertanyaan lagi)(?: (?:pak|bu|kak|min))?",
)
_LEADS = re.compile(rf"^\W*(?:{'|'.join(_LEAD)})[\s,.!:;\u2026-]*", re.I)
_NUMBERED = re.compile(
    r"^\W*(?:\(?\d{1,2}[.)]|[a-h][.)]|(?i:(?:yang )?(?:pertama|kedua|ketiga|terakhir)),)\s+(?=\S)"
)
LIST_ITEM = re.compile(rf"{_NUMBERED.pattern}|^\s*[-*\u2022] ")
# ``Saya [nama] dari Desa X, mau tanya ...``; what follows the verb is the question.
_WHO_ASKS = re.compile(
    rf"^\W*(?:(?:perkenalkan|kenalkan)[, ]+)?(?:(?:nama )?(?:{SELVES}|{THIS}|dengan|kami)"
    rf"(?: (?:adalah|dari|ibu|bapak|pak|bu))?[ ,]+)(?:(?:tn|ny|nn|sdr|drs?|hj?)\. ?)*{PLACEHOLDER}"
    r"(?P<about>[^.?!\n]{0,120}?)"
    r"(?:[,.; ]+(?P<verb>(?:(?:mau|mo|ingin|izin|ijin|hendak|mohon) )*(?:ber|me)?"
    r"(?:tanya|nanya|nanyakan|menanyakan|tanyakan|konsultasi)\w*(?: (?:tentang|soal|mengenai|"
    r"terkait))?)\b[\s,:]*|(?P<request>(?=\b(?:mau|ingin|minta|mohon|butuh|perlu|cari|sedang|apakah|"
    r"berapa|bagaimana|kapan|kenapa|apa)\b))|[,;] *)",
    re.I,
)
ROLES = "mahasiswa|mahasiswi|pegawai|staf|operator|dosen|siswa|siswi|guru|peneliti|pelajar"
# What may follow a name up to a comma: ``dari Dinas Pertanian,``, ``warga Desa X,``, ``S.Pd,``; not
# ``dapat tautan sensus tapi warungnya sudah tutup,``.
_OF_ASKER = re.compile(
    r"^\W*(?:(?:\w+\W+){0,3}$|(?:dari|di|pada|selaku|sebagai|asal|tinggal|kuliah|(?:be)?kerja|umur|"
    rf"usia|warga|{ROLES}|mhs|petugas|perangkat|kepala|sekretaris|kasi|kaur|ketua|anggota|"
    r"konsultan|wartawan|jurnalis)\b)",
    re.I,
)
_TRAILING_THANKS = re.compile(
    rf"[\s,.;-]*\b(?:(?:atas .{{0,60}})?(?:{THANKS})\b"
    r"(?: (?:banyak|sebelumnya|pak|bu|kak|min|ya|atas .{0,40}))*|mohon (?:bantuannya|infonya|"
    r"pencerahannya|arahannya|penjelasannya|informasinya)(?: (?:ya|pak|bu|kak|min))*)\W*$",
    re.I,
)
_WORD_ASKS = re.compile(rf"\b(?:apa(?:kah)?|{QUESTION_WORDS})\b", re.I)
_REQUESTS = re.compile(
    r"\b(?:minta|mnta|mohon|butuh|membutuhkan|memerlukan|perlu|cari|mencari|need|request|"
    rf"{FORMAL_REQUESTS}|(?:{WISHES}) (?:minta|cari|tanya|tahu|tau|data|pesan|ambil|unduh|download|"
    r"mohon|lihat))\b|"
    r"\?|\w(?:kah|kan ya)\b",
    re.I,
)


def asks_by_word(text: str) -> bool:
    """Tells whether a text has a word that asks: ``berapa``, ``ke mana``."""
    return _WORD_ASKS.search(text) is not None


def asks_or_requests(text: str) -> bool:
    """Tells whether a text asks, by a word or a question mark, or requests something."""
    return asks_by_word(text) or _REQUESTS.search(text) is not None


def without_leads(sentence: str) -> str:
    """Takes off number, greeting, whom it is for and who asks; never the subject."""
    rest = _TRAILING_THANKS.sub("", _NUMBERED.sub("", sentence)).strip()
    before = ""
    while before != rest:
        before = rest
        for shorten in _SHORTEN:
            shorter = shorten(rest)
            if content_words(shorter) or "?" in shorter or not re.search(r"\w", shorter):
                rest = shorter.strip()
    return rest.strip(" ,;:-\u2026")


def _without_asker(text: str) -> str:
    """Takes ``Saya [nama] dari X,`` off."""
    found = _WHO_ASKS.match(text)
    if not found:
        return text
    is_of_asker = found["verb"] or _OF_ASKER.match(found["about"])
    return text[found.end() if is_of_asker else found.start("about") :]


# ``mas [nama]`` goes before the greeting takes the title away from the name.
_SHORTEN = (partial(_CALLED.sub, ""), without_greeting, _without_asker, partial(_LEADS.sub, ""))
