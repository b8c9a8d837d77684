"""A question that cannot be understood without the one before it stays with it."""

import pytest

from caridulu.curation.exports.consultation import SourceKind
from tests.curation.questions.cut_parts import parts


def test_cost_and_time_stay_with_their_matter() -> None:
    for more in ("Berapa biayanya?", "Apakah tersedia menurut jenis kelamin?", "Kapan bisa?"):
        asked = f"Apakah ada data mikro Susenas? {more}"
        answer = "Data mikro Susenas ada. Biaya nol rupiah, tersedia menurut jenis kelamin."
        assert parts(asked, answer) == [(asked, answer)]


@pytest.mark.parametrize(
    "point",
    [
        "Berapa lama prosesnya?",
        "Bisa diajukan online?",
        "Apakah angka itu masih boleh dipakai tahun ini?",
    ],
)
def test_a_point_that_needs_the_one_before_it_is_answered_with_it(point: str) -> None:
    asked = f"1. Apakah survei wajib rekomendasi statistik?\n2. {point}\n3. Luas panen padi 2025"

    assert parts(asked, "1. Ya, wajib.\n2. Empat belas hari.\n3. Seluas 9.874 ha.") == [
        (f"Apakah survei wajib rekomendasi statistik?\n{point}", "Ya, wajib.\n\nEmpat belas hari."),
        ("Luas panen padi 2025", "Seluas 9.874 ha."),
    ]


@pytest.mark.parametrize(
    "second",
    [
        "terus itu bisa dipakai ukur orang miskin di desa?",
        "mana yang dipakai untuk desa?",
        "serta keterangan mengapa berbeda dengan desa",
        "berapa desa paling banyak?",
        "kalau tidak, boleh pakai angka desa?",
    ],
)
def test_what_leans_on_the_question_before_it_is_no_other_one(second: str) -> None:
    asked = f"garis kemiskinan kabupaten terbaru berapa? {second}"
    answer = (
        "Garis kemiskinan 2025 sebesar Rp431.208.\n\nUntuk desa tidak bisa, sampelnya terbatas."
    )

    assert parts(asked, answer, kind=SourceKind.TALK) == [(asked, answer)]


def test_what_stands_below_a_point_does_not_hide_that_it_leans() -> None:
    asked = "1) rasio gini 0,33 itu artinya apa\n2) rumus hitungnya pakai apa\nNPM ada di surat"
    answer = "1) Ketimpangan sedang.\n2) Luas kurva Lorenz."

    assert len(parts(asked, answer)) == 1


def test_what_somebody_has_is_no_matter_of_its_own() -> None:
    asked = "cara daftar jadi mitra statistik gmn? rekening gaji aku 334-01-77120-9 bisa?"
    answer = (
        "Buat akun di laman mitra. Usia minimal 17 tahun.\n\n"
        "Rekening gaji jangan dikirim di sini, nanti diisi di aplikasi."
    )

    assert len(parts(asked, answer, kind=SourceKind.TALK)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("berapa penduduk di Lunang dan Silaut", "apakah ada upah buruh di sana?"),
        ("minta populasi sapi, kambing, dan babi", "apakah ada upah peternak?"),
    ],
)
def test_names_that_are_listed_are_not_cut_from_their_matter(first: str, second: str) -> None:
    told = ["Penduduk dan populasi sapi ada di tabel.", "Upah buruh dan peternak tidak ada."]
    asked = f"{first}, serta {second}"

    assert parts(asked, "\n".join(told), kind=SourceKind.MAIL) == [
        (first, told[0]),
        (second, told[1]),
    ]


def test_what_asks_between_two_questions_is_no_list() -> None:
    first, second, third = "berapa inflasi Ende", "apa syarat magang", "apakah ada upah buruh?"
    told = ["Inflasi Ende 2,3 persen.", "Syarat magang surat pengantar.", "Upah buruh tidak ada."]
    asked = f"{first}, {second}, serta {third}"

    assert parts(asked, "\n".join(told)) == list(zip((first, second, third), told, strict=True))
