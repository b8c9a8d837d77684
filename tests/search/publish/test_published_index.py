"""The published index: what is written is what the index holds, and always the same bytes."""

import gzip
import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from copy import copy
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script, parameters_module
from caridulu.search.publish.index_sizes import TermSizes
from caridulu.search.publish.published_index import publish_index
from caridulu.search.publish.shards import encode, name_line, term_slices, usual_idfs
from caridulu.search.publish.shown_texts import snippet
from tests import ROOT
from tests.search.both_engines import published_folder
from tests.search.publish.written_slices import decode, names_of

REAL_WORDS = frozenset({"hujan", "harap", "hurup", "badak", "badut", "jambu", "jamu", "zebra"})


@given(st.lists(st.integers(min_value=0, max_value=2**40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers


@given(st.sets(st.text(alphabet="abc1 +", max_size=40)))
def test_names_come_back(names: set[str]) -> None:
    assert names_of(name_line(sorted(names))) == sorted(names)


@pytest.mark.parametrize("step", [1, 3], ids=["numbers without gaps", "numbers left free"])
def test_terms_decode_to_the_postings_of_the_index(real_index: SearchIndex, step: int) -> None:
    numbers = range(0, step * len(real_index.items), step)
    sizes = TermSizes(slices=50, heads=0, short=50)
    texts = dict.fromkeys(numbers, "")
    slices = term_slices(real_index, texts, sizes=sizes, idfs=usual_idfs(real_index))
    read: dict[str, tuple[int, list[int], list[int]]] = {}
    for _, _, names, *numbers in slices.lines:
        counts, gaps, parts = (iter(decode(line)) for line in numbers)
        for written in names_of(names):
            head = next(counts)
            count = head // 2
            rarity = next(counts) if head % 2 else slices.idfs[count]
            entries = [gap + 1 for gap in islice(gaps, count)]
            read[" ".join(reversed(written.split("+")))] = (
                rarity,
                [(place - 1) // step for place in accumulate(entries)],
                list(islice(parts, count)),
            )
    assert {name for name, (_, entries, _) in read.items() if not entries} == real_index.real_terms
    assert sorted(read.keys() - real_index.real_terms) == real_index.terms()
    for name, term in read.items():
        if known := real_index.term(name):
            assert term == (known.idf, list(known.entries), list(known.parts))


LOOKED_UP = """
import { readFile } from "node:fs/promises";
import { Shards } from "%s";
const [folder, names] = process.argv.slice(2);
const texts = new Map();
const fetch = async (address) => {
  if (!texts.has(address)) texts.set(address, await readFile(address, "utf8"));
  return { ok: true, text: async () => texts.get(address) };
};
const found = {};
for (const name of JSON.parse(await readFile(names, "utf8"))) {
  const shards = new Shards(`${folder}/`, fetch);
  await shards.open();
  await shards.loadTerms(name.split(" ").filter((word) => /^[0-9a-z]+$/.test(word)));
  found[name] = [shards.term(name)?.entries.length ?? -1, shards.has(name) && !shards.term(name)];
}
console.log(JSON.stringify(found));
"""


def test_every_name_is_in_the_slice_that_the_browser_asks_for(
    real_index: SearchIndex, node: str, tmp_path: Path
) -> None:
    """Also pairs, questions that an entry is not for, and real words that are no terms."""
    index = copy(real_index)
    index.real_terms = REAL_WORDS.difference(index.terms())
    whole = [name for name in index.terms() if name.count(" ") > 1]
    names = [*index.terms()[::27], *whole, *sorted(index.real_terms), "konsultasian", "za"]
    (tmp_path / "names.json").write_text(json.dumps(names), encoding="utf-8")
    modules = tmp_path / "modules"
    shutil.copytree(ROOT / "generator" / "caridulu" / "search" / "browser", modules)
    constants = parameters_module().replace("const", "export const")
    (modules / "parameters.js").write_text(constants, encoding="utf-8")
    script = tmp_path / "looked_up.mjs"
    script.write_text(LOOKED_UP % (modules / "shards.js").as_uri(), encoding="utf-8")
    with published_folder(index) as folder:
        said = subprocess.run(
            [node, script, folder, tmp_path / "names.json"],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    expected = {
        name: [
            len(term.entries) if (term := index.term(name)) else -1,
            name in index.real_terms,
        ]
        for name in names
    }
    assert json.loads(said.stdout) == expected


def test_other_content_gets_another_folder() -> None:
    folders = {
        next(iter(publish_index(SearchIndex([Item("a", question, "Jawaban.")]), address="*")))
        for question in ("Apa itu inflasi?", "Apa itu deflasi?")
    }
    assert len(folders) == 2


DIGEST = """
import datetime, hashlib, pathlib
from caridulu.knowledge import load
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.published_index import publish_index
index = SearchIndex.of_knowledge(load(pathlib.Path(), today=datetime.date(2026, 11, 25)).knowledge)
files = publish_index(index, address="kb/*/")
print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
"""


@pytest.mark.slow
def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", DIGEST],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(digests) == 1


def test_snippet_ends_between_words() -> None:
    text = "Konsultasi statistik " * 20
    assert snippet(text) == text[: len(snippet(text)) - 2] + " …"
    assert snippet(text).split()[-2] in ("Konsultasi", "statistik")
    assert len(snippet(text)) <= 122


def test_snippet_of_a_text_with_wide_gaps_is_as_long_as_any() -> None:
    text = "Konsultasi statistik tanpa biaya, " * 20
    assert snippet(text.replace(" ", " " * 100)) == snippet(text)


BROKEN = """
import { readFile } from "node:fs/promises";
import { openIndex } from "%s";
const [folder, ...damages] = process.argv.slice(2);
const fetchOf = (damage) => async (address) => {
  const text = await readFile(address, "utf8");
  const isSlice = !address.endsWith("manifest.json");
  if (damage === "network" && isSlice) throw new TypeError("offline");
  if (damage === "missing" && isSlice) return { ok: false, text: async () => "" };
  if (damage === "damaged" && isSlice) return { ok: true, text: async () => text.slice(0, -40) };
  if (damage === "version" && isSlice) return { ok: true, text: async () => "x" + text };
  const older = text.replace('"version":', '"version":9');
  if (damage === "older") return { ok: true, text: async () => older };
  if (damage === "manifest") return { ok: true, text: async () => text.slice(0, 100) };
  return { ok: true, text: async () => text };
};
const told = {};
for (const damage of damages) {
  try {
    const index = await openIndex(folder, { fetch: fetchOf(damage) });
    await index.search("konsultasi statistik");
    told[damage] = "fine";
  } catch (problem) {
    told[damage] = problem.kind;
  }
}
console.log(JSON.stringify(told));
"""
TOLD = {
    "none": "fine",
    "network": "network",
    "missing": "missing",
    "damaged": "damaged",
    "version": "version",
    "older": "version",
    "manifest": "damaged",
}


@pytest.mark.node
def test_a_broken_index_is_told_not_searched(real_folder: Path, node: str, tmp_path: Path) -> None:
    client = tmp_path / "client.mjs"
    client.write_text(client_script(), encoding="utf-8")
    script = tmp_path / "broken.mjs"
    script.write_text(BROKEN % client.as_uri(), encoding="utf-8")
    said = subprocess.run(
        [node, script, real_folder, *TOLD], capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(said.stdout) == TOLD


def test_the_client_is_small() -> None:
    """Weighed as it travels; the limit is a promise of the project."""
    assert len(gzip.compress(client_script().encode("utf-8"), 9)) <= 8_850


def test_a_query_of_the_real_knowledge_base_costs_little(
    real_index: SearchIndex, real_folder: Path, node: str, tmp_path: Path
) -> None:
    """Median of a first visit: client, manifest and every slice, compressed."""
    queries = [item.aliases[0] for item in real_index.items[::3]]
    rows, weights = fetches(real_folder, queries, node, tmp_path)
    costs = [6_000 + sum(weights[name] for name in row["cold"]["names"]) for row in rows]
    assert statistics.median(costs) <= 25_000
    assert statistics.median(row["cold"]["first"]["waves"] for row in rows) <= 2


def test_the_vocabulary_is_read_only_around_unknown_words(
    real_folder: Path, node: str, tmp_path: Path
) -> None:
    queries = {"biaya konsultasi": False, "biaya konsultas": True, "biaya konsultsai": True}
    rows, _ = fetches(real_folder, list(queries), node, tmp_path)
    kinds = [{Path(name).name[0] for name in row["cold"]["names"]} for row in rows]
    assert ["f" in each for each in kinds] == [*queries.values()]


@pytest.fixture(scope="module")
def asked_index(real_index: SearchIndex) -> SearchIndex:
    """A thousand questions: every question and ten aliases of the knowledge base are entries."""
    return SearchIndex(
        [
            Item(f"{item.id}-{n}", question, item.answer)
            for item in real_index.items
            if kind_of(item.id) is ItemKind.ENTRY
            for n, question in enumerate((item.question, *item.aliases[:10]))
        ]
    )


@pytest.fixture(scope="module")
def asked_folder(asked_index: SearchIndex) -> Iterator[Path]:
    with published_folder(asked_index) as folder:
        yield folder


@pytest.mark.slow  # an index of a thousand questions
def test_the_first_result_takes_two_round_trips_and_one_on_the_next_search(
    asked_index: SearchIndex, asked_folder: Path, node: str, tmp_path: Path
) -> None:
    queries = [item.question for item in asked_index.items[::31]]
    rows, weights = fetches(asked_folder, queries, node, tmp_path)
    assert len(asked_index.items) > 1_000
    assert statistics.median(row["cold"]["first"]["waves"] for row in rows) <= 2
    assert statistics.median(row["warm"]["first"]["waves"] for row in rows) <= 1
    costs = [6_000 + sum(weights[name] for name in row["cold"]["names"]) for row in rows]
    assert statistics.median(costs) <= 30_000


FIRST = """
import { readFile } from "node:fs/promises";
import { openIndex } from "%s";
const [folder, queries] = process.argv.slice(2);
const fetch = async (address) => {
  const text = await readFile(address, "utf8");
  return { ok: true, text: async () => text };
};
for (const query of JSON.parse(queries)) {
  let first = null;
  const index = await openIndex(folder, { fetch });
  const last = await index.search(query, { onFirst: (found) => (first ??= found) });
  console.log(JSON.stringify({ first, last }));
}
"""


@pytest.mark.slow  # an index of a thousand questions
def test_first_results_are_the_best_of_the_last(
    asked_index: SearchIndex, asked_folder: Path, node: str, tmp_path: Path
) -> None:
    script = tmp_path / "first.mjs"
    client = tmp_path / "client.mjs"
    client.write_text(client_script(), encoding="utf-8")
    script.write_text(FIRST % client.as_uri(), encoding="utf-8")
    queries = [item.question + " " for item in asked_index.items[::45]] + ["zzqx", ""]
    said = subprocess.run(
        [node, script, asked_folder, json.dumps(queries)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = [json.loads(line) for line in said.stdout.splitlines()]
    assert [row["first"] for row in found[-2:]] == [None, None]
    early = [row for row in found if row["first"]]
    assert len(early) > len(found) / 2
    for row in early:
        for hit, last in zip(row["first"]["hits"], row["last"]["hits"], strict=False):
            assert (hit["id"], hit["url"], hit["score"]) == (last["id"], last["url"], last["score"])
            assert (hit["title"], hit["snippet"]) == (last["title"], last["snippet"])
            assert last["snippet"]


def fetches(
    published: Path, queries: list[str], node: str, folder: Path
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """What each query fetches of a published index, and the compressed bytes of each file."""
    client = folder / "client.mjs"
    client.write_text(client_script(), encoding="utf-8")
    finished = subprocess.run(
        [node, ROOT / "tests/benchmarks/fetches.js", client, published],
        input="".join(json.dumps(query) + "\n" for query in queries),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    weights = {
        path.relative_to(published).as_posix(): len(gzip.compress(path.read_bytes(), 9))
        for path in published.rglob("*.*")
    }
    return [json.loads(line) for line in finished.stdout.splitlines()], weights
