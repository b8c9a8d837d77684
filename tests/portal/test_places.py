"""By which names a question chooses an office, and what is no misspelt name."""

import json
import subprocess
from pathlib import Path

import pytest

from caridulu.portal.pages import browser_modules
from caridulu.portal.places import ONE_SLIP, TWO_SLIPS, misleading_terms, place_names
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.publish.office_part import PartOffice

OFFICES = {
    "Kabupaten Bombana": ("Kasipute", "Kabupaten Bombana", "Sulawesi Tenggara"),
    "Kabupaten Buton Tengah": ("Sulawesi Tenggara",),
    "Kabupaten Buton": (),
    "Kota Bogor": (),
    "Kabupaten Bogor": (),
}
RUN = """
import { namedOffices } from "./places.js";
const { queries, places, misleading, slips } = JSON.parse(process.argv[2]);
const isOther = (word) => misleading.includes(word);
console.log(JSON.stringify(queries.map((query) => namedOffices(query, places, isOther, slips))));
"""
SLIPS = {"one": ONE_SLIP, "two": TWO_SLIPS}
CASES = {
    "inflasi bombana 2024": [0],
    "Inflasi BOMBNA": [0],
    "alamat di kasipute": [0],
    "penduduk buton tengah": [1],
    "penduduk buton tngah": [1],
    "penduduk buton": [2],
    "data kota bogor": [3],
    "data bogor": [3, 4],
    "apa itu inflasi": [],
    "boton beton": [2],
    "sulawesi tenggara": [],  # two offices claim it
}


def _office(region: str, places: tuple[str, ...]) -> PartOffice:
    return PartOffice(
        name=f"BPS {region}",
        short_name="BPS",
        region=region,
        places=places,
        contact="kontak/",
        ask="cari/?q=",
    )


@pytest.fixture(scope="module")
def names() -> list[list[str]]:
    return place_names([_office(*each) for each in OFFICES.items()], Analyzer())


def test_a_region_is_named_with_and_without_its_kind_and_by_what_is_its_alone(
    names: list[list[str]],
) -> None:
    assert names == [
        ["bombana", "kabupaten bombana", "kasipute"],
        ["buton tengah", "kabupaten buton tengah"],
        ["buton", "kabupaten buton"],
        ["bogor", "kota bogor"],
        ["bogor", "kabupaten bogor"],
    ]


def test_words_of_the_language_and_of_the_index_are_no_misspelt_names() -> None:
    found = misleading_terms(["buton", "wakatobi"], ["butan", "wakatob", "inflasi"], Analyzer())

    assert {"beton", "butan"} <= set(found)
    assert not {"wakatob", "inflasi", "buton"} & set(found)


def test_a_question_chooses_the_office_also_by_a_misspelt_name(
    names: list[list[str]], node: str, tmp_path: Path
) -> None:
    for path in browser_modules():
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    (tmp_path / "run.js").write_text(RUN, "utf-8")
    asked = {"queries": [*CASES], "places": names, "misleading": ["beton"], "slips": SLIPS}
    finished = subprocess.run(
        [node, "run.js", json.dumps(asked)], cwd=tmp_path, capture_output=True, check=True
    )

    assert dict(zip(CASES, json.loads(finished.stdout), strict=True)) == CASES
