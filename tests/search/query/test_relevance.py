"""What must be found in the real knowledge base, one rule a case, in both engines."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from caridulu.search.index.search_index import SearchIndex
from tests.search.both_engines import Found, found_by_whoosh

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("queries.yml").read_text(encoding="utf-8")
)


def _complaint(case: dict[str, Any], found: Found) -> str:
    """What is wrong with a result, or nothing."""
    ids = found.ids
    rules = {
        "first": lambda wanted: ids[:1] == (wanted,),
        "top3": lambda wanted: wanted in ids[:3],
        "not_first": lambda unwanted: ids[:1] != (unwanted,),
        "outcome": lambda wanted: found.outcome == wanted,
        "not_outcome": lambda unwanted: found.outcome != unwanted,
        "corrects": lambda wanted: set(wanted.items()) <= set(found.corrections),
    }
    broken = [rule for rule in case if rule in rules and not rules[rule](case[rule])]
    return f"{case['because']}: {broken} but {found}" if broken else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["query"])
def test_rule_holds(case: dict[str, Any], real_index: SearchIndex) -> None:
    [found] = found_by_whoosh(real_index, [case["query"]])
    assert not _complaint(case, found)
