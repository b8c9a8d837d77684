"""The site is built, previewed, sent and taken back from pages; the work goes on by itself."""

import datetime as dt
import queue
import re
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from caridulu.cli.main import main
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.publishing import local_lock
from caridulu.publishing.publish import Publisher
from caridulu.publishing.published_sources import NOTES
from tests.editor.client import Client, settled, text_of
from tests.publishing.sites import FIRST, SECOND
from tests.text_files import append_to, replace_in

FEES = "kb/konsultasi/biaya-konsultasi.yml"


def press(client: Client, button: str, target: str = "situs", path: str = "/terbitkan") -> str:
    """Presses a button and waits for the end of the work; the page that says how it ended."""
    reply = client.post(path, {"_aksi": button, "tujuan": target})
    assert reply.status == 303
    return settled(client, reply.headers["Location"])


def said(page: str) -> str:
    found = re.findall(r'id="pesan".*?</div>', page, re.S)
    return " ".join(text_of(f"<{found[0]}").split()) if found else ""


def main_of(page: str) -> str:
    return " ".join(text_of(page.partition("<main")[2]).split())


@pytest.mark.usefixtures("built")
def test_a_site_is_published_changed_and_taken_back(
    client: Client, office: Path, clock: list[dt.datetime]
) -> None:
    assert "../www: belum pernah diterbitkan dari komputer ini." in client.get("/terbitkan")

    first = press(client, "terbitkan")
    assert re.fullmatch(
        r"Sudah terbit pukul 14\.05 di \.\./www: \d+ berkas dikirim \([\d.]+,\d kB\), 0 dihapus,"
        r" 0 tetap\.",
        said(first),
    )
    assert "../www: terbit 25 November 2026 pukul 14.05." in main_of(first)
    assert "Tidak ada yang berubah sejak itu." in first

    replace_in(office / FEES, "gratis", "bebas biaya")
    clock[0] += dt.timedelta(hours=1)
    page = client.get("/terbitkan")
    assert "Berubah sejak itu: 1 berkas" in page
    assert '<a href="/entri/biaya-konsultasi">Apakah konsultasi statistik dipungut' in page
    assert "Sudah terbit pukul 15.05" in said(press(client, "terbitkan"))
    www = office.parent / "www"
    assert (www / "index.html").read_bytes() == SECOND["index.html"]

    asked = press(client, "lihat-kembali")
    assert "<h1>Kembali ke versi sebelumnya</h1>" in asked
    assert (
        "Di ../www akan tampil lagi terbitan 25 November 2026 pukul 14.05, menggantikan terbitan"
        " 25 November 2026 pukul 15.05." in main_of(asked)
    )
    assert "Isi yang berbeda: 1 berkas Apakah konsultasi statistik dipungut" in main_of(asked)
    assert (
        "Isi proyek tidak berubah. Perbaiki dahulu yang keliru, sebab penerbitan berikutnya"
        " menampilkan isi proyek lagi. Dengan tombol yang sama, versi yang sekarang dapat"
        " dikembalikan." in main_of(asked)
    )
    assert (www / "index.html").read_bytes() == SECOND["index.html"]

    back = press(client, "kembali")
    assert said(back).startswith("Kembali ke terbitan 25 November 2026 pukul 14.05 di ../www: ")
    assert (www / "index.html").read_bytes() == FIRST["index.html"]
    assert "Berubah sejak itu: 1 berkas" in back

    (office / NOTES).unlink()
    unknown = main_of(press(client, "lihat-kembali"))
    assert (
        "Isi mana yang berbeda tidak diketahui karena salah satunya tidak diterbitkan dari"
        " komputer ini." in unknown
    )
    assert re.search(r"\d+ berkas situs dipulihkan, \d+ dihapus\.", unknown)


@pytest.mark.usefixtures("built")
def test_a_site_whose_address_is_known_is_opened_from_the_page(
    client: Client, office: Path
) -> None:
    address = "https://tanya.statistik.contoh.example"
    link = f'<a href="{address}" target="_blank" rel="noopener">Buka situsnya</a>'
    assert link not in client.get("/terbitkan")

    assert link in press(client, "terbitkan")


@pytest.mark.usefixtures("built", "clock")
def test_each_of_two_targets_says_what_it_lacks_and_the_last_one_stays_chosen(
    client: Client, office: Path
) -> None:
    press(client, "terbitkan", "situs")
    press(client, "terbitkan", "cadangan")
    replace_in(office / FEES, "gratis", "bebas biaya")

    page = press(client, "terbitkan", "cadangan")

    stands = main_of(page).partition("Terbitan dari komputer ini ")[2]
    assert stands.partition(" Diterbitkan ke")[0] == (
        "../www: terbit 25 November 2026 pukul 14.05. Berubah sejak itu: 1 berkas Apakah konsultasi"
        " statistik dipungut biaya? ../cadangan: terbit 25 November 2026 pukul 14.05. Tidak ada"
        " yang berubah sejak itu. Buka situsnya"
    )
    assert 'value="cadangan" checked' in page
    assert 'value="situs" checked' not in page


@pytest.mark.usefixtures("built")
def test_what_was_built_is_previewed_and_sent_as_it_was_seen(client: Client, office: Path) -> None:
    page = press(client, "siapkan", "cadangan")

    assert said(page).startswith(
        "Situs sudah dibangun tanpa masalah. Lihat pratinjaunya sebelum menerbitkan. Rencana untuk"
        " ../cadangan: "
    )
    port = int(re.findall(r'href="http://127\.0\.0\.1:(\d+)/" target="_blank"', page)[0])
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/")
    assert connection.getresponse().read().startswith(FIRST["index.html"][:20])
    connection.close()
    press(client, "terbitkan", "cadangan")
    assert (office.parent / "cadangan/index.html").read_bytes() == FIRST["index.html"]

    replace_in(office / FEES, "gratis", "bebas biaya")
    page = client.get("/terbitkan")
    assert said(page) == ""  # what was sent lacks the change
    assert "../cadangan: terbit " in main_of(page)
    press(client, "siapkan")
    replace_in(office / FEES, "bebas biaya", "cuma-cuma")
    assert said(client.get("/terbitkan")) == ""


@pytest.mark.usefixtures("built")
def test_without_a_target_there_is_a_preview_and_a_choice_of_targets(client: Client) -> None:
    page = client.get("/terbitkan")
    assert "Belum ada tujuan. Pilih di bawah ini ke mana situs dikirim." in page
    assert 'value="terbitkan"' not in page

    assert said(press(client, "siapkan")) == (
        "Situs sudah dibangun tanpa masalah. Lihat pratinjaunya sebelum menerbitkan."
    )
    assert client.post("/terbitkan", {"_aksi": "terbitkan", "tujuan": "situs"}).status == 400
    assert client.send("GET", "/terbitkan/kembali").headers["Location"] == "/terbitkan"


def test_problems_stop_the_work_and_lead_to_their_fields(client: Client, office: Path) -> None:
    replace_in(office / FEES, "dikenai tarif", "dikenai tarif, tanya 0813 4567 8901")

    page = client.get("/terbitkan")
    assert "Masalah yang menghalangi penerbitan" in page
    assert '<a href="/entri/biaya-konsultasi#f-answer">Apakah konsultasi' in page
    assert 'value="terbitkan"' not in page

    page = press(client, "siapkan")
    assert said(page) == "Tidak diterbitkan: 1 masalah harus diperbaiki dahulu."
    assert not (office.parent / "www").exists()

    replace_in(office / FEES, ", tanya 0813 4567 8901", "")
    page = client.get("/terbitkan")
    assert said(page) == ""
    assert 'value="terbitkan"' in page


@pytest.mark.usefixtures("built")
def test_files_of_others_are_replaced_only_by_a_second_button(client: Client, office: Path) -> None:
    (office.parent / "www").mkdir()
    (office.parent / "www/index.html").write_text("dahulu", "utf-8")

    page = press(client, "terbitkan")
    assert said(page).startswith(
        "Di tujuan ada 1 berkas yang bukan dari penerbitan ini dan akan tergantikan: index.html."
        " Tidak ada yang diubah. Periksa dahulu apakah tujuannya benar."
    )
    assert (office.parent / "www/index.html").read_text("utf-8") == "dahulu"

    press(client, "terbitkan-ganti:situs")
    assert (office.parent / "www/index.html").read_bytes() == FIRST["index.html"]


@pytest.mark.usefixtures("built", "clock")
def test_answers_that_a_colleague_published_do_not_vanish(client: Client, office: Path) -> None:
    """The colleague has not sent them, or this folder has not fetched them."""
    public = office.parent / "www/kb/jam-layanan-lama/index.html"
    press(client, "terbitkan")  # FIRST, with jam-layanan-lama, and then SECOND, without it
    (office / NOTES).unlink()  # as on the colleague's computer
    replace_in(office / FEES, "gratis", "bebas biaya")

    page = press(client, "terbitkan")
    assert said(page) == (
        "Situs di tujuan memuat 1 jawaban yang tidak ada di komputer ini dan akan hilang:"
        " jam-layanan-lama. Mungkin petugas lain yang menerbitkannya, jadi tidak ada yang dikirim."
        " Mintalah ia mengirim perubahannya, tekan “Ambil perubahan” di halaman Kirim, lalu"
        " terbitkan lagi. Hilangkan jawaban itu dan terbitkan Ubah atau uji: situs"
    )
    assert public.is_file()

    press(client, "terbitkan-ganti:situs")
    assert not public.exists()


@pytest.mark.usefixtures("built", "clock")
def test_answers_that_this_folder_hides_may_vanish(client: Client, office: Path) -> None:
    """Whoever published them."""
    press(client, "terbitkan")
    (office / NOTES).unlink()
    replace_in(office / FEES, "gratis", "bebas biaya")
    hidden = (office / FEES).read_text("utf-8").replace("status: published", "status: review")
    (office / FEES).with_stem("jam-layanan-lama").write_text(hidden, "utf-8")

    press(client, "terbitkan")
    assert not (office.parent / "www/kb/jam-layanan-lama/index.html").exists()


@pytest.mark.usefixtures("built")
def test_a_failure_says_what_to_do_and_leads_to_the_target(client: Client, office: Path) -> None:
    replace_in(office / "content/office.yml", "path: ../www", "path: ../tidak/ada")

    page = press(client, "terbitkan")
    assert said(page) == (
        "Folder ../tidak/ada tidak ada, dan folder di atasnya juga tidak. Periksa “Folder”, atau"
        " sambungkan folder bersamanya. Ubah atau uji: situs"
    )
    assert 'href="/terbitkan/tujuan/situs"' in page


@pytest.mark.usefixtures("built")
def test_there_may_be_nothing_to_go_back_to(client: Client, office: Path) -> None:
    assert said(press(client, "lihat-kembali")) == (
        "Tidak ada versi sebelumnya di tujuan ini, jadi tidak ada yang diubah."
    )


@pytest.mark.usefixtures("built")
def test_the_command_and_the_page_do_not_publish_at_once(client: Client, office: Path) -> None:
    with local_lock.only_one(office):
        page = press(client, "terbitkan")

    assert said(page).startswith(
        "Proyek ini sedang diterbitkan di komputer ini. Tunggu sampai selesai."
    )


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A build that goes on until it is let go."""
    gate = threading.Event()

    def finished(_: Publisher) -> dict[str, bytes]:
        gate.wait(60)
        return dict(FIRST)

    monkeypatch.setattr(Publisher, "finished_site", finished)
    yield gate.set
    gate.set()


def test_one_piece_of_work_at_a_time_and_every_page_answers_meanwhile(
    client: Client, office: Path, held: Callable[[], None]
) -> None:
    client.post("/terbitkan", {"_aksi": "terbitkan", "tujuan": "situs"})
    client.post("/terbitkan", {"_aksi": "terbitkan", "tujuan": "cadangan"})

    page = client.get("/terbitkan")
    assert "Sedang berjalan: ../www" in page
    assert re.search(r"Memeriksa (isi|dan membangun situs) \.\.\.", page)
    assert "Halaman ini boleh ditutup, dan Anda boleh bekerja terus." in page
    assert "<noscript><p><a href" in page
    assert 'value="terbitkan"' not in page
    for path in ("/", "/entri", "/kantor", "/periksa"):
        client.get(path)

    held()
    assert said(settled(client, "/terbitkan")).startswith("Sudah terbit pukul")
    assert not (office.parent / "cadangan").exists()


@pytest.mark.usefixtures("office")
def test_a_fault_of_the_program_does_not_leave_the_page_waiting(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Publisher) -> dict[str, bytes]:
        raise ZeroDivisionError

    faults: queue.Queue[object] = queue.Queue()
    monkeypatch.setattr(threading, "excepthook", lambda fault: faults.put(fault.exc_type))
    monkeypatch.setattr(Publisher, "finished_site", broken)

    assert said(press(client, "terbitkan")).startswith(
        "Pekerjaan terhenti karena kesalahan program; rinciannya ada di jendela perintah. Coba"
        " sekali lagi. Yang sudah setengah terkirim dilanjutkan atau dibatalkan oleh penerbitan"
        " berikutnya."
    )
    assert faults.get(timeout=30) is ZeroDivisionError  # what the command window shows


@pytest.mark.usefixtures("office")
def test_an_unknown_button_is_refused(client: Client) -> None:
    assert client.post("/terbitkan", {"_aksi": "lain", "tujuan": "situs"}).status == 400


@pytest.mark.slow
def test_what_nobody_else_has_read_is_not_sent(client: Client, office: Path) -> None:
    append_to(office / "content/office.yml", "second_reader: true\n")
    draft = office / "kb/konsultasi/konsultasi-lewat-video.yml"
    text = draft.read_text("utf-8").replace("panggilan video", "rapat video")
    record(office, {draft: text}, ActionKind.SAVED)
    publish = ["--root", str(office), "publish", draft.stem, "--reviewed"]
    assert [main(publish), main(publish)] == [0, 1]  # to review, and no further

    assert said(press(client, "terbitkan")).startswith("Sudah terbit pukul")

    public = office.parent / "www/kb"
    assert (public / "biaya-konsultasi/index.html").is_file()
    assert not (public / draft.stem).exists()
