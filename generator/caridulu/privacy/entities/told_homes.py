"""Text -> homes that are told by who lives there, with a number or without.

``Ibu Erna dari Dusun Jati Desa Bulu`` lives there; ``penduduk Dusun Jati Desa Bulu`` are counted.
"""

import re
from collections.abc import Iterator

from caridulu.privacy.entities.address_words import (
    AT,
    HAMLETS,
    HOMES,
    HOUSES,
    KIN,
    LAND,
    LANES,
    LIVES,
    OWNER,
    SHELTERS,
    SIDES,
    STREETS,
    VILLAGES,
)
from caridulu.privacy.entities.place_phrases import is_pointed, place_end, words_of
from caridulu.privacy.lists.word_lists import usual_word_lists

REACH = 70  # characters between who it is and the place
ALONE = 80  # characters of a line that is only a place
_TITLE = (
    r"bapak|ibu|pak|bu|buk|bpk|sdri?|saudari|ust(?:ad|adz)?|hj?|mbah|mbak|mas|kak|uni|"
    r"uda|da|an|a\.n|nama|mama|mak"
)
_ROLES = (
    "kepala|ketua|kadus|kades|lurah|wali|camat|sekdes|operator|petugas|perangkat|kader|ppl|pml|rt|"
    "rw"
)
_IS_AT = (
    rf"(?: (?:ada|{AT}|yaitu|adalah|itu|yang|yg|baru|lama|sekarang|skrg|lagi|dulu|pada))*[ :,]+"
)
_SORT = r"(?!(?:di|yang|yg|warga|tangga|sakit|desa|wilayah|untuk|dan|tidak|belum|sudah)\b)\w+"
_NOW = r"(?: (?:sekarang|skrg|sementara|numpang|sendiri|saja|aja|juga|lagi|saat ini|dulu|masih))*"
_LABELLED = (
    rf"(?:alamat|lokasi(?=nya| (?:rumah|usaha|di|{OWNER})\b)|posisi(?= rumah)|patokan)(?:ku|nya)?"
    rf"(?: (?:{OWNER}|(?:{HOMES})(?:ku|nya)?|lengkap|kirim|pengiriman|antar|surat|ktp|lama|baru|"
    rf"asal|se?kaligus))*{_IS_AT}"
)
_LIVING = (
    rf"(?:(?:{LIVES})(?:ku|nya)?(?: (?:{OWNER}))?{_NOW}"
    rf"(?: ?:| (?:{AT}|pada|at|in|on)\b:?(?: daerah)?)|"
    rf"domisili(?:ku|nya)?(?: (?:{OWNER}))?{_NOW}) "
    rf"(?:(?:rumah|rmh)(?: (?:{KIN}|{OWNER}|{_TITLE})\b)+(?: (?-i:[A-Z])\w+)?(?: di)? )?"
)
_HOUSE = (
    rf"(?:(?:{HOMES})(?:'?ku|nya|n?e|(?: {_SORT}){{0,2}} (?:{OWNER})|"
    rf" (?:{KIN})(?:ku|nya| (?:{OWNER}))?)|(?:{OWNER}) (?:pe|pu|pung|punya) (?:{HOMES})){_IS_AT}|"
    rf"(?:rumah|rmh) (?:{_TITLE})\.? (?-i:[A-Z])\w+(?: di)? |"
    rf"ke (?:rumah|rmh)(?:, | (?=dari (?:{SIDES})\b))|"
    rf"itu (?:{OWNER}) (?:yang|yg) |"
    rf"(?:{HOUSES}|{LANES}|dusun|dukuh|jorong|banjar) (?:{OWNER}),? (?=[A-Z])"
)
_ROOF = r"(?:rumah|rmh|kosan?|kost|kontrakan|tinggal)(?: \d petak)?(?: ada)?[ :,]+(?:di )?"
_MOVED = (
    r"(?:pindah(?:an|nya|kan)?|(?P<sent>(?:di)?(?:kirim|antar)(?:kan)?)|(?<!petugas )(?:datang|dtg|"
    r"mampir|jemput))(?: (?:saja|aja|rumah|dl|dulu|lg|lagi|\w+nya))* (?:ke|di)[ :]+"
)
_CUE = re.compile(
    rf"\b(?:(?P<label>{_LABELLED})|(?P<living>{_LIVING})|(?P<house>{_HOUSE})|(?P<moved>{_MOVED})|"
    rf"(?P<roof>{_ROOF}))",
    re.I,
)
# Those of whom many live there: ``penduduk yg tinggal di desa pesisir``; not ``saya orang``.
_MANY = re.compile(
    rf"(?P<own>\b(?:{OWNER})(?: seorang)? )?\b(?:penduduk|warga|orang|masyarakat|rumah tangga|ruta|"
    r"keluarga|mereka|siapa|lansia|balita|suku|responden|jiwa|kk|wna|pekerja|buruh|penghuni|krama|"
    r"perempuan|petani|nelayan|anak|mahasiswa|tarif|harga|biaya|rata2|rata-rata|jumlah|berapa)"
    rf"(?: (?!(?:{OWNER})\b)\w+){{0,2}}? ?$",
    re.I,
)
_OWNED = re.compile(rf"\b(?:{OWNER}|(?:{KIN})(?:ku|nya)|nama)\b", re.I)
_NUMBERED = re.compile(r"\b(?:r\.?[tw]\.? ?\d|no\.? ?\d|nomor \d|blok ?[a-z\d])|\d", re.I)
_AT_END = re.compile(rf"(?:\b(?:{AT}|adalah|yaitu|pada)|:)[ ,]*$", re.I)
_FROM = (
    r"(?:,? (?:yang |yg )?(?:(?:ber)?(?:tinggal|asal|asli|alamat|domisili)|warga|orang|"
    r"penduduk)|,? (?:seorang )?(?:nelayan|petani|pedagang|mahasisw[ai]|mhs|buruh|janda|lansia)"
    r"(?: (?!(?:di|kkn)\b)\w+)?)?(?: (?:lagi|sekarang|skrg))?(?: ada)?"
    rf"(?:,? ?(?:dari|dr|saking|ti|ten|{AT}|pada))?[ ,(:]+"
    r"(?:(?:(?-i:[A-Z])\w+ ?)+, |kampung \()?"
)
_CALLED = rf"[^\W\d][\w'.]+(?: (?!(?:{_ROLES})\b)[^\W\d][\w'.]+){{0,2}}?"
_SOMEBODY = re.compile(
    rf"(?:\b(?P<kin>{KIN})(?:ku|nya| (?:{OWNER}))|"
    rf"(?:^|(?P<of>\w+)?\W+)(?:{OWNER})(?: sekeluarga)?(?: \([^)]*\))?|"
    rf"\b(?:(?:{_TITLE})\.? |(?:{KIN}|{OWNER}) (?-i:(?=[A-Z])))(?P<name>{_CALLED}))"
    rf"{_FROM}$",
    re.I,
)
_LANES = frozenset(f"{LANES}|{STREETS}".split("|"))
_VILLAGES = frozenset(VILLAGES.split("|"))
_HAMLETS = frozenset(HAMLETS.split("|")) - {"link"}
_WIDE_HAMLETS = frozenset({"kampung", "kp", "lingkungan", "lingk", "br", "dk", "gubuk"})
_HOUSES = frozenset(f"{HOUSES}|{SHELTERS}".split("|"))
_PLACES = "|".join(sorted(_HAMLETS | _VILLAGES | _HOUSES))
_PLACED = re.compile(rf"\b(?:{_PLACES}|{LANES}|{STREETS}|rt)\b(?=[. ]+\w)", re.I)
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
    """Finds the places where somebody is said to live, before them or behind them."""
    cue = _CUE.search(text)
    while cue:
        end = place_end(text, cue.end())
        if is_home := end > cue.end() and _is_home(cue, text, end):
            yield cue.end(), end
        cue = _CUE.search(text, end if is_home else cue.start() + 1)
    yield from _of_somebody(text)
    yield from _origins(text)
    yield from _lines_of_places(text)


def _of_somebody(text: str) -> Iterator[tuple[int, int]]:
    """Finds places behind somebody who is from there."""
    for match in _PLACED.finditer(text):
        whose = _SOMEBODY.search(text, max(0, match.start() - REACH), match.start())
        if whose and _is_somebody(whose):
            end = place_end(text, match.start())
            if _is_small(text[match.start() : end], whose):
                yield match.start(), end


def _lines_of_places(text: str) -> Iterator[tuple[int, int]]:
    """Finds a line that is only a place where few live: ``Dusun Siwa Lama, Kel. Siwa``."""
    line = text.strip(" .")
    if len(line) > ALONE or not _PLACED.match(line):
        return
    words = words_of(line)
    if words & _HAMLETS and words & _VILLAGES and place_end(line, 0) == len(line):
        start = text.index(line)
        yield start, start + len(line)


def _origins(text: str) -> Iterator[tuple[int, int]]:
    """Finds the village that somebody is from: ``saya asal Lubuk Sanai Tapan``."""
    for match in _ORIGIN.finditer(text):
        is_own = _OF_SELF.search(text[max(0, match.start() - REACH) : match.start()])
        is_large = _last(match["place"]) in _OF_REGIONS | usual_word_lists().regions
        if is_own and is_named(match["place"]) and not is_large:
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


def _is_home(cue: re.Match[str], text: str, end: int) -> bool:
    """Whether the place behind a cue is a home, as far as the cue alone does not say so."""
    place, before = text[cue.end() : end], text[max(0, cue.start() - REACH) : cue.start()]
    owns_cue = _OWNED.search(cue[0]) is not None
    is_owned = owns_cue or _OWNED.search(before) is not None
    if cue["living"]:
        many = _MANY.search(before)
        is_of_many = many is not None and not many["own"]
        return not is_of_many and (is_owned or is_pointed(place))
    if cue["roof"]:
        return not place[0].islower() and _NUMBERED.search(place) is not None
    if cue["moved"]:
        if _NUMBERED.search(place) or _first(place) in _LANES:
            return True
        if cue["sent"]:
            return not _HAMLETS.isdisjoint(words_of(place))
        return is_owned and is_pointed(place)
    if cue["house"] and not _AT_END.search(cue[0]) and not is_pointed(_first(place)):
        return False  # ``rumahnya Suwardi di belakang masjid``
    return is_pointed(place) or (cue["label"] is not None and owns_cue)


def _is_small(place: str, whose: re.Match[str]) -> bool:
    """Whether a place is small enough to be a home: a lane, or a hamlet, of a village if wide."""
    words = words_of(place)
    hamlets = words & _HAMLETS
    if words & (_LANES | _HOUSES) or len(hamlets) > 1:
        return True
    if whose["kin"]:
        return bool(words)
    is_of_village = hamlets and words & _VILLAGES
    return bool(is_of_village or (whose["name"] and hamlets - _WIDE_HAMLETS))


def _is_somebody(whose: re.Match[str]) -> bool:
    """Whether words name somebody who lives there: no ``petugas kami di``, no ``ibu hamil di``."""
    if whose["of"] and whose["of"].lower() in _AT_WORK:
        return False
    name = whose["name"].lower().split() if whose["name"] else []
    return not name or not all(map(usual_word_lists().is_common, name))


def _first(place: str) -> str:
    return place.split()[0].lower()


def _last(place: str) -> str:
    return place.split()[-1].lower()
