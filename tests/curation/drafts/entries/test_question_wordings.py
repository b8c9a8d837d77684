"""Questions that ask the same in other words, and those that do not."""

import pytest

from caridulu.curation.drafts.entries.question_wordings import asked_of
from caridulu.curation.project import Project


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Apa itu inflasi?", "Apa yang dimaksud dengan inflasi?"),
        ("Apa arti NTP?", "Apakah yang dimaksud NTP?"),
        (
            "Berapa lama permintaan data dijawab?",
            "Berapa hari permintaan data saya akan dijawab?",
        ),
        ("Pukul berapa perpustakaan buka?", "Jam berapa layanan perpustakaan dibuka?"),
    ],
)
def test_one_thing_is_asked_in_two_wordings(opened: Project, one: str, other: str) -> None:
    analyzer = opened.index.analyzer

    assert asked_of(one, analyzer) == asked_of(other, analyzer)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Apa itu inflasi?", "Kapan inflasi dirilis?"),
        ("Apa itu data mikro?", "Apakah ada data mikro?"),
        ("Berapa lama permintaan dijawab?", "Bagaimana cara permintaan dijawab?"),
        ("Pukul berapa perpustakaan buka?", "Pukul berapa perpustakaan tutup?"),
        ("Apa syarat data mikro?", "Berapa tarif data mikro?"),
    ],
)
def test_two_things_are_asked(opened: Project, one: str, other: str) -> None:
    analyzer = opened.index.analyzer

    assert asked_of(one, analyzer) != asked_of(other, analyzer)
