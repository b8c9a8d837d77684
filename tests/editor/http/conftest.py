"""An editor that is shared, and a colleague who may come in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.editor.http.server import EditorServer
from tests.editor.conftest import NOON
from tests.editor.http.guest import Guest, shared


@pytest.fixture
def server(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EditorServer]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    with shared(project) as started:
        yield started


@pytest.fixture
def guest(server: EditorServer) -> Guest:
    return Guest(server)
