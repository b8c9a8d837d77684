"""The written form of the index's slices. Twin of ``browser/shards.js``.

A slice is lines of text: the index's id, the content, a full stop. Numbers are written in base
45 over printable characters, lowest digit first; characters of the upper half say that more
follows:

    value 7 -> "*"      value 50 = 5 + 1 * 45 -> "S$"

t<n>  terms of which hash(name) % count = n:   name TAB idf count gaps... parts...
      a pair, or a whole query, stands with the rarest of its words; a gap, which has no entries,
      with its first
      =entry TAB id TAB title, of entries that its terms say most about
f<n>  vocabulary by skeleton, b<n> by reversed skeleton: words, then their size classes
x<n>  texts of entries n * block ...:          id TAB question TAB snippet
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.index.word_shards import Shard
from caridulu.search.parameters import END, NOT_FOR, START

VERSION = 2
ALPHABET = "".join(chr(code) for code in range(35, 126) if code != 92)
HALF = 45
END_MARK = "."
HEAD_MARK = "="
SHARD_BYTES = 1_000  # about 0.7 kB compressed


def encode(numbers: Iterable[int]) -> str:
    """Writes whole numbers from 0 as text."""
    return "".join(map(_digits, numbers))


@cache
def _digits(number: int) -> str:
    digits = []
    while number >= HALF:
        digits.append(ALPHABET[HALF + number % HALF])
        number //= HALF
    digits.append(ALPHABET[number])
    return "".join(digits)


def shard_of(name: str, count: int) -> int:
    """Returns the shard of a term among ``count``."""
    value = 0
    for letter in name:
        value = (value * 31 + ord(letter)) & 0xFFFFFFFF
    return value % count


def term_line(name: str, term: Term) -> str:
    """Writes a term with its postings."""
    entries = [-1, *term.entries]
    gaps = [after - before - 1 for before, after in itertools.pairwise(entries)]
    return f"{name}\t{encode([term.idf, len(term.entries), *gaps, *term.parts])}"


def head_line(entry: int, item_id: str, title: str) -> str:
    """Writes an entry's title among the terms."""
    return f"{HEAD_MARK}{entry}\t{item_id}\t{title}"


def term_slices(index: SearchIndex, heads: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Returns the lines of each term shard; ``heads`` are lines that stand with a term."""
    lines = {name: term_line(name, term) for name in index.terms() if (term := index.term(name))}
    count = max(1, round(sum(map(len, lines.values())) / SHARD_BYTES))
    slices: list[list[str]] = [[] for _ in range(count)]
    for name, line in lines.items():
        slices[shard_of(owner(index, name), count)].append(line)
    for name in sorted(index.gaps):
        slices[shard_of(name.split(" ")[1], count)].append(f"{name}\t{encode([1, 0])}")
    titles: list[set[str]] = [set() for _ in range(count)]
    for name, those in heads.items():
        titles[shard_of(name, count)].update(those)
    return [own + sorted(those) for own, those in zip(slices, titles, strict=True)]


def owner(index: SearchIndex, name: str) -> str:
    """Returns the word with which a term is kept: itself, or the rarest of several words."""
    if " " not in name:
        return name
    words = name.split(" ")
    terms = [(word, index.term(word)) for word in words if word not in (START, END, NOT_FOR)]
    return max(terms, key=lambda pair: pair[1].idf if pair[1] else 0)[0] if terms else name


def vocabulary_lines(shard: Shard) -> list[str]:
    """Returns the lines of a vocabulary shard."""
    return [" ".join(shard.words), encode(shard.sizes)]


def slice_text(index_id: str, lines: Iterable[str]) -> str:
    """Writes a slice: header, lines, end mark."""
    return "\n".join([index_id, *lines, END_MARK])
