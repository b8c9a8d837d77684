"""Words before a number or an address -> whether it is that of an institution, which is public."""

import re

REACH = 70  # characters
INSTITUTIONS = (
    r"dinas|disnaker\w*|dis(?:dukcapil|pora|bun|hub|kominfo|perindag)|dukcapil|"
    r"kantor(?:nya)?|sekretariat|badan|balai|bagian|bps|bpjs|bpn|bkn|bkpsdm|bapenda|bappeda|"
    r"samsat|polres|polsek|kodim|rsud|rumah sakit|puskesmas|kelurahan|kecamatan|kementerian|"
    r"kemen\w+|pemda|pemkab|pemkot|pusat layanan|layanan|call ?center|hotline|loket|"
    r"perpustakaan|pengadilan|kejaksaan|imigrasi|kanwil|unit"
)
_PARTS = r"pelayanan|tim|seksi|subbag\w*"  # of one
_INSTITUTION = re.compile(rf"\b(?:{INSTITUTIONS}|{_PARTS})\b", re.I)
# Words that make it somebody's own after all.
_OWN = re.compile(
    r"\b(?:pribadi|saya|sy|sa|aku|kami tinggal|rumah(?! sakit)|tinggal|domisili|hp|wa|"
    r"bapak|ibu|pak|bu|sdr|sdri|tn|ny|kepala|staf|petugas|a\.?n)\b",
    re.I,
)
_ENDS = re.compile(r"(?<!\bno)(?<!\bjl)(?<!jln)(?<!telp)(?<!tlp)(?<!kab)[.;!?](?=\s)|\n", re.I)


def is_of_institution(before: str) -> bool:
    """Says whether the last clause before a number or an address speaks of an institution."""
    clause = _ENDS.split(before[-REACH:])[-1]
    named = list(_INSTITUTION.finditer(clause))
    return bool(named) and not _OWN.search(clause, named[-1].end())
