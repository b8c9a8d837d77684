"""Questions that people asked become aliases with one click; what they are not is remembered."""

import re
from html import unescape
from pathlib import Path

import pytest

from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import write_all
from caridulu.editor.addresses import question_address
from tests.editor.client import Client, files_of, settled

FEES = "kb/konsultasi/biaya-konsultasi.yml"
QUESTION, OTHER = "apakah konsul dipungut ongkos?", "unduh buku publikasinya lewat mana"


@pytest.fixture
def waiting(project: Path) -> Path:
    write_all(Waiting({}, {}).with_texts({QUESTION: (), OTHER: ()}).files(project))
    return project


def test_one_click_makes_an_alias_and_leads_to_the_next(client: Client, waiting: Path) -> None:
    before = (waiting / FEES).read_text("utf-8")
    assert client.send("GET", "/sebutan").headers["Location"] == question_address(QUESTION)
    assert "Jadikan sebutan lain: 2 pertanyaan warga" in client.get("/antrean")

    reply = client.post(question_address(QUESTION), {"_aksi": "jadikan:biaya-konsultasi"})

    assert reply.status == 303
    assert reply.place == f"{question_address(OTHER)}?sudah=biaya-konsultasi"
    after = (waiting / FEES).read_text("utf-8")
    assert set(after.splitlines()) - set(before.splitlines()) == {f"  - {QUESTION}"}
    assert list(Waiting.of(waiting).texts.values()) == [OTHER]
    page = client.get(reply.headers["Location"])
    assert "Menjadi sebutan lain:" in page
    [form] = re.findall(r'<a href="(/entri/biaya-konsultasi\?[^"]+)"', page)
    assert "Urungkan" in client.get(unescape(form))
    assert "Masalah (0)" in settled(client, "/periksa")


def test_the_next_entries_are_folded_and_can_be_taken(client: Client, project: Path) -> None:
    asked = "Kenapa tetangga saya ditulis keluarga susah waktu petugas datang?"
    write_all(Waiting({}, {}).with_texts({asked: ()}).files(project))
    page = client.get(question_address(asked))
    shown, _, folded = page.partition("Entri terdekat berikutnya:")
    ids = re.findall(r'value="jadikan:([\w-]+)"', folded.partition("</details>")[0])
    assert "garis-kemiskinan" in ids
    assert not any(f'value="jadikan:{each}"' in shown for each in ids)

    client.post(question_address(asked), {"_aksi": "jadikan:garis-kemiskinan"})

    assert asked in (project / "kb/konsep-data/garis-kemiskinan.yml").read_text("utf-8")


def test_not_this_is_remembered_and_changes_no_entry(client: Client, waiting: Path) -> None:
    before = files_of(waiting / "kb")

    reply = client.post(question_address(QUESTION), {"_aksi": "bukan-ini"})

    assert files_of(waiting / "kb") == before
    page = client.get(reply.headers["Location"] or "")
    assert "Dicatat: entri itu tidak menjawabnya." in page
    assert "1 pertanyaan menunggu" in page
    assert "Jadikan sebutan lain: 1 pertanyaan warga" in client.get("/antrean")
    assert "biaya-konsultasi" in Waiting.of(waiting).refused_of(QUESTION)
    assert 'value="jadikan:biaya-konsultasi"' not in client.get(question_address(QUESTION))


@pytest.mark.parametrize("pressed", ["bukan-ini", "jadikan:biaya-konsultasi"])
def test_what_was_pressed_is_called_back_at_once(
    client: Client, waiting: Path, pressed: str
) -> None:
    before, waited = files_of(waiting / "kb"), Waiting.of(waiting)
    reply = client.post(question_address(QUESTION), {"_aksi": pressed})
    listed = client.get("/riwayat")
    assert ("Pertanyaan bukan untuk entri yang ditawarkan" in listed) is (pressed == "bukan-ini")
    assert pressed != "bukan-ini" or f"<li>{QUESTION}</li>" in listed

    undone = client.undo(client.get(reply.headers["Location"]))

    assert undone.place == f"{question_address(QUESTION)}?pesan=undone"
    page = client.get(undone.headers["Location"])
    assert "Diurungkan." in page
    assert f"<h1>{QUESTION}</h1>" in page
    assert files_of(waiting / "kb") == before
    assert Waiting.of(waiting) == waited


def test_what_was_done_is_said_where_an_alias_brings_another_question_back(
    client: Client, waiting: Path
) -> None:
    reply = client.send("GET", "/sebutan?sudah=biaya-konsultasi")

    assert reply.headers["Location"] == f"{question_address(QUESTION)}?sudah=biaya-konsultasi"


def test_what_the_answer_led_to_is_offered_too(client: Client, project: Path) -> None:
    asked = "Kenapa tetangga saya ditulis keluarga susah waktu petugas datang?"
    chosen = 'value="jadikan:garis-kemiskinan"'
    write_all(Waiting({}, {}).with_texts({asked: ()}).files(project))
    assert chosen not in client.get(question_address(asked)).partition("<details")[0]
    write_all(Waiting({}, {}).with_texts({asked: ("garis-kemiskinan",)}).files(project))

    assert chosen in client.get(question_address(asked)).partition("<details")[0]
    client.post(question_address(asked), {"_aksi": "bukan-ini"})

    assert "garis-kemiskinan" in Waiting.of(project).refused_of(asked)
    assert chosen not in client.get(question_address(asked))


def test_another_entry_is_searched_for(client: Client, waiting: Path) -> None:
    page = client.get(f"{question_address(QUESTION)}?cari=pengaduan")

    assert 'value="jadikan:cara-mengadu"' in page


def test_a_full_entry_says_so_and_stays(client: Client, waiting: Path, full: Path) -> None:
    before = files_of(waiting)

    reply = client.post(question_address(QUESTION), {"_aksi": "jadikan:biaya-konsultasi"})

    assert reply.status == 422
    assert (
        "Sebutan lain entri ini sudah penuh: Apakah konsultasi statistik dipungut biaya? Hapus satu"
        " yang kurang berguna di formulir entri itu, lalu ulangi." in reply.text
    )
    assert files_of(waiting) == before


def test_without_questions_the_page_says_where_they_come_from(client: Client) -> None:
    assert "Tidak ada pertanyaan yang menunggu." in client.get("/sebutan")
    assert "pertanyaan warga" not in client.get("/antrean")
    assert client.send("GET", "/sebutan/0").status == 303
    assert client.post("/sebutan/0", {"_aksi": "bukan-ini"}).status == 303
