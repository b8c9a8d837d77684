"""Fixtures that every area's tests share."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# A shared or busy machine must not fail a property for being slow.
settings.register_profile("caridulu", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("caridulu")

SAMPLE = Path(__file__).parent / "kb"


@pytest.fixture
def sample_root() -> Path:
    """The project of a small office that does not exist, without problems; only to be read."""
    return SAMPLE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "proyek"))


@pytest.fixture
def today() -> dt.date:
    """The day on which tests run."""
    return dt.date(2026, 11, 25)


@pytest.fixture(scope="session")
def node() -> str:
    """Path of node; skips without it, fails where the tests must run."""
    path = shutil.which("node")
    if path is None and os.environ.get("CI") == "true":
        pytest.fail("node is missing")
    if path is None:
        pytest.skip("node is missing: the browser's search is not tested")
    return path
