"""Chats as offices export them, and what becomes of each: a new case needs no code.

``whole/<name>.txt`` is the export, ``whole/<name>.drafts`` names the officers and says what is
asked and answered in it.
"""

from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.questions.headlines import read_question
from caridulu.curation.questions.several_questions import parts_of
from caridulu.privacy.entities.personal_data import People
from caridulu.privacy.redaction import Redactor

CHATS = sorted((Path(__file__).parent / "whole").glob("*.txt"))


def _drafts(path: Path, officers: str) -> str:
    reading = read_export(path, ExportOptions(officers=tuple(officers.split(", "))))
    redacted = Redactor(people=People.of(reading.senders)).redacted
    told = [
        f"T: {read_question(redacted(part.question)).headline}\n"
        f"J: {' '.join(redacted(part.answer).split())}\n"
        for made in reading.consultations
        for part in parts_of(made)
    ]
    return "\n".join([f"Petugas: {officers}\n", *told])


@pytest.mark.parametrize("path", CHATS, ids=lambda path: path.stem)
def test_each_question_of_a_chat_is_found_with_its_answer(path: Path) -> None:
    expected = path.with_suffix(".drafts").read_text(encoding="utf-8")
    officers = expected.splitlines()[0].removeprefix("Petugas: ")

    assert _drafts(path, officers) == expected
