"""Watches the source files of a project for changes."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from caridulu.site.build.write_site import SOURCES

PAUSE = 0.15  # seconds between two looks at the sources
SHARE = 20  # one part of the time at most is spent on looking: a large project waits longer


def changes(root: Path, *, pause: float = PAUSE) -> Iterator[None]:
    """Yields whenever a source file of the project has changed.

    Looking again and again works on every disk, network disks included.
    """
    before = source_stamps(root)
    while True:
        began = time.monotonic()
        now = source_stamps(root)
        took = time.monotonic() - began
        if now != before:
            before = now
            yield
        time.sleep(max(pause, took * SHARE))


def source_stamps(root: Path) -> set[tuple[str, int, int]]:
    """Lists all source files with time and size: enough to see that something happened."""
    seen = set()
    for name in SOURCES:
        for folder, _, files in os.walk(root / name, followlinks=True):
            for file in files:
                path = f"{folder}/{file}"
                try:
                    status = os.stat(path)  # noqa: PTH116 (pathlib takes twice as long)
                except OSError:  # gone already
                    continue
                seen.add((path, status.st_mtime_ns, status.st_size))
    return seen
