"""What people sought, what is due, and the last gate before publishing."""

import datetime as dt
import json
from pathlib import Path

import pytest

from caridulu.curation.exports.handover_line import code, hand_overs, joined
from caridulu.curation.project import Project, open_project
from caridulu.messages import Language
from caridulu.privacy import gate as gate_module
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.gate import gate, scan
from caridulu.privacy.lists.word_lists import usual_words
from caridulu.site.handover import handover_message as fallback
from caridulu.site.handover.handover_message import Draft, Topic, message_text
from tests import ROOT


def _message(question: str, *searches: str, outcome: str = "N") -> str:
    draft = Draft(Topic.CONSULTATION, question, searches=searches, outcome=outcome)
    return message_text(draft, office="Kantor Statistik Contoh")


def _chat(*messages: str) -> str:
    return "".join(f"25/11/26 09.14 - Asriani: {text}\n" for text in messages)


@pytest.mark.parametrize("language", Language)
def test_the_line_is_the_one_that_the_site_writes(language: Language) -> None:
    searches = ("data ikan", "ikan tangkap poleang 2024")
    draft = Draft(
        Topic.CONSULTATION, "data ikan?", searches=searches, outcome="N", language=language
    )

    assert code("K", "N", joined(searches)) == fallback.code(draft)
    (found,) = hand_overs(message_text(draft, office="Kantor"))
    assert (found.purpose, found.outcome, found.searches) == ("K", "N", searches)
    assert found.question == "data ikan?"
    assert found.intact


def test_an_edited_line_no_longer_fits_its_code() -> None:
    text = _message("ada?", "data ikan").replace("data ikan", "data sapi")

    (found,) = hand_overs(text)

    assert not found.intact


def test_gaps_are_grouped_ranked_and_checked_against_the_search(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        _chat(
            _message("ikan tangkap di poleang?", "ikan tangkap"),
            _message("data ikan tangkap 2024", "data ikan tangkap"),
            _message("saya 081200001111 mau tahu", "biaya konsultasi", outcome="A"),
            "tidak ada hubungannya",
        ),
        encoding="utf-8",
    )

    ran = run("gaps", path)

    assert ran.out == (
        "3 pesan dari halaman Cari Dulu, 0 baris katanya diubah pengirim.\n"
        "2x, 2x tidak ketemu, BELUM TERJAWAB: data ikan tangkap | ikan tangkap\n"
        "1x, 0x tidak ketemu, kini dijawab biaya-konsultasi: biaya konsultasi\n"
    )


def test_gaps_read_mail_also_where_its_headers_are_damaged(tmp_path: Path, run) -> None:
    damaged = 'Content-Type: text/plain; charset="x\0"'  # the standard parser raises for it
    text = "".join(
        f"From x Tue Nov 24 09:14:00 2026\nFrom: a@b.example\n{head}\n{message}\n\n"
        for head, message in (
            ("Subject: x\n", _message("data ikan?", "data ikan")),
            (f"{damaged}\n", _message("data sapi?", "data sapi")),
        )
    )
    path = tmp_path / "kotak.mbox"
    path.write_text(text, encoding="utf-8")

    assert run("gaps", path).out.splitlines()[0] == (
        "2 pesan dari halaman Cari Dulu, 0 baris katanya diubah pengirim."
    )


def test_the_same_message_in_two_exports_counts_once(tmp_path: Path, run) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(_chat(_message("ikan?", "ikan tangkap")), encoding="utf-8")

    ran = run("gaps", tmp_path / "a.txt", tmp_path / "b.txt", json=True)

    assert json.loads(ran.out)["messages"] == 1


def test_gaps_show_no_personal_data(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(_chat(_message("?", "nomor bu Nining 081200001111")), encoding="utf-8")

    out = run("gaps", path).out

    assert out.splitlines()[1].endswith("nomor bu [nama] [nomor HP]")


def test_due_lists_what_is_past_or_near(project: Path, run) -> None:
    assert run("due").out == "Tidak ada entri yang harus ditinjau.\n"
    path = project / "kb" / "konsep-data" / "apa-itu-inflasi.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("review_by: 2027-10-01", "review_by: 2026-11-20"), encoding="utf-8"
    )

    assert run("due").out == (
        "2026-11-20 apa-itu-inflasi: Tinjau: Apa itu inflasi? (lewat 5 hari)\n"
    )


def test_the_calendar_has_a_day_for_each_review_and_release(tmp_path: Path, run) -> None:
    path = tmp_path / "tinjau.ics"

    run("due", ics=path)

    content = path.read_bytes()
    text = content.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.count("BEGIN:VEVENT") == 7
    assert "UID:unduh-publikasi-release@caridulu\r\n" in text
    assert "DTSTART;VALUE=DATE:20270226\r\nDTEND;VALUE=DATE:20270227\r\n" in text
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    run("due", ics=path)
    assert path.read_bytes() == content


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
