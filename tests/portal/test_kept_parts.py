"""What was fetched of an office is fetched again only if it has changed or is damaged."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.portal.build import make_portal, merge_offices
from caridulu.portal.kept_parts import KeptParts
from caridulu.portal.listing import PortalFile
from tests.static_host import host

pytestmark = pytest.mark.slow  # builds a portal of served offices, twice in most

KEPT = Path(".caridulu") / "cache" / "parts"
NAMES = ("bombana", "wakatobi")


@pytest.fixture
def portal(offices: Path) -> Iterator[PortalFile]:
    """Two offices on the web, from folders that a test may change."""
    for name in ("_headers", "404.html"):
        (offices.parent / name).touch()
    server = host(offices.parent)
    base = f"http://127.0.0.1:{server.server_port}"
    listed = [{"id": name, "url": f"{base}/{name}/situs/"} for name in NAMES]
    yield PortalFile.model_validate({"name": "Portal", "offices": listed})
    server.shutdown()
    server.server_close()


def made(portal: PortalFile, root: Path) -> dict[str, str | bytes]:
    site = make_portal(portal, root=root, strict=True, on_left_out=print).site
    assert site
    return site.contents()


def without_parts(folder: Path) -> None:
    """Leaves an office's site without the file that was fetched; it still names it."""
    [part] = folder.glob("situs/search/hashed/part.*.json")
    part.unlink()


def test_a_part_that_was_fetched_is_not_fetched_again(
    portal: PortalFile, offices: Path, tmp_path: Path
) -> None:
    before = made(portal, tmp_path)
    for name in NAMES:
        without_parts(offices.parent / name)

    assert made(portal, tmp_path) == before


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b", None], ids=["empty", "cut", "another"])
def test_a_part_that_is_damaged_where_it_is_kept_is_fetched_again(
    damage: bytes | None, portal: PortalFile, tmp_path: Path
) -> None:
    before = made(portal, tmp_path)
    one, other = sorted((tmp_path / KEPT).iterdir())
    whole = one.read_bytes()
    one.write_bytes(other.read_bytes() if damage is None else damage)

    assert made(portal, tmp_path) == before
    assert one.read_bytes() == whole


def test_parts_that_no_office_has_any_more_are_dropped_once_all_are_read(
    portal: PortalFile, offices: Path, tmp_path: Path
) -> None:
    made(portal, tmp_path)
    KeptParts(tmp_path).put("0" * 64, "lama")
    pointer = offices.parent / "wakatobi" / "situs" / "search" / "part.json"
    shutil.move(pointer, pointer.with_suffix(".away"))
    merge_offices(portal, root=tmp_path, strict=False, on_left_out=print)
    while_one_is_away = len(list((tmp_path / KEPT).iterdir()))
    shutil.move(pointer.with_suffix(".away"), pointer)
    merge_offices(portal, root=tmp_path, strict=False, on_left_out=print)

    assert (while_one_is_away, len(list((tmp_path / KEPT).iterdir()))) == (3, 2)


def test_parts_in_folders_are_not_kept(offices: Path) -> None:
    listed = [{"id": n, "url": f"https://{n}.example/", "from": f"{n}/situs"} for n in NAMES]
    portal = PortalFile.model_validate({"name": "Portal", "offices": listed})
    made(portal, offices.parent)

    assert not (offices.parent / KEPT).exists()
