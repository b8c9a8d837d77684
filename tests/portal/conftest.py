"""A portal over three offices, built once; tests copy what they change."""

import shutil
from pathlib import Path

import pytest

from caridulu.portal.build import build_portal
from caridulu.portal.listing import read_listing
from caridulu.portal.merging import Merger
from caridulu.portal.places import region_name
from caridulu.portal.reading import read_office
from caridulu.search.analysis.analyzer import Analyzer
from tests.command_line import run as run


@pytest.fixture
def offices(built_offices: Path, tmp_path: Path) -> Path:
    """A copy of the list and the sites that a test may change."""
    sites = shutil.ignore_patterns("proyek")  # not what they were built from
    folder = Path(shutil.copytree(built_offices.parent, tmp_path / "kantor", ignore=sites))
    return folder / built_offices.name


@pytest.fixture(scope="session")
def merger(built_offices: Path) -> Merger:
    """The three parts, merged: 0 is Bombana, 1 Buton Tengah, 2 Wakatobi."""
    portal = read_listing(built_offices)
    made = Merger()
    made.national = 0
    for number, office in enumerate(portal.offices):
        part = read_office(office, root=built_offices.parent)
        made.add(number, part.index, region=region_name(part.office, Analyzer()))
    return made


@pytest.fixture(scope="session")
def portal_folder(built_offices: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal's site; only to be read."""
    portal = read_listing(built_offices)
    folder = tmp_path_factory.mktemp("portal") / "situs"
    made = build_portal(
        portal, root=built_offices.parent, site_dir=folder, strict=True, on_left_out=pytest.fail
    )
    assert made.entries
    return folder
