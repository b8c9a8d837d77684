"""Work beside the server: one at a time, watched by asking, ended with a result or a sentence."""

import threading
import time
from collections.abc import Callable

import pytest

from caridulu.editor.jobs import Job, Run, RunState, SnapshotJob, Tell
from caridulu.journal.working_as import WORKING_AS
from caridulu.messages import message

PATIENCE = 10.0  # seconds


def _job() -> Job[int]:
    return Job(lambda name: message(f"editor.{name}"))


def _ended(job: Job[int]) -> Run[int]:
    job.wait(PATIENCE)
    assert job.run is not None
    return job.run


def _raising(error: BaseException) -> Callable[[Tell], int]:
    def work(_: Tell) -> int:
        raise error

    return work


def test_a_job_tells_how_far_it_is_and_takes_no_second_one_meanwhile() -> None:
    job, told, go_on = _job(), threading.Event(), threading.Event()

    def work(tell: Tell) -> int:
        tell("berkas kedua")
        told.set()
        assert go_on.wait(PATIENCE)
        return 7

    assert job.start(work, told="berkas pertama")
    assert told.wait(PATIENCE)
    assert job.run == Run(RunState.RUNNING, "berkas kedua")
    assert not job.start(work, told="lain")
    job.forget()  # what is running stays
    assert job.is_running
    go_on.set()
    assert _ended(job) == Run(RunState.DONE, result=7)
    job.forget()
    assert job.run is None


def test_a_job_is_done_in_the_name_of_who_began_it() -> None:
    job, before = Job[str](lambda name: message(f"editor.{name}")), WORKING_AS.set("Wa Ode")

    job.start(lambda _: WORKING_AS.get(), told="mulai")
    WORKING_AS.reset(before)

    job.wait(PATIENCE)
    assert job.run == Run(RunState.DONE, result="Wa Ode")


def test_a_job_that_fails_says_why() -> None:
    job = _job()
    job.start(_raising(PermissionError(13, "x")), told="mulai")
    assert _ended(job) == Run(RunState.FAILED, message("editor.cannot_write_not_allowed"))
    assert job.start(lambda _: 1, told="lagi")
    assert _ended(job).result == 1


def test_an_error_of_ours_ends_the_job_with_a_sentence_and_is_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: printed.set())
    job = _job()
    job.start(_raising(KeyError("salah ketik")), told="mulai")
    assert _ended(job).told == (
        "Pekerjaan ini terhenti karena kesalahan program. Rinciannya tampil di jendela tempat Cari"
        " Dulu dijalankan. Coba lagi; jika terulang, sampaikan rincian itu kepada pengelola."
    )
    assert printed.wait(PATIENCE)


def test_a_look_is_done_once_about_each_state_and_never_tells_of_another() -> None:
    look: SnapshotJob[int] = SnapshotJob(lambda name: message(f"editor.{name}"))
    first, second, go_on = object(), object(), threading.Event()

    def slow(_: Tell) -> int:
        assert go_on.wait(PATIENCE)
        return 1

    assert look.run(first, slow, told="dicari").state is RunState.RUNNING
    assert look.run(second, lambda _: 2, told="dicari lagi") == Run(RunState.RUNNING, "dicari lagi")
    go_on.set()
    until = time.monotonic() + PATIENCE
    while look.run(second, lambda _: 2, told="").result != 2 and time.monotonic() < until:
        time.sleep(0.01)
    assert look.run(second, _raising(KeyError("tidak dicari lagi")), told="").result == 2
