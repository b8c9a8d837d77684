"""Draft, review, published, archived: refusals, one-line changes, redirects, explanations."""

import difflib
import sys
from pathlib import Path

import pytest

from caridulu.curation.drafts.draft_entry import free_id, main_question
from caridulu.curation.lifecycle.entry_changes import with_value
from caridulu.curation.writing import changed_yaml, write_all
from caridulu.knowledge import load
from tests.curation.written_exports import snapshot

DRAFT = "konsultasi-lewat-video"


def _changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_a_changed_value_is_a_changed_line(project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    before = path.read_text(encoding="utf-8")

    ran = run("publish", DRAFT)

    assert (ran.code, ran.out) == (0, f"{DRAFT}: status sekarang review\n")
    assert _changed(before, path.read_text(encoding="utf-8")) == [
        "- status: draft",
        "+ status: review",
    ]


HAND_WRITTEN = """\
# Ditulis tangan
question:   'Apa itu inflasi?'   # jarak dan kutip ini bertahan
aliases: [  arti inflasi,
    inflansi itu apa ]


answer: >
  Dilipat
  begini.
tags:
- satu
-   dua
status: draft  # nanti
sources:
      - title: "Jauh"
        accessed: 2024-05-28
"""


def test_a_hand_written_file_keeps_its_layout() -> None:
    after = changed_yaml(HAND_WRITTEN, with_value("status", "review"))

    assert after == HAND_WRITTEN.replace("status: draft  #", "status: review #")


def test_windows_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfstatus: draft\r\n# ya\r\n")

    write_all({path: "status: review\n# ya\n"})

    assert path.read_bytes() == b"\xef\xbb\xbfstatus: review\r\n# ya\r\n"


def test_publishing_needs_source_and_review(project: Path, run) -> None:
    run("publish", DRAFT)
    before = snapshot(project)

    ran = run("publish", DRAFT)

    assert ran.code == 1
    assert ran.err == (
        f"kb/konsultasi/{DRAFT}.yml:5:9: tanggal tinjau belum ada; isi reviewed dan review_by, "
        "atau pakai --reviewed\n"
        f"kb/konsultasi/{DRAFT}.yml:5:9: rujukan belum ada; isi sources dengan tempat jawaban "
        "dapat diperiksa\n"
        f"{DRAFT} belum dapat terbit. Perbaiki hal di atas.\n"
    )
    assert snapshot(project) == before


def test_a_complete_entry_is_published_and_passes_check(project: Path, today, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: review")
    path.write_text(text + "sources:\n  - title: Standar pelayanan\n", encoding="utf-8")

    ran = run("publish", DRAFT, reviewed=True)

    assert ran.code == 0, ran.err
    loaded = load(project, today=today)
    assert loaded.ok
    assert DRAFT in {entry.id for entry in loaded.knowledge.published}
    assert run("publish", DRAFT).out == f"{DRAFT}: status sudah published\n"


SOURCES = "sources:\n  - title: Standar pelayanan\n"
NOT_PUBLISHED = f"{DRAFT} belum dapat terbit. Perbaiki hal di atas.\n"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "related: [waktu-jawaban]\n",
            'kb/konsultasi/konsultasi-lewat-video.yml:11:11: entri terkait "waktu-jawaban" belum '
            "terbit (status archived); terbitkan entri itu atau hapus dari daftar\n",
        ),
        (
            "data_period: Maret\nrelated: [waktu-jawaban]\n",
            'kb/konsultasi/konsultasi-lewat-video.yml:12:11: entri terkait "waktu-jawaban" belum '
            "terbit (status archived); terbitkan entri itu atau hapus dari daftar\n",
        ),
    ],
)
def test_publishing_runs_the_whole_check(more: str, told: str, project: Path, run) -> None:
    """What only a public entry must fulfil is found before it is public."""
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: review")
    path.write_text(text + SOURCES + more, encoding="utf-8")
    before = snapshot(project)

    ran = run("publish", DRAFT, reviewed=True)

    assert ran.err == told + NOT_PUBLISHED
    assert ran.code == 1
    assert snapshot(project) == before


@pytest.mark.parametrize("command", ["publish", "explain"])
def test_an_entry_that_cannot_be_read_is_not_called_missing(command, project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    path.write_text(path.read_text(encoding="utf-8") + "tag: [zoom]\n", encoding="utf-8")

    ran = run(command, DRAFT)

    assert ran.code == 1
    assert ran.err == (
        'kb/konsultasi/konsultasi-lewat-video.yml:9:1: kunci "tag" tidak dikenal; maksud Anda '
        '"tags"?\n'
    )


@pytest.mark.parametrize(
    ("names", "last"),
    [
        (("video-kapan", "video-kenapa", "video-siapa"), "video-siapa"),
        (("ada-video", "adakah-video", "apakah-video"), DRAFT),
    ],
)
def test_publishing_tries_what_people_type(
    names: tuple[str, ...], last: str, project: Path, run
) -> None:
    """Of four entries with the same words, the last one is not among the first three."""
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: review") + SOURCES
    text = text.replace("Bisakah konsultasi lewat", "Dapatkah ada")
    path.write_text(text, encoding="utf-8")
    public = text.replace("status: review", "status: published")
    public += "reviewed: 2026-10-01\nreview_by: 2027-10-01\n"
    for name, mark in zip(names, ("?", "!", "??"), strict=True):
        other = public.replace("Dapatkah", name.partition("-")[0] + name.partition("-")[2])
        other = other.replace("bisa kah", f"bisa kah{mark}")
        path.with_name(f"{name}.yml").write_text(other, encoding="utf-8")

    ran = run("publish", DRAFT, reviewed=True)

    first, *rest = ran.err.splitlines()
    assert first.startswith(f"kb/konsultasi/{last}.yml:2:11: “konsul lewat zoom bisa kah")
    assert first.partition("” ")[2].startswith(
        "tidak menemukan entri ini dalam 3 hasil teratas, tetapi "
    )
    assert [f"{line}\n" for line in rest] == [NOT_PUBLISHED]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            "Hubungi Bu Nining.",
            "3:9: data pribadi (nama: Hubungi Bu >Nining<.); hapus atau ganti, atau daftarkan di "
            "may_publish bila memang boleh terbit",
        ),
        (
            "Lihat 7406011001000200 di peta.",
            "3:15: mungkin data pribadi (NIK: Lihat >7406011001000200< di peta.); pastikan, lalu "
            "ulangi dengan --confirm",
        ),
    ],
)
def test_personal_data_stops_every_step(answer: str, told: str, project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8").replace("Ditanyakan kepada petugas.", answer)
    path.write_text(text, encoding="utf-8")

    ran = run("publish", DRAFT)

    assert ran.code == 1
    first = ran.err.splitlines()[0]
    assert first.startswith(f"kb/konsultasi/{DRAFT}.yml:3:")
    assert first.partition(": ")[2] == told.partition(": ")[2]
    assert run("publish", DRAFT, confirm=True).code == ("Nining" in answer)


def test_an_archived_entry_leads_on_and_gives_its_phrasings(project: Path, today, run) -> None:
    ran = run("archive", "apa-itu-inflasi", into="garis-kemiskinan")

    assert (ran.code, ran.out) == (
        0,
        "apa-itu-inflasi diarsipkan; alamatnya dialihkan ke garis-kemiskinan\n",
    )
    loaded = load(project, today=today)
    assert loaded.ok, loaded.problems
    assert ("apa-itu-inflasi", "garis-kemiskinan") in loaded.knowledge.redirects
    into = next(e for e in loaded.knowledge.entries if e.id == "garis-kemiskinan")
    assert "inflansi itu apa" in into.aliases
    assert loaded.knowledge.office.featured == ("biaya-konsultasi", "garis-kemiskinan")


@pytest.mark.parametrize(
    ("entry", "into", "told"),
    [
        ("tidak-ada", "biaya-konsultasi", 'entri "tidak-ada" tidak ada; periksa kodenya\n'),
        (
            "biaya-konsultasi", "biaya-konsultasi",
            "biaya-konsultasi tidak dapat digabung dengan dirinya; pilih entri lain\n",
        ),
        (
            "biaya-konsultasi", DRAFT,
            f"{DRAFT} belum terbit; gabungkan ke entri yang sudah terbit\n",
        ),
    ],
)  # fmt: skip
def test_archiving_into_nothing_is_refused(entry: str, into: str, told: str, project, run) -> None:
    before = snapshot(project)

    ran = run("archive", entry, into=into)

    assert (ran.code, ran.err) == (1, told)
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("entry", "first"),
    [
        (DRAFT, "tidak terbit karena masih konsep; tinjau lalu jalankan caridulu publish"),
        ("biaya-konsultasi", "terbit, selama tidak ada masalah di bawah; perbaiki bila ada"),
        ("waktu-jawaban", "tidak terbit karena diarsipkan; ubah status bila masih diperlukan"),
    ],
)
def test_explain_says_why(entry: str, first: str, run) -> None:
    ran = run("explain", entry)

    assert ran.code == 0
    assert ran.out.splitlines()[0].partition(": ")[2] == first


def test_explain_names_the_successor(run) -> None:
    assert run("explain", "waktu-jawaban").out.splitlines()[1] == (
        "kb/konsultasi/waktu-jawaban.yml:1:1: alamatnya dialihkan ke lama-jawaban-daring; sunting "
        "entri itu"
    )


def test_review_accepts_skips_and_edits(
    project: Path, tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, edited = tmp_path / "penyunting.py", tmp_path / "disunting.txt"
    program.write_text(f"import sys\nopen({str(edited)!r}, 'a').write(sys.argv[1])\n", "utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {program}")
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    run("review", typed="l\n")
    assert not edited.exists()
    run("review", typed="?\ne\n")
    assert edited.read_text(encoding="utf-8") == str(path)
    assert "status: draft" in path.read_text(encoding="utf-8")

    run("review", typed="t\n")

    assert "status: review" in path.read_text(encoding="utf-8")


def test_review_merges_a_draft_into_an_entry(project: Path, today, run) -> None:
    ran = run("review", typed="g tidak-ada\ng biaya-konsultasi\n")

    assert 'entri "tidak-ada" tidak ada' in ran.out
    loaded = load(project, today=today)
    assert loaded.ok
    entry = next(e for e in loaded.knowledge.entries if e.id == "biaya-konsultasi")
    assert "konsul lewat zoom bisa kah" in entry.aliases


def test_the_preview_is_one_safe_file(project: Path, tmp_path: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8")
    evil = "Lihat ![x](https://luar.example/a.png)"
    text = text.replace("Ditanyakan kepada petugas.", evil)
    path.write_text(text + "internal_note: <script>alert(1)</script>\n", encoding="utf-8")
    target = tmp_path / "tinjau.html"

    ran = run("review", html=target)

    html = target.read_text(encoding="utf-8")
    assert ran.out == f"Pratinjau ditulis: {target}\n"
    assert "Bisakah konsultasi lewat panggilan video?" in html
    assert "<script" not in html
    assert "<img" not in html


def test_near_identical_entries_are_reported(project: Path, run) -> None:
    assert run("duplicates").out == "Tidak ada entri yang hampir sama.\n"
    source = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    text = source.read_text(encoding="utf-8").replace("dipungut biaya?", "dipungut biaya ya?")
    text = text.replace("  - konsul bayar brp\n  - konsultasi gratis ga\n", "")
    text = text.replace("  - tanya data ke kantor statistik harus bayar atau tidak\n", "")
    text = text.replace("how much does a", "what does a")
    source.with_name("tarif-konsultasi.yml").write_text(text, encoding="utf-8")

    out = run("duplicates").out

    assert out.startswith("biaya-konsultasi dan tarif-konsultasi: pertanyaan ")
    assert out.endswith("jawaban 100% sama\n")


def test_ids_are_readable_and_free() -> None:
    question = "Berapa jumlah penduduk Bombana tahun 2024?"

    assert free_id(question, set()) == "jumlah-penduduk-bombana-tahun-2024"
    assert free_id(question, {"jumlah-penduduk-bombana-tahun-2024"}) == (
        "jumlah-penduduk-bombana-tahun-2024-2"
    )


def test_the_question_is_the_sentence_that_asks() -> None:
    text = "Selamat pagi pak. saya mahasiswa. apakah data padi per desa tersedia? terima kasih"

    assert main_question(text) == "Apakah data padi per desa tersedia?"
