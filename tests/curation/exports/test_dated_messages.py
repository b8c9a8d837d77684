"""Messages of exports with their months, whoever wrote them."""

from pathlib import Path

from caridulu.curation.exports.dated_messages import (
    AROUND,
    DatedMessage,
    dated_messages,
    messages_around,
)


def _read(folder: Path, name: str, text: str) -> list[DatedMessage]:
    (folder / name).write_text(text, encoding="utf-8")
    return list(dated_messages(folder / name))


def test_a_chat_gives_month_and_line_of_each_message(tmp_path: Path) -> None:
    chat = """\
12/05/26 09.14 - Wa Ode: inflasi bombna brp?
12/05/26 09.15 - Pesan dan panggilan dienkripsi secara end-to-end.
30/05/26 10.02 - Petugas: 2,1 persen
"""
    assert _read(tmp_path, "chat.txt", chat) == [
        DatedMessage(""),
        DatedMessage("inflasi bombna brp?", "2026-05", "Wa Ode", 1),
        DatedMessage("2,1 persen", "2026-05", "Petugas", 3),
    ]


def test_after_a_change_of_phone_each_style_of_dates_is_read_its_own_way(tmp_path: Path) -> None:
    chat = """\
29/06/26 09.02 - Wa Ode: data padi ada?
30/06/26 09.02 - Petugas: ada
8/5/26, 9:03 AM - Wa Ode: kalau jagung?
8/19/26, 9:10 AM - Petugas: juga
"""
    months = [one.month for one in _read(tmp_path, "chat.txt", chat) if one.sender]
    assert months == ["2026-06", "2026-06", "2026-08", "2026-08"]


def test_a_date_that_does_not_exist_gives_no_month(tmp_path: Path) -> None:
    chat = """\
29/06/26 09.02 - Wa Ode: data padi ada?
31/06/26 09.02 - Wa Ode: halo?
"""
    months = [one.month for one in _read(tmp_path, "chat.txt", chat) if one.sender]
    assert months == ["2026-06", ""]


def test_a_mail_in_html_gives_its_words_without_what_it_quotes(tmp_path: Path) -> None:
    mail = """\
From: Wa Ode <wa.ode@mail.example>
Date: Mon, 9 Feb 2026 08:00:00 +0800
Subject: data
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<p>Berapa angka <b>harapan hidup</b>?</p><blockquote>Yth. Ibu, silakan.</blockquote>
"""
    (message,) = _read(tmp_path, "surat.eml", mail)
    assert message.text.split() == ["Berapa", "angka", "harapan", "hidup?"]
    assert (message.month, message.sender) == ("2026-02", "wa.ode@mail.example")


def test_a_mail_whose_date_cannot_be_read_gives_no_month(tmp_path: Path) -> None:
    mail = "From: wa.ode@mail.example\nDate: kemarin\n\nharga beras brp\n"
    assert [one.month for one in _read(tmp_path, "surat.eml", mail)] == [""]


def test_a_row_of_a_table_gives_the_month_of_its_date(tmp_path: Path) -> None:
    table = "Tanggal;{}\n09/02/2026;harga beras brp\n"
    asked = DatedMessage("harga beras brp", "2026-02")
    assert _read(tmp_path, "tamu.csv", table.format("Pertanyaan")) == [asked]
    assert _read(tmp_path, "tamu.csv", table.format("Isian")) == [
        DatedMessage("Tanggal\n\nIsian"),
        asked,
    ]


def test_a_row_says_only_what_it_asks_where_its_columns_are_certain(tmp_path: Path) -> None:
    table = """\
Tanggal;Nama;Instansi;Pertanyaan;Jawaban
02/03/2026;Ratna Dewi;SMA 1 Rumbia;cara minta data mikro susenas;
03/03/2026;Andi;Universitas Halu Oleo;ada data ikan tangkap?;Ada, di Bombana Dalam Angka
"""
    assert _read(tmp_path, "tamu.csv", table) == [
        DatedMessage("cara minta data mikro susenas", "2026-03"),
        DatedMessage("ada data ikan tangkap?", "2026-03"),
    ]


def test_a_row_says_only_what_it_asks_where_nothing_answers(tmp_path: Path) -> None:
    table = """\
Tanggal;Nama;Instansi;Pertanyaan
02/03/2026;Ratna Dewi;SMA 1 Rumbia;cara minta data mikro susenas
03/03/2026;Andi;Universitas Halu Oleo;ada data ikan tangkap?
"""
    assert [one.text for one in _read(tmp_path, "tamu.csv", table)] == [
        "cara minta data mikro susenas",
        "ada data ikan tangkap?",
    ]


def test_around_a_line_stand_the_message_it_belongs_to_and_its_neighbours(tmp_path: Path) -> None:
    lines = [f"12/05/26 09.{n:02d} - Wa Ode: pesan {n}\nlanjutan {n}\n" for n in range(1, 31)]
    path = tmp_path / "chat.txt"
    path.write_text("".join(lines), encoding="utf-8")

    found = messages_around(path, 32)  # the second line of message 16

    assert found[AROUND].text == "pesan 16\nlanjutan 16"
    assert [one.line for one in (found[0], found[-1])] == [7, 55]
    assert len(messages_around(path, 1)) == 1 + AROUND
