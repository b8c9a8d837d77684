"""What an import sets aside -> lists in ``ekspor/disisihkan/``, one for each export.

``ekspor/`` belongs to this computer and is not kept in Git.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from caridulu.curation.drafts.plan.import_plan import ImportPlan
from caridulu.curation.exports.documents.read_document import DOCUMENTS
from caridulu.curation.exports.part_paths import split_path
from caridulu.messages import Language, message

FOLDER = Path("ekspor", "disisihkan")
COLUMNS = 3
WHOLE = ("curation.document_left", "curation.posts_left")  # what is no question, counted
ITEMS = ("curation.item_without_answer", "curation.item_without_question")
COUNTED = (*DOCUMENTS, ".json")  # have no lines: what they hold is counted
_ONE_LINE = re.compile(
    r"(?:(?!(?:baris|line|nomor|number) \d).+, )?(?:baris|line|nomor|number) (\d+)"
)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something of an export that becomes no draft: where it stands, and why."""

    file: str
    place: str
    reason: str

    @property
    def line(self) -> int:
        """The line in the file; 0 where the place is none, or several."""
        found = _ONE_LINE.fullmatch(self.place)
        return int(found[1]) if found else 0


def set_aside_rows(plan: ImportPlan, language: Language) -> Iterator[SetAside]:
    """Says of everything that is set aside where it stands and why, in file and line order."""
    for problem in plan.aside:
        file, part = split_path(problem.location.path)
        reason = problem.sentence(language)
        if problem.key in ITEMS and not file.lower().endswith(".json"):  # a document has no rows
            value = dict(problem.values)["value"]
            place, reason = f'"{value}"', reason.removesuffix(f": {value}")
        elif problem.location.line == 1 and (problem in plan.unusable or problem.key in WHOLE):
            place = message("curation.place_file", language)
        else:
            place = place_in(file, problem.location.line, language)
        yield SetAside(file, f"{part}, {place}" if part else place, reason)


def place_in(file: str, line: int, language: Language) -> str:
    """Says where something stands in an export: in which line, or the how manieth it is."""
    key = "place_number" if Path(file).suffix.lower() in COUNTED else "place_line"
    return message(f"curation.{key}", language, line=line)


def set_aside_lists(plan: ImportPlan, language: Language) -> dict[str, str]:
    """Makes the list of each export that has one, as CSV that Excel opens by columns."""
    head = tuple(message(f"curation.aside_{name}", language) for name in ("file", "place", "why"))
    listed: dict[str, list[tuple[str, ...]]] = {}
    for row in set_aside_rows(plan, language):
        listed.setdefault(row.file, [head]).append((row.file, row.place, row.reason))
    return {name: _csv(rows) for name, rows in listed.items()}


def _csv(rows: Iterable[Sequence[str]]) -> str:
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(rows)
    return "\ufeff" + stream.getvalue()


def write_lists(lists: Mapping[str, str], root: Path, *, read: Iterable[str]) -> list[Path]:
    """Writes lists by export and returns their paths; old ones of what was ``read`` are deleted."""
    for name in set(read) - set(lists):
        _path(root, name).unlink(missing_ok=True)
    for name, text in lists.items():
        _path(root, name).parent.mkdir(parents=True, exist_ok=True)
        _path(root, name).write_text(text, encoding="utf-8", newline="")
    return [_path(root, name) for name in lists]


def read_lists(root: Path) -> dict[str, tuple[SetAside, ...]]:
    """Reads the lists of a project: name of an export -> what was set aside of it."""
    found = sorted((root / FOLDER).glob("*.csv")) if (root / FOLDER).is_dir() else []
    return {path.stem: rows for path in found if (rows := _rows(path))}


def _rows(path: Path) -> tuple[SetAside, ...]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream, delimiter=";"))
    except (OSError, UnicodeDecodeError, csv.Error):  # an officer may have changed it
        return ()
    return tuple(SetAside(*row) for row in rows[1:] if len(row) == len(rows[0]) == COLUMNS)


def dismiss_list(root: Path, name: str) -> None:
    """Removes the list of an export; a name that has none is ignored."""
    if name in read_lists(root):
        _path(root, name).unlink(missing_ok=True)


def _path(root: Path, name: str) -> Path:
    return root / FOLDER / f"{Path(name).name}.csv"
