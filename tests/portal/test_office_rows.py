"""The table of offices in columns: a browser reads from it what was written."""

import json
import subprocess
from pathlib import Path

import pytest

from caridulu.portal.listing import ListedOffice
from caridulu.portal.office_rows import PortalOffice, office_columns
from caridulu.portal.pages import browser_modules
from caridulu.portal.places import place_names
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.publish.office_part import PartOffice

RUN = """
import { officesOf } from "./office_rows.js";
console.log(JSON.stringify(officesOf(JSON.parse(process.argv[2]))));
"""
OFFICES = [  # id, address, name, short name, region, other places
    ("bombana", "bombana.example", "BPS Kabupaten Bombana", "BPS Bombana", "Kabupaten Bombana"),
    ("batu", "x.example/batu", "BPS Kota Batu", "BPS Kota Batu", "Kota Batu"),
    ("desa-waha", "waha.example", "Pemerintah Desa Waha", "Desa Waha", "Desa Waha", "Pasar Waha"),
    ("pusat", "pusat.example", "Badan Pusat Statistik", "BPS", "Indonesia", "Jakarta", "Senén"),
    ("konsel", "konsel.example", "BPS Konsel", "BPS Konsel", "Kabupaten Konawe Selatan"),
    ("muna", "muna.example", "BPS {Muna}", "{name}|name|", "Kab. Muna"),
]


@pytest.fixture(scope="module")
def offices() -> list[PortalOffice]:
    return [_office(*each) for each in OFFICES]


def test_a_browser_reads_every_office_as_it_was_written(
    offices: list[PortalOffice], node: str, tmp_path: Path
) -> None:
    names = place_names([one.facts for one in offices], Analyzer())
    columns = office_columns(offices, names)
    for path in browser_modules():
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    (tmp_path / "run.js").write_text(RUN, "utf-8")
    command = [node, "run.js", json.dumps(columns)]
    finished = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)

    assert json.loads(finished.stdout) == [
        {
            "id": one.listed.id,
            "url": one.listed.address,
            "ask": "cari/#q=",
            "place": one.place,
            "region": one.facts.region,
            "name": one.facts.name,
            "short": one.facts.short_name,
            "named": list(places.region),
            "acronyms": list(places.acronyms),
            "places": list(places.others),
        }
        for one, places in zip(offices, names, strict=True)
    ]


def test_what_a_line_repeats_is_written_as_a_mark(offices: list[PortalOffice]) -> None:
    names = place_names([one.facts for one in offices[1:2]], Analyzer())

    assert office_columns(offices[1:2], names) == {
        "id": "batu",
        "url": "https://x.example/\rid\r/",
        "ask": "cari/#q=",
        "place": "Batu",
        "region": "Kota \rplace\r",
        "name": "BPS \rregion\r",
        "short": "\rname\r",
        "named": "",
        "acronyms": "",
        "places": "",
    }


def _office(id_: str, host: str, name: str, short: str, region: str, *places: str) -> PortalOffice:
    facts = PartOffice(
        name=name,
        short_name=short,
        region=region,
        places=places,
        contact="kontak/",
        ask="cari/#q=",
    )
    return PortalOffice(ListedOffice(id=id_, url=f"https://{host}"), facts)
