"""Text -> numbers and addresses by which a person can be identified or reached.

Statistics must survive: a number that touches a thousand separator or a decimal comma, a list of
years, an area code and a figure with its unit are none of these.
"""

import re
from collections.abc import Iterator

from caridulu.privacy.entities.entity import Confidence, Hit, Kind
from caridulu.privacy.keyword_filter import LONG_NUMBER

SURE, ASK = Confidence.SURE, Confidence.ASK
_GAP = r"[_ \u00a0\u2009\u202f.\-\u2010-\u2013/]"
# Not the tail or the head of a longer figure; numbers in a list may touch a comma.
_FREE = r"(?<!\w)(?:(?<!\d[.,])|(?<=\d{9}[.,]))"
_END = r"(?!\w)(?![.,]\d{1,8}(?!\d))"
_UNIT = re.compile(
    r"\s*(?:rupiah|juta|miliar|milyar|triliun|ribu|jiwa|orang|ton|kg|persen|%|ha|hektare?|km|unit|"
    r"ekor|rumah|usaha|penduduk|kuintal|liter|kwh|usd|dolar)\b|\s*%",
    re.IGNORECASE,
)

_NIK_WORD = (
    r"nik|ktp|e-?ktp|n\.i\.k\.?|nomor induk kependudukan|no(?:mor|\.)? identitas|kependudukan"
)
_KK_WORD = r"kk|kartu keluarga"
_NPWP_WORD = r"npwp"
_AREA_WORD = re.compile(r"idsubsls|sub-?\s?sls|\bsls\b|kode (?:wilayah|blok|desa|sub)|\bbs\b", re.I)

_SIXTEEN = re.compile(
    rf"{_FREE}(?:\d{{16}}|\d{{4}}(?:{_GAP}{{1,3}}\d{{4}}){{3}}|"
    rf"\d{{6}}{_GAP}{{1,3}}\d{{6}}{_GAP}{{1,3}}\d{{4}}"
    rf"|\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{6}}{_GAP}\d{{4}}){_END}"
)
_EIGHTEEN = re.compile(
    rf"{_FREE}(?:\d{{18}}|\d{{8}}{_GAP}{{1,3}}\d{{6}}{_GAP}{{1,3}}\d{{1}}{_GAP}{{1,3}}\d{{3}}"
    rf"|\d{{8}}{_GAP}{{1,3}}\d{{6}}{_GAP}?\d{{4}}){_END}"
)
_NPWP = re.compile(rf"{_FREE}\d{{2}}[. ]\d{{3}}[. ]\d{{3}}[. ]\d[-. ]\d{{3}}[. ]\d{{3}}(?!\d)")
_FIFTEEN = re.compile(rf"{_FREE}\d{{15}}{_END}")
_MOBILE = re.compile(
    r"(?<![\w.])(?:(?<!,)|(?<=\d{9},))(?:wa\.me/)?"
    rf"(?:\(?(?:\+|00)\s?62\)?{_GAP}{{0,2}}\(?0?\)?{_GAP}{{0,2}}|62{_GAP}{{0,2}}|"
    rf"\(?[0oO]\)?(?:[ -]{{1,2}})?)"
    rf"8(?:\)?{_GAP}{{0,2}}\(?\d){{8,11}}(?!\d)(?![.,]\d{{1,8}}(?!\d))"
)
_WA_LINK = re.compile(r"(?:wa\.me/|phone=|tel:|whatsapp\.com/send/?\?phone=)\+?(\d{9,15})", re.I)
_BARE_MOBILE = re.compile(rf"{_FREE}8[1-35-9]\d{{8,10}}{_END}")
_PHONE_WORD = (
    r"hp|wa|whats?app|telp?|tlp|tlpn|telp\.|telepon|telpon|hape|nomor|nomer|nmr|no|kontak|call|sms|"
    r"hubungi|handphone|ponsel|fax|faks"
)
_LANDLINE = re.compile(
    rf"{_FREE}(?:\(0\d{{2,3}}\)[ -]?\d{{3}}(?:[ -]?\d){{2,5}}|"
    rf"\+62[ -]?[2-79]\d{{1,2}}[ -]?\d{{5,8}})(?!\d)"
)
_LANDLINE_BARE = re.compile(rf"{_FREE}0[2-79]\d{{1,2}}[ -]?\d{{5,8}}{_END}")
_DIGIT_WORD = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan)"
_SPELLED = re.compile(
    rf"\b(?:nol|kosong)[\s,-]+(?:delapan|lapan)(?:[\s,-]+{_DIGIT_WORD}){{7,11}}\b", re.I
)
# Every e-mail address has the first, every number without a keyword of its own the second. Patterns
# that begin with a set of characters are fast.
_AT = re.compile(
    r"[@%(\[{aeAE](?:(?<=@)|(?<=%)40|(?<=[(\[{])\s?[aA][tT]|(?<=[aeAE])[tT](?<!\w\w\w) )"
)
_LONG = re.compile(LONG_NUMBER)
_DIGIT = re.compile(r"\d")
_EMAIL = re.compile(
    r"[\w.+%-]+(?:@|%40|\s?[(\[{]\s?(?:at|@)\s?[)\]}]\s?)[\w-]+"
    r"(?:(?:\.|\s?[(\[{]\s?(?:dot|titik)\s?[)\]}]\s?)[\w-]+)+",
    re.I,
)
_EMAIL_LOOSE = re.compile(
    r"[\w.+-]+(?: @ ?| ?@ )[\w-]+(?: ?\. ?[\w-]+)+|"
    r"[\w.+-]+ (?:at|et) (?:gmail|yahoo|ymail|hotmail|outlook|[\w-]+)"
    r"(?: (?:dot|titik) (?:com|co|id|ac|go|net|org))+\b|"
    r"[\w.+-]+@(?:gmail|yahoo|ymail|hotmail|outlook|icloud|rocketmail)\b(?:[ ,]com\b)?",
    re.I,
)
_BANK = (
    r"rek(?:ening)?\.?|norek|no\.? ?rek\.?|bri|bni|bca|bsi|btn|mandiri|bank sultra|bpd|btpn|"
    r"seabank|"
    r"virtual account|v\.?a\.?|briva|dana|ovo|gopay|shopeepay|linkaja"
)
_ACCOUNT = re.compile(
    rf"\b(?:{_BANK})\b[^\d\n]{{0,28}}?(?<![\d.,])(\d[\d -]{{6,22}}\d){_END}", re.I
)
_COUNTED = re.compile(r"\b(?:jumlah|banyaknya|total|sebanyak|kredit|simpanan|tabungan)\b", re.I)
_BPJS = re.compile(
    r"\b(?:bpjs|kis|kpj|jkn|jamsostek)\b[^\d\n]{0,30}?(?<![\d.,])((?:\d[ -]?){10,12}\d)" + _END,
    re.I,
)
_STUDENT = re.compile(
    r"\b(?:nim|nisn|nis|npm|nirm|nomor induk (?:maha)?siswa|no(?:mor|\.)? (?:stambuk|bp)|stambuk)\b"
    r"[^\w\n]{0,4}(?:saya|sy|adalah|nya|:)?[^\w\n]{0,3}"
    r"([A-Za-z]{0,3}[\d.]*(?:[ .-]?[A-Za-z]{0,2}[ .-]?\d{1,10}){1,5})" + r"(?!\w)",
    re.I,
)
_STUDENT_SHAPE = re.compile(r"(?<!\w)[A-Za-z]\d[A-Za-z]\d?(?: ?\d{2} ?\d{3,4}|\d{5,7})(?!\w)")
_IDENTITY = re.compile(
    r"\b(?:paspor|passport)\b[^\d\n]{0,12}?\b([A-Z]{1,2} ?\d{6,7})\b|"
    r"\b(?:sim [abc]\d?|sim|nomor sim)\b[^\d\n]{0,8}?((?:\d[ -]?){11,13}\d)" + _END + "|"
    r"\b(?:plat|nopol|nomor polisi|no\.? ?pol\.?|kendaraan|motor|mobil)\b[^\d\n]{0,12}?"
    r"\b([A-Z]{1,2} ?\d{2,4} ?[A-Z]{1,3})\b|"
    r"\bnip(?: lama)?\b[^\d\n]{0,25}((?:\d[ .-]?){8,17}\d)" + _END + "|"
    r"\b(?:nuptk|nrp|nidn|imei)\b[^\d\n]{0,6}((?:\d[ -]?){7,15}\d)" + _END,
    re.I,
)
_MONTHS = r"jan|feb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|des"
_BIRTH = re.compile(
    r"\b(?:(?:tempat[,/ &]*(?:dan )?)?(?:tanggal|tgl|"
    r"tgl\.) ?(?:/ ?bulan ?/ ?tahun )?lahir(?:nya)?|ttl|lahir|kelahiran)\b"
    r"[^\d\n]{0,30}?"
    rf"(\d{{1,2}} ?(?:[-/.] ?\d{{1,2}} ?[-/.] ?|\s(?:{_MONTHS})[a-z]*\.?\s)\d{{2,4}})(?!\d)",
    re.I,
)


def identifiers(text: str) -> Iterator[Hit]:
    """Every identifying number or e-mail address."""
    if _AT.search(text):
        yield from _emails(text)
    if not _DIGIT.search(text):
        yield from _spelled(text)
        return
    if _LONG.search(text):
        yield from _long_numbers(text)
        yield from _phones(text)
        yield from _accounts(text)
    yield from _with_keyword(text)
    yield from _spelled(text)


def _emails(text: str) -> Iterator[Hit]:
    for pattern in (_EMAIL, _EMAIL_LOOSE):
        for match in pattern.finditer(text):
            yield _hit(match, Kind.EMAIL, SURE)


def _spelled(text: str) -> Iterator[Hit]:
    if "lapan" in text.lower():
        for match in _SPELLED.finditer(text):
            yield _hit(match, Kind.PHONE, SURE)


def _hit(match: re.Match[str], kind: Kind, confidence: Confidence, *, group: int = 0) -> Hit:
    return Hit(match.start(group), match.end(group), kind, confidence, match[group])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _word_before(text: str, start: int, words: str, *, reach: int = 30) -> bool:
    """Whether one of ``words`` stands shortly before, in the same clause."""
    before = text[max(0, start - reach) : start]
    return (
        re.search(rf"(?<![a-z])(?:{words})(?:nya|ku)?(?![a-z])[^\d\n;]*$", before, re.I) is not None
    )


def _word_after(text: str, end: int, words: str) -> bool:
    return (
        re.match(
            rf"[^\w\n]*(?:(?:itu|ini|adalah) )?(?:{words})(?![a-z])", text[end : end + 30], re.I
        )
        is not None
    )


def _long_numbers(text: str) -> Iterator[Hit]:
    for match in _NPWP.finditer(text):
        yield _hit(match, Kind.NPWP, SURE)
    for match in _SIXTEEN.finditer(text):
        yield from _sixteen(text, match)
    for match in _EIGHTEEN.finditer(text):
        if _is_nip(_digits(match[0])) or _word_before(text, match.start(), "nip|nip\\."):
            yield _hit(match, Kind.NIP, SURE)
        elif " " not in match[0]:
            yield _hit(match, Kind.NIP, ASK)
    for match in _FIFTEEN.finditer(text):
        if _word_before(text, match.start(), _NPWP_WORD):
            yield _hit(match, Kind.NPWP, SURE)
        elif not _UNIT.match(text, match.end()):
            yield _hit(match, Kind.NPWP, ASK)


def _sixteen(text: str, match: re.Match[str]) -> Iterator[Hit]:
    """NIK, family card and new tax numbers; asked when it can be an area code of the census."""
    digits, start = _digits(match[0]), match.start()
    grouped = not match[0].isdigit()
    for words, kind in ((_KK_WORD, Kind.KK), (_NPWP_WORD, Kind.NPWP), (_NIK_WORD, Kind.NIK)):
        said = _word_before(text, start, words) or (
            not grouped and _word_after(text, match.end(), words)
        )
        if said and not (grouped and _COUNTED.search(text, 0, start) and not is_nik(digits)):
            yield _hit(match, kind, SURE)
            return
    groups = re.split(r"\D+", match[0])
    if grouped and all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups):
        return
    if _UNIT.match(text, match.end()):
        return
    if not is_nik(digits):
        if not grouped:
            yield _hit(match, Kind.NIK, ASK)
        return
    area = _AREA_WORD.search(text) or _like_area_code(digits)
    yield _hit(match, Kind.NIK, ASK if area else SURE)


def is_nik(digits: str) -> bool:
    """Whether 16 digits have a province, a regency and a birthday where a NIK has them."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return (
        11 <= int(digits[:2]) <= 97
        and digits[2:4] != "00"
        and (1 <= day <= 31 or 41 <= day <= 71)
        and 1 <= month <= 12
        and digits[12:] != "0000"
    )


def _like_area_code(digits: str) -> bool:
    """Sub-SLS id: regency 4, district 3, village 3, SLS 4, sub-SLS 2 digits.

    An SLS number below 100 reads as a birth year 00 with a serial number of 100 or more, which
    no regency gives out for one birthday.
    """
    return digits[10:12] == "00" and digits[12:14] != "00" and int(digits[14:]) < 20


def _is_nip(digits: str) -> bool:
    return (
        digits[:2] in ("19", "20")
        and 1 <= int(digits[4:6]) <= 12
        and 1 <= int(digits[6:8]) <= 31
        and digits[8:10] in ("19", "20")
        and (
            1 <= int(digits[12:14]) <= 12 or digits[12:14] == "21"
        )  # 21: civil servants by contract
    )


def _phones(text: str) -> Iterator[Hit]:
    for match in _MOBILE.finditer(text):
        digits = _digits(re.sub(r"^(wa\.me/)", "", match[0]).replace("o", "0").replace("O", "0"))
        national = re.sub(r"^(?:0062|62)?0?", "", digits)
        if 9 <= len(national) <= 12 and not _UNIT.match(text, match.end()):
            yield _hit(match, Kind.PHONE, SURE)
    for match in _WA_LINK.finditer(text):
        yield _hit(match, Kind.PHONE, SURE, group=1)
    for match in _LANDLINE.finditer(text):
        yield _hit(match, Kind.PHONE, SURE)
    for match in _LANDLINE_BARE.finditer(text):
        if _word_before(text, match.start(), _PHONE_WORD, reach=24):
            yield _hit(match, Kind.PHONE, SURE)
    for match in _BARE_MOBILE.finditer(text):
        if _word_before(text, match.start(), _PHONE_WORD, reach=24):
            yield _hit(match, Kind.PHONE, SURE)
        elif len(match[0]) > 10 and not _UNIT.match(text, match.end()):
            yield _hit(match, Kind.PHONE, ASK)


def _accounts(text: str) -> Iterator[Hit]:
    for match in _ACCOUNT.finditer(text):
        number = match[1]
        years = all(re.fullmatch(r"(?:19|20)\d\d", part) for part in re.split(r"[ -]+", number))
        counted = _COUNTED.search(text[max(0, match.start() - 25) : match.start(1)])
        fits = not years and not counted and 8 <= len(_digits(number)) <= 18
        if fits and not _UNIT.match(text, match.end()):
            yield _hit(match, Kind.ACCOUNT, SURE, group=1)
    for match in _BPJS.finditer(text):
        if len(_digits(match[1])) in (11, 13) and not _UNIT.match(text, match.end()):
            yield _hit(match, Kind.BPJS, SURE, group=1)


def _with_keyword(text: str) -> Iterator[Hit]:
    for match in _STUDENT.finditer(text):
        if len(_digits(match[1])) >= 4:
            yield _hit(match, Kind.STUDENT, SURE, group=1)
    for match in _STUDENT_SHAPE.finditer(text):
        yield _hit(match, Kind.STUDENT, SURE)
    for match in _IDENTITY.finditer(text):
        group = match.lastindex or 0
        kind = Kind.NIP if group == 4 else Kind.IDENTITY
        yield _hit(match, kind, SURE, group=group)
    for match in _BIRTH.finditer(text):
        yield _hit(match, Kind.BIRTH, SURE, group=1)
