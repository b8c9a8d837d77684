"""Large exports are drafted in two processes, with the same plan."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from caridulu.curation.drafts.entries import drafting
from caridulu.curation.drafts.entries.draft_entry import usual_decision
from caridulu.curation.drafts.plan.import_plan import plan_import
from caridulu.curation.drafts.plan.plan_json import plan_json
from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.project import Project
from caridulu.messages import Language
from tests.curation.written_exports import Export, saved

HEAD = "nama;pertanyaan;jawaban\n"
ROW = "Wa Nining {0};ada data kapal {0}?;Ada, kata Wa Nining {0}.\n"
ROWS = HEAD + "".join(ROW.format(n) for n in range(60)) + ROW.format(3)


def ends_early(pipe: Connection, *_: object) -> None:
    """Stands for a process that is killed at its work."""
    pipe.send_bytes(b"")
    pipe.recv()


def ends_at_once(*_: object) -> None:
    """Stands for one that is killed before."""


@pytest.mark.parametrize("what_comes", [drafting.draft_what_comes, ends_early, ends_at_once])
def test_two_processes_give_the_same_plan(
    tmp_path: Path,
    opened: Project,
    monkeypatch: pytest.MonkeyPatch,
    what_comes: Callable[..., None],
) -> None:
    monkeypatch.setattr(drafting, "MANY", 10)
    monkeypatch.setattr(drafting, "AT_ONCE", 7)
    monkeypatch.setattr(drafting, "draft_what_comes", what_comes)
    monkeypatch.setattr(drafting._Other, "_is_ready", lambda other: other._pipe.poll(1))
    readings = [read_export(saved(tmp_path, Export("a.csv", ROWS.encode())), ExportOptions())]

    one, two = (plan_import(readings, opened, decide=usual_decision, processes=n) for n in (1, 2))

    assert multiprocessing.active_children() == []
    assert plan_json(one, Language.ID) == plan_json(two, Language.ID)
    assert [p.draft.id for p in one.planned] == [p.draft.id for p in two.planned]
    assert (len(two.planned), two.known) == (60, 1)
    assert len({p.draft.id for p in two.planned}) == 60


def test_whoever_waits_is_told_of_progress(tmp_path: Path, opened: Project) -> None:
    rows = HEAD + "".join(ROW.format(n) for n in range(1_001))
    readings = [read_export(saved(tmp_path, Export("a.csv", rows.encode())), ExportOptions())]
    told: list[int] = []

    plan_import(readings, opened, decide=usual_decision, on_progress=told.append)

    assert told == [500, 1000]
