"""One step towards the public: what stands in the way, and one-line changes."""

import difflib
import re
from pathlib import Path

import pytest

from caridulu.curation.lifecycle.transitions import PUBLIC_TEXTS
from caridulu.knowledge import load
from caridulu.knowledge.model import EntryFile
from caridulu.privacy import published_texts
from tests.curation.written_exports import snapshot

DRAFT = "konsultasi-lewat-video"


def _changed(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_a_changed_value_is_a_changed_line(project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    before = path.read_text(encoding="utf-8")

    ran = run("publish", DRAFT)

    assert (ran.code, ran.out) == (0, f"{DRAFT}: status sekarang ditinjau\n")
    assert _changed(before, path.read_text(encoding="utf-8")) == [
        "- status: draft",
        "+ status: review",
        "+ compiled: 2026-11-25",
    ]


def test_a_draft_with_a_date_keeps_it(project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    path.write_text(f"{path.read_text('utf-8')}compiled: 2026-11-02\n", encoding="utf-8")

    assert run("publish", DRAFT).code == 0

    assert "compiled: 2026-11-02\n" in path.read_text("utf-8")


def test_an_entry_is_published_without_a_review_once_it_says_when_it_was_compiled(
    project: Path, run
) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    run("publish", DRAFT)
    text = path.read_text("utf-8") + "review_by: 2027-05-25\n" + SOURCES
    path.write_text(text, encoding="utf-8")

    ran = run("publish", DRAFT)

    assert (ran.code, ran.out) == (0, f"{DRAFT}: status sekarang terbit\n")
    assert path.read_text("utf-8") == text.replace("status: review", "status: published")


def test_a_review_says_that_somebody_of_the_office_has_checked(project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"

    run("publish", DRAFT, reviewed=True)

    text = path.read_text("utf-8")
    assert "reviewed: 2026-11-25\nreview_by: 2027-11-25\n" in text
    assert "compiled" not in text


def test_publishing_needs_source_and_review(project: Path, run) -> None:
    run("publish", DRAFT)
    before = snapshot(project)

    ran = run("publish", DRAFT)

    assert ran.code == 1
    assert ran.err == (
        f"kb/konsultasi/{DRAFT}.yml:5:9: tanggal atau batas tinjauan belum ada; isi compiled dan "
        "review_by, atau pakai --reviewed bila orang kantor sudah memeriksa seluruh jawaban\n"
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
    assert run("publish", DRAFT).out == f"{DRAFT}: status sudah terbit\n"


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
    ("names", "told"),
    [
        (
            ("video-kapan", "video-kenapa", "video-siapa"),
            "1:11: bila entri ini terbit, “konsul lewat zoom bisa kah??” tidak lagi menemukan"
            " “videosiapa ada panggilan video?” dalam 3 hasil teratas; perjelas pertanyaan dan"
            " jawaban entri ini, gabungkan ke entri itu, atau hapus sebutan itu dari sana",
        ),
        (
            ("ada-video", "adakah-video", "apakah-video"),
            "2:11: “konsul lewat zoom bisa kah” tidak menemukan entri ini dalam 3 hasil teratas;"
            " yang ditemukan: ada-video, adakah-video, apakah-video; perjelas kalimatnya atau hapus"
            " dari sebutan lain",
        ),
    ],
)
def test_publishing_tries_what_people_type(
    names: tuple[str, ...], told: str, project: Path, run
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
    assert first == f"kb/konsultasi/{DRAFT}.yml:{told}"
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


@pytest.mark.parametrize(
    "more",
    [
        "data_links:\n  - title: Tabel dari {}\n    url: https://statistik.contoh.example/tabel\n",
        "data_links:\n  - {{title: Tabel, url: 'https://statistik.contoh.example/?hp={}'}}\n",
        "en:\n  question: Is there a table?\n  answer: Yes, ask {}.\n",
    ],
)
def test_personal_data_stops_publishing_wherever_visitors_read_it(more, project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    path.write_text(path.read_text("utf-8") + more.format("081200004417"), encoding="utf-8")

    assert "data pribadi (nomor HP: " in run("publish", DRAFT).err


def test_each_key_of_an_entry_is_looked_through_or_has_nothing_to_read() -> None:
    codes = {"category", "related", "replaces", "answers"}
    days = {"compiled", "reviewed", "review_by", "publish_on", "hide_after", "next_release"}
    kept = [
        *PUBLIC_TEXTS,
        *(published_texts.NOT_PUBLISHED & EntryFile.model_fields.keys()),
        *codes,
        *days,
    ]
    assert sorted(kept) == sorted(EntryFile.model_fields)


@pytest.mark.parametrize(
    ("title", "is_published"),
    [
        ("Databoks: backlog kepemilikan rumah", True),
        ("Jawawa: BPS partner recruitment for 2026 opens", True),
        ("Pasundan Ekspres: data BPS Subang", True),
        ("Wawancara dengan Bu Nining", False),
    ],
)
def test_a_newspaper_that_is_cited_is_no_person(
    title: str, *, is_published: bool, project: Path, run
) -> None:
    path = project / "kb" / "konsultasi" / f"{DRAFT}.yml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: review")
    path.write_text(f'{text}sources:\n  - title: "{title}"\n', encoding="utf-8")

    ran = run("publish", DRAFT, reviewed=True)

    assert (ran.code == 0) is is_published, ran.err


def test_a_public_entry_that_is_still_right_is_reviewed_again(project: Path, run) -> None:
    path = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    before = re.sub("review_by: .*", "review_by: 2026-11-20", path.read_text("utf-8"))
    path.write_text(before, encoding="utf-8")
    assert "caridulu publish biaya-konsultasi --reviewed" in run("explain", "biaya-konsultasi").out

    ran = run("publish", "biaya-konsultasi", reviewed=True)

    assert (ran.code, ran.out) == (
        0,
        "biaya-konsultasi: ditinjau hari ini; tinjau lagi sebelum 2027-11-25\n",
    )
    changed = _changed(before, path.read_text("utf-8"))
    assert [line for line in changed if line.startswith("+")] == [
        "+ reviewed: 2026-11-25",
        "+ review_by: 2027-11-25",
    ]
