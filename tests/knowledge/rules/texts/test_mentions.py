"""A text that names a system of the office links to it; where it does not, a notice says so."""

import pytest

from caridulu.knowledge.located_text import LocatedText
from caridulu.knowledge.model import NamedLink
from caridulu.knowledge.rules.texts.mentions import Mentions

LINKS = (
    NamedLink(
        id="silastik",
        title="Silastik",
        url="https://silastik.contoh.example",
        names=("Silastik", "LAPOR!"),
    ),
    NamedLink(id="kontak", title="kontak", url="halaman:kontak", names=("kanal konsultasi",)),
)
VALUES = {"link.silastik": "[Silastik](https://silastik.contoh.example)"}
MENTIONS = Mentions(LINKS, VALUES, {"kontak/": "halaman:kontak"})


def named(text: str, *, own: str = "", beside: tuple[str, ...] = ()) -> list[str]:
    typed = LocatedText(text, "kb/a.yml", text)
    return [str(notice.location) for notice in MENTIONS.notices(typed, own=own, beside=beside)]


@pytest.mark.parametrize(
    "text",
    [
        "silastik dan Silastika, Silastik2 atau XSilastik",
        "tulis `Silastik` saja",
        "```\nSilastik\n```\n",
        "baca [Silastik](https://lain.contoh.example)",
        "Silastik ada di {{ link.silastik }}.",
        "Silastik: https://silastik.contoh.example.",
        "Silastik: <http://silastik.contoh.example/>",
        "Silastik, lihat [caranya](https://silastik.contoh.example/cara#a)",
        "Lewat kanal konsultasi, lihat [kontak](/kontak/)",
        "Lewat kanal konsultasi, lihat [kontak](halaman:kontak#jam)",
    ],
)
def test_what_is_no_bare_name_is_left_alone(text: str) -> None:
    assert named(text) == []


def test_a_bare_name_is_told_once_where_it_stands() -> None:
    assert named("`Silastik`\nlalu Silastik, Silastik, dan SP4N-LAPOR!") == ["kb/a.yml:2:6"]
    assert named("Silastik [itu](https://lain.contoh.example/silastik)") == ["kb/a.yml:1:1"]


def test_a_page_needs_no_link_to_itself_nor_to_what_stands_beside_it() -> None:
    assert named("Lewat kanal konsultasi.") == ["kb/a.yml:1:7"]
    assert named("Lewat kanal konsultasi.", own="halaman:kontak") == []
    assert named("Di Silastik.", beside=("https://silastik.contoh.example/",)) == []
