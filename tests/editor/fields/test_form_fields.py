"""One model behind validation, JSON Schemas and forms."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from caridulu import editor
from caridulu.editor.fields.form_fields import ENTRY, NAME, UNSEEN, Field, Widget, form_fields
from caridulu.editor.files.file_kinds import ENTRY_SIDE, sections
from caridulu.knowledge import schemas
from caridulu.knowledge.model import Model
from caridulu.knowledge.schemas import FILES
from caridulu.knowledge.yaml.model_errors import class_in
from caridulu.messages import messages_of

TEMPLATES = Path(editor.__file__).parent / "templates"


def _model_names(model: type[Model], prefix: str = "") -> Iterator[str]:
    for key, field in model.model_fields.items():
        name = field.alias or key
        yield prefix + name
        for annotation in (field.annotation, *get_args(field.annotation)):
            inner = class_in(annotation, Model)
            if inner:
                yield from _model_names(inner, f"{prefix}{name}.")
                break


def _form_names(fields: tuple[Field, ...], prefix: str = "") -> Iterator[str]:
    for field in fields:
        yield prefix + field.name
        yield from _form_names(field.fields, f"{prefix}{field.name}.")


def _schema_names(schema: Any, definitions: Any, prefix: str = "") -> Iterator[str]:
    for name, prop in schema["properties"].items():
        yield prefix + name
        references = re.findall(r'"\$ref": "#/\$defs/(\w+)"', json.dumps(prop))
        for reference in references:
            if "properties" in definitions[reference]:
                yield from _schema_names(definitions[reference], definitions, f"{prefix}{name}.")


@pytest.mark.parametrize("file", sorted(FILES))
def test_model_schema_and_form_have_the_same_fields(file: str) -> None:
    schema = json.loads(schemas()[f"{file}.schema.json"])

    form = sorted(_form_names(form_fields(file)))

    assert form == _seen(file, _model_names(FILES[file][0]))
    assert form == _seen(file, _schema_names(schema, schema.get("$defs", {})))


def _seen(file: str, names: Iterator[str]) -> list[str]:
    unseen = UNSEEN.get(file, ())
    return sorted(name for name in names if name.partition(".")[0] not in unseen)


@pytest.mark.parametrize("file", sorted(FILES))
def test_every_field_has_the_label_of_the_model(file: str) -> None:
    for field in form_fields(file):
        assert field.title == (FILES[file][0].model_fields[field.name].title or "Status")
        assert field.help == (FILES[file][0].model_fields[field.name].description or "")


def test_required_fields_are_those_of_the_model() -> None:
    required = {field.name for field in form_fields("entry") if field.required}

    assert required == {"question", "answer", "category"}


def test_widgets_follow_the_types() -> None:
    entry = {field.name: field.widget for field in form_fields("entry")}
    channel = {field.name: field for field in form_fields("office")}["channels"].fields
    service = {field.name: field.widget for field in form_fields("service")}

    assert entry["answer"] is Widget.TEXT
    assert entry["aliases"] is Widget.LINES
    assert entry["reviewed"] is Widget.DATE
    assert entry["sources"] is Widget.GROUPS
    assert {f.name: f.widget for f in channel}["verified"] is Widget.YESNO
    assert {f.name: f.widget for f in channel}["purposes"] is Widget.CHOICES
    assert service["limits"] is Widget.PAIRS
    assert NAME not in service


def test_every_entry_field_stands_in_exactly_one_section() -> None:
    shown = [field.name for section in sections(ENTRY) for field in section.fields]

    assert sorted([*shown, *ENTRY_SIDE]) == sorted(field.name for field in form_fields(ENTRY))


@pytest.mark.parametrize("file", sorted(FILES))
def test_every_choice_has_words(file: str) -> None:
    def choices(fields: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
        for field in fields:
            yield from ((field.name, choice) for choice in field.choices)
            yield from choices(field.fields)

    kinds = {"status": "status", "days": "day", "answers": "answers"}
    for name, choice in choices(form_fields(file)):
        assert f"{kinds.get(name, 'choice')}_{choice}" in messages_of("editor")


def test_what_helps_with_a_field_names_one() -> None:
    names = {name.replace(".", "_") for file in FILES for name in _form_names(form_fields(file))}
    helps = {name for name in messages_of("editor") if name.startswith("help_")}

    assert helps
    assert {name.removeprefix("help_") for name in helps} <= names


def test_what_a_form_says_in_other_words_is_a_problem() -> None:
    said = {name for name in messages_of("editor") if name.startswith("form_")}
    problems = messages_of("knowledge").keys() | messages_of("curation").keys()

    assert said
    assert {name.removeprefix("form_") for name in said} <= problems


def test_every_sentence_of_the_templates_exists() -> None:
    asked = {
        name
        for template in TEMPLATES.glob("*.html")
        for name in re.findall(r'\bt\("([a-z_]+)"[,)]', template.read_text("utf-8"))
    }

    assert asked
    assert asked <= messages_of("editor").keys()


def test_every_sentence_of_the_catalogue_is_used() -> None:
    code = "".join(
        path.read_text("utf-8")
        for path in (*TEMPLATES.parent.rglob("*"), *TEMPLATES.parents[1].glob("cli/**/*.py"))
        if path.suffix in (".py", ".html")
    )
    # Most names that are put together show how they begin: f"month_{name}", "tab_" ~ name.
    begun = tuple(re.findall(r'"([a-z_]+_)(?:\{|" [~+])', code))
    others = (
        r"(answers|block|day|due|form|git_cause|import_told|pages|publish_form|services|setup|"
        r"upload)_"
    )

    words = set(re.findall(r"\w+", code))
    unused = [
        name
        for name in messages_of("editor")
        if name not in words and not name.startswith(begun) and not re.match(others, name)
    ]

    assert unused == []
