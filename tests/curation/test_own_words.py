"""No word of the office's own answers is taken for a name, neither by forms nor by imports.

Both look with the same lists: those of ``Project.words``.
"""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

import pytest

from caridulu.curation.project import Project, open_project
from caridulu.privacy.entity import Kind
from caridulu.privacy.lists.word_lists import usual_word_lists
from caridulu.privacy.redaction import Redactor
from tests import ROOT

# What people write around a subject, with or without the comma that belongs there.
SENTENCES = (
    "{}", "{} dipakai untuk apa?", "Apakah {} itu?", "Data {} tahun 2024 di Bombana",
    "saya butuh {} terbaru", "dengan {} saja", "bu, {} tahun 2024", "ada {} kemarin", "dari {}",
    "menurut {}", "{} dan Sakernas", "tim {}", "mitra {}", "untuk {}", "{} mau dirilis",
    "petugas {} datang", "hubungi {}", "Terima kasih {}", "nama {} apa",
    "daftar nama responden {} desa tertentu",
)  # fmt: skip
# What an answer is about is nobody even where a name is usual; other words may be: ``Pak Bintang``.
CALLED = ("Bu {} sudah ada?", "Pak {} 2024 ada?", "dengan Bu {}", "ini {} mau dirilis")
SURVEYS = (
    "Susenas", "Sakernas", "Seruti", "Supas", "Podes", "Regsosek", "Ubinan", "Sensus", "Survei",
    "Silastik", "Sirusa", "Romantik", "Simdasi", "Dapodik", "Prodeskel", "Inflasi", "Pengangguran",
)  # fmt: skip
WORD = re.compile(r"(?<![\w./@-])[A-Z][a-z]{2,}(?![\w@/-]|\.\w)")
ADDRESS = re.compile(r"\]\([^)]*\)")


@cache
def _project() -> Project:
    return open_project(ROOT, today=dt.date(2026, 11, 25))


def _taken(words: Iterable[str], sentences: Iterable[str], redactor: Redactor) -> list[str]:
    lines = [sentence.format(word) for word in sorted(words) for sentence in sentences]
    return [line for line in lines if any(e.kind is Kind.NAME for e in redactor.entities(line))]


def _unlisted(words: Iterable[str]) -> set[str]:
    """Without words that are usual names, too, and titles: a person may follow those."""
    lists = usual_word_lists()
    return {word for word in words if word.lower() not in lists.names | lists.firsts | lists.titles}


def test_no_word_of_an_answer_is_a_name() -> None:
    entries = _project().knowledge.published
    texts = (ADDRESS.sub("]", one) for entry in entries for one in (entry.question, entry.answer))
    words = _unlisted(word for text in texts for word in WORD.findall(text))

    assert len(words) > 500
    assert _taken(words, SENTENCES, _project().redactor) == []


def test_nobody_is_called_by_what_an_answer_is_about() -> None:
    knowledge = _project().knowledge
    titles = [
        *(one.question for one in knowledge.published),
        *(c.name for c in knowledge.categories),
    ]
    words = _unlisted(
        word.capitalize() for title in titles for word in re.findall("[a-z]{3,}", title.lower())
    )

    assert len(words) > 400
    assert _taken(words, (*SENTENCES, *CALLED), _project().redactor) == []


def test_no_text_of_an_entry_holds_a_name() -> None:
    entries = _project().knowledge.entries
    texts = (one for e in entries for one in (e.question, e.answer, *e.all_aliases, *e.not_for))
    redactor = _project().redactor

    found = [(text[:60], one.text) for text in texts for one in redactor.entities(text)]

    assert [one for one in found if "{{" not in one[1]] == []


@pytest.mark.parametrize("survey", SURVEYS)
def test_a_survey_is_nobody_in_an_office_that_has_no_answers_yet(survey: str) -> None:
    assert _taken([survey], (*SENTENCES, *CALLED), Redactor()) == []
