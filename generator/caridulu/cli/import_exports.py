"""``import`` and ``import --template``."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from caridulu.cli.console import say, sentence
from caridulu.cli.opened_project import not_written, opened
from caridulu.curation.drafts.draft_entry import Decide, one_line, replace_all, usual_decision
from caridulu.curation.drafts.importing import (
    Candidate,
    Choice,
    Options,
    Plan,
    carry_out,
    plan_import,
    read_export,
)
from caridulu.curation.exports.columns import read_mapping
from caridulu.curation.exports.opened_files import RefusedError
from caridulu.curation.exports.table_template import template_csv, template_xlsx
from caridulu.curation.project import Project
from caridulu.curation.writing import YamlWriterMissingError, write_all
from caridulu.knowledge import format_text, in_order
from caridulu.messages import Language
from caridulu.privacy.entities.entity import Entity

OFFERED_LENGTH = 300  # characters of an answer beside the entry that answers already
CHOICES = {
    "s": Choice.ALIAS, "a": Choice.ALIAS, "j": Choice.ANSWER, "w": Choice.ANSWER,
    "b": Choice.CREATE, "c": Choice.CREATE, "l": Choice.SKIP, "": Choice.SKIP,
}  # fmt: skip


def import_(
    files: Sequence[Path],
    *,
    root: Path,
    today: dt.date,
    out: TextIO,
    err: TextIO,
    write: bool = False,
    columns: Path | None = None,
    officers: Sequence[str] = (),
    silence: int = 7,
    date_order: str | None = None,
    answered: Choice | None = None,
    redact_asked: bool = False,
    check_hits: bool = False,
    answers: TextIO | None = None,
    language: Language = Language.ID,
) -> int:
    """Tells what exports would become, and with ``write`` makes drafts of them.

    Args:
        files: Exports (``FILE...``): csv, tsv, xlsx, ods, txt, zip, mbox, eml, folder of eml.
        root: The project.
        today: The day of the run.
        out: Where the plan is told.
        err: Where problems are told.
        write: ``--write``; without it nothing is changed.
        columns: ``--columns FILE``: ``pertanyaan: Uraian Permintaan``.
        officers: ``--officer NAME`` (repeatable), besides ``officers`` of the office.
        silence: ``--silence DAYS`` after which a new consultation begins.
        date_order: ``--date-order dmy|mdy|ymd`` for chats that cannot tell.
        answered: ``--answered alias|answer|create|skip`` for questions that an entry answers
            already; without it each is asked when ``answers`` is given, else left out.
        redact_asked: ``--redact-asked``: replace also what may be personal data.
        check_hits: ``--check-hits``: accept or reject every hit, not only the doubtful ones.
        answers: Standard input when it is a terminal.
        language: Interface language.
    """
    project = opened(root, today, err, language)
    if project is None:
        return 1
    try:
        mapping = read_mapping(columns) if columns else {}
    except RefusedError as refused:
        err.write(refused.problem.text(language) + "\n")
        return 1
    options = Options(
        mapping=mapping,
        officers=tuple(officers),
        silence=dt.timedelta(days=silence),
        order=date_order,
        decide=_decider(
            replace_asked=redact_asked,
            each=check_hits,
            answers=answers if write else None,
            out=out,
            language=language,
        ),
    )
    plan = plan_import([read_export(path, project, options) for path in files], project, options)
    _tell_plan(plan, out, language, quiet=write)
    told = [*plan.problems, *plan.refused, *plan.notices]
    err.write(format_text(in_order(told), language))
    if plan.problems:
        say(err, "import_refused", language)
        return 1
    if not write:
        choose = sum(candidate.is_answered for candidate in plan.candidates)
        create = len(plan.candidates) - choose
        say(out, "import_dry", language, create=create, choose=choose, known=plan.known)
    else:
        choosing = _chooser(answered, answers, out, language)
        if code := _write_plan(plan, project, choosing, out, err, language):
            return code
    if plan.refused:
        say(err, "import_partly", language, count=len(plan.refused))
    return 1 if plan.refused else 0


def _decider(
    *, replace_asked: bool, each: bool, answers: TextIO | None, out: TextIO, language: Language
) -> Decide:
    """Who decides about a hit: the officer where there is one to ask, else the usual rule."""
    if replace_asked and not each:
        return replace_all
    if answers is None:
        return usual_decision

    def decide(shown: str, hit: Entity) -> bool:
        if hit.certain and not each:
            return True
        out.write(sentence("ask_hit", language, value=shown) + " ")
        out.flush()
        answer = answers.readline().strip().lower()[:1]
        return answer not in ("t", "n") if answer else hit.certain

    return decide


def _tell_plan(plan: Plan, out: TextIO, language: Language, *, quiet: bool) -> None:
    for candidate in () if quiet else plan.candidates:
        _tell(candidate, out, language)


def _tell(candidate: Candidate, out: TextIO, language: Language) -> None:
    draft, place = candidate.draft, candidate.source.place
    values = {"place": f"{place.path}:{place.line}", "question": draft.question}
    if candidate.is_answered:
        say(out, "would_choose", language, id=candidate.target, **values)
    else:
        key = "would_create_guessed" if candidate.guessed else "would_create"
        say(out, key, language, id=draft.id, category=draft.category, **values)
    for near in candidate.answered.near if candidate.is_answered else ():
        say(out, "near", language, id=near.id, question=near.question)
    if candidate.is_answered:
        say(out, "offered", language, value=one_line(draft.answer, OFFERED_LENGTH))
    for shown in draft.shown:
        key = "hit_open" if shown in draft.open_hits else "hit_replaced"
        say(out, key, language, value=shown)


def _chooser(
    answered: Choice | None, answers: TextIO | None, out: TextIO, language: Language
) -> Callable[[Candidate], Choice]:
    def choose(candidate: Candidate) -> Choice:
        if not candidate.is_answered:
            return Choice.CREATE
        choice = answered
        if choice is None and answers is not None:
            _tell(candidate, out, language)
            out.write(sentence("ask_choice", language) + " ")
            out.flush()
            key = answers.readline().strip().lower()[:1]
            english_skip = language is Language.EN and key == "s"
            choice = Choice.SKIP if english_skip else CHOICES.get(key, Choice.SKIP)
        if choice is Choice.CREATE and candidate.same_as:
            return Choice.SKIP  # the very same question would be two entries
        return choice or Choice.SKIP

    return choose


def _write_plan(
    plan: Plan,
    project: Project,
    choose: Callable[[Candidate], Choice],
    out: TextIO,
    err: TextIO,
    language: Language,
) -> int:
    imported = project.imported()
    try:
        texts, made = carry_out(plan, project, imported, choose)
        write_all(texts | imported.files())
    except (YamlWriterMissingError, OSError) as error:
        return not_written(error, err, language)
    for one in made:
        place, draft = one.candidate.source.place, one.candidate.draft
        out.write(f"{place.path}:{place.line}\n")
        entry_id = draft.id if one.choice is Choice.CREATE else one.candidate.target
        say(out, one.told, language, id=entry_id, category=draft.category)
    counted = Counter(one.choice.value for one in made)
    counts = {choice.value: counted[choice.value] for choice in Choice}
    say(out, "import_done", language, known=plan.known, **counts)
    if counts[Choice.CREATE.value] or counts[Choice.ANSWER.value]:
        say(out, "import_next", language)
    return 0


def template(path: Path, *, out: TextIO, err: TextIO, language: Language = Language.ID) -> int:
    """Writes the table to fill in (``import --template FILE``); ``.xlsx``, else CSV."""
    if path.exists():
        say(err, "template_exists", language, path=path)
        return 1
    try:
        path.write_bytes(template_xlsx() if path.suffix.lower() == ".xlsx" else template_csv())
    except OSError as error:
        return not_written(error, err, language)
    say(out, "template_written", language, path=path)
    return 0
