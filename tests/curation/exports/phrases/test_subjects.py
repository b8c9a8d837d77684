"""What a text is about by itself."""

import pytest

from caridulu.curation.exports.phrases.subjects import (
    lacks_subject,
    matter_words,
    needs_one_before,
    only_points_back,
    stands_alone,
    without_pointers,
)


def test_words_that_point_back_are_known_by_their_ending_but_for_usual_words() -> None:
    assert without_pointers("bedanya apa dengan yang kemarin") == "  apa dengan  "
    assert without_pointers("biasanya terbit kapan") == "biasanya terbit kapan"


def test_words_that_point_back_have_the_endings_of_other_languages() -> None:
    assert without_pointers("persentasenyo ado?") == "  ado?"
    assert without_pointers("regane pinten") == "  pinten"
    assert without_pointers("syaratipun nopo mawon") == "  nopo mawon"
    assert without_pointers("metode online") == "metode online"


@pytest.mark.parametrize(
    "text",
    ["bisa diperpanjang lewat WA?", "apakah tersedia menurut umur?", "kok jauh lebih kecil?"],
)
def test_a_predicate_alone_lacks_its_subject(text: str) -> None:
    assert lacks_subject(text)


@pytest.mark.parametrize(
    "text",
    ["bisa dinas sosial meminta data?", "bisa diperbaiki nama desa?", "kok harga cabai naik?"],
)
def test_a_question_with_a_noun_lacks_nothing(text: str) -> None:
    assert not lacks_subject(text)


def test_a_question_of_few_words_that_points_back_does_not_stand_alone() -> None:
    assert only_points_back("syaratnya apa?")
    assert not stands_alone("itu terbit per kecamatan?")
    assert stands_alone("berapa garis kemiskinan Bombana 2024?")


def test_a_point_of_a_list_may_need_the_one_before() -> None:
    assert needs_one_before("Apakah itu per kecamatan?")
    assert needs_one_before("Bagaimana cara mendapatkannya?")
    assert not needs_one_before("Berapa luas panen padi tahun 2024?")
    assert not needs_one_before("Kalau orang kerja ojek masuknya formal atau informal?")


def test_the_words_of_a_matter_are_not_those_of_its_cost_or_time() -> None:
    assert matter_words("berapa lama proses rekomendasi statistik") == {"rekom", "stati"}
