"""The written form of the index's slices. Twin of ``browser/shards.js``.

A slice is lines of text: the index's id, the content, a full stop. A number below 70 is one
printable character; the 20 characters above these say that more follows, in twenties:

    value 7 -> "h"      value 100 = 70 + 10 + 20 * 1 -> "Wb"

Small numbers are small letters: names and numbers that share the frequent characters compress
better, by a fiftieth of the terms.

t<n>  terms whose skeletons lie in a stretch of their order, so that the spellings of a word are
      mostly together. First, as in f<n>, what texts with these terms may become while they are
      typed (term_completions.py); short terms of these stand here too. Then the
      terms' names in the order of the alphabet, each without the letters that it shares with the
      one before, and a capital for how many those are:

          AhargaFnya F beras    harga, harganya, "harga beras"

      A pair stands with the rarest of its words, which comes first: "beras harga" is harga+beras.
      Then their numbers, name after name, a line for each kind of number, which compresses best:
      the count of entries, the gaps between these, the parts. The count is doubled, and odd where
      the idf follows: else the manifest has it for this count. A real word that is no term is 0;
      a gap, which has no entries, is 1 and an idf.
      =entry TAB and its text as in x<n>, of entries that are often shown (texts_with_terms.py)
f<n>  words of the vocabulary in a stretch of their skeletons, b<n> of their reversed skeletons,
      written like the names of terms, then their size classes
x<n>  texts of entries n * block ...:          id TAB question TAB snippet TAB note (fields.py)
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple
from zlib import crc32

from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.index.vocabulary import place
from caridulu.search.index.word_shards import first_above, shared_letters
from caridulu.search.parameters import END, NOT_FOR, START
from caridulu.search.publish.term_completions import completions_by_slice, term_completions
from caridulu.search.publish.texts_with_terms import texts_with_terms

VERSION = 6
ALPHABET = "".join(map(chr, (*range(97, 126), *range(35, 92), *range(93, 97))))
FINAL = 70  # characters that end a number
END_MARK = "."
HEAD_MARK = "="
USUAL_IDFS = 12  # counts whose idf the manifest has
LEAST_CHARACTERS = 1_200  # of a slice of terms on average, about 0.8 kB compressed
STEPS = 16  # to the double, of the limit by which slices are cut
# A slice may pass the limit by so much, to end where the manifest needs few letters. With 2 a first
# search in 4,700 items took .3 kB more, with 1.5 as much (tests/benchmarks/search_size.py).
SLACK = 1.75


class Numbers(NamedTuple):
    """The written numbers of a term, each kind for a line of its own."""

    counts: str
    gaps: str = ""
    parts: str = ""


class WrittenTerm(NamedTuple):
    """A term as a slice has it."""

    name: str
    entries: int
    numbers: Numbers

    @property
    def length(self) -> int:
        """Characters of it."""
        return len(self.name) + sum(map(len, self.numbers))


@dataclass(frozen=True)
class TermSlices:
    """Lines of each slice of terms, where each begins, and the idf of small counts."""

    lines: tuple[tuple[str, ...], ...]
    starts: tuple[str, ...]
    idfs: tuple[int, ...]


def encode(numbers: Iterable[int]) -> str:
    """Writes whole numbers from 0 as text."""
    return "".join(map(_digits, numbers))


@cache
def _digits(number: int) -> str:
    digits = ""
    while number >= FINAL:
        number, digit = divmod(number - FINAL, len(ALPHABET) - FINAL)
        digits += ALPHABET[FINAL + digit]
    return digits + ALPHABET[number]


def term_numbers(term: Term, idfs: Sequence[int], numbers: Sequence[int]) -> Numbers:
    """Writes the postings of a term; ``numbers`` are those of the entries in the files."""
    count = len(term.entries)
    entries = [-1, *map(numbers.__getitem__, term.entries)]
    is_usual = 0 < count < len(idfs) and idfs[count] == term.idf
    return Numbers(
        counts=encode([2 * count] if is_usual else [2 * count + 1, term.idf]),
        gaps=encode(after - before - 1 for before, after in pairwise(entries)),
        parts=encode(term.parts),
    )


def usual_idfs(index: SearchIndex, most: int = USUAL_IDFS) -> tuple[int, ...]:
    """Returns the idf of terms with 0, 1, 2 ... ``most`` entries."""
    found = {len(term.entries): term.idf for name in index.terms() if (term := index.term(name))}
    return tuple(found.get(count, 1) for count in range(most + 1))


def head_line(entry: int, text: str) -> str:
    """Writes an entry's text among the terms."""
    return f"{HEAD_MARK}{entry}\t{text}"


def name_line(names: Iterable[str]) -> str:
    """Writes sorted names, each without the letters that it shares with the one before."""
    line, before = "", ""
    for name in names:
        shared = min(shared_letters(before, name), len(ascii_uppercase) - 1)
        line += ascii_uppercase[shared] + name[shared:]
        before = name
    return line


def written_name(name: str, own: str) -> str:
    """Spells a name with the word in front with which it is kept: "beras harga" is harga+beras."""
    first, *others = name.split(" ")
    return f"{own}+{first}" if others == [own] else name


def term_slices(
    index: SearchIndex,
    texts: Sequence[str],
    *,
    most: int,
    heads: int,
    short: int,
    numbers: Sequence[int],
    idfs: tuple[int, ...],
) -> TermSlices:
    """Cuts the terms into ``most`` slices or fewer.

    Args:
        index: whose terms these are.
        texts: of the entries, which may stand with terms.
        most: slices.
        heads: texts that stand with terms, at most.
        short: characters of a term that also stands in other slices, where it completes a text.
        numbers: of the entries in the files.
        idfs: of terms with 0, 1, 2 ... entries, which the manifest has.
    """
    written = written_terms(index, idfs, numbers)
    beside = heads * sum(map(len, texts)) // max(1, len(texts))
    starts = _starts(written, most, beside)
    with_terms = texts_with_terms(index, starts, most=heads)
    completions = completions_by_slice(term_completions(index), starts)
    terms: list[list[WrittenTerm]] = [[] for _ in starts]
    for own, those in written.items():
        terms[place(starts, skeleton(own))] += those
    for at, sizes in enumerate(completions):
        for own in sorted(set(map(index.reading.term, sizes))):
            those = written.get(own, [])
            is_short = sum(term.length for term in those) <= short
            if is_short and place(starts, skeleton(own)) != at:
                terms[at] += those
    for name in index.real_terms:
        no_term = WrittenTerm(name, 0, Numbers(encode([0])))
        terms[place(starts, skeleton(name))].append(no_term)
    return TermSlices(
        lines=tuple(
            (
                *word_lines(sizes),
                *_term_lines(sorted(own)),
                *(head_line(numbers[entry], texts[entry]) for entry in sorted(entries)),
            )
            for sizes, own, entries in zip(completions, terms, with_terms, strict=True)
        ),
        starts=starts,
        idfs=idfs,
    )


def _term_lines(terms: Sequence[WrittenTerm]) -> Iterator[str]:
    yield name_line(term.name for term in terms)
    for kind in range(len(Numbers._fields)):
        yield "".join(term.numbers[kind] for term in terms)


def written_terms(
    index: SearchIndex, idfs: Sequence[int], numbers: Sequence[int]
) -> dict[str, list[WrittenTerm]]:
    """Returns for each word the terms that are kept with it."""
    found: dict[str, list[WrittenTerm]] = {}
    for name in index.terms():
        if term := index.term(name):
            own = owner(index, name)
            found.setdefault(own, []).append(
                WrittenTerm(
                    written_name(name, own), len(term.entries), term_numbers(term, idfs, numbers)
                )
            )
    for name in index.gaps:
        own = name.split(" ")[1]
        gap = WrittenTerm(written_name(name, own), 0, Numbers(encode([1, 1])))
        found.setdefault(own, []).append(gap)
    return found


def _starts(
    written: Mapping[str, Sequence[WrittenTerm]], most: int, beside: int
) -> tuple[str, ...]:
    """Returns where slices begin; words of one skeleton stay together.

    A word is asked as often as it is used, near enough: a byte beside a frequent word is fetched
    twenty times as often as one beside a rare one. So every slice has about the same product of
    its length and its uses, which costs a first search an eighth less than equal lengths.

    Args:
        written: terms by the word they are kept with.
        most: slices.
        beside: characters that come beside the terms.
    """
    lengths: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for own, terms in written.items():
        key = skeleton(own)
        lengths[key] += sum(term.length for term in terms)
        uses[key] += 1 + max(term.entries for term in terms)
    most = max(1, min(most, (lengths.total() + beside) // LEAST_CHARACTERS))
    words = [(key, lengths[key], uses[key]) for key in sorted(lengths)]
    limits = [2 ** (step / STEPS) for step in range(STEPS * 60)]
    at = bisect_left(limits, -most, key=lambda limit: -len(_cut(words, limit)))
    return _cut(words, limits[at])


def _cut(words: Sequence[tuple[str, int, int]], limit: float) -> tuple[str, ...]:
    """Returns where slices begin that reach ``limit``, the product of length and uses.

    Of the words with which the next slice may begin, the one with the shortest start is taken, and
    of these one by its letters alone. So after a slice that begins elsewhere the next ones soon
    begin where they did.

    Args:
        words: key, length and uses, in the order of keys.
        limit: for a slice of several words.
    """
    starts, at = [""], 0
    while words and (following := _following(words, at, limit)):
        start, at = min(following, key=lambda each: (len(each[0]), crc32(each[0].encode())))
        starts.append(start)
    return tuple(starts)


def _following(
    words: Sequence[tuple[str, int, int]], at: int, limit: float
) -> list[tuple[str, int]]:
    """Lists starts of the slice after the one that begins at a word, and their words' numbers."""
    found: list[tuple[str, int]] = []
    before, length, used = words[at]
    for number in range(at + 1, len(words)):
        key, own_length, own_uses = words[number]
        length, used = length + own_length, used + own_uses
        if length * used > limit:
            found.append((first_above(before, key), number))
            if length * used > SLACK * limit:
                break
        before = key
    return found


def owner(index: SearchIndex, name: str) -> str:
    """Returns the word with which a term is kept: itself, or the rarest of several words."""
    if " " not in name:
        return name
    words = name.split(" ")
    terms = [(word, index.term(word)) for word in words if word not in (START, END, NOT_FOR)]
    return max(terms, key=lambda pair: pair[1].idf if pair[1] else 0)[0] if terms else name


def word_lines(sizes: Mapping[str, int]) -> list[str]:
    """Returns the lines of words with the size class of their frequency."""
    words = sorted(sizes)
    return [name_line(words), encode(sizes[word] for word in words)]


def slice_text(index_id: str, lines: Iterable[str]) -> str:
    """Writes a slice: header, lines, end mark."""
    return "\n".join([index_id, *lines, END_MARK])
