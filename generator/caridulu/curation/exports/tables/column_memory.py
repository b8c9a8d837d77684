"""What officers have said of the columns of their tables: ``--columns`` and ``content/import.yml``.

tables:
  - headers: [no, tanggal, nama, uraian, catatan]
    question: uraian
    answer: catatan
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caridulu.curation.exports.header_words import ALIASES, MEANING, folded_header
from caridulu.curation.exports.opened_files import refuse
from caridulu.curation.exports.tables.columns import Guess, RememberedColumns, kept_header
from caridulu.curation.writing import read_exact
from caridulu.curation.yaml_changes import changed_yaml, new_yaml
from caridulu.knowledge import Problem, check, read_yaml
from caridulu.knowledge.model import ImportFile, ImportTable
from caridulu.knowledge.yaml.nodes import TextNode

MEMORY = Path("content", "import.yml")


@dataclass(frozen=True)
class ColumnMemory:
    """The tables that an office has spoken of, and what is wrong with the file."""

    tables: tuple[RememberedColumns, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_memory(root: Path) -> ColumnMemory:
    """Reads ``content/import.yml`` of a project; without the file nothing is remembered."""
    path = root / MEMORY
    if not path.exists():
        return ColumnMemory()
    reading = read_yaml(path, root=root)
    if reading.file is None:
        return ColumnMemory(problems=reading.problems)
    checked = check(reading.file, ImportFile)
    if checked.value is None or checked.problems:
        return ColumnMemory(problems=(*reading.problems, *checked.problems))
    tables = tuple(map(_remembered, checked.value.tables))
    return ColumnMemory(tables, reading.problems)


def _remembered(table: ImportTable) -> RememberedColumns:
    """Gives it in the form that tables are read with."""
    said = table.model_dump(exclude={"headers"}, exclude_none=True)
    fields = {folded_header(header): field for field, header in said.items()}
    return RememberedColumns(tuple(map(folded_header, table.headers)), fields)


def with_columns(root: Path, guess: Guess, fields: Mapping[str, str]) -> dict[Path, str]:
    """Gives the text of ``content/import.yml`` with what an officer says: field -> header."""
    path = root / MEMORY
    told = {field: kept_header(header) for field, header in fields.items()}
    entry: dict[str, Any] = {"headers": list(guess.signature), **told}

    def change(tree: Any) -> None:
        tables = tree.setdefault("tables", [])
        for index, table in enumerate(tables):
            if tuple(map(folded_header, table["headers"])) == guess.signature:
                tables[index] = entry
                return
        tables.append(entry)

    if path.exists():
        return {path: changed_yaml(read_exact(path), change)}
    return {path: new_yaml({"tables": [entry]})}


def read_mapping(path: Path) -> dict[str, str]:
    """Reads a mapping file, ``pertanyaan: Uraian Permintaan``, as folded header to field."""
    reading = read_yaml(path, root=path.parent)
    if reading.file is None:
        raise refuse(path, "bad_mapping")
    mapping: dict[str, str] = {}
    for key, value in reading.file.root.pairs:
        field = key.value if key.value in ALIASES else MEANING.get(folded_header(key.value))
        if field is None or not isinstance(value, TextNode):
            choices = ", ".join(aliases[0] for aliases in ALIASES.values())
            raise refuse(path, "bad_column", line=key.line, value=key.value, choices=choices)
        mapping[folded_header(value.value)] = field
    return mapping
