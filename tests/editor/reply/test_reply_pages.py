"""A pasted message is answered from what is published, or becomes a draft; it is kept nowhere."""

import re
from html import unescape
from pathlib import Path

import pytest

from caridulu.journal.journal import Journal
from caridulu.site.handover.handover_message import MessageDraft, ReadEntry, Topic, message_text
from tests.editor.client import Client, files_of, text_of

FEES = "kb/konsultasi/biaya-konsultasi.yml"
ASKS = "Pagi, saya Siti Rahmawati (081234567890). konsul bayar brp?"
UNKNOWN = "Kapan kapal feri berangkat ke pulau seberang?"
WEAK = "ongkos konsul skripsi"
WHATSAPP = """\
Halo Bapak/Ibu, terima kasih sudah menghubungi Kantor Statistik Kabupaten Contoh.

*Apakah konsultasi statistik dipungut biaya?*

Tidak. Konsultasi statistik di Kantor Statistik Kabupaten Contoh *tidak dipungut biaya*, baik \
datang langsung maupun daring. Standar pelayanan menyebut: Tidak dipungut biaya.

Selengkapnya: https://tanya.statistik.contoh.example/kb/biaya-konsultasi/

Bila masih ada yang ingin ditanyakan, silakan balas pesan ini."""


def _post(client: Client, text: str, **more: str | list[str]) -> str:
    reply = client.post("/balas", {"pesan": text, "_aksi": "cari", **more})
    assert reply.status == 200, reply.status
    return reply.text


def _reply(page: str) -> str:
    found = re.search(r'<textarea id="balasan"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return unescape(found[1]) if found else ""


def _mark(page: str) -> str:
    return re.findall(r'name="susunan" value="(\w+)"', page)[0]


def _composed(client: Client, text: str, **more: str | list[str]) -> str:
    mark = _mark(_post(client, text))
    return _post(client, text, _aksi="susun", susunan=mark, **more)


def test_an_answered_question_has_its_reply_ready(client: Client) -> None:
    page = _post(client, ASKS)

    assert _reply(page) == WHATSAPP
    assert "Sudah terjawab di situs." in page
    assert "Pesan ini memuat satu pertanyaan." in page
    assert 'aria-label="Balasan hanya dengan jawaban: Apakah konsultasi' in page


def test_nothing_is_chosen_where_the_site_asks_back(client: Client) -> None:
    page = _post(client, "Berapa lama waktu penyelesaian permohonan data?")

    assert "Di situs, pengunjung ditanya mana yang dimaksud." in page
    assert _reply(page) == ""
    assert re.findall(r'name="pakai-0" value="([\w-]+)"( checked)?', page) == [
        ("lama-jawaban-daring", ""),
        ("kantor-lama-menunggu", ""),
        ("kantor-jam-buka", ""),
    ]


def test_an_e_mail_has_no_marks_and_a_signature(client: Client) -> None:
    page = _composed(client, ASKS, lewat="email", **{"pakai-0": "biaya-konsultasi"})

    text = _reply(page)
    assert text.startswith(
        "Yth. Bapak/Ibu,\n\nTerima kasih telah menghubungi Kantor Statistik Kabupaten Contoh. "
        "Berikut jawaban kami.\n\nApakah konsultasi statistik dipungut biaya?\n\nTidak."
    )
    assert text.endswith(
        "Bila masih ada yang ingin ditanyakan, silakan balas e-mail ini.\n\nHormat kami,\n"
        "Kantor Statistik Kabupaten Contoh"
    )
    assert "*" not in text


def test_several_questions_are_answered_in_one_reply(client: Client) -> None:
    page = _post(client, "1. konsul bayar brp?\n2. bikin ktp di mana?\n3. kantor buka jam berapa?")

    text = _reply(page)
    assert "Pesan ini memuat 3 pertanyaan. Jawaban yang dipilih menjadi satu balasan." in page
    assert "Urusan instansi lain. Balasannya menyebut siapa yang berwenang." in page
    assert text.count("Halo Bapak/Ibu") == 1
    titles = re.findall(r"^\*(.*)\*$", text, re.M)
    assert titles == [
        "Apakah konsultasi statistik dipungut biaya?",
        "Membuat KTP",
        "Jam berapa Kantor Statistik Kabupaten Contoh buka?",
    ]
    assert (
        "Hal ini bukan kewenangan Kantor Statistik Kabupaten Contoh. Yang berwenang: Dinas "
        "Kependudukan dan Pencatatan Sipil kabupaten atau kota." in text
    )


def test_what_is_not_chosen_is_not_in_the_reply(client: Client) -> None:
    both = "1. konsul bayar brp?\n2. bikin ktp di mana?"

    text = _reply(_composed(client, both, **{"pakai-1": "rujukan-ktp"}))

    assert re.findall(r"^\*(.*)\*$", text, re.M) == ["Membuat KTP"]
    empty = _composed(client, both)
    assert _reply(empty) == ""
    assert 'Pilih jawaban di atas atau tulis jawaban Anda, lalu tekan "Susun balasan".' in text_of(
        empty
    )


def test_other_results_are_folded_away_until_chosen(client: Client) -> None:
    text = "mau komplain pelayanan kantor statistik"
    folded = _post(client, text)
    assert "<details><summary>Hasil lain (2)</summary>" in folded
    assert re.findall(r"^\*(.*)\*$", _reply(folded), re.M) == [
        "Bagaimana cara menyampaikan pengaduan?"
    ]

    page = _composed(client, text, **{"pakai-0": ["cara-mengadu", "kantor-layanan"]})

    assert "<details open><summary>Hasil lain (2)</summary>" in page
    assert re.findall(r"^\*(.*)\*$", _reply(page), re.M) == [
        "Bagaimana cara menyampaikan pengaduan?",
        "Layanan apa saja yang ada di Kantor Statistik Kabupaten Contoh?",
    ]


def test_choices_of_another_message_do_not_count(client: Client) -> None:
    mark = _mark(_post(client, UNKNOWN))

    page = _post(client, ASKS, _aksi="susun", susunan=mark, **{"tulis-0": "Bukan untuk ini."})

    assert _reply(page) == WHATSAPP


def test_a_fact_that_the_office_has_not_stated_is_not_sent(client: Client) -> None:
    page = _post(client, "kepala kantornya siapa?")

    assert _reply(page) == ""
    assert (
        "Kantor belum mengisi keterangan ini pada formulir Kantor atau Layanan. Jawab dengan "
        "kata-kata sendiri, lalu lengkapi formulirnya." in page
    )
    assert "Sudah terjawab di situs." not in page


def test_own_words_go_into_the_reply(client: Client) -> None:
    text = _reply(_composed(client, UNKNOWN, **{"tulis-0": "Tanyakan Dinas Perhubungan."}))

    assert text == (
        "Halo Bapak/Ibu, terima kasih sudah menghubungi Kantor Statistik Kabupaten Contoh.\n\n"
        "Tanyakan Dinas Perhubungan.\n\n"
        "Bila masih ada yang ingin ditanyakan, silakan balas pesan ini."
    )
    joined = f"1. {UNKNOWN}\n2. konsul bayar brp?"
    both = _composed(client, joined, **{"tulis-0": "Tanyakan ASDP.", "pakai-1": "biaya-konsultasi"})
    assert f"*{UNKNOWN}*\nTanyakan ASDP.\n\n*Apakah konsultasi" in _reply(both)


def test_on_trial_the_reply_says_so(client: Client, project: Path) -> None:
    office = project / "content/office.yml"
    text = office.read_text("utf-8").replace(
        "site_url: https://tanya.statistik.contoh.example\n", ""
    )
    office.write_text(text.replace("status: approved", "status: trial"), encoding="utf-8")

    page = _post(client, ASKS)

    assert "Situs percobaan, belum disahkan Kantor Statistik Kabupaten Contoh." in _reply(page)
    assert "Selengkapnya" not in _reply(page)
    assert "Balasan belum memuat tautan: isi alamat situs pada formulir" in page


def test_without_an_answer_the_officer_s_words_become_a_draft(
    client: Client, project: Path
) -> None:
    before = files_of(project)
    mark = _mark(_post(client, UNKNOWN))
    written = "Halo Bu,\nTanyakan Pak Budi Santoso, 081298765432, di Dinas Perhubungan."
    pressed = {"pesan": UNKNOWN, "susunan": mark, "tulis-0": written, "_aksi": "konsep:0"}

    form = client.post("/balas", pressed).text

    assert files_of(project) == before
    assert (
        "Belum disimpan. Pertanyaan dan jawaban sudah diisikan dan data pribadi yang dikenali "
        "sudah disamarkan. Baca sekali lagi, pilih kategori, lalu simpan sebagai konsep." in form
    )
    assert 'action="/entri/baru"' in form
    assert f'name="question" value="{UNKNOWN}"' in form
    assert "[nomor HP]" in form
    assert "081298765432" not in form
    draft = {"question": UNKNOWN, "answer": "Tanyakan ASDP.", "category": "konsultasi"}
    saved = client.post(
        "/entri/baru", {**draft, "status": "draft", "_id": "", "_versi": "", "_aksi": "simpan"}
    )
    assert saved.status == 303
    assert "Kapan kapal feri berangkat" in client.get("/antrean")


def test_a_draft_needs_an_answer(client: Client) -> None:
    reply = client.post("/balas", {"pesan": UNKNOWN, "_aksi": "konsep:0"})

    assert reply.status == 422
    assert 'Tulis dahulu jawabannya, lalu tekan "Jadikan konsep entri".' in text_of(reply.text)


def test_drafts_that_may_answer_are_told(client: Client) -> None:
    page = _post(client, "konsul lewat zoom bisa kah")

    assert "Konsep yang mungkin menjawab, belum terbit" in page
    assert 'href="/entri/konsultasi-lewat-video"' in page


def test_a_weak_phrasing_becomes_an_alias_without_who_asked(client: Client, project: Path) -> None:
    text = f"Pagi, saya Siti Rahmawati. {WEAK}"
    page = _post(client, text)
    assert "Belum pasti terjawab. Bacalah dahulu, lalu pilih yang memang menjawab." in page
    assert 'value="sebutan:0:biaya-konsultasi"' in page

    taken = _post(client, text, _aksi="sebutan:0:biaya-konsultasi")

    entry = (project / FEES).read_text("utf-8")
    assert "  - Ongkos konsul skripsi\n" in entry
    assert "Siti" not in entry
    assert (
        '"Ongkos konsul skripsi" menjadi sebutan lain dari: Apakah konsultasi statistik dipungut '
        "biaya?" in text_of(taken)
    )
    assert "Sudah terjawab di situs." in taken
    action = Journal(project).actions()[-1]
    assert f'value="urungkan:{action.id}"' in taken


def test_a_full_entry_takes_no_alias(client: Client, project: Path, full: Path) -> None:
    before = files_of(project)

    reply = client.post(
        "/balas", {"pesan": "honor skripsi konsul", "_aksi": "sebutan:0:biaya-konsultasi"}
    )

    assert reply.status == 422
    assert "Sebutan lain entri ini sudah penuh: Apakah konsultasi statistik" in reply.text
    assert files_of(project) == before


@pytest.mark.parametrize(
    "action", ["", "konsep:9", "konsep:x", "sebutan:0:tidak-ada", "sebutan:0", "simpan"]
)
def test_unknown_buttons_are_refused(client: Client, action: str) -> None:
    assert client.post("/balas", {"pesan": WEAK, "_aksi": action}).status == 400


def test_a_certain_answer_needs_no_alias(client: Client) -> None:
    pressed = {"pesan": ASKS, "_aksi": "sebutan:0:biaya-konsultasi"}

    assert client.post("/balas", pressed).status == 400


def test_nothing_pasted_is_kept_or_told(
    client: Client, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mark = "Rahmawati Zubaedah"
    text = f"Saya {mark} dari Desa Toburi. {UNKNOWN}"
    client.get("/balas")  # what a first look at a project writes is there now
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    for pressed in ("cari", "susun", "konsep:0"):
        form = {"pesan": text, "_aksi": pressed, "tulis-0": f"Halo {mark}"}
        reply = client.post("/balas", form)
        assert reply.headers["Cache-Control"] == "no-store"
        assert "Location" not in reply.headers
        assert not re.search(rf'(?:href|action)="[^"]*{mark.split()[0]}', reply.text)
    after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    assert after == before
    assert Journal(project).actions() == ()
    assert mark not in "".join(capfd.readouterr())


def test_an_address_carries_no_message(client: Client) -> None:
    assert "Siti" not in client.get("/balas?pesan=Siti+Rahmawati+bertanya&_aksi=cari")


def test_what_the_page_says_before_a_message(client: Client) -> None:
    page = client.get("/balas")

    assert "<h1>Balas pesan masyarakat</h1>" in page
    for said in (
        "Tempelkan pesan dari WhatsApp atau e-mail. Jawaban yang sudah terbit dicari dan "
        "balasannya disiapkan.",
        "Pesan yang diterima",
        "Pesan ini hanya dibaca untuk mencari jawaban. Cari Dulu tidak menyimpannya.",
    ):
        assert said in page
    nothing = text_of(_post(client, " \n"))
    assert 'Belum ada pesan. Tempelkan pesan dari masyarakat, lalu tekan "Cari jawaban".' in nothing
    assert "Teks balasan" not in nothing


def test_what_the_page_says_beside_answers(client: Client) -> None:
    page = text_of(_post(client, "1. konsul bayar brp\n2. kantor buka jam berapa"))

    for said in (
        "Ke teks balasan",
        "Buka entri",
        "Halaman di situs",
        "Dijawab dari data kantor",
        "Balasan hanya dengan jawaban ini",
        "Jawab dengan kata-kata sendiri",
        'Jawaban ini masuk ke balasan di bawah. Dengan "Jadikan konsep entri", pertanyaan dan '
        "jawaban ini "
        "mengisi formulir entri baru dengan data pribadi yang sudah disamarkan.",
        "Dikirim lewat",
        "Teks balasan",
        "Boleh diubah sebelum disalin. Perubahan di sini tidak disimpan.",
    ):
        assert said in page
    unknown = _post(client, "xylofon quartz")
    assert "Belum terjawab di situs. Tulis jawabannya, lalu jadikan konsep entri." in unknown
    weak = _post(client, WEAK)
    assert (
        'aria-label="Jadikan sebutan lain: Ongkos konsul skripsi, untuk entri: Apakah konsultasi '
        'statistik dipungut biaya?"' in weak
    )


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        (Topic.CONSULTATION, "Pesan ini ditulis lewat situs: permintaan konsultasi."),
        (
            Topic.COMPLAINT,
            "Pesan ini ditulis lewat situs: pengaduan. Tangani lewat jalur pengaduan kantor; "
            "jawaban di bawah belum tentu yang diperlukan.",
        ),
        (
            Topic.NEWER,
            "Pesan ini ditulis lewat situs: pengunjung meminta versi yang lebih baru dari halaman "
            "yang dibacanya.",
        ),
        (
            Topic.MISTAKE,
            "Pesan ini ditulis lewat situs: pengunjung menemukan kekeliruan pada halaman yang "
            "dibacanya.",
        ),
    ],
)
def test_what_the_site_wrote_is_told(client: Client, topic: Topic, said: str) -> None:
    read = (ReadEntry("biaya-konsultasi", "Apakah konsultasi statistik dipungut biaya?"),)
    draft = MessageDraft(
        topic, question="tarifnya keliru", read_entries=read, short=topic is Topic.MISTAKE
    )

    assert said in _post(client, message_text(draft, office="Kantor Statistik Contoh"))
