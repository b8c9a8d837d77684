"""Text -> names of people, by title, introduction, and the names that are usual in the region."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.curation.hits import Confidence, Hit, Kind
from generator.curation.words import Words, usual_words

SURE, ASK = Confidence.SURE, Confidence.ASK
MOST_WORDS = 5  # of one name
_TOKEN = re.compile(r"[^\W\d_](?:[\w'\u2019]|[.-](?=\w))*")
_AFFIXED = re.compile(
    r"^(?:me[mn]|ber|ter|pe[mnr]|di[^aeiou][a-z]{3}|ke[a-z]{3,}an$)|(?:kan|nya|kah|lah|ku|mu)$"
)
_INTRODUCED = re.compile(
    r"(?:\bnama (?:saya|sy|sya|sa|lengkap(?: saya)?|sendiri|pemohon|penanya|pengirim)(?: adalah|"
    r" ialah)?|\bnamaku|\bbernama|"
    r"\bnamanya|\batas nama|(?<![a-z])(?:a\.\s?n\.?|a/n\.?|an\.)(?=\s)|kenalkan(?: saya|"
    r" nama)?|\bnama ?:|\bttd\.?|\bcp ?:|"
    r"\bhormat (?:saya|kami)|\bkontak person|\bcontact person|\bnarahubung|\bdengan saya|"
    r"\bini dengan"
    r"|\bpengirim ?:|\bpemohon ?:|\bpenanya ?:|\bfrom ?:|\bdari ?:)\s*[:=,-]?\s*",
    re.I,
)
_MAYBE_INTRODUCED = re.compile(
    r"\b(?:saya|sy|sya|sa|aku|ini|dengan|nama|oleh|salam|kasih|wassalam|makasih|mksh|trims|"
    r"regards|untuk|kepada|yth\.?|cc|"
    r"hubungi|kontak|dari|sama|ke)\b[,.:!]*\s*",
    re.I,
)
_RELATION = re.compile(
    r"\b(?:(?:suami|istri|anak|adik|kakak|teman|dosen|paman|bibi|nenek|kakek|ipar|sepupu|"
    r"tetangga|bapak|ibu|mama|guru|"
    r"atasan|ketua|pembimbing)(?:nya)?(?: (?:saya|sy|sa|kami)|ku|nya)|pembimbing|cp|pic|an|"
    r"bernama|utusan)\b[,.:]*\s*",
    re.I,
)
_CLOSING = re.compile(
    r"(?:terima ?kasih|makasih|mksh|trims|thanks|wassalam|salam|hormat)(?: (?:banyak|bu|pak|kak|"
    r"hormat|hangat))*[ ,.!\n~-]+(?=[^\n]{3,40}$)",
    re.I,
)
_BESIDE_NUMBER = re.compile(r"(?:\+?62|\b0)[ .-]?8[\d .-]{7,}\)?[ :;,/(~-]{1,4}(?=[A-Z])")
_NUMBER_AFTER = re.compile(
    r"[ :;,/(=~-]{1,4}(?:wa|hp|no)?[ .:]{0,2}\(?(?:\+?62|0)[ -]?8[\d .-]{7,}", re.I
)
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3} ?(?=[A-Z][a-z]{2})")
_BALI = frozenset({"wayan", "made", "nyoman", "ketut", "komang", "gede", "luh", "putu", "kadek"})
_WITHIN = frozenset({"al", "el", "bin", "binti", "nur", "de", "as"})  # not at the end of a name
_WORK_AFTER = re.compile(
    r"\s*,?\s*(?:dari|dr|mahasiswa|mahasiswi|mhs|siswa|staf|staff|pegawai|guru|dosen|alumni|"
    r"warga|umur|usia|tinggal|penduduk|"
    r"angkatan|peneliti|wartawan|perwakilan|selaku|bagian)\b",
    re.I,
)
# Endings of names made of the usual parts.
_SHAPE = re.compile(
    r"(?:.{2,}(?:wati|yanti|uddin|rudin|syah|ningsih|yani|riani|liani|yanto|fiah|sari|rianto|nisa|"
    r"riana|"
    r"niati|miati|syam|jannah|yansyah|sia|lina)|nur[a-z]{4,})$"
)
# Listed names that are everyday words too: no evidence without a title or an introduction.
_ALSO_WORDS = usual_words().everyday
_NO_PERSON = frozenset({("la", "nina"), ("la", "niña"), ("la", "ea"), ("la", "liga")})


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    low: str


def names(text: str, words: Words) -> Iterator[Hit]:
    """Names of people, without their titles."""
    tokens = [
        _Token(m.start(), m.end(), m[0], m[0].lower().strip(".")) for m in _TOKEN.finditer(text)
    ]
    if tokens:
        yield from _Finder(text, tokens, words).found()


class _Finder:
    """One text, its words, and where each word stands."""

    def __init__(self, text: str, tokens: list[_Token], words: Words) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self.at = {token.start: n for n, token in enumerate(tokens)}
        capitals = sum(token.text.isupper() for token in tokens if len(token.text) > 2)
        self.shouted = len(tokens) > 2 and capitals > 0.7 * len(tokens)

    def found(self) -> Iterator[Hit]:
        yield from self._after_titles()
        yield from self._after_introductions()
        yield from self._by_themselves()

    def _after_titles(self) -> Iterator[Hit]:
        for n, token in enumerate(self.tokens):
            if token.low in self.words.roles and self._joined(n + 1):
                yield from self._name(n + 1)
            if token.low not in self.words.titles:
                continue
            begin = n + 1
            while self._joined(begin) and self._is_between(begin):
                begin += 1
            if self._joined(begin) and not self._after_place(n):
                yield from self._name(begin, free=True)

    def _is_initial(self, n: int) -> bool:
        token = self.tokens[n]
        return len(token.text) == 1 and self.text[token.end : token.end + 1] == "."

    def _is_between(self, n: int) -> bool:
        low = self.tokens[n].low
        return low in self.words.between or low in self.words.titles

    def _after_introductions(self) -> Iterator[Hit]:
        for match in _INTRODUCED.finditer(self.text):
            yield from self._name(self._past_titles(match.end()), free=True)
        for match in _RELATION.finditer(self.text):
            begin = self._past_titles(match.end())
            aged = begin is not None and match[0][:3] != "an " and self._is_worker(begin, "saya")
            yield from self._name(begin, free=aged)
        for match in _CLOSING.finditer(self.text):
            begin = self._past_titles(match.end())
            for hit in self._name(begin):
                if not self.text[hit.end :].strip(" .)~-\n"):
                    yield hit
        for match in _BESIDE_NUMBER.finditer(self.text):
            yield from self._name(self._past_titles(match.end()))
        for match in _INITIALS.finditer(self.text):
            for hit in self._name(self.at.get(match.end())):
                yield self._from(match.start(), hit)
        for match in _MAYBE_INTRODUCED.finditer(self.text):
            begin = self._past_titles(match.end())
            loose = begin is not None and self._is_worker(begin, match[0])
            yield from self._name(begin, free=loose, listed=not (loose or self._says_i(match[0])))

    def _from(self, start: int, hit: Hit) -> Hit:
        return Hit(start, hit.end, hit.kind, hit.confidence, self.text[start : hit.end])

    def _past_titles(self, start: int) -> int | None:
        n = self.at.get(start)
        while (
            n is not None and n < len(self.tokens) and (self._is_between(n) or self._is_initial(n))
        ):
            n += 1
        return n

    def _says_i(self, words: str) -> bool:
        return words.strip(" ,.:!").lower() in ("saya", "sy", "sya", "sa", "aku", "nama")

    def _is_worker(self, n: int, introduction: str) -> bool:
        """``saya jumriah mahasiswa ...``."""
        says = self._says_i(introduction) or introduction.strip(" ,").lower() in ("dengan", "ini")
        if n >= len(self.tokens) or not says or not self._may_be(n, free=True):
            return False
        last = n
        while last + 1 < len(self.tokens) and last < n + 3 and self._may_be(last + 1, free=True):
            last += 1
        return _WORK_AFTER.match(self.text, self.tokens[last].end) is not None

    def _by_themselves(self) -> Iterator[Hit]:
        """La Ode and Wa Ode, Muh. and Sitti, and two usual names side by side."""
        for n, token in enumerate(self.tokens):
            if self._after_place(n):
                continue
            if token.text[0].isupper() and not self.shouted and self._stands_alone(n):
                yield from self._name(n)
            if token.text[0].isupper() and self._before_number(n):
                yield from self._name(n)
            following = self.tokens[n + 1] if self._joined(n + 1) else None
            if following is None:
                continue
            capital = following.text[0].isupper()
            pair = (token.low, following.low)
            if pair in _NO_PERSON:
                continue
            listed = self._listed(following)
            known = capital or listed
            if pair[0] in ("la", "wa") and following.low == "ode":
                yield from self._name(n, free=True)
            elif token.text in ("I", "Ni") and following.low in _BALI:
                for hit in self._name(n + 1):
                    yield self._from(token.start, hit)
            elif (token.text in ("La", "Wa") and capital and pair not in _NO_PERSON) or (
                token.low in self.words.firsts and known and not self._common(following)
            ):
                yield from self._name(n)
            elif token.low in ("h", "hj") and self._dot_or_space(token) and capital:
                yield from self._name(n + 1)
            elif (token.low in self.words.names and self._side_by_side(token, following)) or (
                capital and token.text[0].isupper() and self._surname_known(n, following)
            ):
                yield from self._name(n)

    def _listed(self, token: _Token) -> bool:
        """A usual name, or a word made like one."""
        if token.low in self.words.names:
            return True
        return bool(_SHAPE.match(token.low)) and not self._common(token)

    def _side_by_side(self, token: _Token, following: _Token) -> bool:
        capitals = token.text[0].isupper() and following.text[0].isupper()
        listed = following.low in self.words.names
        if {token.low, following.low} <= _ALSO_WORDS:
            return False
        if capitals and self._listed(following) and following.low not in _ALSO_WORDS:
            return True
        if capitals:
            return listed or (
                token.low not in _ALSO_WORDS
                and not self._common(following)
                and not self._acronym(following)
            )
        return listed and token.low not in _ALSO_WORDS and following.low not in _ALSO_WORDS

    def _surname_known(self, n: int, following: _Token) -> bool:
        """A capitalised word that no list has, before a usual name."""
        usual = following.low in self.words.names and following.low not in _ALSO_WORDS
        return usual and self._may_be(n, free=False)

    def _dot_or_space(self, token: _Token) -> bool:
        return self.text[token.end : token.end + 1] == "." and token.text[0].isupper()

    def _stands_alone(self, n: int) -> bool:
        """A usual name with a capital letter, that is no everyday word."""
        low = self.tokens[n].low
        return self._listed(self.tokens[n]) and low not in _ALSO_WORDS

    def _before_number(self, n: int) -> bool:
        """``Ramli 0823 ...``: up to three capitalised words, then a telephone number."""
        last = n
        while self._joined(last + 1) and last < n + 3 and self.tokens[last + 1].text[0].isupper():
            last += 1
        return _NUMBER_AFTER.match(self.text, self.tokens[last].end) is not None

    def _after_place(self, n: int) -> bool:
        if n == 0 or self.tokens[n - 1].low not in self.words.places:
            return False
        return self.text[self.tokens[n - 1].end : self.tokens[n].start].strip(" .") == ""

    def _joined(self, n: int) -> bool:
        """Whether word ``n`` follows its predecessor without other punctuation."""
        if not 0 < n < len(self.tokens):
            return False
        gap = self.text[self.tokens[n - 1].end : self.tokens[n].start]
        return gap.strip(" .\u00a0/") == "" and len(gap) <= 3

    def _common(self, token: _Token) -> bool:
        return token.low in self.words.common or (
            token.low in self.words.places and token.low not in self.words.names
        )

    def _acronym(self, token: _Token) -> bool:
        plain = token.text.replace(".", "")
        return (
            not self.shouted
            and plain.isupper()
            and 2 <= len(plain) <= 6
            and (token.low not in self.words.names)
        )

    def _may_be(self, n: int, *, free: bool) -> bool:
        """Whether a word can be part of a name; ``free``: also an unlisted one in lower case."""
        token = self.tokens[n]
        if token.low in self.words.names or token.low in self.words.firsts:
            return True
        if token.text[0].isupper() and n and self.tokens[n - 1].text in ("La", "Wa", "Ode"):
            return True  # La Ganti: also words of everyday
        if self._common(token) or self._acronym(token) or len(token.low) < 2:
            return False
        if token.text[0].isupper():
            return len(token.low) > 2 or token.low in ("la", "wa")
        vowels = re.search("[aeiou]", token.low)
        if self._listed(token):
            return True
        return bool(free and len(token.low) > 2 and vowels and not _AFFIXED.search(token.low))

    def _name(self, n: int | None, *, free: bool = False, listed: bool = False) -> Iterator[Hit]:
        """The name that begins with word ``n``, if it is one."""
        if n is None or n >= len(self.tokens) or self._after_place(n):
            return
        if n and (self.tokens[n - 1].low, self.tokens[n].low) in _NO_PERSON:
            return
        begin, last = n, n
        while last < len(self.tokens) and last - begin < MOST_WORDS:
            joined = last == begin or self._joined(last)
            loose = free or (last > begin and self.tokens[last - 1].low in self.words.firsts)
            part = self._prefix(last) or self._may_be(last, free=loose)
            if not (joined and (part or (last > begin and self._links(last)))):
                break
            last += 1
        if last == begin:
            return
        words = self.tokens[begin:last]
        if listed and not any(self._is_evidence(word) for word in words):
            return
        if all(self._bare_prefix(word) for word in words):
            return
        start, end = words[0].start, words[-1].end
        yield Hit(start, end, Kind.NAME, SURE, self.text[start:end])

    def _links(self, n: int) -> bool:
        """A particle or a place word inside a name: ``Muhammad Al Fatih``."""
        token = self.tokens[n]
        between = token.low in _WITHIN or (
            token.text[0].isupper() and token.low in self.words.places
        )
        return between and self._joined(n + 1) and self._may_be(n + 1, free=False)

    def _prefix(self, n: int) -> bool:
        """``La`` and ``Wa`` of ``La Ode``, in any case."""
        token = self.tokens[n]
        if token.low not in ("la", "wa") or not self._joined(n + 1):
            return False
        following = self.tokens[n + 1]
        if (token.low, following.low) in _NO_PERSON or (token.text == "WA" and not self.shouted):
            return False
        return following.low == "ode" or not self._common(following)

    def _bare_prefix(self, token: _Token) -> bool:
        return token.low in ("la", "wa", "ode") or (
            len(token.low) == 2 and token.low in self.words.firsts
        )

    def _is_evidence(self, token: _Token) -> bool:
        low = token.low
        usual = self._listed(token) and low not in _ALSO_WORDS
        return usual or (low in self.words.firsts and low not in ("nur", "andi"))
