"""A line of text -> its words, what stands between them, and what each is by itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.names.name_cues import SHAPE

# Likeness to a name, in log odds of the letters (``NameNgrams``): above 0, rather a name.
RATHER_NAME = 0.3  # of an unlisted word that may be a name
SURELY_NAME = 0.8  # of an unlisted word that is one without a cue
_SHORTENED = (  # titles whose full stop ends no sentence
    "bpk", "bp", "sdr", "sdri", "tn", "ny", "nn", "h", "hj", "dr", "drs", "dra", "ir", "prof",
    "dg", "ust", "pdt", "alm", "ns", "apt", "drg", "drh", "mr", "mrs", "ms", "plt", "pj", "tgk",
    "kapt",
)  # fmt: skip
# Listed names that are everyday words too: no evidence without a title or an introduction.
ALSO_WORDS = usual_word_lists().everyday
LONGEST_SHORTENED = 4  # letters of what a full stop shortens: ``Moch.``
LEAST_CAPITALS = 0.7  # share of the words, from which on a line is written so on purpose
_TOKEN = re.compile(r"[^\W\d_](?:[^\W_]++|['\u2019]|[.-](?=\w))*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, where it stands, its folded form, and whether it begins with a capital letter."""

    start: int
    end: int
    text: str
    low: str
    capital: bool

    @property
    def plain(self) -> bool:
        """Says whether it is neither ``ZonaSultra`` nor ``Juni-31`` nor ``page.html``."""
        text = self.text.replace("'", "").replace("\u2019", "")
        return text.isalpha() and (text[1:].islower() or text.isupper())


def tokens_of(text: str) -> list[Token]:
    """Finds the words of a line; initials keep their full stops."""
    return [
        Token(*found.span(), found[0], found[0].lower().strip("."), found[0][0].isupper())
        for found in _TOKEN.finditer(text)
    ]


class LineWords:
    """The words of a line, by their numbers."""

    def __init__(self, text: str, lists: WordLists) -> None:
        self.text = text
        self.lists = lists
        self.tokens = tokens_of(text)
        self._at = {token.start: n for n, token in enumerate(self.tokens)}
        long = [token for token in self.tokens if len(token.text) > 2]
        upper = sum(token.text.isupper() for token in long)
        # ``MOHON DATA PENDUDUK``: capitals tell nothing of a word.
        self.in_capitals = len(self.tokens) > 2 and upper > LEAST_CAPITALS * len(self.tokens)
        words_up = [token for token in long if self.is_common(token)]
        capitals = sum(token.capital for token in words_up)
        # ``Surat Permohonan Data Penduduk``: nor does a capital at the beginning of one.
        self.in_title_case = capitals > max(1, LEAST_CAPITALS * len(words_up))

    # Where words stand

    def gap(self, n: int) -> str:
        """Returns what stands between word ``n`` and its predecessor."""
        return self.text[self.tokens[n - 1].end : self.tokens[n].start] if n else ""

    def is_joined(self, n: int) -> bool:
        """Says whether word ``n`` follows its predecessor without other punctuation."""
        if not 0 < n < len(self.tokens):
            return False
        gap = self.gap(n)
        if gap == ". " and self._ends_sentence(n - 1):
            return False
        # ``Moch. Ali``, ``Bapak/Ibu``
        return gap == " " or (gap.strip(" .\u00a0/") == "" and len(gap) <= 3)

    def _ends_sentence(self, n: int) -> bool:
        """Whether a full stop behind word ``n`` ends a sentence: not ``Moch.``, no initial."""
        low = self.tokens[n].low
        known = (self.lists.firsts, self.lists.titles, self.lists.between, self.lists.roles)
        is_name = low in self.lists.names and len(re.findall("[aeiou]", low)) > 1  # no ``Moch``
        is_whole = len(low) > LONGEST_SHORTENED or is_name
        return is_whole and not any(low in words for words in known)

    def run(self, first: int, accepts: Callable[[int], bool], *, most: int | None = None) -> range:
        """Finds the joined words from ``first`` on that are accepted, up to ``most``."""
        end, limit = first, len(self.tokens) if most is None else first + most
        while end < min(len(self.tokens), limit) and accepts(end):
            if end > first and not self.is_joined(end):
                break
            end += 1
        return range(first, end)

    def begins_part(self, n: int) -> bool:
        """Says whether word ``n`` begins a sentence or a part of a line."""
        return n == 0 or bool(re.search(r"[.:;!?()\n-]", self.gap(n)))

    def ends_before(self, n: int) -> bool:
        """Says whether a sentence, not a short title, ends before word ``n``: ``Ya pak. Ada``."""
        if n >= len(self.tokens) or "." not in self.gap(n):
            return False
        return self.tokens[n - 1].low not in _SHORTENED

    def word_at(self, start: int) -> int:
        """Finds the word that begins at a place of the text; the number of words if none does."""
        return self._at.get(start, len(self.tokens))

    def past_titles(self, start: int) -> int:
        """Finds the word at a place of the text, or the first after titles that stand there."""
        return self.past_titles_from(self.word_at(start))

    def past_titles_from(self, n: int) -> int:
        """Finds word ``n``, or the first after titles that stand there."""
        while n < len(self.tokens) and self.is_between(n):
            n += 1
        return n

    # What a word is

    def is_common(self, token: Token) -> bool:
        """Says whether a word is of everyday, of the office, or of a region."""
        return self.lists.is_common(token.low)

    def is_acronym(self, token: Token) -> bool:
        """Says whether a word is two to six capitals in a line of others, and no usual name."""
        plain = token.text.replace(".", "")
        if self.in_capitals or token.low in self.lists.names:
            return False
        return plain.isupper() and 2 <= len(plain) <= 6

    def is_listed(self, token: Token) -> bool:
        """Says whether a word is a usual name, or made like one."""
        if token.low in self.lists.names:
            return True
        made = SHAPE.match(token.low) is not None and token.low not in self.lists.rare
        return made and not self.is_common(token)

    def is_unknown(self, token: Token) -> bool:
        """Says whether no list has a word of three letters or more."""
        known = token.low in self.lists.rare or self.is_common(token) or self.is_acronym(token)
        return len(token.low) > 2 and not known

    def is_unknown_capital(self, n: int) -> bool:
        """Says whether word ``n`` has a capital, and no list has it."""
        return self.tokens[n].text.istitle() and self.is_unknown(self.tokens[n])

    def resembles(self, token: Token, least: float = RATHER_NAME) -> bool:
        """Says whether a word is a usual name and no other word, or has the letters of a name."""
        if self.is_listed(token):
            return token.low not in ALSO_WORDS
        return self.is_unknown(token) and self.lists.ngrams.log_odds(token.low) >= least

    def is_evidence(self, token: Token) -> bool:
        """Says whether a word alone shows that a name stands here."""
        return self.is_listed(token) and token.low not in ALSO_WORDS

    def is_between(self, n: int) -> bool:
        """Says whether word ``n`` is a title, or an office between a title and a name."""
        low = self.tokens[n].low
        return low in self.lists.between or low in self.lists.titles

    def is_calling(self, token: Token) -> bool:
        """Says whether a word is a title, an office or a place, after which a name may come."""
        words = self.lists
        callings = (words.titles, words.roles, words.between, words.places)
        return any(token.low in one for one in callings)

    def is_la_or_wa(self, n: int) -> bool:
        """Says whether word ``n`` is ``La`` or ``Wa`` of a name, in any case."""
        token = self.tokens[n]
        if token.low not in ("la", "wa") or not self.is_joined(n + 1):
            return False
        following = self.tokens[n + 1]
        if token.text == "WA" and not self.in_capitals:
            return False
        return following.low == "ode" or not self.is_common(following)

    def is_bare_prefix(self, token: Token) -> bool:
        """Says whether a word is no name without another one."""
        return token.low in ("la", "wa", "ode") or (
            len(token.low) == 2 and token.low in self.lists.firsts
        )
