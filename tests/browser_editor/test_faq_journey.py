"""A Word document of ten questions moves in, in a real browser: from the file to the preview."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser_editor.conftest import Check, Open
from tests.curation.exports.documents.written_documents import docx, paragraph
from tests.publishing.sites import TARGET, with_targets

LONG = 120_000  # milliseconds in which a site is built
FAQ = {
    "Peminjaman": {
        "Berapa lama buku boleh dipinjam?": "Buku dipinjam paling lama tujuh hari.",
        "Berapa denda buku yang terlambat?": "Denda Rp500 untuk setiap buku setiap hari kerja.",
        "Bagaimana memperpanjang masa pinjam?": "Sampaikan nomor buku lewat loket sirkulasi.",
        "Apa yang dilakukan bila buku hilang?": "Gantilah dengan judul yang sama.",
        "Siapa yang boleh meminjam majalah?": "Majalah hanya dibaca di ruang baca.",
    },
    "Keanggotaan": {
        "Bagaimana cara menjadi anggota perpustakaan?": "Bawalah kartu pelajar ke meja depan.",
        "Apa manfaat kartu anggota keluarga?": "Satu kartu dipakai serumah.",
        "Bagaimana mengganti kartu yang rusak?": "Serahkan kartu lama kepada petugas.",
        "Apakah anak balita dapat mendaftar?": "Dapat, didampingi orang tuanya.",
        "Kepada siapa mengusulkan buku baru?": "Usulkan kepada Bapak Darmansyah Lubuk.",
    },
}
ENTRY = "kb/peminjaman/denda-buku-terlambat.yml"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    lines = [
        part
        for shelf, pairs in FAQ.items()
        for part in (
            paragraph(shelf, "Heading1"),
            *(
                text
                for question, answer in pairs.items()
                for text in (paragraph(question, "Heading2"), paragraph(answer))
            ),
        )
    ]
    path = tmp_path / "faq.docx"
    path.write_bytes(docx("".join(lines)))
    return path


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def found(page: Any, server: str, query: str) -> str:
    """What the preview's search says of a query."""
    page.goto(f"{server}terbitkan")
    press(page, "Periksa dan buat pratinjau")
    page.get_by_role("link", name="Buka pratinjau di tab baru").wait_for(timeout=LONG)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Buka pratinjau di tab baru").click()
    preview = opened.value
    preview.get_by_role("searchbox").first.fill(query)
    preview.keyboard.press("Enter")
    preview.wait_for_selector("#hasil h2")
    said: str = preview.inner_text("#hasil")
    return said


@pytest.mark.parametrize("width", [360, 1280])
def test_ten_questions_of_a_document_become_public_answers(
    project: Path, document: Path, open_page: Open, is_accessible: Check, width: int
) -> None:
    with_targets(project, TARGET)
    (project.parent / "www").mkdir()
    page = open_page("impor", width=width)
    server = page.url.removesuffix("impor")
    is_accessible(page)
    source = page.get_by_label("Sumber daftar tanya jawab itu").first
    assert source.is_hidden()
    page.get_by_label("Pilih satu atau beberapa berkas, atau seret ke sini").set_input_files(
        document
    )
    page.get_by_label("Daftar tanya jawab (FAQ) yang sudah tayang atau ditetapkan").first.check()
    press(
        page, "Baca berkas"
    )  # nothing travels without a source: the files need not be chosen anew
    assert page.evaluate("document.activeElement.name") == "sumber"
    assert not (project / "ekspor").exists()
    source.fill("https://perpustakaan.contoh.example/faq")
    is_accessible(page)
    press(page, "Baca berkas")
    page.get_by_text("10 entri akan dibuat dalam 2 kategori (2 kategori baru).").wait_for()
    is_accessible(page)

    press(page, "Buat 10 konsep")
    page.get_by_text("10 entri ditulis dan menunggu dibaca.").wait_for()
    is_accessible(page)
    page.get_by_role("link", name="Baca semuanya").click()
    page.get_by_text("9 dari 10 entri siap terbit.").wait_for()
    is_accessible(page)
    page.get_by_text("9 jawaban sama kata demi kata dengan sumbernya, 1 perlu dibaca.").wait_for()
    press(page, "Yang tampil utuh sudah saya baca, terbitkan 9 entri")
    page.wait_for_url("**/siap-terbit?pesan=published_ready*")
    page.get_by_text("0 dari 1 entri siap terbit.").wait_for()
    is_accessible(page)

    assert "status: published\n" in (project / ENTRY).read_text("utf-8")
    assert page.locator("article h3").all_inner_texts() == ["Kepada siapa mengusulkan buku baru?"]
    assert "Berapa denda buku yang terlambat?" in found(page, server, "denda buku terlambat brp")
