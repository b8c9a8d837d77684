"""The day of a row is found also where the list leaves a part of it out."""

from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.tables.read_table import read_table
from tests.curation.written_exports import Export, saved


def _starts(text: str, tmp_path: Path) -> list[str]:
    path = saved(tmp_path, Export("Buku tamu.csv", text.encode()))
    return [one.start for one in read_table(path, ExportOptions()).consultations]


def _table(*days: str, title: str = "") -> str:
    rows = [f"{day};berapa penduduk desa {n}?;Ada {n}00 jiwa" for n, day in enumerate(days, 1)]
    return "\n".join([*filter(None, [title]), "Tanggal;Pertanyaan;Jawaban", *rows, ""])


@pytest.mark.parametrize(
    ("days", "title", "starts"),
    [
        (["5/1/26", "", "7/1/26"], "", ["2026-01-05", "2026-01-05", "2026-01-07"]),
        (["Rabu Pon, 4 Maret 2026", "Kamis 5/3/26"], "", ["2026-03-04", "2026-03-05"]),
        (["2", "Senin, 9"], "Bulan: Februari 2026;;", ["2026-02-02", "2026-02-09"]),
        (
            ["30 Desember 2025", "5 Januari 2026", "6 Januari"],
            "",
            ["2025-12-30", "2026-01-05", "2026-01-06"],
        ),
        (["tgl 2/3", "3/3"], "Register tahun 2026;;", ["2026-03-02", "2026-03-03"]),
    ],
    ids=["as above", "weekdays", "month above", "year above", "year"],
)
def test_what_a_day_leaves_out_stands_around_it(
    days: list[str], title: str, starts: list[str], tmp_path: Path
) -> None:
    assert [start for start in _starts(_table(*days, title=title), tmp_path) if start] == starts


def test_the_day_of_another_month_is_not_carried_below_its_title(tmp_path: Path) -> None:
    text = (
        "Tanggal;Pertanyaan;Jawaban\n"
        "JANUARI;;\n5/1/26;berapa penduduk desa?;Ada 100 jiwa\n"
        "FEBRUARI;;\n;berapa penduduk kota?;Ada 200 jiwa\n3/2/26;berapa kapal?;Ada 12 kapal\n"
    )

    assert _starts(text, tmp_path) == ["2026-01-05", "", "2026-02-03"]


@pytest.mark.parametrize(
    ("header", "cell"), [("Diterima", "46030"), ("tglmasuk", "20260108"), ("tgl_masuk", "8/1/2026")]
)
def test_a_day_stands_under_a_word_for_its_coming_in(
    header: str, cell: str, tmp_path: Path
) -> None:
    text = (
        f"Urut;{header};Persoalan;Hasil\n"
        f"1;{cell};Berapa indeks kebahagiaan terakhir?;Terakhir tahun 2021 sebesar 71\n"
        f"2;{cell};Apa arti rasio ketergantungan 52?;Tiap 100 penduduk menanggung 52\n"
    )

    assert _starts(text, tmp_path) == ["2026-01-08"] * 2


def test_a_row_with_a_day_is_no_header_though_nobody_knows_the_words_above(tmp_path: Path) -> None:
    head = "Ari;Nan Dijawek;Sia;Nan Ditanyo;Tambahan"
    rows = [
        "2026/01/15;GKP rato-rato Rp 6.734 per kilo bulan Desember;Mak Itam;"
        "Bara harago gabah di tingkek petani?;sumber survei harga produsen",
        "2026/02/02;Data parantau indak ado, nan ado migrasi masuak-kalua hasil Long Form;"
        "Prof. Gustina;Ado data urang rantau? Di kota ma nan paliang banyak?;terbanyak ka Riau",
        "2026/03/09;Strip aratinyo indak ado atau nol, tigo titiak data indak tasadio;"
        "kantua camat;Apo arti strip jo titiak tigo dalam tabel buku BPS;",
    ]

    starts = _starts("\n".join([head, *rows, ""]), tmp_path)

    assert starts == ["2026-01-15", "2026-02-02", "2026-03-09"]


def test_the_day_of_the_question_comes_before_that_of_the_answer(tmp_path: Path) -> None:
    text = (
        "no;masuk;jawab tgl;apa katanya;torang jawab\n"
        "1;22-Jan-26;29-Jan-26;rumah kos per kelurahan ada kah?;Tidak didata, ada di Podes 2024\n"
        "2;12-Feb-26;13-Feb-26;IHK itu bacanya bagaimana?;IHK 108 berarti harga naik 8 persen\n"
    )

    assert _starts(text, tmp_path) == ["2026-01-22", "2026-02-12"]
