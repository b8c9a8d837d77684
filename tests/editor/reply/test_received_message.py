"""A pasted message: its questions, without greetings, senders, quotes and personal data."""

import re
from pathlib import Path

import pytest

from caridulu.curation.project import Project, open_project
from caridulu.editor.reply.received_message import ReceivedMessage, read_message
from caridulu.site.handover.handover_message import (
    MessageDraft,
    ReadEntry,
    Topic,
    message_text,
)
from tests import SAMPLE, TODAY

OFFICE = "Kantor Statistik Contoh"
CASES = {
    "Selamat pagi Pak, saya Siti Rahmawati dari Desa Toburi, mau tanya konsul bayar brp?": [
        "Konsul bayar brp?"
    ],
    "konsultasi bayar ga? trus berapa lama dijawab lewat wa?": [
        "Konsultasi bayar ga?",
        "Berapa lama dijawab lewat wa?",
    ],
    "Mohon info:\n1. konsul bayar brp\n2) cara bikin ktp?\n\nHormat saya,\nAndi Baso": [
        "Konsul bayar brp",
        "Cara bikin ktp?",
    ],
    "[09.12, 25/11/2026] Bu Wati: siang\n[09.13, 25/11/2026] Bu Wati: konsul bayar brp ya bu?": [
        "Konsul bayar brp ya bu?"
    ],
    "[25/11 09.12] Wati: magang brp lama ya?\n[25/11 09.13] Wati: konsul bayar brp": [
        "Magang brp lama ya?",
        "Konsul bayar brp",
    ],
    "[25/11, 9:12 AM] Wati: mau tanya harga data mikro\n[25/11, 9:13 AM] Wati: brp ya": [
        "Harga data mikro"  # as with "berapa ya"
    ],
    "[9:12 AM, 11/25/2026] Bu Wati: konsul bayar brp ya?\r\n[9:13 AM, 11/25/2026] Bu Wati: ok": [
        "Konsul bayar brp ya?"
    ],
    "25/11/26 09.12 - Bu Wati: konsul bayar brp?\n25/11/26 09.13 - Kantor Statistik Contoh: "
    "apakah Ibu mahasiswa?": ["Konsul bayar brp?"],
    "Dari: Andi <andi@contoh.example>\nKepada: layanan@statistik.contoh.example\nSubjek: data\n\n"
    "Yth. petugas, berapa harga data mikro?\n\nSalam,\nAndi Baso": ["Berapa harga data mikro?"],
    "Berapa harga data mikro?\n\nPada Sen, 9 Feb 2026 Petugas <p@contoh.example> menulis:\n"
    "> Apakah ada yang lain?": ["Berapa harga data mikro?"],
    "NIK saya 7406010505900001, konsul bayar brp?": ["NIK saya [NIK], konsul bayar brp?"],
    "": [],
    " \n\n": [],
}

_SEVERAL = Path(__file__).with_name("several_questions.txt").read_text(encoding="utf-8")
_BLOCKS = (block.split("\n") for block in re.split(r"\n(?=\S)", _SEVERAL.strip()))
CASES |= {
    message.replace(" / ", "\n"): [one.strip() for one in questions]
    for message, *questions in _BLOCKS
    if questions
}


@pytest.fixture(scope="module")
def sample() -> Project:
    return open_project(SAMPLE, today=TODAY)


def _texts(message: ReceivedMessage) -> list[str]:
    return [one.text for one in message.questions]


@pytest.mark.parametrize(("text", "questions"), CASES.items())
def test_questions_of_a_pasted_message(sample: Project, text: str, questions: list[str]) -> None:
    message = read_message(text, sample)

    assert _texts(message) == questions
    assert message.purpose == ""


def test_the_visitor_s_words_are_taken_out_of_the_site_s_frame(sample: Project) -> None:
    draft = MessageDraft(
        Topic.CONSULTATION, question="harga data mikro brp", searches=("data", "mikro"), outcome="N"
    )

    message = read_message(message_text(draft, office=OFFICE), sample)

    assert _texts(message) == ["Harga data mikro brp"]
    assert message.purpose == "consultation"


def test_what_is_written_below_the_code_counts(sample: Project) -> None:
    read = (ReadEntry("biaya-konsultasi", "Apakah konsultasi dipungut biaya?"),)
    draft = MessageDraft(Topic.CONSULTATION, short=True, read_entries=read)

    message = read_message(
        f"{message_text(draft, office=OFFICE)}\nkalau data mikro bayar berapa?", sample
    )

    assert _texts(message) == ["Kalau data mikro bayar berapa?"]


def test_a_message_left_blank_asks_what_was_searched(sample: Project) -> None:
    draft = MessageDraft(Topic.CONSULTATION, searches=("data", "harga data mikro"), outcome="W")

    assert _texts(read_message(message_text(draft, office=OFFICE), sample)) == ["Harga data mikro"]


@pytest.mark.parametrize("topic", [Topic.COMPLAINT, Topic.NEWER])
def test_the_purpose_is_known(sample: Project, topic: Topic) -> None:
    draft = MessageDraft(topic, question="petugasnya tidak membalas pesan saya")

    message = read_message(message_text(draft, office=OFFICE), sample)

    assert _texts(message) == ["Petugasnya tidak membalas pesan saya"]
    assert message.purpose == topic.value


def test_a_phrasing_holds_nobody_s_name(sample: Project) -> None:
    [asked] = read_message(
        "Apakah konsultasi untuk Bu Sitti Rahmawati juga bayar?", sample
    ).questions

    assert "Rahmawati" not in asked.text + asked.phrasing


def test_only_so_many_questions_are_answered_at_once(sample: Project) -> None:
    items = "\n".join(f"{number}. berapa biaya produk nomor {number}?" for number in range(1, 20))

    assert len(read_message(items, sample).questions) == 12
