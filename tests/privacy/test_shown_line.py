"""Marks of Markdown and of chats hide no personal data where a text is typed or imported."""

import re

import pytest

from caridulu.privacy.redaction import Redactor
from caridulu.privacy.shown_line import shown_line
from tests.privacy.marked_messages import LINES

PLAIN = [line for line in LINES if not re.search(r"[*_~`\[\\]", line)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Hubungi Pak Budi ...", "Hubungi Pak [nama] ..."),
        ("Hubungi Pak **Budi** ...", "Hubungi Pak **[nama]** ..."),
        ("Hubungi Pak *Budi* ...", "Hubungi Pak *[nama]* ..."),
        ("Hubungi Pak _Budi_ ...", "Hubungi Pak _[nama]_ ..."),
        ("Hubungi Pak ~Budi~ ...", "Hubungi Pak ~[nama]~ ..."),
        ("Hubungi Pak `Budi` ...", "Hubungi Pak `[nama]` ..."),
        ("Hubungi **Pak** Budi ...", "Hubungi **Pak** [nama] ..."),
        ("Hubungi [Pak](halaman:kontak) Budi ...", "Hubungi [Pak](halaman:kontak) [nama] ..."),
        ("Hubungi Pak [Budi](halaman:kontak) ...", "Hubungi Pak [[nama]](halaman:kontak) ..."),
        ("Hubungi Pak [**_Budi_**](/kontak) ...", "Hubungi Pak [**_[nama]_**](/kontak) ..."),
        ("Hubungi Pak **Budi** Santoso.", "Hubungi Pak [nama]."),
        ("Tanya P**ak** De*di* [Kurniawan](halaman:x).", "Tanya P**ak** [nama]."),
        ("Rumah di Jl. **Pahlawan** No. 7", "Rumah di [alamat]"),
        ("hp 0811-**0000**-9999", "hp [nomor HP]"),
        (r"hp 0811\-0000\-9999", "hp [nomor HP]"),
        ("[WA](https://wa.me/6281100009999)", "[WA](https://[nomor HP])"),
        ("[surat](mailto:nining@contoh.example)", "[surat](mailto:[e-mail])"),
        ("![Bu Nining](berkas:pintu.jpg)", "![Bu [nama]](berkas:pintu.jpg)"),
    ],
)
def test_a_name_is_found_within_marks(typed: str, expected: str) -> None:
    assert Redactor().redacted(typed) == expected


def test_a_label_on_the_line_before_may_be_emphasised() -> None:
    assert Redactor().redacted("**NIK:**\n7499015507880000") == "**NIK:**\n[NIK]"


@pytest.mark.parametrize(
    "typed",
    [
        "5 * 3 * 2 = 30",
        "kolom nama_lengkap_ini kosong",
        "rekening ****7890 dan 0812****7890",
        "[nama](bendahara) dan [nomor HP]",
        "* satu\n* dua",
        "Rp2.000*",
    ],
)
def test_what_is_no_mark_is_read_as_typed(typed: str) -> None:
    assert shown_line(typed) is None


@pytest.mark.parametrize("mark", ["*{}*", "**{}**", "_{}_", "***{}***", "[{}](entri:x)"])
def test_what_is_found_does_not_depend_on_emphasis(mark: str) -> None:
    """The second word of each line stands within marks."""
    redactor = Redactor()
    for line in PLAIN[::7]:
        words = line.split(" ")
        if len(words) > 1 and words[1].isalnum():
            words[1] = mark.format(words[1])
            marked = " ".join(words)
            shown = shown_line(marked)
            assert shown is not None
            assert shown.text == line
            found = redactor.entities(marked)
            assert [one.kind for one in found] == [one.kind for one in redactor.entities(line)]
            assert all(marked[one.start : one.end] == one.text for one in found)


def test_a_line_of_marks_is_read_in_time() -> None:
    assert shown_line("*a " * 20_000) is None
    assert shown_line("[a](/" * 20_000) is None
