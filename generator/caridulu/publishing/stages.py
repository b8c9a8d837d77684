"""In which order files travel, and which stay in place when a newer version no longer has them.

A page names its scripts and styles, the index's manifest its slices; these arrive before, and leave
long after. What lists pages (feed, map, the device's store) comes when they are there.
"""

from caridulu.site.urls import ASSETS, FEED, INDEX_HASHED, MANIFEST, ROBOTS, SITEMAP, STORED, WORKER

_INDEX, _ASSET, _FILE, _PAGE, _MANIFEST, _FRONT, _LIST, _STORED = range(8)
_LISTS = frozenset({FEED, SITEMAP, ROBOTS})
_STORES = frozenset({STORED, WORKER})


def is_slice(path: str) -> bool:
    """Tells whether a file's name tells its content, so that versions have theirs side by side."""
    return path.startswith((INDEX_HASHED, ASSETS))


def travel_order(path: str) -> tuple[int, str]:
    """Orders files so that whatever a file names is at the target before it."""
    return stage_of(path), path


def stage_of(path: str) -> int:
    """Numbers the stage of a file; all of a stage are there before the next begins."""
    if path.startswith(INDEX_HASHED):
        return _INDEX
    if path.startswith(ASSETS):
        return _ASSET
    if path == MANIFEST:  # leads to entries; other pages lead to it
        return _MANIFEST
    if path in _STORES:
        return _STORED
    if path in _LISTS:
        return _LIST
    if path.endswith(".html"):
        # Entries lie deepest; pages that lead to them come after.
        return _PAGE if path.count("/") > 1 else _FRONT
    return _FILE
