"""A build as a whole: what is kept between builds, and what may go wrong, changes no byte."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.text_cache import FOLDER, TextCache, text_cache
from caridulu.search.index.search_index import SearchIndex
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import BuildError, build_site, check_project, make_index
from caridulu.site.build.render_site import SiteRenderer
from caridulu.site.build.up_to_date import folder_digest
from tests.site.sample_office import ENTRIES, FAKE_SEARCH, KNOWLEDGE, TODAY
from tests.text_files import replace_in

pytestmark = pytest.mark.slow  # builds whole sites, most of them from nothing

PERSONAL = "Tanyakan kepada Bu Nining, 0813-1111-2222."
ENTRY = "kb/konsep-data/apa-itu-inflasi.yml"


def built(root: Path) -> dict[str, str]:
    return build_site(root, today=build_date()).texts()


def pages(knowledge: KnowledgeBase, root: Path) -> dict[str, str]:
    """The pages of a site, rendered with what earlier calls left in the cache below ``root``."""
    with text_cache(root, "uji") as cache:
        site = SiteRenderer(knowledge, today=TODAY, search=FAKE_SEARCH, cache=cache).site()
    return {page.path: page.html for page in site.pages}


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


def test_a_renamed_neighbour_is_renamed_where_it_is_named(tmp_path: Path) -> None:
    pages(KNOWLEDGE, tmp_path)
    renamed = ENTRIES[1].model_copy(update={"question": "Kapan pertanyaan daring dijawab?"})
    after = pages(replace(KNOWLEDGE, entries=(ENTRIES[0], renamed, ENTRIES[2])), tmp_path)
    assert "Kapan pertanyaan daring dijawab?" in after["kb/biaya-konsultasi/"]


def test_a_renamed_category_is_renamed_on_the_pages_of_its_entries(tmp_path: Path) -> None:
    pages(KNOWLEDGE, tmp_path)
    first, *others = KNOWLEDGE.categories
    renamed = first.model_copy(update={"name": "Nama baru"})
    after = pages(replace(KNOWLEDGE, categories=(renamed, *others)), tmp_path)
    inside = next(entry for entry in ENTRIES if entry.category == first.id)
    assert "Nama baru" in after[f"kb/{inside.id}/"]


def test_a_link_to_a_replaced_entry_follows_its_successor(tmp_path: Path) -> None:
    """The page with the link is rendered anew although its own file is unchanged."""
    before = pages(KNOWLEDGE, tmp_path)
    linking = "kb/biaya-konsultasi/"
    assert '"../../kb/waktu-jawaban/"' in before[linking]
    moved = ENTRIES[1].model_copy(update={"id": "lama-menunggu"})
    entries = (ENTRIES[0], moved, ENTRIES[2])
    redirects = (("waktu-jawaban", "lama-menunggu"),)
    after = pages(replace(KNOWLEDGE, entries=entries, redirects=redirects), tmp_path)
    assert '"../../kb/lama-menunggu/"' in after[linking]


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
    assert (again.index(), again.related()) == (made.index(), made.related())
    fewer = replace(KNOWLEDGE, entries=ENTRIES[:2])
    assert make_index(fewer, cache=cache).index().files != made.index().files


AS_LARGE = """
import sys
from pathlib import Path
from caridulu.site.build import build_command, pipeline
pipeline._LARGE = int(sys.argv[3])
build_command.build_pages(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_a_site_made_by_several_processes_is_the_same(built_project: Path, tmp_path: Path) -> None:
    """Only a process with one thread forks others."""
    alone, together = tmp_path / "sendiri", tmp_path / "bersama"
    for least, target in ((1_000, alone), (1, together)):
        shutil.rmtree(built_project / FOLDER)
        command = [sys.executable, "-W", "error", "-c", AS_LARGE, built_project, target, str(least)]
        subprocess.run(command, check=True)
    assert folder_digest(alone) == folder_digest(together)
