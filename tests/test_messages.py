"""The catalogue of every sentence that people read."""

import string

import pytest

from caridulu.messages import Language, catalogue, message


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize(("key", "texts"), sorted(catalogue().items()))
def test_both_languages_have_the_same_placeholders(key: str, texts: tuple[str, str]) -> None:
    indonesian, english = texts

    assert _placeholders(indonesian) == _placeholders(english), key


@pytest.mark.parametrize(("key", "texts"), sorted(catalogue().items()))
def test_sentences_are_tidy(key: str, texts: tuple[str, str]) -> None:
    for text in texts:
        assert text, key
        assert text == text.strip(" "), key
        assert "  " not in text, key


@pytest.mark.parametrize(
    ("key", "texts"),
    sorted(item for item in catalogue().items() if item[0].startswith("knowledge.")),
)
def test_a_problem_says_what_to_do(key: str, texts: tuple[str, str]) -> None:
    if key == "knowledge.notice":
        return
    for text in texts:
        assert "; " in text, key
        assert not text.endswith("."), key


def test_message_is_filled_in_in_the_chosen_language() -> None:
    key = "knowledge.unknown_category_near"

    indonesian = message(key, value="konsultsi", near="konsultasi")
    english = message(key, Language.EN, value="konsultsi", near="konsultasi")

    assert indonesian == 'kategori "konsultsi" tidak dikenal; maksud Anda "konsultasi"?'
    assert english == 'the category "konsultsi" is unknown; do you mean "konsultasi"?'


def test_unknown_key_is_a_programming_error() -> None:
    with pytest.raises(KeyError, match="tidak_ada"):
        message("knowledge.tidak_ada")
