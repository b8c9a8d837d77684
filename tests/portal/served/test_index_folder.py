"""What is no index of this version, or no whole one, is refused."""

import json
import shutil
from pathlib import Path

import pytest

from caridulu.portal.served.index_folder import READING, IndexFolderError
from caridulu.portal.served.served_index import ServedIndex
from tests.command_line import Run

pytest.importorskip("tantivy")

DAMAGED = "rusak atau tidak lengkap"


@pytest.fixture
def copied(index_folder: Path, tmp_path: Path) -> Path:
    """An index that a test may damage."""
    return Path(shutil.copytree(index_folder, tmp_path / "indeks"))


@pytest.mark.parametrize(
    "name", ["reading.json", "terms/meta.json", "terms/*.store", "terms/*.term", "terms/*.idx"]
)
def test_a_file_that_is_cut_short_or_missing_is_noticed(name: str, copied: Path) -> None:
    [path] = copied.glob(name)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(IndexFolderError, match=DAMAGED):
        ServedIndex(copied)
    path.unlink()
    with pytest.raises(IndexFolderError) as error:
        ServedIndex(copied)
    assert error.value.key == ("not_an_index" if name == READING else "damaged_index")


@pytest.mark.parametrize("text", ["[]", '{"version": 1}', '{"version": 2, "count": "banyak"}'])
def test_what_is_not_written_by_this_version_is_refused(text: str, copied: Path) -> None:
    (copied / READING).write_text(text, "utf-8")
    with pytest.raises(IndexFolderError):
        ServedIndex(copied)


def test_other_content_of_the_same_size_is_noticed(copied: Path) -> None:
    path = copied / "terms" / "meta.json"
    path.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(IndexFolderError, match=DAMAGED):
        ServedIndex(copied)


def test_a_damaged_index_is_not_served(run: Run, copied: Path) -> None:
    reading = json.loads((copied / READING).read_text("utf-8"))
    (copied / READING).write_text(json.dumps({**reading, "files": {"terms/lain": 5}}), "utf-8")
    ran = run("portal", copied, serve=True)

    assert (ran.code, ran.err) == (
        1,
        f'Indeks portal di "{copied}" rusak atau tidak lengkap; buat lagi dengan caridulu portal'
        " offices.yml --index FOLDER.\n",
    )
