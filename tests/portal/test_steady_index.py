"""An index whose slices are named by their own content: it finds the same, and little changes."""

import json
import subprocess
from pathlib import Path

import pytest

from caridulu.portal.pages import OWN
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.published_index import SteadyLayout, publish_index

STEADY = """
import { readFile } from "node:fs/promises";
import { openIndex } from "./client.js";
import { sliceAddress } from "./own_names.js";
const [queries, ...folders] = process.argv.slice(2);
const open = async (folder) => {
  const { names } = JSON.parse(await readFile(`${folder}/manifest.json`, "utf8"));
  const fetch = async (address) => {
    const text = await readFile(names ? sliceAddress(address, names, 6) : address, "utf8");
    return { ok: true, text: async () => text };
  };
  return openIndex(folder, { fetch });
};
const indexes = await Promise.all(folders.map(open));
for (const query of JSON.parse(queries)) {
  console.log(JSON.stringify(await Promise.all(indexes.map((index) => index.search(query)))));
}
"""


@pytest.mark.slow
def test_a_steady_index_finds_the_same(
    real_index: SearchIndex, real_folder: Path, node: str, tmp_path: Path
) -> None:
    steady = SteadyLayout(range(5, 5 + 3 * len(real_index.items), 3), block=40)
    _write(publish_index(real_index, address="*", steady=steady), tmp_path / "steady")
    own_names = (OWN / "browser" / "own_names.js").read_text("utf-8")
    modules = {"client.js": client_script(), "own_names.js": own_names, "steady.js": STEADY}
    _write({**modules, "package.json": '{"type": "module"}'}, tmp_path)
    queries = [item.question for item in real_index.items[::5]] + ["inflsi", "harga emas", "zzqx"]
    said = subprocess.run(
        [node, "steady.js", json.dumps(queries), real_folder, tmp_path / "steady"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for line in said.stdout.splitlines():
        usual, numbered = json.loads(line)
        for kind in ("hits", "choices"):
            for one, other in zip(usual[kind], numbered[kind], strict=True):
                assert other.pop("entry") == 5 + 3 * one.pop("entry")
        assert numbered == usual


def test_a_steady_index_keeps_the_files_of_slices_that_hold_the_same() -> None:
    questions = ["Apa itu inflasi?", "Berapa jumlah penduduk?", "Di mana kantor?"]
    answers = ["Kenaikan harga umum.", "Lihat tabel penduduk.", "Jalan Angka 10."]
    first, second = (
        publish_index(
            SearchIndex([Item(q[:6], q, a) for q, a in zip(questions, told, strict=True)]),
            address="*",
            steady=SteadyLayout([0, 40, 80], block=40),
        )
        for told in (answers, [*answers[:2], "Jalan Baru 12."])
    )

    assert first.keys() & second.keys() > {"manifest.json"}
    changed = sorted(path[len("hashed/")] for path in first.keys() - second.keys())
    assert changed == ["b", "f", "t", "x"]  # of each kind one, of texts one of three
    assert all(first[path] == second[path] for path in first.keys() & second.keys() if "/" in path)


def _write(files: dict[str, str], folder: Path) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
