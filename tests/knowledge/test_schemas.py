"""JSON Schemas for text editors come from the same model, in Indonesian."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from caridulu.knowledge import EntryFile, schemas
from caridulu.knowledge.yaml.model_errors import MESSAGE_OF_PATTERN
from tests import ROOT

SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}


SAME_IN_BOTH = {"status", "Status"}


def _definition(schema: dict[str, Any], prop: dict[str, Any]) -> dict[str, Any]:
    definition: dict[str, Any] = schema["$defs"][prop["$ref"].rpartition("/")[2]]
    return definition


def _properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part.get("properties", {}).items()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_of_our_own_project_are_those_of_the_model(name: str) -> None:
    kept = ROOT / ".vscode" / "schemas" / name

    assert json.loads(kept.read_text(encoding="utf-8")) == SCHEMAS[name]


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert list(SCHEMAS) == [
        "entry.schema.json",
        "categories.schema.json",
        "lexicon.schema.json",
        "referrals.schema.json",
        "office.schema.json",
        "service.schema.json",
        "import.schema.json",
    ]
    assert schemas() == schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_an_indonesian_label(name: str) -> None:
    schema = SCHEMAS[name]

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for key, prop in _properties(schema):
        label = prop["title"] if "title" in prop else _definition(schema, prop)["title"]
        assert label != key.replace("_", " ").title() or key in SAME_IN_BOTH, key
    for title, definition in schema.get("$defs", {}).items():
        assert "description" not in definition, title
        assert definition["title"] != title or title in SAME_IN_BOTH


def test_entry_schema_has_the_keys_of_an_entry() -> None:
    schema = SCHEMAS["entry.schema.json"]

    assert set(schema["properties"]) == set(EntryFile.model_fields)
    assert schema["required"] == ["question", "answer", "category"]
    assert schema["additionalProperties"] is False
    assert schema["title"] == "Entri"
    assert schema["$defs"]["Status"]["enum"] == ["draft", "review", "published", "archived"]


def test_what_does_not_match_a_pattern_is_told_in_words() -> None:
    def patterns(node: object) -> Iterator[str]:
        nested = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        if isinstance(node, dict) and isinstance(node.get("pattern"), str):
            yield node["pattern"]
        for part in nested:
            yield from patterns(part)

    assert set(patterns(list(SCHEMAS.values()))) <= set(MESSAGE_OF_PATTERN)
