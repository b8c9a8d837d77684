"""The names of the matters that people ask a statistics office about."""

from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

import pytest

from caridulu.curation.lifecycle.matters import Matters
from caridulu.search.analysis.analyzer import Analyzer


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.fixture(scope="module")
def matters(analyzer: Analyzer) -> Matters:
    return Matters(analyzer, empty=frozenset(map(analyzer.term, ("jumlah", "data", "angka"))))


def _read(
    text: str, matters: Matters, analyzer: Analyzer, places: Iterable[str] = ()
) -> tuple[frozenset[str], list[str]]:
    terms = frozenset(map(analyzer.term, places))
    return matters.read(analyzer.words(text), places=terms)


def test_each_line_has_several_names_and_no_name_stands_twice() -> None:
    text = files("caridulu.curation.lifecycle").joinpath("matters.txt").read_text(encoding="utf-8")
    lines = [line.split(" | ") for line in text.splitlines()]

    assert [line for line in lines if len(line) < 2] == []
    names = Counter(name for line in lines for name in line)
    assert [name for name, count in names.items() if count > 1] == []
    assert [name for name in names if name != name.strip().lower()] == []


def test_no_name_is_read_as_that_of_another_matter(matters: Matters, analyzer: Analyzer) -> None:
    text = files("caridulu.curation.lifecycle").joinpath("matters.txt").read_text(encoding="utf-8")
    lines = [line.split(" | ") for line in text.splitlines()]

    read = [
        (name, _read(name, matters, analyzer)[0] - {names[0]}) for names in lines for name in names
    ]

    assert [(name, other) for name, other in read if other] == []


@pytest.mark.parametrize(
    "text",
    [
        "pelanggaran lalu lintas",  # no langgar
        "laju implisit",  # no penglaju
        "tahun ajaran 2024",  # no pengajar
        "produksi susu",  # no menyusui
        "menteri",  # no teri
        "penganut kepercayaan",  # no peanut
        "merica",  # no rica
        "tinggi gelombang laut",  # no agar laut
        "harga barang",  # no harga agar-agar, no pengadaan barang
        "desa saya",  # no add desa
        "status tanah",  # no status permohonan
        "kenapa ditolak",  # no permohonan ditolak
        "meliputi apa saja",  # no peliputan
        "rekan-rekan",  # no rekanan
    ],
)
def test_words_with_the_stem_of_a_name_name_nothing(
    text: str, matters: Matters, analyzer: Analyzer
) -> None:
    assert _read(text, matters, analyzer)[0] == frozenset()


def test_names_without_a_word_in_common_are_one_matter(
    matters: Matters, analyzer: Analyzer
) -> None:
    named = {
        _read(text, matters, analyzer)[0]
        for text in ("inflasi 2025", "IHK terbaru", "kenaikan harga barang bulan lalu")
    }

    assert named == {frozenset({"inflasi"})}


def test_the_longest_name_is_read_first(matters: Matters, analyzer: Analyzer) -> None:
    assert _read("garis kemiskinan poleang", matters, analyzer) == (
        frozenset({"garis kemiskinan"}),
        ["poleang"],
    )


def test_a_place_may_stand_within_a_name(matters: Matters, analyzer: Analyzer) -> None:
    assert _read("ekonomi bombana tumbuh", matters, analyzer)[0] == frozenset()
    named, beside = _read("ekonomi bombana tumbuh brp", matters, analyzer, places=["bombana"])

    assert named == {"pertumbuhan ekonomi"}
    assert beside == ["berapa"]


def test_a_short_form_that_is_read_as_another_word_names_nothing(
    matters: Matters, analyzer: Analyzer
) -> None:
    # APK is "angka partisipasi kasar", and chat spelling of "aplikasi".
    assert _read("apk error", matters, analyzer)[0] == frozenset()
