"""Columns are found by their headers or by a mapping."""

import json
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import Consultation, ExportOptions
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.exports.header_words import header_scores
from caridulu.curation.exports.tables.column import column_of
from caridulu.curation.exports.tables.column_guess import LEAST
from caridulu.curation.exports.tables.read_table import read_table
from caridulu.curation.exports.tables.sheet import Row
from tests.curation.written_exports import Export, saved

ASKED = "Apakah nilai ekspor kopi tersedia sampai tingkat kabupaten?"
TOLD = "Ekspor dicatat menurut pelabuhan muat, jadi tidak tersedia untuk kabupaten."


def _made_of(text: str, tmp_path: Path) -> tuple[Consultation, ...]:
    """The consultations of a table as CSV."""
    path = saved(tmp_path, Export("a.csv", text.encode()))
    return read_table(path, ExportOptions()).consultations


def test_other_headers_are_read_with_a_mapping(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("a.csv", b"Hal;Uraian;Solusi\nx;ada data kapal?;Ada.\n"))
    mapping = tmp_path / "kolom.yml"
    mapping.write_text("pertanyaan: Uraian\njawaban: Solusi\n", encoding="utf-8")

    ran = run("import", path, columns=mapping)

    assert ran.code == 0, ran.err
    assert "Ada data kapal?" in ran.out


def test_a_table_with_one_column_is_told_which_one_is_missing(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("a.csv", b"pertanyaan\nada data kapal?\n"))

    assert run("import", path).err.splitlines()[0] == (
        "a.csv:1:1: kolom jawaban tidak ada; ganti nama salah satu kolom atau pakai --columns "
        "(kolom yang ada: pertanyaan)"
    )


UNKNOWN = (
    "Kapan;Satu;Dua\n"
    "2/3/2026;jumlah kapal nelayan desa;perahu motor dan tanpa motor\n"
    "3/3/2026;luas kebun kakao rakyat;tanaman tahunan milik rakyat\n"
)


def test_columns_in_doubt_are_asked_once_and_kept_for_next_month(
    tmp_path: Path, project: Path, run
) -> None:
    first = saved(tmp_path, Export("maret.csv", UNKNOWN.encode()))
    second = saved(tmp_path, Export("april.csv", UNKNOWN.replace("/3/", "/4/").encode()))

    asked = run("import", first, typed="2\n2\n3\n1\n")
    later = run("import", second)

    assert asked.out.startswith(
        "maret.csv:1: kolom pertanyaan dan jawaban belum pasti. Kolom yang ada, dengan contoh "
        "isinya:\n"
        "  1. Kapan: 2/3/2026\n"
        "  2. Satu: jumlah kapal nelayan desa\n"
        "  3. Dua: perahu motor dan tanpa motor\n"
    )
    assert (project / "content" / "import.yml").read_text(encoding="utf-8") == (
        "tables:\n"
        "  - headers:\n"
        "      - kapan\n"
        "      - satu\n"
        "      - dua\n"
        "    question: satu\n"
        "    answer: dua\n"
        "    date: kapan\n"
    )
    told = "kolom: pertanyaan = Satu; jawaban = Dua; tanggal = Kapan\n"
    assert f"maret.csv:1: {told}" in asked.out
    assert f"april.csv:1: {told}" in later.out
    assert (asked.code, later.code) == (0, 0)


def test_of_a_first_row_that_is_a_persons_no_name_or_number_is_kept(
    tmp_path: Path, project: Path, run
) -> None:
    rows = ("Siti Rahmawati 0852-4177-3391;Siti Rahmawati, jadwal sensus?;Tahun 2030 lagi.\n"
            "Budi;jam buka loket layanan?;Pukul delapan pagi sampai empat.\n")  # fmt: skip
    path = saved(tmp_path, Export("a.csv", rows.encode()))

    asked = run("import", path, ask_columns=True, typed="2\n3\n-\n")
    later = run("import", path)

    told = "kolom: pertanyaan = Siti Rahmawati, jadwal sensus?; jawaban = Tahun 2030 lagi."
    assert told in asked.out
    assert told in later.out
    assert (project / "content" / "import.yml").read_text(encoding="utf-8") == (
        "tables:\n"
        "  - headers:\n"
        "      - '[nama] [nomor hp]'\n"
        "      - '[nama], jadwal sensus?'\n"
        "      - tahun 2030 lagi\n"
        "    question: '[nama], jadwal sensus?'\n"
        "    answer: tahun 2030 lagi\n"
    )


def test_columns_in_doubt_are_set_aside_where_nobody_can_be_asked(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("maret.csv", UNKNOWN.encode()))

    ran = run("import", path)

    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        'maret.csv:1:1: kolom pertanyaan dan jawaban belum pasti (mungkin "Satu" dan "Dua"); '
        "jalankan caridulu import di terminal untuk memilih, atau pakai --columns"
    )


def test_a_certain_guess_is_corrected_when_the_officer_wants_to_be_asked(
    tmp_path: Path, run
) -> None:
    text = "Pertanyaan;Jawaban;Jawaban resmi\nada data kapal?;ya;Ada di menu Perikanan.\n"
    path = saved(tmp_path, Export("a.csv", text.encode()))

    ran = run("import", path, ask_columns=True, typed="1\n3\n-\n")

    assert "a.csv:1: kolom: pertanyaan = Pertanyaan; jawaban = Jawaban resmi\n" in ran.out


def test_a_memory_that_cannot_be_read_is_told(tmp_path: Path, project: Path, run) -> None:
    (project / "content" / "import.yml").write_text("tables: ya\n", encoding="utf-8")
    path = saved(tmp_path, Export("a.csv", b"pertanyaan;jawaban\nada data kapal?;Ada.\n"))

    ran = run("import", path)

    assert ran.err.splitlines()[0].startswith("content/import.yml:1:9: ")


def test_a_program_that_asks_nobody_gets_the_best_guess(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("maret.csv", UNKNOWN.encode()))

    plan = json.loads(run("import", path, json=True).out)

    assert [one["answer"] for one in plan["drafts"]] == [
        "Perahu motor dan tanpa motor",
        "Tanaman tahunan milik rakyat",
    ]


def test_what_was_done_later_belongs_to_the_answer(tmp_path: Path) -> None:
    text = (
        "Kapan;Siapa;Hajatnya;Kami bilang;Belakangan\n"
        "2/2/26;Pak Umar;luas kebun kelapa;Angka itu milik dinas, 58.716 ha;"
        "Bahas dulu di rapat dinas\n"
        "3/2/26;Eka;data nilai tukar nelayan;Hanya ada di provinsi, tiap bulan;\n"
        "4/2/26;Bu Nur;apakah kami wajib isi survei;Wajib, UU 16/1997;"
        "Batas kumpul 30 April, lewat surel\n"
    )
    assert [one.answer for one in _made_of(text, tmp_path)] == [
        "Angka itu milik dinas, 58.716 ha. Bahas dulu di rapat dinas",
        "Hanya ada di provinsi, tiap bulan",
        "Wajib, UU 16/1997. Batas kumpul 30 April, lewat surel",
    ]


def test_the_answer_may_stand_before_the_question(tmp_path: Path) -> None:
    text = (
        "Tgl;Isi;Hal;Nama\n"
        "2/2/26;Silakan unduh di bombanakab.bps.go.id;minta data luas sawah dong;Umar\n"
        "3/2/26;Belum ada untuk desa, hanya kecamatan;jumlah penduduk desa ada?;Eka\n"
        "4/2/26;Tidak dipungut biaya;apakah konsultasi bayar?;Nur\n"
    )
    first = _made_of(text, tmp_path)[0]

    assert first.question == "minta data luas sawah dong"
    assert first.answer == "Silakan unduh di bombanakab.bps.go.id"


FORM = (
    "Timestamp,1. Siapa nama lengkap Anda?,2. Dari lembaga mana Anda berasal?,"
    "3. Silakan tuliskan data atau informasi yang Anda perlukan dari kami secara rinci,"
    "4. Untuk keperluan apa data tersebut akan digunakan?,Catatan petugas (diisi PST)\n"
    "1/2/2026 9:00:00,Wati,Univ X,jumlah penduduk tiap desa 2024,skripsi,Ada di tabel 3.1 buku\n"
    "2/2/2026 9:00:00,Umar,Dinas,apakah ada data curah hujan,laporan,Silakan ke BMKG\n"
    "13/2/2026 9:00:00,Eka,warga,cara sitasi publikasi BPS,tugas,Tulis tahun dan judulnya\n"
)


def test_whole_questions_of_a_form_are_headers(tmp_path: Path) -> None:
    made = _made_of(FORM, tmp_path)

    assert [(one.question, one.answer) for one in made] == [
        ("jumlah penduduk tiap desa 2024", "Ada di tabel 3.1 buku"),
        ("apakah ada data curah hujan", "Silakan ke BMKG"),
        ("cara sitasi publikasi BPS", "Tulis tahun dan judulnya"),
    ]


def test_a_reply_that_only_asks_for_patience_is_left_out_where_another_answers(
    tmp_path: Path,
) -> None:
    text = (
        "Tanggal;Pesan Masuk;Balasan 1;Balasan 2\n"
        "5/1/2026;berapa penduduk desa?;Baik, kami cek dulu ya;Ada 1.200 jiwa di tahun 2024\n"
        "6/1/2026;apakah konsultasi bayar?;Tidak dipungut biaya;\n"
        "7/1/2026;boleh magang di kantor?;Kami cek dulu ya;Boleh, kirim surat pengantar kampus\n"
    )
    assert [one.answer for one in _made_of(text, tmp_path)] == [
        "Ada 1.200 jiwa di tahun 2024",
        "Tidak dipungut biaya",
        "Boleh, kirim surat pengantar kampus",
    ]


def test_a_second_column_of_answers_that_says_little_puts_nothing_in_doubt(tmp_path: Path) -> None:
    rows = "".join(f"{n};berapa kapal desa {n}?;Ada {n} kapal;lihat laman\n" for n in range(20))

    made = _made_of(f"No;Pertanyaan;Jawaban;Tindak lanjut\n{rows}", tmp_path)

    assert [one.answer for one in made] == [f"Ada {n} kapal. Lihat laman" for n in range(20)]


@pytest.mark.parametrize(
    ("header", "row", "told"),
    [
        (("tgl", "chat masuk", "balasan", "balasan lanjutan"),
         ("02-04-2024", ASKED, "Selamat siang.", TOLD), f"Selamat siang. {TOLD}"),
        # What came first and last are both the answer; what is internal is none.
        (("Isi Laporan", "Tanggapan Awal", "Tanggapan Akhir"),
         (ASKED, "Sedang kami periksa ke lapangan.", TOLD),
         f"Sedang kami periksa ke lapangan. {TOLD}"),
        (("Question", "Internal note", "Reply to customer"),
         (ASKED, "cek dulu ke tim neraca, jangan salah lagi", TOLD), TOLD),
        # What the officer says, beside how the guest would like to be served.
        (("Rincian data / konsultasi", "Keterangan petugas", "Saran/keluhan"),
         (ASKED, TOLD, "mohon ruang tunggu dibuat lebih nyaman dan dingin"), TOLD),
    ],
)  # fmt: skip
def test_headers_tell_who_said_it_and_to_whom(
    header: tuple[str, ...], row: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    other = tuple(cell and f"{cell} Juga untuk kecamatan." for cell in row)
    path = tmp_path / "tabel.tsv"
    path.write_text("\n".join(map("\t".join, (header, row, other))), encoding="utf-8")

    first, _ = read_export(path, ExportOptions()).consultations

    assert (first.question, first.answer) == (ASKED, told)


def test_an_internal_note_answers_nothing_where_the_reply_is_empty(tmp_path: Path) -> None:
    rows = (
        ("Opened", "Question", "Internal note", "Reply to customer"),
        ("05/01/2026", ASKED, "cek ke tim neraca dulu", TOLD),
        ("10/02/2026", "Produksi telur ayam ras 2024-2025?", "minta surat resmi dahulu", ""),
        ("03/03/2026", "Link unduh publikasi muter terus, mengapa?", "sudah dicoba, normal", TOLD),
    )
    path = tmp_path / "tiket.tsv"
    path.write_text("\n".join(map("\t".join, rows)), encoding="utf-8")

    reading = read_export(path, ExportOptions())

    assert [one.answer for one in reading.consultations] == [TOLD, TOLD]


def test_a_state_of_one_word_speaks_less_for_an_answer_than_its_header() -> None:
    states = [Row(n, (one,)) for n, one in enumerate(("Done", "Fixed", "Done"), start=1)]

    assert column_of(0, "Resolution", states, {}).fit("answer") < LEAST


def test_how_satisfied_people_are_is_no_question() -> None:
    assert header_scores("Seberapa puas Anda? (1-4)") == {"other": 1.0}


def test_a_time_that_is_cut_short_names_the_day() -> None:
    assert header_scores("Wkt Kunjungan") == {"date": 1.0}
