import pytest

from caridulu.site.handover.contact_links import (
    encode,
    mailto_link,
    relative,
    tel_link,
    web_link,
    whatsapp_link,
    whatsapp_number,
)

TEXTS = [
    "Berapa inflasi Bombana 2024?",
    "harga beras (kg) & minyak = naik 5%!",
    "baris satu\nbaris dua\tdan \"kutip\" 'tunggal'",
    "a-b_c.d~e*f/g\\h|i+j#k",
    "“PDRB” \N{EN DASH} naik · 12 % 🙂 é",
]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("082261848787", "6282261848787"),
        ("0822-6184 8787", "6282261848787"),
        ("+62 822 6184 8787", "6282261848787"),
        ("6282261848787", "6282261848787"),
    ],
)
def test_a_number_is_written_in_international_digits(written: str, number: str) -> None:
    assert whatsapp_number(written) == number


def test_a_whatsapp_link_carries_the_text_with_line_breaks() -> None:
    link = whatsapp_link("6282261848787", "Halo,\nberapa IPM & TPT?")
    assert link == "https://wa.me/6282261848787?text=Halo%2C%0Aberapa%20IPM%20%26%20TPT%3F"


def test_a_mailto_link_breaks_lines_with_crlf() -> None:
    link = mailto_link("bps7406@bps.go.id", "Konsultasi: IPM & TPT", "satu\ndua")
    assert link == (
        "mailto:bps7406@bps.go.id?subject=Konsultasi%3A%20IPM%20%26%20TPT&body=satu%0D%0Adua"
    )


def test_a_telephone_link_is_international() -> None:
    assert tel_link("(0401) 312 2345") == "tel:+624013122345"


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("pst.bps.go.id", "https://pst.bps.go.id"),
        (
            "http://s.bps.go.id/PengaduanLayananBPS7406",
            "http://s.bps.go.id/PengaduanLayananBPS7406",
        ),
    ],
)
def test_a_bare_host_becomes_a_web_address(written: str, link: str) -> None:
    assert web_link(written) == link


@pytest.mark.parametrize(
    ("origin", "target", "address", "in_folder"),
    [
        ("", "", "./", "index.html"),
        ("", "kb/biaya-konsultasi/", "kb/biaya-konsultasi/", "kb/biaya-konsultasi/index.html"),
        ("kb/biaya-konsultasi/", "", "../../", "../../index.html"),
        ("a-z/", "cari/?q=", "../cari/?q=", "../cari/index.html?q="),
        ("layanan/konsultasi/", "kontak/#wa", "../../kontak/#wa", "../../kontak/index.html#wa"),
        ("a-z/", "assets/style.css", "../assets/style.css", "../assets/style.css"),
    ],
)
def test_a_page_links_to_a_page_at_any_depth(
    origin: str, target: str, address: str, in_folder: str
) -> None:
    assert relative(origin, target) == address
    assert relative(origin, target, index_files=True) == in_folder


@pytest.mark.node
def test_text_is_encoded_as_the_browser_does(in_node) -> None:
    assert in_node("fallback.js", "encodeURIComponent(given)", TEXTS) == [
        encode(text) for text in TEXTS
    ]
