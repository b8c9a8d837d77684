"""Titles of a document: which ask, and which name a part that answers nothing."""

import pytest

from caridulu.curation.exports.documents.titles import is_no_answer


@pytest.mark.parametrize(
    "title",
    [
        "Kata pengantar",
        "Kontak",
        "Kontak Kami",
        "Hubungi kami:",
        "Belum menemukan jawaban?",
        "Masih ada pertanyaan?",
        "BPS Kabupaten Kepahiang",
        "Konsumen: mahasiswa, datang langsung",
        "BADAN PUSAT STATISTIK KABUPATEN MUARA",
    ],
)
def test_what_stands_around_the_questions_answers_none(title: str) -> None:
    assert is_no_answer(title)


@pytest.mark.parametrize(
    "title",
    [
        "Kontak petugas yang datang ke rumah",
        "Alamat kantor BPS",
        "Pengunjung: apakah parkir gratis?",
        "DINAS APA YANG MENGURUS KTP?",
        "Badan Pusat Statistik",
        "BPS Kabupaten Muara buka jam berapa?",
    ],
)
def test_a_title_that_says_more_is_kept(title: str) -> None:
    assert not is_no_answer(title)
