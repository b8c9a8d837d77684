"""Cells of the columns about people -> the names and numbers to be looked for in all texts."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from caridulu.knowledge.rules.texts.contacts import local_number
from caridulu.privacy.entities.institutions import ORGANISATIONS
from caridulu.privacy.lists.word_lists import usual_word_lists

LONGEST_NAME = 60  # characters
SHORTEST_NUMBER = 8  # digits
_BREAK = re.compile(r"[\n,;/]|\s[-\u2013]\s")
_ASIDE = re.compile(r"\([^)]*\)?")
_BODY = re.compile(
    rf"\b(?:{ORGANISATIONS}|"
    r"dinas|dis[a-z]{4,}|badan|kantor|kec|kecamatan|kel|kelurahan|desa|kabupaten|kab|kota|"
    r"sdn?|smpn?|sman?|smkn?|stie|kampus|tb|toko|"
    r"bappeda|bapenda|bps|pemda|pemkab|setda|dprd|kpu|rsud|puskesmas|polres|polsek|kodim|"
    r"bumnag|bumn|bumd|umkm|pdam|perumda|perum|stikes|stkip|akademi|pesantren|penerbit|"
    r"klinik|apotek|hotel|konsultan|kementerian|balai|upt|uptd|nagari|gampong|"
    r"mahasiswa|mahasiswi|siswa|pelajar|umum|warga|swasta|masyarakat|anonim|instansi|rt|rw)\b",
    re.I,
)


def names_in(cells: Iterable[str]) -> frozenset[str]:
    """Collects the people that the cells name; institutions and words of everyday are left out."""
    return frozenset(name for cell in set(cells) for name in _names(cell))


def _names(cell: str) -> Iterator[str]:
    for part in _BREAK.split(_ASIDE.sub(" ", cell)):
        plain = " ".join(part.split())
        if "@" in plain or len(local_number(plain)) >= SHORTEST_NUMBER or _may_be_person(plain):
            yield plain


def _may_be_person(name: str) -> bool:
    is_long_enough = 2 < len(name) <= LONGEST_NAME
    return is_long_enough and not _BODY.search(name) and not _is_common(name)


@cache
def _is_common(name: str) -> bool:
    """Tells whether all its words are words of everyday or places, as in "Ibu Desa"."""
    lists = usual_word_lists()
    words = re.findall(r"[^\W\d_]+", name.lower())
    return all(word in lists.titles or lists.is_common(word) for word in words)
