"""The last gate before publishing."""

import datetime as dt
from pathlib import Path

from caridulu.curation.project import Project, open_project
from caridulu.privacy import gate as gate_module
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.gate import gate, scan
from caridulu.privacy.lists.word_lists import usual_words
from tests import ROOT


def test_the_gate_names_the_entry_and_line(project: Path, today: dt.date) -> None:
    path = project / "kb" / "konsep-data" / "apa-itu-inflasi.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - arti inflasi\n", "  - inflasi, hp 0811-0000-9999\n"), "utf-8")
    opened, _ = open_project(project, today=today)
    assert opened
    pages = {
        "kb/apa-itu-inflasi/index.html": "<p>inflasi, hp <b>0811</b>-0000-9999</p>",
        "indeks.json": '{"a": ["inflasi, hp 0811-0000-9999"]}',
        "app.js": "'0811-0000-9999'",
    }

    told = [problem.text() for problem in gate(pages, opened.knowledge, root=opened.root)]

    assert told == [
        "kb/konsep-data/apa-itu-inflasi.yml:3:17: data pribadi akan terbit di indeks.json (nomor "
        "HP: inflasi, hp >0811-0000-9999<); hapus atau daftarkan di may_publish"
    ]


def test_the_gate_looks_into_attributes_feeds_and_redirects() -> None:
    pages = {
        "a.html": '<meta content="Bu Nining Rahma menjawab">',
        "b.html": '<meta http-equiv="refresh" content="0; url=../x/?q=081100009999">',
        "feed.xml": "<title>NIK 7499015507010003</title>",
        "cetak.txt": "e-mail nining@contoh.example",
    }

    leaks = scan(pages, allowed=Allowed())

    assert [(leak.artefact, leak.hit.text) for leak in leaks] == [
        ("a.html", "Nining Rahma"),
        ("b.html", "081100009999"),
        ("cetak.txt", "nining@contoh.example"),
        ("feed.xml", "7499015507010003"),
    ]


def test_the_gate_lets_the_office_and_statistics_pass(opened: Project) -> None:
    pages = {
        "a.html": "<p>Hubungi 0812-0000-1234 atau layanan@statistik.contoh.example.</p>"
        "<p>Ibu rumah tangga 23.456 orang, 2010 2015 2020 2024, kode 7406010001</p>",
        "style.css": "a{}",
    }

    assert gate(pages, opened.knowledge, root=opened.root) == ()


def test_every_text_of_the_sample_project_passes(opened: Project) -> None:
    texts = {
        f"{entry.id}.md": "\n".join((entry.question, entry.answer, *entry.aliases, *entry.tags))
        for entry in opened.knowledge.published
    }

    assert gate(texts, opened.knowledge, root=opened.root) == ()


def test_the_index_may_list_words_but_no_numbers() -> None:
    pages = {
        "search/ab/f5.txt": "ab\nibu ibukota nining rahma\n&&&&\n.",
        "search/ab/f6.txt": "ab\n081100009999\n&\n.",
    }

    leaks = scan(pages, allowed=Allowed())

    assert [leak.artefact for leak in leaks] == ["search/ab/f6.txt"]


def test_the_entries_of_this_repository_pass(today: dt.date) -> None:
    repository, _ = open_project(ROOT, today=today)
    assert repository
    texts = {
        f"{entry.id}.md": "\n".join((entry.question, entry.answer, *entry.aliases, *entry.tags))
        for entry in repository.knowledge.published
    }

    assert len(texts) > 20
    assert gate(texts, repository.knowledge, root=repository.root) == ()


def test_the_gate_reads_each_element_of_a_feed_by_itself() -> None:
    """An address that ends in a number and the date after it are no telephone number."""
    made = {
        "sitemap.xml": "<url><loc>https://x.example/kb/kode-6280/</loc>"
        "<lastmod>2026-11-01</lastmod></url>",
        "umpan.xml": "<id>urn:uuid:b0e18562-e383-539f-8f6c-9084bf360830</id>",
    }
    made["simpanan.json"] = (
        '["aset/62891778328a/main.js", "style.62891778328a.css", "62891778328a"]'
    )
    assert scan(made, allowed=Allowed.of(())) == ()
    assert len(scan({"a.json": '["081298765432"]'}, allowed=Allowed.of(()))) == 1
    typed = {"umpan.xml": "<title>Hubungi 0812-9876-5432</title>"}
    assert len(scan(typed, allowed=Allowed.of(()))) == 1


def test_no_short_cut_of_the_gate_hides_a_hit() -> None:
    """A line that the gate does not look at closely holds nothing that would stop a build."""
    folder = ROOT / "tests" / "privacy" / "personal_data"
    lines = [
        line.strip()
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
    ]
    passed = [line for line in lines if not gate_module.is_suspect(line)]
    nobody = Allowed.of(())
    assert len(passed) > 100
    assert [line for line in passed if [*gate_module.sure_hits(line, nobody, usual_words())]] == []


def test_the_gate_reads_the_words_of_the_index_and_not_its_numbers() -> None:
    """Postings are written in printable characters, digits among them."""
    slices = {
        "search/ab/t1.txt": "ab\nmandiri\tZ&33333333333\nharga\t3333333333333333\n.",
        "search/ab/f1.txt": "ab\nharga mandiri\n33333333333333\n.",
    }
    assert scan(slices, allowed=Allowed.of(())) == ()
    typed = {
        "search/ab/t1.txt": "ab\n081298765432\t&3\n.",
        "search/ab/x0.txt": "ab\nbiaya\tApakah bayar?\tTanya 0812-9876-5432 saja\n.",
        "search/ab/manifest.json": '{"inline": {"t0": "ab\\n081298765432\\t&3\\n."}}',
    }
    assert len(scan(typed, allowed=Allowed.of(()))) == 3
