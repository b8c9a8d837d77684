"""A project folder becomes a knowledge base, as far as it is right."""

import datetime as dt
from pathlib import Path

import pytest
from pydantic_core import PydanticUndefined

from caridulu.knowledge import Channel, EntryFile, Lexicon, Office, Status, format_text, load
from caridulu.knowledge.model import ComponentGroup, Opening, ServiceFile, Source
from caridulu.knowledge.nearest import Suggester
from caridulu.knowledge.rules.entries.relations import redirects
from caridulu.knowledge.yaml.checked import ASSUMED, FileCache


def test_sample_project_has_nothing_to_report(sample_root: Path, today: dt.date) -> None:
    result = load(sample_root, today=today)

    assert format_text(result.problems) == ""
    assert result.ok


def test_files_are_in_order_and_entries_keep_their_status(
    sample_root: Path, today: dt.date
) -> None:
    knowledge = load(sample_root, today=today).knowledge

    assert knowledge is not None
    assert [(entry.id, entry.status) for entry in knowledge.entries] == [
        ("apa-itu-inflasi", Status.PUBLISHED),
        ("garis-kemiskinan", Status.PUBLISHED),
        ("biaya-konsultasi", Status.PUBLISHED),
        ("konsultasi-lewat-video", Status.DRAFT),
        ("lama-jawaban-daring", Status.PUBLISHED),
        ("waktu-jawaban", Status.ARCHIVED),
        ("unduh-publikasi", Status.PUBLISHED),
        ("cara-mengadu", Status.PUBLISHED),
    ]
    assert [c.id for c in knowledge.categories] == [
        "konsultasi",
        "pengaduan",
        "konsep-data",
        "layanan-data",
    ]
    assert [page.id for page in knowledge.pages] == ["index", "konsultasi"]


def test_old_ids_lead_through_archived_entries_to_a_published_one(
    sample_root: Path, today: dt.date
) -> None:
    knowledge = load(sample_root, today=today).knowledge

    assert knowledge is not None
    direct = {old for old, _ in knowledge.redirects if old.startswith("kantor-")}
    assert [pair for pair in knowledge.redirects if pair[0] not in direct] == [
        ("jam-jawab", "lama-jawaban-daring"),
        ("waktu-jawaban", "lama-jawaban-daring"),
    ]


def test_old_ids_that_lead_nowhere_public_have_no_redirect(
    sample_root: Path, today: dt.date
) -> None:
    knowledge = load(sample_root, today=today).knowledge
    assert knowledge is not None
    archived = [entry for entry in knowledge.entries if entry.id == "waktu-jawaban"]
    looping = archived[0].model_copy(update={"id": "jam-jawab", "replaces": ("waktu-jawaban",)})

    assert redirects(archived) == ()
    assert redirects([*archived, looping]) == ()


def test_lexicon_is_optional(project: Path, today: dt.date) -> None:
    (project / "kb" / "lexicon.yml").unlink()

    result = load(project, today=today)

    assert result.ok
    assert result.knowledge is not None
    assert result.knowledge.lexicon.terms == ()


def test_entry_with_a_problem_is_left_out(project: Path, today: dt.date) -> None:
    path = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    path.write_text(path.read_text(encoding="utf-8") + "catatan: x\n", encoding="utf-8")

    result = load(project, today=today)

    assert [str(problem.location) for problem in result.problems] == [
        "kb/konsultasi/biaya-konsultasi.yml:24:1"
    ]
    assert not result.ok
    knowledge = result.knowledge
    assert knowledge is not None
    assert "biaya-konsultasi" not in {entry.id for entry in knowledge.entries}
    assert [entry.id for entry in knowledge.featured] == ["apa-itu-inflasi"]


@pytest.mark.parametrize("confirming", ["wa", "wa-dua"])
def test_similar_contacts_are_confirmed_from_either_side(
    project: Path, today: dt.date, confirming: str
) -> None:
    path = project / "content" / "office.yml"
    channels = (
        '  - {id: wa-satu, kind: whatsapp, label: Satu, address: "082261848787",'
        " purposes: [consultation], verified: true, distinct_from: [FIRST]}\n"
        '  - {id: wa-dua, kind: phone, label: Dua, address: "+62 882-2618-48787",'
        " purposes: [complaint], verified: true, distinct_from: [SECOND]}\n"
    )
    first, second = ("wa-dua", "") if confirming == "wa" else ("", "wa-satu")
    text = channels.replace("FIRST", first).replace("SECOND", second)
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    assert format_text(load(project, today=today).problems) == ""


def test_same_number_for_two_purposes_is_no_slip(project: Path, today: dt.date) -> None:
    path = project / "content" / "office.yml"
    channel = (
        "  - {id: wa-pengaduan, kind: whatsapp, label: WhatsApp pengaduan,"
        ' address: "+62 812-0000-1234", purposes: [complaint], verified: true}\n'
    )
    path.write_text(path.read_text(encoding="utf-8") + channel, encoding="utf-8")

    assert format_text(load(project, today=today).problems) == ""


def test_suggestions_end_before_a_large_project_becomes_slow() -> None:
    suggest = Suggester(["biaya-konsultasi"])

    found = [suggest(f"biaya-konsultasi-{i}") for i in range(Suggester.LOOKUPS + 1)]

    assert found[:-1] == ["biaya-konsultasi"] * Suggester.LOOKUPS
    assert found[-1] is None
    assert suggest("biaya-konsultasi-0") == "biaya-konsultasi"


def test_what_is_assumed_is_known_to_who_looks_for_blank_values() -> None:
    models = [EntryFile, Source, Channel, Office, Opening, ServiceFile, ComponentGroup, Lexicon]
    fields = [item for model in models for item in model.model_fields.items()]

    assumed = {name for name, field in fields if field.default not in (None, (), PydanticUndefined)}

    assert assumed == ASSUMED


def test_what_was_loaded_before_changes_nothing(project: Path, today: dt.date) -> None:
    path = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    text = path.read_text("utf-8")
    for change in ("", "catatan: x\n", "", "status:\n"):
        path.write_text(text + change, "utf-8")

        assert load(project, today=today) == load(project, today=today, cache=FileCache())
