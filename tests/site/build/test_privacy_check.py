from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.knowledge.model import KnowledgeBase
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.gate import Look
from caridulu.site.build import privacy_check as gated
from caridulu.site.build.assemble import assemble
from caridulu.site.build.cache import cache_in
from caridulu.site.build.privacy_check import refuse_personal_data
from caridulu.site.client.asset_files import SearchFiles
from caridulu.site.pages.render_pages import SiteError
from tests.site.sample_office import ENTRIES, FAKE_SEARCH, KNOWLEDGE, TODAY


def pass_gate(knowledge: KnowledgeBase, search: SearchFiles, folder: Path) -> None:
    with cache_in(folder / "cache") as cache:
        site = assemble(knowledge, today=TODAY, search=search)
        refuse_personal_data(site, knowledge, root=folder, cache=cache)


def test_a_new_index_does_not_make_the_gate_read_every_page_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its digest is in the name of the scripts' folder, which every page mentions."""
    read: list[str] = []

    def spy(_: Look, artefacts: Mapping[str, str]) -> bool:
        read.extend(artefacts)
        return True

    monkeypatch.setattr(Look, "is_clean", spy)
    pass_gate(KNOWLEDGE, FAKE_SEARCH, tmp_path)
    assert "kb/waktu-jawaban/index.html" in read
    read.clear()
    changed = ENTRIES[2].model_copy(update={"answer": "IPM adalah ukuran baru."})
    other = replace(FAKE_SEARCH, folder="search/0123456789", files={"manifest.json": "{}"})
    pass_gate(replace(KNOWLEDGE, entries=(*ENTRIES[:2], changed)), other, tmp_path)
    assert "kb/apa-itu-ipm/index.html" in read
    assert "kb/waktu-jawaban/index.html" not in read
    read.clear()
    pass_gate(replace(KNOWLEDGE, entries=(*ENTRIES[:2], changed)), other, tmp_path)
    assert read == []


def test_what_was_refused_is_refused_again(tmp_path: Path) -> None:
    typed = ENTRIES[2].model_copy(update={"answer": "Tanyakan kepada Bu Nining, 0813-1111-2222."})
    for _ in range(2):
        with pytest.raises(SiteError) as caught:
            pass_gate(replace(KNOWLEDGE, entries=(typed,), redirects=()), FAKE_SEARCH, tmp_path)
        assert any("0813-1111-2222" in problem for problem in caught.value.problems)


@pytest.mark.parametrize("place", ["kb/waktu-jawaban/index.html", "kb/apa-itu-ipm/index.html"])
def test_what_was_seen_before_is_refused_all_the_same(place: str) -> None:
    """Of a large site the contents are looked at while the index is made."""
    look = Look(Allowed.of(()))
    pages = dict.fromkeys(("a/index.html", place), "<p>Biasa saja.</p>\n")
    assert look.is_clean(pages)
    assert not look.is_clean({place: "<p>Tanyakan kepada Bu Nining, 0813-1111-2222.</p>\n"})
    assert not look.is_clean(pages)  # it does not forget


def test_two_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gated, "_LARGE", 0)
    pass_gate(KNOWLEDGE, FAKE_SEARCH, tmp_path / "bersih")
    for entry in KNOWLEDGE.published:
        typed = entry.model_copy(update={"answer": "Tanyakan kepada Bu Nining, 0813-1111-2222."})
        others = tuple(each for each in ENTRIES if each.id != entry.id)
        with pytest.raises(SiteError, match="0813-1111-2222"):
            pass_gate(replace(KNOWLEDGE, entries=(*others, typed)), FAKE_SEARCH, tmp_path)
