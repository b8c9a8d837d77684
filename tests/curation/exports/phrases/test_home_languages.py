"""Words of the languages at home: read in every place where the Indonesian word is read."""

import pytest

from caridulu.curation.exports.chats.turns import is_joint, opens
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.courtesies import assents, greets, thanks
from caridulu.curation.exports.phrases.kinds import Said, said, withdraws
from caridulu.curation.exports.phrases.words import telling_words
from caridulu.privacy.lists.home_languages import Does, pattern_of, words_that
from caridulu.privacy.lists.word_lists import usual_word_lists
from caridulu.privacy.names.person_names import find_names
from caridulu.search.analysis.real_words import dictionary_words

# Of the same meaning in Indonesian, or said in a chat far more often than the other thing.
_KNOWN = "abdi anu awak bapa batanya for gasan lawan mama piran teh tiang to"
KNOWN_WORDS = frozenset(_KNOWN.split())


@pytest.mark.parametrize(
    "text",
    [
        "luas panen kecamatan pinten hektar pak",  # Javanese
        "upah buruh taun 2024 sabaraha teh",  # Sundanese
        "garis kemiskinan Kapuas barapa rupiah min",  # Banjar
        "IPM nagari dima mancalik",  # Minangkabau
        "pajan rilis PDRB gampong bang",  # Acehnese
        "andigan rilis data kemiskinan amang",  # Batak
        "kode KBLI tenun napi bli",  # Balinese
        "penduduk Minut brapa depe angka",  # Manado
        "data IPM pekkogi hitungnya",  # Bugis
        "desil DTSEN saget diganti teng BPS mboten pak",
        "aya data sapi perah per desa",
        "nilai EPSS su keluar ka beko belum",
        "publikasi kecamatan sampun terbit dereng",
    ],
)
def test_it_is_a_question_in_any_language(text: str) -> None:
    assert asks(text)


def test_coal_asks_nothing() -> None:
    assert not asks("produksi batu bara 2024")
    assert asks("produksi cabe bara ton")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("njenengan pripun pak", ()),
        ("ulun handak batakun pang", ()),
        ("katong mo tanya, usi", ()),
        ("bedane keluarga kalih rumah tangga nopo", ("bedan", "kelua", "rumah", "tangg")),
    ],
)
def test_small_words_name_no_subject(text: str, rest: tuple[str, ...]) -> None:
    assert tuple(word for word in telling_words(text) if word != "tanya") == rest


@pytest.mark.parametrize("text", ["tampiasih", "mauliate amang", "kurru sumange", "danke usi"])
def test_thanks_and_assent_say_nothing_else(text: str) -> None:
    assert thanks(text)
    assert said(text, officer=False) is Said.TALK
    assert assents("leres pak")
    assert greets("rahajeng semeng bli")


def test_one_more_is_another_matter() -> None:
    assert opens("kalih malih pak, RT kulo mekar")
    assert opens("ciek lai da, jadwal rilis bilo")
    assert not opens("kalih rumah tangga niku benten nopo")
    assert is_joint("jeung")


def test_who_has_found_it_needs_no_answer() -> None:
    assert withdraws("mboten jadi pak")
    assert withdraws("parantos ketemu teh")


def test_no_word_of_a_sentence_is_taken_for_a_name() -> None:
    lists = usual_word_lists()

    for text in ("desil saget diganti teng BPS mboten pak", "Hana bang. Paling rendah kabupaten."):
        assert not list(find_names(text, lists))


def test_words_of_indonesian_are_left_out() -> None:
    single = words_that(*Does)

    assert single & dictionary_words() <= KNOWN_WORDS
    assert all(pattern_of(does) for does in Does)
