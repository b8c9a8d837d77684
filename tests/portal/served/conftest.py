"""The folder that a program answers from, of the three offices; made once, only to be read."""

from pathlib import Path

import pytest

from caridulu.portal.listing import read_listing
from caridulu.portal.served.build_index import build_index


@pytest.fixture(scope="session")
def index_folder(built_offices: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the offices."""
    portal = read_listing(built_offices)
    folder = tmp_path_factory.mktemp("indeks") / "indeks"
    made = build_index(
        portal, root=built_offices.parent, folder=folder, strict=True, on_left_out=pytest.fail
    )
    assert made.entries
    return folder
