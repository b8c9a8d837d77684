"""An FAQ that is public already becomes entries that wait for one reading."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.curation.drafts.entries.draft_entry import usual_decision
from caridulu.curation.drafts.faq import faq_findings
from caridulu.curation.drafts.faq.faq_changes import from_faq
from caridulu.curation.drafts.faq.faq_findings import FaqFindings, checked_faq
from caridulu.curation.drafts.faq.faq_import import FaqPlan, category_name, new_categories, plan_faq
from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.export_file import read_export
from caridulu.curation.project import Project
from caridulu.knowledge.model import Category

SOURCE = "https://dinas.example/tanya-jawab"
HEADER = "Kategori,Pertanyaan,Jawaban\n"


def planned(opened: Project, folder: Path, rows: str, today: dt.date) -> FaqPlan:
    """Plans the FAQ of a table."""
    path = folder / "faq.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    readings = [read_export(path, ExportOptions())]
    return plan_faq(readings, opened, decide=usual_decision, source=SOURCE, today=today)


def checked(opened: Project, plan: FaqPlan, today: dt.date) -> tuple[FaqPlan, FaqFindings]:
    """Checks it as the command does."""
    return checked_faq(plan, opened, plan.texts(opened), today=today)


def test_an_entry_has_source_dates_and_html_as_markdown(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    answer = "<p>Di <b>loket</b>:</p><ul><li>cetak</li></ul>"
    rows = f"Peta dan citra,Di mana peta dapat dibeli?,{answer}\n"

    plan = planned(opened, tmp_path, rows, today)

    assert plan.entries[0].path(opened.root).relative_to(opened.root).as_posix() == (
        "kb/peta-citra/peta-dibeli.yml"
    )
    text = plan.entries[0].yaml
    digest = plan.entries[0].planned.draft.digest
    noted = from_faq(plan.entries[0].planned.source, plan.entries[0].planned.draft)
    assert text == (
        "question: Di mana peta dapat dibeli?\n"
        "answer: |\n  Di **loket**:\n\n  - cetak\n"
        "category: peta-citra\nstatus: review\n"
        f"sources:\n  - title: Tanya jawab {opened.knowledge.office.short_name}\n"
        f"    url: {SOURCE}\n    accessed: {today}\n"
        f"compiled: {today}\nreview_by: {today + dt.timedelta(days=365)}\n"
        f"provenance:\n  channel: FAQ\n  digest: {digest}\n"
        f"from_faq:\n  fingerprint: {noted.fingerprint}\n"
    )


def test_categories_are_made_at_the_end_of_their_file(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    plan = planned(opened, tmp_path, "Peta dan citra,Di mana peta dijual?,Di loket.\n", today)

    text = plan.texts(opened)[opened.root / "kb" / "categories.yml"]

    assert text.startswith((opened.root / "kb" / "categories.yml").read_text(encoding="utf-8"))
    assert text.endswith(
        "  - id: peta-citra\n    name: Peta dan citra\n"
        "    description: Tanya jawab tentang peta dan citra.\n"
    )


def test_a_category_with_a_proper_name_keeps_its_capitals(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    row = "Pelayanan Statistik Terpadu,Di mana peta dijual?,Di loket.\n"

    text = planned(opened, tmp_path, row, today).texts(opened)[
        opened.root / "kb" / "categories.yml"
    ]

    assert text.endswith("    description: Tanya jawab tentang Pelayanan Statistik Terpadu.\n")


def test_a_category_that_is_there_is_used(opened: Project, tmp_path: Path, today: dt.date) -> None:
    known = opened.knowledge.categories[0]

    plan = planned(opened, tmp_path, f"{known.name},Apakah ada loker?,Ada di lobi.\n", today)

    assert plan.categories == ()
    assert plan.entries[0].planned.category == known.id


def test_a_question_that_an_entry_has_is_left_out(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    there = opened.knowledge.published[0]

    plan = planned(opened, tmp_path, f'Layanan,"{there.question}",Begini.\n', today)

    assert plan.entries == ()
    assert [one.same_as for one in plan.repeated] == [there.id]


def waits(opened: Project, *, something: bool) -> None:
    """Leaves the draft of the sample project in its queue, or takes it away."""
    if not something:
        (opened.root / "kb/konsultasi/konsultasi-lewat-video.yml").unlink()


@pytest.mark.parametrize("waiting", [True, False])
def test_near_questions_and_other_numbers_are_found(
    opened: Project, tmp_path: Path, today: dt.date, *, waiting: bool
) -> None:
    waits(opened, something=waiting)
    rows = (
        "Pipa,Berapa lama pipa bocor diperbaiki?,"
        "Pipa bocor diperbaiki dalam 2 hari kerja setelah laporan diterima petugas.\n"
        "Pipa,Berapa lama perbaikan pipa bocor?,"
        "Pipa bocor diperbaiki dalam 3 hari kerja setelah laporan diterima petugas.\n"
    )

    _, findings = checked(opened, planned(opened, tmp_path, rows, today), today)

    assert [(pair.first, pair.second) for pair in findings.near] == [
        ("lama-perbaikan-pipa-bocor", "lama-pipa-bocor-diperbaiki")
    ]
    assert [(a.number, b.number) for a, b in findings.contradictions] == [("3", "2")]
    assert findings.problems == ()


def test_one_question_in_two_wordings_is_told_with_its_other_answer(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    rows = (
        "Buku,Pukul berapa ruang baca buka?,Senin sampai Kamis pukul 08.00.\n"
        "Buku,Jam berapa layanan ruang baca dibuka?,Setiap hari pukul 07.30.\n"
        "Buku,Siapa yang boleh memakai ruang baca?,Setiap pengunjung yang mengisi buku tamu.\n"
    )

    _, findings = checked(opened, planned(opened, tmp_path, rows, today), today)

    assert [{pair.first, pair.second} for pair in findings.near] == [
        {"pukul-ruang-baca-buka", "jam-layanan-ruang-baca-dibuka"}
    ]
    assert findings.near[0].answers_differ


def test_a_phrasing_that_finds_others_is_left_out(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    path = tmp_path / "intents.json"
    path.write_text(
        '{"intents": [{"tag": "antar", "patterns": ["apakah berkas dapat diantar kurir?",'
        ' "kirim berkas pakai kurir", "bikin ktp bayar"],'
        ' "responses": ["Dapat, lewat kurir."]}]}',
        encoding="utf-8",
    )
    readings = [read_export(path, ExportOptions())]
    plan = plan_faq(readings, opened, decide=usual_decision, source=SOURCE, today=today)

    kept, findings = checked(opened, plan, today)

    assert kept.entries[0].aliases == ("kirim berkas pakai kurir",)
    assert findings.dropped == ((kept.entries[0].id, "bikin ktp bayar"),)


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("", "Pertanyaan umum"),
        ("biaya.", "Biaya"),
        ("Layanan >> Biaya", "Biaya"),
        ("Layanan, Tarif", "Layanan"),
        ("LAYANAN KTP", "Layanan KTP"),
        ("Syarat, alur, dan biaya", "Syarat, alur, dan biaya"),
    ],
)
def test_a_category_is_named(name: str, category: str) -> None:
    assert category_name(name, {"Layanan", "Tarif", name}) == category


def test_codes_of_categories_are_free() -> None:
    known = (Category(id="tarif", name="Harga", description="Harga."),)
    long = "Penyelesaian keberatan atas penetapan nilai jual objek pajak"

    made = new_categories(["Tarif!", long, "harga", "???"], known)

    assert [category.id for category in made] == [
        "tarif-2",
        "penyelesaian-keberatan-atas-penetapan-nilai-jual",
        "kategori",
    ]


def test_a_category_of_several_is_noted_as_changed(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    rows = (
        '"Peta, Citra",Di mana peta dapat dibeli?,Di loket.\n'
        "Peta,Di mana peta dicetak?,Di gudang.\n"
    )

    first, second = planned(opened, tmp_path, rows, today).entries

    assert "  changes:\n    - category\n" in first.yaml
    assert "changes:" not in second.yaml


def test_a_draft_that_waits_is_near_to_a_question(
    opened: Project, tmp_path: Path, today: dt.date
) -> None:
    draft = next(one for one in opened.knowledge.entries if one.id == "konsultasi-lewat-video")
    rows = f'Layanan,"{draft.question.rstrip("?")} kantor?",Begini.\n'

    _, findings = checked(opened, planned(opened, tmp_path, rows, today), today)

    assert [draft.id in (pair.first, pair.second) for pair in findings.near] == [True]


@pytest.mark.parametrize("waiting", [True, False])
def test_who_waits_is_told_how_many_searches_are_done(
    opened: Project,
    tmp_path: Path,
    today: dt.date,
    monkeypatch: pytest.MonkeyPatch,
    *,
    waiting: bool,
) -> None:
    waits(opened, something=waiting)
    monkeypatch.setattr(faq_findings, "PROGRESS_STEP", 1)
    rows = "Peta,Di mana peta dapat dibeli?,Di loket.\nPeta,Berapa harga peta?,Rp9.000.\n"
    plan = planned(opened, tmp_path, rows, today)
    told: list[tuple[int, int]] = []

    checked_faq(
        plan,
        opened,
        plan.texts(opened),
        today=today,
        on_progress=lambda *counts: told.append(counts),
    )

    # Both questions among all; where a draft waits, they are searched for once more.
    total = len(opened.knowledge.published) + (4 if waiting else 2)
    assert told[0] == (1, total)
    assert told == sorted(told)
    assert told[-1][0] <= total
