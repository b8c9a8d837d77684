"""A line -> names that need no introduction: by usual names, capitals, and what people do."""

from collections.abc import Iterator
from functools import partial

from caridulu.privacy.names import name_cues as cues
from caridulu.privacy.names.line_words import ALSO_WORDS, RATHER_NAME, SURELY_NAME, Token
from caridulu.privacy.names.name_line import Named, NameLine, named_at

UNLIKE_WORD = -0.6  # likeness of what follows a strong cue
LONGEST_SHORT = 4  # letters of a short form in capitals
LONG_NAME = 6  # letters of a usual name that needs no capital and no cue


def plain_names(line: NameLine) -> Iterator[Named]:
    """Finds names that stand in a line without a title or an introduction."""
    yield from _by_usual_names(line)
    yield from _by_capitals(line)


def _by_usual_names(line: NameLine) -> Iterator[Named]:
    """Finds La Ode and Wa Ode, Muh. and Sitti, and two usual names side by side."""
    for n, token in enumerate(line.tokens):
        if _stands_alone(line, n) or (token.capital and line.before_number(n)):
            yield from named_at(line, n, free=n == 0)
        if not line.is_joined(n + 1):
            continue
        following = line.tokens[n + 1]
        if token.low in ("la", "wa") and following.low == "ode":
            yield from named_at(line, n, free=True)
        elif _begins_in_bali(line, token, following):
            for name in named_at(line, n + 1, free=True):
                yield Named(n, name.last)
        elif _begins_name(line, n):
            yield from named_at(line, n)


def _begins_in_bali(line: NameLine, token: Token, following: Token) -> bool:
    """Whether it is ``Ni Luh`` or ``Dewa Putu``; in lower case no other word: ``ni bagus``."""
    if following.low not in cues.BALI:
        return False
    capital = token.text in cues.BEFORE_BALI and following.capital
    return capital or (token.low in ("i", "ni") and line.resembles(following))


def _stands_alone(line: NameLine, n: int) -> bool:
    """Whether it is a usual name by itself, or begins the line and can be nothing else."""
    token = line.tokens[n]
    if not line.is_listed(token):
        acts = cues.ACTS_AFTER.match(line.text, token.end)
        like = line.resembles(token, RATHER_NAME if acts else SURELY_NAME)
        return n == 0 and like and line.is_said(n, n)
    if token.low in ALSO_WORDS:  # in capitals a program of the government: ``INDAH``, ``SAKTI``
        is_program = token.text.isupper() and not line.in_capitals
        return not is_program and _does_as_people(line, n)
    if token.text.isupper() and len(token.text) <= LONGEST_SHORT:  # a regency: ``HSU``, ``OKI``
        return False
    return not line.in_capitals if token.capital else _without_capital(line, n)


def _does_as_people(line: NameLine, n: int) -> bool:
    """Whether a word does what people do: ``Indah mau ambil buku``, ``surya dari dinas``."""
    token = line.tokens[n]
    apart = n == 0 or not line.tokens[n - 1].capital  # no Idul Fitri
    is_capital = token.capital and apart and not line.in_title_case
    if is_capital and cues.ACTS_AFTER.match(line.text, token.end):
        return True
    return n == 0 and cues.OFFICE_AFTER.match(line.text, token.end) is not None


def _without_capital(line: NameLine, n: int) -> bool:
    """Whether a usual name in lower case is long, or does something."""
    low = line.tokens[n].low
    if len(low) >= LONG_NAME and line.lists.ngrams.log_odds(low) >= SURELY_NAME:
        return True
    return (line.begins_part(n) or line.is_addressed(n)) and line.is_said(n, n)


def _begins_name(line: NameLine, n: int) -> bool:
    token, following = line.tokens[n], line.tokens[n + 1]
    names, firsts = line.lists.names, line.lists.firsts
    capital = following.capital
    if token.text in ("La", "Wa", "LA") and capital and not line.is_acronym(following):
        return True
    if token.low in firsts and not line.is_common(following):
        return capital or line.is_listed(following) or line.resembles(following)
    if token.low in names and _side_by_side(line, token, following):
        return True
    # A capitalised word that no list has, before a usual name.
    usual = following.low in names and following.low not in ALSO_WORDS
    return capital and token.capital and usual and line.may_be_name(n, free=False)


def _side_by_side(line: NameLine, token: Token, following: Token) -> bool:
    listed = following.low in line.lists.names
    if {token.low, following.low} <= ALSO_WORDS:
        capital = token.capital and following.capital and not line.in_title_case
        return capital and line.word_at(token.start) == 0 and line.is_said(0, 1)
    if not (token.capital and following.capital):
        plain = following.low not in ALSO_WORDS or line.is_said(0, 1)
        return listed and token.low not in ALSO_WORDS and plain
    if listed or line.resembles(following, 0.0):
        return True
    return not (token.low in ALSO_WORDS or line.is_common(following) or line.is_acronym(following))


def _by_capitals(line: NameLine) -> Iterator[Named]:
    """Finds names among unknown words with capitals, where not all of the line has them."""
    n = 0
    while n < len(line.tokens) and not line.in_capitals:
        words = line.run(n, partial(is_strange, line))
        if words and (name := _name_in_capitals(line, n, words[-1])):
            yield name
        n = max(words.stop, n + 1)


def is_strange(line: NameLine, n: int) -> bool:
    """Says whether word ``n`` has a capital, and no list has it as a word."""
    token = line.tokens[n]
    return token.capital and token.plain and line.may_be_name(n, free=False)


def _name_in_capitals(line: NameLine, first: int, last: int) -> Named | None:
    """Judges words with capitals by their letters and by what stands around them."""
    run = line.tokens[first : last + 1]
    if all(line.is_bare_prefix(word) or word.low in ALSO_WORDS for word in run):
        return None
    if cues.DEGREES.match(line.text, run[-1].end):
        return Named(first, last)
    before = line.tokens[first - 1].low if first else ""
    speaks = first == 0 and cues.SPEAKS.match(line.text, run[-1].end) is not None
    is_said = speaks or (line.begins_part(first) and line.is_said(first, last))
    if before in cues.BEFORE_PLACES or (line.in_title_case and not is_said):
        return None
    likeness = sum(max(_likeness(line, word), -1.0) for word in run) / len(run)
    are_several = len(run) > 1
    if is_said:
        acts = cues.ACTS_AFTER.match(line.text, run[-1].end) and not line.in_title_case
        likely = likeness > (UNLIKE_WORD if acts else 0)
        return Named(first, last, likely or (are_several and not line.in_title_case))
    is_owned = before.endswith("nya") and line.is_joined(first)  # ``adiknya Rahma``
    if likeness > 0 and (are_several or is_owned):
        return Named(first, last)
    return Named(first, last, certain=False) if likeness >= SURELY_NAME else None


def _likeness(line: NameLine, token: Token) -> float:
    if line.lists.is_usual_name(token.low):
        return 0.0 if token.low in ALSO_WORDS else 1.5
    return -1.0 if token.low in line.lists.rare else line.lists.ngrams.log_odds(token.low)
