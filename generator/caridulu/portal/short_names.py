"""Names of regions -> the acronyms by which people call them: Konawe Selatan is Konsel."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, product

from caridulu.search.analysis.real_words import dictionary_words, real_terms

# What an acronym takes of a name's last word.
_ENDINGS = {
    "barat": ("bar",),
    "hilir": ("hil",),
    "hulu": ("hu", "hul"),
    "kepulauan": ("kep",),
    "pusat": ("pus",),
    "selatan": ("sel",),
    "tengah": ("teng",),
    "tenggara": ("tra", "gara"),
    "timur": ("tim",),
    "utara": ("ut", "ur", "ura", "tara"),
}
# What only a province is called, also where a portal has a regency that would be shortened so.
_PROVINCES = frozenset({
    "sumut", "sumbar", "sumsel", "jabar", "jateng", "jatim", "kalbar", "kalteng", "kalsel",
    "kaltim", "kaltara", "sulut", "sulteng", "sultra", "sulsel", "sulbar", "malut",
    "ntb", "ntt",
})  # fmt: skip
_VOWELS = frozenset("aeiou")
_INITIALS = 3  # words of a name that is also called by its initials


def short_names(
    regions: Sequence[str], *, regencies: Collection[int] = ()
) -> list[tuple[str, ...]]:
    """Returns for each name of a region, folded, the acronyms that mean it alone and are no words.

    ``regencies`` are the numbers of those that are no provinces.
    """
    made = {name: frozenset(_acronyms(name)) for name in set(regions)}
    claims = Counter(chain.from_iterable(made.values()))
    names = {word for name in made for word in name.split()}
    words = names | dictionary_words() | real_terms()

    def means(acronym: str, number: int) -> bool:
        if acronym in _PROVINCES:
            return number not in regencies
        return claims[acronym] == 1 and acronym not in words

    return [
        tuple(sorted(acronym for acronym in made[name] if means(acronym, number)))
        for number, name in enumerate(regions)
    ]


def _acronyms(name: str) -> Iterator[str]:
    """Yields ``kosel`` and ``konsel`` of ``konawe selatan``, ``ntb`` of ``nusa tenggara barat``."""
    *first, last = name.split()
    if not first or last not in _ENDINGS:
        return
    for beginning, ending in product(_beginnings("".join(first)), _ENDINGS[last]):
        if not (beginning[-1] in _VOWELS and ending[0] in _VOWELS):
            yield beginning + ending
    if len(first) + 1 >= _INITIALS:
        yield "".join(word[0] for word in (*first, last))


def _beginnings(word: str) -> Iterator[str]:
    """Yields two and three letters, and four if both last ones are consonants: tang, lamp."""
    yield word[:2]
    yield word[:3]
    if not _VOWELS & {*word[2:4]}:
        yield word[:4]
