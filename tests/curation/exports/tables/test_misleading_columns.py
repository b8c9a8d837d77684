"""Registers whose columns would be misread, were it not for what their headers or states say."""

from pathlib import Path

import pytest

from tests.curation.exports.tables.test_unusual_columns import COFFEE, CORN, HONEY, pairs_of, read


def test_whom_a_guest_met_is_no_answer(tmp_path: Path) -> None:
    headers = "No;Hari/Tgl;Nama;Keperluan;Bertemu;TTD"
    rows = (
        ("1", "Senin, 2-3-2026", "Roni", "minta data usaha kecil", "Rina", ""),
        ("2", "Selasa, 3-3-2026", "Susi", "tanya harga gabah", "Anton", ""),
    )
    reading = read(tmp_path, headers, *rows)

    assert reading.consultations == ()
    assert [one.question for one in reading.unanswered] == [row[3] for row in rows]


def test_a_level_is_no_question(tmp_path: Path) -> None:
    headers = "No;Tgl;Nama;Jenis Data;Tahun Data;Level;Ketersediaan;Keterangan Petugas"
    told = "ada di Kecamatan Dalam Angka 3.1"
    usual = ("Kabupaten", "Ada", "unduh publikasi PDRB menurut lapangan usaha")
    rows = (
        ("1", "2/3/2026", "A", "Jumlah penduduk", "2025", "Kecamatan", "Ada", told),
        ("2", "3/3/2026", "B", "Miskin", "2024", "Desa", "Tidak ada", "hanya sampai kabupaten"),
        ("3", "4/3/2026", "C", "PDRB", "2020-2024", *usual),
    )
    reading = read(tmp_path, headers, *rows)

    assert [one.key for one in reading.refused] == ["curation.column_missing"]


@pytest.mark.parametrize(
    ("header", "done", "waits"),
    [("Status", "Selesai", "Belum terjawab"), ("Terjawab (ya/tidak)", "ya", "tidak")],
)
def test_a_remark_in_a_row_that_is_still_open_is_no_answer(
    header: str, done: str, waits: str, tmp_path: Path
) -> None:
    rows = (
        ("2/3/2026", "Sari", *CORN, done),
        ("3/3/2026", "Joko", COFFEE[0], "petugas harga sedang pelatihan", waits),
        ("4/3/2026", "Dewi", *HONEY, done),
    )
    reading = read(tmp_path, f"Tgl;Pemohon;Keperluan;Catatan;{header}", *rows)

    assert pairs_of(reading) == [CORN, HONEY]
    assert [one.question for one in reading.unanswered] == [COFFEE[0]]


def test_an_answer_stands_whatever_the_state_of_its_row(tmp_path: Path) -> None:
    rows = (("2/3/2026", *CORN, "proses"), ("3/3/2026", *HONEY, "selesai"))
    reading = read(tmp_path, "Tgl;Pertanyaan;Jawaban;Status", *rows)

    assert pairs_of(reading) == [CORN, HONEY]


def test_a_table_of_other_things_below_is_not_read_by_the_header_above(tmp_path: Path) -> None:
    rows = (
        ("1", "2/3/2026", *CORN),
        ("2", "3/3/2026", *HONEY),
        ("Permintaan cetak", "", "", ""),
        ("No", "Tanggal", "Data", "Bentuk"),
        ("1", "2/3/2026", "PDRB", "berkas"),
        ("2", "5/3/2026", "IPM", "cetak"),
    )
    assert pairs_of(read(tmp_path, "No;Tanggal;Uraian;Jawaban", *rows)) == [CORN, HONEY]
