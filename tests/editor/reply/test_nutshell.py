"""An answer as text for a chat: what is announced comes along, links are whole addresses."""

import pytest

from caridulu.editor.reply.nutshell import nutshell

SITE = "https://tanya.contoh.example/"
CASES = {
    "Tidak. Konsultasi **gratis**.\n\nYang lain tidak dibaca.": "Tidak. Konsultasi *gratis*.",
    "Ajukan lewat [PST](https://pst.bps.go.id):\n\n1. Buka\n2. Isi\n   - nama\n\nLalu tunggu.": (
        "Ajukan lewat PST (https://pst.bps.go.id):\n1. Buka\n2. Isi\n  - nama"
    ),
    "Lihat <https://pst.bps.go.id> atau\n[WA](entri:wa), bukan [ini](entri:hilang).": (
        f"Lihat https://pst.bps.go.id atau WA ({SITE}kb/wa/), bukan ini."
    ),
    "## Biaya\n\nGratis.": "Biaya",
    "- satu\n\n  lagi\n- dua": "- satu\nlagi\n- dua",
    "Tarif:\n\n| Produk | Harga |\n|---|---|\n| Peta | 10 |": "Tarif:\nProduk | Harga\nPeta | 10",
    "![Alur layanan](berkas:alur.png)\n\nTeks.": "Alur layanan",
    "Perintah:\n\n    caridulu check": "Perintah:\ncaridulu check",
    "": "",
}


def _resolve(href: str) -> str:
    return {"entri:wa": f"{SITE}kb/wa/", "entri:hilang": ""}.get(href, href)


@pytest.mark.parametrize(("markdown", "text"), CASES.items())
def test_the_beginning_of_an_answer(markdown: str, text: str) -> None:
    assert nutshell(markdown, resolve=_resolve, bold="*") == text


def test_without_marks_strong_words_are_plain() -> None:
    assert nutshell("Tidak. **Gratis**.", resolve=_resolve, bold="") == "Tidak. Gratis."
