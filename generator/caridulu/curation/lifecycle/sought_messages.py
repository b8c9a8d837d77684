"""A message to an office -> what its sender had searched for, in whatever words it says so.

The site's own line is read exactly. People write ``Yang saya cari: ...``, or ``sudah cari
"harga pupuk" di web tapi tidak ketemu``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caridulu.curation.exports.handover_line import CODE, HandOver, hand_overs, split
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.courtesies import without_greeting
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.questions.headlines import read_question
from caridulu.privacy.redaction import Redactor
from caridulu.search.analysis.language import indonesian

PURPOSES = ("K", "V")  # letters of the code: consultation, newer version wanted
NOT_FOUND = ("N", "W")  # letters of the code: nothing, weak
LONGEST = 200  # characters of what is sought
MOST_WORDS = 14
_NO = (
    r"(?:tidak|tdk|tak|gak|ga|nggak|enggak|ndak|nda|ndk|belum|blm|tra|tara|no|not|couldn'?t|can'?t)"
)
_MISSED = re.compile(
    rf"\b{_NO}(?: \w+){{0,3}}? (?:di|ter)?(?:ketemu\w*|temukan|menemukan|nemu\w*|dapat\w*|"
    rf"mendapat\w*|dpt|"
    r"muncul\w*|ada\w*|tersedia|keluar|terjawab|menjawab|jawaban\w*|hasil\w*|found|find|"
    r"results?)\b|"
    r"\b(?:nihil|kosong|0 hasil|nol hasil|no results?|(?:hasil|keluar|"
    r"muncul)\w* (?:yang )?(?:lain|beda)|bukan itu|"
    r"(?:kurang|tidak|tdk|gak|nda) sesuai|not found)\b",
    re.I,
)
_SEARCHED = re.compile(
    r"\b(?:(?:men)?cari(?:kan|i|nya)?|nyari|pencarian|dicari|(?:men)?telusur\w*|search\w*|google|"
    r"googling|ketik|mengetik|diketik|cek|lihat|buka|looked|tried)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:situs\w*|web\w*|laman\w*|halaman\w*|portal\w*|aplikasi\w*|kolom|menu|faq|mesin|"
    r"internet|online|google|pencarian|page|site|cari ?dulu|tanya ?jawab)\b",
    re.I,
)
_LABELLED = re.compile(
    r"\b(?:kata kunci|kata cari|kata pencarian|keywords?|pencarian|(?:yang|yg) (?:saya|sy) cari)"
    r" ?[:=] ?(?P<value>[^\n.!?]+)",
    re.I,
)
_QUOTED = re.compile(r"[\"\u201c](?P<value>[^\"\u201d\n]{3,120})[\"\u201d]|"
                     r"(?<!\w)['\u2018](?P<single>[^'\u2019\n]{3,80})['\u2019](?!\w)")  # fmt: skip
_AFTER = re.compile(
    r"\b(?:(?:men)?cari(?:kan|nya)?|nyari|(?:men)?telusuri?|search(?:ed|ing)?(?: for)?|ketik|"
    r"mengetik|looked for|googling|tentang|soal|mengenai|"
    r"(?:ber)?tanya(?:kan)?|minta|butuh|perlu|cek|data)\b"
    r"(?:[ ,]+(?:data|info|informasi|tabel|kata|angka|soal|tentang|mengenai|di sini|disini|dulu|"
    r"dl|ji|mi|cari|kata kunci)\b(?= ))*[ :]+(?=(?P<value>[^.!?\n;]+))",
    re.I,
)
_STOPS = re.compile(
    r",? (?:di|pada|lewat|dari|melalui|on|in|at) (?:situs|web|laman|halaman|portal|aplikasi|kolom|"
    r"menu|internet|google|pencarian|faq|sini|the)\w*\b.*|"
    rf",? (?:tapi|tp|tetapi|namun|dan|but|kok|cuma|hanya)?\s*\b{_NO}\b.*|"
    r",? (?:tapi|tp|tetapi|namun|but|hasilnya|yang keluar|yang muncul|"
    r"kosong|nihil|mohon|tolong|bisa)\b.*",
    re.I,
)


@dataclass(frozen=True)
class SoughtMessage:
    """What one message says was sought, and whether it says that it was not found."""

    phrases: tuple[str, ...]
    not_found: bool
    by_site: bool = False  # read from the site's own line
    intact: bool = True
    check: str = ""
    question: str = ""
    mark: str = ""  # with its month


def sought_in(text: str) -> Iterator[SoughtMessage]:
    """Reads what was sought from one message, or from a text with several of the site's."""
    if CODE.search(text):
        yield from (_of_site(one) for one in hand_overs(text))
        return
    phrases = [*_labelled(text)]
    if not phrases and _MISSED.search(text) and (_SEARCHED.search(text) or _PLACE.search(text)):
        phrases = [*_quoted(text)] or _behind_cue(text)
    if phrases:
        yield SoughtMessage(tuple(phrases), not_found=True)


def asked_in(text: str, redactor: Redactor) -> SoughtMessage | None:
    """Reads the question of a message that says nothing of a search, without personal data."""
    if kind_of(text, officer=False) is not MessageKind.CONTENT or not asks(text):
        return None
    headline = read_question(redactor.redacted(text, asked=True)).headline
    phrase = _phrase(headline, most_words=len(headline))
    return SoughtMessage((phrase,), not_found=False) if phrase else None


def _of_site(one: HandOver) -> SoughtMessage:
    phrases = one.searches or ((one.question,) if one.question else ())
    return SoughtMessage(
        phrases=phrases if one.purpose in PURPOSES else (),
        not_found=one.outcome in NOT_FOUND,
        by_site=True,
        intact=one.intact,
        check=one.check,
        question=one.question,
    )


def _labelled(text: str) -> Iterator[str]:
    for match in _LABELLED.finditer(text):
        yield from filter(None, map(_phrase, split(match["value"])))


def _quoted(text: str) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        if phrase := _phrase(match["value"] or match["single"]):
            yield phrase


def _behind_cue(text: str) -> list[str]:
    """Reads what follows ``cari``, up to where it was looked for or what came of it."""
    for match in _AFTER.finditer(text):
        if phrase := _phrase(_STOPS.sub("", f" {match['value']} ")):
            return [phrase]
    asked = [line for line in re.split(r"(?<=[.?!])\s+|\n", text) if "?" in line]
    return [phrase for line in asked if (phrase := _phrase(line))][:1]


def _phrase(value: str, *, most_words: int = MOST_WORDS) -> str:
    """Puts the words sought on one line; empty when they are none, or a whole letter."""
    line = " ".join(without_greeting(value).split()).strip(" \"'*_.,;:-\u201c\u201d")
    words = re.findall(r"\w+", line)
    function_words = indonesian().function_words
    content_words = [word for word in words if len(word) > 2 and word.lower() not in function_words]
    is_usable = bool(content_words) and len(words) <= most_words
    return line if is_usable and len(line) <= LONGEST else ""
