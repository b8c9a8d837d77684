"""Tables are read as they come: whatever stands above, below and between their rows."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from tests.curation.written_exports import Export, saved, workbook, workbook_of

KAPAL = ("Apakah data kapal per desa tersedia?", "Tersedia sampai tingkat kecamatan.")
KEBUN = ("minta luas kebun kakao 2025", "Silakan unduh di menu Perkebunan.")
FOUND = [(*KAPAL, "2026-03-02"), (*KEBUN, "2026-03-16")]


def _read(tmp_path: Path, name: str, content: bytes) -> Reading:
    return read_export(saved(tmp_path, Export(name, content)), ExportOptions())


def _found(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.question, one.answer, one.start[:10]) for one in reading.consultations]


LAYOUTS = {
    "title and blank rows above": [
        ("BUKU TAMU",), ("Bulan: Maret 2026",), (),
        ("No", "Tanggal", "Nama", "Uraian Permintaan", "Tindak Lanjut"),
        ("1", "2/3/2026", "Harlina", *KAPAL), ("2", "16/3/2026", "Salam", *KEBUN),
    ],
    "two header rows and counted columns": [
        ("No", "Tgl", "Pemohon", "", "Layanan", ""),
        ("", "", "Nama", "HP", "Data yang dicari", "Hasil"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("1", "2/3/2026", "Harlina", "", *KAPAL), ("2", "16/3/2026", "Salam", "", *KEBUN),
    ],
    "sections, a total, and a signature": [
        ("No", "Tanggal", "Nama", "Pertanyaan", "Jawaban"),
        ("Minggu I",), ("1", "2/3/2026", "Harlina", *KAPAL),
        ("Minggu II",), ("2", "16/3/2026", "Salam", *KEBUN),
        ("Jumlah", "", "", "2"), (), ("", "", "", "Contoh, 31 Maret 2026"),
        ("", "", "", "Kepala Kantor"), ("", "", "", "Ir. Rusmin"),
    ],
    "the answer before the question, and words that nobody knows": [
        ("Kapan", "Kata kami", "Curhatan"),
        ("2/3/2026", KAPAL[1], KAPAL[0]), ("16/3/2026", KEBUN[1], KEBUN[0]),
    ],
    "days in the sections": [
        ("Nama", "Pertanyaan", "Jawaban"),
        ("Senin, 2 Maret 2026",), ("Harlina", *KAPAL),
        ("Senin, 16 Maret 2026",), ("Salam", *KEBUN),
    ],
    "no header, days as numbers": [
        ("1", "02-03-2026", *KAPAL), ("2", "16-03-2026", *KEBUN),
    ],
    "no header below a title, and sections": [
        ("TANYA JAWAB",), ("A. Laut",), ("1", "02-03-2026", *KAPAL),
        ("B. Darat",), ("2", "16-03-2026", *KEBUN),
    ],
    "the header once more": [
        ("Tanggal", "Pertanyaan", "Jawaban"), ("2/3/2026", *KAPAL),
        ("Tanggal", "Pertanyaan", "Jawaban"), ("16/3/2026", *KEBUN),
    ],
    "two columns for the answer": [
        ("Tanggal", "Pertanyaan", "Jawaban", "Tanggapan"),
        ("2/3/2026", *KAPAL, ""), ("16/3/2026", KEBUN[0], "-", KEBUN[1]),
    ],
    "the days of receipt and of the reply": [
        ("id", "waktu_masuk", "waktu_selesai", "pelapor", "uraian", "solusi"),
        ("0", "2026-03-02 08:15:00", "2026-04-01 09:00:00", "Harlina", *KAPAL),
        ("1", "2026-03-16 08:15:00", "2026-04-02 09:00:00", "Salam", *KEBUN),
    ],
    "days as spreadsheets count them": [
        ("Tgl", "Pertanyaan", "Jawaban"), ("46083", *KAPAL), ("46097", *KEBUN),
    ],
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sheet_is_read_as_it_stands(layout: str, tmp_path: Path) -> None:
    reading = _read(tmp_path, "a.xlsx", workbook(LAYOUTS[layout]))

    assert _found(reading) == FOUND, reading.refused


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_a_text_is_read_as_it_stands(layout: str, delimiter: str, tmp_path: Path) -> None:
    stream = StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(LAYOUTS[layout])

    reading = _read(tmp_path, "a.csv", stream.getvalue().encode())

    assert _found(reading) == FOUND, reading.refused


def test_every_sheet_with_consultations_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    head = ("Tgl", "Pengunjung", "Pertanyaan", "Jawaban")
    sheets = {
        "Rekap": [("Kanal", "Maret", "April"), ("WA", "12", "9"), ("Surel", "3", "4")],
        "Maret": [head, ("2/3/2026", "Harlina", *KAPAL)],
        "April": [("LOG APRIL",), head, ("16/3/2026", "Salam", *KEBUN)],
        "Petunjuk": [("Isilah satu baris untuk satu pengunjung",)],
    }

    reading = _read(tmp_path, "a.xlsx", workbook_of(sheets))

    assert _found(reading) == FOUND
    assert [one.place.path for one in reading.consultations] == ["a.xlsx#Maret", "a.xlsx#April"]
    told = "lembar ini dilewati karena tidak memuat pertanyaan dengan jawaban"
    assert [one.text() for one in reading.refused] == [
        f"a.xlsx#Rekap:1:1: catatan: {told}",
        f"a.xlsx#Petunjuk:1:1: catatan: {told}",
    ]


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (1, "2:1: catatan: baris judul bagian atau kaki tabel, jadi dilewati"),
        (2, "2:1: catatan: 2 baris judul bagian atau kaki tabel dilewati, yaitu baris 2, 4"),
    ],
)
def test_rows_that_are_no_records_are_told(others: int, told: str, tmp_path: Path) -> None:
    head, *rows = LAYOUTS["sections, a total, and a signature"]

    reading = _read(tmp_path, "a.xlsx", workbook([head, *rows[: 2 * others]]))

    assert [one.text() for one in reading.refused] == [f"a.xlsx:{told}"]


def test_a_merged_day_is_that_of_each_of_its_rows(tmp_path: Path) -> None:
    rows = [("Tgl", "Pertanyaan", "Jawaban"), ("2/3/2026", *KAPAL), ("", *KEBUN)]

    reading = _read(tmp_path, "a.xlsx", workbook(rows, merged="A2:A3"))

    assert [one.start for one in reading.consultations] == ["2026-03-02", "2026-03-02"]


def test_a_cell_that_says_idem_stands_for_the_one_above(tmp_path: Path) -> None:
    rows = [
        ("Tgl", "Nama", "Pertanyaan", "Jawaban"),
        ("2/3/2026", "Harlina", *KAPAL),
        ("sda", "Salam", KEBUN[0], "idem"),
        ('"', "Rahma", "s.d.a.", "Dapat juga dilihat di aplikasi."),
        ("idem", "sda", "idem", "idem"),
        ("sama dgn di atas", "Usman", "idem untuk kecamatan", "-- idem --"),
    ]

    reading = _read(tmp_path, "a.xlsx", workbook(rows))

    assert _found(reading) == [
        (*KAPAL, "2026-03-02"),
        (KEBUN[0], KAPAL[1], "2026-03-02"),
        (KEBUN[0], "Dapat juga dilihat di aplikasi.", "2026-03-02"),
    ]
    assert [one.text() for one in reading.refused] == [
        'a.xlsx:5:1: catatan: baris dilewati: "idem" bukan pertanyaan',
        'a.xlsx:6:1: catatan: baris dilewati: "idem untuk kecamatan" bukan pertanyaan',
    ]


SUMMARIES = {
    "by month": [
        ("Bulan", "Jumlah konsultasi", "", "Pertanyaan dijawab", "Topik", "Tindak lanjut"),
        ("", "Datang", "WA", "", "", ""),
        ("Januari", "4", "9", "13", "Kependudukan", ""),
        ("Februari", "6", "7", "12", "Inflasi", "printer rusak"),
        ("Maret", "3", "11", "14", "Kemiskinan", "sudah diperbaiki, petugas ditambah"),
    ],
    "by topic": [
        ("No", "Topik pertanyaan", "Langsung", "Daring", "Jumlah", "Keterangan"),
        ("1", "Kependudukan", "12", "30", "42", "naik karena tugas sekolah"),
        ("2", "Harga", "2", "9", "11", "jawaban sudah disiapkan per minggu"),
        ("3", "Pertanian", "0", "4", "4", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize("summary", SUMMARIES)
def test_a_summary_of_consultations_gives_none(summary: str, tmp_path: Path) -> None:
    sheets = {
        "Log": [("Tgl", "Pertanyaan", "Jawaban"), ("2/3/2026", *KAPAL), ("16/3/2026", *KEBUN)]
    }

    reading = _read(tmp_path, "a.xlsx", workbook_of(sheets | {"Rekap": SUMMARIES[summary]}))

    assert _found(reading) == FOUND
    assert [one.text() for one in reading.refused] == [
        "a.xlsx#Rekap:1:1: catatan: lembar ini dilewati karena tidak "
        "memuat pertanyaan dengan jawaban"
    ]


@pytest.mark.parametrize("summary", SUMMARIES)
def test_a_file_of_a_summary_only_says_so(summary: str, tmp_path: Path) -> None:
    reading = _read(tmp_path, "a.xlsx", workbook(SUMMARIES[summary]))

    assert reading.is_unusable
    assert [one.text() for one in reading.refused] == [
        "a.xlsx:1:1: catatan: lembar ini dilewati karena tidak memuat pertanyaan dengan jawaban"
    ]


def test_a_form_with_scores_is_no_summary(tmp_path: Path) -> None:
    rows = [
        ("Cap waktu", "Data yang dibutuhkan", "Jawaban petugas", "Skor layanan", "Skor petugas"),
        ("2/3/2026", "produksi padi per kecamatan", "Tersedia di Kecamatan Dalam Angka.", "4", "5"),
        ("16/3/2026", "jumlah penduduk desa", "Hanya dari Sensus Penduduk 2020.", "5", "5"),
    ]

    assert len(_read(tmp_path, "a.xlsx", workbook(rows)).consultations) == 2


def test_answers_of_a_list_with_figures_are_no_summary(tmp_path: Path) -> None:
    told = "Silakan datang ke loket pelayanan dengan membawa kartu identitas yang masih berlaku."
    rows = [
        ("Topik pertanyaan", "Dibaca", "Suka", "Jawaban"),
        ("Jam layanan", "120", "4", told),
        ("Perpustakaan", "80", "2", told),
    ]

    assert len(_read(tmp_path, "a.xlsx", workbook(rows)).consultations) == 2


def test_days_are_found_below_the_names_of_months(tmp_path: Path) -> None:
    rows = [
        ("Diterima", "Pertanyaan", "Jawaban"),
        ("MARET",), ("2/3/2026", *KAPAL), ("APRIL",), ("MEI",), ("JUNI",), ("16/3/2026", *KEBUN),
    ]  # fmt: skip

    assert _found(_read(tmp_path, "a.xlsx", workbook(rows))) == FOUND


def test_a_greeting_is_no_question(tmp_path: Path) -> None:
    rows = [("Pertanyaan", "Jawaban"), KAPAL, ("selamat pagi", "Selamat pagi, ada yang dibantu?")]

    reading = _read(tmp_path, "a.xlsx", workbook(rows))

    assert len(reading.consultations) == 1
    assert [one.text() for one in reading.refused] == [
        'a.xlsx:3:1: catatan: baris dilewati: "selamat pagi" bukan pertanyaan'
    ]


def test_thanks_that_are_only_returned_are_no_consultation(tmp_path: Path) -> None:
    rows = (KAPAL, ("Pelayanannya bagus, terima kasih", "sama2"), KEBUN)
    text = "Pertanyaan;Jawaban\n" + "".join(f"{asked};{answer}\n" for asked, answer in rows)

    reading = _read(tmp_path, "a.csv", text.encode())

    assert [(one.question, one.answer) for one in reading.consultations] == [KAPAL, KEBUN]
    assert [told.key for told in reading.refused] == ["curation.question_without_content"]


def test_people_of_a_table_are_known_and_their_institutions_are_none(tmp_path: Path) -> None:
    rows = [
        ("Nama", "Asal Instansi", "No. HP", "Pertanyaan", "Jawaban", "Petugas"),
        ("Ibu Marlina (UMK)", "Dinas Kesehatan", "0825-4410-0093", *KAPAL, "Rina"),
        ("Mahasiswa", "Umum", "", *KEBUN, "Rina"),
        ("LSM Peduli", "", "", *KEBUN, "Rina"),
        ("BUMNag Koto Berapak", "", "", *KEBUN, "Rina"),
        ("SMKN 1 Kambang", "", "", *KEBUN, "Rina"),
    ]

    reading = _read(tmp_path, "a.xlsx", workbook(rows))

    assert reading.senders == {"Ibu Marlina", "0825-4410-0093", "Rina"}


def test_a_column_with_the_month_first_is_read_so_and_told(tmp_path: Path) -> None:
    text = "Timestamp,Pertanyaan,Jawaban\n3/2/2026 8:15:00,{},{}\n3/16/2026 8:15:00,{},{}\n"

    reading = _read(tmp_path, "a.csv", text.format(*KAPAL, *KEBUN).encode())

    assert _found(reading) == FOUND
    assert [one.text() for one in reading.notices] == [
        "a.csv:1:1: catatan: tanggal dibaca bulan/hari/tahun; pakai --date-order dmy bila keliru"
    ]


def test_columns_as_like_as_two_peas_are_not_guessed(tmp_path: Path) -> None:
    rows = [("Satu", "Dua"), ("berapa kapal di desa kami?", "berapa kebun di desa kami?")]

    reading = _read(tmp_path, "a.xlsx", workbook(rows))

    assert reading.consultations == ()
    assert [one.text() for one in reading.refused] == [
        'a.xlsx:1:1: kolom pertanyaan dan jawaban belum pasti (mungkin "Satu" dan "Dua"); jalankan '
        "caridulu import di terminal untuk memilih, atau pakai --columns"
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.txt"])
def test_a_file_is_what_it_holds_not_what_it_is_called(name: str, tmp_path: Path) -> None:
    content = b"tanggal\tpertanyaan\tjawaban\n2/3/2026\tada data kapal?\tAda.\n"
    book = workbook([("pertanyaan", "jawaban"), ("ada data kapal?", "Ada.")])

    assert len(_read(tmp_path, name, content).consultations) == 1
    if name != "a.txt":
        assert len(_read(tmp_path, name, book).consultations) == 1
