"""Work in a second process gives what the same work gives here."""

import subprocess
import sys
import textwrap

import pytest

from caridulu.site.build import background
from caridulu.site.build.background import in_background

IN_A_PROCESS = """
import os
from caridulu.site.build.background import in_background

here = os.getpid()
first, second = in_background(os.getpid, os.getppid, large=True)
print(second() == here != first())

def fail():
    raise ValueError("tidak bisa")

failing, after = in_background(fail, lambda: "selesai", large=True)
print(after())
try:
    failing()
except ValueError as error:
    print(error)

def killed():
    if os.getpid() != here:
        os.kill(os.getpid(), 9)
    return "di sini"

[value] = in_background(killed, large=True)
print(value())
"""


@pytest.mark.skipif(not background._may_fork(), reason="needs Linux and two processors")
def test_another_process_does_it_tells_its_error_and_may_die() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(IN_A_PROCESS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("True\nselesai\ntidak bisa\ndi sini\n", "")


def test_little_work_is_done_when_its_value_is_asked_for() -> None:
    asked: list[str] = []
    [value] = in_background(lambda: asked.append("sekarang"), large=False)
    assert asked == []
    value()
    assert asked == ["sekarang"]
