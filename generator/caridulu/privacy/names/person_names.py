"""Text -> names of people, by title, introduction, and the names that are usual in the region."""

from collections.abc import Iterable, Iterator
from functools import partial

from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import WordLists
from caridulu.privacy.names import name_cues as cues
from caridulu.privacy.names.chat_names import chat_names
from caridulu.privacy.names.cued_names import cued_names
from caridulu.privacy.names.name_line import MOST_WORDS, Named, NameLine, named_at
from caridulu.privacy.names.plain_names import is_strange, plain_names
from caridulu.privacy.names.signed_names import signature

REACH_BEFORE = 24  # characters in which titles and initials stand before a name


def find_names(text: str, lists: WordLists, *, before: str = "") -> Iterator[Entity]:
    """Finds the names of people in a line, without their titles; they may overlap.

    ``before`` is the line before it, where that says who follows.
    """
    line = NameLine(text, lists)
    if not line.tokens:
        return
    rules = (*cued_names(line), *plain_names(line), *chat_names(line), *signature(line, before))
    named = [name for name in dict.fromkeys(rules) if not line.names_place(name.first)]
    for name in dict.fromkeys((*named, *_coordinated(line, named))):
        yield _whole(line, name)


def _coordinated(line: NameLine, names: Iterable[Named]) -> Iterator[Named]:
    """Finds what stands beside a name in a list of names: ``A, B dan C``."""
    if line.in_title_case:
        return
    seen: set[Named] = set()
    for name in names:
        if name.certain:
            yield from _before(line, name)
            yield from _behind(line, name, seen)


def _behind(line: NameLine, name: Named, seen: set[Named]) -> Iterator[Named]:
    """Finds the names that follow in a list, up to one whose followers were ``seen`` already."""
    while match := cues.COORDINATE.match(line.text, line.tokens[name.last].end):
        begin = line.past_titles(match.end())
        more = next(named_at(line, begin), None)
        if more is None or more in seen:
            return
        if not (line.tokens[begin].capital or line.resembles(line.tokens[begin])):
            return
        seen.add(more)
        yield more
        name = more


def _before(line: NameLine, name: Named) -> Iterator[Named]:
    """Finds ``Bahuwarna`` in ``Bahuwarna dan Tania``, where a line begins."""
    if not 0 < name.first <= MOST_WORDS or line.lists.is_stop(line.tokens[0].low):
        return
    words = line.run(0, partial(is_strange, line))
    if not words:
        return
    match = cues.COORDINATE.match(line.text, line.tokens[words[-1]].end)
    if match and line.past_titles(match.end()) == name.first:
        yield Named(0, words[-1])


def _whole(line: NameLine, name: Named) -> Entity:
    """Makes the entity of a name, with the titles and initials that belong to it."""
    start, end = line.tokens[name.first].start, line.tokens[name.last].end
    for before in (cues.INITIALS_BEFORE, cues.NOBLE, cues.TITLED):
        if found := before.search(line.text, max(0, start - REACH_BEFORE), start):
            start = found.start()
    for after in (cues.INITIAL_AFTER, cues.DEGREES):
        if found := after.match(line.text, end):
            end = found.end()
    return Entity(Kind.NAME, line.text[start:end], start, end, name.certain)
