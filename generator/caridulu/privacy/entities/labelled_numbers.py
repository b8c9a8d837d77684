"""Text -> numbers that only a word tells: bank accounts, student, insurance and tax numbers.

Label and number need not touch: ``rekening toko di bank daerah ya. Angkanya panjang, 1002 0009``
has words and the end of a sentence between them, ``0009876543210 itu BPJS saya`` the label behind.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from caridulu.privacy.entity import Entity, Kind

REACH = 90  # characters between a label, or a number that had one, and the next number
REACH_BACK = 24  # characters between a number and the label behind it
_OWN = r"(?:nya|ku|mu|x)?"
_FREE = r"(?<![\w.,/:+-])"
_END = r"(?![\w/:])(?![.,]\d)"


@dataclass(frozen=True)
class _Label:
    """What is written beside numbers of a kind, and how many digits these have."""

    kind: Kind
    words: str
    lengths: range | tuple[int, ...]
    letters: bool = False  # whether a letter may stand among the digits

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_])(?:{self.words}){_OWN}(?![^\W_])", re.I)


_BANKS = (
    r"bri|bni|bca|bsi|btn|btpn|bpd|seabank|mandiri|bank (?:[a-z]+)|dana|ovo|gopay|shopeepay|linkaja"
)
_LABELS = (
    _Label(
        Kind.ACCOUNT,
        rf"rek(?:ening)?|norek|{_BANKS}|virtual account|v\.?a|briva|"
        r"(?:tf|trf|transfer)(?: \w+)? (?:ke|dari)",
        range(8, 19),
    ),
    _Label(
        Kind.STUDENT,
        r"nim|nisn|nis|npm|nirm|stambuk|stb|no(?:mor|\.)? (?:stambuk|bp|mahasiswa|mhs)|"
        r"no(?:mor|\.)? ?(?:induk|pokok) (?:maha)?siswa(?: nasional)?",
        range(7, 16),
        letters=True,
    ),
    _Label(Kind.BPJS, r"bpjs|kis|kpj|jkn|jamsostek", (11, 13)),
    _Label(Kind.NPWP, r"npwp(?:1[56])?|wajib pajak", (15, 16)),
    _Label(Kind.KK, r"kk|kartu keluarga", (16,)),
    _Label(  # mistyped ones, too
        Kind.NIK,
        r"n\.?i\.?k|e?-?ktp|nomor induk kependudukan|no(?:mor|\.)? identitas|kependudukan",
        range(14, 19),
    ),
    _Label(Kind.NIK, r"a\.\s?n|an|a/n|atas nama", (16,)),
    _Label(Kind.NIP, r"nip|nomor induk pegawai", range(9, 19)),
    _Label(
        Kind.IDENTITY,
        r"(?:id|no(?:mor|\.)?) ?pel(?:anggan)?|meteran|nib|induk berusaha|nuptk|nrp|nidn|imei|"
        r"paspor|passport|sim",
        range(6, 19),
        letters=True,
    ),
)
_ANY_LABEL = re.compile("|".join(label.pattern.pattern for label in _LABELS), re.I)
_NUMBER = re.compile(
    rf"{_FREE}(?:[A-Z] |[A-Z]{{1,3}}[.-]?)?\d(?:[A-Za-z](?=\d))?(?:[ .-]{{0,2}}\d){{5,21}}{_END}"
)
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|"
    r"[0-2]?\d\.[0-5]\d)(?!\d)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+$")
_MONEY = re.compile(r"(?:\b(?:rp\.?|idr|usd)|\$)\s?$", re.I)
_UNIT = re.compile(
    r"\s*(?:rupiah|juta|miliar|milyar|triliun|ribu|jiwa|orang|ton|kg|persen|%|ha|hektare?|km|unit|"
    r"ekor|rumah|usaha|penduduk|kuintal|liter|kwh|usd|dolar)\b|\s*%",
    re.I,
)
# A number that another word names: an area, a publication, a letter, a ticket.
_OTHERWISE = re.compile(
    r"\b(?:kode|wilayah|desa|kelurahan|kecamatan|blok|idsls|idsubsls|sls|bs|tabel|publikasi|"
    r"katalog|isbn|issn|kbli|kbki|surat|tiket|antrean|antrian|berkas|jumlah|banyaknya|total|"
    r"sebanyak|sebesar|pdrb|penduduk)(?:nya)?[\s:.]{1,3}(?:\w+[\s:.]{1,3}){0,2}$",
    re.I,
)
_COUNTED = re.compile(r"\b(?:jumlah|banyaknya|total|sebanyak|kredit|simpanan|tabungan)\b", re.I)


def has_label(text: str) -> bool:
    """Says whether a text names a kind of number."""
    return _ANY_LABEL.search(text) is not None


def find_labelled(text: str, *, before: str) -> Iterator[Entity]:
    """Finds numbers whose label stands apart from them, in a line or in the one before it.

    Of several kinds of one number, that with the nearest label comes first.
    """
    offset = len(before) + 1 if before else 0
    whole = f"{before}\n{text}" if before else text
    numbers = [match for match in _NUMBER.finditer(whole) if _may_identify(whole, match)]
    labels = _LABELS if numbers and has_label(whole) else ()
    labelled = [one for label in labels for one in _labelled(whole, label, numbers)]
    for one in sorted(labelled, key=lambda one: one.distance):
        if one.start >= offset:
            number = whole[one.start : one.end]
            yield Entity(one.kind, number, one.start - offset, one.end - offset)


def has_unit(text: str, number: re.Match[str]) -> bool:
    """Says whether what a number counts stands behind it."""
    return _UNIT.match(text, number.end()) is not None


def _may_identify(text: str, match: re.Match[str]) -> bool:
    """Whether a number is no date, amount, count or code with a word of its own."""
    if _DATE.search(match[0]) or _THOUSANDS.match(match[0]) or has_unit(text, match):
        return False
    groups = re.findall(r"\d+", match[0])
    if len(groups) > 1 and are_years(groups):
        return False
    around = text[max(0, match.start() - 40) : match.start()]
    return not (_MONEY.search(around) or _OTHERWISE.search(around))


def are_years(numbers: Iterable[str]) -> bool:
    return all(re.fullmatch(r"(?:19|20)\d\d", number) for number in numbers)


@dataclass(frozen=True, slots=True)
class _LabelledNumber:
    """A number in a text, and how far away its label stands."""

    kind: Kind
    start: int
    end: int
    distance: int  # characters


def _labelled(text: str, label: _Label, numbers: list[re.Match[str]]) -> Iterator[_LabelledNumber]:
    """Finds the numbers of a label's shape that stand behind it, or shortly before it."""
    labels = [match.span() for match in label.pattern.finditer(text)]
    last = -1  # where the number before this one ends, if it had the label
    for number in numbers if labels else ():
        if not _fits(label, number[0]):
            continue
        start, end = number.span()
        before = max([last, *(stop for _, stop in labels if stop <= start)])
        behind = (at for at, _ in labels if at >= end and _is_behind(text, end, at))
        if before >= 0 and _reaches(text, before, start):
            distance = start - before
        elif (at := next(behind, None)) is not None:
            distance = at - end
        else:
            continue
        last = end
        yield _LabelledNumber(label.kind, start, end, distance)


def _fits(label: _Label, number: str) -> bool:
    has_letters = any(char.isalpha() for char in number)
    return sum(map(str.isdigit, number)) in label.lengths and (label.letters or not has_letters)


def _reaches(text: str, near: int, start: int) -> bool:
    """Whether a label still speaks of a number: not of how many there are."""
    counted = _COUNTED.search(text, max(0, near - 30), start)
    return start - near <= REACH and not counted


def _is_behind(text: str, end: int, begin: int) -> bool:
    between = text[end:begin]
    return len(between) <= REACH_BACK and not re.search(r"[\d\n.;,]", between)
