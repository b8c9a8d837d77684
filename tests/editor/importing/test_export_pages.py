"""The page with the messages around a line of an export."""

from pathlib import Path

import pytest

from tests.editor.client import Client, text_of
from tests.editor.importing.uploading import CHAT, press, said, understood
from tests.text_files import append_to

LATER = (
    "13/05/26 10.00 - Wa Ode Nining: nomor saya 0812-0000-1101, kalau kapal motor tempel berapa?\n"
    "14/05/26 08.00 - Wa Ode Nining: data kapal per desa apakah ada?\n"
)


@pytest.fixture
def office(project: Path) -> Path:
    append_to(project / "content/office.yml", "officers:\n  - Loket Data\n")
    return project


def test_what_was_set_aside_is_read_where_it_stands(client: Client, office: Path) -> None:
    page = understood(client, ("chat.txt", CHAT + LATER))
    assert '<a href="/impor/isi?berkas=chat.txt&amp;baris=5#baris-ini">baris 5</a>' in page

    shown = client.get("/impor/isi?berkas=chat.txt&baris=5")

    told = " ".join(text_of(shown).split())
    assert "Isi berkas: chat.txt" in told
    assert "baris 5 nomor saya [nomor HP] , kalau kapal motor tempel berapa?" in told
    assert "0812-0000-1101" not in shown
    sought = shown.partition('id="baris-ini"')[2]
    assert "kalau kapal motor tempel" in sought.partition("</li>")[0]


def test_a_draft_leads_to_its_place_in_the_file_and_back(client: Client, office: Path) -> None:
    understood(client, ("chat.txt", CHAT + LATER))
    press(client, "tulis", semua="konsep")
    [draft] = [path.stem for path in (office / "kb").rglob("*kapal*.yml")]
    page = client.get(f"/antrean/{draft}")
    assert (
        'chat.txt, baris 1 <a href="/impor/isi?berkas=chat.txt&amp;baris=1#baris-ini">'
        "Baca di berkasnya</a>"
    ) in page

    shown = client.get("/impor/isi?berkas=chat.txt&baris=1")

    assert f'Awal konsep: <a href="/antrean/{draft}">' in shown
    assert "kalau kapal motor tempel" in said(shown)


FAQ = "<h2>Apakah ada musala?</h2><p>Ada di lantai satu, terbuka bagi tamu.</p>"
BOT = """{"intents": [
  {"tag": "salam", "patterns": ["halo"], "responses": ["Halo!"]},
  {"tag": "musala", "patterns": ["Apakah ada musala?", "salat di mana"],
   "responses": ["Ada, lantai satu."]},
  {"tag": "parkir", "patterns": ["Di mana parkir motor?"],
   "responses": ["Di samping, kata Wa Ode Nining."]}
]}"""


def test_questions_of_a_document_are_counted_and_lead_to_no_page_of_messages(
    client: Client, office: Path
) -> None:
    assert "/impor/isi" not in understood(client, ("faq.html", FAQ))

    press(client, "tulis", semua="konsep")

    assert "nomor 1" in said(client.get("/antrean"))
    assert "faq.html, nomor 1" in said(client.get("/antrean/musala"))
    assert client.send("GET", "/impor/isi?berkas=faq.html&baris=1").status == 404


def test_questions_of_a_chatbot_are_read_where_they_stand(client: Client, office: Path) -> None:
    link = '<a href="/impor/isi?berkas=bot.json&amp;baris=1#baris-ini">'
    assert f"{link}nomor 1</a>" in understood(client, ("bot.json", BOT))
    press(client, "tulis", semua="konsep")
    assert f"bot.json, nomor 1 {link}Baca di berkasnya</a>" in client.get("/antrean/musala")

    shown = client.get("/impor/isi?berkas=bot.json&baris=1")

    told = " ".join(text_of(shown.partition("<ol")[2].partition("</ol>")[0]).split())
    assert told.startswith(
        'class="rows messages"> nomor 1 Apakah ada musala? salat di mana Ada, lantai satu. Awal'
        " konsep: Apakah ada musala? nomor 2 Di mana parkir motor? Di samping, kata"
    )
    assert "Nining" not in shown


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("berkas=lain.txt&baris=1", 404),
        ("berkas=../content/office.yml&baris=1", 404),
        ("berkas=tabel.csv&baris=2", 404),
        ("berkas=chat.txt&baris=x", 400),
        ("berkas=chat.txt", 400),
    ],
)
def test_only_chats_and_mails_of_this_computer_are_shown(
    client: Client, office: Path, query: str, status: int
) -> None:
    understood(client, ("chat.txt", CHAT), ("tabel.csv", "Pertanyaan,Jawaban\na,b\n"))

    assert client.send("GET", f"/impor/isi?{query}").status == status
