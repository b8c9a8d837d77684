"""Tests, in the rooms of the code that they test."""

from pathlib import Path

ROOT = Path(__file__).parents[1]  # of the repository
SAMPLE = ROOT / "tests" / "kb"  # project of a small office that does not exist, without problems
