"""Names by which people introduce, greet and mention one another in a chat, in any case.

Titles and usual names say nothing here: ``halo nuri``, ``ini bela mau tanya``, ``Saya Tan Mei
Ling``, ``yg kirim uci kemarin``. What stands in such a place is a name unless it is a word that
people use there.
"""

import re
from collections.abc import Iterator
from functools import partial

from caridulu.privacy.lists.spoken_words import ADDRESSED, GREETINGS, THANKS
from caridulu.privacy.names.line_words import Token
from caridulu.privacy.names.name_cues import WORK_AFTER
from caridulu.privacy.names.name_line import Named, NameLine

MOST_CAPITALS = 4  # words of a name after ``saya``
_I = re.compile(r"\b(?:saya|sy|sya|sa|aku|beta|kita)(?: ini)?[ ,]+", re.I)  # so the East says
_NAMING = re.compile(r"(?P<told>.*(?:nama (?!:)\w|namaku|namanya|bernama|panggil))|nama", re.I)
_OWN_NAME = re.compile(r"nama (?:saya|sy|sya|sa|aku|ku|sendiri)\b|namaku|panggil", re.I)
_WANTS_AFTER = re.compile(
    r"\s+(?:(?:juga|lagi|lg|yang|yg|kak|pak|bu|bang|min),?\s+){0,3}"
    r"(?:mau|mo|mw|ingin|minta|mnta|izin|ijin|numpang|tadi|kemarin|kmrn|butuh|perlu)\b",
    re.I,
)
_THIS = re.compile(r"\b(?:ini|disini|di sini|dgn|dengan)[ :]+", re.I)
_GREETED = re.compile(
    rf"^\W*(?:(?:{GREETINGS}|{THANKS}|{ADDRESSED}|"
    r"dengan|met|slmt|selamat|ok|oke|sip|siap|baik|maaf|eh|ya|banyak)\b[ ,]*)+",
    re.I,
)
_CALLED = re.compile(r"\s*(?:[,!]|$|\.\s*$|(?:di ?sini|nih|ada yang)\b)")
_DONE_BY = re.compile(
    r"\b(?:yg|yang) (?:di)?(?:minta|mnta|kirim|bilang|blg|tanya|tanyakan|suruh|kasih|layani|terima|"
    r"chat|wa|telpon|ambil|bawa|urus|bantu|input|kerjakan|buat|janjikan|"
    r"jaga|isi|ttd|pegang|antar|hadir|wakili|piket|tugas|ikut)(?:in|kan)?"
    r"(?: (?:oleh|sama|ke|dari|tadi|kemarin|kmrn))? ",
    re.I,
)
_WHEN_AFTER = re.compile(
    r"\s+(?:tadi|kemarin|kmrn|kemaren|itu|minggu lalu|bulan lalu|barusan|dulu)\b|\s*[,.]|\s*$", re.I
)


def chat_names(line: NameLine) -> Iterator[Named]:
    """Finds names in the places where people name themselves or one another."""
    text = line.text
    for match in line.introductions:
        yield from _in_capitals(line, match.end())
        if naming := _NAMING.match(match[0]):
            yield from _after_nama(line, match, told=bool(naming["told"]))
    for match in _I.finditer(text):
        yield from _in_capitals(line, match.end())
    for match in _THIS.finditer(text):
        yield from _in_any_case(line, match.end(), _WANTS_AFTER)
    if greeting := _GREETED.match(text):
        yield from _in_any_case(line, greeting.end(), _CALLED)
    for match in _DONE_BY.finditer(text):
        yield from _in_any_case(line, match.end(), _WHEN_AFTER)


def _after_nama(line: NameLine, match: re.Match[str], *, told: bool) -> Iterator[Named]:
    """Finds names of any words: ``Nama saya Rumbia Sahara``, in a form also ``Nama: Awan``.

    Not ``told`` whose name, the words must be the last of the line.
    """
    first = line.past_titles(match.end())
    words = line.run(first, lambda n: line.tokens[n].text.istitle(), most=MOST_CAPITALS)
    if not words or _names_nobody(line, match):
        return
    is_form = line.word_at(match.start()) == 0 and len(words) == 1
    if (told and not line.in_title_case) or (
        words.stop == len(line.tokens) and (is_form or not line.in_title_case)
    ):
        yield Named(first, words[-1])


def _names_nobody(line: NameLine, naming: re.Match[str]) -> bool:
    """Whether a word that a sentence goes on with is of the office: ``nama responden Susenas``.

    Who tells the own name may be called by a word of everyday.
    """
    if _OWN_NAME.search(naming[0]):
        return False
    first = line.past_titles(naming.end())
    token = line.tokens[first]
    goes_on = line.is_joined(first + 1) and line.is_common(line.tokens[first + 1])
    is_word = goes_on and ":" not in naming[0] and line.is_common(token)
    return is_word or line.lists.is_stop(token.low)


def _in_capitals(line: NameLine, start: int) -> Iterator[Named]:
    """Finds capitals that a sentence would not have: ``saya Damai Sentosa Harefa mau``."""
    first = line.past_titles(start)
    run = line.run(first, partial(_is_capital, line), most=MOST_CAPITALS)
    if line.in_title_case or line.in_capitals or not run:
        return
    after = line.tokens[run[-1]].end
    told = WORK_AFTER.match(line.text, after) or _WANTS_AFTER.match(line.text, after)
    if len(run) > 1 or told:
        yield Named(first, run[-1])


def _is_capital(line: NameLine, n: int) -> bool:
    """Whether a word has a capital only at its beginning, and is no office, place or small talk."""
    token = line.tokens[n]
    if line.is_acronym(token) or not token.plain or len(token.low) < 2:
        return False
    return line.is_other(n) or (token.capital and line.may_be_name(n, free=True))


def _in_any_case(line: NameLine, start: int, after: re.Pattern[str]) -> Iterator[Named]:
    """Finds one or two words none of everyday, also in lower case, that ``after`` follows."""
    first = line.past_titles(start)
    for last in range(first, min(first + 2, len(line.tokens))):
        if last > first and not line.is_joined(last):
            return
        words = line.tokens[first : last + 1]
        if any(_is_small_talk(line, word) for word in words):
            return
        if after.match(line.text, words[-1].end):
            if not any(line.is_common(word) for word in words):
                yield Named(first, last)
            return


def _is_small_talk(line: NameLine, token: Token) -> bool:
    """Whether people use a word in such a place without naming anybody."""
    words = line.lists
    known = words.is_stop(token.low) or line.is_calling(token) or token.low in words.regions
    spoken = known and token.low not in words.names
    return spoken or line.is_acronym(token) or len(token.low) < 3 or not token.plain
