"""Rows and sheets as every step of reading a table hands them on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``number`` counts from 1 as the officer's program does."""

    number: int
    cells: tuple[str, ...]
    is_put_together: bool = False  # of several rows, or of parts of a cell

    @property
    def filled(self) -> list[str]:
        """The cells that are not empty."""
        return [cell for cell in self.cells if cell]

    def cell(self, position: int | None) -> str:
        """Returns a cell, empty where the row has none."""
        if position is None or position >= len(self.cells):
            return ""
        return self.cells[position]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The filled rows of a sheet; that of a text file has no name."""

    name: str
    rows: tuple[Row, ...]

    @property
    def is_text(self) -> bool:
        return not self.name
