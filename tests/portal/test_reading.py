"""An office's part is read from a folder or an address, whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caridulu.portal.listing import ListedOffice
from caridulu.portal.reading import read_office
from caridulu.search.publish.office_part import PartError
from tests.static_host import host
from tests.text_files import replace_in


def test_the_same_part_comes_from_a_folder_and_from_an_address(offices: Path) -> None:
    folder = offices.parent / "bombana" / "situs"
    server = host(folder)
    try:
        address = f"http://127.0.0.1:{server.server_port}/"
        listed = ListedOffice.model_validate({"id": "bombana", "url": address})
        fetched = read_office(listed, root=offices.parent)
    finally:
        server.shutdown()
        server.server_close()

    assert fetched == read_office(_listed(), root=offices.parent)
    assert fetched.office.region == "Kabupaten Bombana"


def _listed(url: str = "https://bombana.contoh.example/", folder: str | None = "") -> ListedOffice:
    office = {"id": "bombana", "url": url}
    return ListedOffice.model_validate(
        office if folder is None else {**office, "from": folder or "bombana/situs"}
    )


def _without(folder: Path) -> None:
    (folder / "part.json").unlink()


def _cut(folder: Path) -> None:
    [part] = folder.glob("hashed/part.*.json")
    part.write_text(part.read_text("utf-8")[:1000], "utf-8")


def _gone(folder: Path) -> None:
    [part] = folder.glob("hashed/part.*.json")
    part.unlink()


def _newer(folder: Path) -> None:
    path = folder / "part.json"
    replace_in(path, '"version":1', '"version":99')


def _binary(folder: Path) -> None:
    (folder / "part.json").write_bytes(b"\xff\xfe")


def _endless(folder: Path) -> None:
    (folder / "part.json").write_text(" " * 2_000, "utf-8")


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (_without, "missing"),
        (_gone, "missing"),
        (_cut, "other_hash"),
        (_newer, "other_version"),
        (_binary, "damaged"),
        (_endless, "too_large"),
    ],
)
def test_what_is_not_whole_is_refused(
    damage: Callable[[Path], None], key: str, offices: Path
) -> None:
    damage(offices.parent / "bombana" / "situs" / "search")

    with pytest.raises(PartError, match=key):
        read_office(_listed(), root=offices.parent)


def test_an_address_without_encryption_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PartError, match="not_https"):
        read_office(_listed("http://bombana.contoh.example/", None), root=tmp_path)
