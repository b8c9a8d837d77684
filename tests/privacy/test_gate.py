"""The gate takes short cuts through large sites; none of them hides anything."""

import html
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.artefact_texts import Gathering, readable
from caridulu.privacy.entities.entity import NUMBERS, Kind
from caridulu.privacy.entities.identifiers import identifiers
from caridulu.privacy.entities.personal_data import personal_data
from caridulu.privacy.gate import scan, stops, sure_hits
from caridulu.privacy.keyword_filter import is_suspect, suspects, with_numbers
from caridulu.privacy.lists.word_lists import usual_words

FOLDER = Path(__file__).parent / "personal_data"
NOBODY = Allowed.of(())
LINES = [
    line
    for path in sorted(FOLDER.glob("*.txt"))
    for line in map(str.strip, path.read_text("utf-8").splitlines())
    if line
]
FRAME = (
    '<head>\n<title>{title}</title>\n<meta name="description" content="{description}">\n</head>\n'
    '<body data-root="../">\n<p><a href="../a-z/?q=1&amp;r=2">A\u2013Z</a></p>\n'
    '{content}\n<p class="tools"><a href="mailto:?subject={subject}&amp;body=Halo%0D%0A{body}%0D%0A'
    'Terima%20kasih">Tulis</a></p>\n</body>'
)


def page(content: str = "", **parts: str) -> str:
    plain = dict.fromkeys(("title", "description", "subject", "body"), "inflasi")
    return FRAME.format(**{**plain, "content": f"<p>inflasi</p>{content}", **parts})


def planted(text: str) -> Iterator[tuple[str, str]]:
    """A text in every place where an artefact can say something."""
    escaped, half = html.escape(text), len(text) // 2
    split = f"{html.escape(text[:half])}<b>{html.escape(text[half:])}</b>"
    yield from (
        ("a.html", made)
        for made in (
            page(title=escaped),
            page(description=escaped),
            page(subject=quote(text)),
            page(body=quote(text, safe="")),
            page(f"\n<p>{escaped}</p>"),
            page(f"<ul><li>{escaped}</li></ul>"),
            page(f"<p>{split}</p>"),
            page(f"<p>{split.replace('<b>', '<b' + chr(10) + ' class=x>')}</p>"),
            page(f'\n<meta itemprop="text" content="{escaped}">'),
            page(f'<a\n title="{escaped}">x</a>'),
            page(f"<p>satu < dua</p>\n<p>{escaped}</p>"),
            page(f"\n<script>\nlet a\n</script>\n<p>{escaped}</p>"),
        )
    )
    yield "umpan.xml", f"<feed><title>{escaped}</title></feed>"
    yield "entries.json", json.dumps({"entries": [{"id": "x", "answer": text}]})
    yield "llms.txt", f"# Jawaban\n{text}\n"


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


def test_a_hit_is_found_wherever_it_stands() -> None:
    words = usual_words()
    stopping = [line for line in LINES if list(sure_hits(line, NOBODY, words))]
    assert len(stopping) > 200
    for line in stopping[::3]:
        expected = {hit.text for hit in sure_hits(line, NOBODY, words)}
        for name, content in planted(line):
            leaks = scan({"b.html": page(), name: content}, allowed=NOBODY)
            assert expected <= {leak.hit.text for leak in leaks}, (line, content)
            assert {leak.artefact for leak in leaks} == {name}


def test_the_index_is_searched_for_numbers_in_each_of_its_files() -> None:
    words = usual_words()
    for line in LINES[::4]:
        hits = {hit.text for hit in sure_hits(line, NOBODY, words) if hit.kind in NUMBERS}
        slices = {"x1.txt": f"ab\n{line}\n.", "t1.txt": f"ab\n{line}\tZ&3333\n."}
        for name, content in slices.items():
            assert {text for _, text in found({f"search/ab/{name}": content})} == hits, line


@pytest.mark.parametrize(
    "odd",
    [
        '<a\n href="x?y&amp;z"\n title="a\nb">satu</a>',
        "<p>a < b</p>",
        "<p>a <\nb</p>",
        "<p>a < b dan <p>c</p>",
        '<a title="a > b" alt="tiga">dua</a>',
        '<a title="a < b" alt="tiga">dua</a>',
        '<a title=\'satu "dua" tiga\' alt="empat">lima</a>',
        '<a title="satu>dua</a><a title="tiga">empat</a>',
        '<code>href="mailto:%61%62%63"</code>',
        "<script>\nsatu\n</script>\n<p>dua</p>",
        "<script>satu</SCRIPT> dua <Style>tiga</style>",
        "<style>satu",
        "<!-- satu > dua -->",
        "satu</article>dua<section>tiga</SUMMARY>empat<articles>lima",
        '<a x="title="satu"">dua</a>',
        '<a class="satu href="><b>mailto:%61%62%63</b>" tiga>',
        '<a alt="satu>dua</a>\n<b alt="tiga=">empat</b>',
        '<a href="https://x.example/?a=b&amp;c=d%20e%0D%0Af#g">h</a>',
        '<p title="satu? dua &amp; tiga">a&#10;b&nbsp;c</p>',
        '<meta content="satu%20dua%E2%80%A6"><x-p data-x-y="tiga" xhref="empat">',
        "",
    ],
)
def test_pages_that_are_read_together_say_what_each_says(odd: str) -> None:
    pages = [
        ("a.html", page()),
        ("b.html", page(odd)),
        ("c.html", odd),
        ("d.html", page("\n" + odd)),
    ]
    said = {text for one in pages for text in readable(*one)}
    assert Gathering().texts(pages) == said
    gathering = Gathering()
    assert set().union(*(gathering.texts([one]) for one in pages)) == said


def test_many_texts_are_suspected_as_each_is() -> None:
    assert set(suspects(LINES)) == set(filter(is_suspect, LINES))
    numbered = set(with_numbers(LINES))
    assert [line for line in LINES if line not in numbered and list(identifiers(line))] == []
    assert 50 < len(numbered) < len(LINES) - 400


def test_a_dwelling_needs_no_number() -> None:
    """The postcode is too short to be looked at by itself."""
    text = "Kami menetap di Desa Lantari Jaya, kode pos 93771."
    assert found({"a.html": f"<p>{text}</p>"}) == [("a.html", "Desa Lantari Jaya, kode pos 93771")]


@pytest.mark.parametrize(
    "number",
    [
        "O8.11000099",
        "0-8-1-1-0-0-0-0-9-9",
        "(0401) 31234",
        "0401 31234",
        "BRI 1" + " " * 16 + "2345678",
    ],
)
def test_the_shortest_numbers_are_long_enough(number: str) -> None:
    assert list(identifiers(f"kontak telp {number}"))


@pytest.mark.parametrize("text", ["NIM 1234", "Tanyakan kepada pak dedi Kurniawan."])
def test_what_a_rule_finds_stops_a_build(text: str) -> None:
    """No question that is asked before may be narrower than the rule."""
    assert [leak.hit.text for leak in scan({"kb/a/index.html": f"<p>{text}</p>"}, allowed=NOBODY)]
