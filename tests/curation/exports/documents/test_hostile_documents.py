"""Files that are damaged, huge or built to do harm: a sentence each, and no more."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.curation.exports.documents.written_documents import (
    docx,
    paragraph,
    pdf,
    reading_of,
    told,
    written,
)

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
CUT = pdf([written(["!Apa itu data?", "Data ialah keterangan yang dicatat."])])[:400]


def _package(files: dict[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


CASES = {
    "empty": ("a.pdf", b"", "berkas kosong; ekspor sekali lagi"),
    "no PDF": ("a.pdf", b"halo", "berkas ini bukan PDF; periksa isinya atau unduh sekali lagi"),
    "cut PDF": ("a.pdf", CUT, "PDF rusak atau terpotong; unduh atau simpan sekali lagi"),
    "no zip": ("a.docx", b"halo", "berkas rusak atau terpotong; salin atau ekspor sekali lagi"),
    "zip without a document": (
        "a.docx",
        _package({"a.txt": "x"}),
        "berkas ini tidak memuat dokumen Word; simpan sekali lagi sebagai DOCX",
    ),
    "broken XML in a document": (
        "a.docx",
        docx(paragraph("Apa?") + "<w:p>"),
        "dokumen rusak atau terpotong; buka di Word, simpan dengan nama lain, lalu coba lagi",
    ),
    "locked document": (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99,
        "berkas ini bukan DOCX; buka di Word atau LibreOffice, simpan sebagai DOCX, lalu coba lagi",
    ),
    "old document": (
        "a.doc",
        b"x",
        "berkas ini bukan DOCX; buka di Word atau LibreOffice, simpan sebagai DOCX, lalu coba lagi",
    ),
    "document that unpacks to much": (
        "a.docx",
        _package({"word/document.xml": "<w>" + "a" * 30_000_000}),
        "isi zip menjadi 30 MB bila dibuka; berkas ini ditolak demi keamanan",
    ),
    "elements without end": (
        "a.html",
        b"<div>" * 100_000,
        "halaman ini tidak dapat dibaca; simpan sekali lagi dari peramban sebagai HTML",
    ),
    "page of very many elements": (
        "a.html",
        b"<p>Apa?</p>" * 40_001,
        "isinya lebih dari 40000 bagian; bagi menjadi beberapa berkas, misalnya satu per kategori",
    ),
    "document of very many paragraphs": (
        "a.docx",
        docx(paragraph("Apa?") * 40_001),
        "isinya lebih dari 40000 bagian; bagi menjadi beberapa berkas, misalnya satu per kategori",
    ),
    "export of very many questions": (
        "a.json",
        b'[{"question": "Apa?", "answer": "Ini."}' + b', {"question": "Apa?", "answer": "Ini."}'
        * 40_000 + b"]",
        "isinya lebih dari 40000 bagian; bagi menjadi beberapa berkas, misalnya satu per kategori",
    ),
    "binary page": (
        "a.html",
        b"\0" * 99,
        "isi berkas bukan teks; simpan sebagai CSV UTF-8 atau XLSX",
    ),
    "broken JSON": ("a.json", b'{"a": 1,}', "JSON rusak mulai baris ini; ekspor sekali lagi"),
    "lists without end": (
        "a.json",
        b"[" * 99_999,
        "JSON rusak mulai baris ini; ekspor sekali lagi",
    ),
    "broken XML": ("a.xml", b"<a><b></a>", "XML rusak mulai baris ini; ekspor sekali lagi"),
    "other XML": (
        "a.xml",
        b"<a><b/></a>",
        "XML ini bukan ekspor phpMyFAQ atau WordPress; ekspor dari sana, atau simpan sebagai CSV",
    ),
    "entities": (
        "a.xml",
        LAUGHS.encode(),
        "XML ini memuat singkatan buatan sendiri (entity); berkas ini ditolak demi keamanan",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "sentence"), CASES.values(), ids=CASES.keys())
def test_a_file_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    reading = reading_of(tmp_path, name, content)

    assert told(reading) == [f"{name}:1:1: {sentence}"]
    assert reading.is_unusable


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("<!-- wp:paragraph --><p>Rp 3 juta</p> <![x) A", "Rp 3 juta\n\n\u2039![x) A"),
        ("<p><![if !supportLists]>1. <![endif]>Rp 3 juta</p>", "1. Rp 3 juta"),
    ],
)
def test_only_a_section_that_html_does_not_have_is_text_of_its_answer(
    answer: str, expected: str, tmp_path: Path
) -> None:
    content = json.dumps([{"question": "Berapa UMK 2026?", "answer": answer}])

    (read,) = reading_of(tmp_path, "faq.json", content.encode()).consultations

    assert read.answer == expected
