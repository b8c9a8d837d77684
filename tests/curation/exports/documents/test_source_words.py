"""Which answers of an FAQ stand in its source word for word, and what was changed of the others."""

import json
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import Reading
from caridulu.knowledge.model import FaqChange
from tests.curation.exports.documents.written_documents import (
    docx,
    paragraph,
    pdf,
    reading_of,
    table,
    told,
    written,
)

LOAN = "<h3>Berapa lama buku boleh dipinjam?</h3><p>Paling lama <em>tuj</em>uh hari.</p>"
CARD = "<h3>Bagaimana cara menjadi anggota?</h3>"
END = "<h3>Di mana kantornya?</h3><p>Di Jalan Melati.</p>"


def changes(reading: Reading) -> dict[str, tuple[str, ...]]:
    """What was changed, by question."""
    return {one.question: tuple(map(str, one.changes)) for one in reading.consultations}


def of_page(folder: Path, answer: str) -> tuple[str, ...]:
    """What was changed of an answer in the middle of a page."""
    reading = reading_of(folder, "faq.html", f"<main>{LOAN}{CARD}{answer}{END}</main>")
    return changes(reading)["Bagaimana cara menjadi anggota?"]


@pytest.mark.parametrize(
    "answer",
    [
        "<p>Bawalah <a href='https://a.example/kartu'>kartu pelajar</a> ke loket.</p>",
        "<p>Lihat <a href='https://a.example/kartu'>https://a.example/kartu</a>.</p>",
        "<p>Syaratnya sama <a href='#kartu'>seperti kartu</a>.</p>",
        "<ol><li>Isi formulir.</li><li>Serahkan ke <b>loket</b>.</li></ol>",
        "<p>1. Isi formulir.</p><p>2. Serahkan.</p>",
        "<p>Jawab: Bawalah kartu pelajar.</p>",
        "<ul><li>kartu pelajar<ul><li>yang berlaku</li></ul></li><li>pas foto 3x4</li></ul>",
    ],
)
def test_what_stands_there_word_for_word_is_unchanged(tmp_path: Path, answer: str) -> None:
    assert of_page(tmp_path, answer) == ()


@pytest.mark.parametrize(
    ("answer", "change"),
    [
        ("<table><tr><td>Umum</td><td>Rp500</td></tr></table>", FaqChange.TABLE),
        ("<p>Datanglah.</p><h4>Syarat</h4><p>Kartu pelajar.</p>", FaqChange.HEADING),
        ("<p>Datanglah.</p><p>Anak di bawah umur?</p><p>Dengan wali.</p>", FaqChange.HEADING),
        ("<p>Ikuti alur ini.</p><p><img src='alur.png'></p>", FaqChange.PICTURE),
        ("<p>Datang ke <a href='mailto:a@b.example'>sini</a>.</p>", FaqChange.WORDS),
        ("<p>Luasnya 10<sup>2</sup> meter.</p>", FaqChange.WORDS),
        ("<p>Bayar <s>tunai</s> dengan kartu.</p>", FaqChange.WORDS),
        ("<p>Unduh <a href='/formulir.pdf'>formulir</a>.</p>", FaqChange.LINK),
        ("<p>Datanglah.</p><form>Tarif pendaftaran Rp5.000</form>", FaqChange.LEFT),
    ],
)
def test_what_was_changed_is_told(tmp_path: Path, answer: str, change: FaqChange) -> None:
    assert of_page(tmp_path, answer) == (change.value,)


def test_words_that_were_left_out_are_told_where_they_stood(tmp_path: Path) -> None:
    page = f"<main>{LOAN}<form>Tarif pendaftaran Rp5.000</form>{CARD}<p>Datanglah.</p>{END}</main>"

    assert told(reading_of(tmp_path, "faq.html", page)) == [
        'faq.html:1:1: catatan: di belakang jawaban "Berapa lama buku boleh dipinjam?" ada'
        " kata-kata yang tidak ikut: Tarif pendaftaran Rp5.000"
    ]


def test_what_stands_behind_every_answer_is_of_the_page(tmp_path: Path) -> None:
    share = "<div class='bagikan'>Bagikan: Facebook</div>"
    page = f"<main>{LOAN}{share}{CARD}<p>Datanglah.</p>{share}{END}{share}</main>"

    assert set(changes(reading_of(tmp_path, "faq.html", page)).values()) == {()}


def test_a_table_of_contents_does_not_hide_the_answers(tmp_path: Path) -> None:
    listed = "<ol><li>Berapa lama buku boleh dipinjam?</li><li>Di mana kantornya?</li></ol>"

    found = changes(reading_of(tmp_path, "faq.html", f"<main>{listed}{LOAN}{END}</main>"))

    assert found["Berapa lama buku boleh dipinjam?"] == ()


def test_a_title_that_does_not_ask_is_a_guess(tmp_path: Path) -> None:
    body = "".join(
        paragraph(question, "Heading2") + paragraph(answer)
        for question, answer in (
            ("Berapa denda keterlambatan?", "Rp500 sehari."),
            ("Jam buka", "Pukul 08.00."),
            ("Di mana kantornya?", "Di Jalan Melati."),
            ("Apakah buka hari Sabtu?", "Ya."),
        )
    )

    found = changes(reading_of(tmp_path, "faq.docx", docx(body)))

    assert found["Jam buka"] == ("question",)
    assert found["Berapa denda keterlambatan?"] == ()


def test_a_table_of_word_is_told(tmp_path: Path) -> None:
    body = paragraph("Berapa denda keterlambatan?", "Heading2") + table(
        [("Umum", "Rp500"), ("Rujukan", "tidak ada")]
    )
    body += paragraph("Di mana kantornya?", "Heading2") + paragraph("Di Jalan Melati.")

    found = changes(reading_of(tmp_path, "faq.docx", docx(body)))

    assert found["Berapa denda keterlambatan?"] == ("table",)


def test_lines_that_a_pdf_parts_are_the_same_words(tmp_path: Path) -> None:
    lines = ["1. Di mana kantor berada?", "Kantor berada di Jalan Melati, di seberang pela-",
             "buhan lama.", "2. Kapan kantor buka?", "Setiap hari kerja."]  # fmt: skip

    found = changes(reading_of(tmp_path, "faq.pdf", pdf([written(lines)])))

    assert found == {"Di mana kantor berada?": (), "Kapan kantor buka?": ()}


def test_what_an_export_holds_in_fields_is_compared_with_them(tmp_path: Path) -> None:
    escaped = "&lt;p&gt;Di &lt;b&gt;sini&lt;/b&gt;.&lt;/p&gt;"
    rows = [
        {"question": "1. Di mana kantor?", "answer": escaped},
        {"question": "Kapan buka?", "answer": "<p>Lihat <img src='jam.png'></p>"},
    ]  # fmt: skip

    found = changes(reading_of(tmp_path, "faq.json", json.dumps(rows)))

    assert found == {"Di mana kantor?": (), "Kapan buka?": ("picture",)}


def test_answers_of_a_chatbot_are_put_together(tmp_path: Path) -> None:
    intent = {"tag": "jam", "patterns": ["jam buka kapan?"], "responses": ["Pukul 8.", "Pagi."]}

    found = changes(reading_of(tmp_path, "bot.json", json.dumps({"intents": [intent]})))

    assert found == {"Jam buka kapan?": ("words",)}
