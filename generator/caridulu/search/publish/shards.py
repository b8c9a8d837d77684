"""The written form of the index's slices. Twin of ``browser/shards.js``.

A slice is lines of text: the index's id, the content, a full stop. Numbers are written in base
45 over printable characters, lowest digit first; characters of the upper half say that more
follows:

    value 7 -> "*"      value 50 = 5 + 1 * 45 -> "S$"

t<n>  terms whose skeletons lie in a stretch of their order, so that the spellings of a word are
      mostly together. First their names in the order of the alphabet, each without the letters
      that it shares with the one before, and a capital for how many those are:

          AhargaFnya F beras    harga, harganya, "harga beras"

      A pair stands with the rarest of its words, which comes first: "beras harga" is harga+beras.
      Then their numbers, name after name: count idf gaps... parts...; the count is doubled, and
      odd where the idf follows: else the manifest has it for this count. A real word that is no
      term is 0; a gap, which has no entries, is 1 and an idf.
      =entry TAB id TAB title, of entries that the terms say most about
f<n>  words of the vocabulary in a stretch of their skeletons, b<n> of their reversed skeletons,
      written like the names of terms, then their size classes
x<n>  texts of entries n * block ...:          id TAB question TAB snippet TAB note (fields.py)
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from string import ascii_uppercase

from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.index.vocabulary import place
from caridulu.search.index.word_shards import Shard, first_above, shared_letters
from caridulu.search.parameters import END, NOT_FOR, START

VERSION = 3
ALPHABET = "".join(chr(code) for code in range(35, 126) if code != 92)
HALF = 45
END_MARK = "."
HEAD_MARK = "="
USUAL_IDFS = 12  # counts whose idf the manifest has
LEAST_CHARACTERS = 1_200  # of a slice of terms, about 0.8 kB compressed
# A slice may be longer by so much of its length, to end where the manifest needs few letters.
SLACK, SHORT_START = 0.5, 2


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
    digits = []
    while number >= HALF:
        digits.append(ALPHABET[HALF + number % HALF])
        number //= HALF
    digits.append(ALPHABET[number])
    return "".join(digits)


def term_numbers(term: Term, idfs: Sequence[int]) -> str:
    """Writes the postings of a term."""
    count = len(term.entries)
    entries = [-1, *term.entries]
    gaps = [after - before - 1 for before, after in pairwise(entries)]
    is_usual = 0 < count < len(idfs) and idfs[count] == term.idf
    head = [2 * count] if is_usual else [2 * count + 1, term.idf]
    return encode([*head, *gaps, *term.parts])


def usual_idfs(index: SearchIndex) -> tuple[int, ...]:
    """Returns the idf of terms with 0, 1, 2 ... entries."""
    found = {len(term.entries): term.idf for name in index.terms() if (term := index.term(name))}
    return tuple(found.get(count, 1) for count in range(USUAL_IDFS + 1))


def head_line(entry: int, item_id: str, title: str) -> str:
    """Writes an entry's title among the terms."""
    return f"{HEAD_MARK}{entry}\t{item_id}\t{title}"


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


def term_slices(index: SearchIndex, heads: Mapping[str, Sequence[str]], *, most: int) -> TermSlices:
    """Cuts the terms into ``most`` slices or fewer; ``heads`` are lines that stand with a term."""
    idfs = usual_idfs(index)
    written = written_terms(index, idfs)
    starts = _starts(written, heads, most)
    terms: list[list[tuple[str, str]]] = [[] for _ in starts]
    titles: list[set[str]] = [set() for _ in starts]
    for own, those in written.items():
        at = place(starts, skeleton(own))
        terms[at] += those
        titles[at].update(heads.get(own, ()))
    for name in index.real_terms:
        terms[place(starts, skeleton(name))].append((name, encode([0])))
    return TermSlices(
        lines=tuple(
            (*_term_lines(sorted(own)), *sorted(those))
            for own, those in zip(terms, titles, strict=True)
        ),
        starts=starts,
        idfs=idfs,
    )


def _term_lines(terms: Sequence[tuple[str, str]]) -> tuple[str, str]:
    return name_line(name for name, _ in terms), "".join(numbers for _, numbers in terms)


def written_terms(index: SearchIndex, idfs: Sequence[int]) -> dict[str, list[tuple[str, str]]]:
    """Returns for each word the names and numbers of the terms that are kept with it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in index.terms():
        if term := index.term(name):
            own = owner(index, name)
            numbers = term_numbers(term, idfs)
            found.setdefault(own, []).append((written_name(name, own), numbers))
    for name in index.gaps:
        own = name.split(" ")[1]
        found.setdefault(own, []).append((written_name(name, own), encode([1, 1])))
    return found


def _starts(
    written: Mapping[str, Sequence[tuple[str, str]]], heads: Mapping[str, Sequence[str]], most: int
) -> tuple[str, ...]:
    """Returns where slices begin; words of one skeleton stay together."""
    by_key: Counter[str] = Counter()
    for own, terms in written.items():
        texts = chain(chain.from_iterable(terms), heads.get(own, ()))
        by_key[skeleton(own)] += sum(map(len, texts))
    limit = max(LEAST_CHARACTERS, by_key.total() / most)
    starts, before, passed = [""], "", 0
    for key in sorted(by_key):
        over, start = passed - limit * len(starts), first_above(before, key)
        if over >= 0 and (len(start) <= SHORT_START or over > SLACK * limit):
            starts.append(start)
        passed += by_key[key]
        before = key
    return tuple(starts)


def owner(index: SearchIndex, name: str) -> str:
    """Returns the word with which a term is kept: itself, or the rarest of several words."""
    if " " not in name:
        return name
    words = name.split(" ")
    terms = [(word, index.term(word)) for word in words if word not in (START, END, NOT_FOR)]
    return max(terms, key=lambda pair: pair[1].idf if pair[1] else 0)[0] if terms else name


def vocabulary_lines(shard: Shard) -> list[str]:
    """Returns the lines of a vocabulary shard."""
    return [name_line(shard.words), encode(shard.sizes)]


def slice_text(index_id: str, lines: Iterable[str]) -> str:
    """Writes a slice: header, lines, end mark."""
    return "\n".join([index_id, *lines, END_MARK])
