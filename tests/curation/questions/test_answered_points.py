"""Paragraphs without marks are laid to the points of a list, where most find one."""

import pytest

from caridulu.curation.exports.consultation import SourceKind
from tests.curation.questions.cut_parts import parts

POINTS = "Mohon data:\n- beda APS dan APM\n- jumlah sekolah rusak\n- jumlah guru kontrak"

APS = "APS itu anak yang masih sekolah, APM hanya yang sesuai umurnya."

SEKOLAH = "Sekolah rusak dan guru kontrak ada di Dinas Pendidikan."


def test_paragraphs_without_marks_are_laid_to_the_points_of_a_list() -> None:
    pairs = [
        ("Mohon data:\nbeda APS dan APM", APS),
        ("Mohon data:\njumlah sekolah rusak\njumlah guru kontrak", SEKOLAH),
    ]

    assert parts(POINTS, f"Selamat malam,\n{APS}\n{SEKOLAH}\nSalam") == pairs
    assert parts(POINTS, f"{APS}\n\n{SEKOLAH}\n\nTerima kasih.", kind=SourceKind.MAIL) == pairs
    assert len(parts(POINTS, f"{APS}\n\n{SEKOLAH}", kind=SourceKind.TALK)) == 1  # bubbles


def test_what_is_said_of_all_points_is_in_each_answer() -> None:
    first, last = "Bisa lewat surel.", "Semuanya dapat diunduh gratis."

    assert [told for _, told in parts(POINTS, f"{first}\n\n{APS}\n\n{SEKOLAH}\n\n{last}")] == [
        f"{first}\n\n{APS}\n\n{last}",
        f"{first}\n\n{SEKOLAH}\n\n{last}",
    ]


def test_a_point_without_words_of_its_own_takes_the_paragraph_left_for_it() -> None:
    asked = "Perlu:\n1. luas sawah\n2. tingkat hunian\n3. jumlah puskesmas"
    told = ["Luas sawah 4.120 ha.", "TPK bulan lalu 52 persen.", "Ada 14 puskesmas."]

    assert [answer for _, answer in parts(asked, "\n\n".join(told))] == told


def test_points_stay_together_where_most_of_them_find_no_paragraph() -> None:
    for answer in (f"{SEKOLAH}\n\nSilakan.", "Ada di laman.\n\nUnduh saja.", f"{SEKOLAH}\n{APS}"):
        assert parts(POINTS, answer) == [(POINTS, answer)]


@pytest.mark.parametrize(
    ("asked", "points"),
    [
        (
            "Mohon data berikut:\nLuas panen padi\nJumlah puskesmas\n\nTerima kasih",
            ["Mohon data berikut:\nLuas panen padi", "Mohon data berikut:\nJumlah puskesmas"],
        ),
        (
            "Kami mohon jumlah penduduk, luas panen padi, dan jumlah puskesmas.",
            ["Kami mohon jumlah penduduk", "luas panen padi", "jumlah puskesmas."],
        ),
    ],
)
def test_points_without_marks_are_cut_in_a_mail_where_each_has_its_paragraph(
    asked: str, points: list[str]
) -> None:
    told = ["Penduduk 12.345 jiwa.", "Luas panen padi 4.120 ha.", "Puskesmas ada 14."]
    answers = told[-len(points) :]

    assert parts(asked, "\n\n".join(answers), kind=SourceKind.MAIL) == [
        *zip(points, answers, strict=True)
    ]
    assert len(parts(asked, " ".join(answers), kind=SourceKind.MAIL)) == 1


def test_points_in_other_words_are_laid_in_order_where_there_is_a_paragraph_for_each() -> None:
    asked = "Mohon:\n1. penduduk miskin 2025\n2. TPT 2025\n3. IPM 2025"
    told = ["Penduduk miskin 2025 12 ribu.", "Tingkat pengangguran 2025 2,3.", "Indeks 2025 71,2."]

    assert [answer for _, answer in parts(asked, "\n".join(told))] == told
    assert len(parts(asked, "\n".join([*told, "Tabelnya ada di laman."]))) == 1
