"""The word lists of this folder and of the search, by which names are told from words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from caridulu.privacy.lists.name_ngrams import NameNgrams
from caridulu.search.analysis.language import indonesian
from caridulu.search.analysis.real_words import dictionary_words, own_words

# A local government's agency: "Disperinaker", "Dispendukcapil", "Distankan".
_AGENCY = re.compile(
    r"^dis(?:p?end(?:uk|ik)|per(?:in|da|k)|dag|dik|duk|hub|hut|kanl|kes|kom|kop|nak|nav|par|pertan|"
    r"pora|pus|sos|tan|bud|bun)[a-z]*$"
)
LISTS = ("words.yml", "replies.yml", "brands.yml", "names.yml", "regions.yml", "vocabulary.yml")
_WORD = re.compile(r"[a-z]{3,}")
_WITHIN_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")  # a capital that begins none
_CLITIC = re.compile(r"(?:ny[aoe]|kah|lah|pun|ku|mu|mi|ji|pi|ka|ki|x)$")
_LENGTHENED = re.compile(r"(.)\1+$|(.)\2{2,}")  # ``yesss``, ``siaaap``
_SUFFIX = re.compile(r"(?:kan|an|i)$")
_PREFIX = re.compile(
    r"^(?:(?P<nasal>(?:di|ter|se)?(?:mem|pem|meny|peny|meng|peng|men|pen|me|pe))|"
    r"(?:memper|diper|berke|keter|pember|se|di|ke|ber|be|ter|te|per|ku)|(?P<spoken>ny|ng|n|m))"
)
_NASAL = {"m": "p", "n": "t", "ny": "s", "ng": "k"}


@dataclass(frozen=True)
class WordLists:
    """Folded words by what they say about their neighbours."""

    names: frozenset[str]
    firsts: frozenset[str]
    titles: frozenset[str]
    between: frozenset[str]
    roles: frozenset[str]
    offices: frozenset[str]
    common: frozenset[str]
    stops: frozenset[str]
    places: frozenset[str]
    everyday: frozenset[str]
    roads: frozenset[str]
    regions: frozenset[str]
    roots: frozenset[str]
    dictionary: frozenset[str]
    rare: frozenset[str]  # words that are no name by themselves, and may be part of one
    ngrams: NameNgrams = field(compare=False)

    def with_common(self, texts: Iterable[str], *, titles: Iterable[str] = ()) -> "WordLists":
        """Adds the words of the office's own texts as no names.

        Those of ``titles``, and of ``texts`` what has a name there (``Dapodik``), are none after
        ``Pak`` or ``nama responden`` either; others may be: ``Pak Bintang``.
        """
        read = list(texts)
        seen = {word for text in read for word in _WORD.findall(text.lower())}
        named = {word for text in titles for word in _WORD.findall(text.lower())}
        called = {word.lower() for text in read for word in _WITHIN_SENTENCE.findall(text)}
        named |= called - self.dictionary
        return replace(
            self,
            common=self.common | ((seen | named) - self.names),
            stops=self.stops | (named - self.names),
        )

    @property
    def heads(self) -> frozenset[str]:
        """Titles and roles: people at the head of an office."""
        return self.titles | self.roles

    def is_usual_name(self, word: str) -> bool:
        """Says whether a word is listed as a name, or as the beginning of one."""
        return word in self.names or word in self.firsts

    def is_stop(self, word: str) -> bool:
        """Says whether a word, doubled or not, names nobody after a title or an introduction."""
        return word in self.stops or _single(word) in self.stops

    def is_word(self, word: str) -> bool:
        """Says whether a word, or what it is made from, is known as no name."""
        if word in self.common or word in self.dictionary or word in self.regions:
            return True
        if _AGENCY.match(word):
            return True
        if "-" in word:  # Juni-Juli, se-Indonesia
            return all(len(part) < 3 or self.is_word(part) for part in word.split("-"))
        stems = _stems(word)
        return any(map(self._is_stem, stems.written)) or not self.roots.isdisjoint(stems.spoken)

    def is_common(self, word: str) -> bool:
        """Says whether a word is of everyday, of the office, or of a region."""
        if word in self.common:
            return True
        return word not in self.names and (word in self.places or self.is_word(word))

    def _is_stem(self, stem: str) -> bool:
        if stem in self.roots or stem in self.stops:
            return True
        return len(stem) > 4 and (stem in self.common or stem in self.dictionary)


def _single(word: str) -> str:
    """Strips the word of its doubling: ``sama-sama``, ``sama2`` -> ``sama``."""
    halves = word.removesuffix("2").split("-")
    return halves[0] if len(set(halves)) == 1 else word


@dataclass(frozen=True, slots=True)
class _Stems:
    """What a word may be made from."""

    written: frozenset[str]
    spoken: frozenset[str]  # behind a prefix of chats: ``nanya``, ``mbantu``


@lru_cache(maxsize=50_000)
def _stems(word: str) -> _Stems:
    """Strips the word of doubling, endings and prefixes: ``menanyakannya`` -> ``tanya``."""
    word = _single(word)
    bare = {word, _LENGTHENED.sub(r"\1\2", word)}
    without_clitic = _CLITIC.sub("", word)
    if len(without_clitic) > 3:
        bare.add(without_clitic)
    bare |= {short for stem in bare if len(short := _SUFFIX.sub("", stem)) > 2}
    written, spoken = set(bare), set[str]()
    for stem in bare:
        if prefix := _PREFIX.match(stem):
            found = spoken if prefix["spoken"] else written
            found.update(_behind_prefix(stem, prefix))
    return _Stems(frozenset(written), frozenset(spoken))


def _behind_prefix(word: str, prefix: re.Match[str]) -> Iterator[str]:
    """Yields the rest of a word, and that with the letter that a nasal stands for: ``menanya``."""
    rest = word[prefix.end() :]
    if len(rest) < 3:
        return
    yield rest
    if nasal := prefix["nasal"] or prefix["spoken"]:
        ending = re.search(r"(?:ny|ng|m|n)$", nasal)
        yield (_NASAL[ending[0]] if ending else "") + rest


@cache
def usual_word_lists() -> WordLists:
    """Reads the lists that ship with the generator."""
    words: dict[str, frozenset[str]] = {}
    for name in LISTS:
        text = files(__package__).joinpath(name).read_text(encoding="utf-8")
        lists: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
        words |= {name: frozenset(block.split()) for name, block in lists.items()}
    language = indonesian()
    spoken = {*language.stop_words, *language.weak, *language.colloquial, *language.stem_exceptions}
    spoken |= {word for plain in language.colloquial.values() for word in plain}
    spoken |= {word for group in language.synonyms for form in group for word in form.split()}
    words["stops"] = words["common"] = words["common"] | words.pop("replies")
    words["common"] |= (words.pop("spoken") | frozenset(spoken)) - words["names"]
    words["regions"] -= words["names"]
    words["stops"] |= words["brands"] - words["names"]
    words["roots"] |= words.pop("brands")
    words["roots"] -= words["names"]
    known = dictionary_words()
    words["everyday"] |= words["names"] & known
    others = words["common"] | words["roots"] | words["regions"]
    words["dictionary"] = frozenset(word for word in known - words["names"] if len(word) > 3)
    words["rare"] = (words["rare"] | own_words()) - words["names"] - known
    return WordLists(**words, ngrams=NameNgrams(sorted(words["names"]), sorted(others)))
