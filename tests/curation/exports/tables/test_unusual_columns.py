"""Tables in which other columns look like question, answer or the number of a ticket."""

from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export

COFFEE = ("Apakah ekspor kopi tersedia sampai kabupaten?", "Tidak, dicatat menurut pelabuhan muat.")
CORN = ("jumlah petani jagung per kecamatan", "Ada di publikasi sensus pertanian, tabel 2.")
FISH = ("mohon data produksi ikan laut", "Silakan unduh di laman pada menu publikasi.")
HONEY = ("berapa penghasilan petani madu", "Data itu tidak kami hasilkan.")
ASKED = (COFFEE, CORN, FISH, HONEY)


def read(folder: Path, headers: str, *rows: tuple[str, ...]) -> Reading:
    path = folder / "tabel.csv"
    lines = (";".join(row) for row in rows)
    path.write_text("\n".join((headers, *lines)) + "\n", encoding="utf-8")
    return read_export(path, ExportOptions())


def pairs_of(reading: Reading) -> list[tuple[str, str]]:
    return [(one.question, one.answer) for one in reading.consultations]


@pytest.mark.parametrize(
    "headers",
    [
        "Tracking ID;Judul Laporan;Isi Laporan Akhir;Tindak Lanjut Terakhir",
        "No;Perihal;Data dimaksud;Isi surat balasan",
        "No;Usaha;Uraian yang dikonsultasikan;Saran petugas klasifikasi;Sudah terbit NIB?",
    ],
)
def test_registers_have_their_own_names_of_question_and_answer(
    headers: str, tmp_path: Path
) -> None:
    titles = ("Permohonan data", "Minta data petani", "Mohon angka ikan", "Data madu hutan")
    width = headers.count(";") + 1
    cells = enumerate(zip(titles, ASKED, strict=True))
    rows = [(f"#{n}", title, *pair, "Belum")[:width] for n, (title, pair) in cells]
    reading = read(tmp_path, headers, *rows)

    assert pairs_of(reading) == list(ASKED)


def test_of_a_report_and_its_edited_copy_the_first_is_the_question(tmp_path: Path) -> None:
    headers = "Isi Laporan Awal;Isi Laporan Akhir (diedit admin);Tindak Lanjut Instansi"
    reading = read(tmp_path, headers, *((asked, asked.title(), told) for asked, told in ASKED))

    assert pairs_of(reading) == list(ASKED)


@pytest.mark.parametrize("number", ["No. surat keluar", "KBLI 5 digit"])
def test_a_number_that_is_missing_in_a_few_rows_is_none_of_a_ticket(
    number: str, tmp_path: Path
) -> None:
    numbers = ("B-0112", "B-0115", "", "B-0119", "B-0124", "", "B-0131")
    pairs = (COFFEE, CORN, ("undangan rapat", ""), FISH, HONEY, ("penduduk per desa", ""), COFFEE)
    rows = [
        (f"{n + 1} Mei 2026", f"Dinas {'ABCDEFG'[n]}", *pair, numbers[n])
        for n, pair in enumerate(pairs)
    ]
    reading = read(tmp_path, f"Tgl;Dari;Data dimaksud;Isi balasan;{number}", *rows)

    assert pairs_of(reading) == [COFFEE, CORN, FISH, HONEY, COFFEE]


def test_an_answer_that_is_called_a_summary_is_no_subject(tmp_path: Path) -> None:
    headers = "Isi pertanyaan;Ringkasan jawaban on air;Jawaban susulan"
    rows = ((*COFFEE, ""), ("salam untuk keluarga", "", ""), (*CORN, ""), (FISH[0], "", FISH[1]))
    reading = read(tmp_path, headers, *rows)

    assert pairs_of(reading) == [COFFEE, CORN, FISH]


def test_where_somebody_is_from_is_no_answer(tmp_path: Path) -> None:
    rows = (("Andi", "Universitas Halu Oleo", asked) for asked, _ in ASKED)

    reading = read(tmp_path, "Nama;Instansi;Pertanyaan", *rows)

    assert reading.consultations == ()
    assert [(one.key, dict(one.values)["name"]) for one in reading.refused] == [
        ("curation.column_missing", "jawaban")
    ]


def test_a_row_that_begins_with_its_number_is_no_header(tmp_path: Path) -> None:
    rows = [(str(n), *pair, "-") for n, pair in enumerate((COFFEE, HONEY), start=1)]

    assert pairs_of(read(tmp_path, "#;Q;A;Ref", *rows)) == [COFFEE, HONEY]


def test_rows_that_are_counted_anew_on_each_day_are_no_tickets(tmp_path: Path) -> None:
    rice = ("harga beras", "harga rata-rata ada di rilis NTP")
    coffee = ("kode KBLI warung kopi", "56303")
    rows = [
        ("5 Jan", "1", "Sari", rice[0], "Rina", rice[1]),
        ("", "2", "Joko", "surat magang", "Budi", "sudah diserahkan ke TU"),
        ("6 Jan", "1", "Dewi", coffee[0], "Rina", coffee[1]),
    ]
    reading = read(tmp_path, "Tanggal;No;Nama;Keperluan;Yang Melayani;Hasil Layanan", *rows)

    assert pairs_of(reading) == [rice, coffee]
