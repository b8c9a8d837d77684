"""What ``load`` lets pass renders: every link leads somewhere, every block is there."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caridulu.knowledge import KnowledgeBase, load
from caridulu.site.html.markdown_html import Rendered, render
from caridulu.site.urls import Addresses, entry_path
from tests import SAMPLE

TODAY = dt.date(2026, 11, 25)
ENTRY, PAGE = "kb/konsultasi/uji.yml", "content/uji.md"
PIECES = [
    "[a](", "[a]: ", "[a]", "[", "]", "(", ")", "<", ">", "![", "`", "\\", "|", "# ", "> ", "- ",
    "javascript:x", "java", "&#58;", "&colon;", "data:x", "https://a.example", "http//salah",
    "entri:biaya-konsultasi", "entri:waktu-jawaban", "entri:konsultasi-lewat-video", "Entri:x",
    "kategori:pengaduan", "layanan:konsultasi", "halaman:kontak", "halaman:pengaduan", "#atas",
    "kb/biaya-konsultasi/", "/cari", "kb/waktu-jawaban/", "kategori/", "a@b.example", "foto.jpg",
    "{{ office.name }}", "{{ channel.laman }}", "{{ block.featured }}", "{{ block.x }}", "{{",
    *("<b>", "<script>", "<!-- ", "| a |\n|---|\n| ", '"judul"', "***", "```", "    ", "1. ", "x"),
    "\n", "\n\n", " ", "\t", "//",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


def _rendered(knowledge: KnowledgeBase, text: str) -> Rendered:
    site = Addresses.of(knowledge)

    def block(name: str, level: int) -> str | None:
        return f"<p>{name} {level}</p>" if name == "featured" else None

    def resolve(href: str) -> str | None:
        return site.resolve(entry_path("uji"), href)

    return render(text, resolve=resolve, block=block)


def _entry(text: str) -> dict[str, str | None]:
    lines = "".join(f"  {line}\n" for line in f"x\n{text}".split("\n"))
    dates = "reviewed: 2026-10-01\nreview_by: 2027-10-01\nsources: [{title: Uji}]\n"
    head = "question: Ini uji?\ncategory: konsultasi\nstatus: published\n"
    return {ENTRY: f"{head}{dates}answer: |2\n{lines}"}


def _page(text: str) -> dict[str, str | None]:
    return {PAGE: f"# Uji\n\n{text}\n"}


@pytest.mark.parametrize("made", [_entry, _page], ids=["answer", "page"])
@given(text=TEXTS)
@settings(max_examples=60)
def test_what_has_no_problems_renders_without_refusal(
    made: Callable[[str], dict[str, str | None]], text: str
) -> None:
    result = load(SAMPLE, today=TODAY, changes=made(text))
    if not result.ok:
        return
    assert result.knowledge is not None
    entries = {entry.id: entry.answer for entry in result.knowledge.entries}
    pages = {page.id: page.body for page in result.knowledge.pages}

    rendered = _rendered(result.knowledge, entries.get("uji") or pages["uji"])

    assert rendered.unknown_links == ()
    assert rendered.unknown_blocks == ()


@pytest.mark.parametrize("made", [_entry, _page], ids=["answer", "page"])
@given(text=TEXTS)
@settings(max_examples=40)
def test_what_would_be_refused_is_located_in_its_file(
    made: Callable[[str], dict[str, str | None]], text: str
) -> None:
    changes = made(text)
    (path, source), *_ = changes.items()
    result = load(SAMPLE, today=TODAY, changes=changes)

    lines = str(source).split("\n")
    for problem in result.problems:
        place = problem.location
        assert place.path == path
        assert lines[place.line - 1][place.column - 1 :].strip()
