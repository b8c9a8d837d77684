"""The first page tells that a newer package has come with the program, and takes it in."""

from pathlib import Path

import pytest

from caridulu.journal.action import ActionKind
from caridulu.journal.journal import Journal, record
from caridulu.packages.installing import install, pins_of, update
from tests import TODAY
from tests.editor.client import Answered, Client, files_of, text_of
from tests.packages.shared_project import entry, package, write
from tests.text_files import replace_in

BUTTON = "perbarui-paket:istilah"
COPY = "kb/paket/istilah/istilah/sampel.yml"
TAKEN = (
    'Versi baru paket sudah diambil. Yang perlu dibandingkan dan diputuskan menunggu di "Antrean".'
)


@pytest.fixture(autouse=True)
def newer(project: Path, at_hand: Path) -> Path:
    """The package that has come with the program, newer than the one that the office uses."""
    record(project, install(project, "istilah", today=TODAY).texts, ActionKind.PACKAGED)
    (at_hand / "istilah" / "istilah" / "populasi.yml").unlink()
    newer = package("1.10", sampel="Sebagian dari populasi.", sensus="", survei="")
    return write(at_hand / "istilah", newer)


def said(page: str) -> str:
    return " ".join(text_of(page.partition("<main")[2]).split())


def press(client: Client) -> Answered:
    return client.post("/", {"_aksi": BUTTON})


def test_what_would_change_is_told_beside_the_button(client: Client) -> None:
    assert (
        "1 1 Versi baru paket: Istilah statistik Versi 1.10 ikut bersama program ini; kantor masih"
        " memakai versi 1.0. Bedanya: baru, sebagai konsep: 2 entri berubah: 1 entri ditarik,"
        " menjadi milik kantor: 1 entri Setelah diambil, entri dan layanan di situs belum berubah:"
        ' yang berbeda menunggu di "Antrean". Kosakata dan rujukan instansi lain langsung mengikuti'
        " versi baru. Ambil versi baru"
    ) in said(client.get("/"))


def test_the_button_takes_it_in_as_the_command_does(client: Client, project: Path) -> None:
    [pin] = pins_of(project)
    files = update(project, pin, today=TODAY).texts

    reply = press(client)

    assert (reply.status, reply.place) == (303, "/?pesan=package_updated")
    page = client.get(reply.headers["Location"])
    assert TAKEN in said(page)
    assert BUTTON not in page
    written = {p: p.read_text("utf-8") if p.exists() else None for p in files}
    assert written == files
    queue = client.get("/antrean")
    waiting = ("populasi", "sampel", "sensus", "survei")
    assert [f'href="/antrean/{one}"' in queue for one in waiting] == [True] * 4


def test_it_can_be_undone(client: Client, project: Path) -> None:
    before = files_of(project)
    page = client.get(press(client).headers["Location"])

    undone = client.undo(page)

    assert undone.place == "/?pesan=undone"
    assert files_of(project) == before
    assert BUTTON in client.get(undone.place)


def test_pressed_twice_it_is_taken_in_once(client: Client, project: Path) -> None:
    press(client)
    before = files_of(project), Journal(project).actions()

    reply = press(client)

    assert (reply.status, reply.place) == (303, "/?pesan=package_updated")
    assert (files_of(project), Journal(project).actions()) == before


def test_a_copy_that_was_changed_cannot_be_compared(client: Client, project: Path) -> None:
    replace_in(project / COPY, "Yang disebut", "Yang dinamai")
    before = files_of(project)

    reply = press(client)

    assert reply.status == 422
    assert (
        "Versi baru paket belum diambil: Salinan paket istilah dalam proyek tidak sesuai dengan"
        " sidiknya, maka versi baru tidak dapat dibandingkan. Kembalikan dahulu folder"
        " kb/paket/istilah seperti semula, misalnya dari Git."
    ) in said(reply.text)
    assert files_of(project) == before


def test_what_would_make_problems_is_not_taken_in(
    client: Client, project: Path, newer: Path
) -> None:
    write(
        newer, {"istilah/sensus.yml": entry("sensus").replace("category: istilah", "category: x")}
    )
    before = files_of(project)

    reply = press(client)

    assert reply.status == 422
    assert (
        'Versi baru paket belum diambil: Kategori "x" tidak dikenal; pilih salah satu: konsultasi,'
        " pengaduan, konsep-data, layanan-data, istilah."
    ) in said(reply.text)
    assert files_of(project) == before


def test_an_office_that_uses_it_already_is_told_nothing(client: Client, newer: Path) -> None:
    write(newer, package("1.0"))

    assert "Versi baru paket" not in client.get("/")


def test_a_package_that_the_office_does_not_use_is_refused(client: Client) -> None:
    assert client.post("/", {"_aksi": "perbarui-paket:lain"}).status == 400
