"""What the columns of a table hold, or are taken for, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from caridulu.curation.exports.header_words import folded_header
from caridulu.curation.exports.part_paths import split_path
from caridulu.curation.exports.tables.sheet import Row
from caridulu.knowledge import Location
from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.redaction import redact


def kept_header(name: str) -> str:
    """Folds a header as ``content/import.yml`` keeps it: the first row may be a person's."""
    return folded_header(redact(name, find_personal_data(name), asked=True))


@dataclass(frozen=True)
class Columns:
    """Positions of the columns by what they hold."""

    single: Mapping[str, int]
    personal: tuple[int, ...]  # with names and numbers of people
    further: tuple[int, ...] = ()  # stand in where the cell of the question is empty
    joined: tuple[int, ...] = ()  # all that answer, from left to right
    asked_again: tuple[int, ...] = ()  # what was asked behind the first answer
    told_again: tuple[int, ...] = ()  # the answers to that, which are in ``joined``, too
    purposes: tuple[int, ...] = ()  # why somebody came: the question, where its cell is empty

    def cell(self, row: Row, field: str) -> str:
        """Returns the row's cell for a field, empty when the table has no such column."""
        return row.cell(self.single.get(field)).strip()


class Certainty(Enum):
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"  # an officer should say
    UNLIKELY = "unlikely"  # the table seems to hold no consultations
    SUMMARY = "summary"  # the table only counts them


@dataclass(frozen=True)
class Guess:
    """What the columns of a table seem to hold."""

    headers: tuple[str, ...]
    columns: Columns
    certainty: Certainty
    examples: tuple[str, ...]  # a cell of each column, personal data too: for the officer's eyes

    @property
    def is_certain(self) -> bool:
        """Tells whether nobody need be asked."""
        return self.certainty is Certainty.CERTAIN

    @property
    def signature(self) -> tuple[str, ...]:
        """The headers as they are kept, by which the table of next month is known again."""
        return tuple(map(kept_header, self.headers))

    def header(self, field: str) -> str:
        """Returns the header of the column for a field, empty when there is none."""
        position = self.columns.single.get(field)
        return self.headers[position] if position is not None else ""


@dataclass(frozen=True)
class TableColumns:
    """What the columns of one sheet were taken for, to be shown."""

    place: Location  # of the header
    guess: Guess
    first: tuple[tuple[str, ...], ...] = ()  # rows below it, for the officer's eyes

    @property
    def name(self) -> str:
        """The sheet, or the file that has only one."""
        file, part = split_path(self.place.path)
        return part or file


@dataclass(frozen=True)
class RememberedColumns:
    """What an officer has said of tables with these headers: kept header -> field."""

    headers: tuple[str, ...]  # as they are kept, in order
    fields: Mapping[str, str]
