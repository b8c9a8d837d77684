"""Text -> tokens -> words -> terms."""

import pytest

from caridulu.search.analysis.analyzer import Analyzer, fold
from caridulu.search.analysis.language import indonesian


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jum'at, e-mail KAMI", ["jumat", "email", "kami"]),
        ("Bombana's people, Jum'at's", ["bombana", "people", "jumat"]),
        ("2.100 kkal", ["2100", "kkal"]),
        ("UU 16/1997", ["uu", "16", "1997"]),
        ("laki2 dan laki-laki", ["laki2", "dan", "laki", "laki"]),
        ("P2 dan ST2023", ["p2", "dan", "st2023"]),
        ("façade ﬁle", ["facade", "file"]),
        ("😀 مرحبا", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert Analyzer().tokens(text) == expected


def test_fold_keeps_no_accent() -> None:
    assert fold("Ångström É") == "angstrom e"


@pytest.mark.parametrize(
    ("spelling", "words"),
    [
        ("brp", ["berapa"]),
        ("berapaan", ["berapa"]),  # no stem "apa"
        ("dmn", ["di", "mana"]),
        ("dimano", ["di", "mana"]),
        ("maap", ["maaf"]),  # a doubled letter is cut short: map
        ("slmt", ["selamat"]),
        ("prosentase", ["persentase"]),
        ("ipm", ["ipm"]),
        ("laki2", ["laki"]),
        ("ituuu", ["itu"]),
        ("unemployment", ["pengangguran"]),
        ("ngitungnya", ["hitung"]),  # as ngitung
        ("ijinku", ["izin"]),
        ("caranya", ["caranya"]),  # a word of the lists
        ("brapami", ["berapa"]),  # an ending of Sulawesi speech
        ("dimanapi", ["di", "mana"]),
        ("bisata", ["bisa"]),
        ("mappi", ["mappi"]),  # a regency: no "map" with an ending
        ("households", ["rumah", "tangga"]),
        ("viii", ["viii"]),
        ("kk", ["kk"]),  # kartu keluarga, no drawn-out k for ke
    ],
)
def test_chat_spelling_becomes_standard(spelling: str, words: list[str]) -> None:
    assert Analyzer().words(spelling) == words


@pytest.mark.parametrize(
    "family",
    [
        ("kirim", "mengirim", "pengiriman", "dikirimkan"),
        ("kumpul", "mengumpulkan", "pengumpulan"),
        ("minta", "meminta", "permintaan"),
        ("penduduk", "kependudukan"),
        ("miskin", "kemiskinan"),
        ("tani", "petani", "pertanian"),
        ("tanya", "bertanya", "pertanyaan", "tanyanya"),
    ],
)
def test_words_of_a_family_share_a_term(family: tuple[str, ...]) -> None:
    analyzer = Analyzer()
    assert len({analyzer.term(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("penduduk", "duduk"), ("pengeluaran", "keluar")])
def test_words_of_different_meaning_stay_apart(one: str, other: str) -> None:
    analyzer = Analyzer()
    assert analyzer.term(one) != analyzer.term(other)


def test_codes_and_short_words_are_their_own_terms() -> None:
    analyzer = Analyzer()
    assert [analyzer.term(word) for word in ("7406", "se2026", "tpt")] == ["7406", "se2026", "tpt"]


def test_narrowed_tables_read_known_words_alike() -> None:
    analyzer = Analyzer()
    known = {analyzer.term(word) for word in ("mengirim", "berapa", "penduduk")}
    narrowed = analyzer.narrowed(known.__contains__)
    assert narrowed.language.stem_exceptions.keys() < analyzer.language.stem_exceptions.keys()
    for word in ("mengirim", "berapa", "kependudukan"):
        assert narrowed.term(word) == analyzer.term(word)


def test_a_name_of_one_thing_stands_in_one_group() -> None:
    names = [name for group in indonesian().same_words for name in group]
    assert len(names) == len(set(names)) > 0
