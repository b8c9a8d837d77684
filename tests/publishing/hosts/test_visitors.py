"""Visitors behind nginx, while newer versions arrive: nobody meets a missing slice."""

import datetime as dt
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.publishing.publish import Publisher
from caridulu.search.publish.client import client_script
from tests import ROOT, TODAY
from tests.publishing.hosts.conftest import Make, Office
from tests.publishing.hosts.servers import fetch, named_slices, nginx
from tests.publishing.sites import FIRST, SECOND, THIRD
from tests.text_files import replace_in

pytestmark = [pytest.mark.slow, pytest.mark.host]

ENTRY = Path("kb") / "konsultasi" / "biaya-konsultasi.yml"
VISITED = ("index.html", "kb/biaya-konsultasi/index.html", "search/manifest.json")


@pytest.fixture(params=["folder", "sftp"])
def served(request: pytest.FixtureRequest, make_office: Make, tmp_path: Path) -> Iterator[tuple]:
    """An office whose folder nginx serves, and the port."""
    office = make_office(request.param)
    (tmp_path / "www").mkdir()
    tmp_path.chmod(0o755)
    (tmp_path / "nginx").mkdir()
    with nginx(tmp_path / "nginx", tmp_path / "www") as port:
        yield office, port


def test_no_visitor_meets_a_missing_slice(served: tuple[Office, int]) -> None:
    office, port = served
    office.send(FIRST)
    missing: list[tuple[str, str]] = []
    visits = 0
    over = threading.Event()

    def visit() -> None:
        nonlocal visits
        while not over.is_set():
            for path in VISITED:
                status, page = fetch(port, path)
                wanted = named_slices(page) if status == 200 else []
                lacking = [name for name in wanted if fetch(port, name)[0] != 200]
                missing.extend((path, name) for name in lacking)
                if status != 200:
                    missing.append((path, str(status)))
            visits += 1

    visitor = threading.Thread(target=visit)
    visitor.start()
    for site in (SECOND, THIRD, FIRST, SECOND):
        office.send(site)
    office.publisher.back(office.target)
    over.set()
    visitor.join()

    assert missing == []
    assert visits > 3


def test_who_opened_the_search_before_a_deployment_finds_every_slice(
    make_office: Make, tmp_path: Path, node: str
) -> None:
    office = make_office("folder")
    publisher = office.publisher
    (tmp_path / "www").mkdir()
    (tmp_path / "nginx").mkdir()
    client = tmp_path / "search.mjs"
    client.write_text(client_script(), encoding="utf-8")
    publisher.send(publisher.finished_site(), office.target)
    with nginx(tmp_path / "nginx", tmp_path / "www") as port:
        address = f"http://127.0.0.1:{port}/search/"
        command = [node, str(Path(__file__).with_name("visitor.js")), str(client), address]
        visitor = subprocess.Popen(
            [*command, "gratisji kah konsultasi"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert visitor.stdin
        assert visitor.stdout
        assert visitor.stdout.readline() == "open\n"

        entry = office.root / ENTRY
        replace_in(entry, "gratis", "bebas biaya")
        later = Publisher(office.root, today=TODAY, now=lambda: _later())
        later.send(later.finished_site(), office.target)
        found, _ = visitor.communicate("\n", timeout=120)

    assert len([path for path in (tmp_path / "www/search/hashed").iterdir() if path.is_dir()]) == 2
    assert '"biaya-konsultasi"' in found
    assert visitor.returncode == 0


def _later() -> dt.datetime:
    return dt.datetime.now(dt.UTC) + dt.timedelta(hours=3)
