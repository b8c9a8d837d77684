"""The page with everything that ``caridulu check`` finds, by form and field."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from caridulu.editor.addresses import ATTACHMENTS, PROBLEMS
from caridulu.editor.fields.remarks import as_sentence, in_plain_words, label_of, placed
from caridulu.editor.files.editable_file import EditableFile
from caridulu.editor.files.file_kinds import address_of, kind_of, known_name
from caridulu.editor.jobs import Run, RunState, SnapshotJob
from caridulu.editor.pages import Pages
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Problem, Severity, in_order
from caridulu.knowledge.attachments import FOLDER
from caridulu.knowledge.rules.missing import NOT_SUPPLIED
from caridulu.site.serve.local_server import Reply, Request

PROBLEMS_PART, NOT_SUPPLIED_PART, NOTICES_PART = "problems", "not_supplied", "notices"
PARTS = (PROBLEMS_PART, NOT_SUPPLIED_PART, NOTICES_PART)


@dataclass(frozen=True)
class ProblemRow:
    """One finding: the form it is about by name and address, the field, the sentence."""

    name: str
    address: str
    field: str
    sentence: str


def part_of(problem: Problem) -> str:
    """Names the part of the page on which a problem stands."""
    if problem.severity is Severity.PROBLEM:
        return PROBLEMS_PART
    return NOT_SUPPLIED_PART if problem.key in NOT_SUPPLIED else NOTICES_PART


class ProblemPages(Pages):
    """Shows what the check finds: at once what the files say, then what only searching tells."""

    tab, places = "problems", (PROBLEMS,)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._trying: SnapshotJob[tuple[Problem, ...]] = SnapshotJob(renderer.say)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        """Renders the page: problems first, then what only the office can say."""
        run = self._tried(snapshot)
        told = run.result or ()
        parts: dict[str, list[Problem]] = {name: [] for name in PARTS}
        for one in in_order((*snapshot.loaded.problems, *told)):
            parts[part_of(one)].append(one)
        return self._page(
            "problems.html",
            snapshot,
            self._say("title_problems"),
            request=request,
            run=run,
            groups=[
                (name, problem_rows(snapshot, self._renderer, of_part))
                for name, of_part in parts.items()
                if of_part or name != NOT_SUPPLIED_PART
            ],
        )

    def _tried(self, snapshot: Snapshot) -> Run[tuple[Problem, ...]]:
        """Tries every phrasing, once the files are right."""
        if not snapshot.loaded.ok:
            return Run(RunState.DONE)
        told = self._say("problems_trying")
        return self._trying.run(snapshot, lambda _: snapshot.search_problems, told=told)


def problem_rows(
    snapshot: Snapshot, renderer: Renderer, problems: Iterable[Problem]
) -> list[ProblemRow]:
    """Turns findings into rows, reading each file once."""

    @cache
    def read(path: str) -> EditableFile | None:
        kind = kind_of(path)
        file = EditableFile.read(kind, snapshot.root / path, root=snapshot.root) if kind else None
        return file if file and file.tree else None

    return [_row(one, read(one.location.path), snapshot, renderer) for one in problems]


def _row(
    problem: Problem, file: EditableFile | None, snapshot: Snapshot, renderer: Renderer
) -> ProblemRow:
    """Makes the row of a finding; without ``file`` no form can show what is to be mended."""
    path, say, language = problem.location.path, renderer.say, renderer.language
    name = known_name(snapshot, path, say) or PurePosixPath(path).name
    sentence = as_sentence(problem.sentence(language))
    if path.startswith(FOLDER):
        return ProblemRow(name, ATTACHMENTS, "", sentence)
    if file is None:
        line = say("line", number=problem.location.line).rstrip(":")
        return ProblemRow(name, address_of(path), f"{path}, {line}", sentence)
    remark = in_plain_words(file.remark(problem, language), file.fields)
    control = next(iter(placed([remark], file.fields, file.values())), "")
    field = label_of(control, file.fields, pair_name=say("pair_name"))
    anchor = f"#f-{control}" if control else ""
    return ProblemRow(name, address_of(path) + anchor, field, remark.text)
