"""The editor goes on while a slow network is waited for."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caridulu.editor.files.paths import version
from caridulu.journal.journal import Journal
from tests.editor.client import Answered, Client
from tests.editor.git_project import FEES, REFUSED, another_officer, edited, git

pytestmark = pytest.mark.slow  # clones, commits and pushes of several officers

PATIENCE = 20.0  # seconds until the slow end gives up, so that no test hangs
DRAFT = "kb/konsultasi/konsultasi-lewat-video.yml"
SIGNS = ("tiba", "lanjut", "lewat")  # of the other end, to it, and of it again
SLOW = """#!/bin/sh
touch "{here}"
n=0
while [ ! -e "{go}" ] && [ $n -lt {tries} ]; do sleep 0.05; n=$((n + 1)); done
touch "{past}"
exec git {program} "$@"
"""


class Sending:
    """A press of the button whose work takes as long as the other end wants."""

    def __init__(self, client: Client, folder: Path) -> None:
        self.page = ""  # that tells how it ended
        self._here, self._go, self._past = (folder / name for name in SIGNS)
        self._client = client

    @property
    def is_silent(self) -> bool:
        """Whether the other end has neither been given the sign nor given up."""
        return not self._past.exists()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While the other end has been reached and says nothing."""
        self._client.post("/kirim", {"keterangan": "biaya", "_aksi": "kirim"})
        end = time.monotonic() + PATIENCE
        while not self._here.exists():
            assert time.monotonic() < end, "Git never asked the other end"
            time.sleep(0.01)
        try:
            yield
        finally:
            self._go.touch()
            self.page = self._client.ended("/kirim")


def _slow(repository: Path, folder: Path, program: str) -> None:
    """Lets the other end of the repository's remote wait for a sign."""
    script = folder / "lambat.sh"
    tries = int(PATIENCE / 0.05)
    here, go, past = (folder / name for name in SIGNS)
    text = SLOW.format(here=here, go=go, past=past, tries=tries, program=program)
    script.write_text(text, encoding="utf-8")
    script.chmod(0o755)
    git(repository, "config", f"remote.origin.{program.replace('-', '')}", str(script))


@pytest.fixture(params=["upload-pack", "receive-pack"], ids=["fetching", "pushing"])
def sending(
    request: pytest.FixtureRequest, repository: Path, client: Client, tmp_path: Path
) -> Sending:
    """A change that is about to be sent over a slow network."""
    _slow(repository, tmp_path, request.param)
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    return Sending(client, tmp_path)


def _save(client: Client, project: Path) -> Answered:
    """The draft's form, saved with another answer."""
    form = {"question": "Bisakah konsultasi lewat panggilan video?", "answer": "Bisa."}
    form |= {"category": "konsultasi", "status": "draft", "_aksi": "simpan-pasti"}
    seen = version((project / DRAFT).read_text("utf-8"))
    return client.post(f"/entri/{Path(DRAFT).stem}", {**form, "_versi": seen})


def test_other_pages_answer(sending: Sending, client: Client) -> None:
    with sending.waiting():
        for path in ("/", "/antrean", "/entri/biaya-konsultasi", "/kantor", "/periksa"):
            client.get(path)
        page = client.get("/kirim")
        assert sending.is_silent

    assert "Sedang menghubungi tujuan kiriman." in page
    assert "Halaman ini boleh ditutup, dan Anda boleh bekerja terus." in page
    assert 'value="kirim"' not in page
    assert REFUSED not in sending.page
    assert "<p>Terkirim.</p>" in sending.page


def test_what_is_saved_meanwhile_is_sent_next_time(
    sending: Sending, client: Client, repository: Path, tmp_path: Path
) -> None:
    with sending.waiting():
        saved = _save(client, repository)
        assert sending.is_silent

    assert saved.status == 303
    assert "<p>Terkirim.</p>" in sending.page
    sent = git(tmp_path / "pusat.git", "log", "-1", "--format=", "--name-only", "main")
    assert sent.split() == [FEES]
    assert Journal(repository).paths() == (DRAFT,)
    assert "answer: Bisa." in (repository / DRAFT).read_text("utf-8")


def test_second_sending_is_refused(sending: Sending, client: Client, repository: Path) -> None:
    with sending.waiting():
        second = client.post("/kirim", {"keterangan": "lagi", "_aksi": "kirim"})
        page = client.get(second.headers["Location"])
        assert sending.is_silent

    assert "Yang baru saja Anda tekan belum dikerjakan" in page
    assert git(repository, "rev-list", "--count", "HEAD") == "2\n"
    assert REFUSED not in sending.page


def test_who_left_the_page_is_told_once_how_it_ended(sending: Sending, client: Client) -> None:
    with sending.waiting():
        pass

    assert "<p>Terkirim.</p>" in sending.page
    assert "<p>Terkirim.</p>" not in client.get("/kirim")


def test_what_is_undone_while_it_is_sent_is_sent_next_time(
    sending: Sending, client: Client, repository: Path, tmp_path: Path
) -> None:
    [action] = Journal(repository).actions()
    with sending.waiting():
        undone = client.worked("/riwayat", {"_aksi": f"urungkan:{action.id}"})

    assert "Diurungkan." in undone
    assert "<p>Terkirim.</p>" in sending.page
    assert Journal(repository).paths() == (FEES,)
    client.worked("/kirim", {"keterangan": "kembali", "_aksi": "kirim"})
    assert "dikenai tarif" in git(tmp_path / "pusat.git", "show", f"main:{FEES}")


def test_an_end_that_stays_silent_is_given_up(
    sending: Sending, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caridulu.journal.git.PATIENCE", 0.5)

    page = client.worked("/kirim", {"keterangan": "biaya", "_aksi": "kirim"})

    assert (
        "Perubahan sudah dicatat di komputer ini, tetapi belum terkirim. Tidak ada yang hilang."
        in page
    )
    assert (
        "Tujuan kiriman tidak menjawab, jadi tidak ditunggu lagi. Periksa sambungan internet, lalu"
        " coba lagi." in page
    )


def test_saved_meanwhile_does_not_keep_work_of_others_out(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    another_officer(tmp_path, "content/office.yml", "Jalan Angka Nomor 10", "Jalan Angka Nomor 12")
    _slow(repository, tmp_path, "upload-pack")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    sending = Sending(client, tmp_path)

    with sending.waiting():
        _save(client, repository)

    assert "<p>Terkirim.</p>" in sending.page
    assert "answer: Bisa." in (repository / DRAFT).read_text("utf-8")
    assert "Nomor 12" in (repository / "content/office.yml").read_text("utf-8")
    assert Journal(repository).paths() == (DRAFT,)


def test_same_file_saved_meanwhile_and_sent_by_others_waits_for_another_try(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    """What others have sent cannot be taken in over a file that is not recorded."""
    another_officer(tmp_path, DRAFT, "konsul lewat zoom bisa kah", "konsul lewat zoom bisakah")
    _slow(repository, tmp_path, "upload-pack")
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    sending = Sending(client, tmp_path)

    with sending.waiting():
        _save(client, repository)
    again = client.worked("/kirim", {"keterangan": "video", "_aksi": "kirim"})

    assert REFUSED in sending.page
    assert f"belum dicatat: {DRAFT}. Tidak ada yang hilang." in sending.page
    assert "<p>Terkirim.</p>" in again
    text = git(tmp_path / "pusat.git", "show", f"main:{DRAFT}")
    assert "konsul lewat zoom bisakah" in text
    assert "answer: Bisa." in text
    assert "answer: Bisa." in (repository / DRAFT).read_text("utf-8")
