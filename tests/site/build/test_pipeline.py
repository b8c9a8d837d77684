"""A build as a whole: what is kept between builds, and what may go wrong, changes no byte."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.knowledge.text_cache import FOLDER, TextCache
from caridulu.search.index.search_index import SearchIndex
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import BuildError, build_site, check_project, make_index
from tests.site.sample_office import ENTRIES, KNOWLEDGE
from tests.text_files import replace_in

pytestmark = pytest.mark.slow  # builds whole sites, most of them from nothing

PERSONAL = "Tanyakan kepada Bu Nining, 0813-1111-2222."
ENTRY = "kb/konsep-data/apa-itu-inflasi.yml"


def built(root: Path) -> dict[str, str]:
    return build_site(root, today=build_date()).texts()


def write_answer(root: Path, text: str) -> None:
    path = root / ENTRY
    replace_in(path, "answer: |\n", f"answer: |\n  {text}\n")


def test_a_second_build_gives_the_same(office: Path) -> None:
    shutil.rmtree(office / FOLDER)
    assert built(office) == built(office)


def test_a_changed_answer_changes_its_page(office: Path) -> None:
    before = built(office)
    write_answer(office, "Jawaban baru.")
    after = built(office)
    assert "Jawaban baru." in after["kb/apa-itu-inflasi/index.html"]
    changed = {name for name in before if name.startswith("kb/") and after[name] != before[name]}
    assert changed == {"kb/apa-itu-inflasi/index.html"}


@pytest.mark.parametrize("name", ["site", "clean"])
def test_a_damaged_cache_does_no_harm(office: Path, name: str) -> None:
    whole = built(office)
    (office / FOLDER / f"{name}.txt").write_bytes(b"\xff{")
    assert built(office) == whole


def test_a_cache_that_cannot_be_written_does_no_harm(office: Path) -> None:
    shutil.rmtree(office / ".caridulu")
    (office / ".caridulu").write_text("menghalangi", "utf-8")
    assert "kb/apa-itu-inflasi/index.html" in built(office)


@pytest.mark.parametrize("answer", [PERSONAL, f"{PERSONAL} Lihat [ini](http//salah)."])
def test_what_check_finds_a_build_refuses_in_the_same_words(office: Path, answer: str) -> None:
    write_answer(office, answer)
    found = check_project(load(office, today=build_date()), root=office)
    for _ in range(2):  # what was refused is refused again
        with pytest.raises(BuildError) as caught:
            built(office)
        assert caught.value.problems == tuple(problem.text() for problem in found)
    assert any(
        problem.startswith(f"{ENTRY}:") and "0813-1111-2222" in problem
        for problem in caught.value.problems
    )


def test_each_entry_s_own_phrasings_are_tried_in_the_index(office: Path) -> None:
    path = office / ENTRY
    text = path.read_text("utf-8")
    path.write_text(f"{text}not_for:\n  - apa itu inflasi\n", "utf-8")
    loaded = load(office, today=build_date())
    assert loaded.knowledge is not None
    index = SearchIndex.of_knowledge(loaded.knowledge)
    plain, tried = (check_project(loaded, root=office, index=each) for each in (None, index))
    assert {problem.location.path for problem in set(tried) - set(plain)} == {ENTRY}


def test_the_index_of_a_changed_lexicon_is_another() -> None:
    cache = TextCache()
    made = make_index(KNOWLEDGE, cache=cache)
    again = make_index(KNOWLEDGE, cache=cache)
    assert again == made
    fewer = replace(KNOWLEDGE, entries=ENTRIES[:2])
    assert make_index(fewer, cache=cache).files != made.files
