"""The catalogue of every sentence that people read."""

import string
from collections import Counter

import pytest
import yaml

from caridulu.messages import AREAS, Language, catalogue, message
from tests import ROOT

FILES = sorted((ROOT / "generator" / "caridulu" / "messages").glob("*.yml"))


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _untidy(text: str) -> bool:
    return not text or text != text.strip(" ") or "  " in text


def _without_remedy(text: str) -> bool:
    return "; " not in text or text.endswith(".")


def test_a_name_stands_once_in_its_area_with_a_text_in_each_language() -> None:
    names: Counter[tuple[str, str]] = Counter()
    for path in FILES:
        area = path.stem.split("_")[0]
        assert area in AREAS
        for name, texts in yaml.compose(path.read_text("utf-8")).value:
            names[area, name.value] += 1
            assert [language.value for language, _ in texts.value] == ["id", "en"], name.value

    assert [name for name, count in names.items() if count > 1] == []
    assert len(names) == len(catalogue())


def test_both_languages_have_the_same_placeholders() -> None:
    different = [
        key
        for key, (indonesian, english) in catalogue().items()
        if _placeholders(indonesian) != _placeholders(english)
    ]

    assert different == []


def test_sentences_are_tidy() -> None:
    assert [key for key, texts in catalogue().items() if any(map(_untidy, texts))] == []


def test_a_problem_says_what_to_do() -> None:
    problems = {
        key: texts
        for key, texts in catalogue().items()
        if key.startswith("knowledge.") and key != "knowledge.notice"
    }

    assert len(problems) > 100
    assert [key for key, texts in problems.items() if any(map(_without_remedy, texts))] == []


def test_message_is_filled_in_in_the_chosen_language() -> None:
    key = "knowledge.unknown_category_near"

    indonesian = message(key, value="konsultsi", near="konsultasi")
    english = message(key, Language.EN, value="konsultsi", near="konsultasi")

    assert indonesian == 'kategori "konsultsi" tidak dikenal; maksud Anda "konsultasi"?'
    assert english == 'the category "konsultsi" is unknown; do you mean "konsultasi"?'


def test_unknown_key_is_a_programming_error() -> None:
    with pytest.raises(KeyError, match="tidak_ada"):
        message("knowledge.tidak_ada")
