"""Links in Markdown are found with the parser that the site uses."""

from collections.abc import Iterator

import pytest

from caridulu.knowledge.markdown import (
    Link,
    excerpt,
    links,
    plain_text,
    scheme_of,
    telephones,
)

ALLOWED = """\
Lihat [laman](https://statistik.contoh.example/a:b?c=d&e=f), [surel](mailto:a@b.example),
[telepon](tel:+62215550100), [bagian](#syarat)
dan <https://statistik.contoh.example>. Catatan: jam layanan 08:00.
"""


def _odd_links(text: str) -> Iterator[Link]:
    for link in links(text):
        usual = scheme_of(link.address).lower() in ("http", "https", "mailto", "tel")
        if not usual and not link.address.startswith("#"):
            yield link


def test_every_link_is_found_where_its_address_stands() -> None:
    addresses = [ALLOWED[link.offset :].startswith(link.address) for link in links(ALLOWED)]
    assert addresses == [True] * 5


def test_an_address_that_also_stands_as_text_is_found_as_that_of_its_link() -> None:
    [link] = links("Laman bps.go.id juga terbuka [di sini](bps.go.id).")
    assert link.offset == len("Laman bps.go.id juga terbuka [di sini](")


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:x)",
        "[a](&#106;avascript:x)",
        "[a](javascript&colon;x)",
        "[a]( \n JavaScript:x)",
        "> [a](\n> javascript:x)",
        "> [a]\n>\n> [a]:\n> javascript:x",
        "[a](file\\:///etc/passwd)",
        "![a](data:image/svg+xml,x)",
        "[a](kb/biaya)",
        "[a](http//salah)",
        "![a](foto.jpg)",
        "<vbscript:x>",
        "| a |\n|---|\n| [b](javascript:x) |",
        "1. - [a](javascript:x)",
        "[![a](data:x)](https://statistik.contoh.example)",
        "[a](https+javascript:x)",
        "[a](//contoh.example)",
        "[a](/\\/contoh.example)",
        "[a](/&#47;contoh.example)",
        "[a]()",
        "[a](entri:biaya-konsultasi)",
    ],
)
def test_odd_link_is_found_however_it_is_written(text: str) -> None:
    assert len(list(_odd_links(text))) == 1


def test_plain_text_keeps_the_words_only() -> None:
    text = "Tidak. **Gratis**, lihat [syarat](entri:x).\n\n- satu\n- `dua`\n"
    assert plain_text(text) == "Tidak. Gratis, lihat syarat. satu dua"


def test_an_excerpt_ends_between_words() -> None:
    assert excerpt("Konsultasi statistik tidak dipungut biaya sama sekali.", limit=30) == (
        "Konsultasi statistik tidak …"
    )


def test_only_what_is_linked_so_is_a_telephone_number() -> None:
    text = "Hubungi **[110](tel:110)** atau [0800-1000](tel:08001000), bukan 129. [x](kontak/) 2024"
    assert telephones(text) == {"110": "tel:110", "0800-1000": "tel:08001000"}
