"""The words of a line -> those that name places and things, also when people have such names."""

import re
from collections.abc import Iterator
from itertools import pairwise

from caridulu.privacy.names.line_words import LineWords
from caridulu.privacy.names.name_cues import NO_PERSON, ORGANISATION

STREETS = ("jl", "jln", "jalan", "lorong", "lrg", "gang", "gg", "blok")
# Nobody belongs to these, so no name follows theirs.
_NOBODY_IN = ("bandara", "pelabuhan", "stadion", "museum", "monumen")
# Named after people if written with a capital: ``Aula Soekarno Hatta``, no ``di aula Budi``.
_BUILDINGS = ("Gedung", "Aula", "Auditorium", "Pendopo", "Gelanggang", "Ruang", "Ruangan")
_SCHOOLS = ("sd", "sdn", "smp", "smpn", "sma", "sman", "smk", "smkn", "mtsn")
# Places that are named after people, with their titles: ``RSUD dr. Sutomo``.
_HONOURING = (
    *STREETS, *_SCHOOLS, *_NOBODY_IN, "rs", "rsu", "rsud", "rsup", "rsia", "universitas", "univ",
    "makam", "masjid", "pesantren", "taman", "danau", "jembatan", "bendungan", "waduk",
)  # fmt: skip
# What sort of place it is.
_SORTS = ("internasional", "nasional", "umum", "daerah", "negeri", "islam", "agung", "besar")
_SCHOOL_NUMBER = re.compile(r" \d{1,3} ")
_OFFICES = (  # places with a head
    "desa", "dusun", "kelurahan", "kecamatan", "daerah", "sekolah", "puskesmas", "bumdes", "kud",
    "masjid", "gereja", "toko", "warung",
)  # fmt: skip


def place_words(line: LineWords) -> frozenset[int]:
    """Finds the words that name a place or a thing: ``Masjid Agung Al Mubarak``, ``cut off``."""
    return frozenset((*_organisations(line), *_no_persons(line), *_places(line)))


def _organisations(line: LineWords) -> Iterator[int]:
    """Finds words of ``Gadjah Mada University``, ``Kendari Post``."""
    for match in ORGANISATION.finditer(line.text):
        yield from range(line.word_at(match.start()), line.word_at(match.start(1)) + 1)


def _no_persons(line: LineWords) -> Iterator[int]:
    """Finds pairs of words that are nobody: ``Idul Fitri``, ``mas kawin``."""
    for n, (before, token) in enumerate(pairwise(line.tokens)):
        if (before.low, token.low) in NO_PERSON:
            yield from (n, n + 1)


def _places(line: LineWords) -> Iterator[int]:
    """Finds the words behind what sort of place it is: ``desa Rumbia``, ``RSUD dr. Sutomo``."""
    last = -2  # the last word that a place is named by
    whole = False  # that place has nobody, whose name could follow
    for n in range(1, len(line.tokens)):
        before = line.tokens[n - 1]
        begins = before.low in line.lists.places or before.text in _BUILDINGS
        if begins or _is_sort_of_place(line, n - 1):
            placed = _is_place(line, n)
            whole = whole if last == n - 1 else before.low in _NOBODY_IN
        elif last == n - 1:
            placed = _goes_on(line, n, whole=whole)
        else:  # uji Mann Whitney dan Kruskal
            beside = last == n - 2 and before.low in ("dan", "atau", "serta")
            placed = beside and line.is_unknown_capital(n)
        if placed and (not line.gap(n).strip(" .") or _is_behind_school(line, n)):
            last = n
            yield n


def _is_sort_of_place(line: LineWords, n: int) -> bool:
    """Whether word ``n`` says what sort of place it is: ``rumah sakit``, ``Bandara Umum``."""
    before, low = line.tokens[n - 1].low if n else "", line.tokens[n].low
    is_sort = (low in _SORTS and before in _HONOURING) or (before, low) == ("rumah", "sakit")
    return is_sort and line.is_joined(n)


def _is_behind_school(line: LineWords, n: int) -> bool:
    """Whether word ``n`` follows the number of a school: ``SMP Negeri 2 Kartini``."""
    kind = line.tokens[max(0, n - 1 - (line.tokens[n - 1].low == "negeri"))].low
    numbered = _SCHOOL_NUMBER.fullmatch(line.gap(n)) is not None
    return numbered and kind in _SCHOOLS and line.tokens[n].capital


def _goes_on(line: LineWords, n: int, *, whole: bool) -> bool:
    """Whether the name of a place has word ``n``, too; a region stands at its end.

    ``whole``: nobody's name can follow; it can in ``RSUD Bahteramas Siti``.
    """
    before, token = line.tokens[n - 1], line.tokens[n]
    named = before.capital or line.is_between(n - 1)  # RSUD dr. Sutomo
    if not (named and token.capital) or before.low in line.lists.regions:
        return False
    begins_name = token.low in line.lists.firsts or token.low in line.lists.titles
    return whole or not begins_name


def _is_place(line: LineWords, n: int) -> bool:
    """Whether a place has its name from word ``n``: no ``imam desa Haji Pase``."""
    place, token = line.tokens[n - 1], line.tokens[n]
    headed = place.low in _OFFICES and _is_headed(line, n - 1)
    if line.is_between(n):
        return place.low in _HONOURING and not headed
    begun = line.is_la_or_wa(n) or token.low in line.lists.firsts or line.resembles(token, 0.0)
    return not (begun and headed)  # kepala desa Samrul


def _is_headed(line: LineWords, n: int) -> bool:
    """Whether the office of word ``n`` follows its head: ``Ketua PKK Desa``."""
    heads = [m for m in range(max(0, n - 3), n) if line.tokens[m].low in line.lists.heads]
    return bool(heads) and all(line.is_joined(m) for m in range(heads[-1] + 1, n + 1))
