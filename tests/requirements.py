"""What a test needs of the computer: skipped without it, failed where all tests must run."""

import os
import shutil
from typing import NoReturn

import pytest


def missing(reason: str) -> NoReturn:
    """Skips the test, or fails it where ``CI=true`` says that all tests must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def program(name: str) -> str:
    """Gives the path of a program that the test needs."""
    path = shutil.which(name)
    if path is None:
        missing(f"{name} is not installed")
    return path
