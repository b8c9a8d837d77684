"""Folders that are built once for all of xdist's processes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 600  # seconds that another process may take; it only guards from waiting for ever


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """Gives a folder in which the first process that asks has built; the others wait for it.

    The folder is only to be read.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # of all processes of this run
    folder, ready, failed = (base / f"{name}{end}" for end in ("", ".ready", ".failed"))
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(ready, failed)
        return folder
    try:
        build(folder)
    except BaseException:
        failed.touch()
        raise
    ready.touch()
    return folder


def _wait_for(ready: Path, failed: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not ready.exists():
        if failed.exists() or time.monotonic() > end:
            pytest.fail(f"another process has not built {ready.stem}: see its error")
        time.sleep(0.05)
