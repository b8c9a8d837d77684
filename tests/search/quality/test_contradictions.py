"""One fact told with two numbers, and synonyms that mean something else."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.messages import Language
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.quality.contradictions import contradiction_notices, synonym_notices

ENTRY = """\
question: {question}
answer: {answer}
category: konsultasi
status: published
sources: [{{title: Standar, url: "https://statistik.contoh.example/x", accessed: 2026-10-01}}]
compiled: 2026-10-01
review_by: 2027-10-01
"""


def add(project: Path, name: str, question: str, answer: str) -> None:
    text = ENTRY.format(question=question, answer=answer)
    (project / "kb/konsultasi" / f"{name}.yml").write_text(text, "utf-8")


def contradictions(project: Path, today: dt.date) -> list[str]:
    knowledge = load(project, today=today).knowledge
    assert knowledge
    found = contradiction_notices(knowledge, project, Analyzer())
    return [problem.text(Language.EN) for problem in found]


@pytest.mark.parametrize("other", ["7 hari", "tujuh hari"])
def test_two_numbers_for_one_fact_are_told(project: Path, today: dt.date, other: str) -> None:
    first = "Percakapan di aplikasi ditutup otomatis setelah 3 hari tanpa balasan."
    second = f"Setelah {other} tanpa balasan, percakapan di aplikasi ditutup otomatis."
    add(project, "tutup-a", "Kapan percakapan ditutup?", first)
    add(project, "tutup-b", "Mengapa percakapan saya ditutup?", second)

    assert contradictions(project, today) == [
        f"kb/konsultasi/tutup-b.yml:2:9: note: “{second}” differs in its number from “{first}” in"
        " tutup-a; check which one is right"
    ]


def test_other_facts_with_other_numbers_are_not_told(project: Path, today: dt.date) -> None:
    add(project, "a", "Kapan ditutup?", "Percakapan di aplikasi ditutup setelah 7 hari.")
    add(project, "b", "Kapan dijawab?", "Permintaan daring dilayani paling lama 3 hari kerja.")
    add(project, "c", "Kapan dibuka?", "Percakapan di aplikasi ditutup setelah 7 hari itu.")

    assert contradictions(project, today) == []


SOON = "Paling lama {days} hari kerja sejak berkas lengkap."
SERVICES = {
    "akta-lahir": ("Berapa lama akta kelahiran selesai?", 2),
    "syarat-akta-lahir": ("Apa syarat akta kelahiran?", 0),
    "kartu-keluarga": ("Berapa lama kartu keluarga selesai?", 1),
    "syarat-kartu": ("Apa syarat kartu keluarga?", 0),
    "akta-mati": ("Berapa lama akta kematian selesai?", 3),
    "syarat-akta-mati": ("Apa syarat akta kematian?", 0),
    "saksi": ("Siapa yang dapat menjadi saksi?", 0),
}


def test_the_same_sentence_of_another_service_is_no_contradiction(
    project: Path, today: dt.date
) -> None:
    for name, (question, days) in SERVICES.items():
        add(project, name, question, SOON.format(days=days) if days else "Bawa kartu.")

    assert contradictions(project, today) == []

    add(project, "akta-jadi", "Berapa lama akta kelahiran jadi?", SOON.format(days=5))

    (told,) = contradictions(project, today)
    assert told.startswith("kb/konsultasi/akta-lahir.yml:2:9: note:")
    assert "akta-jadi" in told


@pytest.mark.parametrize(
    ("term", "synonym", "key"),
    [
        ("angkatan kerja", "bukan angkatan kerja", "synonym_negates"),
        ("KBLI 2020", "KBLI 2025", "synonym_of_other_number"),
        ("APM", "APK", "synonym_told_apart"),
        ("angkatan kerja", "tenaga kerja", None),
        ("sensus pertanian 2023", "ST2023", None),
    ],
)
def test_a_synonym_that_is_none_is_told(
    project: Path, today: dt.date, term: str, synonym: str, key: str | None
) -> None:
    add(project, "apm-apk", "Apa beda APK dan APM?", "Keduanya tentang sekolah.")
    lexicon = f"terms:\n  - term: {term}\n    synonyms: [{synonym}]\n"
    (project / "kb/lexicon.yml").write_text(lexicon, "utf-8")
    knowledge = load(project, today=today).knowledge
    assert knowledge

    found = list(synonym_notices(knowledge, project))

    assert [problem.key for problem in found] == ([f"search.{key}"] if key else [])
    assert [str(problem.location) for problem in found] == (["kb/lexicon.yml:3:16"] if key else [])
