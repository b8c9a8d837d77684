import sqlite3
from dataclasses import replace
from pathlib import Path

from caridulu.knowledge.model import KnowledgeBase
from caridulu.site.build.assemble import assemble
from caridulu.site.build.cache import Cache, cache_in, digest
from tests.site.sample_office import ENTRIES, FAKE_SEARCH, KNOWLEDGE, TODAY, entry


def built(knowledge: KnowledgeBase, folder: Path) -> tuple[dict[str, str], int]:
    """The pages, and how many values came from the cache."""
    with cache_in(folder) as cache:
        site = assemble(knowledge, today=TODAY, search=FAKE_SEARCH, cache=cache)
    return {page.path: page.html for page in site.pages}, cache.hits


def test_unchanged_entries_are_not_made_again_and_look_the_same(tmp_path: Path) -> None:
    cold, no_hits = built(KNOWLEDGE, tmp_path)
    warm, hits = built(KNOWLEDGE, tmp_path)
    assert (no_hits, hits) == (0, 3)  # contents of three entries
    assert warm == cold


def test_a_changed_answer_is_made_anew(tmp_path: Path) -> None:
    built(KNOWLEDGE, tmp_path)
    changed = ENTRIES[2].model_copy(update={"answer": "IPM adalah ukuran baru."})
    pages, hits = built(replace(KNOWLEDGE, entries=(*ENTRIES[:2], changed)), tmp_path)
    assert hits == 2
    assert "IPM adalah ukuran baru." in pages["kb/apa-itu-ipm/"]


def test_a_link_whose_target_goes_is_noticed_although_the_entry_is_unchanged(
    tmp_path: Path,
) -> None:
    built(KNOWLEDGE, tmp_path)
    lost = replace(KNOWLEDGE, entries=(ENTRIES[0], ENTRIES[2]), redirects=())
    pages, _ = built(lost, tmp_path)
    assert 'href="../waktu-jawaban/"' not in pages["kb/biaya-konsultasi/"]


def test_a_renamed_neighbour_is_renamed_where_it_is_named(tmp_path: Path) -> None:
    built(KNOWLEDGE, tmp_path)
    renamed = ENTRIES[1].model_copy(update={"question": "Kapan pertanyaan daring dijawab?"})
    pages, _ = built(replace(KNOWLEDGE, entries=(ENTRIES[0], renamed, ENTRIES[2])), tmp_path)
    assert "Kapan pertanyaan daring dijawab?" in pages["kb/biaya-konsultasi/"]


def test_what_is_no_longer_asked_for_is_dropped(tmp_path: Path) -> None:
    built(KNOWLEDGE, tmp_path)
    built(replace(KNOWLEDGE, entries=(ENTRIES[2],), redirects=()), tmp_path)
    with sqlite3.connect(tmp_path / "site.sqlite") as connection:
        [(count,)] = connection.execute("SELECT count(*) FROM kept")
    connection.close()
    assert count == 1


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    whole, _ = built(KNOWLEDGE, tmp_path)
    (tmp_path / "site.sqlite").write_bytes(b"bukan basis data" * 100)
    pages, hits = built(KNOWLEDGE, tmp_path)
    assert (pages, hits) == (whole, 0)
    _, hits = built(KNOWLEDGE, tmp_path)
    _, later_hits = built(KNOWLEDGE, tmp_path)
    assert 3 in (hits, later_hits)


def test_the_cache_folder_may_be_impossible(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("menghalangi", "utf-8")
    pages, _ = built(KNOWLEDGE, tmp_path / "berkas" / "cache")
    assert "kb/apa-itu-ipm/" in pages


def test_texts_that_only_join_to_the_same_have_different_digests() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_a_defined_link_counts_as_a_link(tmp_path: Path) -> None:
    text = "Lihat [waktu][w].\n\n[w]: entri:waktu-jawaban\n"
    knowledge = replace(KNOWLEDGE, entries=(entry("acuan", "Acuan?", text), *ENTRIES))
    built(knowledge, tmp_path)
    without = replace(knowledge, entries=(knowledge.entries[0], ENTRIES[2]), redirects=())
    pages, _ = built(without, tmp_path)
    assert "<p>Lihat waktu.</p>" in pages["kb/acuan/"]


def test_a_value_is_made_once() -> None:
    cache = Cache()
    assert [cache.get("kunci", lambda: "isi"), cache.get("kunci", lambda: "lain")] == ["isi"] * 2
