"""The program reads names of places as the browser does."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.portal.places import PlaceNames
from caridulu.portal.served.place_reading import PlaceReading
from tests.portal.test_places import CASES, read_by_browser, table_of
from tests.portal.test_places import names as names

SEED = 20261127
FRAMES = (
    "{}", "inflasi {} tahun 2024", "Kantor di {}?", "{} dan {}", "kab. {}, prov {}", "di {} {}",
    "bps {}",
)  # fmt: skip


@pytest.mark.parametrize("query", CASES)
def test_a_question_chooses_the_same_office(query: str, names: list[PlaceNames]) -> None:
    read = PlaceReading(table_of(names), str).read(query)

    assert ([*read.named], read.marked) == CASES[query]


def test_misspelt_names_are_read_alike_in_both(
    names: list[PlaceNames], node: str, tmp_path: Path
) -> None:
    table, queries = table_of(names), list(_misspelt(names))
    reading = PlaceReading(table, str)
    found = [reading.read(query) for query in queries]

    assert [{"named": [*one.named], "marked": one.marked} for one in found] == read_by_browser(
        queries, table, node, tmp_path
    ), f"seed {SEED}"


def _misspelt(names: list[PlaceNames]) -> Iterator[str]:
    """Yields questions with a name, or two, misspelt, joined or cut short."""
    chance = random.Random(SEED)
    every = [name for one in names for name in (*one.every, *one.acronyms)]
    for name in every * 20:
        slipped = [_with_slips(one, chance) for one in (name, chance.choice(every))]
        yield chance.choice(FRAMES).format(*slipped)


def _with_slips(name: str, chance: random.Random) -> str:
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(name))
        one, after = name[at], name[at + 1 : at + 2]
        slip = chance.choice(["", one + one, after + one, chance.choice("aiuekt")])
        name = name[:at] + slip + name[at + (2 if slip == after + one else 1) :]
        name = chance.choice([name, name, name.replace(" ", ""), name[:-2]])
    return name or "b"
