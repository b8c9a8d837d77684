"""The program's answers are those of the portal's pages, value for value."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from caridulu.portal.office_rows import search_config
from caridulu.portal.pages import browser_modules
from caridulu.portal.served.search_server import found_json
from caridulu.portal.served.served_index import ServedIndex
from caridulu.search.publish.client import client_script

pytest.importorskip("tantivy")
RUN = """
import { readFile } from "node:fs/promises";
import { openIndex } from "./client.js";
import { openPortal } from "./portal_search.js";
const { site, config, asked } = JSON.parse(process.argv[2]);
const fetch = async (path) => ({ ok: true, text: () => readFile(path, "utf8") });
const portal = await openPortal(site, config, { openIndex, fetch });
const found = [];
for (const [query, office, limit] of asked) found.push(await portal.search(query, office, limit));
console.log(JSON.stringify(found));
"""
QUESTIONS = (
    "apa itu populasi",
    "brp biaya konsultasi di bombana",
    "jam buka kantor wakatobi",
    "jam buka kantor wakatbi?",
    "jam buka kantor",
    "wilayah generalisasi",
    "apa itu populasi wakatobi",
    "populasi di kabupaten wakatobi",
    "populasi bps wakatobi atau bombana",
    "garis kmiskinan buton tengah",
    "garis kemiskinan kab. buton tengah 2024",
    "Alamat kantor BUTON tngah",
    "inflasi wakatobi",
    "apa itu smpel",
    "bikin ktp dmn",
    "unduh publikasi bombana",
    "halo kak",
    "xqzvw plorfk",
    "xqzvw wakatobi",
    "bagaimana data diperoleh",
    "konsultasi",
    "kons",
    "wakatobi",
    "Di mana kantor Bómbana?",
    "",
)
OFFICES = ("", "wakatobi", "bombana", "tidak-ada")


@pytest.fixture(scope="module")
def static(portal_folder: Path, node: str, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What the portal's pages find: every question, with every office put first."""
    folder = tmp_path_factory.mktemp("modul")
    for path in browser_modules():
        (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (folder / "client.js").write_text(client_script(), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "run.js").write_text(RUN, "utf-8")
    asked = [(query, office or None, 10) for office in OFFICES for query in QUESTIONS]
    values = {"site": f"{portal_folder}/", "config": search_config(), "asked": asked}
    finished = subprocess.run(
        [node, "run.js", json.dumps(values)], cwd=folder, capture_output=True, check=True
    )
    found: list[Any] = json.loads(finished.stdout)
    return found


def test_every_value_is_that_of_the_portal_s_pages(static: list[Any], index_folder: Path) -> None:
    index = ServedIndex(index_folder)
    found = [
        found_json(index.search(query, office=office, limit=10), index.offices)
        for office in OFFICES
        for query in QUESTIONS
    ]

    assert _unnumbered(json.loads(json.dumps(found))) == _unnumbered(static)


def _unnumbered(value: Any) -> Any:
    """Leaves out the numbers of entries: the pages' index leaves some free."""
    if isinstance(value, list):
        return [_unnumbered(each) for each in value]
    if isinstance(value, dict):
        return {name: _unnumbered(each) for name, each in value.items() if name != "entry"}
    return value


def test_a_named_place_leads_to_the_answer_of_its_office(index_folder: Path) -> None:
    index = ServedIndex(index_folder)
    named = found_json(index.search("apa itu populasi wakatbi"), index.offices)
    unnamed = found_json(index.search("apa itu populasi"), index.offices)

    snippets = [found["answers"][0]["hit"]["snippet"] for found in (named, unnamed)]
    assert snippets == [
        "Di {place} populasi penelitian ditanyakan dahulu kepada petugas.",
        "Yang disebut populasi dijelaskan di sini.",
    ]
    assert [office["id"] for office in named["named"]] == ["wakatobi"]
