"""Words before a number or an address -> whether it is that of an institution, which is public."""

import re

REACH = 120  # characters
INSTITUTIONS = (
    r"dinas|disnaker\w*|dis(?:dukcapil|pora|bun|hub|kominfo|perindag)|dukcapil|"
    r"kantor(?:nya)?|sekretariat|badan|balai|bagian|bps|bpjs|bpn|bkn|bkpsdm|bapenda|bappeda|"
    r"samsat|polres|polsek|kodim|rsud|rumah sakit|puskesmas|kelurahan|kecamatan|kementerian|"
    r"kemen\w+|pemda|pemkab|pemkot|pusat layanan|layanan|call ?center|hotline|loket|"
    r"perpustakaan|pengadilan|kejaksaan|imigrasi|kanwil|unit"
)
# What people belong to, or work for: no office, and nobody's name.
ORGANISATIONS = (
    r"bank|bumdes\w*|cv|iain|institut|kelompok|koperasi|lsm|man|mtsn?|paud|pkk|pokdarwis|politeknik|"
    r"poltek\w*|ponpes|posyandu|pt|radio|(?:ga)?poktan|ud|uin|univ|universitas|yayasan"
)
PARTS = (
    r"mpp|gedung|pelayanan|pst|tim|seksi|subbag\w*|buka (?:senin|se?tiap|pukul|jam)"  # with hours
)
_INSTITUTION = re.compile(rf"\b(?:{INSTITUTIONS}|{PARTS})\b", re.I)
# Words that make it somebody's own after all.
_OWN = re.compile(
    r"\b(?:pribadi|saya|sy|sa|aku|kami tinggal|rumah(?! sakit)|tinggal|domisili|hp|wa|"
    r"bapak|ibu|pak|bu|sdr|sdri|tn|ny|kepala|staf|petugas|a\.?n)\b",
    re.I,
)
# A sentence, not a short form: ``Jl. PHH. Mustofa No. 43``; ``perlu lapor BPS. Pindah ke`` is one.
_ENDS = re.compile(
    r"(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)(?<!\btelp)\.(?=\s)|[;!?](?=\s)|\n|"
    r"(?<=\b(?:bps|pst|bpn|bkn))\.(?=\s(?!(?:jl|jln|jalan|alamat|telp\w*)\b))",
    re.I,
)
# The office of whoever asks: ``Alamat kantor Jl. Mawar 7``, ``kantor kami mau buka cabang di Jl.
# Mawar 7``; no ``kantor di``, no ``kantor BPS``.
_UNNAMED = re.compile(
    r"\b(?:(?:alamat kantor(?:ku)?|kantorku)(?: (?:saya|sy|kami))?(?: (?:ada )?di)?[ :=]*|"
    r"kantor(?: ?[:=] ?| (?:saya|sy|kami)\b(?:[^.:;?!\n]* di)?[ :=]+))$",
    re.I,
)


def clause_before(before: str) -> str:
    """Returns what stands before a number or an address in its sentence."""
    return _ENDS.split(before[-REACH:])[-1]


def is_of_institution(before: str) -> bool:
    """Says whether the last clause before a number or an address speaks of an institution."""
    clause = clause_before(before)
    named = list(_INSTITUTION.finditer(clause))
    return bool(named) and not _OWN.search(clause, named[-1].end())


def is_of_unnamed_office(before: str) -> bool:
    """Says whether an address is said to be that of an office, and nothing says of which."""
    return _UNNAMED.search(before[-REACH:]) is not None
