"""A right file is read as values alone, and they are those of its tree."""

from pathlib import Path

import pytest

from caridulu.knowledge import EntryFile, check, format_text, parse_yaml
from caridulu.knowledge.yaml.nodes import parse, values_of
from caridulu.knowledge.yaml.plain_values import plain_values
from caridulu.knowledge.yaml.syntax import DEPTH_LIMIT
from tests.knowledge.broken_projects import INVALID, SAMPLE

RIGHT = sorted(SAMPLE.rglob("*.yml"))
ALL = sorted((*RIGHT, *INVALID.rglob("*.yml")))

ODD = {
    "empty": "",
    "no keys": "- biaya\n",
    "broken": "question: 'Berapa biaya?\n",
    "anchor": "question: &tanya Berapa biaya?\n",
    "anchored list": "tags: &tagar [biaya]\n",
    "alias": "question: Berapa biaya?\ntags: [*tagar]\n",
    "tag": "question: !!str Berapa biaya?\n",
    "tagged list": "tags: !!seq [biaya]\n",
    "merge key": "<<: Berapa biaya?\n",
    "empty key": "'question': Berapa biaya?\n~: gratis\n",
    "list as key": "[biaya]: gratis\n",
    "braces as key": "{{office.name}: gratis}\n",
    "repeated key": "question: Berapa biaya?\nquestion: Berapa tarif?\n",
    "two documents": "question: Berapa biaya?\n---\nquestion: Berapa tarif?\n",
    "hidden by an escape": 'question: "Berapa\\u200b biaya?"\n',
    "tag by an escape": 'question: "\\x3cb\\x3eBerapa biaya?"\n',
    "too deep": "tags: " + "[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT + "\n",
}


@pytest.mark.parametrize("path", ALL, ids=lambda path: "/".join(path.parts[-4:]))
def test_values_are_those_of_a_tree_without_problems(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    values, tree = plain_values(text), parse(text, path="x.yml")

    if values is not None:
        assert tree.root is not None
        assert values == values_of(tree.root)
        assert tree.problems == ()


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: "/".join(path.parts[-4:]))
def test_a_right_file_needs_no_tree(path: Path) -> None:
    file = parse_yaml(path.read_text(encoding="utf-8"), path="x.yml").file

    assert file is not None
    assert file.tree is None


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_notation_is_left_to_the_tree(text: str) -> None:
    assert plain_values(text) is None


def test_a_place_is_known_when_asked_for() -> None:
    file = parse_yaml("question: Berapa biaya?\ntags: [biaya, tarif]\n", path="x.yml").file

    assert file is not None
    assert str(file.at("tags", 1)) == "x.yml:2:15"


def test_an_escape_does_not_smuggle_a_tag_in() -> None:
    file = parse_yaml(ODD["tag by an escape"], path="x.yml").file
    assert file is not None

    _, problems = check(file, EntryFile)

    assert format_text(problems[:1]) == (
        'x.yml:1:11: tanda "<" atau ">" tidak boleh dipakai di "question":'
        ' "<b>Berapa biaya?"; tulis dengan kata\n'
    )
