"""DOCX -> questions with their answers."""

from pathlib import Path

import pytest

from tests.curation.exports.documents.written_documents import (
    docx,
    link,
    pairs_of,
    paragraph,
    reading_of,
    table,
    told,
)

FAQ = "".join(
    [
        paragraph("Tanya Jawab Perpustakaan", "Title"),
        paragraph("Kata Pengantar", "Heading1"),
        paragraph("Kumpulan ini disusun bagi pengunjung."),
        paragraph("A. Keanggotaan", "Heading1"),
        paragraph("1. Apa saja syarat menjadi anggota?", "Heading2"),
        paragraph("Bawalah:"),
        paragraph("kartu pelajar", item=True),
        paragraph("pas foto", item=True),
        link("unduh formulir"),
        paragraph("2. Berapa denda keterlambatan?", "Heading2"),
        table([["Koleksi", "Denda"], ["Umum", "Rp500"], ["Rujukan", "tidak dipinjamkan"]]),
        paragraph("B. Ruang baca", "Heading1"),
        paragraph("Jam buka", "Heading2"),
        paragraph("Pukul 08.00 sampai 16.00."),
        paragraph("Apakah ruang baca buka hari Sabtu?", "Heading2"),
        paragraph("Ya, sampai tengah hari."),
        paragraph("Disusun oleh Seksi Layanan, NIP 199001012015011001"),
    ]
)


def test_headings_lists_tables_and_links_are_kept(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "faq.docx", docx(FAQ))

    assert pairs_of(reading) == [
        (
            "Keanggotaan",
            "Apa saja syarat menjadi anggota?",
            "Bawalah:\n\n- kartu pelajar\n- pas foto\n\n[unduh formulir](https://dinas.example/unduh)",
        ),
        (
            "Keanggotaan",
            "Berapa denda keterlambatan?",
            "| Koleksi | Denda |\n| --- | --- |\n| Umum | Rp500 |\n| Rujukan | tidak dipinjamkan |",
        ),
        ("Ruang baca", "Jam buka", "Pukul 08.00 sampai 16.00."),
        ("Ruang baca", "Apakah ruang baca buka hari Sabtu?", "Ya, sampai tengah hari."),
    ]


def test_a_foreword_and_a_signature_are_no_answer(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "faq.docx", docx(FAQ))

    assert told(reading) == [
        "faq.docx:1:1: catatan: 2 bagian bukan jawaban, dilewati: Kata Pengantar"
    ]


def test_of_a_signature_alone_nothing_is_told(tmp_path: Path) -> None:
    body = paragraph("Disusun oleh Tim Pelayanan, 2025")
    body += paragraph("Di mana kantor?", bold=True) + paragraph("Di Jalan Melati.")
    body += paragraph("Kapan buka?", bold=True) + paragraph("Setiap hari kerja.")

    reading = reading_of(tmp_path, "faq.docx", docx(body))

    assert (len(reading.consultations), told(reading)) == (2, [])


def test_bold_numbered_paragraphs_are_questions(tmp_path: Path) -> None:
    body = paragraph("1. Di mana kantor?", bold=True) + paragraph("Di Jalan Melati.")
    body += paragraph("2. Kapan buka?", bold=True) + paragraph("Setiap hari kerja.")

    found = pairs_of(reading_of(tmp_path, "faq.docx", docx(body)))

    assert found == [
        ("", "Di mana kantor?", "Di Jalan Melati."),
        ("", "Kapan buka?", "Setiap hari kerja."),
    ]


@pytest.mark.parametrize("answer", ["{}", "Jawab: {}"])
@pytest.mark.parametrize("bold", [False, True])
def test_paragraphs_that_word_numbers_are_questions(
    answer: str, *, bold: bool, tmp_path: Path
) -> None:
    pairs = [
        ("Layanan", "Apa saja syarat magang?", "Syaratnya:\n\n- surat kampus\n- proposal"),
        ("Layanan", "Berapa lama magang?", "Paling singkat sebulan."),
        ("Kunjungan", "Apakah ada parkir?", "Ada di halaman."),
    ]
    body = paragraph("A. Layanan", "Heading1")
    body += paragraph("Apa saja syarat magang?", bold=bold, item=True)
    body += paragraph(answer.format("Syaratnya:"))
    body += paragraph("surat kampus", item=True) + paragraph("proposal", item=True)
    body += paragraph("Berapa lama magang?", bold=bold, item=True)
    body += paragraph(answer.format("Paling singkat sebulan."))
    body += paragraph("B. Kunjungan", "Heading1")
    body += paragraph("Apakah ada parkir?", bold=bold, item=True)
    body += paragraph(answer.format("Ada di halaman."))

    assert pairs_of(reading_of(tmp_path, "faq.docx", docx(body))) == pairs


@pytest.mark.parametrize("is_numbered_by_word", [False, True])
def test_of_bold_lines_that_are_counted_all_ask_if_most_do(
    *, is_numbered_by_word: bool, tmp_path: Path
) -> None:
    asked = ("Apakah data berbayar?", "Syarat tarif nol rupiah", "Kapan publikasi terbit?")
    body = "".join(
        paragraph(f"{'' if is_numbered_by_word else f'{n}. '}{one}", bold=True,
                  item=is_numbered_by_word) + paragraph(f"Jawaban ke-{n}.")
        for n, one in enumerate(asked, start=1)
    )  # fmt: skip

    pairs = pairs_of(reading_of(tmp_path, "faq.docx", docx(body)))

    assert pairs == [("", one, f"Jawaban ke-{n}.") for n, one in enumerate(asked, start=1)]


def test_a_question_mark_behind_the_bold_words_belongs_to_them(tmp_path: Path) -> None:
    mark = '</w:t></w:r><w:r><w:t xml:space="preserve">?'
    body = paragraph("Kapan publikasi terbit#", bold=True, item=True).replace("#", mark)
    body += paragraph("Setiap Februari.")

    ((_, asked, _),) = pairs_of(reading_of(tmp_path, "faq.docx", docx(body)))

    assert asked == "Kapan publikasi terbit?"


def test_a_table_of_questions_and_answers_is_read_by_rows(tmp_path: Path) -> None:
    rows = [
        ["No", "Pertanyaan", "Jawaban"],
        ["1", "Apakah parkir berbayar?", "Tidak."],
        ["2", "Jam istirahat", "Loket tetap buka."],
    ]

    found = pairs_of(reading_of(tmp_path, "faq.docx", docx(table(rows))))

    assert found == [
        ("", "Apakah parkir berbayar?", "Tidak."),
        ("", "Jam istirahat", "Loket tetap buka."),
    ]


def test_a_question_without_an_answer_is_set_aside_by_its_number(tmp_path: Path) -> None:
    body = paragraph("Apakah ada musala?", "Heading1") + paragraph("Ada di lantai satu.")
    body += paragraph("Apakah ada kantin?", "Heading1")

    reading = reading_of(tmp_path, "faq.docx", docx(body))

    assert len(reading.consultations) == 1
    assert told(reading) == ["faq.docx:2:1: catatan: tanpa jawaban, dilewati: Apakah ada kantin?"]


@pytest.mark.parametrize(
    "answer",
    [
        "idem",
        "-",
        "sama dengan di atas",
        "(belum ada, akan ditanyakan ke dinas)",
        "Sedang disusun.",
        "Masih menunggu jawaban BPS Provinsi.",
        "Belum sempat dijawab, telepon terputus",
    ],
)
def test_an_answer_that_holds_a_mark_only_is_set_aside(answer: str, tmp_path: Path) -> None:
    body = paragraph("Apakah data kakao ada?", "Heading1") + paragraph("Dari Dinas Perkebunan.")
    body += paragraph("Apakah data kopi ada?", "Heading1") + paragraph(answer)

    reading = reading_of(tmp_path, "faq.docx", docx(body))

    assert [one.question for one in reading.consultations] == ["Apakah data kakao ada?"]
    assert told(reading) == [
        "faq.docx:2:1: catatan: tanpa jawaban, dilewati: Apakah data kopi ada?"
    ]


def test_a_decision_becomes_its_dictums_and_headed_sections(tmp_path: Path) -> None:
    title = "KEPUTUSAN KEPALA DINAS NOMOR 12 TAHUN 2026 TENTANG STANDAR PELAYANAN KEANGGOTAAN"
    body = paragraph(title, "Heading1") + paragraph("Menimbang", "Heading2")
    body += paragraph("bahwa pelayanan perlu diatur;") + paragraph("Memutuskan", "Heading2")
    body += paragraph("KESATU : Menetapkan standar pelayanan.")
    body += paragraph("KEDUA : Keputusan ini berlaku sejak ditetapkan.")
    body += paragraph("Lampiran", "Heading1") + paragraph("Persyaratan", "Heading2")
    body += paragraph("Kartu pelajar.") + paragraph("Biaya/Tarif", "Heading2")
    body += paragraph("Tidak dipungut biaya.") + paragraph("Ditetapkan di Tirtarasa")

    found = pairs_of(reading_of(tmp_path, "keputusan.docx", docx(body)))

    shelf = "Standar pelayanan keanggotaan"
    assert found == [
        (
            "",
            "Apa yang ditetapkan tentang standar pelayanan keanggotaan?",
            "- **Kesatu**: Menetapkan standar pelayanan.\n"
            "- **Kedua**: Keputusan ini berlaku sejak ditetapkan.",
        ),
        (shelf, "Apa saja persyaratan pelayanan keanggotaan?", "Kartu pelajar."),
        (shelf, "Berapa biaya/tarif pelayanan keanggotaan?", "Tidak dipungut biaya."),
    ]


def test_topics_a_table_and_a_conversation_of_a_list_of_questions(tmp_path: Path) -> None:
    body = "".join(
        [
            paragraph("Tanya-Jawab Loket", "Title"),
            paragraph("A. Data umum", "Heading1"),
            paragraph("Cara mendapatkan data garam", "Heading2"),
            paragraph("Produksi garam dicatat oleh dinas."),
            paragraph("Syarat kunjungan rombongan", "Heading2"),
            paragraph("Surat tiga hari kerja sebelumnya."),
            paragraph("Mengapa jumlah desa berbeda", "Heading2"),
            paragraph("Pemekaran belum masuk."),
            paragraph("B. Tabel ringkas", "Heading1"),
            table(
                [
                    ["No.", "Hal yang ditanya", "Keterangan kami"],
                    ["1", "Apakah pelajar membayar?", "Nol rupiah dengan surat kampus."],
                    ["2", "Bolehkah datang tanpa janji", "Boleh, ambil nomor antrean."],
                ]
            ),
            paragraph("C. Petikan percakapan", "Heading1"),
            paragraph("Pengunjung: Apakah alamat petani dapat diminta?"),
            paragraph("Petugas: Tidak, alamatnya dirahasiakan."),
        ]
    )

    pairs = [pair[1:] for pair in pairs_of(reading_of(tmp_path, "faq.docx", docx(body)))]

    assert pairs == [
        ("Cara mendapatkan data garam", "Produksi garam dicatat oleh dinas."),
        ("Syarat kunjungan rombongan", "Surat tiga hari kerja sebelumnya."),
        ("Mengapa jumlah desa berbeda", "Pemekaran belum masuk."),
        ("Apakah pelajar membayar?", "Nol rupiah dengan surat kampus."),
        ("Bolehkah datang tanpa janji", "Boleh, ambil nomor antrean."),
        ("Apakah alamat petani dapat diminta?", "Tidak, alamatnya dirahasiakan."),
    ]


def test_a_recap_names_the_day_and_who_asked_above_each_question(tmp_path: Path) -> None:
    """A line called a question is one, whatever its words are; what waits is told."""
    said = [
        "REKAP KONSULTASI JUNI",
        "Senin, 1 Juni 2026",
        "Konsumen: Fadlia, dinas koperasi, lewat WhatsApp",
        "T: Jumlah usaha mikro berapa? Kami perlu satu angka.",
        "J: Angka tahunan belum ada.",
        "T: Luas desa di peta beda, mana yang benar?",
        "J: Yang di keputusan bupati.",
        "Kamis, 4 Juni 2026",
        "Konsumen: wartawan",
        "T: Nilai ekspor semester ini berapa?",
        "J: (belum dijawab, menunggu data provinsi)",
    ]

    reading = reading_of(tmp_path, "rekap.docx", docx("".join(map(paragraph, said))))

    found = [(one.start, one.month, one.question, one.answer) for one in reading.consultations]
    assert found == [
        (
            "2026-06-01",
            "2026-06",
            "Jumlah usaha mikro berapa? Kami perlu satu angka.",
            "Angka tahunan belum ada.",
        ),
        (
            "2026-06-01",
            "2026-06",
            "Luas desa di peta beda, mana yang benar?",
            "Yang di keputusan bupati.",
        ),
    ]
    assert any("dilewati: Nilai ekspor semester ini berapa?" in text for text in told(reading))


def test_questions_of_a_table_have_the_day_of_their_row(tmp_path: Path) -> None:
    """A label may be bold behind its number; place and date sign the report."""
    rows = [
        ["No.", "Tanggal", "Konsumen", "Pertanyaan", "Jawaban"],
        ["1.", "4 Nov 2025", "Ani, mahasiswi", "Jumlah angkatan kerja di tambang?", "Tidak rinci."],
        ["2.", "13 Nov 2025", "Kades", "Kapan kode desa berlaku? RT sudah ada.", "Sesudah perda."],
    ]
    said = [
        paragraph("LAPORAN KONSULTASI STATISTIK BULAN NOVEMBER 2025"),
        paragraph("I. Konsultasi di loket"),
        table(rows),
        paragraph("1. T: Warung malam didata? (Pak RT)"),
        paragraph("J: Didata, asal buka tiap pekan."),
        paragraph("Batulicin, 1 Desember 2025"),
        paragraph("Petugas,"),
    ]

    reading = reading_of(tmp_path, "laporan.docx", docx("".join(said)))

    assert [(one.start, one.question, one.answer) for one in reading.consultations] == [
        ("2025-11-04", "Jumlah angkatan kerja di tambang?", "Tidak rinci."),
        ("2025-11-13", "Kapan kode desa berlaku? RT sudah ada.", "Sesudah perda."),
        ("", "Warung malam didata? (Pak RT)", "Didata, asal buka tiap pekan."),
    ]


def test_what_an_answer_is_called_below_is_a_question_however_it_is_worded(tmp_path: Path) -> None:
    minutes = "".join(
        (
            paragraph("Rekap Pertanyaan Loket", "Title"),
            paragraph("1. Adakah denda buku hilang? (ditanya penulis skripsi)", bold=True),
            paragraph("Jawab: Seharga bukunya."),
            paragraph("Boleh dicicil."),
            paragraph('2. Buat kartu gimana, muncul "sudah terdaftar"', bold=True),
            paragraph("Jawab: Pulihkan dengan surel lama."),
            paragraph("Tanya (Dinas Pertanian): Koleksi tani habis? Padahal dulu banyak."),
            paragraph("Jawab: Sedang dijilid."),
            paragraph("Tanya: Mohon dijelaskan cara memesan ruang."),
            paragraph("Jawab: Lewat loket."),
            paragraph("Tanya (Kecamatan Timur): Adakah perpustakaan keliling?"),
        )
    )
    reading = reading_of(tmp_path, "rekap.docx", docx(minutes))

    assert [pair[1:] for pair in pairs_of(reading)] == [
        (
            "Adakah denda buku hilang? (ditanya penulis skripsi)",
            "Seharga bukunya.\n\nBoleh dicicil.",
        ),
        ('Buat kartu gimana, muncul "sudah terdaftar"', "Pulihkan dengan surel lama."),
        ("Koleksi tani habis? Padahal dulu banyak.", "Sedang dijilid."),
        ("Mohon dijelaskan cara memesan ruang.", "Lewat loket."),
    ]
    assert any("Adakah perpustakaan keliling?" in line for line in told(reading))


def test_who_asked_may_stand_below_a_question(tmp_path: Path) -> None:
    body = "".join(
        (
            paragraph("1. Berapa koleksi daerah?", bold=True),
            paragraph("Ada 1.200 judul."),
            paragraph("2. Kapan rak baru datang?", bold=True),
            paragraph("Penanya: staf dinas, 0824-3380-1147"),
            paragraph("Jawaban: Bulan Juli."),
        )
    )
    reading = reading_of(tmp_path, "rekap.docx", docx(body))

    assert [pair[1:] for pair in pairs_of(reading)] == [
        ("Berapa koleksi daerah?", "Ada 1.200 judul."),
        ("Kapan rak baru datang?", "Bulan Juli."),
    ]


def test_what_a_numbered_asker_says_above_an_answer_is_a_question(tmp_path: Path) -> None:
    rows = [
        ["Tanggal", "Dari", "Yang ditanyakan", "Penyelesaian"],
        ["22-01-2026", "Bank", "Denda buku untuk lembaga", "Sama dengan pengunjung lain."],
    ]
    said = [
        paragraph("1. Penanya: Sri Wahyuni (Bappeda)", bold=True),
        paragraph("Koleksi mana yang boleh dipinjam dan berapa lama?"),
        paragraph("Jawaban: Koleksi umum, tujuh hari."),
        paragraph("2. Penanya: Dinas Kesehatan"),
        paragraph("Kenapa rak kesehatan kosong?"),
        paragraph("Jawaban: Sedang dijilid ulang."),
        table(rows),
    ]

    reading = reading_of(tmp_path, "notula.docx", docx("".join(said)))

    assert [pair[1:] for pair in pairs_of(reading)] == [
        ("Koleksi mana yang boleh dipinjam dan berapa lama?", "Koleksi umum, tujuh hari."),
        ("Kenapa rak kesehatan kosong?", "Sedang dijilid ulang."),
        ("Denda buku untuk lembaga", "Sama dengan pengunjung lain."),
    ]
