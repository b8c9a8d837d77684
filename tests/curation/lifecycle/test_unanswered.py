"""What visitors searched, from the site's messages in exports."""

import datetime as dt
import json
from pathlib import Path

import pytest

from caridulu.curation.exports.dated_messages import DatedMessage
from caridulu.curation.lifecycle.same_questions import SameQuestions
from caridulu.curation.lifecycle.sought_messages import sought_in
from caridulu.curation.lifecycle.unanswered import grouped, unanswered_questions
from caridulu.curation.project import open_project
from caridulu.curation.writing import write_all
from caridulu.search.index.search_index import SearchIndex
from tests.curation.written_exports import site_message

NEXT = (
    "Yang BELUM TERJAWAB: tulis entrinya, atau tambahkan sebutan lain bila entri yang disebut "
    "memang menjawabnya. Dengan caridulu import --harvest --write, semuanya menunggu di caridulu "
    "edit."
)


def _chat(*messages: str) -> str:
    return "".join(f"25/11/26 09.14 - Asriani: {text}\n" for text in messages)


def test_gaps_are_grouped_ranked_and_checked_against_the_search(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        _chat(
            site_message("ikan tangkap di poleang?", "ikan tangkap"),
            site_message("data ikan tangkap 2024", "data ikan tangkap"),
            site_message("saya 081200001111 mau tahu", "biaya konsultasi", outcome="A"),
            "tidak ada hubungannya",
        ),
        encoding="utf-8",
    )

    ran = run("gaps", path)

    assert ran.out == (
        "3 pesan menyebut apa yang dicari; 3 di antaranya dari halaman Cari Dulu, 0 dengan baris "
        "yang sudah diubah pengirim.\n"
        "2x, 2x tidak ditemukan, BELUM TERJAWAB: data ikan tangkap | ikan tangkap\n"
        "1x, 0x tidak ditemukan, kini terjawab: biaya konsultasi\n"
        "  dijawab biaya-konsultasi: Apakah konsultasi statistik dipungut biaya?\n"
        f"{NEXT}\n"
    )


def test_gaps_keep_the_groups_that_an_officer_made(tmp_path: Path, project: Path, run) -> None:
    asked = ["data ikan tangkap", "ikan tangkap", "jadwal kapal feri"]
    path = tmp_path / "chat.txt"
    path.write_text(_chat(*(site_message(f"{one}?", one) for one in asked)), encoding="utf-8")
    made = SameQuestions().with_group([asked[1]]).with_group([asked[0], "Jadwal  kapal feri"])
    write_all(made.files(project))

    ran = run("gaps", path)

    assert (
        "2x, 2x tidak ditemukan, BELUM TERJAWAB: data ikan tangkap | jadwal kapal feri" in ran.out
    )
    assert "1x, 1x tidak ditemukan, BELUM TERJAWAB: ikan tangkap\n" in ran.out


def test_gaps_read_mail_also_where_its_headers_are_damaged(tmp_path: Path, run) -> None:
    damaged = 'Content-Type: text/plain; charset="x\0"'  # the standard parser raises for it
    text = "".join(
        f"From x Tue Nov 24 09:14:00 2026\nFrom: a@b.example\n{head}\n{message}\n\n"
        for head, message in (
            ("Subject: x\n", site_message("data ikan?", "data ikan")),
            (f"{damaged}\n", site_message("data sapi?", "data sapi")),
        )
    )
    path = tmp_path / "kotak.mbox"
    path.write_text(text, encoding="utf-8")

    assert run("gaps", path).out.splitlines()[0] == (
        "2 pesan menyebut apa yang dicari; 2 di antaranya dari halaman Cari Dulu, 0 dengan baris "
        "yang sudah diubah pengirim."
    )


def test_gaps_name_a_file_that_cannot_be_read_and_count_the_others(tmp_path: Path, run) -> None:
    good, bad = tmp_path / "chat.txt", tmp_path / "buku tamu.xlsx"
    good.write_text(_chat(site_message("ikan?", "ikan tangkap")), encoding="utf-8")
    bad.write_bytes(b"PK\x03\x04")

    ran, alone = run("gaps", bad, good, json=True), run("gaps", bad)

    told = "buku tamu.xlsx:1:1: berkas rusak atau terpotong; salin atau ekspor sekali lagi\n"
    assert (ran.code, ran.err) == (1, told)
    assert json.loads(ran.out)["messages"] == 1
    assert (alone.code, alone.out, alone.err) == (1, "", told)


def test_the_same_message_in_two_exports_counts_once(tmp_path: Path, run) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(_chat(site_message("ikan?", "ikan tangkap")), encoding="utf-8")

    ran = run("gaps", tmp_path / "a.txt", tmp_path / "b.txt", json=True)

    assert json.loads(ran.out)["messages"] == 1


def test_gaps_show_no_personal_data(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(_chat(site_message("?", "nomor bu Nining 081200001111")), encoding="utf-8")

    out = run("gaps", path).out

    assert out.splitlines()[1].endswith("nomor bu [nama] [nomor HP]")


OTHER_WORDINGS = {
    'Halo Admin, saya sudah cari di website "jumlah koperasi aktif" tapi tidak ketemu': [
        "jumlah koperasi aktif"
    ],
    "Pagi kak, sy cari harga pupuk di web bps tidak ada. bisa dibantu?": ["harga pupuk"],
    "Saya menelusuri laman dengan kata kunci: panjang jalan rusak. Belum ada jawaban.": [
        "panjang jalan rusak"
    ],
    "Yang saya cari: jumlah guru honorer\nKeterangan: untuk skripsi": ["jumlah guru honorer"],
    "[Tanya Statistik] Pencarian: peta batas desa | batas desa": ["peta batas desa", "batas desa"],
    "sudah coba cari di situs tapi nda ketemu soal produksi rumput laut": ["produksi rumput laut"],
    "Hasil pencarian kosong waktu ketik luas kebun kakao, tolong min": ["luas kebun kakao"],
    "Mau tanya jumlah masjid, di web nda ada pak": ["jumlah masjid"],
    "I searched for 'poverty line' on your website but could not find it": ["poverty line"],
    "Terima kasih banyak pak, sangat membantu": [],
    "Jam berapa kantor buka?": [],
    "Mohon maaf data itu tidak ada di kami, silakan ke dinas": [],
}


@pytest.mark.parametrize("text", OTHER_WORDINGS)
def test_what_was_sought_is_read_in_any_wording(text: str) -> None:
    phrases = [phrase for said in sought_in(text) for phrase in said.phrases]

    assert phrases == OTHER_WORDINGS[text]


def test_gaps_are_shown_month_by_month_whatever_the_wording(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        "25/10/26 09.14 - Asriani: sudah cari ikan tangkap di web tidak ada kak\n"
        "25/11/26 09.14 - Rahmat: Kata kunci: data ikan tangkap\n"
        "26/11/26 10.14 - Rahmat: terima kasih\n",
        encoding="utf-8",
    )

    ran = run("gaps", path)

    assert ran.out == (
        "2 pesan menyebut apa yang dicari; 0 di antaranya dari halaman Cari Dulu, 0 dengan baris "
        "yang sudah diubah pengirim.\n"
        "Per bulan: 2026-10 1x, 2026-11 1x.\n"
        "2x, 2x tidak ditemukan, BELUM TERJAWAB: data ikan tangkap | ikan tangkap\n"
        "  per bulan: 2026-10 1x, 2026-11 1x\n"
        f"{NEXT}\n"
    )


def test_rows_of_a_table_have_their_month(tmp_path: Path, run) -> None:
    path = tmp_path / "rekap.csv"
    path.write_text(
        "tanggal;pesan\n03/10/2026;sudah cari harga pupuk di web tidak ketemu\n", encoding="utf-8"
    )

    ran = run("gaps", path, json=True)

    assert json.loads(ran.out)["months"] == {"2026-10": 1}


def test_every_question_counts_when_asked_for(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("25/11/26 09.14 - Asriani: ada data kapal nelayan?\n", encoding="utf-8")

    assert run("gaps", path).out == (
        "Tidak ada pesan di berkas ini yang menyebut apa yang sudah dicari. Dengan --questions "
        "setiap pertanyaan dihitung.\n"
    )
    assert "1x, 0x tidak ditemukan, BELUM TERJAWAB: Ada data kapal nelayan?" in (
        run("gaps", path, questions=True).out
    )


def test_a_question_counts_without_who_asks_and_whom(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        "24/11/26 09.14 - Asriani: Selamat pagi, perkenalkan saya Nur Aisyah dari Universitas Halu "
        "Oleo. Saya hendak menanyakan data kapal nelayan 2024. Terima kasih.\n"
        "25/11/26 09.14 - Asriani: terima kasih banyak, semoga sehat selalu\n",
        encoding="utf-8",
    )

    assert run("gaps", path, questions=True).out.splitlines()[1:] == [
        "1x, 0x tidak ditemukan, BELUM TERJAWAB: Data kapal nelayan 2024",
        NEXT,
    ]


def test_rare_wordings_of_very_many_stand_alone(
    real_index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caridulu.curation.lifecycle.unanswered.MOST_GROUPED", 2)
    phrases = ["jumlah koperasi", "data koperasi", "koperasi yang aktif"]

    assert grouped(phrases, real_index, SameQuestions()) == [[0, 1], [2]]


def test_every_wording_that_nobody_answers_is_listed_what_was_missed_first(
    project: Path, today: dt.date
) -> None:
    opened = open_project(project, today=today)
    said = (
        "zaitun?",  # a word alone, of somebody who has not searched
        "siap bu Asriani. besok sy ke kantor jam 9 ya",  # an appointment
        "berapa harga bibit zaitun di pasar?",
        "harga bibit zaitun di pasar berapa?",
        site_message("ada zaitun?", "zaitun"),
    )

    found = unanswered_questions(
        [DatedMessage(text) for text in said],
        opened.index,
        redactor=opened.redactor,
        officers=(),
        answered=(),
    )

    assert tuple(one.text for one in found) == (
        "zaitun",
        "Berapa harga bibit zaitun di pasar?",
        "Harga bibit zaitun di pasar berapa?",
    )


def test_what_an_officer_has_said_of_columns_is_known(tmp_path: Path, project: Path, run) -> None:
    (project / "content/import.yml").write_text(
        "tables:\n- headers: [a, b, c]\n  question: c\n  answer: b\n", encoding="utf-8"
    )
    path = tmp_path / "rekap.csv"
    path.write_text("a;b;c\nSMA 1;nanti kami cek;ada data kapal nelayan?\n", encoding="utf-8")

    ran = run("gaps", path, questions=True, json=True)

    assert [one["phrasings"] for one in json.loads(ran.out)["sought"]] == [
        [{"text": "Ada data kapal nelayan?", "count": 1}]
    ]


def test_of_a_table_with_tickets_only_what_askers_write_counts(tmp_path: Path, run) -> None:
    path = tmp_path / "tiket.csv"
    path.write_text(
        "Ticket;Requester;Date;From;Message\n"
        "1;Andi Saputra;2026-03-03 08:00;Andi Saputra;ada data kapal nelayan?\n"
        "1;Andi Saputra;2026-03-03 09:00;Loket;untuk tahun berapa data kapalnya, kak?\n"
        "1;Andi Saputra;2026-03-03 10:00;Andi Saputra;2024\n",
        encoding="utf-8",
    )

    ran = run("gaps", path, questions=True, officer="loket")

    assert [line for line in ran.out.splitlines() if line[:2] == "1x"] == [
        "1x, 0x tidak ditemukan, BELUM TERJAWAB: Ada data kapal nelayan?"
    ]


def test_messages_of_officers_are_not_counted(tmp_path: Path, run) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        "24/11/26 09.14 - Asriani: ada data kapal nelayan 2024?\n"
        "24/11/26 10.14 - Loket: untuk tahun berapa data kapalnya, kak?\n",
        encoding="utf-8",
    )

    told = run("gaps", path, questions=True)
    known = run("gaps", path, questions=True, officer="loket")

    assert told.out.startswith("2 pesan bertanya atau menyebut apa yang dicari;")
    assert told.err == (
        "chat.txt: tidak ada pengirim yang dikenal sebagai petugas, jadi pesan petugas mungkin "
        "ikut dihitung. Pakai --officer bila petugas ada di antara pengirim: Asriani, Loket\n"
    )
    assert known.out.startswith("1 pesan bertanya atau menyebut apa yang dicari;")
    assert known.err == ""


def test_mails_of_the_office_are_not_counted(tmp_path: Path, project: Path, run) -> None:
    office = project / "content/office.yml"
    office.write_text(f"{office.read_text('utf-8')}officers: [pst@contoh.example]\n", "utf-8")
    path = tmp_path / "kotak.mbox"
    path.write_text(
        "From x Tue Nov 24 09:14:00 2026\nFrom: PST <pst@contoh.example>\nSubject: x\n\n"
        "Yang saya cari: data ikan\n\n",
        encoding="utf-8",
    )

    assert run("gaps", path).out.startswith("Tidak ada pesan di berkas ini")


def test_messages_of_telegram_are_counted_with_their_months(tmp_path: Path, run) -> None:
    path = tmp_path / "result.json"
    sent = {"type": "message", "date": "2026-03-02T08:00:00", "from": "Asri", "from_id": "user1"}
    said = {**sent, "text": "sudah cari harga pupuk di web tidak ketemu"}
    path.write_text(json.dumps({"name": "Asri", "messages": [said]}), encoding="utf-8")

    assert json.loads(run("gaps", path, json=True).out)["months"] == {"2026-03": 1}
