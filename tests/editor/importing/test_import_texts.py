"""What the page "Impor" says, word for word, at each step."""

import errno
import re
import threading
from html import unescape
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.editor.importing.import_work import Exports, ImportWork
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Workspace
from caridulu.messages import Language
from tests.editor.client import PATIENCE, Client, settled
from tests.editor.importing.uploading import (
    ANSWERED,
    CHAT,
    NEW,
    ODD,
    press,
    said,
    understood,
    upload,
)
from tests.text_files import append_to

GOLDEN = Path(__file__).parent / "golden"
GROUP = CHAT + "12/05/26 09.25 - Pak Asrun: kapan data kapal terbit?\n"


def lines_of(page: str) -> str:
    """The texts of a page's main part, one a line; of controls their labels for screen readers."""
    main = page.partition('<main id="isi"')[2].partition("</main>")[0].partition(">")[2]
    labelled = re.sub(r'<[^>]*aria-label="([^"]*)"[^>]*>', r"\n(\1)\n", main)
    texts = re.split(r"<[^>]+>|\n", labelled)
    return "".join(f"{unescape(' '.join(text.split()))}\n" for text in texts if text.strip())


def test_the_page_begins_with_what_can_be_dropped(client: Client, project: Path) -> None:
    (project / "ekspor").mkdir()
    (project / "ekspor" / "lama.csv").write_text(NEW, encoding="utf-8")

    page = client.get("/impor")

    assert lines_of(page) == (GOLDEN / "mulai.txt").read_text("utf-8")
    assert 'data-waiting="Berkas sedang disalin ..."' in page
    assert (
        'data-too-large="Berkas yang dipilih melebihi 500 MB. Pilih lebih sedikit, atau ekspor'
        ' percakapannya tanpa media."' in page
    )


def test_the_plan_shows_what_was_understood_and_what_is_asked(
    client: Client, project: Path
) -> None:
    append_to(project / "content/office.yml", "officers: [Loket Data]\n")
    files = {
        "buku.csv": NEW + ";Ada di laman.\n",
        "chat.txt": GROUP,
        "jawab.csv": ANSWERED,
        "asing.csv": ODD,
        "lain.txt": CHAT.replace("Loket Data", "Meja Depan"),
        "tanggal.txt": CHAT.replace("12/05/26 09.", "5/6/26, 9:").replace(" - ", " AM - "),
        "rusak.xlsx": b"PK\x03\x04 rusak",
    }

    page = understood(client, *files.items())

    assert lines_of(page) == (GOLDEN / "rencana.txt").read_text("utf-8")
    only_choices = understood_alone(client)
    assert "Tulis sesuai pilihan" in only_choices


def understood_alone(client: Client) -> str:
    press(client, "batal")
    return press(client, "baca", pilih=["jawab.csv"])


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (
            ("05/14/2026", "06/15/2026"),
            "Tanggal dibaca bulan lebih dahulu; perbaiki urutannya bila keliru.",
        ),
        (
            ("05/14/2026", "15/06/2026"),
            "Tanggal dibaca hari lebih dahulu, tetapi tidak semuanya pasti; perbaiki urutannya bila"
            " keliru.",
        ),
    ],
)
def test_the_order_of_dates_is_told_and_corrected(
    client: Client, days: tuple[str, str], told: str
) -> None:
    rows = "".join(f"{day};berapa luas kebun pada {day}?;Ada di laman.\n" for day in days)

    page = understood(client, ("a.csv", f"tanggal;pertanyaan;jawaban\n{rows}"))

    assert told in said(page)
    assert "Perbaiki urutan tanggal" in page
    assert "Mana yang ditulis lebih dahulu di berkas ini?" in page
    assert told not in said(press(client, "tanggal:a.csv", **{"urutan.a.csv": "dmy"}))


def test_what_was_written_is_told(client: Client) -> None:
    understood(client, ("buku.csv", NEW), ("jawab.csv", ANSWERED))

    page = press(client, "tulis", semua="lewati")

    assert lines_of(page) == (GOLDEN / "tertulis.txt").read_text("utf-8")


def test_a_running_import_is_shown_and_takes_no_other(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slowly(path: Path, options: ExportOptions, **_: object) -> Reading:
        assert options.officers
        assert go_on.wait(PATIENCE), path
        return Reading()

    monkeypatch.setattr("caridulu.editor.importing.import_work.read_export", slowly)
    upload(client, ("a.csv", NEW), ("b.csv", NEW))
    while "Membaca" not in (page := client.get("/impor")):
        pass
    other = upload(client, ("c.csv", NEW))
    go_on.set()

    assert lines_of(page) == (
        "Impor\nSedang berjalan\nMembaca a.csv (berkas 1 dari 2) ...\n(Sedang berjalan)\n"
        "Halaman ini boleh ditutup, dan Anda boleh bekerja terus. Pekerjaan berlanjut selama"
        " penyunting berjalan.\nMuat ulang untuk melihat kemajuannya\n"
    )
    assert other.status == 422
    assert "Impor lain masih berjalan. Tunggu sampai selesai, lalu coba lagi." in other.text
    assert "0 konsep akan dibuat." in said(settled(client, "/impor"))


def test_an_import_that_cannot_be_written_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    understood(client, ("a.csv", NEW))

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    page = press(client, "tulis")

    assert "Belum tersimpan karena ruang simpan penuh. Tidak ada yang berubah." in said(page)


def test_an_upload_that_has_no_room_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("caridulu.site.serve.local_server.TemporaryFile", full)

    reply = upload(client, ("a.csv", b"x" * 2_100_000))

    assert reply.status == 507
    assert (
        "Kiriman tidak dapat diterima karena ruang simpan komputer ini penuh. Hapus berkas yang"
        " tidak perlu, lalu kirim lagi." in said(reply.text)
    )


def test_large_exports_tell_how_far_they_are(workspace: Workspace, saver: Saver) -> None:
    rows = "".join(f"berapa luas kebun nomor {n}?;Luasnya {n} hektare.\n" for n in range(501))
    (workspace.root / "ekspor").mkdir()
    (workspace.root / "ekspor/a.csv").write_text(f"pertanyaan;jawaban\n{rows}", encoding="utf-8")
    told: list[str] = []

    ImportWork(saver, Language.ID).understand(Exports(("a.csv",), "bacaan"), told.append)

    assert told == [
        "Membaca a.csv (berkas 1 dari 1) ...",
        "Konsultasi sedang diperiksa ...",
        "500 konsultasi sudah diperiksa ...",
    ]


def test_a_large_chat_tells_how_far_it_is_read(
    workspace: Workspace, saver: Saver, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = workspace.snapshot().project.officers[0]
    asked = (f"14/03/26 10.02 - Ibu Wia: Berapa luas kebun nomor {n}?\n" for n in range(8))
    (workspace.root / "ekspor").mkdir()
    (workspace.root / "ekspor/chat.txt").write_text(
        "".join(asked) + f"14/03/26 10.09 - {officer}: Dua hektare.\n", encoding="utf-8"
    )
    monkeypatch.setattr("caridulu.curation.exports.chats.whatsapp_messages.WATCHED", 4)
    told: list[str] = []

    ImportWork(saver, Language.ID).understand(Exports(("chat.txt",), "bacaan"), told.append)

    assert told[:3] == [
        "Membaca chat.txt (berkas 1 dari 1) ...",
        "Membaca chat.txt (berkas 1 dari 1): 44 persen ...",
        "Membaca chat.txt (berkas 1 dari 1): 88 persen ...",
    ]
