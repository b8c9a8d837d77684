"""Forms to values and back; everything stays the text that was typed."""

import datetime as dt

import pytest

from caridulu.editor.fields.form_fields import form_fields
from caridulu.editor.fields.form_values import blank, of_form, of_tree, tidy_markdown, yaml_values
from caridulu.knowledge import parse_yaml
from tests import ROOT

ENTRY = form_fields("entry")


def test_aliases_stay_text() -> None:
    typed = "yes\r\n0712\r\n12:30\r\n\r\n  null\r\n082261848787"

    values = of_form(ENTRY, {"aliases": [typed]})

    assert values["aliases"] == ["yes", "0712", "12:30", "null", "082261848787"]


def test_marks_that_nobody_sees_are_left_out() -> None:
    pasted = {
        "question": ["\u200eBerapa\u2060 biaya\u2028konsultasi\ufeff?"],
        "aliases": ["\u202abiaya\u202c\u2028brp"],
    }

    values = of_form(ENTRY, pasted)

    assert values["question"] == "Berapa biaya konsultasi?"
    assert values["aliases"] == ["biaya", "brp"]


def test_rows_come_in_the_order_of_the_form_and_empty_ones_are_dropped() -> None:
    submitted = {
        "sources.7": ["1"],
        "sources.7.title": ["FAQ PPID"],
        "sources.2": ["1"],
        "sources.2.title": [" "],
        "sources.0": ["1"],
        "sources.0.title": ["Publikasi"],
        "sources.0.url": ["https://bps.go.id"],
    }

    rows = of_form(ENTRY, submitted)["sources"]

    assert rows == [
        {"title": "FAQ PPID", "url": "", "accessed": ""},
        {"title": "Publikasi", "url": "https://bps.go.id", "accessed": ""},
    ]


def test_channel_keeps_its_boxes() -> None:
    submitted = {
        "channels.0": ["1"],
        "channels.0.id": ["wa"],
        "channels.0.purposes": ["consultation", "complaint"],
        "channels.0.link": ["true"],
    }

    values = yaml_values(form_fields("office"), of_form(form_fields("office"), submitted))

    assert values["channels"] == [{"id": "wa", "purposes": ["consultation", "complaint"]}]


def test_limits_are_pairs_with_numbers() -> None:
    submitted = {
        "limits.0": ["1"],
        "limits.0._name": ["reply"],
        "limits.0.amount": ["3"],
        "limits.0.unit": ["hari kerja"],
    }

    values = yaml_values(form_fields("service"), of_form(form_fields("service"), submitted))

    assert values["limits"] == {"reply": {"amount": 3, "unit": "hari kerja"}}


def test_dates_are_written_as_dates_and_wrong_ones_as_typed() -> None:
    values = blank(ENTRY) | {"reviewed": "2026-11-25", "review_by": "besok"}

    written = yaml_values(ENTRY, values)

    assert written["reviewed"] == dt.date(2026, 11, 25)
    assert written["review_by"] == "besok"


@pytest.mark.parametrize(("status", "written"), [("status: draft\n", True), ("", False)])
def test_default_is_written_only_where_it_is_written_now(status: str, *, written: bool) -> None:
    old = parse_yaml(f"{status}question: Apa itu IPM?\n", path="x.yml").file
    assert old is not None

    assert ("status" in yaml_values(ENTRY, of_tree(ENTRY, old.root), old=old.root)) == written


def test_new_file_names_its_status() -> None:
    assert yaml_values(ENTRY, blank(ENTRY))["status"] == "draft"


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("satu\r\ndua", "satu\ndua"),
        ("satu   \ndua ", "satu  \ndua"),
        ("satu\n\n\n\ndua\n", "satu\n\ndua"),
        ("- a\n\t- b", "- a\n    - b"),
    ],
)
def test_markdown_is_tidied_without_changing_what_it_says(typed: str, tidy: str) -> None:
    assert tidy_markdown(typed) == tidy


def test_answers_of_the_knowledge_base_are_tidy_already() -> None:
    for path in sorted([*(ROOT / "kb").glob("*/*.yml"), *(ROOT / "kb").glob("paket/*/*/*.yml")]):
        file = parse_yaml(path.read_text("utf-8"), path=path.name).file
        assert file is not None
        answer = of_tree(ENTRY, file.root)["answer"]
        assert tidy_markdown(str(answer)) == answer, path.name
