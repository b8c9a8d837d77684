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


def program(*names: str) -> str:
    """Gives the path of a program that the test needs: of the first of ``names`` that is there."""
    for name in names:
        if path := shutil.which(name):
            return path
    missing(f"{names[-1]} is not installed")
