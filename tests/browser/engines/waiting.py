"""Waiting for what another process brings about."""

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

from tests.real_browser import WAIT

GLANCE = 0.05  # s
Value = TypeVar("Value")


def pause() -> None:
    time.sleep(GLANCE)


def awaited(
    ask: Callable[[], Value | None], what: Callable[[], str], rest: Callable[[], None] = pause
) -> Value:
    """Asks until there is a value; fails after ``WAIT``, which only guards from hanging."""
    end = time.monotonic() + WAIT
    while (value := ask()) is None:
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {what()}")
        rest()
    return value
