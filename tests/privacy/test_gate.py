"""The gate looks through the sources of a site; no notation and no filter hides anything."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from caridulu.knowledge import KnowledgeBase, load
from caridulu.knowledge.text_cache import TextCache
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entity import Kind
from caridulu.privacy.gate import blocking_entities, gate, stops_build
from caridulu.privacy.lists.word_lists import usual_word_lists
from tests.pictures import attached, drawing, mention
from tests.privacy.marked_messages import LINES
from tests.site.sample_office import ENTRIES, KNOWLEDGE, TODAY

ENTRY = "kb/konsep-data/apa-itu-inflasi.yml"
NOBODY = Allowed.of(())


def knowledge_in(root: Path) -> KnowledgeBase:
    knowledge = load(root, today=TODAY).knowledge
    assert knowledge is not None
    return knowledge


def typed(project: Path, old: str, new: str) -> list[str]:
    """What the gate says when an editor changes the entry."""
    path = project / ENTRY
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    problems = gate(knowledge_in(project), root=project, cache=TextCache())
    return [problem.text() for problem in problems]


def told(answer: str) -> str:
    """What the gate says about an answer, on one line."""
    entry = ENTRIES[2].model_copy(update={"answer": answer})
    knowledge = replace(KNOWLEDGE, entries=(entry,), redirects=())
    problems = gate(knowledge, root=Path("tidak-ada"), cache=TextCache())
    return " ".join(dict(problem.values)["value"] for problem in problems)


def test_entry_and_line_are_named(project: Path) -> None:
    assert typed(project, "  - arti inflasi\n", "  - inflasi, hp 0811-0000-9999\n") == [
        f"{ENTRY}:3:17: data pribadi akan terbit (nomor HP: inflasi, hp >0811-0000-9999<); hapus "
        "atau daftarkan di may_publish"
    ]


def test_every_line_is_named_once(project: Path) -> None:
    answer = "Hubungi **Bu Nining**,\n  hp 0811-0000-9999.\n\n  Atau\n  0811-0000-9999 saja."
    told = typed(project, "Inflasi adalah", f"{answer}\n\n  Inflasi adalah")
    assert [line.partition(" ")[0] for line in told] == [
        f"{ENTRY}:{place}:" for place in ("8:16", "9:6", "12:3")
    ]


def test_a_mark_that_an_import_left_in_a_public_entry_is_named(project: Path) -> None:
    change = "umum", "umum, kata [nama], lihat [nama](https://contoh.example)"
    left = "masih ada penanda [nama] dari impor; tulis ulang kalimatnya tanpa penanda itu"
    letter = project / "content" / "konsultasi.md"  # written by the office itself
    letter.write_text(f"{letter.read_text('utf-8')}\nMulai surat dengan: Saya [nama].\n", "utf-8")

    assert typed(project, *change) == [f"{ENTRY}:8:67: {left}"]


def test_a_page_is_named_where_it_was_typed(project: Path) -> None:
    page = project / "content" / "konsultasi.md"
    page.write_text(page.read_text("utf-8") + "\nTanya\nBu Nining Rahma.\n", "utf-8")
    problems = gate(knowledge_in(project), root=project, cache=TextCache())
    last = page.read_text("utf-8").count("\n")
    assert [str(problem.location) for problem in problems] == [f"content/konsultasi.md:{last}:4"]


def test_a_change_is_looked_at_before_it_is_saved(project: Path) -> None:
    text = (project / ENTRY).read_text("utf-8")
    changes = {ENTRY: text.replace("umum", "umum, hp 0811-0000-9999,")}
    knowledge = load(project, today=TODAY, changes=changes).knowledge
    assert knowledge is not None
    told = gate(knowledge, root=project, cache=TextCache(), changes=changes)
    assert [str(problem.location) for problem in told] == [f"{ENTRY}:8:65"]


def test_what_was_told_is_told_again(project: Path) -> None:
    text = (project / ENTRY).read_text("utf-8")
    (project / ENTRY).write_text(text.replace("umum", "umum, hp 0811-0000-9999,"), "utf-8")
    cache = TextCache()
    first = gate(knowledge_in(project), root=project, cache=cache)
    assert len(first) == 1
    assert gate(knowledge_in(project), root=project, cache=cache) == first
    (project / ENTRY).write_text(text, "utf-8")
    assert gate(knowledge_in(project), root=project, cache=cache) == ()


def test_what_is_no_longer_allowed_is_told_although_its_file_is_unchanged(project: Path) -> None:
    office = project / "content" / "office.yml"
    text = office.read_text("utf-8")
    office.write_text(f"{text}may_publish: [0811-0000-9999]\n", "utf-8")
    cache = TextCache()
    entry = project / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("umum", "umum, hp 0811-0000-9999,"), "utf-8")
    assert gate(knowledge_in(project), root=project, cache=cache) == ()
    office.write_text(text, "utf-8")
    assert len(gate(knowledge_in(project), root=project, cache=cache)) == 1


def test_where_a_site_is_sent_to_is_not_published(project: Path) -> None:
    with (project / "content" / "office.yml").open("a", encoding="utf-8") as file:
        file.write(
            "deploy: [{id: pages, kind: git, repository: 'git@github.com:kantor/situs.git'}]\n"
        )
    assert gate(knowledge_in(project), root=project, cache=TextCache()) == ()


def test_the_office_and_statistics_pass(project: Path) -> None:
    text = "Hubungi {{ channel.wa }}, {{ channel.email }} atau IG @bps_statistics. Ibu rumah tangga"
    assert typed(project, "Inflasi adalah", f"{text} 23.456, 2010 2015, kode 7406010001.") == []


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("hp <b>0811</b>-<i\n class='x'>0000</i>-9999", ">0811-0000-9999<"),
        ("hp 0811<b>-0000</b>-9999", ">0811-0000-9999<"),
        ("hp 0811-**0000**-9999", ">0811-0000-9999<"),
        ("a < b dan 0812-0000-9999", ">0812-0000-9999<"),
        (r"hp 0811\-0000\-9999", ">0811-0000-9999<"),
        ("hp &#48;811-0000-9999", ">0811-0000-9999<"),
        ("hp `&#48;811-0000-9999`", ">0811-0000-9999<"),
        ("hp 0811&shy;0000&shy;9999", ">081100009999<"),
        ("hp 0811&#8203;0000&#x200b;9999", ">081100009999<"),
        ("Tanya Pak **Dedi** Kurniawan.", "Pak >Dedi Kurniawan<"),
        ("Tanya P**ak** De*di* [Kurniawan](halaman:x).", "Pak >Dedi Kurniawan<"),
        ("Tanyakan kepada Pak\nDedi Kurniawan.", "Pak >Dedi Kurniawan<"),
        ("| Nama | HP |\n|---|---|\n| x | 0811-0000-9999 |", ">0811-0000-9999<"),
        ("```\nhp 0811-0000-9999\n```", ">0811-0000-9999<"),
        ("<!-- hp 0811-0000-9999 -->", ">0811-0000-9999<"),
        ("[kirim](mailto:nining@contoh.example)", ">nining@contoh.example<"),
        ("[kirim](mailto:nining%40contoh.example)", ">nining@contoh.example<"),
        ("[kirim](mailto:&#110;ining@contoh.example)", ">nining@contoh.example<"),
        ("<nining@contoh.example>", ">nining@contoh.example<"),
        ("[x](https://x.example?t=NIK%207499015507010003)", ">7499015507010003<"),
        ("[x](https://x.example?a=1&body=Halo%20Bu%20Nining)", "Bu >Nining<"),
        ("[x](tel:0811\\-0000\\-9999)", ">0811-0000-9999<"),
        ("[x](https://wa.me/6281100009999)", ">wa.me/6281100009999<"),
        ("[x](https://www.instagram.com/nining.r)", ">nining.r<"),
        ("Tanya lewat IG: **nining_r**.", ">nining_r<"),
        ("[x](https://x.example 'Bu Nining Rahma')", "Bu >Nining Rahma<"),
        ("[x][y]\n\n[y]: https://x.example?hp=0811%30%30009999", ">081100009999<"),
        ("![Bu Nining Rahma](foto.jpg)", "Bu >Nining Rahma<"),
        ("- hp 0811\n- 0000-9999", ">0811 0000-9999<"),  # entries.json: all words in a row
    ],
)
def test_no_notation_hides_anything(answer: str, shown: str) -> None:
    assert shown in told(answer)


def written(text: str) -> Iterator[str]:
    """A text in every way in which an answer can say something."""
    yield f"Begini:\n{text}\n\nSelesai."
    yield f"- satu\n- {text}"
    yield f"    {text}"
    yield f"[x](mailto:?body={quote(text, safe='')}&subject=Halo)"
    half = len(text) // 2
    if text[half - 1 : half + 1].isalnum():
        yield f"Kata {text[:half]}**{text[half:]}**"


def test_personal_data_is_found_however_it_is_written() -> None:
    lists = usual_word_lists()
    stopping = [line for line in LINES if blocking_entities(line, NOBODY, lists)]
    assert len(stopping) > 200
    for line in stopping[::7]:
        for answer in written(line):
            said = told(answer)
            for hit in blocking_entities(line, NOBODY, lists):
                assert hit.text[:20] in said, (line, answer, said)


def test_a_rule_that_is_not_asked_would_have_found_nothing() -> None:
    """With every rule asked, the same hits stop a build."""
    lists = usual_word_lists()
    stopped = Counter[Kind]()
    for line in LINES:
        every = find_personal_data(line, allowed=NOBODY, lists=lists)
        stopping = [hit for hit in every if stops_build(hit, line)]
        assert list(blocking_entities(line, NOBODY, lists)) == stopping, line
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
        "Tanyakan kepada pak dedi Kurniawan.",
        "Yang menjawab saya bu Wulandari kemarin.",
        "Hubungi saya, pak Bambang di kantor.",
    ],
)
def test_a_person_may_be_addressed_in_any_way(text: str) -> None:
    lists = usual_word_lists()
    every = find_personal_data(text, allowed=NOBODY, lists=lists)
    assert list(blocking_entities(text, NOBODY, lists)) == [
        hit for hit in every if stops_build(hit, text)
    ]


def test_a_dwelling_needs_no_number() -> None:
    assert ">Desa Lantari Jaya<" in told("Kami menetap di Desa Lantari Jaya, kode pos 93771.")


def test_a_short_number_needs_a_word() -> None:
    assert ">1234<" in told("NIM 1234")


def test_the_name_of_a_file_tells_no_number(project: Path) -> None:
    attached(project, "loket-0811-0000-9999.png", drawing())
    mention(project, "![Loket](berkas:loket-0811-0000-9999.png)")
    problems = gate(knowledge_in(project), root=project, cache=TextCache())
    places = {str(problem.location) for problem in problems}
    assert "content/berkas/loket-0811-0000-9999.png:1:1" in places
