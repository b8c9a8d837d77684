"""Rows that are no consultation are set aside with their reason; short honest ones are kept."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from caridulu.knowledge.model import FaqChange
from tests.curation.written_exports import Export, saved, workbook

KAPAL = ("Apakah data kapal per desa tersedia?", "Tersedia sampai tingkat kecamatan.")
PICTURE = '<img src="peta.png">'
KEBUN = ("minta luas kebun kakao 2025", "Silakan unduh di menu Perkebunan.")


def _read(tmp_path: Path, rows: Sequence[Sequence[str]]) -> Reading:
    return read_export(saved(tmp_path, Export("a.xlsx", workbook(rows))), ExportOptions())


@pytest.mark.parametrize(
    "answer",
    [
        "sdh",
        "Sudah dilayani",
        "selesai via WA",
        "OK",
        "dikirim",
        "sdh diarahkan",
        "(menyusul)",
        "nanti diinfokan",
        "nanti diinfokan ya kak",
        "Dijelaskan",
        "Sedang dikonsultasikan dengan provinsi",
        "belum direspon, teruskan ke Kasi",
        "dobel",
        "Sudah dijelaskan secara lisan oleh petugas",
        "kami cek dulu ke provinsi",
        "untuk tahun berapa?",
        "sedang kami siapkan",
        "jawaban segera ditambahkan",
        "Akan dicek dulu ke fungsi Neraca",
        "silakan hubungi admin di jam kerja",
        "tanya kak Rina",
        "Msh dikonsulkan ke provinsi",
        "Akan dibicarakan",
        "Diterima, diteruskan ke kepala",
        "(menunggu penjelasan Subbagian Umum)",
        "Segera hadir.",
        "Besok ditelpon balik",
        "segera dijawab!!",
        "(dicabut pemohon)",
        "dijawab ybs sendiri",
        "disuruh balik besok, tdk datang",
        "akan dijadwalkan",
        "(belum ada yg jawab, tanya Pak Anton)",
        "Masih menunggu arahan pimpinan",
        "(jawaban menyusul, menunggu arahan provinsi)",
        "(isi menyusul, tunggu pak Kasubbag) bagian pengaduan belum ada jawaban resmi",
        "Maaf, Sidata belum mengerti pertanyaan Anda.",
        "Diteruskan ke bendahara",
        "(dobel, lihat atas)",
        "Nanti ditanyakan ke BPS",
        "Akan ditindaklanjuti bersama dinas setelah rapat",
        "dijawab secara pribadi oleh subbag umum",
        "double, abaikan",
        "petugas sdg ke lapangan, akan dihubungi",
        "(piket kosong, jumatan)",
        "operator cuti. Akan ditelepon Senin",
        "dia tutup duluan, belum sempat",
        "ybs pulang sebelum dilayani",
        "disampaikan ke koordinator",
        "sdh dijwb",
        "Diteruskan ke Dinsos",
        "disambungkan",
        "Salah sambung",
        "diarahkan ke sebelah",
        "tunggu Bu Wulan masuk kantor",
        "(petugas rapat, sudah pulang)",
        "(petugas sudah pulang, catat dulu)",
        "petugas sedang sakit, datang lagi besok",
        "Belum bisa dijawab krn petugas cuti",
    ],
)
def test_an_answer_that_says_nothing_is_set_aside(answer: str, tmp_path: Path) -> None:
    rows = [("Pertanyaan", "Jawaban"), KAPAL, (KEBUN[0], answer)]

    reading = _read(tmp_path, rows)

    assert len(reading.consultations) == 1
    assert [one.text() for one in reading.refused] == [
        f'a.xlsx:3:1: catatan: baris dilewati: jawabannya hanya "{answer}"; tulis isi jawabannya '
        "bila perlu diimpor"
    ]


@pytest.mark.parametrize(
    ("purpose", "done"),
    [
        ("Mengantar surat undangan rapat", "Oleh petugas piket"),
        ("ambil paket", "ok, di meja depan"),
        ("Bertemu Kepala Kantor", "Diantar ke ruangan"),
        ("rombongan SMP 2", "Dijadwalkan Kamis depan"),
        ("Kunjungan kelas", "diterima kasubbag"),
        ("mohon jadwal kunjungan mahasiswa 25 orang", "Dijadwalkan 7 Mei pukul 10.00"),
        ("Ketemu Kabag Keuangan soal kontrak", "naik ke lantai 3"),
        ("Permohonan pembicara seminar", "Disposisi pimpinan"),
        ("Boleh numpang wifi di PST?", "boleh"),
        ("Mengajukan audiensi dengan Kepala BPS", "menunggu jadwal pimpinan"),
        ("Permohonan PKL dua siswa", "disetujui, mulai Senin"),
        ("Permohonan PKL tiga siswa", "disetujui, mulai 3 Febuari"),
        ("Permohonan PKL 3 siswa", "ditolak, kuota penuh"),
        ("minta nomor telpon kepala BPS", "maaf, silakan bersurat resmi"),
        ("Kapan bisa wawancara Kepala BPS bang?", "Hubungi sekretaris"),
        ("Izin magang 2 bulan", "surat diterima, menunggu disposisi"),
        ("undangan rakor", "hadir 1 orang"),
        ("tes tes", "tes"),
        ("tes isi dari HP", "tes"),
        ("17", "17"),
        ("permintaan kami yang kemarin belum dibalas", "maaf, sudah disampaikan ke petugas"),
        ("kak tes", "tes masuk"),
        ("tes min", "tes juga"),
        ("Test email to ticket", "test ok"),
        ("minta disambungkan ke Kasubbag", "ditemui di ruangannya"),
        ("Terima kasih bapak, Tuhan memberkati", "Sama2 suster"),
        ("Selamat merayakan Kamis Putih dan Paskah", "Terima kasih, Tuhan memberkati"),
        ("Ucapan paskah", "Sama2"),
        ("Undang BPS hadir di lomba kecamatan", "Akan dihadiri kasubbag"),
        ("Kunjungan siswa kelas XI 36 orang", "Diterima di ruang PST, pemutaran video SE2026"),
        ("Terima kasih atas jawaban kemarin, sudah kami pakai", "Sama-sama Pak, sukses"),
        ("Menawarkan toner & kertas HVS", "bertemu subbag umum"),
        ("Pak Anto dari CV Maju nawarin AC", "ke bagian umum"),
        ("Penawaran jasa kebersihan", "brosur ditinggal"),
        ("Sales asuransi", "bertemu kasubbag umum"),
        ("minta sponsor turnamen voli", "ke kasubbag"),
        ("nagih snack rapat", "ke bendahara"),
        ("minta stempel SPPD", "dicap umum"),
        ("ambil tablet sensus", "di tim pengolahan"),
        ("salah alamat, dikira kantor pajak", "ditunjukkan arahnya"),
        ("menemui Bu Wulan", "naik ke lantai dua"),
        ("tes notifikasi", "ok masuk"),
        ("evaluasi zona integritas", "rapat di aula"),
        ("klarifikasi temuan", "bertemu Kasubbag"),
        ("mau cetak KTP", "arahkan ke Disdukcapil"),
        ("bayar pajak motor", "diarahkan ke Samsat"),
        ("ingin minta bantuan modal", "salah kantor, diarahkan ke Dinas Koperasi"),
        ("permohonan saya sudah sampai mana ya", "sudah dikirim ke surel tadi pagi"),
    ],
)
def test_an_errand_is_no_question(purpose: str, done: str, tmp_path: Path) -> None:
    rows = [("Keperluan", "Tindak Lanjut"), KAPAL, (purpose, done), KEBUN]

    reading = _read(tmp_path, rows)

    assert [(one.question, one.answer) for one in reading.consultations] == [KAPAL, KEBUN]
    assert [one.text() for one in reading.refused] == [
        f'a.xlsx:3:1: catatan: baris dilewati: "{purpose}" bukan pertanyaan'
    ]


@pytest.mark.parametrize(
    ("purpose", "done"),
    [
        ("Kunjungan wisatawan", "Ada di Dinas Pariwisata"),
        ("izin penelitian di 12 desa", "Tidak perlu dari BPS; urus di Kesbangpol"),
        ("Mengantar surat permintaan data padi", "Diberikan tabel luas panen 2024: 1.204 hektare"),
        ("antar surat, kapan PDRB rilis?", "Diterima. Rilisnya minggu pertama April"),
        ("kapan angka PDRB terbit?", "Dijadwalkan terbit minggu pertama April"),
        ("SDA kabupaten apa saja", "Nikel dan aspal, lihat bab pertambangan"),
        ("produksi ikan 2025", "Diarahkan ke Dinas Kelautan"),
        ("UMK kabupaten", "Diarahkan ke Dinas Tenaga Kerja"),
        ("jadwal kunjungan siswa", "Setiap Selasa jam 9"),
        ("kami dapat undangan Sensus Ekonomi 2026, diisi sendiri?", "usaha besar mulai Mei daring"),
        ("kunjungan siswa ke BPS", "Tiap Kamis, paling banyak 30 siswa, surat seminggu sebelumnya"),
        ("Apakah boleh kunjungan belajar ke kantor", "Boleh, Selasa-Kamis, paling banyak 20 orang"),
        ("Apakah menerima siswa PKL bulan Januari?", "Kuota dua siswa, surat sebulan sebelumnya"),
        ("berapa nomor telepon kantor BPS", "(0404) 21234"),
        ("Minta jadwal audiensi dan data padi", "Luas panen 2024 1.204 hektare"),
        ("boleh pinjam buku Dalam Angka?", "baca di tempat"),
        ("tes masuk STIS kapan?", "Mei, lewat laman STIS"),
        ("Undang-undang tentang statistik", "Nomor 16 Tahun 1997"),
        ("cara mengajukan audiensi", "bersurat ke Kepala BPS"),
        ("data kemiskinan terbaru", "lihat tabel 4"),
        ("syarat magang", "surat kampus dan proposal"),
        ("arti inflasi", "kenaikan harga umum"),
        ("jam layanan", "Senin sampai Jumat"),
        ("biaya konsultasi", "gratis"),
        ("tes CPNS BPS di mana", "lihat laman BKN"),
        ("Mohon info jadwal rapat rekonsiliasi PDRB", "minggu kedua Mei"),
        ("permintaan kami yang kemarin belum dibalas", "Datanya ada di tabel 4.1"),
        ("data apa yang dapat dikirim lewat email?", "semua tabel publikasi"),
        ("mau kunjungan belajar siswa ke BPS boleh?", "Boleh, maksimal 40 siswa, bersurat dahulu"),
        ("penawaran tenaga kerja menurut pendidikan", "ada di publikasi Sakernas"),
        ("menawarkan diri jadi mitra, syaratnya apa", "daftar di SOBAT"),
        ("jual pulsa masuk KBLI mana", "perdagangan eceran pulsa"),
        ("menjual data responden", "tidak pernah, rahasia"),
        ("minta sumbangan industri ke PDRB", "tabel 3"),
        ("cari jumlah penduduk", "ada di web"),
        ("cek harga beras di mana", "menu harga di web"),
        ("isi dobel di kuesioner daring", "hapus isian kedua lewat petugas"),
        ("salah isi kuesioner SE2026, cara perbaiki", "buka lagi tautannya"),
        ("salah isi, bagaimana memperbaikinya", "lewat nomor petugas di surat"),
        ("ada SMS dari BPS minta klik tautan", "abaikan, itu penipuan"),
        ("syarat mitra", "KTP dan ijazah SMA, yang lolos akan dihubungi"),
        ("data jalan rusak", "ada di Dinas PU, nanti dikabari"),
        ("data jalan rusak", "belum sempat didata, minta ke Dinas PU"),
        ("daftar mitra ke bagian apa", "ke fungsi umum"),
        ("pegawai honorer masih ada?", "tidak ada lagi"),
        ("data jalan desa", "Diarahkan ke kantor camat"),
        ("buat KTP apa BPS yang mendata?", "Tidak, di Disdukcapil"),
        ("cetak tabel KK per desa", "ada di Dalam Angka"),
        ("syarat magang", "Datang lagi Senin membawa surat kampus"),
        ("luas kebun karet", "Belum bisa diberikan karena masih angka sementara"),
        ("harga gabah", "Petugas mencatat tiap minggu"),
        ("bagaimana rumah didata", "petugas di lapangan memakai tablet"),
        ("apakah buka besok", "kantor tutup karena libur nasional"),
        ("nomor telepon PST", "Layanan telepon sudah ditutup, pakai WA"),
        ("apa petugas akan menelepon dulu", "Ya, akan ditelepon petugas sehari sebelumnya"),
        ("bisa pinjam ruang baca?", "Bisa, tiap hari kerja sampai pukul 15.00, isi buku tamu"),
    ],
)
def test_what_sounds_like_an_errand_is_kept_when_it_is_answered(
    purpose: str, done: str, tmp_path: Path
) -> None:
    said = (KAPAL, (purpose, done), KEBUN)
    rows = [("Tgl", "Keperluan", "Tindak Lanjut"), *(("2/3/2026", *pair) for pair in said)]

    reading = _read(tmp_path, rows)

    found = [(one.question, one.answer) for one in reading.consultations]
    assert found == list(said)


def test_html_of_a_program_is_written_out(tmp_path: Path) -> None:
    asked = "<p>Apakah data UMKM &amp; koperasi ada?<br />Salam</p>"
    told = '<div>Ada, lihat <a href="https://bps.example/umkm">laman ini</a>:</div><ul><li>usaha'
    rows = [
        ("Message", "Response", "note_internal"),
        (asked, f"{told}</li></ul>{PICTURE}", r"\N"),
    ]

    (first,) = _read(tmp_path, rows).consultations

    assert first.question == "Apakah data UMKM & koperasi ada?\nSalam"
    assert first.answer == "Ada, lihat [laman ini](https://bps.example/umkm):\n\n- usaha"
    assert FaqChange.PICTURE in first.changes


def test_an_answer_that_the_book_does_not_have_is_missing(tmp_path: Path) -> None:
    rows = [("Pertanyaan", "Jawaban"), KAPAL, (KEBUN[0], "(kosong di buku)")]

    reading = _read(tmp_path, rows)

    assert len(reading.consultations) == 1
    assert [one.key for one in reading.refused] == ["curation.row_unanswered"]
    assert [one.question for one in reading.unanswered] == [KEBUN[0]]


@pytest.mark.parametrize(
    "below",
    [
        [("", "", "", "(diisi tamu)", "(diisi petugas)")],
        [("", "dd/mm/yyyy", "nama lengkap", "(singkat)", "(diisi petugas)")],
    ],
)
def test_rows_that_tell_how_to_fill_in_are_no_consultations(
    below: Sequence[Sequence[str]], tmp_path: Path
) -> None:
    heads = ("No", "Tgl", "Tamu", "Keperluan", "Hasil")
    rows = [("1", "2/3/2026", "Ani", *KAPAL), ("2", "3/3/2026", "Budi", *KEBUN)]

    reading = _read(tmp_path, [heads, *below, *rows])

    assert [(one.question, one.answer) for one in reading.consultations] == [KAPAL, KEBUN]


def test_an_instruction_is_no_name_below_a_group(tmp_path: Path) -> None:
    heads = [("Identitas", "", "Keperluan", "Hasil"), ("Nama", "Asal", "(isi jelas)", "(petugas)")]

    reading = _read(tmp_path, [*heads, ("Ani", "Dinas", *KAPAL), ("Budi", "Camat", *KEBUN)])

    assert [(one.question, one.answer) for one in reading.consultations] == [KAPAL, KEBUN]
    assert reading.refused == ()


def test_who_asks_about_an_example_or_a_form_is_answered(tmp_path: Path) -> None:
    form = ("contoh surat permohonan data", "contoh ada di laman PST")
    filled = ("diisi petugas atau responden?", "diisi responden, lewat tautan di surat")
    rows = [("Keperluan", "Hasil"), form, KAPAL, filled]

    assert [(one.question, one.answer) for one in _read(tmp_path, rows).consultations] == [
        form,
        KAPAL,
        filled,
    ]


def test_who_came_to_ask_and_said_no_more_is_answered(tmp_path: Path) -> None:
    rows = [
        ("Nama", "Keperluan", "Data yang ditanyakan", "Tindak Lanjut"),
        ("Ani", "Konsultasi", *KAPAL),
        ("Budi", "Tanya beda desa perkotaan dan perdesaan", "-", "Dilihat dari skor fasilitasnya."),
        ("Ida", "Minta surat", "", "Isi buku tamu."),
        ("Umar", "Konsultasi", *KEBUN),
    ]
    asked = [one.question for one in _read(tmp_path, rows).consultations]

    assert asked == [KAPAL[0], "Tanya beda desa perkotaan dan perdesaan", KEBUN[0]]


def test_a_choice_beside_what_was_asked_is_no_part_of_the_question(tmp_path: Path) -> None:
    rows = [
        ("Tamu", "Yang dikonsultasikan", "Hasil", "Keperluan"),
        ("Ani", *KAPAL, "Konsultasi"),
        ("Budi", *KEBUN, "Perpustakaan"),
        ("Ida", *KAPAL[::-1], "Perpustakaan"),
    ]
    asked = [one.question for one in _read(tmp_path, rows).consultations]

    assert asked == [KAPAL[0], KEBUN[0], KAPAL[1]]
