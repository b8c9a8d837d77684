"""What ``caridulu import`` tells and asks about the columns of tables."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from caridulu.cli.console import Console
from caridulu.curation.drafts.entries.entry_texts import one_line
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.exports.tables.column_memory import MEMORY, with_columns
from caridulu.curation.exports.tables.columns import REQUIRED, Guess, TableColumns
from caridulu.journal.action import Kind
from caridulu.journal.journal import record

EXAMPLE_LENGTH = 60  # characters of a cell shown beside its header
OPTIONAL = ("date", "category", "channel")


def tell_columns(tables: Iterable[TableColumns], console: Console) -> None:
    """Prints what each table was read with."""
    for table in tables:
        guess = table.guess
        if guess.is_certain:
            fields = [f for f in (*REQUIRED, *OPTIONAL) if f in guess.columns.single]
            pairs = [f"{console.sentence(f'field_{f}')} = {guess.header(f)}" for f in fields]
            if personal := guess.columns.personal:
                names = ", ".join(guess.headers[n] for n in personal)
                pairs.append(f"{console.sentence('field_personal')} = {names}")
            place = f"{table.place.path}:{table.place.line}"
            console.tell("columns_read", place=place, value="; ".join(pairs))


def ask_columns(
    readings: Sequence[Reading], root: Path, console: Console, *, ask_all: bool
) -> set[int]:
    """Asks for the columns that are in doubt and keeps the answers in ``content/import.yml``.

    Returns:
        The positions of the readings that are to be read again.
    """
    again: set[int] = set()
    told: set[tuple[str, ...]] = set()
    for position, reading in enumerate(readings):
        for table in reading.tables:
            if ask_all or not table.guess.is_certain:
                if table.guess.signature not in told and not _asked(table, root, console):
                    continue
                told.add(table.guess.signature)
                again.add(position)
    return again


def _asked(table: TableColumns, root: Path, console: Console) -> bool:
    """Asks for one table; False when nobody answers."""
    guess = table.guess
    console.tell("ask_columns", place=f"{table.place.path}:{table.place.line}")
    for number, (name, example) in enumerate(zip(guess.headers, guess.examples, strict=True), 1):
        shown = one_line(example, EXAMPLE_LENGTH)
        console.tell_below("column", number=number, header=name, value=shown)
    fields: dict[str, str] = {}
    for field in (*REQUIRED, "date"):
        header = _chosen(field, guess, console, taken=fields.values())
        if header is None:
            return False
        if header:
            fields[field] = header
    record(root, with_columns(root, guess, fields), Kind.SAVED)
    console.tell("columns_kept", path=MEMORY.as_posix())
    return True


def _chosen(field: str, guess: Guess, console: Console, *, taken: Collection[str]) -> str | None:
    """The header that the officer chooses by its number; empty for none, None at the end."""
    position = guess.columns.single.get(field)
    usual = "-" if position is None else str(position + 1)
    name = console.sentence(f"field_{field}")
    while True:
        typed = console.ask(console.sentence("ask_column", name=name, value=usual))
        if typed is None:
            return None
        answer = typed or usual
        if answer == "-" and field not in REQUIRED:
            return ""
        if answer.isdigit() and 1 <= int(answer) <= len(guess.headers):
            header = guess.headers[int(answer) - 1]
            if header not in taken:
                return header
        console.tell("no_such_column", value=answer, count=len(guess.headers))
