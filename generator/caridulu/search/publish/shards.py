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
      the idf follows: else the manifest has it for this count. A real word that is no term is 0.
      =entry TAB and its text as in x<n>, of entries that are often shown (texts_with_terms.py)
f<n>  words of the vocabulary in a stretch of their skeletons, b<n> of their reversed skeletons,
      written like the names of terms, then their size classes
x<n>  texts of entries n * block ...:          id TAB question TAB snippet TAB note (fields.py)
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple

from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.index.vocabulary import place
from caridulu.search.index.word_shards import shared_letters
from caridulu.search.parameters import END, NOT_FOR, START
from caridulu.search.publish.index_sizes import TermSizes
from caridulu.search.publish.slice_starts import SkeletonWords, slice_starts
from caridulu.search.publish.term_completions import completions_by_slice, term_completions
from caridulu.search.publish.texts_with_terms import texts_with_terms

VERSION = 8
ALPHABET = "".join(map(chr, (*range(97, 126), *range(35, 92), *range(93, 97))))
FINAL = 70  # characters that end a number
END_MARK = "."
HEAD_MARK = "="
USUAL_IDFS = 12  # counts whose idf the manifest has


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
        return len(self.name) + len("".join(self.numbers))


@dataclass(frozen=True)
class TermSlices:
    """Lines of each slice of terms, where each begins, and the idf of small counts."""

    lines: tuple[tuple[str, ...], ...]
    starts: tuple[str, ...]
    idfs: tuple[int, ...]


def encode(numbers: Iterable[int]) -> str:
    """Writes whole numbers from 0 as text."""
    return "".join(map(_digits, numbers))


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
        gaps=encode([after - before - 1 for before, after in pairwise(entries)]),
        parts=encode(term.parts),
    )


def usual_idfs(index: SearchIndex, most: int = USUAL_IDFS) -> tuple[int, ...]:
    """Returns the idf of terms with 0, 1, 2 ... ``most`` entries."""
    found = {len(term.entries): term.idf for name in index.terms() if (term := index.term(name))}
    return tuple(found.get(count, 1) for count in range(most + 1))


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
    index: SearchIndex, texts: Mapping[int, str], *, sizes: TermSizes, idfs: tuple[int, ...]
) -> TermSlices:
    """Cuts the terms into slices.

    ``texts`` are those of all entries, by the entry's number in the files; some stand with terms,
    too. ``idfs`` are of terms with 0, 1, 2 ... entries, which the manifest has.
    """
    numbers, shown = list(texts), list(texts.values())
    written = written_terms(index, idfs, numbers)
    length_of_heads = sizes.heads * sum(map(len, shown)) // max(1, len(shown))
    starts = slice_starts(_skeleton_words(written), most=sizes.slices, beside=length_of_heads)
    completions = completions_by_slice(term_completions(index), starts)
    terms = _terms_by_slice(index, written, starts, completions, short=sizes.short)
    heads = texts_with_terms(index, starts, most=sizes.heads)
    lines = [
        (
            *word_lines(longer),
            *_term_lines(sorted(own)),
            *(f"{HEAD_MARK}{numbers[n]}\t{shown[n]}" for n in sorted(entries)),
        )
        for longer, own, entries in zip(completions, terms, heads, strict=True)
    ]
    return TermSlices(tuple(lines), starts, idfs)


def _terms_by_slice(
    index: SearchIndex,
    written: Mapping[str, Sequence[WrittenTerm]],
    starts: Sequence[str],
    completions: Sequence[Mapping[str, int]],
    *,
    short: int,
) -> list[list[WrittenTerm]]:
    """Lists the terms of each slice: those of its words, and ``short`` ones that complete it."""
    slices: list[list[WrittenTerm]] = [[] for _ in starts]

    def home(word: str) -> int:
        return place(starts, skeleton(word))

    for word, terms in written.items():
        slices[home(word)] += terms
    for word in index.real_terms:
        slices[home(word)].append(WrittenTerm(word, 0, Numbers(encode([0]))))
    for number, longer in enumerate(completions):
        for word in sorted(set(map(index.query_analyzer.term, longer))):
            terms = written.get(word, ())
            is_short = sum(term.length for term in terms) <= short
            if is_short and home(word) != number:
                slices[number] += terms
    return slices


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
            own, written = owner(index, name), term_numbers(term, idfs, numbers)
            kept = WrittenTerm(written_name(name, own), len(term.entries), written)
            found.setdefault(own, []).append(kept)
    return found


def _skeleton_words(written: Mapping[str, Sequence[WrittenTerm]]) -> list[SkeletonWords]:
    """Adds up lengths and uses of terms by skeleton, which decide where slices begin."""
    lengths: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for word, terms in written.items():
        key = skeleton(word)
        lengths[key] += sum(term.length for term in terms)
        uses[key] += 1 + max(term.entries for term in terms)
    return [SkeletonWords(key, lengths[key], uses[key]) for key in sorted(lengths)]


def owner(index: SearchIndex, name: str) -> str:
    """Returns the word with which a term is kept: itself, or the rarest of several words."""
    if " " not in name:
        return name
    words = [word for word in name.split(" ") if word not in (START, END, NOT_FOR)]
    return max(words, key=index.rarity, default=name)


def word_lines(sizes: Mapping[str, int]) -> list[str]:
    """Returns the lines of words with the size class of their frequency."""
    words = sorted(sizes)
    return [name_line(words), encode(sizes[word] for word in words)]


def slice_text(index_id: str, lines: Iterable[str]) -> str:
    """Writes a slice: header, lines, end mark."""
    return "\n".join([index_id, *lines, END_MARK])
