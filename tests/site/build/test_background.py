"""Work in a second process says what the same work here says."""

import multiprocessing
import os
import subprocess
import sys
import textwrap

import pytest

from caridulu.site.build import background as meanwhile
from caridulu.site.build.background import Meanwhile

IN_A_PROCESS = """
import os
from caridulu.site.build.background import Meanwhile

here = os.getpid()
there = Meanwhile(lambda: str(os.getpid()), large=True)
print(there.text() != str(here))

def fail():
    raise ValueError("tidak bisa")

try:
    Meanwhile(fail, large=True).text()
except ValueError as error:
    print(error)

def killed():
    if os.getpid() != here:
        os.kill(os.getpid(), 9)
    return "di sini"

print(Meanwhile(killed, large=True).text())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one processor does one thing")
def test_another_process_makes_it_tells_its_error_and_may_die() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(IN_A_PROCESS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("True\ntidak bisa\ndi sini\n", "")


def test_little_work_is_done_here_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def make() -> str:
        asked.append(os.getpid())
        return "sedikit"

    work = Meanwhile(make, large=False)
    assert asked == []
    assert work.text() == "sedikit"
    assert asked == [os.getpid()]


def test_where_no_process_can_be_forked_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meanwhile, "_may_fork", lambda: False)
    assert Meanwhile(lambda: str(os.getpid()), large=True).text() == str(os.getpid())
    assert multiprocessing.active_children() == []
