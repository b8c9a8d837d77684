"""The order in which drafts are read: those in doubt first, then each export as it was written."""

from pathlib import Path

import pytest

from caridulu.curation.drafts.entries.conversation import Conversation
from caridulu.curation.writing import write_all
from tests.curation.written_exports import workbook_of
from tests.editor.client import Client, links_of, text_of
from tests.editor.importing.uploading import press, understood

EXPORT = "Chat WhatsApp dengan Bu Ratna.txt"


def _draft(
    entry_id: str, question: str, *, line: int, category: str = "konsultasi", aliases: str = ""
) -> dict[Path, str]:
    entry = (
        f"question: {question}\n{aliases}answer: |\n  Ada di tabel 5.3.\ncategory: {category}\n"
        f"status: draft\nprovenance:\n  channel: WhatsApp\n  digest: {entry_id}\n"
    )
    spoken = f"Ditanyakan:\n{question}\n\nJawaban petugas:\nAda di tabel 5.3."
    if aliases:
        spoken += (
            "\n\nPesan demi pesan setelah jawaban pertama:\n"
            "Tanya: Kalau data kambing per desa, ada?\nJawab: Ada juga."
        )
    told = Conversation(spoken, export=EXPORT, line=line)
    return {
        Path("kb", category, f"{entry_id}.yml"): entry,
        Path("ekspor", "percakapan", f"{entry_id}.txt"): told.text(),
    }


@pytest.fixture
def drafted(project: Path) -> Path:
    further = "aliases:\n  - populasi sapi bali per kecamatan\n  - data kambing per desa\n"
    texts = {
        **_draft("kapal", "Di mana data kapal nelayan per kecamatan?", line=4),
        **_draft("rumah", "Berapa jumlah rumah panggung desa?", line=9, category="layanan-data"),
        **_draft("sawah", "Di mana luas sawah per desa tahun 2024?", line=12),
        **_draft("sapi", "Di mana populasi sapi per kecamatan?", line=20, aliases=further),
        **_draft("nama", "Berapa produksi [nama] per kecamatan tahun 2024?", line=30),
    }
    write_all({project / path: text for path, text in texts.items()})
    return project


def test_drafts_in_doubt_come_first_then_a_conversation_in_its_order(
    client: Client, drafted: Path
) -> None:
    page = client.get("/antrean")

    order = ["sapi", "nama", "kapal", "rumah", "sawah", "konsultasi-lewat-video"]
    assert links_of(page, "/antrean/") == order
    told = " ".join(text_of(page).split())
    assert "Lihat ini lebih dahulu: 2" in told
    assert f"mungkin lebih dari satu pertanyaan Konsultasi statistik {EXPORT}, baris 20" in told
    assert "ada yang disamarkan dalam pertanyaannya" in told
    assert f"{EXPORT} 3" in told
    assert "Ada di tabel 5.3. Konsep Layanan data baris 9" in told
    assert "Lainnya" in told


def test_rows_of_a_workbook_come_by_its_sheets_which_are_named(client: Client) -> None:
    head = ("Pertanyaan", "Jawaban")
    sheets = {
        "Oktober": (
            head,
            ("berapa luas kebun kakao rakyat?", "Ada di tabel 5.3."),
            ("berapa jumlah rumah panggung di desa?", "Ada di tabel 5.4."),
        ),
        "Nopember": (head, ("di mana data kapal nelayan per kecamatan?", "Ada di tabel 6.1.")),
    }
    understood(client, ("rekap.xlsx", workbook_of(sheets)))
    press(client, "tulis")

    page = client.get("/antrean")

    october = ["luas-kebun-kakao-rakyat", "jumlah-rumah-panggung-desa"]
    november = "data-kapal-nelayan-per-kecamatan"
    assert links_of(page, "/antrean/")[:3] == [*october, november]
    told = " ".join(text_of(page).split())
    assert "Nopember, baris 2" in told
    assert "rekap.xlsx, Nopember, baris 2" in text_of(client.get(f"/antrean/{november}"))


def test_the_next_draft_is_the_next_of_the_conversation(client: Client, drafted: Path) -> None:
    page = client.get("/antrean/kapal")

    assert '<a class="button plain" href="/antrean/rumah">Nanti</a>' in page


def test_from_an_accepted_draft_one_click_leads_to_the_next(client: Client, drafted: Path) -> None:
    reply = client.post("/antrean/kapal", {"_aksi": "terima"})

    page = client.get(reply.headers["Location"])

    assert '<a href="/antrean/rumah">Konsep berikutnya</a>' in page
    last = client.post("/antrean/sawah", {"_aksi": "terima"})
    assert '<a href="/antrean/sapi">Konsep berikutnya</a>' in client.get(last.headers["Location"])


def test_what_is_doubted_is_said_with_what_to_do(client: Client, drafted: Path) -> None:
    several = " ".join(text_of(client.get("/antrean/sapi")).split())
    replaced = text_of(client.get("/antrean/nama"))

    assert (
        "Mungkin ini lebih dari satu pertanyaan. Cocokkan dengan percakapannya; bila benar, "
        "bagilah. Bagi menjadi dua konsep"
    ) in several
    assert (
        "Ada kata yang disamarkan dalam pertanyaannya. Bila sebenarnya nama tempat, survei, atau "
        "lembaga, tulis kembali di formulir."
    ) in replaced
    assert "Mungkin ini" not in text_of(client.get("/antrean/kapal"))


def test_the_conversation_stands_beside_the_form_in_which_a_draft_is_mended(
    client: Client, drafted: Path
) -> None:
    page = client.get("/entri/sapi")

    assert '<details class="row" id="percakapan">' in page
    assert "Kalau data kambing per desa, ada?" in page
    assert 'id="percakapan"' not in client.get("/entri/biaya-konsultasi")


def test_what_helps_stands_beside_the_doubt(client: Client, drafted: Path) -> None:
    visit = _draft("singgah", "Bisakah saya datang ke kantor besok jam 10?", line=40)
    unclear = _draft("izin", "Perlu izin BPS?", line=45)
    write_all({drafted / path: text for path, text in {**visit, **unclear}.items()})

    arranged, asked = client.get("/antrean/singgah"), client.get("/antrean/izin")

    said = "Mungkin ini hanya janji temu atau urusan lain, bukan konsultasi. Bila benar, buanglah."
    assert said in text_of(arranged)
    assert "Pertanyaan ini sulit dipahami sendiri." in text_of(asked)
    assert '<a href="#satukan">' in asked
    assert 'form="putusan" name="_aksi" value="buang"' in arranged


def test_what_was_divided_is_not_doubted_again(client: Client, drafted: Path) -> None:
    form = {"pertanyaan": "Di mana data kambing per desa?", "_aksi": "bagi"}
    client.post("/antrean/sapi/bagi", form)

    assert "Mungkin ini" not in text_of(client.get("/antrean/sapi"))
    assert links_of(client.get("/antrean"), "/antrean/")[0] == "nama"
