"""Buttons that change a form's lists without saving: add, remove, move."""

from caridulu.editor.fields.form_fields import NAME, Field, Widget
from caridulu.editor.fields.form_values import Value, Values, blank
from caridulu.editor.pages import unknown_button

ADD, REMOVE, UP, DOWN = "tambah", "hapus", "naik", "turun"
ROW_ACTIONS = (ADD, REMOVE, UP, DOWN)


def change_rows(fields: tuple[Field, ...], values: Values, *, action: str, name: str) -> None:
    """Applies ``tambah`` to the list called ``name``, the others to the row called ``name``.

    Rows are named as controls are: ``sources.1`` is the second row of ``sources``.
    """
    if action == ADD:
        field, rows = _list_at(fields, values, name)
        row = blank(field.fields)
        rows.append({NAME: "", **row} if field.widget is Widget.PAIRS else row)
        return
    parent, _, number = name.rpartition(".")
    _, rows = _list_at(fields, values, parent)
    if action not in ROW_ACTIONS or not number.isdecimal() or int(number) >= len(rows):
        raise unknown_button()
    here = int(number)
    row_taken = rows.pop(here)
    if action == UP:
        rows.insert(max(0, here - 1), row_taken)
    elif action == DOWN:
        rows.insert(here + 1, row_taken)


def _list_at(fields: tuple[Field, ...], values: Values, name: str) -> tuple[Field, list[Value]]:
    """The list of groups called ``name``."""
    first, _, rest = name.partition(".")
    field = next((field for field in fields if field.name == first), None)
    if field is None:
        raise unknown_button()
    value = values[first]
    if not rest and field.widget in (Widget.GROUPS, Widget.PAIRS) and isinstance(value, list):
        return field, value
    if field.widget is Widget.GROUP and isinstance(value, dict):
        return _list_at(field.fields, value, rest)
    raise unknown_button()
