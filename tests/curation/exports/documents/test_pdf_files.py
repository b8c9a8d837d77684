"""PDF with a text layer -> questions with their answers."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from caridulu.curation.exports.documents.pdf_outline import join
from tests.curation.exports.documents.written_documents import (
    Print,
    pairs_of,
    pdf,
    reading_of,
    told,
    written,
)

HEAD = Print("Dinas Perpustakaan", 60, 570, 8)


def test_an_answer_goes_on_behind_a_page_break_and_a_parted_word_is_whole(tmp_path: Path) -> None:
    first = written(
        [
            "!1. Bagaimana cara menjadi anggota?",
            "Datang ke meja layanan dengan membawa kartu pelajar. Kartu berlaku",
            "dua tahun dan dapat diperpan-",
            "jang oleh pemiliknya, dengan mem-",
        ]
    )
    second = written(
        [
            "bawa kartu lama ke meja yang sama.",
            "!2. Apakah pendaftaran berbayar?",
            "Pendaftaran tidak dipungut biaya apa pun.",
        ]
    )
    pages = [
        [HEAD, *first, Print("Halaman 1", 60, 30)],
        [HEAD, *second, Print("Halaman 2", 60, 30)],
    ]

    found = pairs_of(reading_of(tmp_path, "faq.pdf", pdf(pages)))

    assert found == [
        (
            "",
            "Bagaimana cara menjadi anggota?",
            "Datang ke meja layanan dengan membawa kartu pelajar. Kartu berlaku dua tahun dan dapat"
            " diperpanjang oleh pemiliknya, dengan membawa kartu lama ke meja yang sama.",
        ),
        ("", "Apakah pendaftaran berbayar?", "Pendaftaran tidak dipungut biaya apa pun."),
    ]


def test_larger_letters_are_categories_and_bullets_are_lists(tmp_path: Path) -> None:
    page = [
        Print("Keanggotaan", 60, 560, 16),
        *written(
            ["!Apa saja syaratnya?", "Bawalah:", "\u2022 kartu pelajar", "\u2022 pas foto"], top=530
        ),
        Print("Ruang baca", 60, 460, 16),
        *written(["!Kapan buka?", "Setiap hari kerja, dari pagi sampai sore."], top=430),
    ]

    found = pairs_of(reading_of(tmp_path, "faq.pdf", pdf([page])))

    assert found == [
        ("Keanggotaan", "Apa saja syaratnya?", "Bawalah:\n\n- kartu pelajar\n- pas foto"),
        ("Ruang baca", "Kapan buka?", "Setiap hari kerja, dari pagi sampai sore."),
    ]


ASKED = ("Apa itu inflasi?", "Berapa biaya data mikro?", "Apakah ada data tiap desa?")
TOLD = ("Kenaikan harga secara umum.", "Menurut peraturan pemerintah.", "Ada di buku kecamatan.")
PAIRS = list(zip(ASKED, TOLD, strict=True))
CONTENTS = {
    "dots": written([f"{n}. {asked} ........ {n + 1}" for n, asked in enumerate(ASKED, 1)]),
    "bold": written([f"!{n}. {asked}" for n, asked in enumerate(ASKED, 1)]),
    "numbers apart": [
        piece
        for n, asked in enumerate(ASKED, 1)
        for piece in (
            Print(f"{n}. {asked}", 60, 520 - 20 * n),
            Print(str(n + 1), 360, 520 - 20 * n),
        )
    ],
}


@pytest.mark.parametrize("moment", ["11/30/26, 4:25 AM", "30/11/26, 12.25 FAQ - Dinas Contoh"])
def test_what_a_browser_prints_around_a_page_is_no_answer(moment: str, tmp_path: Path) -> None:
    page = [
        Print(moment, 24, 580, 8),
        *written([f"!{ASKED[0]}", TOLD[0], f"!{ASKED[1]}", TOLD[1]], top=550),
        Print("https://dinas.example/faq", 24, 15, 8),
        Print("1/1", 360, 15, 8),
    ]

    found = pairs_of(reading_of(tmp_path, "faq.pdf", pdf([page])))

    assert [pair[1:] for pair in found] == PAIRS[:2]


@pytest.mark.parametrize("contents", CONTENTS)
def test_a_table_of_contents_that_repeats_the_questions_hides_none(
    contents: str, tmp_path: Path
) -> None:
    first = [Print("DAFTAR ISI", 60, 578, 16, bold=True), *CONTENTS[contents]]
    others = [written([f"!{n}. {asked}", told]) for n, (asked, told) in enumerate(PAIRS, 1)]

    reading = reading_of(tmp_path, "faq.pdf", pdf([first, *others]))

    assert [(asked, answer) for _, asked, answer in pairs_of(reading)] == PAIRS
    assert not [text for text in told(reading) if "tanpa jawaban" in text]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("T: {}", "J: {}"), ("Tanya : {}", "Jawab : {}"), ("{}", "{}")],
    ids=["letters", "words", "nothing"],
)
def test_lines_in_plain_letters_are_questions(question: str, answer: str, tmp_path: Path) -> None:
    lines = [
        line for asked, told in PAIRS for line in (question.format(asked), answer.format(told))
    ]

    found = pairs_of(reading_of(tmp_path, "faq.pdf", pdf([written(lines)])))

    assert [(asked, text) for _, asked, text in found] == PAIRS


def test_a_question_below_the_name_of_its_group_is_no_part_of_it(tmp_path: Path) -> None:
    lines = ["!A. LAYANAN"]
    lines += [line for asked, told in PAIRS for line in (f"!{asked}", told)]

    found = pairs_of(reading_of(tmp_path, "faq.pdf", pdf([written(lines)])))

    assert found == [("LAYANAN", asked, told) for asked, told in PAIRS]


def test_a_bold_question_goes_on_in_the_next_line_where_its_first_is_full(tmp_path: Path) -> None:
    lines = [
        "!1. Kalau data kami di dinas lain berbeda dengan data kantor, mana yang dipakai dalam"
    ]
    lines += ["!RKPD?", "Data menurut produsennya.", "!2. Kapan terbit?", "Bulan Juli."]

    found = pairs_of(reading_of(tmp_path, "faq.pdf", pdf([written(lines)])))

    assert [(asked, told) for _, asked, told in found] == [
        (f"{lines[0][4:]} RKPD?", "Data menurut produsennya."),
        ("Kapan terbit?", "Bulan Juli."),
    ]


def test_columns_are_a_table_and_a_link_keeps_its_address(tmp_path: Path) -> None:
    rows = [("Koleksi", "Denda"), ("Umum", "Rp500"), ("Rujukan", "tidak ada")]
    cells = [
        Print(cell, 60 + 120 * n, 496 - 20 * row)
        for row, both in enumerate(rows)
        for n, cell in enumerate(both)
    ]
    page = [
        *written(["!Berapa denda keterlambatan?", "Denda menurut koleksi:"], top=530),
        *cells,
        *written(["Denda dibayar di meja."], top=436),
        *written(["!Di mana katalognya?"], top=400),
        Print("Lihat ", 60, 380),
        Print("katalog daring", 95, 380),
    ]
    action = "<< /S /URI /URI (https://katalog.example/cari) >>"
    box = f"<< /Type /Annot /Subtype /Link /Rect [94 378 170 392] /A {action} >>"

    found = pairs_of(reading_of(tmp_path, "faq.pdf", pdf([page], annotations=box)))

    assert found == [
        (
            "",
            "Berapa denda keterlambatan?",
            "Denda menurut koleksi:\n\n| Koleksi | Denda |\n| --- | --- |\n| Umum | Rp500 |\n"
            "| Rujukan | tidak ada |\n\nDenda dibayar di meja.",
        ),
        ("", "Di mana katalognya?", "Lihat [katalog daring](https://katalog.example/cari)"),
    ]


def test_a_scan_is_told_in_a_sentence(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "pindai.pdf", pdf([[], [Print("2", 200, 20)]]))

    assert told(reading) == [
        "pindai.pdf:1:1: PDF ini hasil pindaian, isinya gambar tanpa teks; minta berkas aslinya"
        " (DOCX), atau ubah menjadi teks dengan OCR lebih dahulu"
    ]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("dapat diperpan-", "jang di sini", "dapat diperpanjang di sini"),
        ("data-", "data itu", "data-data itu"),
        ("sebaik-", "baiknya", "sebaik-baiknya"),
        ("lewat e-", "mail", "lewat e-mail"),
        ("BPS-", "Statistik", "BPS- Statistik"),
        ("akhir kalimat.", "Awal baru", "akhir kalimat. Awal baru"),
    ],
)
def test_only_words_that_a_line_end_parts_are_joined(before: str, after: str, whole: str) -> None:
    assert join(before, after) == whole


HALF_LETTER = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF>"
    b" endcodespacerange 1 beginbfchar <5A> <D800> endbfchar endcmap end"
)


def test_half_a_letter_of_a_font_is_replaced(tmp_path: Path) -> None:
    content = pdf([written(["!Apa itu Z data?", "Data Z ialah keterangan yang dicatat."])])
    writer = PdfWriter(clone_from=BytesIO(content))
    letters = DecodedStreamObject()
    letters.set_data(HALF_LETTER)
    reference = writer._add_object(letters)
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font.get_object()[NameObject("/ToUnicode")] = reference
    changed = BytesIO()
    writer.write(changed)

    (pair,) = pairs_of(reading_of(tmp_path, "a.pdf", changed.getvalue()))

    assert pair[1:] == ("Apa itu \ufffd data?", "Data \ufffd ialah keterangan yang dicatat.")
