"""Text -> where a person lives."""

import re
from collections.abc import Collection, Iterable, Iterator

from caridulu.privacy.entities.address_words import (
    HAMLET,
    HAMLETS,
    HOMES,
    HOUSES,
    LAND,
    LANES,
    NAME,
    SIDES,
    STREETS,
    VILLAGES,
)
from caridulu.privacy.entities.institutions import is_of_institution
from caridulu.privacy.entities.place_phrases import place_end
from caridulu.privacy.entities.public_places import Standing, standing
from caridulu.privacy.entities.told_homes import find_told_homes, village_before
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import usual_word_lists

# Not that of a regulation: ``sesuai Permendes Nomor 16 Tahun 2025``.
_NUMBER = (
    r"(?:(?:no(?:mor|\.)?|nmr)\.? ?\d{1,4}[a-z]?\b(?!\.\d)"
    r"(?!(?: ?/ ?|,? (?:tahun|thn?\.?) ?)(?:19|20)\d\d)|"
    r"km\.? ?\d{1,3}(?:[.,]\d(?=,? (?:no|g(?:an)?g|lorong|lrg?)\b))?\b(?![.,]\d))"
)
_RT_RW = (
    r"r\.?t\.? ?/ ?r\.?w\.? ?:? ?\d{1,3} ?/ ?\d{1,3}|"
    r"r\.?t\.?:? ?\d{1,3}(?: ?[/,.]? ?r\.?w\.?:? ?\d{1,3})?"
)
_MORE = (
    rf"(?:,? ?(?:{_NUMBER}|{_RT_RW}|r\.?w\.? ?\d{{1,3}}|"
    rf"blok ?[a-z]{{1,2}}(?![a-z])\d?(?:[ /-]?(?:no\.? ?)?\d{{1,3}})?"
    rf"|(?:{VILLAGES}|dusun|jorong|kec|kecamatan|lingkungan|lrg|lorong|gang|gg)\.? [\w'-]+"
    r"(?: (?-i:[A-Z][\w'-]+|[IVX]+\b))?))"
)
_WORD = r"[A-Za-z][\w.'-]*"
_ROADS, _ROAD_WORDS = "jl|jln|lrg|gg", "jalan|lorong|gang"
_STREET = re.compile(
    rf"\b(?:(?:{_ROADS})\b\.?|(?:{_ROAD_WORDS})\b) ?(?P<name>{_WORD}(?: {_WORD}|"
    rf" \d{{1,2}}(?= no)){{0,20}}?)"  # or each of many roads looks for the end of the line
    rf"(?=,? ?{_NUMBER}|,? ?(?:{_RT_RW})|,? ?blok ?[a-z]|[,;:!?()\n]|\.(?:\s|$)|"
    rf" di\b(?! {_WORD}(?: {_WORD})? {_NUMBER})| (?:yang|dan|"
    rf"itu|ini|ke|dari|saya|dekat|samping|depan|be?lakang|{VILLAGES}|kec|kecamatan|ya|kak|"
    rf"pak|bu|apakah|bisa|untuk|mau)\b|$)"
    rf"(?P<more>{_MORE}*)",
    re.I,
)
_HOUSING = re.compile(
    rf"\b(?:{HOUSES}|komp\.) "
    r"(?P<name>[A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*){0,3}?)"
    rf",? ?(?P<more>(?<![a-z])[a-z]{{1,2}}\d{{1,2}}(?:/\d{{1,3}})?\b|"
    rf"blok ?[a-z]{{1,2}}(?![a-z])[ /]?\d{{0,3}}(?:[ /-]?(?:no\.? ?)?\d{{1,3}})?|{_NUMBER}|"
    rf"kamar (?:no\.? ?)?\d+){_MORE}*",
    re.I,
)
_NEIGHBOURHOOD = re.compile(
    rf"\b(?:(?:dusun|dsn|lingkungan|lingk|{VILLAGES})\.? (?:[ivx]+|\d{{1,2}}|"
    rf"{_WORD}(?: {_WORD})?),? ?)?"
    rf"r\.?t\.?:? ?(?:/ ?r\.?w\.?:? ?)?\d{{1,3}} ?[/,.]? ?(?:r\.?w\.?:? ?)?\d{{1,3}}\b{_MORE}*",
    re.I,
)
_ELEMENT = (
    rf"(?:{HAMLET}|"
    rf"(?:{VILLAGES})\.? (?!rt|rw){NAME}|"
    rf"r\.?t\.? ?\d{{1,3}}(?: ?/ ?\d{{1,3}})?\b|r\.?w\.? ?\d{{1,3}}\b|{_NUMBER}|"
    r"blok ?(?:[a-z]{1,2}|\d{1,2})\b(?: ?[/-]? ?\d{1,3})?|lantai \d{1,2}\b|"
    rf"(?:{LANES})\.? (?:\d{{1,2}}(?:/\d{{1,3}})?|(?!(?:dan|atau|tidak)\b){_WORD})"
    r"(?: \d{1,3}[a-z]?\b)?|"
    rf"(?:{STREETS})\.? (?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)|"
    rf"(?:perum|perumahan|btn|ruko|kompleks|komplek|komp)\.? {_WORD}(?: (?!blok|no){_WORD}){{0,2}})"
)
_COMPOSED = re.compile(
    rf"\b(?:(?:belakang|depan|samping|dekat|sebelah|seberang) (?:[\w.'-]+ ){{1,5}}?)?"
    rf"{_ELEMENT}(?:,? ?{_ELEMENT})+",
    re.I,
)
_PLACED = re.compile(rf"\b(?:r\.?[tw]\.? ?\d|no\.? ?\d|nomor \d|blok ?[a-z\d]|(?:{LANES})\b)", re.I)
_SHORT_STREET = re.compile(
    r"\b(?:jl|jln|(?-i:(?:Jalan|Gang|Gg|Lorong|Lrg|Lr)(?=\.? [A-Z][a-z])))\b"
    rf"\.? ?{_WORD}(?: {_WORD}){{0,3}} "
    r"(?:[IVX]+/)?\d{1,3}[a-z]?\b"
    rf"(?! ?(?:(?:km|m|meter|unit|ruas|persen|tahun|orang)\b|%|[.,]\d))(?:,? ?{_ELEMENT})*",
    re.I,
)
_RT = re.compile(rf"\b(?:{_RT_RW})\b{_MORE}*", re.I)
_MAP = re.compile(
    r"https?://(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.[\w.]+|"
    r"(?:www\.)?google\.[\w.]+/maps)\S*",
    re.I,
)
_NO_STREET = usual_word_lists().roads
# Whatever is found has one of these words; how people say that they live, with any ending.
_CUE_WORDS = frozenset(
    word + own
    for words in (
        *(_ROADS, _ROAD_WORDS, HOUSES, HOMES, HAMLETS, VILLAGES, LANES, LAND, SIDES),
        "r|rt|rw|no|nomor|blok|goo|google|jaga|ngekos|ngontrak|numpang|asal|asli|berasal",
    )
    for word in words.split("|")
    for own in ("", "ku", "nya", "kan")
)
_DWELLING = ("alamat", "domisili", "rumah", "menetap", "tingal", "tinggal", "tingga")


def may_hold_address(text: str, words: Collection[str]) -> bool:
    """Says whether a text can hold an address; ``text`` and its ``words`` in small letters."""
    return not _CUE_WORDS.isdisjoint(words) or any(stem in text for stem in _DWELLING)


def judged_addresses(text: str) -> Iterator[tuple[Entity, Standing]]:
    """Finds told homes, and streets with names, house and neighbourhood numbers that may be some.

    What leads there belongs to it. Each comes with what it is to those who speak of it.
    """
    told = tuple(find_told_homes(text))
    for start, end in _joined((*told, *_shaped(text))):
        homes = [home for home, until in told if start <= home and until <= end]
        if homes:
            is_doubted = is_of_institution(text[: homes[0]])
            how = Standing.DOUBTED if is_doubted else Standing.HOME
        else:
            how = standing(text, start, end)
        end = place_end(text, end, named=True)
        yield Entity(Kind.ADDRESS, text[start:end], start, end, how is Standing.HOME), how


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Joins what overlaps."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _shaped(text: str) -> Iterator[tuple[int, int]]:
    """Finds what has the shape of an address."""
    for match in _STREET.finditer(text):
        if _is_street(match):
            yield _span(match)
    for pattern in (_SHORT_STREET, _HOUSING, _MAP):
        yield from map(_span, pattern.finditer(text))
    for match in _NEIGHBOURHOOD.finditer(text):
        if re.search(r"r\.?w|\d ?/ ?\d", match[0], re.I):
            yield _span(match)
    for match in _RT.finditer(text):
        start = village_before(text, match.start())
        if start < match.start():
            yield start, match.end()
    for match in _COMPOSED.finditer(text) if _PLACED.search(text) else ():
        if _PLACED.search(match[0]):
            yield _span(match)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Returns where an address stands, without spaces and full stops around it."""
    kept = match[0].strip(" ,.:")
    start = match.start() + match[0].index(kept)
    return start, start + len(kept)


def _is_street(match: re.Match[str]) -> bool:
    """Whether it is a street: ``Jl.`` and a name, ``jalan`` only with a capital or a number."""
    words = match["name"].split()
    first = words[0].strip(".").lower()
    if match["more"]:
        return first not in _NO_STREET or bool(re.search(r"\b(?:no|nmr)", match["more"], re.I))
    if first in _NO_STREET:
        return False
    if words[0][0].isupper() and words[-1][0].islower():
        return False  # the sentence goes on: ``Jalan Poros rusak, apakah ada data?``
    is_short = not re.match(r"jalan|lorong|lrg|gang|gg", match[0], re.I)
    return is_short or (words[0][0].isupper() and match[0][0].isupper())
