"""Text -> numbers and addresses by which a person can be identified or reached.

Statistics must survive: a number that touches a thousand separator or a decimal comma, a list of
years, an area code and a figure with its unit are none of these.
"""

import re
from collections.abc import Collection, Iterator

from caridulu.privacy.entities.email_addresses import AT_WORDS, find_email_addresses
from caridulu.privacy.entities.institutions import is_of_institution
from caridulu.privacy.entities.labelled_numbers import are_years, find_labelled, has_unit
from caridulu.privacy.entities.social_accounts import CUES, find_social_accounts
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.month_names import LIKE_MONTH_NAME

_GAP = r"[_ \u00a0\u2009\u202f.\-\u2010-\u2013/]"
# Around a number: it is not part of a longer figure; numbers in a list may touch a comma.
_FREE = r"(?<!\w)(?:(?<!\d[.,])|(?<=\d{9}[.,]))"
_END = r"(?!\w)(?![.,]\d{1,8}(?!\d))"

# NIK (16 digits: area 6, birthday 6, serial 4) and family card (the same with the date of issue),
# Law 24/2013 on civil registration; tax number since 2024: a NIK, or 0 and the old number.
_SIXTEEN = re.compile(
    rf"{_FREE}(?:\d{{16}}|\d{{4}}(?:{_GAP}{{1,3}}\d{{4}}){{3}}|"
    rf"\d{{6}}{_GAP}{{1,3}}\d{{6}}{_GAP}{{1,3}}\d{{4}}"
    rf"|\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{6}}{_GAP}\d{{4}}){_END}"
)
# NIP of civil servants: birthday 8, month of appointment 6, sex 1, serial 3 (BKN 22/2007).
_EIGHTEEN = re.compile(
    rf"{_FREE}(?:\d{{18}}|\d{{8}}{_GAP}{{1,3}}\d{{6}}{_GAP}{{1,3}}\d{{1}}{_GAP}{{1,3}}\d{{3}}"
    rf"|\d{{8}}{_GAP}{{1,3}}\d{{6}}{_GAP}?\d{{4}}){_END}"
)
# Tax number until 2024: 99.999.999.9-999.999, with full stops or spaces, or without.
_NPWP = re.compile(rf"{_FREE}\d{{2}}[. ]\d{{3}}[. ]\d{{3}}[. ]\d[-. ]\d{{3}}[. ]\d{{3}}(?!\d)")
_FIFTEEN = re.compile(rf"{_FREE}\d{{15}}{_END}")
# Mobile numbers begin with 08, +62 8 or 0062 8 and have 9 to 12 further digits (national numbering
# plan, Ministry of Communication 14/2018); people put the digits in groups, and O for 0.
_MOBILE = re.compile(
    r"(?<![\w.])(?:(?<!,)|(?<=\d{9},))(?:(?i:wa)\.me/)?"
    rf"(?:\(?(?:\+|00)\s?62\)?{_GAP}{{0,2}}\(?0?\)?{_GAP}{{0,2}}|62{_GAP}{{0,2}}|"
    rf"\(?[0oO]\)?(?:[ -]{{1,2}})?)"
    rf"8(?:\)?{_GAP}{{0,3}}\(?\d){{8,11}}(?!\d)(?![.,]\d{{1,8}}(?!\d))"
)
_WA_LINK = re.compile(r"(?:wa\.me/|phone=|tel:|whatsapp\.com/send/?\?phone=)\+?(\d{9,15})", re.I)
_BARE_MOBILE = re.compile(rf"{_FREE}8[1-35-9](?:[ -]?\d){{7,10}}{_END}")
_CALL_WORD = (
    r"hp|wa|whats?app|telp?|tlp|tlpn|telp\.|telepon|telpon|hape|kontak|call|sms|hubungi|handphone|"
    r"ponsel|fax|faks"
)
_PHONE_WORD = rf"{_CALL_WORD}|nomor|nomer|nmr|no"
# Landlines: area code of 2 or 3 digits after 0 or +62, in brackets or after a word for telephone.
_LANDLINE = re.compile(
    rf"{_FREE}(?:\(0\d{{2,3}}\)[ -]?\d{{3}}(?:[ -]?\d){{2,5}}|"
    rf"\+62[ -]?[2-79]\d{{1,2}}[ -]?\d{{5,8}})(?!\d)"
)
_LANDLINE_BARE = re.compile(rf"{_FREE}0[2-79]\d{{1,2}}[ -]?\d{{5,8}}{_END}")
# A mobile number in words: "nol delapan satu dua ..."; digits may follow.
_ZERO = "nol|kosong"
_DIGIT_WORD = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan)"
_SPELLED = re.compile(
    rf"\b(?:{_ZERO})[\s,-]+(?:delapan|lapan)(?:[\s,.-]{{1,3}}{_DIGIT_WORD}\b|[\s,.-]{{0,3}}\d){{7,11}}"
    r"(?!\d)",
    re.I,
)
# NIM are as each university likes: after its word, or shaped like A1A121034.
_STUDENT_WORDS, _PUPIL, _REGISTER = "nim|nisn|nis|npm|nirm|stambuk", "siswa|mahasiswa", "stambuk|bp"
_STUDENT = re.compile(
    rf"\b(?:{_STUDENT_WORDS}|nomor induk (?:{_PUPIL})|no(?:mor|\.)? (?:{_REGISTER}))\b"
    r"[^\w\n]{0,4}(?:saya|sy|adalah|nya|:)?[^\w\n]{0,3}"
    r"([A-Za-z]{0,3}[\d.]*(?:[ .-]?[A-Za-z]{0,2}[ .-]?\d{1,10}){1,5})(?!\w)",
    re.I,
)
_STUDENT_SHAPE = re.compile(
    r"(?<!\w)(?:[A-Za-z]\d[A-Za-z]\d?(?: ?\d{2} ?\d{3,4}|\d{5,7})|"
    r"\d{2}/\d{6}/[A-Z]{2,3}/\d{5})(?!\w)"
)
_POLICE = "polisi|pol"
_VEHICLE = "plat|nopol|kendaraan|motor|mobil|truk|pick|pickup|angkot"
_SAID_PLATE = re.compile(
    rf"\b(?:{_VEHICLE}|nomor (?:{_POLICE})|no\.? ?(?:{_POLICE})\.?)"
    r"(?:nya|ku)?\b[^\d\n]{0,40}?\b([A-Z]{1,2}[ -]?\d{2,4}[ -]?[A-Z]{1,3})\b",
    re.I,
)
# A number plate by its shape: the letters of an area, three or four digits, and a series that is
# neither a unit nor a small word of a line in capitals (Police Regulation 7/2021, annex).
_AREA_LETTERS = (
    "[ABDEFGHKLMNPRSTWZ]|A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNRSTW]|E[ABD]|K[BHTU]|P[ABGSTY]"
)
_PLATE = re.compile(
    rf"(?<![\w.,/-])(?:{_AREA_LETTERS})[ -]?[1-9]\d{{2,3}}[ -]?"
    r"(?!(?:KK|KG|HA|KM|RT|RW|TON|ORG|THN|TH|DAN|DI|KE|SD|YG|UTK|BPS)\b)[A-Z]{2,3}(?![\w/-])"
)
# A date after a word for birth; "harapan hidup saat lahir" is none.
_BORN, _BIRTHDAY = "lahir", "ttl|kelahiran"
_BIRTH = re.compile(
    r"\b(?:(?:tempat[,/ &]*(?:dan )?)?(?:tanggal|tgl|"
    rf"tgl\.) ?(?:/ ?bulan ?/ ?tahun )?{_BORN}(?:nya)?|(?<!saat ){_BORN}|{_BIRTHDAY})\b"
    r"[^\d\n]{0,30}?"
    rf"(\d{{1,2}} ?(?:[-/.] ?\d{{1,2}} ?[-/.] ?|\s{LIKE_MONTH_NAME}\.?\s)\d{{2,4}}|"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[0-3]\d[01]\d(?:19|20)\d\d)(?!\d)",
    re.I,
)

# What tells an identifier of fewer than seven digits, or in words: one of those above, or a shape.
# The first character decides, so that a text is looked through for three kinds of characters only:
# @, %40, a long number, a digit between letters, three or four digits between capital letters.
_CUE_WORDS = frozenset(
    word + own
    for words in (
        _ZERO, AT_WORDS, _STUDENT_WORDS, _PUPIL, _REGISTER, _POLICE, _VEHICLE, _BORN, _BIRTHDAY,
        CUES, "paspor|passport",
    )
    for word in words.split("|")
    for own in ("", "nya", "ku")
)  # fmt: skip
_MORE_DIGITS = r"(?:[ .\-/_()\u00a0\u2009\u202f\u2010-\u2013]{0,16}+\d){6}"
LONG_NUMBER = re.compile(rf"\d{_MORE_DIGITS}")
_SHAPED = re.compile(
    rf"[@%\d](?:(?<=@)|(?<=%)40|(?<=\d)(?:{_MORE_DIGITS}|(?<=[A-Za-z].)[A-Za-z]"
    r"|(?:(?<=[A-Z].)|(?<=[A-Z][ -].))\d{2,3}[ -]?[A-Z]))"
)


def may_identify(text: str, words: Collection[str]) -> bool:
    """Says whether a text can hold an identifier, by its ``words`` in small letters.

    Not to look for one in most lines makes the gate twice as fast, and a build of 10,000 entries a
    fifth.
    """
    return not _CUE_WORDS.isdisjoint(words) or _SHAPED.search(text) is not None


def find_identifiers(text: str, *, before: str = "") -> Iterator[Entity]:
    """Finds every identifying number, address and account in a line; ``before`` may name one."""
    yield from find_email_addresses(text)
    yield from find_social_accounts(text)
    yield from _phones(text)
    yield from find_labelled(text, before=before)
    yield from _long_numbers(text)
    yield from _shaped(text)
    yield from _each(Kind.PHONE, _SPELLED, text)


def _each(kind: Kind, pattern: re.Pattern[str], text: str, *, group: int = 0) -> Iterator[Entity]:
    return (_entity(kind, match, group=group) for match in pattern.finditer(text))


def _entity(kind: Kind, match: re.Match[str], *, group: int = 0, certain: bool = True) -> Entity:
    return Entity(kind, match[group], *match.span(group), certain)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_called(text: str, start: int, *, words: str = _PHONE_WORD) -> bool:
    """Whether a word for telephone stands before a number; a whole name fits behind a call."""
    near, before = text[max(0, start - 24) : start], text[max(0, start - 60) : start]
    return any(
        re.search(rf"(?<![a-z])(?:{said})(?:nya|ku)?(?![a-z])[^\d\n;]*$", part, re.I)
        for said, part in ((words, near), (_CALL_WORD, before))
    )


def _long_numbers(text: str) -> Iterator[Entity]:
    yield from _each(Kind.NPWP, _NPWP, text)
    for match in _SIXTEEN.finditer(text):
        yield from _of_sixteen_digits(text, match)
    for match in _EIGHTEEN.finditer(text):
        yield _entity(Kind.NIP, match, certain=_is_nip(_digits(match[0])))
    for match in _FIFTEEN.finditer(text):
        yield _entity(Kind.NPWP, match, certain=False)


def _of_sixteen_digits(text: str, match: re.Match[str]) -> Iterator[Entity]:
    """Reads 16 digits as a NIK or its like; asked when they can be an area code of the census."""
    digits = _digits(match[0])
    grouped = not match[0].isdigit()
    if (grouped and are_years(re.split(r"\D+", match[0]))) or has_unit(text, match):
        return
    if is_nik(digits):
        yield _entity(Kind.NIK, match, certain=not _is_like_area_code(digits))
    elif not grouped:
        yield _entity(Kind.NIK, match, certain=False)


def is_nik(digits: str) -> bool:
    """Says whether 16 digits have a province, a regency and a birthday where a NIK has them."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return (
        11 <= int(digits[:2]) <= 97
        and digits[2:4] != "00"
        and (1 <= day <= 31 or 41 <= day <= 71)  # 40 is added for women
        and 1 <= month <= 12
        and digits[12:] != "0000"
    )


def _is_like_area_code(digits: str) -> bool:
    """Whether it can be a sub-SLS id: regency 4, district 3, village 3, SLS 4, sub-SLS 2 digits.

    An SLS number below 100 reads as a birth year 00 with a serial number of 100 or more, which
    no regency gives out for one birthday.
    """
    return digits[10:12] == "00" and digits[12:14] != "00" and int(digits[14:]) < 20


def _is_nip(digits: str) -> bool:
    """Whether it has a birthday and a month of appointment, 21 for civil servants by contract."""
    born = digits[:2] in ("19", "20") and 1 <= int(digits[4:6]) <= 12
    appointed = digits[8:10] in ("19", "20") and int(digits[12:14]) in (*range(1, 13), 21)
    return born and 1 <= int(digits[6:8]) <= 31 and appointed


def _phones(text: str) -> Iterator[Entity]:
    for match in _MOBILE.finditer(text):
        digits = _digits(re.sub(r"[oO]", "0", match[0].removeprefix("wa.me/")))
        national = re.sub(r"^(?:0062|62)?0?", "", digits)
        fits = 9 <= len(national) <= 12 and not has_unit(text, match)
        if fits and not _is_column(text, match):
            yield _entity(Kind.PHONE, match)
    yield from _each(Kind.PHONE, _WA_LINK, text, group=1)
    for pattern in (_LANDLINE, _LANDLINE_BARE):
        for match in pattern.finditer(text):
            public = is_of_institution(text[: match.start()])
            if pattern is _LANDLINE or _is_called(text, match.start()):
                yield _entity(Kind.PHONE, match, certain=not public)
    for match in _BARE_MOBILE.finditer(text):
        words = _PHONE_WORD if match[0].isdigit() else _CALL_WORD
        if _is_called(text, match.start(), words=words):
            yield _entity(Kind.PHONE, match)


def _is_column(text: str, match: re.Match[str]) -> bool:
    """Whether these are codes, ``08101 08102``, or hours, ``08.15 09.00``: each begins alike."""
    groups = re.split(r"[^\d]+", match[0].strip("()+"))
    if len(groups) > 1 and all(len(group) > 3 and group.startswith("08") for group in groups):
        return True
    return re.fullmatch(r"(?:[0-2]\d[.:]\d\d[ -]*)+", match[0]) is not None


def _shaped(text: str) -> Iterator[Entity]:
    for match in _STUDENT.finditer(text):
        if len(_digits(match[1])) >= 4:
            yield _entity(Kind.STUDENT, match, group=1)
    yield from _each(Kind.STUDENT, _STUDENT_SHAPE, text)
    yield from _each(Kind.IDENTITY, _SAID_PLATE, text, group=1)
    yield from _each(Kind.IDENTITY, _PLATE, text)
    yield from _each(Kind.BIRTH, _BIRTH, text, group=1)
