"""The gate takes short cuts through large sites; none of them hides anything."""

from collections import Counter
from pathlib import Path

import pytest

from generator.curation.allow import Allowed
from generator.curation.gate import scan, stops, sure_hits
from generator.curation.hits import Kind
from generator.curation.personal_data import personal_data
from generator.curation.words import usual_words

FOLDER = Path(__file__).parent / "personal_data"
NOBODY = Allowed.of(())


def found(artefacts: dict[str, str]) -> list[tuple[str, str]]:
    return [(leak.artefact, leak.hit.text) for leak in scan(artefacts, allowed=NOBODY)]


def test_what_every_page_says_is_reported_for_every_page() -> None:
    frame = "<nav>\n<p>Telepon 0811-0000-9999</p>\n</nav>"
    pages = {"a.html": f"{frame}<p>satu</p>", "b.html": f"{frame}<p>dua</p>"}
    assert found(pages) == [("a.html", "0811-0000-9999"), ("b.html", "0811-0000-9999")]


def test_a_tag_may_run_over_several_lines() -> None:
    page = '<p>inflasi</p>\n<a\n href="tel:081100009999"\n title="Bu Nining\nRahma">kontak</a>\n'
    assert found({"a.html": page}) == [("a.html", "081100009999"), ("a.html", "Nining")]


def test_a_number_does_not_hide_behind_markup() -> None:
    page = "<p>hp <b>0811</b>-<i\n class='x'>0000</i>-9999</p>\n<p>a < b dan 0812-0000-9999</p>"
    assert found({"a.html": page}) == [("a.html", "0811-0000-9999"), ("a.html", "0812-0000-9999")]


def test_code_is_no_text_even_when_it_holds_line_ends() -> None:
    page = '<p>a</p>\n<script>\nlet x = "0811-0000-9999"\n</script>\n<p>0812-0000-9999</p>'
    assert found({"a.html": page}) == [("a.html", "0812-0000-9999")]


def test_the_message_in_a_link_is_read_part_by_part() -> None:
    link = "mailto:a@contoh.example?subject=NIK%207499015507010003&amp;body=Halo%20Bu%20Nining"
    assert found({"a.html": f'<a href="{link}">x</a>'}) == [
        ("a.html", "a@contoh.example"),
        ("a.html", "7499015507010003"),
        ("a.html", "Nining"),
    ]


def test_a_rule_that_is_not_asked_would_have_found_nothing() -> None:
    """With every rule asked, the same hits stop a build."""
    words = usual_words()
    stopped = Counter[Kind]()
    for path in sorted(FOLDER.glob("*.txt")):
        for line in map(str.strip, path.read_text("utf-8").splitlines()):
            every = personal_data(line, allowed=NOBODY, words=words)
            stopping = [hit for hit in every if stops(hit, line)]
            assert list(sure_hits(line, NOBODY, words)) == stopping, line
            stopped.update(hit.kind for hit in stopping)
    assert stopped[Kind.NAME] > 50
    assert stopped[Kind.ADDRESS] > 40
    assert stopped[Kind.PHONE] > 20


@pytest.mark.parametrize(
    "text",
    [
        "Sampaikan kepada pak dedi Kurniawan.",
        "Saya a. Rahma Wijaya dari Rumbia.",
        "Hubungi bu la Ode Hasan di kantor.",
        "Menurut apt. Nining Rahma, S.Farm, bapak apt. Nining Rahma, S.Farm hadir.",
    ],
)
def test_a_name_may_begin_in_lower_case(text: str) -> None:
    words = usual_words()
    every = personal_data(text, allowed=NOBODY, words=words)
    assert list(sure_hits(text, NOBODY, words)) == [hit for hit in every if stops(hit, text)]
