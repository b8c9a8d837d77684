"""A line -> names behind a title, an office, an introduction, a relation, thanks, or a hint."""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from caridulu.privacy.names import name_cues as cues
from caridulu.privacy.names.line_words import RATHER_NAME, SURELY_NAME
from caridulu.privacy.names.name_line import MOST_WORDS, Named, NameLine, named_at
from caridulu.privacy.names.plain_names import UNLIKE_WORD

# Heads of places and keepers of systems, whose names follow: ``operator Dapodik``.
_OF_PLACES = ("operator", "kades", "sekdes", "kadus", "lurah", "camat", "sekcam")
# People whom offices count by place: ``petani Tobelo``, ``nelayan Halut``.
_COUNTED = ("petani", "nelayan", "pedagang", "peternak", "buruh", "pegawai")
_I = ("saya", "sy", "sya", "sa", "aku", "nama")


def cued_names(line: NameLine) -> Iterator[Named]:
    """Finds names by the words before them."""
    for n, token in enumerate(line.tokens):
        if token.low in line.lists.roles and line.is_joined(n + 1):
            yield from _after_role(line, n)
        if token.low in line.lists.titles:
            yield from _after_title(line, n)
    yield from _after_introductions(line)
    yield from _after_relations(line)
    yield from _after_closings(line)
    yield from _after_hints(line)
    yield from _towards(line)


def _after_role(line: NameLine, n: int) -> Iterator[Named]:
    """Finds who holds an office: ``Ketua Wahid``, ``Camat Rumbia (Sumardin)``."""
    begin = line.past_titles_from(n + 1)
    office = line.run(begin, line.is_of_office, most=MOST_WORDS)
    begin = line.past_titles_from(office.stop)
    if begin == len(line.tokens):
        return
    token = line.tokens[begin]
    beside = bool(office) and token.capital and line.gap(begin) in (" (", ", ")
    if begin > office.start and not (beside or line.is_joined(begin)):
        return
    like = line.resembles(token, 0.0 if token.capital else RATHER_NAME)
    placed = line.tokens[n].low in (*_OF_PLACES, *_COUNTED)  # sekdes Wambarema
    if like or not (office or placed):
        yield from named_at(line, begin, free=like)


def _after_title(line: NameLine, n: int) -> Iterator[Named]:
    """Finds who is called by a title: ``Bu Nining``, ``Ny. W``, ``pak guru simon``."""
    begin = n + 1
    while begin <= n + MOST_WORDS and line.is_joined(begin) and line.is_between(begin):
        begin += 1
    if not line.is_joined(begin) or line.tokens[n].text == "KK":  # a family's card
        return
    if line.ends_before(begin) and not line.is_evidence(line.tokens[begin]):
        return
    token = line.tokens[begin]
    if token.text.isupper() and len(token.low) == 1:
        yield Named(begin, begin)
    elif not line.names_place(n):
        yield from list(named_at(line, begin, free=True)) or _everyday(line, n, begin)


def _everyday(line: NameLine, title: int, n: int) -> Iterator[Named]:
    """Finds words of everyday as names: ``kak bintang sudah kirim``, ``bu Kendari Sari``."""
    token = line.tokens[n]
    if line.ends_before(n) or line.is_calling(token) or cues.FORMED.search(token.low):
        return
    if line.is_acronym(token) or not token.plain:
        return
    is_deliberate = token.text.istitle() and not line.in_title_case
    if token.low in line.lists.regions:
        if not is_deliberate or n != title + 1:  # no Bu Lurah Muna
            return
    elif line.lists.is_stop(token.low):
        return
    following = line.tokens[n + 1] if line.is_joined(n + 1) else None
    if cues.DOES_WHEN_CALLED.match(line.text, token.end):
        yield Named(n, n)
    elif is_deliberate and following and following.text.istitle() and not line.is_common(following):
        yield Named(n, n + 1)
    elif line.is_other(n):
        yield Named(n, n, title == 0 or line.tokens[title].text.islower())


def _after_introductions(line: NameLine) -> Iterator[Named]:
    """Finds who is introduced: ``nama saya Rahma``, ``0812... Rahma``, ``berinisial R``."""
    for match in line.introductions:
        yield from named_at(line, line.past_titles(match.end()), free=True)
    for match in cues.BESIDE_NUMBER.finditer(line.text):
        small = line.text[match.end()].islower()
        yield from named_at(line, line.past_titles(match.end()), listed=small)
    for match in cues.INITIALS.finditer(line.text):
        yield from named_at(line, line.word_at(match.end()))
    for match in cues.BESIDE_ME.finditer(line.text):
        yield from named_at(line, line.past_titles(match.end()))
    for match in cues.INITIALLED.finditer(line.text):
        yield Named(line.word_at(match.end()), line.word_at(match.end()))


def _after_relations(line: NameLine) -> Iterator[Named]:
    """Finds relatives and whom one stands for: ``adik saya jumriah``, ``an wulan``."""
    for match in cues.RELATION.finditer(line.text):
        begin = line.past_titles(match.end())
        if begin == len(line.tokens):
            continue
        token = line.tokens[begin]
        by_order = match[0].startswith("an ")  # "a.n." without its full stops
        loose = line.resembles(token, RATHER_NAME if by_order else UNLIKE_WORD)
        loose |= token.capital and line.is_listed(token)
        if loose or not by_order:  # ``an English version``
            yield from named_at(line, begin, free=loose)


def _after_closings(line: NameLine) -> Iterator[Named]:
    """Finds who signs with the last words of a line: ``Terima kasih, Rahma``."""
    for match in cues.CLOSING.finditer(line.text):
        begin = line.past_titles(match.end())
        for name in named_at(line, begin, free=True):
            end = line.tokens[name.last].end
            if not line.text[end:].strip(" .)~-\n"):
                yield name


def _after_hints(line: NameLine) -> Iterator[Named]:
    """Finds usual names, and words that look like one, after ``saya``, ``kata``, ``ke``."""
    pushed = cues.PUSHED.finditer(line.text)
    for match in chain(pushed, cues.MAYBE_INTRODUCED.finditer(line.text)):
        begin = line.past_titles(match.end())
        if begin == len(line.tokens):
            continue
        token, word = line.tokens[begin], match[0].strip(" ,.:!").lower()
        if token.low in line.lists.rare and not token.capital:
            continue
        said = word in _I or word == "~"  # before the name that a sender gives
        loose = line.resembles(token, SURELY_NAME) or _is_strange_pair(line, begin)
        if word not in cues.BEFORE_PLACES and line.resembles(token):
            loose |= token.capital or said
        if said or word in ("ini", "dengan"):
            loose |= _is_worker(line, begin) or _is_called(line, begin, said=said)
        yield from named_at(line, begin, free=loose, listed=not (loose or said))


def _is_strange_pair(line: NameLine, n: int) -> bool:
    """Whether two unknown words with capitals stand here: ``menurut Sompa Wiring``."""
    return len(line.run(n, line.is_unknown_capital, most=2)) == 2 and not line.in_title_case


def _is_called(line: NameLine, n: int, *, said: bool) -> bool:
    """Whether a call follows: ``saya ririn kak``, ``ini dedi kurnia yang kemarin``."""
    words = line.run(n, partial(line.may_be_name, free=True), most=MOST_WORDS)
    after = cues.CALLED_AFTER.match(line.text, line.tokens[words[-1]].end) if words else None
    return after is not None and (said or "yang" in after[0] or "yg" in after[0])


def _is_worker(line: NameLine, n: int) -> bool:
    """Whether somebody's work follows: ``jumriah mahasiswa ...``."""
    words = line.run(n, partial(line.may_be_name, free=True), most=4)
    return bool(words) and bool(cues.WORK_AFTER.match(line.text, line.tokens[words[-1]].end))


def _towards(line: NameLine) -> Iterator[Named]:
    """Finds who did something, or to whom: ``dilayani Marjan``, ``sampaikan ke wulan``."""
    for match in cues.TOWARDS.finditer(line.text):
        begin = line.past_titles(match.end())
        if begin == len(line.tokens) or line.lists.is_stop(line.tokens[begin].low):
            continue
        if line.tokens[begin].capital:
            yield from named_at(line, begin, listed=line.in_title_case)
