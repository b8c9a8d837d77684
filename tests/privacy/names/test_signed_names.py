"""A name alone on its line is hidden below what says that a name follows."""

import pytest

from caridulu.privacy.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Hormat kami,\nYoga Permana", "Hormat kami,\n[nama]"),
        ("Hormat saya\n\nSompa Wiring, S.Si.", "Hormat saya\n\n[nama]"),
        ("Terima kasih.\nAnggun Permana", "Terima kasih.\n[nama]"),
        ("Wassalam\nYOGA PERMANA", "Wassalam\n[nama]"),
        ("Jawab: a.n. siapa kak?\nTanya: Kirana Wiring", "Jawab: a.n. siapa kak?\nTanya: [nama]"),
        ("Jawab: dengan siapa ini?\nTanya: yoga", "Jawab: dengan siapa ini?\nTanya: [nama]"),
        ("namanya siapa?\nWiring", "namanya siapa?\n[nama]"),
    ],
)  # fmt: skip
def test_the_line_below_a_closing_or_a_question_for_a_name_is_one(text: str, redacted: str) -> None:
    assert Redactor().redacted(text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "Terima kasih.\nSilakan",
        "Hormat kami,\nKepala Dinas Pertanian",
        "Hormat kami,\nTim Data",
        "Terima kasih\nMokaseh",
        "Wassalam\nBPS Kabupaten Bombana",
        "Terima kasih,\ndata padi 2024",
        "atas nama siapa?\ninstansi pak",
        "dengan siapa kami bicara?\nDinas Sosial",
        "Yang memakai data:\nSompa Wiring, Konsultan",
        "siapa yang menghitung inflasi?\nBPS",
    ],
)
def test_other_lines_there_stay(text: str) -> None:
    assert Redactor().redacted(text) == text
