"""Two changed readings of one file -> one, field by field, row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from caridulu.editor.fields.form_values import Value, Values

Loc = tuple[str, ...]
Side: TypeAlias = "Value | None"  # None: it is gone


@dataclass(frozen=True)
class FieldClash:
    """A field, or a row of it, that two people have changed differently; None: it is gone."""

    loc: Loc
    theirs: Side
    mine: Side


Pick = Callable[[FieldClash], Side]


def merged_values(
    base: Values, theirs: Values, mine: Values, pick: Pick, *, loc: Loc = ()
) -> Values:
    """Merges two changed readings of a file; ``pick`` decides where both sides differ."""
    found = {
        name: _merged((*loc, name), base.get(name), theirs.get(name), mine[name], pick)
        for name in mine
    }
    return {name: mine[name] if one is None else one for name, one in found.items()}


def _merged(loc: Loc, base: Side, theirs: Side, mine: Side, pick: Pick) -> Side:
    if theirs == mine or mine == base:
        return theirs
    if theirs == base:
        return mine
    if isinstance(theirs, dict) and isinstance(mine, dict):
        was = base if isinstance(base, dict) else {}
        return merged_values(was, theirs, mine, pick, loc=loc)
    if isinstance(theirs, list) and isinstance(mine, list):
        return _merged_rows(loc, base if isinstance(base, list) else [], theirs, mine, pick)
    return pick(FieldClash(loc, theirs, mine))


def _merged_rows(
    loc: Loc, base: Sequence[Value], theirs: Sequence[Value], mine: Sequence[Value], pick: Pick
) -> Side:
    """Merges rows by their keys: what either side has added stays, what it removed goes."""
    was, other, own = ({_key(row): row for row in rows} for rows in (base, theirs, mine))
    if len(other) < len(theirs) or len(own) < len(mine):  # two rows that nothing tells apart
        return pick(FieldClash(loc, list(theirs), list(mine)))
    rows = []
    for key in _in_order(list(other), list(own)):
        row = _merged((*loc, key), was.get(key), other.get(key), own.get(key), pick)
        if row is not None:
            rows.append(row)
    return rows


def _in_order(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Orders all keys as the first has them, each of the second's own after the one before it."""
    order = list(first)
    for number, key in enumerate(second):
        if key not in order:
            before = second[number - 1] if number else ""
            order.insert(order.index(before) + 1 if before in order else 0, key)
    return order


def _key(row: Value) -> str:
    """Tells a row from its neighbours: by its text, or by the first value of a group."""
    if isinstance(row, dict):
        return _key(next(iter(row.values()), ""))
    return " / ".join(map(_key, row)) if isinstance(row, list) else row
