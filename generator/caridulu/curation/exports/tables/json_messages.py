"""Messages of a JSON export -> rows that say in which talk, when, on which side, by whom, and what.

Programs name these things as they like: the side may be a word (``agent``), a letter (``v``), yes
or no (``fromMe``), the number of a person who stands elsewhere in the file, or only a name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from caridulu.curation.exports.cell_dates import has_date
from caridulu.curation.exports.tables.tickets.ticket_columns import TEXT_NAME, WRITER_NAME
from caridulu.curation.exports.tables.tickets.ticket_numbers import names_subject
from caridulu.curation.exports.tables.tickets.ticket_roles import (
    SIDES,
    Role,
    first_role,
    role_by_act,
    role_of,
)
from caridulu.curation.exports.tables.tickets.written_talks import MESSAGE, is_personal

LONGEST_ROLE = 60  # characters of a value that says who writes
FEW_VALUES = 40  # different values, at most, of a name that says who writes
TEXT_WORDS = 1.5  # words of a message, on average, at least
DEEPEST = 40  # objects inside each other
DATED = 0.3  # share of the values of a name that are days or moments, at least

Cells = Mapping[str, str]
_ROLES = {Role.ASKER: "Penanya", Role.OFFICER: "Petugas", Role.INTERNAL: "Catatan internal",
          Role.AUTOMATIC: "Otomatis", Role.SPAM: "Spam"}  # fmt: skip
# Whose messages belong to one talk, where a file has them all in one list.
_TALK_NUMBER = re.compile(
    r"\b(?:conversation|chat|room|ticket|tiket|thread|session|sesi|percakapan|obrolan|remote ?jid|"
    r"wa ?id|visitor|contact|customer|pelanggan|phone|nomor|telepon|hp)(?: (?:id|no|number|key))?$"
)
_IS_TEXT = re.compile(rf"{TEXT_NAME.pattern}$")


class Messages:
    """All messages of a list, or of lists of that name, and what their names mean."""

    def __init__(self, messages: Sequence[Cells]) -> None:
        self._all = messages
        self._said: dict[str, set[str]] = defaultdict(set)
        self._filled: Counter[str] = Counter()
        for message in messages:
            for name, cell in message.items():
                if cell:
                    self._filled[name] += 1
                    self._said[name].add(cell)
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
        """Lists the names of texts: the fullest one first, then those that may replace it."""
        words = {
            name: sum(len(cell.split()) for cell in said) / len(said)
            for name, said in self._said.items()
        }
        texts = [name for name in self._said if TEXT_NAME.search(name) and not names_subject(name)]
        texts = [name for name in texts if words[name] >= TEXT_WORDS and name not in self._times]

        def order(name: str) -> tuple[object, ...]:
            return -self._filled[name], not _IS_TEXT.search(name), "html" in name, -words[name]

        return sorted(texts, key=order)

    def _names_of_times(self) -> list[str]:
        times = [
            name
            for name, said in self._said.items()
            if sum(map(_is_time, said)) >= DATED * len(said)
        ]
        return sorted(times, key=lambda name: -self._filled[name])

    def _name_of_side(self) -> str | None:
        """Finds the name whose values say which messages are the office's."""
        few = [name for name, said in self._said.items() if len(said) <= FEW_VALUES]
        few = [name for name in few if max(map(len, self._said[name])) <= LONGEST_ROLE]
        by_role = {name: {role_of(name, cell) for cell in self._said[name]} for name in few}
        by_act = {name: set(map(role_by_act, self._said[name])) for name in few}
        for roles in (by_role, by_act):
            telling = [name for name in few if set(SIDES) <= roles[name]]
            if telling:
                return max(telling, key=lambda name: self._filled[name])
        return None

    def _states_of(self, name: str) -> dict[str, Role | None]:
        """Tells of the values of a name, where they are few and short, what each says."""
        said = self._said[name]
        if name in (*self._texts, self.writer) or len(said) > FEW_VALUES:
            return {}
        return {cell: role_of(name, cell) for cell in said if len(cell) <= LONGEST_ROLE}

    def _role(self, message: Cells) -> Role | None:
        """Tells the side of a message, or that it is for nobody outside."""
        states = (self._states[name].get(cell) for name, cell in message.items())
        side, cell = self._side or "", message.get(self._side or "", "")
        by_side = (role_of(side, cell) or role_by_act(cell)) if cell else None
        return first_role([by_side, *(state for state in states if state not in SIDES)])

    def _name_of_writer(self) -> str:
        """Finds the name with the names of those who write."""
        known = (*self._texts, *self._times, self._side)
        named = [name for name in self._said if name not in known and WRITER_NAME.search(name)]
        named = [name for name in named if all(map(_may_be_name, self._said[name]))]
        called_name = [name for name in named if name.endswith(("name", "nama"))]
        return max(called_name or named, key=lambda name: self._filled[name], default="")


def _may_be_name(cell: str) -> bool:
    return "@" not in cell and not cell.isdigit() and len(cell) <= LONGEST_ROLE


def _is_time(cell: str) -> bool:
    return has_date(cell) and len(cell) <= LONGEST_ROLE
