"""The queue of drafts, and entries that leave: accept, merge, skip, archive."""

import errno
import re
from pathlib import Path

import pytest

from caridulu.curation.drafts.entries.conversation import Conversation
from caridulu.curation.writing import write_all
from tests.editor.client import Client, files_of, settled, text_of

FEES_FILE = "kb/konsultasi/biaya-konsultasi.yml"
DRAFT = "konsultasi-lewat-video"


def test_archiving_leads_the_address_on(client: Client, project: Path) -> None:
    reply = client.post("/entri/unduh-publikasi/arsip", {"ke": "cara-mengadu", "_aksi": "arsipkan"})

    assert reply.status == 303
    old = (project / "kb/layanan-data/unduh-publikasi.yml").read_text("utf-8")
    new = (project / "kb/pengaduan/cara-mengadu.yml").read_text("utf-8")
    assert "status: archived" in old
    assert "unduh-publikasi" in new
    assert "Masalah (0)" in settled(client, "/periksa")


def test_phrasings_without_room_stay_with_the_archived_entry(
    client: Client, project: Path, full: Path
) -> None:
    form = {"ke": "biaya-konsultasi", "_aksi": "arsipkan"}

    reply = client.post("/entri/unduh-publikasi/arsip", form)

    assert reply.place == "/entri/biaya-konsultasi?pesan=archived_partly"
    old = (project / "kb/layanan-data/unduh-publikasi.yml").read_text("utf-8")
    left = set(
        re.findall(r"^  - (.*)$", old.partition("aliases:")[2].partition("answer:")[0], re.M)
    )
    moved = set(re.findall(r"^  - (.*)$", full.read_text("utf-8"), re.M))
    assert left
    assert not left & moved
    assert "sisanya tetap tersimpan pada entri yang diarsipkan" in text_of(
        client.get(reply.headers["Location"])
    )


def test_published_entry_is_not_archived_without_a_successor(client: Client, project: Path) -> None:
    before = files_of(project)

    reply = client.post("/entri/cara-mengadu/arsip", {"ke": "", "_aksi": "arsipkan"})

    assert reply.status == 422
    assert "Pilih entri penerus" in reply.text
    assert files_of(project) == before


def test_a_mistyped_successor_is_told_with_the_nearest_and_kept(client: Client) -> None:
    form = {"lain": "cara-mengaduu", "_aksi": "arsipkan"}

    reply = client.post("/entri/unduh-publikasi/arsip", form)

    assert reply.status == 422
    assert (
        "Entri &#34;cara-mengaduu&#34; tidak ada. Maksud Anda &#34;cara-mengadu&#34;?" in reply.text
    )
    assert 'name="lain" value="cara-mengaduu"' in reply.text


def test_published_entry_is_not_archived_into_a_draft(client: Client, project: Path) -> None:
    before = files_of(project)
    form = {"lain": DRAFT, "_aksi": "arsipkan"}

    reply = client.post("/entri/unduh-publikasi/arsip", form)

    assert reply.status == 422
    assert "Pilih entri penerus yang sudah terbit" in reply.text
    assert f'value="{DRAFT}"' not in client.get("/entri/lama-jawaban-daring/arsip")
    assert files_of(project) == before


def test_draft_is_not_merged_where_its_phrasings_have_no_room(
    client: Client, project: Path, full: Path
) -> None:
    before = files_of(project)

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "gabung:biaya-konsultasi"})

    assert reply.status == 422
    assert "Entri penerus tidak punya tempat lagi untuk: Bisakah konsultasi" in reply.text
    assert files_of(project) == before


def test_queue_shows_a_draft_beside_its_nearest_entries(client: Client, project: Path) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = path.read_text("utf-8").replace("kepada petugas", "kepada [nama] di [nomor HP]")
    text = text.replace("panggilan video?", "panggilan video tanpa biaya?")
    path.write_text(text, encoding="utf-8")

    page = client.get(f"/antrean/{DRAFT}")

    assert DRAFT in client.get("/antrean")
    assert "<mark>[nama]</mark>" in page
    assert "<mark>[nomor HP]</mark>" in page
    assert "gabung:" in page


def test_draft_is_left_for_later(client: Client, project: Path) -> None:
    first = (project / f"kb/konsultasi/{DRAFT}.yml").read_text("utf-8")
    text = first.replace("Bisakah konsultasi", "Bolehkah konsultasi").replace("zoom", "meet")
    (project / "kb/konsultasi/lewat-meet.yml").write_text(text, encoding="utf-8")

    page = client.get(f"/antrean/{DRAFT}")

    assert "1 dari 2" in page
    assert '<a class="button plain" href="/antrean/lewat-meet">Nanti</a>' in page
    assert 'href="/antrean">Nanti</a>' in client.get("/antrean/lewat-meet")


def test_files_that_cannot_be_written_are_told(
    client: Client, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(project)

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "terima"})

    assert reply.status == 500
    assert "Belum tersimpan karena ruang simpan penuh. Tidak ada yang berubah." in reply.text
    assert list(project.rglob("*.tmp")) == []
    assert files_of(project) == before


def test_draft_is_accepted_into_review(client: Client, project: Path) -> None:
    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "terima"})

    assert reply.place == f"/entri/{DRAFT}?pesan=accepted"
    assert "status: review" in (project / f"kb/konsultasi/{DRAFT}.yml").read_text("utf-8")


def test_the_question_of_an_accepted_draft_stands_among_its_aliases_before_it_is_rewritten(
    client: Client, project: Path
) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    question = re.search(r"^question: (.+)$", path.read_text("utf-8"), re.M)
    assert question

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "terima"})

    field = re.search(r'name="aliases"[^>]*>([^<]*)<', client.get(reply.headers["Location"]))
    assert field
    assert question[1] in field[1].splitlines()
    assert question[1] not in client.get(f"/entri/{DRAFT}").partition('name="aliases"')[2]


def test_a_question_with_what_a_redaction_has_put_in_is_no_alias(
    client: Client, project: Path
) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = re.sub(
        r"^question: .+$", "question: Apakah [nama] petugas?", path.read_text("utf-8"), flags=re.M
    )
    path.write_text(text, "utf-8")

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "terima"})

    field = re.search(r'name="aliases"[^>]*>([^<]*)<', client.get(reply.headers["Location"]))
    assert field
    assert "[nama]" not in field[1]


def test_who_accepts_one_of_several_drafts_is_led_back_to_the_queue(
    client: Client, project: Path
) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    way = '<a href="/antrean">Lanjutkan antrean</a>'

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "terima"})
    assert way not in client.get(reply.headers["Location"])  # nothing else waits

    other = path.read_text("utf-8").replace("panggilan video", "surat").replace("zoom", "pos")
    path.with_name("lewat-surat.yml").write_text(other, "utf-8")
    assert way in client.get(reply.headers["Location"])
    merged = client.post("/antrean/lewat-surat", {"_aksi": "gabung:biaya-konsultasi"})
    assert way in client.get(merged.headers["Location"])


def test_draft_is_merged_into_an_entry(client: Client, project: Path) -> None:
    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "gabung:biaya-konsultasi"})

    assert reply.place == "/entri/biaya-konsultasi?pesan=merged"
    assert "konsul lewat zoom bisa kah" in (project / FEES_FILE).read_text("utf-8")
    assert "status: archived" in (project / f"kb/konsultasi/{DRAFT}.yml").read_text("utf-8")


def test_phrasing_with_a_mark_is_not_merged(client: Client, project: Path) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = path.read_text("utf-8").replace(
        "[konsul lewat zoom bisa kah]", '["pak [nama] zoom bisa"]'
    )
    path.write_text(text, encoding="utf-8")

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "gabung:biaya-konsultasi"})

    assert reply.status == 303
    text = (project / FEES_FILE).read_text("utf-8")
    assert "Bisakah konsultasi lewat panggilan video?" in text
    assert "[nama]" not in text


@pytest.mark.parametrize(
    "action", ["terima", "gabung:biaya-konsultasi", "sebutan:biaya-konsultasi"]
)
def test_draft_with_personal_data_goes_nowhere(client: Client, project: Path, action: str) -> None:
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = path.read_text("utf-8").replace("bisa kah", "hubungi 081298765432")
    path.write_text(text, encoding="utf-8")
    before = files_of(project)

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": action})

    assert reply.status == 422
    assert "Belum dikerjakan. Perbaiki hal berikut, lalu ulangi." in text_of(reply.text)
    assert (
        f'<a class="button plain small" href="/entri/{DRAFT}">Perbaiki di formulir</a>'
        in reply.text
    )
    assert files_of(project) == before


def test_entry_that_waits_no_longer_is_not_shown_as_a_draft(client: Client) -> None:
    assert client.send("GET", "/antrean/biaya-konsultasi").headers["Location"] == (
        "/entri/biaya-konsultasi"
    )
    reply = client.post("/antrean/biaya-konsultasi", {"_aksi": "lewati"})
    assert reply.status == 409
    assert "Entri ini tidak lagi menunggu dalam antrean" in text_of(reply.text)


def test_draft_that_is_gone_is_told_as_such(client: Client) -> None:
    client.post(f"/antrean/{DRAFT}", {"_aksi": "buang"})

    reply = client.send("GET", f"/antrean/{DRAFT}")

    assert reply.status == 404
    assert "Tidak ditemukan" in text_of(reply.text)
    assert "Konsep ini tidak ada lagi dalam antrean" in text_of(reply.text)


def _told(project: Path) -> Path:
    """The conversation of the draft, on this computer."""
    kept = project / "ekspor" / "percakapan" / f"{DRAFT}.txt"
    told = Conversation(
        "Bisa konsul lewat zoom? Saya [nama].\n\nBisa. Kode <b>7406011001000200</b>.",
        replaced=("nama: lewat zoom & meet? Saya >Wa Ode Nining<.",),
        doubts=("NIK: Bisa. Kode >7406011001000200< untuk",),
    )
    write_all({kept: told.text()})
    return kept


def test_conversation_stands_beside_the_draft_with_redactions_and_doubts_in_their_words(
    client: Client, project: Path
) -> None:
    _told(project)
    path = project / f"kb/konsultasi/{DRAFT}.yml"
    text = path.read_text("utf-8").replace("kepada petugas", "kepada petugas 7406011001000200")
    path.write_text(text, encoding="utf-8")

    page = client.get(f"/antrean/{DRAFT}")

    assert "Percakapannya, hanya di komputer ini" in page
    assert "Saya <mark>[nama]</mark>." in page
    assert '&lt;b&gt;<mark class="doubt">7406011001000200</mark>&lt;/b&gt;' in page
    assert "Sudah disamarkan" in page
    assert "lewat zoom &amp; meet? Saya <mark>Wa Ode Nining</mark>." in page
    assert "Mungkin data pribadi, belum disamarkan" in page
    assert 'kepada petugas <mark class="doubt">7406011001000200</mark>' in page
    assert (
        "Bagian bertanda kuning menggantikan data pribadi. Kata bergaris bawah putus-putus"
        " mungkin data pribadi." in page
    )


def test_marks_are_explained_where_there_are_some(client: Client) -> None:
    assert "Bagian bertanda kuning menggantikan" not in client.get(f"/antrean/{DRAFT}")


def test_skipped_draft_is_archived_without_its_conversation_and_can_come_back(
    client: Client, project: Path
) -> None:
    before = files_of(project)
    told = _told(project)
    assert (
        "Lewati: konsep diarsipkan tanpa terbit, percakapannya dihapus, dan konsultasinya tidak"
        " ditanyakan lagi, termasuk saat impor di komputer rekan. Nanti: konsep tetap menunggu di"
        " antrean." in client.get(f"/antrean/{DRAFT}")
    )

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "lewati"})

    place = reply.headers["Location"]
    assert place.startswith("/antrean?pesan=skipped&tindakan=")
    page = client.get(place)
    assert "Konsep dilewati dan tidak ditanyakan lagi." in page
    assert "status: archived" in (project / f"kb/konsultasi/{DRAFT}.yml").read_text("utf-8")
    assert not told.exists()
    undone = client.undo(page)
    assert files_of(project) == before
    assert undone.headers["Location"] == f"/antrean/{DRAFT}?pesan=undone"
    assert "Diurungkan." in client.get(undone.headers["Location"])


def test_draft_becomes_an_alias_and_its_file_goes(client: Client, project: Path) -> None:
    told = _told(project)
    assert (
        "Jadikan sebutan lain: cara bertanyanya ditambahkan pada entri itu; konsep dan percakapan"
        "nya dihapus, tanpa arsip. Percakapan yang dihapus tidak kembali bila diurungkan."
        in client.get(f"/antrean/{DRAFT}")
    )

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "sebutan:biaya-konsultasi"})

    assert reply.headers["Location"].startswith("/antrean?pesan=made_alias&tindakan=")
    assert "Pertanyaannya kini menjadi sebutan lain dan konsepnya dihapus." in client.get(
        reply.headers["Location"]
    )
    fees = (project / FEES_FILE).read_text("utf-8")
    assert "konsul lewat zoom bisa kah" in fees
    assert DRAFT not in fees
    assert not (project / f"kb/konsultasi/{DRAFT}.yml").exists()
    assert not told.exists()


def test_draft_becomes_no_alias_where_there_is_no_room(
    client: Client, project: Path, full: Path
) -> None:
    before = files_of(project)

    reply = client.post(f"/antrean/{DRAFT}", {"_aksi": "sebutan:biaya-konsultasi"})

    assert reply.status == 422
    assert "Sebutan lain entri ini sudah penuh: Apakah konsultasi statistik" in reply.text
    assert files_of(project) == before


def test_draft_is_merged_into_an_entry_that_the_officer_looks_for(client: Client) -> None:
    page = client.get(f"/antrean/{DRAFT}?cari=garis+kemiskinan")

    assert "Entri lain" in page
    assert 'value="gabung:garis-kemiskinan"' in page
    assert 'value="sebutan:garis-kemiskinan"' in page


def test_empty_queue_leads_to_the_import(client: Client, project: Path) -> None:
    (project / f"kb/konsultasi/{DRAFT}.yml").unlink()

    page = client.get("/antrean")

    assert 'Antrean kosong. <a href="/impor">Impor konsultasi</a>' in page


def test_merged_draft_leaves_no_conversation(client: Client, project: Path) -> None:
    told = _told(project)

    client.post(f"/antrean/{DRAFT}", {"_aksi": "gabung:biaya-konsultasi"})

    assert not told.exists()
