"""The page "Impor" with chats and mail: who is an officer, what is small talk, what is told."""

import json
import re
from pathlib import Path

from tests.curation.exports.mail.written_mails import ANI, OFFICE, mail_of
from tests.editor.client import Client, text_of
from tests.editor.importing.uploading import (
    CHAT,
    drafts,
    press,
    said,
    send,
    understood,
)
from tests.text_files import append_to


def test_officers_of_a_chat_are_asked_and_kept(client: Client, project: Path) -> None:
    page = said(understood(client, ("chat.txt", CHAT)))
    assert "1 berkas menunggu jawaban Anda di bawah ini." in page
    assert "Siapa petugas di sini?" in page
    refused = send(client, "petugas", petugas="orang lain")
    assert refused.status == 422
    assert "Centang dahulu sekurang-kurangnya satu petugas." in refused.text

    page = said(press(client, "petugas", petugas=["Loket Data"]))

    assert "Petugas: Loket Data Penanya (1): Wa Ode Nining" in page
    assert "1 pesan tidak dapat dibaca (" in page
    assert "1 mungkin data pribadi" in page
    office = (project / "content/office.yml").read_text("utf-8")
    assert office.endswith("officers:\n  - Loket Data\n")
    assert "Siapa petugas" not in said(understood(client, ("lain.txt", CHAT.replace("/05", "/06"))))


def test_of_a_live_chat_in_json_no_columns_are_shown_that_the_import_has_made(
    client: Client,
) -> None:
    said_by = [("visitor", "berapa luas kebun kakao rakyat?"), ("agent", "Luasnya 5 hektare.")]
    messages = [
        {"sender": who, "text": text, "time": "2026-11-13T03:11:00Z"} for who, text in said_by
    ]
    export = json.dumps([{"id": "LC-118", "messages": messages}])

    page = said(understood(client, ("obrolan.json", export)))

    assert "obrolan.json percakapan 1 konsep, 0 mungkin sudah dijawab, 0 disisihkan" in page
    assert "Perbaiki kolom" not in page


def test_the_columns_of_tickets_are_named(client: Client) -> None:
    asked = ("berapa luas kebun kakao rakyat?", "kapan data padi terbit?")
    rows = "".join(
        f"T-{n};Pelanggan;{text}\nT-{n};Agen;Lihat tabel 5.3 di laman kami.\n"
        for n, text in enumerate(asked, start=7)
    )

    page = said(understood(client, ("tiket.csv", f"Nomor tiket;Pengirim;Pesan\n{rows}")))

    assert "Nomor tiket = Nomor tiket ; Pesan = Pesan" in page


def test_a_visitor_who_was_taken_for_an_officer_is_none_again(
    client: Client, project: Path
) -> None:
    office = (project / "content/office.yml").read_text("utf-8")
    understood(client, ("chat.txt", CHAT))
    page = press(client, "petugas", petugas=["Wa Ode Nining"])
    assert "Petugas: Wa Ode Nining Penanya (1): Loket Data" in said(page)
    assert 'value="bukan:Wa Ode Nining">Wa Ode Nining bukan petugas</button>' in page

    page = said(press(client, "bukan:Wa Ode Nining"))

    assert "Siapa petugas di sini?" in page
    assert (project / "content/office.yml").read_text("utf-8") == office
    assert send(client, "bukan:orang lain").status == 400


def test_an_officer_known_by_another_name_is_taken_out_in_the_form(
    client: Client, project: Path
) -> None:
    append_to(project / "content/office.yml", "officers: [Layanan]\n")
    mails = mail_of(ANI, "Kapal", 2, "Ada data kapal?") + mail_of(OFFICE, "Re: Kapal", 3, "Ada 12.")
    understood(client, ("a.mbox", mails))

    refused = send(client, "bukan:layanan@kantor.example")

    assert refused.status == 422
    assert (
        "layanan@kantor.example dikenali dari nama, nomor, atau alamat pada data kantor. Ubah di "
        "formulir Kantor, lalu baca lagi."
    ) in text_of(refused.text)


def test_every_sender_of_a_crowded_group_can_be_named_an_officer(client: Client) -> None:
    crowd = "".join(
        f"12/05/26 {10 + n // 60}.{n % 60:02d} - +62 812-0000-{n:04d}: ada data padi?\n"
        for n in range(150)
    )
    page = understood(client, ("grup.txt", CHAT + crowd))

    offered = re.findall(r'name="petugas" value="([^"]+)"', page)
    assert offered[:3] == ["Loket Data", "Wa Ode Nining", "+62 812-0000-0000"]
    assert len(offered) == 152


def test_what_seems_small_talk_becomes_a_draft_when_the_officer_says_so(
    client: Client, project: Path
) -> None:
    (project / "content/office.yml").write_text(
        (project / "content/office.yml").read_text("utf-8") + "officers:\n  - Loket Data\n"
    )
    talk = CHAT + (
        "20/06/26 09.14 - Wa Ode Nining: jadi rapat di kantor jam 9 besok?\n"
        "20/06/26 09.20 - Loket Data: Jadi bu, rapat jam 9 di lantai dua.\n"
    )
    page = understood(client, ("chat.txt", talk))
    assert "1 konsep akan dibuat" in said(page)
    assert "1 tampaknya obrolan atau janji temu" in page
    assert "Jadi bu, rapat jam 9 di lantai dua." in said(page)
    assert "salin sendiri" not in page.partition("<h2>Yang disisihkan")[0]
    key = page.partition('value="jadikan:')[2].partition('"')[0]

    page = press(client, f"jadikan:{key}")

    assert "2 konsep akan dibuat" in said(page)
    assert "tampaknya obrolan" not in page
    press(client, "tulis", semua="konsep")
    assert len(drafts(project)) == 2
    again = said(understood(client, ("lagi.txt", talk)))
    assert "0 konsep akan dibuat" in again
    assert "1 tampaknya obrolan" not in again
    assert "2 konsultasi sudah pernah diimpor" in again
    assert "0 disisihkan" in again
    assert not (project / "ekspor/disisihkan/lagi.txt.csv").exists()


def test_what_is_small_talk_indeed_is_shown_by_no_import_again(
    client: Client, project: Path
) -> None:
    append_to(project / "content/office.yml", "officers:\n  - Loket Data\n")
    talk = CHAT + (
        "20/06/26 09.14 - Wa Ode Nining: jadi rapat di kantor jam 9 besok?\n"
        "20/06/26 09.20 - Loket Data: Jadi bu, rapat jam 9 di lantai dua.\n"
    )
    assert "1 tampaknya obrolan" in said(understood(client, ("chat.txt", talk)))

    page = said(press(client, "obrolan:chat.txt"))

    assert "1 konsep akan dibuat" in page
    assert "tampaknya obrolan" not in page
    longer = talk + "21/06/26 09.00 - Wa Ode Nining: makasih\n"
    again = said(understood(client, ("chat.txt", longer)))
    assert "tampaknya obrolan" not in again
    assert "bukan konsultasi, jadi dilewati" not in again
    done = client.get("/riwayat")
    assert "Yang bukan konsultasi disingkirkan dari impor" in done
    client.undo(done)
    assert "1 tampaknya obrolan" in said(press(client, "baca-lagi:chat.txt"))


def test_an_appointment_that_was_answered_waits_for_no_entry(client: Client, project: Path) -> None:
    talk = CHAT + (
        "13/07/26 09.00 - Wa Ode Nining: besok jadi rapat jam 9 ya bu?\n"
        "13/07/26 09.01 - Loket Data: Jadi bu, rapat jam 9 di lantai dua.\n"
        "14/08/26 09.00 - Wa Ode Nining: kalau populasi kambing per desa ada?\n"
    )
    understood(client, ("chat.txt", talk))
    press(client, "petugas", petugas=["Loket Data"])

    press(client, "tulis")

    waiting = (project / "ekspor/sebutan/menunggu.txt").read_text("utf-8")
    assert "populasi kambing" in waiting
    assert "rapat" not in waiting


def test_what_is_passed_over_has_its_place(client: Client) -> None:
    small_talk = (
        "13/07/26 09.00 - Wa Ode Nining: su di depan pak\n"
        "13/07/26 09.01 - Loket Data: silakan masuk ibu\n"
    )
    understood(client, ("chat.txt", CHAT + small_talk))

    page = said(press(client, "petugas", petugas=["Loket Data"]))

    assert "baris 5 : 2 pesan" in page


def test_what_is_told_of_many_rows_is_told_once(client: Client) -> None:
    rows = "".join(f"Berapa luas kebun ke-{n}?,Luasnya {n} hektare.,Kebun\n" for n in range(2, 13))

    page = understood(client, ("tanya.csv", "Pertanyaan,Jawaban,Kategori\n" + rows))

    assert "1 hal untuk diketahui" in page
    places = ", ".join(f"baris {n}" for n in range(2, 10))
    assert f"<b>{places}, …</b>: Kategori &#34;Kebun&#34; tidak dikenal" in page


def test_who_wrote_mails_is_named_once(client: Client) -> None:
    mails = (
        "From a@x Mon Nov  9 10:12:00 2026\nFrom: Andi Rahmat <andi@warga.example>\n"
        "To: layanan@statistik.contoh.example\nSubject: upah\nMessage-ID: <1@x>\n"
        "Date: Mon, 09 Nov 2026 10:12:00 +0800\n\nApakah tersedia data upah buruh?\n\n"
        "From b@x Mon Nov  9 14:02:00 2026\nFrom: Layanan <layanan@statistik.contoh.example>\n"
        "To: andi@warga.example\nSubject: Re: upah\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>\n"
        "Date: Mon, 09 Nov 2026 14:02:00 +0800\n\nData upah tersedia sampai provinsi.\n"
    )

    page = said(understood(client, ("surel.mbox", mails)))

    assert "Penanya (1): andi@warga.example" in page


def test_day_and_month_of_a_chat_can_be_corrected(client: Client, project: Path) -> None:
    chat = CHAT.replace("12/05/26 09.", "5/6/26, 9:").replace(" - ", " AM - ")
    append_to(project / "content/office.yml", "officers: [Loket Data]\n")
    page = understood(client, ("chat.txt", chat))
    assert "Tanggal dibaca bulan lebih dahulu; perbaiki urutannya bila keliru." in said(page)

    page = press(client, "tanggal:chat.txt", **{"urutan.chat.txt": "dmy"})

    assert "1 konsep akan dibuat" in said(page)
    press(client, "tulis")
    [draft] = drafts(project)
    [path] = (project / "kb").rglob(f"{draft}.yml")
    assert "month: 2026-06" in path.read_text("utf-8")


def test_what_is_doubted_is_told_before_anything_is_written(client: Client, project: Path) -> None:
    append_to(project / "content/office.yml", "officers: [Loket Data]\n")
    chat = (
        "14/05/26 08.10 - Wa Ode Nining: inflasi Februari sudah rilis kah? Berapa angkanya dan"
        " komoditas apa yang paling mendorong\n"
        "14/05/26 08.30 - Loket Data: Rilis tadi pukul 11. Inflasi Februari 2,37 persen.\n"
        "14/05/26 08.31 - Wa Ode Nining: Kenapa disebut inflasi kota, bukan kabupaten?\n"
        "14/05/26 08.40 - Loket Data: Karena survei harganya dilakukan di kota saja.\n"
        "20/05/26 08.10 - Wa Ode Nining: konsultasi [nama] bayar berapa kak\n"
        "20/05/26 08.12 - Loket Data: gratis, tidak dipungut biaya\n"
    )

    page = understood(client, ("chat.txt", chat))

    drafted, _, answered = page.partition("Mungkin sudah dijawab entri lain: 1")
    assert "mungkin lebih dari satu pertanyaan" in drafted
    place = '<a href="/impor/isi?berkas=chat.txt&amp;baris={}#baris-ini">baris {}</a>'
    assert place.format(1, 1) in drafted
    assert place.format(5, 5) in answered
    assert "ada yang disamarkan dalam pertanyaannya" in answered
