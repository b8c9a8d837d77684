"""Facts are written once and filled in wherever they are referenced."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import Entry, KnowledgeBase, format_text, load


@pytest.fixture
def knowledge(sample_root: Path, today: dt.date) -> KnowledgeBase:
    result = load(sample_root, today=today)
    assert result.knowledge is not None
    return result.knowledge


def _entry(knowledge: KnowledgeBase, entry_id: str) -> Entry:
    return next(entry for entry in knowledge.entries if entry.id == entry_id)


def test_office_and_fee_are_filled_into_answers(knowledge: KnowledgeBase) -> None:
    answer = _entry(knowledge, "biaya-konsultasi").answer

    assert answer.startswith(
        "Tidak. Konsultasi statistik di Kantor Statistik Kabupaten Contoh **tidak dipungut biaya**,"
    )
    assert "Standar pelayanan menyebut: Tidak dipungut biaya." in answer


def test_limits_and_channels_are_filled_into_answers(knowledge: KnowledgeBase) -> None:
    assert _entry(knowledge, "lama-jawaban-daring").answer == (
        "Pertanyaan daring dijawab paling lama 3 hari kerja setelah permintaan Anda jelas.\n"
        "\n"
        "- WhatsApp: 081200001234\n"
        "- E-mail: [layanan@statistik.contoh.example](mailto:layanan@statistik.contoh.example)"
    )


def test_references_are_filled_into_services(knowledge: KnowledgeBase) -> None:
    (service,) = knowledge.services

    assert service.id == "konsultasi"
    assert service.summary == (
        "Bertanya kepada petugas Kantor Statistik Contoh tentang data dan cara membacanya."
    )
    assert service.components.turnaround[0].items == (
        "Kunjungan dilayani paling lama 10 menit setelah antrean sebelumnya selesai.",
        "Pertanyaan daring dijawab paling lama 3 hari kerja.",
    )
    assert str(service.limits["reply"]) == "3 hari kerja"


def test_question_and_aliases_may_hold_references(project: Path, today: dt.date) -> None:
    (project / "kb" / "konsultasi" / "nomor.yml").write_text(
        'question: "{{ office.short_name }} ada di wilayah mana?"\n'
        "aliases:\n"
        "  - wilayah kerja {{office.region}}\n"
        '  - "{{ channel.wa }} nomor siapa"\n'
        "answer: Ya.\n"
        "category: konsultasi\n",
        encoding="utf-8",
    )

    result = load(project, today=today)

    assert format_text(result.problems) == ""
    assert result.knowledge is not None
    entry = _entry(result.knowledge, "nomor")
    assert entry.question == "Kantor Statistik Contoh ada di wilayah mana?"
    assert entry.aliases == ("wilayah kerja Kabupaten Contoh", "081200001234 nomor siapa")


def test_page_has_title_description_and_body(knowledge: KnowledgeBase) -> None:
    page = next(page for page in knowledge.pages if page.id == "konsultasi")

    assert page.title == "Ajukan konsultasi"
    assert page.description == (
        "Bila jawabannya belum ada, tanyakan kepada petugas. Pertanyaan daring dijawab paling lama"
        " 3 hari kerja."
    )
    assert page.body == (
        "Bila jawabannya belum ada, **tanyakan kepada petugas**. Pertanyaan daring dijawab\n"
        "paling lama 3 hari kerja.\n"
        "\n"
        "{{ block.channels-consultation }}\n"
        "\n"
        "## Persyaratan\n"
        "\n"
        "{{ block.requirements-konsultasi }}\n"
    )


def test_page_of_blocks_only_has_no_description(project: Path, today: dt.date) -> None:
    (project / "content" / "daftar.md").write_text(
        "Daftar *entri*\n==============\n\n{{ block.categories }}\n", encoding="utf-8"
    )

    result = load(project, today=today)

    assert result.knowledge is not None
    page = next(page for page in result.knowledge.pages if page.id == "daftar")
    assert (page.title, page.description) == ("Daftar entri", "")
    assert page.body == "{{ block.categories }}\n"


def test_an_unconfirmed_number_says_so_where_it_is_filled_in(project: Path, today: dt.date) -> None:
    office = project / "content" / "office.yml"
    text = office.read_text(encoding="utf-8")
    first, number, rest = text.partition('address: "081200001234"')
    office.write_text(first + number + rest.replace("verified: true", "verified: false", 1))

    result = load(project, today=today)

    assert result.knowledge is not None
    assert "- WhatsApp: 081200001234 (belum dipastikan kantor)\n" in (
        _entry(result.knowledge, "lama-jawaban-daring").answer
    )
    procedure = result.knowledge.services[0].components.procedure
    assert any(
        "melalui WhatsApp 081200001234 (belum dipastikan kantor)." in item
        for group in procedure
        for item in group.items
    )
