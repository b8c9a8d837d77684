"""Whose version of an answer is shown, and which answers come first."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from caridulu.portal.pages import OWN as OWN_MODULES

RUN = """
import { answersOf, numbersOf } from "./held_by.js";
const { hits, holdings } = JSON.parse(process.argv[2]);
const held = holdings.map(([office, { entries, adjusted, own }]) =>
  [office, { entries: new Set(entries), adjusted: new Set(adjusted), own }]);
console.log(JSON.stringify([answersOf(hits, new Map(held)), ["", "3", "0-2,7"].map(numbersOf)]));
"""
HITS = [
    {"entry": 0, "id": "inflasi:dasar", "title": "Inflasi?", "snippet": "Umum.", "note": "0 3 1 1"},
    {"entry": 1, "id": "pasar:#ab", "title": "Di mana pasar?", "snippet": "Kota.", "note": "4 1"},
    {"entry": 2, "id": "harga:#cd", "title": "Berapa harga?", "snippet": "Rp1.", "note": "2 1 2"},
]
HOLDINGS: dict[int, dict[str, Any]] = {
    1: {"entries": [0], "adjusted": [], "own": {}},
    3: {"entries": [0], "adjusted": [], "own": {}},
    4: {
        "entries": [0, 1, 2],
        "adjusted": [0, 2],
        "own": {"inflasi:dasar": ["inflasi-kita", "Inflasi kita?", "Khusus."], "pasar:#ab": ["p"]},
    },
}


@pytest.mark.parametrize(
    ("wished", "offices"),
    [([], [0, 4, 2]), ([3], [3, 4, 2]), ([1, 3], [1, 4, 2]), ([4, 1], [4, 4, 4])],
    ids=["first that says it as it stands", "one", "the first wish", "adjusted"],
)
def test_the_office_of_an_answer(
    wished: list[int], offices: list[int], node: str, tmp_path: Path
) -> None:
    found = _answers(wished, node, tmp_path)

    assert [one["office"] for one in found] == offices


def test_an_office_s_own_version_is_shown_with_its_own_id(node: str, tmp_path: Path) -> None:
    [first, second, third] = _answers([4], node, tmp_path)

    assert [first["hit"][name] for name in ("id", "title", "snippet")] == [
        *("inflasi-kita", "Inflasi kita?", "Khusus.")
    ]
    assert [second["hit"][name] for name in ("id", "title", "snippet")] == [
        *("p", "Di mana pasar?", "Kota.")
    ]
    assert third["hit"]["id"] == "harga"
    assert [(one["isShared"], one["isAdjusted"]) for one in (first, second, third)] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_offices_are_counted(node: str, tmp_path: Path) -> None:
    found = _answers([], node, tmp_path)

    assert [(one["same"], one["adjusted"]) for one in found] == [(3, 1), (1, 0), (1, 2)]


@pytest.mark.parametrize(("wished", "is_adjusted"), [([], True), ([3], False), ([4], True)])
def test_the_office_of_an_answer_has_adjusted_it_or_not(
    wished: list[int], node: str, tmp_path: Path, *, is_adjusted: bool
) -> None:
    [packaged, *_] = _answers(wished, node, tmp_path)

    assert packaged["isAdjusted"] is is_adjusted


def _answers(wished: list[int], node: str, folder: Path) -> list[dict[str, Any]]:
    source = (OWN_MODULES / "browser" / "held_by.js").read_text("utf-8")
    (folder / "held_by.js").write_text(source, "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "run.js").write_text(RUN, "utf-8")
    holdings = [(office, HOLDINGS[office]) for office in wished]
    asked = json.dumps({"hits": HITS, "holdings": holdings})
    finished = subprocess.run([node, "run.js", asked], cwd=folder, capture_output=True, check=True)
    found, numbers = json.loads(finished.stdout)
    assert numbers == [[], [3], [0, 1, 2, 7]]
    answers: list[dict[str, Any]] = found
    return answers
