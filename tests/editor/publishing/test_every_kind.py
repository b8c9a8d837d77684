"""Every kind of target is filled in, tried and published to from the browser, with real servers."""

import pytest

from caridulu.publishing.publish import Publisher
from tests.editor.client import Client, running, settled
from tests.editor.publishing.test_publishing_pages import press, said
from tests.editor.publishing.test_target_page import NEW, OFFICE, send
from tests.publishing.hosts.conftest import KINDS, Make, Office
from tests.publishing.sites import FIRST

pytestmark = pytest.mark.slow  # servers of every kind of target


def _controls(office: Office) -> dict[str, str]:
    """The form of the office's target, filled in."""
    values = office.target.model_dump(exclude_none=True)
    return {f"deploy.0.{name}": str(value) for name, value in values.items() if name != "kind"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_target_is_filled_in_tried_and_published_to(
    make_office: Make, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = make_office(kind)
    monkeypatch.setattr(Publisher, "finished_site", lambda _: dict(FIRST))
    values = _controls(office)
    path = office.root / OFFICE
    path.write_text(path.read_text("utf-8").partition("deploy:")[0], "utf-8")
    with running(office.root) as server:
        client = Client(server)

        status, place = send(client, office.root, NEW.format(kind), "uji", values)
        assert (status, place) == (303, "/terbitkan/tujuan/situs")
        tried = said(settled(client, place))
        assert tried.startswith(f"{office.target.place} dapat dipakai.")
        assert said(press(client, "terbitkan")).startswith("Sudah terbit pukul")

    assert Publisher(office.root, today=office.publisher.today).target() == office.target
    assert office.public() == FIRST


@pytest.mark.host
def test_the_key_of_an_unknown_server_is_shown_to_be_compared(make_office: Make) -> None:
    office = make_office("sftp")
    path = office.root / OFFICE
    known = f"host_key: {office.target.host_key}"
    assert known in path.read_text("utf-8")
    values = _controls(office) | {"deploy.0.host_key": ""}
    with running(office.root) as server:
        client = Client(server)
        _, place = send(client, office.root, "/terbitkan/tujuan/situs", "uji", values)
        page = settled(client, place)

    assert said(page) == (
        "Server 127.0.0.1 belum dikenal komputer ini. Sidik kuncinya"
        f" {office.target.host_key}. Cocokkan dengan pengelola server. Jika sama, salin ke isian"
        ' "Sidik kunci server".'
    )
