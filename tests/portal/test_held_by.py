"""Whose version of an answer is shown, and which answers come first."""

import json
import subprocess
from pathlib import Path

import pytest

from caridulu.portal.pages import OWN

RUN = """
import { answersOf, numbersOf } from "./held_by.js";
const { hits, wanted } = JSON.parse(process.argv[2]);
const answers = answersOf(hits, wanted);
console.log(JSON.stringify(answers.map(({ hit, office, same, adjusted, isAdjusted }) =>
  [hit.id, office, same, adjusted, isAdjusted])));
"""
HITS = [
    {"id": "inflasi:dasar", "score": 100, "note": "0-1,3;4"},
    {"id": "sendiri:ab", "score": 60, "note": "4"},
    {"id": "jauh:cd", "score": 40, "note": "4"},
]


@pytest.mark.parametrize(
    ("wanted", "answers"),
    [
        (
            {"named": [], "preferred": -1, "national": None},
            [["inflasi:dasar", 0], ["sendiri:ab", 4], ["jauh:cd", 4]],
        ),
        (
            {"named": [], "preferred": -1, "national": 3},
            [["inflasi:dasar", 3], ["sendiri:ab", 4], ["jauh:cd", 4]],
        ),
        (
            {"named": [], "preferred": 1, "national": 3},
            [["inflasi:dasar", 1], ["sendiri:ab", 4], ["jauh:cd", 4]],
        ),
        (
            {"named": [4], "preferred": 1, "national": 3},
            [["inflasi:dasar", 4], ["sendiri:ab", 4], ["jauh:cd", 4]],
        ),
        (
            {"named": [0], "preferred": 1, "national": 3},
            [["inflasi:dasar", 0], ["sendiri:ab", 4], ["jauh:cd", 4]],
        ),
    ],
    ids=["first that has it", "national", "visitor's", "named, adjusted", "named"],
)
def test_the_office_of_an_answer(
    wanted: dict[str, object], answers: list[list[object]], node: str, tmp_path: Path
) -> None:
    assert [row[:2] for row in _answers(HITS, wanted, node, tmp_path)] == answers


def test_what_a_named_office_has_comes_first_if_it_is_near(node: str, tmp_path: Path) -> None:
    hits = [{"id": "lain:ab", "score": 100, "note": "1"}, *HITS[1:]]
    found = _answers(hits, {"named": [4]}, node, tmp_path)

    assert [row[0] for row in found] == ["sendiri:ab", "lain:ab", "jauh:cd"]


def test_offices_are_counted_and_an_adjusted_version_is_told(node: str, tmp_path: Path) -> None:
    [row, *_] = _answers(HITS, {"named": [4]}, node, tmp_path)

    assert row == ["inflasi:dasar", 4, 3, 1, True]


def _answers(hits: object, wanted: object, node: str, folder: Path) -> list[list[object]]:
    source = (OWN / "browser" / "held_by.js").read_text("utf-8")
    (folder / "held_by.js").write_text(source, "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "run.js").write_text(RUN, "utf-8")
    asked = json.dumps({"hits": hits, "wanted": wanted})
    finished = subprocess.run([node, "run.js", asked], cwd=folder, capture_output=True, check=True)
    found: list[list[object]] = json.loads(finished.stdout)
    return found
