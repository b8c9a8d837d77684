"""Work on the site that ends by an error of ours ends with a sentence."""

import threading
import time

import pytest

from caridulu.editor.jobs import Tell
from caridulu.editor.publishing.site_jobs import Work, Worker, WorkResult
from caridulu.messages import message

PATIENCE = 10.0  # seconds


def test_work_that_breaks_is_said_to_be_taken_up_by_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: printed.set())
    worker = Worker(lambda name: message(f"editor.{name}"))

    def act(_: Tell) -> WorkResult:
        raise KeyError("salah ketik")

    assert worker.job is None
    assert worker.start(Work.PUBLISH, None, act, said="Mengirim ...")
    assert printed.wait(PATIENCE)
    until = time.monotonic() + PATIENCE
    while not (worker.job and worker.job.outcome) and time.monotonic() < until:
        time.sleep(0.01)

    assert worker.job
    assert worker.job.outcome == WorkResult(
        (
            "Pekerjaan terhenti karena kesalahan program; rinciannya ada di jendela perintah. Coba"
            " sekali lagi. Yang sudah setengah terkirim dilanjutkan atau dibatalkan oleh"
            " penerbitan berikutnya.",
        ),
        is_done=False,
    )
    assert worker.last(Work.PUBLISH) == worker.job
    assert worker.last(Work.TRY) is None
