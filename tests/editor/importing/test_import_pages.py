"""Exports in the browser: uploaded, understood, corrected, written; nothing before it is asked."""

import re
from pathlib import Path

import pytest

from caridulu.site.serve.local_server import BODY_LIMIT
from tests.curation.exports.documents.written_documents import docx, paragraph
from tests.curation.exports.test_bad_exports import BAD
from tests.editor.client import Client, files_of, text_of
from tests.editor.importing.uploading import (
    ANSWERED,
    ASKED,
    KEPT,
    NEW,
    ODD,
    REFERRED,
    drafts,
    press,
    said,
    send,
    understood,
    upload,
)


def test_nothing_but_the_export_is_written_before_the_officer_says_so(
    client: Client, project: Path
) -> None:
    before = files_of(project)

    page = said(understood(client, ("../../kb/a.csv", NEW)))

    assert "1 konsep akan dibuat. 0 pertanyaan mungkin sudah dijawab" in page
    assert "Pertanyaan = pertanyaan ; Jawaban = jawaban" in page
    assert "Berapa luas kebun kakao rakyat?" in page
    assert files_of(project) == before | KEPT


def test_drafts_are_written_undone_and_lead_to_the_queue(client: Client, project: Path) -> None:
    before = files_of(project)
    understood(client, ("a.csv", NEW))

    page = press(client, "tulis")

    assert "Ditulis: 1 konsep, 0 sebutan lain, 0 usulan jawaban. 0 dilewati." in said(page)
    assert '<a class="button" href="/antrean">Periksa di antrean</a>' in page
    assert drafts(project) == ["luas-kebun-kakao-rakyat"]
    assert "1 konsultasi sudah pernah diimpor" in said(understood(client, ("a.csv", NEW)))
    press(client, "batal")
    undo = page.partition('value="urungkan:')[2].partition('"')[0]
    reply = client.work("/riwayat", {"_aksi": f"urungkan:{undo}", "kembali": "/impor"})
    assert reply.headers["Location"] == "/impor?pesan=undone"
    assert "Ditulis:" not in client.get("/impor")
    assert files_of(project) == before | KEPT


def test_who_imports_the_same_again_is_told_what_is_left_to_do(client: Client) -> None:
    understood(client, ("a.csv", NEW))
    press(client, "tulis")

    page = said(understood(client, ("a.csv", NEW)))

    assert (
        "1 konsultasi sudah pernah diimpor. Tidak ada konsep baru yang perlu ditulis. Bila ada"
        ' pertanyaan yang belum dijawab, tekan "Kumpulkan pertanyaannya saja"; bila tidak, tekan'
        ' "Batal".' in page
    )
    assert "Belum ada yang ditulis." not in page


def test_what_was_written_is_told_until_it_is_worked_on(client: Client) -> None:
    understood(client, ("a.csv", NEW))
    assert "Ditulis: 1 konsep" in said(press(client, "tulis"))
    assert "Ditulis: 1 konsep" in said(client.get("/impor"))

    client.post("/antrean/luas-kebun-kakao-rakyat", {"_aksi": "terima"})

    assert "Ditulis:" not in client.get("/impor")


def test_what_was_written_is_not_told_beside_why_other_files_are_not_read(client: Client) -> None:
    understood(client, ("a.csv", NEW))
    press(client, "tulis")

    page = upload(client, ("", b"")).text

    assert "Belum ada berkas yang dipilih." in page
    assert "Ditulis:" not in page


def test_an_faq_that_is_public_already_has_a_way_of_its_own(client: Client) -> None:
    faq = "".join(
        f"<h2>Berapa denda {of}?</h2><p>Denda Rp500 per buku setiap hari kerja.</p>"
        for of in ("buku yang terlambat", "majalah yang terlambat")
    )

    page = understood(client, ("faq.html", faq))

    assert "Tanya jawab ini sudah tayang atau ditetapkan?" in page
    source = "https://perpustakaan.contoh.example/faq"
    instead = said(press(client, "baca", pilih="faq.html", isi="faq", sumber=source))
    assert "2 entri akan dibuat dalam 1 kategori (1 kategori baru)." in instead


def test_columns_in_doubt_are_asked_and_remembered(client: Client, project: Path) -> None:
    page = understood(client, ("odd.csv", ODD))
    assert "Kolomnya belum pasti." in page
    assert "perahu motor dan tanpa motor" in page  # a first row
    twice = {"0.0.question": "1", "0.0.answer": "1"}
    reply = send(client, "kolom:0.0", **twice)
    assert reply.status == 422
    assert (
        "Pilih kolom pertanyaan dan kolom jawaban, dan jangan memakai satu kolom untuk dua hal."
        in reply.text
    )

    right = {"0.0.question": "1", "0.0.answer": "2", "0.0.date": "0"}
    page = press(client, "kolom:0.0", **right)

    assert "2 konsep akan dibuat" in said(page)
    assert (project / "content/import.yml").read_text("utf-8") == (
        "tables:\n"
        "  - headers:\n      - kapan\n      - satu\n      - dua\n"
        "    question: satu\n    answer: dua\n    date: kapan\n"
    )
    assert "2 konsep akan dibuat" in said(understood(client, ("bulan depan.csv", ODD)))
    assert "Kolom tabel yang diingat" in client.get("/riwayat")


def test_a_memory_that_cannot_be_read_is_told(client: Client, project: Path) -> None:
    understood(client, ("odd.csv", ODD))
    memory = project / "content/import.yml"
    memory.write_text("tables: ya\n", encoding="utf-8")

    reply = send(client, "kolom:0.0", **{"0.0.question": "1", "0.0.answer": "2"})

    assert reply.status == 422
    assert "tables" in text_of(reply.text)
    assert memory.read_text("utf-8") == "tables: ya\n"


@pytest.mark.parametrize(
    ("choice", "told", "comes_back"),
    [
        ("lewati", "0 konsep, 0 sebutan lain, 0 usulan jawaban. 1 dilewati.", False),
        (
            "nanti",
            "0 konsep, 0 sebutan lain, 0 usulan jawaban. 0 dilewati. 1 pertanyaan belum",
            True,
        ),
        ("sebutan", "0 konsep, 1 sebutan lain, 0 usulan jawaban. 0 dilewati.", False),
        ("jawaban", "0 konsep, 0 sebutan lain, 1 usulan jawaban. 0 dilewati.", False),
        ("konsep", "1 konsep, 0 sebutan lain, 0 usulan jawaban. 0 dilewati.", False),
    ],
)
def test_what_an_entry_answers_already_is_chosen(
    client: Client, choice: str, told: str, *, comes_back: bool
) -> None:
    page = understood(client, ("a.csv", ANSWERED))
    assert "Mungkin sudah dijawab entri lain: 1" in page
    one = page.partition('name="pilih.')[2].partition('"')[0]

    page = press(client, "tulis", semua="nanti", **{f"pilih.{one}": choice})

    assert f"Ditulis: {told}" in said(page)
    again = said(understood(client, ("a.csv", ANSWERED)))
    assert f"{int(not comes_back)} konsultasi sudah pernah diimpor" in again


def test_the_entry_that_has_received_an_alias_is_named(client: Client) -> None:
    understood(client, ("a.csv", ANSWERED))

    page = press(client, "tulis", semua="sebutan")

    assert (
        "Yang menjadi sebutan lain, dan entri yang menerimanya: Konsultasi statistik bayar berapa "
        "kak: Apakah konsultasi statistik dipungut biaya?"
    ) in said(page)
    assert '<a href="/entri/biaya-konsultasi">' in page


def test_who_chooses_one_by_one_need_not_choose_for_all(client: Client, project: Path) -> None:
    other = "pertanyaan;jawaban\nbiaya konsultasi brp;gratis\n"
    page = understood(
        client, ("a.csv", f"{ANSWERED}gratisji kah konsultasi;gratis\n"), ("b.csv", other)
    )
    *both, second = re.findall('name="(pilih[^"]+)"', page)
    assert re.findall("<h3>(.*?)</h3>", page) == ["a.csv", "b.csv"]
    assert "ul&gt;" not in page
    before = files_of(project / "kb")

    stopped = send(client, "tulis", semua="", **dict.fromkeys(both, "lewati"), **{second: ""})
    assert stopped.status == 422
    assert "1 pertanyaan belum ada pilihannya: pilih satu untuk semuanya" in said(stopped.text)
    assert files_of(project / "kb") == before

    page = press(client, "tulis", semua="", **dict.fromkeys(both, "lewati"), **{second: "lewati"})
    assert "Ditulis: 0 konsep, 0 sebutan lain, 0 usulan jawaban. 3 dilewati." in said(page)


def test_the_answer_that_is_there_already_stands_beside_the_imported_one(client: Client) -> None:
    """Who skips a question throws the officer's words away, and should see what stays."""
    page = said(understood(client, ("a.csv", ANSWERED)))

    assert (
        "Mungkin dijawab oleh: Apakah konsultasi statistik dipungut biaya? Tidak. Konsultasi"
        in page
    )


def test_what_a_referral_answers_becomes_no_alias(client: Client, project: Path) -> None:
    before = files_of(project / "kb")
    page = understood(client, ("a.csv", f"pertanyaan;jawaban\n{REFERRED};Ke dinas itu.\n"))
    assert "1 pertanyaan mungkin sudah dijawab" in said(page)
    row = page.partition('name="pilih.')[2].partition("</select>")[0]
    assert re.findall('value="([^"]*)"', row) == ["", "lewati", "konsep", "nanti"]
    assert 'href="/entri/rujukan' not in page

    press(client, "tulis", semua="sebutan")

    assert files_of(project / "kb") == before
    assert "1 konsultasi sudah pernah diimpor" in said(
        understood(client, ("a.csv", f"pertanyaan;jawaban\n{REFERRED};Ke dinas itu.\n"))
    )


def test_a_newer_answer_to_what_is_no_entry_is_not_lost(client: Client, project: Path) -> None:
    before = files_of(project / "kb")
    understood(client, ("a.csv", f"pertanyaan;jawaban\n{REFERRED};Ke dinas itu.\n"))

    page = press(client, "tulis", semua="jawaban")

    told = (
        "1 pertanyaan belum dikerjakan dan akan ditanyakan lagi pada impor berikutnya. Sebabnya: "
        'dipilih "nanti", atau pilihan itu tidak dapat dikerjakan (pertanyaan yang sama '
        "sudah ada, entrinya penuh atau sudah punya usulan, atau yang menjawab bukan entri)."
    )
    assert told in said(page)
    assert f"<li>{REFERRED[:1].upper()}{REFERRED[1:]}</li>" in page
    assert files_of(project / "kb") == before
    again = understood(client, ("a.csv", f"pertanyaan;jawaban\n{REFERRED};Ke dinas itu.\n"))
    assert "1 pertanyaan mungkin sudah dijawab" in said(again)


def test_questions_are_collected_without_drafts(client: Client, project: Path) -> None:
    understood(client, ("a.csv", ANSWERED), ("b.csv", NEW))

    page = press(client, "pertanyaan")

    assert "2 pertanyaan warga menunggu ditempatkan atau dijawab." in said(page)
    assert drafts(project) == []
    waiting = (project / "ekspor/sebutan/menunggu.txt").read_text("utf-8")
    assert "berapa luas kebun kakao rakyat" in waiting.lower()


def test_what_is_set_aside_stays_until_it_is_dismissed(client: Client, project: Path) -> None:
    page = understood(
        client,
        ("tabel.csv", f"{NEW};Ada di laman.\ndi mana data kakao?;Di laman.\n"),
        ("rusak.xlsx", b"PK\x03\x04 x"),
    )
    assert "Berkas rusak atau terpotong; salin atau ekspor sekali lagi." in page
    assert "Yang disisihkan" not in page  # each stands with its file

    page = said(press(client, "batal"))

    assert "Yang disisihkan" in page
    assert "baris 3 : baris dilewati: kolom pertanyaan kosong" in page
    assert "seluruh berkas : berkas rusak" in page
    again = press(client, "baca-lagi:tabel.csv")
    assert "tabel.csv</h2>" in again
    assert "Yang disisihkan" in again  # of the other file
    assert send(client, "baca-lagi:../content/office.yml").status == 422
    press(client, "batal")
    press(client, "abaikan:../../content/office.yml")
    assert "rusak.xlsx" in press(client, "abaikan:tabel.csv")
    page = press(client, "abaikan:rusak.xlsx")
    assert "Yang disisihkan" not in page
    assert list((project / "ekspor/disisihkan").iterdir()) == []


def test_all_lists_of_what_is_set_aside_go_at_once(client: Client, project: Path) -> None:
    understood(client, ("a.txt", "halo"), ("b.txt", "halo"))
    assert "Hapus semua daftar (2)" in said(press(client, "batal"))

    page = press(client, "abaikan-semua")

    assert "Yang disisihkan" not in page
    assert list((project / "ekspor/disisihkan").iterdir()) == []


def test_kept_exports_are_read_again_and_removed(client: Client, project: Path) -> None:
    understood(client, ("a.csv", NEW), ("b.csv", ANSWERED))
    press(client, "batal")
    nothing = client.post("/impor", {"_aksi": "baca"})
    assert nothing.status == 422
    assert "Centang dahulu berkas yang akan dibaca." in nothing.text

    page = press(client, "baca", pilih=["a.csv", "../content/office.yml"])

    assert "1 konsep akan dibuat" in said(page)
    press(client, "batal")
    press(client, "hapus:../content/office.yml")
    assert "b.csv" not in press(client, "hapus:b.csv").partition("<main")[2]
    assert (project / "content/office.yml").exists()
    assert not (project / "ekspor/b.csv").exists()


def test_an_entry_that_appears_meanwhile_is_not_overwritten(client: Client, project: Path) -> None:
    understood(client, ("a.csv", NEW))
    other = project / "kb/konsultasi/luas-kebun-kakao-rakyat.yml"
    text = (
        "question: Berapa luas kebun kakao?\nanswer: Lain.\ncategory: konsultasi\nstatus: draft\n"
    )
    other.write_text(text, encoding="utf-8")

    press(client, "tulis", semua="konsep")

    assert other.read_text("utf-8") == text
    assert drafts(project) == ["luas-kebun-kakao-rakyat-2"]


def test_a_form_without_files_or_after_a_new_start_is_answered_in_words(client: Client) -> None:
    reply = upload(client, ("", b""))
    assert reply.status == 422
    assert "Belum ada berkas yang dipilih." in reply.text
    for action in ("tulis", "kolom:0.0", "petugas", "tanggal:a.txt", "pertanyaan"):
        reply = client.post("/impor", {"_aksi": action})
        assert reply.status == 409
        assert (
            "Hasil bacaan itu sudah tidak ada. Buka halaman Impor dan baca berkasnya sekali lagi."
            in reply.text
        )
    assert client.post("/impor", {"_aksi": "lain"}).status == 400


@pytest.mark.slow  # a large file
def test_a_large_export_comes_through_the_disk(client: Client) -> None:
    row = "berapa harga beras?;Harga beras ada di laman kami.\n"
    text = "pertanyaan;jawaban\n" + row * (BODY_LIMIT // len(row) + 1000)

    page = said(understood(client, ("besar.csv", text)))

    assert "konsep akan dibuat" in page


def test_uploads_need_the_token_of_our_own_forms(client: Client, project: Path) -> None:
    before = files_of(project)
    sent = [("berkas", "a.csv", NEW.encode())]
    assert client.post_files("/impor", {"_aksi": "unggah", "_kunci": "lain"}, sent).status == 403
    assert client.send("POST", "/impor", b"x", Content_Type="text/csv").status == 415
    assert client.post_files("/antrean", {"_aksi": "unggah"}, sent).status == 415
    assert files_of(project) == before


def test_bad_and_hostile_files_are_answered_by_sentences_and_stop_nothing(
    client: Client, project: Path
) -> None:
    files = [(name, content) for name, (content, _) in BAD.items()]

    page = said(understood(client, *files, ("baik.csv", NEW)))

    assert "1 konsep akan dibuat" in page
    unsaid = []
    for name, (_, problem) in BAD.items():
        sentence = problem.partition(": ")[2]
        if f"{sentence[:1].upper()}{sentence[1:]}." not in page and sentence not in page:
            unsaid.append(name)
    assert unsaid == ASKED
    kept = sorted(path.name for path in (project / "ekspor").iterdir())
    assert kept == sorted([".gitignore", "baik.csv", "disisihkan", *BAD])


def test_answers_are_shown_in_brief_without_their_marks(client: Client) -> None:
    body = paragraph("Bagaimana meminta data kopi?", bold=True)
    body += paragraph("Isi formulir", item=True) + paragraph("Kirim ke kantor", item=True)
    body += paragraph("Kapan data kakao terbit?", bold=True) + paragraph("Setiap Desember.")

    page = understood(client, ("faq.docx", docx(body)))
    press(client, "tulis")

    assert "<p>Isi formulir Kirim ke kantor</p>" in page
    assert "<span>Isi formulir Kirim ke kantor</span>" in client.get("/antrean")
