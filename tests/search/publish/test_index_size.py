"""What a first search fetches, and how many files an index has, as the knowledge base grows."""

import gzip
import json
import random
import statistics
import subprocess
from pathlib import Path

import pytest

from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.index_sizes import text_block
from caridulu.search.publish.published_index import publish_index
from tests import ROOT

SEED = 7406
BEGINNINGS = ["", "", "", "", "me", "ber", "di", "ter", "pe", "ke"]
ONSETS = ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "ng", "w", "y"]
CODAS = ["", "", "", "n", "ng", "r", "s", "k", "t"]
ENDINGS = ["", "", "", "", "an", "kan", "i", "nya"]


def items_like_real_ones(count: int, chance: random.Random) -> list[Item]:
    """Questions and answers of words that are as long and as unevenly frequent as Indonesian ones.

    The n-th word is used 1/n times as often as the first (Zipf).
    """
    words = [_word(chance) for _ in range(6 * count)]
    weights = [1 / (rank + 3) for rank in range(len(words))]

    def text(length: int) -> str:
        return " ".join(chance.choices(words, weights, k=length))

    return [
        Item(id=text(3).replace(" ", "-"), question=text(8) + "?", answer=text(45) + ".")
        for _ in range(count)
    ]


def _word(chance: random.Random) -> str:
    syllables = (
        chance.choice(ONSETS) + chance.choice("aaaiuueo") + chance.choice(CODAS)
        for _ in range(chance.choice([1, 2, 2, 2, 3]))
    )
    return chance.choice(BEGINNINGS) + "".join(syllables) + chance.choice(ENDINGS)


@pytest.mark.parametrize(
    ("count", "most_files", "most_bytes"),
    [
        (277, 500, 11_000),
        pytest.param(3_000, 1_200, 18_000, marks=pytest.mark.slow),
        pytest.param(4_651, 600, 32_000, marks=pytest.mark.slow),
    ],
)
def test_a_first_search_and_the_files_stay_small(
    node: str, tmp_path: Path, count: int, most_files: int, most_bytes: int
) -> None:
    """Median over questions of four words, five hits each; compressed, without the client."""
    chance = random.Random(SEED)
    items = items_like_real_ones(count, chance)
    files = publish_index(SearchIndex(items), address="*")
    assert len(files) <= most_files
    folder = tmp_path / "index"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    (tmp_path / "client.mjs").write_text(client_script(), encoding="utf-8")
    asked = [chance.sample(item.question.rstrip("?").split(), 4) for item in items[:: count // 40]]
    finished = subprocess.run(
        [node, ROOT / "tests/benchmarks/fetches.js", tmp_path / "client.mjs", folder, "5"],
        input="".join(json.dumps(" ".join(words)) + "\n" for words in asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    fetched = [json.loads(line)["cold"] for line in finished.stdout.splitlines()]
    weights = {name: len(gzip.compress(text.encode(), 9)) for name, text in files.items()}
    costs = [sum(weights[name] for name in each["names"]) for each in fetched]
    assert statistics.median(costs) <= most_bytes
    assert statistics.median(len(each["names"]) for each in fetched) <= 12
    assert statistics.median(each["waves"] for each in fetched) <= 3


def test_texts_lie_four_by_four_or_as_few_as_the_files_allow() -> None:
    assert text_block(277, 400) == 4
    assert text_block(4_651, 215) == 22
    assert text_block(85, 400) == 85  # one slice, which travels with the first terms


@pytest.mark.slow
def test_an_index_of_many_entries_keeps_to_its_files() -> None:
    """Few words to an entry: how many files there are depends on the number of entries."""
    items = [
        Item(f"harga-{n}", f"Berapa harga {n % 211} di {n % 307}?", f"Sebesar {n} rupiah.")
        for n in range(50_000)
    ]
    assert 3_000 < len(publish_index(SearchIndex(items), address="*")) <= 6_000
