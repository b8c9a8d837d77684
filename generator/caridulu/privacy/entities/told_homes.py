"""Text -> homes that no number tells, only whose they are.

``Ibu Erna dari Dusun Jati Desa Bulu`` lives there; ``penduduk Dusun Jati Desa Bulu`` are counted.
"""

import re
from collections.abc import Iterator

from caridulu.privacy.entities.address_words import AT, HAMLET, KIN, LAND, NAME, OWNER, VILLAGE
from caridulu.privacy.lists.word_lists import usual_word_lists

REACH = 70  # characters between who it is and the place
_HAMLET_OF_VILLAGE = re.compile(
    rf"\b(?:{HAMLET}(?:,? (?:{HAMLET}|{VILLAGE}))+|{VILLAGE},? {HAMLET}(?:,? {VILLAGE})*|"
    rf"(?P<alone>(?:dusun|dsn|dukuh|padukuhan|jorong|korong|banjar|huta)\.? {NAME}))",
    re.I,
)
_TITLE = (
    r"bapak|ibu|pak|bu|buk|bpk|sdri?|saudari|ust(?:ad|adz)?|hj?|mbah|mbak|mas|kak|uni|"
    r"uda|an|a\.n|nama"
)
_ROLES = (
    "kepala|ketua|kadus|kades|lurah|wali|camat|sekdes|operator|petugas|perangkat|kader|ppl|pml|rt|"
    "rw"
)
_FROM = (
    r"(?:,? (?:yang |yg )?(?:ber)?(?:tinggal|asal|asli|warga|alamat|domisili))?"
    rf"(?:,? ?(?:dari|dr|{AT}|pada))?[ ,(:]+"
)
_SOMEBODY = re.compile(
    rf"(?:\b(?:{KIN})(?:ku|nya| (?:{OWNER}))|(?:^|(?P<of>\w+)?\W+)(?:{OWNER})|"
    rf"\b(?:{_TITLE})\.? (?P<name>[^\W\d][\w'.]+)(?: (?!(?:{_ROLES})\b)[^\W\d][\w'.]+){{0,2}}?)"
    rf"{_FROM}$",
    re.I,
)
# A place of three words or more, the village and where that is: ``asal Lubuk Sanai Tapan``.
_PLACE = r"(?P<place>[A-Z][a-z'-]+(?: (?:[A-Z][a-z'-]+)){2,4})"
_ORIGIN = re.compile(rf"(?i:\b(?:asli|asal(?:nya)?|berasal)(?: dari)?) {_PLACE}")
_OF_SELF = re.compile(rf"\b(?:{OWNER}|mhs|mahasisw[ai]|perkenalkan|nama)\b", re.I)
_BESIDE_NAME = re.compile(
    rf"(?i:\b(?:{_TITLE}))\.? [A-Z][\w']+(?: [A-Z][\w']+)?(?:, ?| ?\() ?{_PLACE}(?=\W*$|[),])"
)
_BEFORE_RT = re.compile(
    r"(?:^\W*|[,(:;] ?|\b(?:di|dari|ke) )"
    r"(?P<place>[A-Z][a-z'-]+(?: (?:[A-Z][a-z'-]+|[IVX]+)){1,3}),? $"
)
_LAND = frozenset(LAND.split("|"))
_AT_WORK = frozenset(
    {"petugas", "perangkat", "operator", "kader", "mitra", "ppl", "pml", "sls", "wilayah", "desa"}
    | {"kelurahan", "dusun", "kampung", "nagari", "penduduk", "warga", "kelompok", "anggota"}
)
_OF_REGIONS = frozenset(
    {"selatan", "utara", "timur", "barat", "tengah", "tenggara", "daya", "laut", "jaya", "raya"}
    | {"kota", "kepulauan", "kabupaten"}
)


def find_told_homes(text: str) -> Iterator[tuple[int, int]]:
    """Finds the places of hamlets and villages that somebody is said, before them, to be from."""
    for match in _HAMLET_OF_VILLAGE.finditer(text):
        whose = _SOMEBODY.search(text[max(0, match.start() - REACH) : match.start()])
        if whose and _is_somebody(whose) and (whose["name"] or not match["alone"]):
            yield match.span()
    for match in _ORIGIN.finditer(text):
        is_own = _OF_SELF.search(text[max(0, match.start() - REACH) : match.start()])
        if is_own and is_named(match["place"]) and not _is_large(match["place"]):
            yield match.span("place")
    for match in _BESIDE_NAME.finditer(text):
        if _first(match["place"]) in _LAND and _last(match["place"]) not in _OF_REGIONS:
            yield match.span("place")


def village_before(text: str, start: int) -> int:
    """Returns where the village before ``RT`` begins, or ``start``: ``Koto Rawang RT 01``."""
    match = _BEFORE_RT.search(text, max(0, start - REACH), start)
    return match.start("place") if match and is_named(match["place"]) else start


def is_named(place: str) -> bool:
    """Whether words begin as a village may: not ``Ketua Kelompok RT 01``."""
    return _first(place) in _LAND or not usual_word_lists().is_common(_first(place))


def _is_somebody(whose: re.Match[str]) -> bool:
    """Whether words name somebody who lives there: no ``petugas kami di``, no ``ibu hamil di``."""
    return whose["of"] not in _AT_WORK and not (
        whose["name"] and usual_word_lists().is_common(whose["name"].lower())
    )


def _is_large(place: str) -> bool:
    """Whether a place is a region, or in the town that it ends with: ``Hulu Sungai Utara``."""
    return _last(place) in _OF_REGIONS or _last(place) in usual_word_lists().regions


def _first(place: str) -> str:
    return place.split()[0].lower()


def _last(place: str) -> str:
    return place.split()[-1].lower()
