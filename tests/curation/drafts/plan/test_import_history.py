"""What was imported once is not imported again."""

import shutil
from pathlib import Path

from tests.curation.written_exports import (
    OFFICER,
    Export,
    chat,
    saved,
    snapshot,
)


def test_importing_twice_makes_nothing_twice(tmp_path: Path, project: Path, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))
    run("import", path, officer=OFFICER, write=True)
    before = snapshot(project)

    ran = run("import", path, officer=OFFICER, write=True)

    assert ran.out == (
        "Ditulis: 0 konsep, 0 sebutan lain, 0 jawaban baru; 0 dilewati, 2 sudah pernah diimpor.\n"
    )
    assert snapshot(project) == before


def test_a_fresh_clone_recognises_its_drafts(tmp_path: Path, project: Path, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))
    run("import", path, officer=OFFICER, write=True)
    shutil.rmtree(project / ".caridulu")

    ran = run("import", path, officer=OFFICER, write=True)

    assert "0 konsep" in ran.out
    assert "2 sudah pernah diimpor" in ran.out
