"""Answers that name the numbers of points are cut there."""

import pytest

from tests.curation.questions.cut_parts import JAMBAN, LEGALISIR, PERLU, parts


@pytest.mark.parametrize(
    "answer",
    [
        f"{JAMBAN}\n\nUntuk nomor 2: {LEGALISIR}",
        f"Pertama, {JAMBAN} Kedua, {LEGALISIR}",
        f"Untuk pertanyaan pertama: {JAMBAN}\nPertanyaan ke-2, {LEGALISIR}",
        f"{JAMBAN} {LEGALISIR}",
    ],
)
def test_a_list_is_cut_where_the_answer_names_its_numbers_or_words(answer: str) -> None:
    before = "Untuk akreditasi kami perlu"

    assert parts(PERLU, answer) == [
        (f"{before}\njumlah jamban per desa", JAMBAN),
        (f"{before}\nsiapa yang melegalisir buku", LEGALISIR),
    ]


@pytest.mark.parametrize("numbers", ["No. 2 s.d. 3", "Nomor 2 dan 3", "Poin 2-3", "Nomor 2, 3:"])
def test_points_whose_numbers_an_answer_names_together_stay_together(numbers: str) -> None:
    asked = "Kami perlu 1) jumlah jamban 2) curah hujan bulanan 3) penerima bantuan rumah"
    told = "bukan data kami: hujan ke BMKG, bantuan ke Dinas Perkim.\nKami tidak punya daftarnya."

    assert parts(asked, f"No. 1. {JAMBAN}\n\n{numbers} {told}") == [
        ("Kami perlu\njumlah jamban", JAMBAN),
        ("Kami perlu\ncurah hujan bulanan\npenerima bantuan rumah", told),
    ]


@pytest.mark.parametrize("mark", ["2-4.", "2, 3 dan 4)", "2 s/d 4:"])
def test_a_mark_of_several_points_answers_them_together(mark: str) -> None:
    asked = "1. jumlah jamban\n2. curah hujan bulanan\n3. bantuan rumah\n4. panjang jalan rusak"
    told = "Bukan data kami, silakan ke dinas masing-masing."

    assert parts(asked, f"1. {JAMBAN}\n{mark} {told}") == [
        ("jumlah jamban", JAMBAN),
        ("curah hujan bulanan\nbantuan rumah\npanjang jalan rusak", told),
    ]


@pytest.mark.parametrize("rest", ["Selebihnya", "Untuk yang lain", "Data lainnya", "Sisanya"])
def test_points_of_which_only_the_rest_is_told_are_answered_together(rest: str) -> None:
    asked = "1. jumlah jamban\n2. luas panen padi\n3. bantuan rumah\n4. panjang jalan rusak"
    told = f"{rest} bukan data kami, silakan ke dinas masing-masing."

    assert parts(asked, f"1. {JAMBAN}\n2. Seluas 9.874 ha.\n\n{told}") == [
        ("jumlah jamban", JAMBAN),
        ("luas panen padi", "Seluas 9.874 ha."),
        ("bantuan rumah\npanjang jalan rusak", told),
    ]


def test_what_is_said_of_both_points_names_no_second_one() -> None:
    answer = (
        "Untuk kedua-duanya bukan produk BPS: agama dari Dukcapil, perceraian dari pengadilan. "
        "Rekapnya kami muat di bab 4 Dalam Angka."
    )

    assert len(parts("1. Penduduk menurut agama\n2. Angka perceraian", answer)) == 1


def test_a_list_is_not_cut_where_the_answer_leaves_a_number_out() -> None:
    for answer in (f"Untuk nomor 2: {LEGALISIR}", f"Untuk nomor 3: {LEGALISIR}", "Keduanya ada."):
        assert parts(PERLU, answer) == [(PERLU, answer)]
