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
there = in_background(os.getpid, large=True)
print(there() != here)

def fail():
    raise ValueError("tidak bisa")

failing = in_background(fail, large=True)
try:
    failing()
except ValueError as error:
    print(error)

def killed():
    if os.getpid() != here:
        os.kill(os.getpid(), 9)
    return "di sini"

print(in_background(killed, large=True)())
"""


@pytest.mark.skipif(not background._may_fork(), reason="needs Linux and two processors")
def test_another_process_does_it_tells_its_error_and_may_die() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(IN_A_PROCESS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("True\ntidak bisa\ndi sini\n", "")


def test_little_work_is_done_when_its_value_is_asked_for() -> None:
    asked: list[str] = []
    value = in_background(lambda: asked.append("sekarang"), large=False)
    assert asked == []
    value()
    assert asked == ["sekarang"]
