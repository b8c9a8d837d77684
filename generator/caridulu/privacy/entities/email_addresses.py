"""Text -> e-mail addresses, however they are written: ``(at)``, ``titik com``, ``et gmail``."""

import re
from collections.abc import Iterator

from caridulu.privacy.entity import Entity, Kind

# What every e-mail address has. A pattern that begins with a set of characters is fast: looking
# for this first spares a tenth of the time.
_AT = re.compile(
    r"[@%(\[{aeAEkK](?:(?<=@)|(?<=%)40|(?<=[(\[{])\s?[aA][tT]|(?<=[aeAE])[tT](?<!\w\w\w) |"
    r"(?<=[kK])eong )"
)
# Addresses as written for machines, (at) and (dot) in brackets; then with spaces or words.
_WRITTEN = re.compile(
    r"[\w.+%-]+(?:@|%40|\s?[(\[{]\s?(?:at|@)\s?[)\]}]\s?)[\w-]+"
    r"(?:(?:\.|\s?[(\[{]\s?(?:dot|titik)\s?[)\]}]\s?)[\w-]+)+",
    re.I,
)
# Mailboxes of institutions: bps7406@bps.go.id, humas@dinas.go.id, and of a BPS office wherever it
# has one: pst.bombana@gmail.com; others may be somebody's own.
_OF_OFFICE = re.compile(
    r"(?:bps|pst|ppid|humas|info|kontak|layanan|pelayanan|helpdesk|data|dinas|dis|sekretariat|admin|"
    r"pengaduan|perpustakaan|statistik|kec|kel|bappeda|dpm|puskesmas|rsud)[\w.-]*@[\w.-]+\.go\.id|"
    r"(?:bps|pst)(?:[._-]?\d{4}|[._-][\w.-]+|(?=@))@[\w.-]+",
    re.I,
)
AT_WORDS = "at|et|keong"
_AT_WORD = rf"(?:{AT_WORDS}|a keong|@)"
_PROVIDER = r"(?:gmail|yahoo|ymail|hotmail|outlook|icloud|rocketmail)"
_DOTTED = rf"(?:[\w-]+(?: (?:dot|titik) [a-z]{{2,10}})+|{_PROVIDER}(?: ?\.? ?com)?)\b"
_SAID = re.compile(
    r"\b(?:e-?mail|surel|gmail)(?:nya|ku)?(?: (?:saya|sy|sa|kami))?(?: (?:di|adalah|itu))?[ :]+"
    rf"((?:[\w.+-]+ ){{1,6}}{_AT_WORD} {_DOTTED})",
    re.I,
)
_LOOSE = re.compile(
    r"[\w.+-]+(?: @ ?| ?@ )[\w-]+(?: ?\. ?[\w-]+)*? ?\. ?(?:com|co|net|org|edu|id|info|example)\b"
    r"(?: ?\. ?id\b)?|"
    r"[\w.+-]+(?: (?:dot|titik|underscore|garis bawah|strip|minus) [\w.+-]+)*+"
    rf" {_AT_WORD} {_DOTTED}|"
    rf"[\w.+-]+@{_PROVIDER}\b(?:[ ,]com\b)?",
    re.I,
)


def find_email_addresses(text: str) -> Iterator[Entity]:
    """Finds every e-mail address in a line; whether an institution's is personal, is asked."""
    if not _AT.search(text):
        return
    for match in (*_WRITTEN.finditer(text), *_LOOSE.finditer(text)):
        is_office = _OF_OFFICE.fullmatch(match[0]) is not None
        yield Entity(Kind.EMAIL, match[0], *match.span(), certain=not is_office)
    for match in _SAID.finditer(text):
        yield Entity(Kind.EMAIL, match[1], *match.span(1))
