"""An index that is made anew takes the place of the old one while questions are answered."""

import shutil
import time
from pathlib import Path
from threading import Event

import pytest

from caridulu.portal.listing import read_listing
from caridulu.portal.served.build_index import build_index
from caridulu.portal.served.current_index import CurrentIndex
from tests.portal.three_offices import write_list

pytestmark = pytest.mark.slow  # builds several indexes in every test

pytest.importorskip("tantivy")
LOOKS = 6_000  # of a hundredth of a second each


def wait_for_offices(current: CurrentIndex, count: int) -> None:
    for _ in range(LOOKS):
        if len(current.latest().offices) == count:
            return
        time.sleep(0.01)
    pytest.fail(f"still {len(current.latest().offices)} offices")


def make_index(offices: Path, folder: Path, *ids: str) -> None:
    portal = read_listing(write_list(offices.parent, *ids))
    build_index(portal, root=offices.parent, folder=folder, strict=True, on_left_out=pytest.fail)


def test_a_new_index_is_asked_as_soon_as_it_is_open(offices: Path, tmp_path: Path) -> None:
    folder = tmp_path / "indeks"
    make_index(offices, folder, "bombana", "wakatobi")
    current = CurrentIndex(folder, pytest.fail)
    old = current.latest()
    make_index(offices, folder, "wakatobi")
    wait_for_offices(current, 1)

    assert len(old.offices) == 2
    assert old.search("apa itu sampel").hits[0].shown.id == "sampel:istilah"
    assert current.latest().search("apa itu sampel").answers[0].office == 0


def test_a_damaged_index_does_not_take_the_place_of_a_good_one(
    offices: Path, tmp_path: Path
) -> None:
    folder, told = tmp_path / "indeks", Event()
    make_index(offices, folder, "bombana", "wakatobi")
    current = CurrentIndex(folder, told.set)
    (folder / "reading.json").write_text("{", "utf-8")
    current.latest()

    assert told.wait(60)
    assert current.latest().search("apa itu sampel").hits[0].shown.id == "sampel:istilah"
    make_index(offices, folder, "wakatobi")
    wait_for_offices(current, 1)


def test_while_a_folder_is_exchanged_the_old_index_answers(offices: Path, tmp_path: Path) -> None:
    folder = tmp_path / "indeks"
    make_index(offices, folder, "wakatobi")
    current = CurrentIndex(folder, pytest.fail)
    shutil.rmtree(folder)

    assert current.latest().search("apa itu sampel").hits[0].shown.id == "sampel:istilah"
