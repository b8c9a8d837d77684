"""Words of messages and their sentences."""

import re

import pytest

from caridulu.curation.exports.phrases import (
    asking,
    courtesies,
    follow_ups,
    message_kinds,
)
from caridulu.curation.exports.phrases.words import Wording, content_words, sentences


@pytest.mark.parametrize(
    "text", ["Terima kasih", "TERIMA KASIH BU", "Terima Kasih 🙏", "é terimA kasih"]
)
def test_words_are_found_in_either_case_and_beside_other_letters(text: str) -> None:
    assert courtesies.thanks(text)


@pytest.mark.parametrize("module", [asking, courtesies, follow_ups, message_kinds])
def test_patterns_that_are_sought_in_lower_case_have_no_capitals(module: object) -> None:
    patterns = [one for one in vars(module).values() if isinstance(one, Wording)]
    assert patterns
    for one in patterns:
        assert not re.search(r"(?<!\\)[A-Z]", one.pattern)


def test_a_full_stop_of_an_abbreviation_or_a_number_ends_no_sentence() -> None:
    text = "Yth. Bapak Dimas. Mohon surat No. 5 tahun 2026. 1. Berapa inflasi?"
    assert [*sentences(text)] == [
        "Yth. Bapak Dimas.",
        "Mohon surat No. 5 tahun 2026.",
        "1. Berapa inflasi?",
    ]
    assert [*sentences("Baznas (Ust. Amir) minta rata-rata anggota rumah tangga")] == [
        "Baznas (Ust. Amir) minta rata-rata anggota rumah tangga"
    ]


def test_words_of_grammar_name_nothing_in_chat_spelling_and_at_home() -> None:
    assert content_words("kalo harga gak sdh brp") == ("harga",)
    assert content_words("data kanggo opo, nek iku ora ono") == ("data",)


def test_a_short_word_is_the_same_with_an_ending() -> None:
    assert content_words("kodenya petanya IPM-nya ipmnya") == ("kode", "peta", "ipm", "ipm")
