"""Tests, in folders called as those of the code that they test."""

import datetime as dt
from pathlib import Path

ROOT = Path(__file__).parents[1]  # of the repository
SAMPLE = ROOT / "tests" / "kb"  # project of a small office that does not exist, without problems
TODAY = dt.date(2026, 11, 25)  # the day on which every test runs
EPOCH = "1795608000"  # noon of that day in UTC, as SOURCE_DATE_EPOCH says it
