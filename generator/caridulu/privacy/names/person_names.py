"""Text -> names of people, by title, introduction, and the names that are usual in the region."""

from collections.abc import Iterator
from functools import partial

from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import WordLists
from caridulu.privacy.names import name_cues as cues
from caridulu.privacy.names.chat_names import called
from caridulu.privacy.names.name_line import ALSO_WORDS, RATHER_NAME, SURELY_NAME, Line, Token

MOST_WORDS = 5  # of one name
UNLIKE_WORD = -0.6  # likeness of what follows a strong cue
LONG_NAME = 6  # letters of a usual name that needs no capital and no cue
_I = ("saya", "sy", "sya", "sa", "aku", "nama")
_PLACED = ("di", "ke", "dari", "dr", "se", "antara", "pada")  # before places


def find_names(text: str, lists: WordLists) -> Iterator[Entity]:
    """Finds the names of people in a line, without their titles."""
    line = Line(text, lists)
    if line.tokens:
        yield from _Finder(line).found()


class _Finder:
    """Looks for names in one line."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text
        self.tokens = line.tokens
        self.lists = line.lists

    def found(self) -> Iterator[Entity]:
        """Finds names with each of the rules; they may overlap."""
        named = [
            *self._after_titles(),
            *self._after_introductions(),
            *self._after_relations(),
            *self._after_closings(),
            *self._after_hints(),
            *self._by_themselves(),
            *self._by_capitals(),
            *(self._entity(one.first, one.last, certain=one.certain) for one in called(self.line)),
        ]
        named = [name for name in named if not self._is_place(name)]
        named += list(self._coordinated(named))
        yield from map(self._whole, named)

    def _is_place(self, name: Entity) -> bool:
        return self.line.after_place(self.line.word_at(name.start))

    def _after_titles(self) -> Iterator[Entity]:
        for n, token in enumerate(self.tokens):
            if token.low in self.lists.roles and self.line.joined(n + 1):
                yield from self._after_role(n)
            if token.low not in self.lists.titles:
                continue
            begin = n + 1
            while self.line.joined(begin) and self.line.is_between(begin):
                begin += 1
            if self.line.ends_before(begin) and not self.line.is_evidence(self.tokens[begin]):
                continue
            if self.line.joined(begin) and self.line.is_single(begin):
                yield self._entity(begin, begin)
            elif self.line.joined(begin) and not self.line.after_place(n):
                yield from list(self._name(begin, free=True)) or self._uncertain(n, begin)

    def _after_role(self, n: int) -> Iterator[Entity]:
        """``Ketua Wahid``, ``Kepala BPS Kabupaten Bombana Mukti``: past the words of the office."""
        begin = self.line.past_titles_from(n + 1)
        office = self.line.run(begin, self.line.is_of_office, most=MOST_WORDS)
        begin = self.line.past_titles_from(office.stop)
        if begin < len(self.tokens) and (begin == office.start or self.line.joined(begin)):
            token = self.tokens[begin]
            like = self.line.resembles(token, 0.0 if token.capital else RATHER_NAME)
            if like or not (office or token.low in self.lists.rare):
                yield from self._name(begin, free=like)

    def _uncertain(self, n: int, begin: int) -> Iterator[Entity]:
        """``mas Bagus``: a word of everyday with a capital that nothing else explains."""
        if self.line.is_other(begin) and not self.line.ends_before(begin):
            certain = self.line.alone(begin) and (self.tokens[n].text.islower() or n == 0)
            yield self._entity(begin, begin, certain=certain)

    def _entity(self, first: int, last: int, *, certain: bool = True) -> Entity:
        return self._spanning(self.tokens[first].start, self.tokens[last].end, certain=certain)

    def _spanning(self, start: int, end: int, *, certain: bool = True) -> Entity:
        return Entity(Kind.NAME, self.text[start:end], start, end, certain)

    def _after_introductions(self) -> Iterator[Entity]:
        """``nama saya Rahma``, ``0812... Rahma``, ``M. Rahma``, ``berinisial R``."""
        for match in cues.INTRODUCED.finditer(self.text):
            begin = self.line.past_titles(match.end())
            for name in self._name(begin, free=True):
                initial = begin > 0 and self.line.is_initial(begin - 1)
                start = self.tokens[begin - 1].start if initial else name.start
                yield self._spanning(start, name.end)
        for match in cues.BESIDE_NUMBER.finditer(self.text):
            yield from self._name(self.line.past_titles(match.end()))
        for match in cues.INITIALLED.finditer(self.text):
            yield self._spanning(*match.span(1))
        for match in cues.INITIALS.finditer(self.text):
            for name in self._name(self.line.word_at(match.end())):
                yield self._spanning(match.start(), name.end)

    def _after_relations(self) -> Iterator[Entity]:
        """``adik saya jumriah``, ``an wulan``."""
        for match in cues.RELATION.finditer(self.text):
            begin = self.line.past_titles(match.end())
            if begin == len(self.tokens):
                continue
            by_order = match[0].startswith("an ")  # "a.n." without its full stops
            least = RATHER_NAME if by_order else UNLIKE_WORD
            is_worker = not by_order and self._is_worker(begin, "saya")
            token = self.tokens[begin]
            loose = is_worker or self.line.resembles(token, least)
            loose |= token.capital and self.line.listed(token)
            if loose or not by_order:  # ``an English version``
                yield from self._name(begin, free=loose)

    def _after_closings(self) -> Iterator[Entity]:
        """``Terima kasih, Rahma``: the last words of a line."""
        for match in cues.CLOSING.finditer(self.text):
            begin = self.line.past_titles(match.end())
            closing = list(self._name(begin, free=True))
            if not closing and "," in match[0] and self.line.is_other(begin):
                closing = [self._entity(begin, begin, certain=False)]
            for name in map(self._whole, closing):
                if not self.text[name.end :].strip(" .)~-\n"):
                    yield name

    def _after_hints(self) -> Iterator[Entity]:
        """After ``saya``, ``kata``, ``ke``: usual names, and words that look like one."""
        for match in cues.MAYBE_INTRODUCED.finditer(self.text):
            begin = self.line.past_titles(match.end())
            if begin == len(self.tokens):
                continue
            token = self.tokens[begin]
            said = self._says_i(match[0])
            loose = self._is_worker(begin, match[0])
            word = match[0].strip(" ,.:!").lower()
            if (said or word in ("ini", "dengan")) and self.line.may_be(begin, free=True):
                loose |= self._is_called(begin, said=said)
            if word not in _PLACED and self.line.resembles(token):
                loose |= token.capital or said
            loose |= self.line.resembles(token, SURELY_NAME) or self._is_strange_pair(begin)
            yield from self._name(begin, free=loose, listed=not (loose or said))
        for match in cues.TOWARDS.finditer(self.text):
            begin = self.line.past_titles(match.end())
            if begin == len(self.tokens) or self.lists.is_stop(self.tokens[begin].low):
                continue
            if self.tokens[begin].capital:
                yield from self._name(begin, listed=self.line.titled)
            elif match["given"] and self.line.listed(self.tokens[begin]):
                yield self._entity(begin, begin)

    def _is_strange_pair(self, n: int) -> bool:
        """``menurut Sompa Wiring``: two unknown words with capitals."""
        pair = self.line.run(n, self.line.is_unknown_capital, most=2)
        return len(pair) == 2 and not self.line.titled

    def _is_called(self, n: int, *, said: bool) -> bool:
        """``saya ririn kak``, ``ini dedi kurnia yang kemarin``."""
        words = self.line.run(n, partial(self.line.may_be, free=True))
        after = cues.CALLED_AFTER.match(self.text, self.tokens[words[-1]].end)
        return after is not None and (said or "yang" in after[0] or "yg" in after[0])

    def _says_i(self, words: str) -> bool:
        return words.strip(" ,.:!").lower() in _I

    def _is_worker(self, n: int, introduction: str) -> bool:
        """``saya jumriah mahasiswa ...``."""
        says = self._says_i(introduction) or introduction.strip(" ,").lower() in ("dengan", "ini")
        words = self.line.run(n, partial(self.line.may_be, free=True), most=4)
        if not says or not words:
            return False
        return cues.WORK_AFTER.match(self.text, self.tokens[words[-1]].end) is not None

    def _by_themselves(self) -> Iterator[Entity]:
        """La Ode and Wa Ode, Muh. and Sitti, and two usual names side by side."""
        for n, token in enumerate(self.tokens):
            following = self.tokens[n + 1] if self.line.joined(n + 1) else None
            if self._stands(n, token):
                yield from self._name(n, free=n == 0)
            if token.capital and self.line.before_number(n):
                yield from self._name(n)
            if following is None:
                continue
            if token.low in ("la", "wa") and following.low == "ode":
                yield from self._name(n, free=True)
            elif self._begins_in_bali(token, following):
                for name in self._name(n + 1, free=True):
                    yield self._spanning(token.start, name.end)
            elif self._begins_name(n, token, following):
                yield from self._name(n)

    def _begins_in_bali(self, token: Token, following: Token) -> bool:
        """``Ni Luh``, ``Dewa Putu``; in lower case only what is no other word: ``ni bagus``."""
        if following.low not in cues.BALI:
            return False
        capital = token.text in cues.BEFORE_BALI and following.capital
        return capital or (token.low in ("i", "ni") and self.line.resembles(following))

    def _stands(self, n: int, token: Token) -> bool:
        """A usual name by itself, or a word at the beginning that can be nothing else."""
        if not self.line.listed(token):
            return n == 0 and self.line.resembles(token, SURELY_NAME) and self.line.is_said(n, n)
        if token.low in ALSO_WORDS:
            return self._does(n)
        return not self.line.shouted if token.capital else self._without_capital(n)

    def _does(self, n: int) -> bool:
        """``Indah mau ambil buku``, ``surya dari dinas``: a word that does what people do."""
        token = self.tokens[n]
        apart = n == 0 or not self.tokens[n - 1].capital  # no Idul Fitri
        acts = cues.ACTS_AFTER.match(self.text, token.end)
        if token.capital and apart and acts and not self.line.titled:
            return True
        return n == 0 and cues.OFFICE_AFTER.match(self.text, token.end) is not None

    def _without_capital(self, n: int) -> bool:
        """A usual name in lower case that is long, or does something."""
        low = self.tokens[n].low
        if len(low) >= LONG_NAME and self.lists.ngrams.log_odds(low) >= SURELY_NAME:
            return True
        begins = self.line.begins(n) or self.line.is_addressed(n)
        return begins and self.line.is_said(n, n)

    def _begins_name(self, n: int, token: Token, following: Token) -> bool:
        capital = following.capital
        known = capital or self.line.listed(following)
        if token.text in ("La", "Wa", "LA") and capital and not self.line.acronym(following):
            return True
        if token.low in self.lists.firsts and not self.line.common(following):
            return known or self.line.resembles(following)
        if token.low in self.lists.names and self._side_by_side(token, following):
            return True
        # A capitalised word that no list has, before a usual name.
        usual = following.low in self.lists.names and following.low not in ALSO_WORDS
        return capital and token.capital and usual and self.line.may_be(n, free=False)

    def _side_by_side(self, token: Token, following: Token) -> bool:
        listed = following.low in self.lists.names
        if {token.low, following.low} <= ALSO_WORDS:
            return False
        if not (token.capital and following.capital):
            plain = following.low not in ALSO_WORDS or self.line.is_said(0, 1)
            return listed and token.low not in ALSO_WORDS and plain
        if self.line.resembles(following, 0.0):
            return True
        return listed or (
            token.low not in ALSO_WORDS
            and not self.line.common(following)
            and not self.line.acronym(following)
        )

    def _by_capitals(self) -> Iterator[Entity]:
        """Unknown capitalised words: with a degree, a calling, or the letters of a name."""
        if self.line.shouted:
            return
        n = 0
        while n < len(self.tokens):
            words = self.line.run(n, self._is_strange)
            if words:
                yield from self._capitals(n, words[-1])
            n = max(words.stop, n + 1)

    def _is_strange(self, n: int) -> bool:
        """A capitalised word that no list has as a word."""
        if n >= len(self.tokens) or not self.tokens[n].capital:
            return False
        token = self.tokens[n]
        return token.plain and self.line.may_be(n, free=False)

    def _capitals(self, first: int, last: int) -> Iterator[Entity]:
        run = self.tokens[first : last + 1]
        if all(self.line.bare_prefix(word) or word.low in ALSO_WORDS for word in run):
            return
        placed = first > 0 and self.tokens[first - 1].low in _PLACED
        like = [max(self._likeness(word), -1.0) for word in run]
        mean = sum(like) / len(like)
        after = run[-1].end
        speaks = first == 0 and cues.SPEAKS.match(self.text, after) is not None
        said = speaks or (self.line.begins(first) and self.line.is_said(first, last))
        acts = said and cues.ACTS_AFTER.match(self.text, after) and not self.line.titled
        owned = first > 0 and self.tokens[first - 1].text.endswith("nya")
        many = len(run) > 1
        if cues.DEGREES.match(self.text, after):
            yield self._entity(first, last)
        elif placed or (self.line.titled and not said):
            return
        elif acts:
            yield self._entity(first, last, certain=many or mean > UNLIKE_WORD)
        elif said:
            certain = mean > 0 or (many and not self.line.titled)
            yield self._entity(first, last, certain=certain)
        elif (many and mean > 0) or (owned and mean > 0 and self.line.joined(first)):
            yield self._entity(first, last)
        elif mean >= SURELY_NAME:
            yield self._entity(first, last, certain=False)

    def _likeness(self, token: Token) -> float:
        if token.low in self.lists.names or token.low in self.lists.firsts:
            return 0.0 if token.low in ALSO_WORDS else 1.5
        return -1.0 if token.low in self.lists.rare else self.lists.ngrams.log_odds(token.low)

    def _coordinated(self, names: list[Entity]) -> Iterator[Entity]:
        """``A, B dan C``: what follows a name in a list of names."""
        for name in names:
            if not name.certain:
                continue
            yield from self._before(name)
            end = name.end
            while match := cues.COORDINATE.match(self.text, end):
                begin = self.line.past_titles(match.end())
                more = next(self._name(begin), None)
                if more is None or self.line.titled:
                    break
                if not (self.tokens[begin].capital or self.line.resembles(self.tokens[begin])):
                    break
                yield more
                end = more.end

    def _before(self, name: Entity) -> Iterator[Entity]:
        """``Bahuwarna`` in ``Bahuwarna dan Tania``, where a line begins."""
        n = self.line.word_at(name.start)
        if not 0 < n <= MOST_WORDS or self.line.titled:
            return
        if not self._is_strange(0) or self.lists.is_stop(self.tokens[0].low):
            return
        words = self.line.run(0, self._is_strange)
        match = cues.COORDINATE.match(self.text, self.tokens[words[-1]].end)
        if match and self.line.past_titles(match.end()) == n:
            yield self._entity(0, words[-1])

    def _whole(self, name: Entity) -> Entity:
        """The name with the titles and initials that belong to it."""
        start, end = name.start, name.end
        for before in (cues.INITIALS_BEFORE, cues.NOBLE, cues.TITLED):
            if found := before.search(self.text, max(0, start - 24), start):
                start = found.start()
        for after in (cues.INITIAL_AFTER, cues.DEGREES):
            if found := after.match(self.text, end):
                end = found.end()
        return self._spanning(start, end, certain=name.certain)

    def _more(self, n: int, begin: int) -> bool:
        """A region or another word as a family name: ``Tamrin Palangga``, ``Jane Pertiwi``."""
        token = self.tokens[n]
        if n == begin or not token.text.istitle() or not self.tokens[n - 1].capital:
            return False
        named = self.line.is_evidence(self.tokens[n - 1])
        graduated = cues.DEGREES.match(self.text, token.end) is not None
        region = named and token.low in self.lists.regions
        return region or graduated or self.line.is_other(n)

    def _name(self, n: int, *, free: bool = False, listed: bool = False) -> Iterator[Entity]:
        """The name that begins with word ``n``, if it is one."""
        line = self.line
        if n >= len(self.tokens):
            return
        words = line.run(n, partial(self._is_part, n, free=free), most=MOST_WORDS)
        tokens = self.tokens[n : words.stop]
        if (listed and not any(map(line.is_evidence, tokens))) or all(
            map(line.bare_prefix, tokens)
        ):
            return
        yield self._entity(n, words[-1])

    def _is_part(self, begin: int, n: int, *, free: bool) -> bool:
        """Whether word ``n`` is part of the name that begins with word ``begin``."""
        line = self.line
        before = self.tokens[n - 1].low if n > begin else ""
        loose = free or before in self.lists.firsts or before in ("la", "wa")
        if line.prefix(n) or line.may_be(n, free=loose) or self._more(n, begin):
            return True
        return n > begin and line.links(n)
