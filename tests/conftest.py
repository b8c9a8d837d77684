"""Fixtures that every area's tests share."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

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
