"""YAML text becomes a tree of texts that know their place."""

from pathlib import Path

import pytest
import yaml

from caridulu.knowledge import EntryFile, check, format_text, parse_yaml
from caridulu.knowledge.yaml.nodes import (
    LOADER,
    ListNode,
    TextNode,
)
from tests import SAMPLE
from tests.knowledge.broken_projects import INVALID

PATHS = sorted((*SAMPLE.rglob("*.yml"), *INVALID.rglob("*.yml")))


def _values(node: object) -> object:
    if isinstance(node, TextNode):
        return node.value
    if isinstance(node, ListNode):
        return [_values(item) for item in node.items]
    return [(key.value, _values(value)) for key, value in getattr(node, "pairs", ())]


@pytest.mark.parametrize("path", PATHS, ids=lambda p: "/".join(p.parts[-4:]))
def test_both_parsers_give_the_same_tree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    fast = parse_yaml(text, path="x.yml")
    pure = parse_yaml(text, path="x.yml", loader=yaml.BaseLoader)

    assert (fast.file is None) == (pure.file is None)
    if fast.file and pure.file:
        assert _values(fast.file.root) == _values(pure.file.root)
    assert [p.key for p in fast.problems] == [p.key for p in pure.problems]


def test_the_fast_parser_is_used_where_it_is_built_in() -> None:
    assert LOADER is (yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader)


@pytest.mark.parametrize(
    "word", ["yes", "no", "0712", "12:30", "082261848787", "1e3", "2026-11-25"]
)
def test_words_stay_as_typed(word: str) -> None:
    file = parse_yaml(f"aliases: [{word}]\n", path="x.yml").file

    assert file is not None
    assert file.find("aliases", 0) == TextNode(word, 1, 11, "", 1)


def test_quoted_null_is_a_text() -> None:
    file = parse_yaml("tags: ['null', null]\n", path="x.yml").file

    assert file is not None
    tags = file.find("tags")
    assert isinstance(tags, ListNode)
    assert [item.given for item in tags.items if isinstance(item, TextNode)] == [True, False]


def test_value_that_is_not_there_is_placed_at_what_surrounds_it() -> None:
    text = "sources:\n  - title: Standar pelayanan\n"
    file = parse_yaml(text, path="kb/konsultasi/apa.yml").file

    assert file is not None
    assert str(file.at("sources", 0, "url")) == "kb/konsultasi/apa.yml:2:5"
    assert str(file.at("sources", 3)) == "kb/konsultasi/apa.yml:2:3"
    assert str(file.key("sources", 0, "title")) == "kb/konsultasi/apa.yml:2:5"
    assert str(file.at("sources", 0, "title")) == "kb/konsultasi/apa.yml:2:12"
    assert file.find("sources", 0, "title", "x") is None


def test_a_thousand_aliases_on_one_line_are_one_finding() -> None:
    tree = parse_yaml("a: [" + ", ".join(["*x"] * 1_000) + "]\n", path="x.yml")

    assert [str(problem.location) for problem in tree.problems] == ["x.yml:1:5"]


def test_escapes_that_only_the_pure_parser_lets_through_are_problems() -> None:
    too_high = parse_yaml('a: "\\UFFFFFFFF"\n', path="x.yml", loader=yaml.BaseLoader)
    surrogate = parse_yaml('question: "\\ud800"\n', path="x.yml", loader=yaml.BaseLoader)
    assert surrogate.file

    problems = check(surrogate.file, EntryFile).problems

    assert format_text(too_high.problems) == (
        "x.yml:1:1: penulisan YAML tidak dapat dibaca; periksa indentasi, tanda kutip, dan titik "
        "dua"
        " di baris ini dan baris sebelumnya\n"
    )
    assert "x.yml:1:11: ada karakter tak tampak U+D800; hapus karakter itu\n" in format_text(
        problems
    )
