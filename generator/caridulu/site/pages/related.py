"""Related entries: those that share the most distinctive terms of an entry."""

from collections.abc import Collection, Iterable, Mapping

from caridulu.knowledge.model import Entry
from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.parameters import END, START

KEY_TERMS = 8  # of an entry: enough to tell its subject, few enough to stay on it
MOST_ENTRIES = 60  # a term in more entries than this says little about any of them
NEIGHBOURS = 5
SHOWN = 5  # beside an answer: fits a phone's screen under it


def related_entries(index: SearchIndex) -> dict[str, tuple[str, ...]]:
    """Returns for each entry id the ids of its nearest entries, the nearest first."""
    shared = _shared_terms(index)
    keys = _key_terms(shared, count=len(index.items))
    entries = {n for n, item in enumerate(index.items) if kind_of(item.id) is ItemKind.ENTRY}
    return {
        index.items[number].id: tuple(
            index.items[other].id for other in _nearest(number, keys[number], shared, entries)
        )
        for number in sorted(entries)
    }


def _shared_terms(index: SearchIndex) -> dict[str, Term]:
    """Finds terms that several entries share, but not many; no anchors at a question's ends."""
    names = (name for name in index.terms() if START not in name and END not in name)
    terms = ((name, index.term(name)) for name in names)
    return {
        name: term
        for name, term in terms
        if term is not None and 2 <= len(term.entries) <= MOST_ENTRIES
    }


def _key_terms(shared: dict[str, Term], *, count: int) -> list[list[tuple[int, str]]]:
    """Maps every entry to its strongest shared terms, with their scores there."""
    scored: list[list[tuple[int, str]]] = [[] for _ in range(count)]
    for name, term in shared.items():
        for entry, part in zip(term.entries, term.parts, strict=True):
            scored[entry].append((term.idf * part, name))
    return [sorted(each, reverse=True)[:KEY_TERMS] for each in scored]


def _nearest(
    entry: int, keys: list[tuple[int, str]], shared: dict[str, Term], entries: Collection[int]
) -> tuple[int, ...]:
    """Ranks entries by what they share of this entry's key terms."""
    common: dict[int, int] = {}
    for score, name in keys:
        term = shared[name]
        for other, part in zip(term.entries, term.parts, strict=True):
            common[other] = common.get(other, 0) + min(score, term.idf * part)
    near = (other for other in common if other != entry and other in entries)
    return tuple(sorted(near, key=lambda other: (-common[other], other))[:NEIGHBOURS])


def neighbours(
    entry: Entry, near: Iterable[str], entries: Mapping[str, Entry]
) -> tuple[Entry, ...]:
    """Selects related entries: those an editor named, then those that are near."""
    ids = dict.fromkeys(other for other in (*entry.related, *near) if other in entries)
    return tuple(entries[other] for other in list(ids)[:SHOWN])
