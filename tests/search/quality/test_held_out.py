"""Aliases are searched where their entry lacks them."""

from dataclasses import replace

import pytest

from caridulu.knowledge import KnowledgeBase
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality import held_out
from caridulu.search.quality.held_out import (
    HeldOutSearch,
    OwnPhrases,
    held_out_searches,
    measures_of,
    weakest,
)
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search


def _aliases(knowledge: KnowledgeBase) -> list[tuple[str, str]]:
    return sorted((e.id, alias) for e in knowledge.published for alias in e.aliases)


def test_every_alias_is_searched_once(sample: KnowledgeBase) -> None:
    searches = held_out_searches(sample)
    assert sorted((one.entry, one.phrase) for one in searches) == _aliases(sample)


def test_an_alias_whose_words_stand_nowhere_else_does_not_find_its_entry(
    sample: KnowledgeBase,
) -> None:
    def with_alias(entry_id: str, alias: str) -> KnowledgeBase:
        entries = tuple(
            e.model_copy(update={"aliases": (*e.aliases, alias)}) if e.id == entry_id else e
            for e in sample.entries
        )
        return replace(sample, entries=entries)

    knowledge = with_alias("biaya-konsultasi", "rogoh kocek")
    index = SearchIndex.of_knowledge(knowledge)
    first = index.items[search(index, "rogoh kocek").hits[0].entry].id
    [lost] = [one for one in held_out_searches(knowledge) if one.phrase == "rogoh kocek"]

    assert first == "biaya-konsultasi"
    assert (lost.place, lost.outcome) == (None, Outcome.NOTHING)


def test_of_many_aliases_a_fixed_sample_is_searched(
    sample: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_out, "MOST_PHRASES", 2)
    searches = held_out_searches(sample)
    assert 0 < len(searches) <= 2
    assert searches == held_out_searches(sample)


SEARCHES = (
    HeldOutSearch("biaya", "ongkos", 1, "biaya", Outcome.ANSWERED),
    HeldOutSearch("biaya", "tarif", 2, "jam", Outcome.ANSWERED),
    HeldOutSearch("jam", "buka", 4, "biaya", Outcome.WEAK),
    HeldOutSearch("jam", "tutup", None, "", Outcome.NOTHING),
)


def test_measures_are_means_over_the_searches() -> None:
    measured = measures_of(SEARCHES)
    assert (measured.phrases, measured.mrr, measured.success) == (4, 0.4375, 0.25)
    assert (measured.answered, measured.misled) == (0.5, 0.25)


def test_the_entry_that_loses_most_is_the_weakest() -> None:
    assert weakest(SEARCHES) == (
        OwnPhrases("jam", 2, ("buka", "tutup")),
        OwnPhrases("biaya", 2, ("tarif",)),
    )
