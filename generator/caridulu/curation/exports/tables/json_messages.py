"""Messages of a JSON export -> rows that say in which talk, when, on which side, by whom, and what.

Programs name these things as they like: the side may be a word (``agent``), a letter (``v``), yes
or no (``fromMe``), the number of a person who stands elsewhere in the file, or only a name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from caridulu.curation.exports.cell_dates import has_date
from caridulu.curation.exports.header_words import folded_header
from caridulu.curation.exports.tables.tickets.ticket_columns import TEXT_NAME
from caridulu.curation.exports.tables.tickets.ticket_numbers import names_subject
from caridulu.curation.exports.tables.tickets.ticket_roles import (
    SIDES,
    Role,
    role_by_act,
    role_of,
)
from caridulu.curation.exports.tables.tickets.written_talks import (
    MESSAGE,
    ROLE,
    TEXT,
    WHEN,
    WRITER,
    is_personal,
)

LONGEST_ROLE = 60  # characters of a value that says who writes
FEW_VALUES = 40  # different values, at most, of a name that says who writes
TEXT_WORDS = 1.5  # words of a message, on average, at least
DEEPEST = 40  # objects inside each other
DATED = 0.3  # share of the values of a name that are days or moments, at least

Cells = Mapping[str, str]
_ROLES = {Role.ASKER: "Penanya", Role.OFFICER: "Petugas", Role.INTERNAL: "Catatan internal",
          Role.AUTOMATIC: "Otomatis", Role.SPAM: "Spam"}  # fmt: skip
_STATES = (Role.SPAM, Role.AUTOMATIC, Role.INTERNAL)  # go before the side that is said beside them
# Names of who is meant by a number: ``author id``; of what somebody is: ``role``.
_BY_WHOM = re.compile(r"\b(?:author|sender|user|from|by|pengirim|penulis|dari|oleh)(?: ?id)?$")
_NAMES_WRITER = re.compile(
    r"\b(?:from|dari|pengirim|sender|author|penulis|oleh|by|user|nama|name|nick(?:name)?|operator|"
    r"siapa|who)\b"
)
_IS_ROLE = re.compile(r"\b(?:role|type|peran|jenis|level|kind)$")
# Whose messages belong to one talk, where a file has them all in one list.
_TALK_NUMBER = re.compile(
    r"\b(?:conversation|chat|room|ticket|tiket|thread|session|sesi|percakapan|obrolan|remote ?jid|"
    r"wa ?id|visitor|contact|customer|pelanggan|phone|nomor|telepon|hp)(?: (?:id|no|number|key))?$"
)
_IS_NAME = re.compile(r"\b(?:name|nama)$")
_IS_TEXT = re.compile(rf"{TEXT_NAME.pattern}$")
# Beside these ``user`` is one of the program: who answers.
_ASKERS_BESIDE_USERS = frozenset(("contact", "customer", "client", "visitor"))
_LATER = re.compile(r"\b(?:updated?|read|seen|edited|delivered|dibaca|diubah)\b")
_OPENING = re.compile(
    r"\b(?:body|description(?: text)?|deskripsi|isi|message|pesan|question|pertanyaan|text|teks)$"
)


class Messages:
    """All messages of a list, or of lists of that name, and what their names mean."""

    def __init__(self, found: object, messages: Sequence[Cells]) -> None:
        self._all = messages
        self._said: dict[str, set[str]] = defaultdict(set)
        self._filled: Counter[str] = Counter()
        for message in messages:
            for name, cell in message.items():
                if cell:
                    self._filled[name] += 1
                    self._said[name].add(cell)
        self._people = _roles_by_number(found, 0)
        self._times = self._names_of_times()
        self._texts = self._names_of_texts()
        self._side = self._name_of_side()
        self.writer = self._name_of_writer()
        known = {*self._texts, *self._times, self.writer}
        self._personal = [name for name in self._said if name not in known and is_personal(name)]
        self._states = {name: self._states_of(name) for name in self._said}

    def __len__(self) -> int:
        return len(self._all)

    @property
    def tell_sides(self) -> bool:
        """Whether the messages say which are the office's."""
        return self._side is not None and bool(self._texts)

    @property
    def are_of_people(self) -> bool:
        """Whether they have texts, times and names of who wrote them, and no titles as articles."""
        is_named = len(self._said.get(self.writer, ())) > 1
        is_titled = any(map(names_subject, self._said))
        return bool(self._texts) and bool(self._times) and is_named and not is_titled

    def names(self, cell: str) -> bool:
        """Tells whether a cell is the name of somebody who writes."""
        return cell in self._said.get(self.writer, ())

    def row(self, talk: str, message: Cells) -> dict[str, str]:
        """Writes a message as a row; beside it what else names a person."""
        text = next(filter(None, (message.get(name, "") for name in self._texts)), "")
        when = next(filter(None, (message.get(name, "") for name in self._times)), "")
        writer = message.get(self.writer, "")
        role = self._role(message)
        beside = {name: message[name] for name in self._personal if name in message}
        told = (talk, when, _ROLES[role] if role else "", writer, text)
        return {**dict(zip(MESSAGE, told, strict=True)), **beside}

    def opening(self, around: Cells, messages: Sequence[Cells]) -> dict[str, str] | None:
        """Finds the text that a talk was opened with, where that is none of its messages."""
        texts = [cell for name, cell in around.items() if _OPENING.search(name) and " " in cell]
        known = {_letters(cell) for message in messages for cell in message.values()}
        writer = next((cell for name, cell in around.items() if _NAMES_WRITER.search(name)), "")
        # Where only names tell the sides, it may be an article, or one of the office's posts.
        is_of_person = bool(writer) and not any(map(names_subject, around))
        if not texts or not (self.tell_sides or is_of_person):
            return None
        if any(_letters(text) in known for text in texts):
            return None
        when = next(filter(_is_time, around.values()), "")
        role = _ROLES[Role.ASKER] if self.tell_sides else ""
        return {WHEN: when, ROLE: role, WRITER: writer, TEXT: texts[0]}

    def talks(self) -> list[list[Cells]]:
        """Parts the messages of one list by the talk whose number they name."""
        best = max(self._said, key=self._parting, default="")
        if not best or not self._parting(best):
            return [list(self._all)]
        parts: dict[str, list[Cells]] = defaultdict(list)
        for message in self._all:
            parts[message.get(best, "")].append(message)
        return list(parts.values())

    def _parting(self, name: str) -> float:
        """Scores how much a name tells the talks: its values come again, on both sides."""
        if not _TALK_NUMBER.search(name) or not 1 < len(self._said[name]) < self._filled[name]:
            return 0
        sides: dict[str, set[Role | None]] = defaultdict(set)
        for message in self._all:
            sides[message.get(name, "")].add(self._role(message))
        return sum(set(SIDES) <= seen for seen in sides.values()) / len(sides)

    def _names_of_texts(self) -> list[str]:
        """Lists the names of what was written: the fullest one, and what stands in its place."""

        def words(name: str) -> float:
            said = self._said[name]
            return sum(len(cell.split()) for cell in said) / len(said)

        texts = [
            name
            for name in self._said
            if words(name) >= TEXT_WORDS
            and TEXT_NAME.search(name)
            and not (names_subject(name) or _IS_NAME.search(name) or name in self._times)
        ]

        def order(name: str) -> tuple[object, ...]:
            return -self._filled[name], not _IS_TEXT.search(name), "html" in name, -words(name)

        return sorted(texts, key=order)

    def _names_of_times(self) -> list[str]:
        times = [
            name
            for name, said in self._said.items()
            if sum(map(_is_time, said)) >= DATED * len(said)
        ]
        return sorted(
            times, key=lambda name: (_LATER.search(name) is not None, -self._filled[name])
        )

    def _name_of_side(self) -> str | None:
        """Finds the name whose values say which messages are the office's."""
        few = [name for name, said in self._said.items() if len(said) <= FEW_VALUES]
        few = [name for name in few if max(map(len, self._said[name])) <= LONGEST_ROLE]
        for read in (self._by_word, self._by_act):
            told = [
                name
                for name in few
                if set(SIDES) <= {read(name, cell) for cell in self._said[name]}
            ]
            if told:
                return max(told, key=lambda name: self._filled[name])
        numbers = [name for name in self._said if _BY_WHOM.search(name)]
        return next((name for name in numbers if set(SIDES) <= self._roles_of_people(name)), None)

    def _states_of(self, name: str) -> dict[str, Role | None]:
        """Tells of the values of a name, where they are few and short, what each says."""
        said = self._said[name]
        if name in (*self._texts, self.writer) or len(said) > FEW_VALUES:
            return {}
        return {cell: role_of(name, cell) for cell in said if len(cell) <= LONGEST_ROLE}

    def _by_word(self, name: str, cell: str) -> Role | None:
        role = role_of(name, cell)
        beside = {folded_header(each) for each in self._said[name]}
        if role is Role.ASKER and folded_header(cell) == "user" and beside & _ASKERS_BESIDE_USERS:
            return Role.OFFICER
        return role

    def _by_act(self, name: str, cell: str) -> Role | None:
        return role_by_act(cell)

    def _roles_of_people(self, name: str) -> set[Role]:
        return {self._people[cell] for cell in self._said[name] if cell in self._people}

    def _role(self, message: Cells) -> Role | None:
        """Tells the side of a message, or that it is for nobody outside."""
        states = {self._states[name].get(cell) for name, cell in message.items()}
        if state := next((role for role in _STATES if role in states), None):
            return state
        side, cell = self._side or "", message.get(self._side or "", "")
        if not cell:
            return None
        return self._by_word(side, cell) or self._by_act(side, cell) or self._people.get(cell)

    def _name_of_writer(self) -> str:
        """Finds the name with the names of those who write."""
        named = [
            name
            for name, said in self._said.items()
            if name not in (*self._texts, *self._times, self._side)
            and _NAMES_WRITER.search(name)
            and not any("@" in cell or cell.isdigit() or len(cell) > LONGEST_ROLE for cell in said)
        ]
        return max(
            named,
            key=lambda name: (name.endswith(("name", "nama")), self._filled[name]),
            default="",
        )


def _letters(text: str) -> str:
    return re.sub(r"<[^>]{0,300}>|[\W_]+", "", text).casefold()


def _is_time(cell: str) -> bool:
    return has_date(cell) and len(cell) <= LONGEST_ROLE


def _roles_by_number(value: object, depth: int) -> dict[str, Role]:
    """Finds the people of a file that have a number and are said to be of a side."""
    found: dict[str, Role] = {}
    if depth > DEEPEST:
        return found
    if isinstance(value, dict):
        number = value.get("id") or value.get("user_id")
        roles = (
            role_of(str(key), each)
            for key, each in value.items()
            if isinstance(each, str) and _IS_ROLE.search(str(key).lower())
        )
        role = next((one for one in roles if one in SIDES), None)
        if role and isinstance(number, int | str):
            found[str(number)] = role
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        found |= _roles_by_number(each, depth + 1)
    return found
