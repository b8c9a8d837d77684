"""A text and an address in it -> whether somebody may live there, or the place is the matter.

``apakah Jl. Antasari Gang 1 masuk blok sensus`` asks about a street; ``Kantor BPS di Jl. Yani 15``
is where an office is.
"""

import re
from enum import Enum, auto

from caridulu.privacy.entities.address_words import HAMLETS, KIN, LANES, OWNER
from caridulu.privacy.entities.institutions import (
    INSTITUTIONS,
    PARTS,
    clause_before,
    is_of_institution,
    is_of_unnamed_office,
)
from caridulu.privacy.lists.word_lists import usual_word_lists

REACH = 160  # characters


class Standing(Enum):
    """What an address is to those who speak of it."""

    HOME = auto()  # or may be one
    DOUBTED = auto()
    PUBLIC = auto()


_HOME = re.compile(
    rf"\b(?:(?:{OWNER})(?! (?:\w+ )?(?:panitia|pengurus|karang taruna))"
    rf"(?:(?: seorang)? (?:warga|penghuni|penduduk))?|(?:{KIN})(?:ku|nya)|alamat(?! kantor)\w*|"
    r"(?:tempat )?tinggal(?:nya)?|domisili|(?:di)?(?:kirim|antar)\w*|kos\w*|kontrak\w*|pindah\w*|"
    r"pribadi|hp|wa|a\.?n|atas nama|nama(?! (?:jalan|baru|lama|ketua)\b)|"
    r"rmh\w*|rumah(?:ku|nya)?(?! (?:sakit|tangga|makan|warga|dinas|tidak|tdk)\b)|"
    r"(?:pak|bu|bapak|ibu|sdri?|mbak|mas|kak)\b\.?(?= (?-i:[A-Z])))(?!\w)",
    re.I,
)
_NOT = r"(?:belum|blm|tidak|tdk|tak|gak|alun|durung)"
_COUNTED = r"(?:jumlah|jml|berapa|brp|banyaknya|data|unit|persentase|sewa)"
_MATTER = re.compile(
    rf"\b(?:{_COUNTED}(?: (?:\w+ )?rumah)?|apakah|daftar|peta|batas|sampel|susenas|sakernas|seruti|"
    rf"podes|listing|(?:sensus|se\d{{4}}|regsosek)(?!(?: \w+)? {_NOT})|pencacahan|(?:sub ?)?sls|bs|"
    r"blok sensus|nks|muatan|surve[iy]|ruas|panjang|lebar|luas|volume|kepadatan|lalu lintas|harga|"
    r"pedagang|umkm|hotel|kondisi|kerusakan|kemacetan|perbaikan|pelebaran|proyek|ketua(?= $)|"
    r"panitia|pengurus|kelompok|karang taruna|posyandu|pkk|sepanjang|penelitian|skripsi|wilayah|"
    rf"petugas(?! {_NOT})|kode|nama (?:jalan|baru|lama)|lewat)\b",
    re.I,
)
_ASKED = re.compile(
    r"^\W*(?:(?!(?:mau|minta|mohon|ingin|bisa|tolong)\b)[\w'/.-]+ ){0,5}?"
    r"(?:s[./]?d\.?|masuk|termasuk|berapa|brp|jumlah\w*|ada (?:\d+|berapa|brp|data)|data\w*|peta|"
    r"podes|sampel|blok sensus|rusak|macet|panjang\w*|kode|dihitung|batas\w*|luas\w*|hilang|"
    rf"{_NOT} (?:ada|masuk|muncul|terdaftar)|sls|bs|muatan\w*|selesai|nasional|provinsi|urusan)\b",
    re.I,
)
_OFFICE_AT = re.compile(
    rf"\b(?!balai (?!desa|besar|kota|latihan))(?:{INSTITUTIONS}|{PARTS}|"
    r"statistik|hotel|kampus|bank|apotek|lapas|rutan|tugu|museum|bandara|pelabuhan|terminal|stadion|"
    r"sm[akp]\w*|sd\w?)\b"
    r"(?: (?:(?-i:[A-Z\d(])[\w./)-]*|masih|sudah|sdh|ada|yang|yg|itu|baru|lama|pindah|ke|lewat|"
    r"terletak|ber(?:lokasi|alamat)|di|sebelah|depan|samping|dekat|alamat\w*|pajak|pos|camat|lurah|"
    r"desa|bupati|statistik|bps|pst|serbaguna|cabang|aula|lantai|kab\w*|kota))*[,:]? ?(?:di )?$",
    re.I,
)
# No number of a house.
_NO_HOUSE = re.compile(
    rf"\b(?:r\.?t\.?(?:[ /.:]*r\.?w\.?)?|r\.?w\.?|km|sp|blok|jaga|{LANES}|{HAMLETS})[ .:/]*\d+"
    r"(?:[ /.]*\d+)?",
    re.I,
)


def standing(text: str, start: int, end: int) -> Standing:
    """Judges by the sentence that an address stands in."""
    before = clause_before(text[max(0, start - REACH) : start])
    at_home = max((found.end() for found in _HOME.finditer(before)), default=-1)
    office = _OFFICE_AT.search(before)
    if office and at_home <= office.start() and not is_of_unnamed_office(before):
        return Standing.PUBLIC
    if is_of_institution(before) and not _HOME.search(text, start, end):
        return Standing.DOUBTED
    if re.search(r"\d", _NO_HOUSE.sub("", text[start:end])):
        return Standing.HOME
    matter = max((found.end() for found in _MATTER.finditer(before)), default=-1)
    if matter > at_home:
        is_led = not _names_somebody(before[matter:]) and not before.endswith(", ")
        return Standing.PUBLIC if is_led else Standing.DOUBTED
    if at_home < 0 and not _names_somebody(before) and asks_behind(text, end):
        return Standing.PUBLIC
    return Standing.HOME


def asks_behind(text: str, end: int) -> bool:
    """Whether what is said at once behind a place asks about it: ``... ada berapa unit``."""
    return _ASKED.search(text[end : end + REACH]) is not None


def _names_somebody(words: str) -> bool:
    """Whether a word is written as a name, of no place, and is none of everyday."""
    lists = usual_word_lists()
    before = ""
    for word in re.findall(r"[\w'-]+", words):
        low = word.lower()
        is_name = re.fullmatch(r"[A-Z][a-z]{2,}", word) and not lists.is_common(low)
        if is_name and before not in lists.places:
            return True
        before = low
    return False
