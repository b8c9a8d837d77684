from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.engines import published_folder


@pytest.fixture(scope="session")
def real_folder(real_index: SearchIndex) -> Iterator[Path]:
    """The real knowledge base's index, published; only to be read."""
    with published_folder(real_index) as folder:
        yield folder
