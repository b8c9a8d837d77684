"""Everything that ``caridulu check`` finds, as an officer reads it: which form, which field."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from caridulu.editor.addresses import ATTACHMENTS
from caridulu.editor.fields.remarks import as_sentence, in_plain_words, label_of, placed
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import address_of, kind_of, known_name
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Problem, Severity, in_order
from caridulu.knowledge.attachments import FOLDER
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.index_problems import index_problems
from caridulu.site.serve.local_server import Reply


@dataclass(frozen=True)
class ProblemRow:
    """One finding: the form it is about by name and address, the field, the sentence."""

    name: str
    address: str
    field: str
    sentence: str


def problem_page(snapshot: Snapshot, renderer: Renderer) -> Reply:
    """Renders the page, problems first."""
    found = snapshot.loaded.problems
    if snapshot.loaded.ok and snapshot.knowledge:
        index = SearchIndex.of_knowledge(snapshot.knowledge)
        told = index_problems(index, snapshot.knowledge, snapshot.root)
        found = in_order((*found, *told))
    rows = ProblemRows(snapshot, renderer)
    kinds = (("problems", Severity.PROBLEM), ("notices", Severity.NOTICE))
    return renderer.page(
        "problems.html",
        title=renderer.say("title_problems"),
        tab="problems",
        snapshot=snapshot,
        groups=[
            (name, rows.of(problem for problem in found if problem.severity is severity))
            for name, severity in kinds
        ],
    )


class ProblemRows:
    """Turns findings into rows, reading each file once."""

    def __init__(self, snapshot: Snapshot, renderer: Renderer) -> None:
        self._snapshot = snapshot
        self._renderer = renderer
        self._file = cache(self._read)

    def of(self, problems: Iterable[Problem]) -> list[ProblemRow]:
        """Returns a row for each."""
        return [self._row(problem) for problem in problems]

    def _read(self, path: str) -> EditableFile | None:
        kind = kind_of(path)
        root = self._snapshot.root
        if not kind or not (root / path).is_file():
            return None
        file = EditableFile.read(kind, root / path, root=root)
        return file if file.tree else None

    def _row(self, problem: Problem) -> ProblemRow:
        path, language = problem.location.path, self._renderer.language
        name = known_name(self._snapshot, path, self._renderer.say) or PurePosixPath(path).name
        file = self._file(path)
        if path.startswith(FOLDER):
            return ProblemRow(name, ATTACHMENTS, "", as_sentence(problem.sentence(language)))
        if file is None:
            address = address_of(path)
            line = self._renderer.say("line", number=problem.location.line).rstrip(":")
            place = f"{path}, {line}"  # no form can show it: the file itself must be mended
            return ProblemRow(name, address, place, as_sentence(problem.sentence(language)))
        remark = in_plain_words(file.remark(problem, language), file.fields)
        control = next(iter(placed([remark], file.fields, file.values())), "")
        field = label_of(control, file.fields, pair_name=self._renderer.say("pair_name"))
        anchor = f"#f-{control}" if control else ""
        return ProblemRow(name, address_of(path) + anchor, field, remark.text)
