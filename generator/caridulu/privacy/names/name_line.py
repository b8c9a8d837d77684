"""A line of text -> its words, and what each may be: a name, a title, a word of everyday."""

import re
from collections.abc import Callable, Iterator

from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.names.name_cues import (
    DOES_AFTER,
    INTRODUCED,
    NO_PERSON,
    NUMBER_AFTER,
    ORGANISATION,
    SHAPE,
    WITHIN,
)
from caridulu.privacy.names.tokens import Token, tokens_of

RATHER_NAME = 0.3  # likeness of an unlisted word that may be a name
SURELY_NAME = 0.8  # likeness of an unlisted word that is one without a cue
_STREETS = ("jl", "jln", "jalan", "lorong", "blok")
# Named after people if written with a capital: ``Aula Soekarno Hatta``, no ``di aula Budi``.
_BUILDINGS = ("Gedung", "Aula", "Auditorium", "Pendopo", "Gelanggang", "Ruang", "Ruangan")
# Places that are named after people, with their titles.
_SCHOOLS = ("sd", "sdn", "smp", "smpn", "sma", "sman", "smk", "smkn", "mtsn")
_NOBODY_IN = ("bandara", "pelabuhan", "stadion", "museum", "monumen")  # nobody belongs to them
_HONOURING = (
    *_STREETS, *_SCHOOLS, *_NOBODY_IN, "rs", "rsu", "rsud", "rsup", "rsia", "universitas", "univ",
    "makam", "masjid", "pesantren", "taman",
)  # fmt: skip
_SORTS = ("internasional", "nasional", "umum", "daerah", "negeri", "islam", "agung", "besar")
_SCHOOL_NUMBER = re.compile(r" \d{1,3} ")
_HOUSE_NUMBER = re.compile(r"\.? ?\d{1,4}[a-z]?,? ")
_STREET_REACH = 6  # words before a house number
_OFFICES = (  # places with a head
    "desa", "dusun", "kelurahan", "kecamatan", "daerah", "sekolah", "puskesmas", "bumdes", "kud",
    "masjid", "gereja", "toko", "warung",
)  # fmt: skip
_SHORTENED = (  # titles whose full stop ends no sentence
    "bpk", "bp", "sdr", "sdri", "tn", "ny", "nn", "h", "hj", "dr", "drs", "dra", "ir", "prof",
    "dg", "ust", "pdt", "alm", "ns", "apt", "drg", "drh", "mr", "mrs", "ms", "plt", "pj", "tgk",
    "kapt",
)  # fmt: skip
# Listed names that are everyday words too: no evidence without a title or an introduction.
ALSO_WORDS = usual_word_lists().everyday
LONGEST_SHORTENED = 4  # letters of what a full stop shortens: ``Moch.``


class Line:
    """The words of a line and questions about the word at a place."""

    def __init__(self, text: str, lists: WordLists) -> None:
        self.text = text
        self.lists = lists
        self.tokens = tokens_of(text)
        self._at = {token.start: n for n, token in enumerate(self.tokens)}
        long = [token for token in self.tokens if len(token.text) > 2]
        upper = sum(token.text.isupper() for token in long)
        self.shouted = len(self.tokens) > 2 and upper > 0.7 * len(self.tokens)
        words_up = [token for token in long if self.common(token)]
        self.titled = sum(token.capital for token in words_up) > max(1, 0.7 * len(words_up))
        self._placed = frozenset(self._places())
        self.introductions = tuple(INTRODUCED.finditer(text))

    def gap(self, n: int) -> str:
        """Returns what stands between word ``n`` and its predecessor."""
        return self.text[self.tokens[n - 1].end : self.tokens[n].start] if n else ""

    def joined(self, n: int) -> bool:
        """Says whether word ``n`` follows its predecessor without other punctuation."""
        if not 0 < n < len(self.tokens):
            return False
        gap = self.gap(n)
        if gap == ". " and self._ends_sentence(n - 1):
            return False
        return gap == " " or (gap.strip(" .\u00a0/") == "" and len(gap) <= 3)

    def _ends_sentence(self, n: int) -> bool:
        """Whether a full stop behind word ``n`` is none of ``Moch.`` or an initial."""
        low = self.tokens[n].low
        known = (self.lists.firsts, self.lists.titles, self.lists.between, self.lists.roles)
        is_name = low in self.lists.names and len(re.findall("[aeiou]", low)) > 1  # no ``Moch``
        return (len(low) > LONGEST_SHORTENED or is_name) and not any(
            low in words for words in known
        )

    def run(self, first: int, accepts: Callable[[int], bool], *, most: int | None = None) -> range:
        """Finds the joined words from ``first`` on that are accepted, up to ``most``."""
        end, limit = first, len(self.tokens) if most is None else first + most
        while end < min(len(self.tokens), limit) and accepts(end):
            if end > first and not self.joined(end):
                break
            end += 1
        return range(first, end)

    def begins(self, n: int) -> bool:
        """Says whether word ``n`` begins a sentence or a part of a line."""
        return n == 0 or bool(re.search(r"[.:;!?()\n-]", self.gap(n)))

    def is_addressed(self, n: int) -> bool:
        """Says whether somebody is addressed before word ``n``, and no more: ``min, ardi ...``."""
        lists = self.lists
        called = all(lists.is_stop(t.low) or t.low in lists.titles for t in self.tokens[:n])
        return n > 0 and called and self.gap(n).strip() == ","

    def ends_before(self, n: int) -> bool:
        """Says whether a sentence, not a short title, ends before word ``n``: ``Ya pak. Ada``."""
        if n >= len(self.tokens) or "." not in self.gap(n):
            return False
        return self.tokens[n - 1].low not in _SHORTENED

    def after_place(self, n: int) -> bool:
        """Says whether word ``n`` names a place or a thing: ``Masjid Agung Al Mubarak``."""
        return n in self._placed

    def _places(self) -> Iterator[int]:
        """Finds the words that name places and things: after ``desa``, before ``University``."""
        for match in ORGANISATION.finditer(self.text):
            yield from range(self.word_at(match.start()), self.word_at(match.start(1)) + 1)
        last, whole = -2, False
        for n in range(1, len(self.tokens)):
            before, token = self.tokens[n - 1], self.tokens[n]
            if (before.low, token.low) in NO_PERSON:
                yield from (n - 1, n)
            begins = before.low in self.lists.places or before.text in _BUILDINGS
            if begins or self._is_sort_of_place(n - 1):
                placed = self._is_place(n)
                whole = whole if last == n - 1 else before.low in _NOBODY_IN
            elif last == n - 1:
                placed = self._goes_on(n, whole=whole)
            else:  # uji Mann Whitney dan Kruskal
                beside = last == n - 2 and before.low in ("dan", "atau", "serta")
                placed = beside and self.is_unknown_capital(n)
            if placed and (not self.gap(n).strip(" .") or self._is_behind_school(n)):
                last = n
                yield n
            elif token.capital and self._is_behind_house(n):  # Jl. Singosari No. 2 Podosugih
                yield n

    def _is_sort_of_place(self, n: int) -> bool:
        """Whether word ``n`` says what sort of place it is: ``Bandara Internasional``."""
        before = self.tokens[n - 1].low if n else ""
        return self.tokens[n].low in _SORTS and before in _HONOURING and self.joined(n)

    def _is_behind_school(self, n: int) -> bool:
        """Whether word ``n`` follows the number of a school: ``SMP Negeri 2 Kartini``."""
        kind = self.tokens[max(0, n - 1 - (self.tokens[n - 1].low == "negeri"))].low
        numbered = _SCHOOL_NUMBER.fullmatch(self.gap(n)) is not None
        return numbered and kind in _SCHOOLS and self.tokens[n].capital

    def _is_behind_house(self, n: int) -> bool:
        """Whether word ``n`` stands behind the number of a house in a street."""
        said = self.tokens[n - 1].low in ("no", "nomor")
        return (
            said
            and _HOUSE_NUMBER.fullmatch(self.gap(n)) is not None
            and any(
                token.low in _STREETS for token in self.tokens[max(0, n - _STREET_REACH) : n - 1]
            )
        )

    def _goes_on(self, n: int, *, whole: bool) -> bool:
        """Whether the name of a place has word ``n``, too; a region stands at its end.

        ``whole``: nobody's name can follow, as ``RSUD Bahteramas Siti`` has one.
        """
        before, token = self.tokens[n - 1], self.tokens[n]
        in_street = self.is_between(n - 1) and self.tokens[n - 2].low in _STREETS  # Jl. dr. Sutomo
        named = before.capital or in_street
        if not (named and token.capital) or before.low in self.lists.regions:
            return False
        begins_name = token.low in self.lists.firsts or token.low in self.lists.titles
        return whole or not begins_name

    def _is_place(self, n: int) -> bool:
        """Whether a place has its name from word ``n``: no ``imam desa Haji Pase``."""
        place, token = self.tokens[n - 1], self.tokens[n]
        headed = place.low in _OFFICES and self._is_headed(n - 1)
        if self.is_between(n):
            return place.low in _HONOURING and not headed
        begun = self.prefix(n) or token.low in self.lists.firsts or self.resembles(token, 0.0)
        return not (begun and headed)  # kepala desa Samrul

    def _is_headed(self, n: int) -> bool:
        """Whether the office of word ``n`` follows its head: ``Ketua PKK Desa``."""
        heads = [m for m in range(max(0, n - 3), n) if self.tokens[m].low in self.lists.heads]
        return bool(heads) and all(self.joined(m) for m in range(heads[-1] + 1, n + 1))

    def common(self, token: Token) -> bool:
        """Says whether a word is of everyday, of the office, or of a region."""
        return self.lists.is_common(token.low)

    def acronym(self, token: Token) -> bool:
        """Says whether a word is two to six capitals in a line that is not all capitals."""
        plain = token.text.replace(".", "")
        return (
            not self.shouted
            and plain.isupper()
            and 2 <= len(plain) <= 6
            and (token.low not in self.lists.names)
        )

    def listed(self, token: Token) -> bool:
        """Says whether a word is a usual name, or made like one."""
        if token.low in self.lists.names:
            return True
        made = SHAPE.match(token.low) is not None and token.low not in self.lists.rare
        return made and not self.common(token)

    def resembles(self, token: Token, least: float = RATHER_NAME) -> bool:
        """Says whether a word is a usual name and no other word, or has the letters of a name."""
        if self.listed(token):
            return token.low not in ALSO_WORDS
        return self.unknown(token) and self.lists.ngrams.log_odds(token.low) >= least

    def unknown(self, token: Token) -> bool:
        """Says whether no list has a word of three letters or more."""
        known = token.low in self.lists.rare or self.common(token) or self.acronym(token)
        return len(token.low) > 2 and not known

    def is_unknown_capital(self, n: int) -> bool:
        """Says whether word ``n`` has a capital, and no list has it."""
        return self.tokens[n].text.istitle() and self.unknown(self.tokens[n])

    def may_be(self, n: int, *, free: bool) -> bool:
        """Says whether word ``n`` can be part of a name; ``free``: unlisted in lower case, too."""
        token = self.tokens[n]
        if token.low in self.lists.names or token.low in self.lists.firsts:
            return True
        if token.capital and n and self.tokens[n - 1].text in ("La", "Wa", "Ode", "LA"):
            return self.tokens[n - 1].text == "LA" or not self.acronym(token)  # La Ganti: a word
        if self.common(token) or len(token.low) < 2 or ("-" in token.low and not token.capital):
            return False
        if self.acronym(token) and not (free and self._in_capitals(n)):
            return False
        if any(map(str.isdigit, token.low)):
            return False
        if token.capital:
            return len(token.low) > 2 or token.low in ("la", "wa")
        vowels = re.search("[aeiou]", token.low)
        if self.listed(token):
            return True
        return bool(free and len(token.low) > 2 and vowels)

    def _in_capitals(self, n: int) -> bool:
        """Whether a neighbour too is written in capitals: ``MUH. ALDI SAPUTRA``."""
        beside = [n - 1] if self.joined(n) else []
        beside += [n + 1] if self.joined(n + 1) else []
        return any(self.tokens[m].text.isupper() and len(self.tokens[m].low) > 2 for m in beside)

    def links(self, n: int) -> bool:
        """Says whether word ``n`` is a particle or a word in a name: ``Muhammad Al Fatih``."""
        token = self.tokens[n]
        other = token.text.istitle() and not (
            token.low in _STREETS or token.low in self.lists.heads
        )
        between = token.low in WITHIN or other
        if not between or not self.joined(n + 1):
            return False
        return self.may_be(n + 1, free=token.low in ("bin", "binti")) or self.prefix(n + 1)

    def prefix(self, n: int) -> bool:
        """Says whether word ``n`` is ``La`` or ``Wa`` of a name, in any case."""
        token = self.tokens[n]
        if token.low not in ("la", "wa") or not self.joined(n + 1):
            return False
        following = self.tokens[n + 1]
        if token.text == "WA" and not self.shouted:
            return False
        return following.low == "ode" or not self.common(following)

    def bare_prefix(self, token: Token) -> bool:
        """Says whether a word is no name without another one."""
        return token.low in ("la", "wa", "ode") or (
            len(token.low) == 2 and token.low in self.lists.firsts
        )

    def is_evidence(self, token: Token) -> bool:
        """Says whether a word alone shows that a name stands here."""
        low = token.low
        if low in self.lists.firsts:
            return low not in ("nur", "andi", "st", "ambo", "baso", "dg", "daeng")
        return self.listed(token) and low not in ALSO_WORDS

    def alone(self, n: int) -> bool:
        """Says whether word ``n`` is the only one with a capital but the first of the line."""
        return not any(t.capital for m, t in enumerate(self.tokens) if m not in (0, n))

    def is_single(self, n: int) -> bool:
        """Says whether word ``n`` is a single capital letter, for a name: ``Ny. W``."""
        return self.tokens[n].text.isupper() and len(self.tokens[n].low) == 1

    def is_of_office(self, n: int) -> bool:
        """Says whether word ``n`` tells of what somebody is the head: ``BPS Kabupaten Bombana``."""
        token, lists = self.tokens[n], self.lists
        if lists.is_usual_name(token.low) or self.prefix(n):
            return False
        small = lists.is_stop(token.low) and token.low not in lists.places | lists.offices
        return self.acronym(token) or (self.common(token) and (token.capital or not small))

    def is_between(self, n: int) -> bool:
        """Says whether word ``n`` is a title, or an office between a title and a name."""
        low = self.tokens[n].low
        return low in self.lists.between or low in self.lists.titles

    def is_calling(self, token: Token) -> bool:
        """Says whether a word is a title, an office or a place, after which a name may come."""
        words = self.lists
        callings = (words.titles, words.roles, words.between, words.places)
        return any(token.low in one for one in callings)

    def word_at(self, start: int) -> int:
        """Finds the word that begins at ``start``; if none does, the number of words."""
        return self._at.get(start, len(self.tokens))

    def past_titles(self, start: int) -> int:
        """Finds the word at ``start``, or the first after the titles that stand there."""
        return self.past_titles_from(self.word_at(start))

    def past_titles_from(self, n: int) -> int:
        """Skips the titles that stand at word ``n``."""
        while n < len(self.tokens) and self.is_between(n):
            n += 1
        return n

    def is_other(self, n: int) -> bool:
        """Says whether word ``n`` is of everyday with a capital, but no office or small talk."""
        if n >= len(self.tokens):
            return False
        token = self.tokens[n]
        plain = token.text.istitle() and len(token.low) > 2 and not self.titled
        return plain and not (self.lists.is_stop(token.low) or self.is_calling(token))

    def is_said(self, first: int, last: int) -> bool:
        """Says whether what a person does or is follows, or a place after a dash or comma."""
        end = self.tokens[last].end
        if DOES_AFTER.match(self.text, end):
            return True
        if last + 1 < len(self.tokens) and first == 0:
            gap, following = self.gap(last + 1), self.tokens[last + 1]
            return gap.strip() in ("-", "\u2013", "(", ",") and following.low in self.lists.regions
        return False

    def before_number(self, n: int) -> bool:
        """Says whether a number or address of a person follows within four capitalised words."""
        words = self.run(n, lambda m: m == n or self._is_capitalised(m), most=4)
        return NUMBER_AFTER.match(self.text, self.tokens[words[-1]].end) is not None

    def _is_capitalised(self, n: int) -> bool:
        """Whether word ``n`` has a capital, and is no label: ``NIK``."""
        return self.tokens[n].capital and not self.acronym(self.tokens[n])
