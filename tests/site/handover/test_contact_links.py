from itertools import pairwise

import pytest

from caridulu.site.handover.contact_links import (
    encode,
    mailto_link,
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


@pytest.mark.node
def test_text_is_encoded_as_the_browser_does(in_node) -> None:
    encoded = in_node("handover/contact_links.js", "twin.encode(given)", TEXTS)
    assert encoded == [encode(text) for text in TEXTS]


@pytest.mark.node
def test_links_are_written_as_the_browser_does(in_node) -> None:
    cases = [["6282261848787", "bps+kota@bps.go.id", *pair] for pair in pairwise(TEXTS)]
    links = in_node(
        "handover/contact_links.js",
        "[twin.whatsappLink(given[0], given[3]), twin.mailtoLink(given[1], given[2], given[3])]",
        cases,
    )
    assert links == [
        [whatsapp_link(number, body), mailto_link(address, subject, body)]
        for number, address, subject, body in cases
    ]


@pytest.mark.node
def test_half_an_emoji_does_not_break_the_link(in_node) -> None:
    [link] = in_node("handover/contact_links.js", 'twin.encode(given + "\\ud83d")', ["ikan "])
    assert link == "ikan%20%EF%BF%BD"
