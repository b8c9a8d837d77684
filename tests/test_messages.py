"""The catalogue of every sentence that people read."""

import string
from collections import Counter
from pathlib import Path

import pytest
import yaml

from caridulu.messages import Language, Texts, message, messages_of
from tests import ROOT

PACKAGE = ROOT / "generator" / "caridulu"
FILES = sorted((PACKAGE / "messages").glob("*.yml"))


def _area(path: Path) -> str:
    return path.stem.split("_")[0]


def _catalogue() -> dict[str, Texts]:
    areas = sorted({_area(path) for path in FILES})
    return {f"{area}.{name}": texts for area in areas for name, texts in messages_of(area).items()}


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _untidy(text: str) -> bool:
    return not text or text != text.strip(" ") or "  " in text


def _without_remedy(text: str) -> bool:
    return "; " not in text or text.endswith(".")


def test_a_name_stands_once_in_its_area_with_a_text_in_each_language() -> None:
    names: Counter[tuple[str, str]] = Counter()
    for path in FILES:
        area = _area(path)
        assert (PACKAGE / area / "__init__.py").is_file()
        for name, texts in yaml.compose(path.read_text("utf-8")).value:
            names[area, name.value] += 1
            assert [language.value for language, _ in texts.value][:2] == ["id", "en"], name.value

    assert [name for name, count in names.items() if count > 1] == []
    assert len(names) == len(_catalogue())


def test_all_languages_have_the_same_placeholders() -> None:
    different = [
        key
        for key, texts in _catalogue().items()
        if any(_placeholders(text) != _placeholders(texts[Language.ID]) for text in texts.values())
    ]

    assert different == []


def test_sentences_are_tidy() -> None:
    assert [key for key, texts in _catalogue().items() if any(map(_untidy, texts.values()))] == []


def test_a_problem_says_what_to_do() -> None:
    problems = {
        key: texts
        for key, texts in _catalogue().items()
        if key.startswith("knowledge.") and key != "knowledge.notice"
    }

    assert len(problems) > 100
    assert [
        key for key, texts in problems.items() if any(map(_without_remedy, texts.values()))
    ] == []


def test_message_is_filled_in_in_the_chosen_language() -> None:
    key = "knowledge.unknown_category_near"

    indonesian = message(key, value="konsultsi", near="konsultasi")
    english = message(key, Language.EN, value="konsultsi", near="konsultasi")

    assert indonesian == 'kategori "konsultsi" tidak dikenal; maksud Anda "konsultasi"?'
    assert english == 'the category "konsultsi" is unknown; do you mean "konsultasi"?'


@pytest.mark.parametrize(
    ("key", "values", "indonesian", "english"),
    [
        (
            "site.weights",
            {"pages": 214, "page": 11.84, "ready": 63.0},
            "214 halaman. Ukuran terkompresi: halaman jawaban terbesar 11,8 kB, data untuk mulai"
            " mencari 63,0 kB.",
            "214 pages. Compressed: largest answer page 11.8 kB, data needed before the first"
            " search 63.0 kB.",
        ),
        (
            "publishing.planned",
            {"place": "/srv/www", "sent": 3, "size": 1204.46, "removed": 0, "same": 7},
            "Rencana untuk /srv/www: 3 berkas dikirim (1.204,5 kB), 0 dihapus, 7 tetap. Belum ada"
            " yang diubah.",
            "Plan for /srv/www: 3 files sent (1,204.5 kB), 0 removed, 7 unchanged. Nothing was"
            " changed yet.",
        ),
        (
            "search.report_summary",
            {"documents": 5, "queries": 40, "mrr": 0.9123, "recall": 1.0, "success": 0.875},
            "5 dokumen; 40 pertanyaan dan sebutan lain menemukan entrinya sendiri: MRR@10 0,912,"
            " recall@10 1,000, tepat di urutan pertama 0,875.",
            "5 documents; 40 questions and aliases find their own entry: MRR@10 0.912, recall@10"
            " 1.000, success@1 0.875.",
        ),
    ],
)
def test_numbers_are_written_as_the_language_of_the_message_does(
    key: str, values: dict[str, object], indonesian: str, english: str
) -> None:
    assert message(key, **values) == indonesian
    assert message(key, Language.EN, **values) == english


def test_unknown_key_is_a_programming_error() -> None:
    with pytest.raises(KeyError, match="tidak_ada"):
        message("knowledge.tidak_ada")


def test_what_a_language_lacks_is_said_in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"only_indonesian": {Language.ID: "Tidak ada: {value}."}}
    monkeypatch.setattr("caridulu.messages.messages_of", lambda _: texts)

    assert message("site.only_indonesian", Language.EN, value="peta") == "Tidak ada: peta."
