"""By which names a question chooses an office, and what is no misspelt name."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from caridulu.portal.office_rows import search_config
from caridulu.portal.pages import browser_modules
from caridulu.portal.places import (
    NameContext,
    PlaceNames,
    marked_pairs,
    misleading_terms,
    name_context,
    place_names,
)
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.publish.office_part import PartOffice

OFFICES = {
    "Kabupaten Bombana": ("Kasipute", "Kabupaten Bombana", "Sulawesi Tenggara"),
    "Kabupaten Buton Tengah": ("Sulawesi Tenggara",),
    "Kabupaten Buton": ("Sulsel",),  # which a province is called
    "Kota Bogor": (),
    "Kabupaten Bogor": (),
    "Kota Batu": (),
    "Kabupaten Batu Bara": (),
    "Kota Baubau": (),
    "Kabupaten Kotabaru": (),
    "Kabupaten Kepulauan Mentawai": (),
    "Kabupaten Magelang": (),
    "Kota Malang": (),
    "Provinsi Sulawesi Selatan": (),
    "Kota Gunungsitoli": (),
    "Kabupaten Kepulauan Seribu": (),
}
RUN = """
import { readFileSync } from "node:fs";
import { namesOf, readPlaces } from "./places.js";
const { queries, config, table } = JSON.parse(readFileSync(0, "utf8"));
const setOf = (list) => new Set(list.split(" ").filter(Boolean));
const [misleading, before, after] = [table.misleading, table.before, table.after].map(setOf);
const beside = new Map(Object.entries(table.beside).map(([name, terms]) => [name, setOf(terms)]));
const termOf = (word) => word;
const names = { ...config, ...namesOf(table.offices), termOf, misleading, before, after, beside };
console.log(JSON.stringify(queries.map((query) => readPlaces(query, names))));
"""
CONTEXT = NameContext(
    misleading=("beton", "bogol", "bata", "baru"),
    beside={"batu": ("bara",), "batu bara": (), "malang": ()},
    before=("inflasi", "luas"),
    after=("tahun",),
)
CASES = {
    "inflasi bombana 2024": ([0], "inflasi 0d 2024"),
    "Inflasi BOMBNA?": ([0], "inflasi 0d?"),
    "alamat di kasipute": ([0], "alamat di kasipute"),
    "penduduk buton tengah": ([1], "penduduk 0d"),
    "penduduk buton tngah": ([1], "penduduk 0d"),
    "penduduk buton": ([2], "penduduk 0d"),
    "data kota bogor": ([3], "data 0d"),
    "data kab bogor": ([4], "data 0d"),
    "data bogor": ([3, 4], "data 0d"),
    "inflasi buton dan bombana": ([2, 0], "inflasi 0d dan 0d"),
    "apa itu inflasi": ([], "apa itu inflasi"),
    "boton beton": ([2], "0d beton"),
    "kota bogol": ([3], "0d"),  # a word, but no other follows "kota"
    "bps batu": ([5], "bps 0d"),
    "di batu": ([5], "di 0d"),
    "jam buka kantor batu": ([5], "jam buka kantor 0d"),
    "tables for batu": ([5], "tables for 0d"),  # no English word
    "prices batu city": ([5], "prices 0d city"),
    "prices batu stone": ([], "prices batu stone"),
    "inflasi batu": ([5], "inflasi 0d"),
    "inflasi batu tahun 2024": ([5], "inflasi 0d tahun 2024"),
    "inflasi batu bara": ([], "inflasi batu bara"),
    "luas batu karang": ([], "luas batu karang"),
    "tukang batu": ([], "tukang batu"),
    "inflasi batu sulawesi selatan": ([5, 12], "inflasi 0d 0d"),  # a place follows
    "harga batu bata": ([], "harga batu bata"),  # a word beside a word
    "inflasi batu bara tahun 2024": ([], "inflasi batu bara tahun 2024"),  # coal
    "kab batu bara": ([6], "0d"),
    "nasib malang": ([], "nasib malang"),  # no misspelt Magelang
    "penduduk butontengah": ([1], "penduduk 0d"),
    "kab butontegah": ([1], "0d"),
    "inflasi bau-bau": ([7], "inflasi 0d"),
    "inflasi kota bau2": ([7], "inflasi 0d"),
    "kotabaubau": ([7], "0d"),
    "gunung sitli": ([13], "0d"),
    "ada di kota baru": ([], "ada di kota baru"),
    "kab kota baru": ([8], "0d"),
    "btn tengah": ([1], "0d"),
    "buton tgh": ([1], "0d"),
    "boton teng": ([1], "0d"),
    "buton te": ([2], "0d te"),
    "ipm buteng": ([1], "ipm 0d"),
    "ipm bu teng": ([1], "ipm 0d"),
    "umk sulsel": ([12], "umk 0d"),
    "umk sulsol": ([], "umk sulsol"),  # acronyms are not misspelt
    "mentawai": ([9], "0d"),
    "kep mentawai": ([9], "0d"),
    "btn tgh": ([1], "0d"),
    "malang magelang batu": ([10], "malang 0d batu"),
    "bombana dan buton": ([0, 2], "0d dan 0d"),
    "sulawesi tenggara": ([], "sulawesi tenggara"),  # two offices claim it
}


def _office(region: str, places: tuple[str, ...]) -> PartOffice:
    return PartOffice(
        name=f"BPS {region}",
        short_name=f"BPS {region}",
        region=region,
        places=places,
        contact="kontak/",
        ask="cari/#q=",
    )


@pytest.fixture(scope="module")
def names() -> list[PlaceNames]:
    return place_names([_office(*each) for each in OFFICES.items()], Analyzer())


def test_a_region_is_named_with_and_without_its_kind_and_by_what_is_its_alone(
    names: list[PlaceNames],
) -> None:
    assert dict(zip(OFFICES, (one.every for one in names), strict=True)) == {
        region: _called(region, *others)
        for region, others in {
            **dict.fromkeys(OFFICES, ()),
            "Kabupaten Bombana": ("kasipute",),
            "Kabupaten Kepulauan Mentawai": ("mentawai",),
        }.items()
    }


def _called(region: str, *others: str) -> tuple[str, ...]:
    whole = region.lower()
    name = whole.partition(" ")[2]
    return (name, whole, f"bps {name}", f"bps {whole}", *others)


def test_an_office_that_is_named_in_full_is_no_other_of_its_region(
    node: str, tmp_path: Path
) -> None:
    both = [
        _office("Kota Kendari", ()).model_copy(update={"short_name": f"{name} Kendari"})
        for name in ("Disdukcapil", "BPS")
    ]
    queries = {
        "alamat kota kendari": ([0, 1], "alamat 0d"),
        "alamat bps kota kendari": ([1], "alamat bps 0d"),
        "alamat disdukcapil kndari": ([0], "alamat disdukcapil 0d"),
    }
    table = table_of(place_names(both, Analyzer()))
    read = read_by_browser([*queries], table, node, tmp_path)

    assert dict(zip(queries, ((one["named"], one["marked"]) for one in read), strict=True)) == (
        queries
    )


def test_words_of_the_language_and_of_the_index_are_no_misspelt_names() -> None:
    found = misleading_terms(["buton", "wakatobi"], ["butan", "wakatob", "inflasi"], Analyzer())

    assert {"beton", "butan"} <= set(found)
    assert "diri" in misleading_terms(["dairi"], [], Analyzer())  # also the stem of the name
    assert not {"wakatob", "inflasi", "buton"} & set(found)


def test_how_an_ordinary_word_is_read_comes_from_what_the_index_says(
    names: list[PlaceNames],
) -> None:
    known = ["batu bara", "di batu", "inflasi"]
    twice = dict.fromkeys(["inflasi 0d", "apa 0d", "^ 0d", "0d tahun", "0d dan"], 2)
    context = name_context(names, known, {**twice, "tambang 0d": 1, "0d bata": 1}, Analyzer())

    assert context.beside == {
        "batu": ["bara"],
        "batu bara": [],
        "malang": [],
    }
    assert (context.before, context.after) == (["inflasi"], ["tahun"])


def test_a_name_that_hardly_anybody_writes_as_a_word_is_always_a_place() -> None:
    names = place_names([_office("Kota Bandung", ()), _office("Kota Batu", ())], Analyzer())

    assert [*name_context(names, [], {}, Analyzer()).beside] == ["batu"]


def test_what_stands_beside_a_region_is_counted_by_phrasings() -> None:
    first = {
        "pairs": {"inflasi 0d": 1, "0d $": 1},
        "alias_pairs": {"inflasi 0d": 2, "harga emas": 1},
    }
    second = {"alias_pairs": {"luas 0d": 1}, "aliases": {"0d": 1}}

    assert marked_pairs([first, second]) == {"inflasi 0d": 3, "0d $": 1, "luas 0d": 1}


def test_a_question_chooses_the_office_also_by_a_misspelt_name_or_an_ordinary_word(
    names: list[PlaceNames], node: str, tmp_path: Path
) -> None:
    read = read_by_browser([*CASES], table_of(names), node, tmp_path)

    assert dict(zip(CASES, ((one["named"], one["marked"]) for one in read), strict=True)) == CASES


def table_of(names: Sequence[PlaceNames]) -> dict[str, Any]:
    """The offices' table, as far as the reading of places needs it."""
    return {
        "offices": [
            {"named": one.region, "acronyms": one.acronyms, "places": one.others} for one in names
        ],
        **CONTEXT.shown(),
    }


def read_by_browser(
    queries: Sequence[str], table: Mapping[str, Any], node: str, folder: Path
) -> list[dict[str, Any]]:
    """What the browser's module reads in questions; a word is its own term."""
    for path in browser_modules():
        (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "run.js").write_text(RUN, "utf-8")
    asked = json.dumps({"queries": queries, "config": search_config(), "table": table})
    finished = subprocess.run(
        [node, "run.js"], cwd=folder, input=asked.encode(), capture_output=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(finished.stdout)
    return found
