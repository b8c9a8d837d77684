"""Each item's own tests: its question and aliases must find it, its ``not_for`` must not.

What a package says is only noticed: the office cannot change it, and its own entries may rightly
come first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge import Entry, KnowledgeBase, Location, Problem, finding, notice, read_yaml
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.knowledge.yaml.nodes import Loc
from caridulu.messages import Language, message
from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Result

REFERRALS = "kb/referrals.yml"
TOP = 3
SHOWN = 5


@dataclass(frozen=True)
class SampleSearch:
    """One phrase of an entry, searched for."""

    query: str
    loc: Loc  # where it stands in the entry: ``("aliases", 2)``
    wanted: bool  # False for a phrase that the entry must not answer
    place: int | None  # of the entry among the hits, counted from 1; None if it is not found
    first: str  # the question of the first hit
    found: tuple[str, ...]  # ids of the first hits
    fulfilled: bool  # whether the entry is found as wanted

    def problem(self, place: Location, language: Language = Language.ID) -> Problem:
        """Says that the expectation is not fulfilled."""
        if not self.wanted:
            return finding(place, "search.found_by_not_for", query=self.query)
        if self.place is not None and self.place <= TOP:
            return finding(place, "search.referral_first", query=self.query, id=self.found[0])
        found = _listed(self.found, language)
        key = "search.not_found_by_own_words"
        return finding(place, key, query=self.query, top=TOP, found=found)


def unmet_expectations(
    index: SearchIndex, knowledge: KnowledgeBase, root: Path
) -> tuple[Problem, ...]:
    """Finds the entries that their own words do not find; ``root`` is the project's folder."""
    found: list[Problem] = []
    for entry in knowledge.published:
        shared, own = divided(sample_searches(index, entry), entry)
        found += (sample.problem(locate(root, entry, sample.query)) for sample in own)
        if shared:
            place = locate(root, entry, shared[0].query)
            found += _package_notices(entry.id, shared, place)
    return tuple(found)


def divided(
    samples: Iterable[SampleSearch], entry: Entry
) -> tuple[list[SampleSearch], list[SampleSearch]]:
    """Divides unfulfilled phrases of an entry into those of its package, and the office's own.

    What is kept of the package's former version is the package's, too.
    """
    shared: list[SampleSearch] = []
    own: list[SampleSearch] = []
    for sample in samples:
        if not sample.fulfilled:
            (shared if entry.is_of_package(sample.loc) else own).append(sample)
    return shared, own


def _package_notices(
    item_id: str, failed: list[SampleSearch], place: Location
) -> Iterator[Problem]:
    """Gives one notice for all phrases that miss their entry, one for each wrongly found."""
    if missed := [sample for sample in failed if sample.wanted]:
        yield _listing_notice(place, "search.package_not_found", item_id, missed)
    for sample in failed:
        if not sample.wanted:
            yield notice(place, "search.found_by_not_for", query=sample.query)


def unmet_phrases(index: SearchIndex, knowledge: KnowledgeBase, root: Path) -> Iterator[Problem]:
    """Finds referrals that their own words do not find, and notices where direct answers fail."""
    yield from _unmet_referrals(index, knowledge, root)
    for answer in knowledge.direct_answers:
        phrases = (answer.question, *answer.phrases)
        place = Location(OFFICE_FILE)
        yield from _direct_notices(index, answer.id, phrases, place, "search.direct_not_found")
    published = {entry.id: entry for entry in knowledge.published}
    for entry_id, phrases in sorted(knowledge.direct_phrases.items()):
        place = locate(root, published[entry_id], "answers:")
        yield from _direct_notices(index, entry_id, phrases, place, "search.answering_not_found")


def _unmet_referrals(index: SearchIndex, knowledge: KnowledgeBase, root: Path) -> Iterator[Problem]:
    path = root / REFERRALS
    file = read_yaml(path, root=root).file if knowledge.referrals and path.is_file() else None
    for number, referral in enumerate(knowledge.referrals):
        phrases = [(referral.matter, ("matter",)), *_placed(referral.phrases, "phrases")]
        failed = _unfound(index, referral.published_id, phrases)
        if file and file.find("referrals", number):  # the office's own rows come first
            for sample in failed:
                yield sample.problem(file.at("referrals", number, *sample.loc))
        elif failed:
            yield from _package_notices(referral.published_id, failed, Location(REFERRALS))


def _direct_notices(
    index: SearchIndex, item_id: str, phrases: tuple[str, ...], place: Location, key: str
) -> Iterator[Problem]:
    """Gives one notice for all phrases that find neither a direct answer nor its entry."""
    if failed := _unfound(index, item_id, _placed(phrases, "")):
        yield _listing_notice(place, key, item_id, failed)


def _unfound(
    index: SearchIndex, item_id: str, phrases: Iterable[tuple[str, Loc]]
) -> list[SampleSearch]:
    """Searches for phrases of an item, and returns those that do not find it."""
    samples = (_searched(index, item_id, query, loc, wanted=True) for query, loc in phrases)
    return [sample for sample in samples if not sample.fulfilled]


def _listing_notice(place: Location, key: str, item_id: str, failed: list[SampleSearch]) -> Problem:
    queries = ", ".join(f"“{sample.query}”" for sample in failed)
    return notice(place, key, id=item_id, queries=queries, found=_listed(failed[0].found))


def _placed(texts: Iterable[str], name: str) -> Iterator[tuple[str, Loc]]:
    """Pairs each text of a list with the keys that lead to it."""
    return ((text, (name, number)) for number, text in enumerate(texts))


def _listed(ids: tuple[str, ...], language: Language = Language.ID) -> str:
    return ", ".join(ids) or message("search.nothing_found", language)


def sample_searches(
    index: SearchIndex, entry: Entry, asked: Result | None = None
) -> Iterator[SampleSearch]:
    """Searches for an entry's question, in English too, for its aliases and ``not_for``.

    ``asked`` is what its question finds, where that is known.
    """
    asked = asked or search(index, entry.question, limit=SHOWN)
    yield _sample(index, entry.id, asked, ("question",), wanted=True)
    if entry.en:
        yield _searched(index, entry.id, entry.en.question, ("en", "question"), wanted=True)
    for alias, place in entry.placed_aliases():
        yield _searched(index, entry.id, alias, place, wanted=True)
    for phrase, loc in _placed(entry.not_for, "not_for"):
        yield _searched(index, entry.id, phrase, loc, wanted=False)


def _searched(
    index: SearchIndex, item_id: str, query: str, loc: Loc, *, wanted: bool
) -> SampleSearch:
    return _sample(index, item_id, search(index, query, limit=SHOWN), loc, wanted=wanted)


def _sample(
    index: SearchIndex, item_id: str, result: Result, loc: Loc, *, wanted: bool
) -> SampleSearch:
    found = [index.items[hit.entry] for hit in result.hits[:SHOWN]]
    ids = tuple(item.id for item in found)
    place = ids.index(item_id) + 1 if item_id in ids else None
    answers = place == 1 and result.outcome is Outcome.ANSWERED
    is_late = place is not None and place > 1 and _is_referral(ids[0]) > _is_referral(item_id)
    fulfilled = (place is not None and place <= TOP and not is_late) if wanted else not answers
    first = found[0].question if found else ""
    return SampleSearch(result.query, loc, wanted, place, first, ids[:TOP], fulfilled)


def _is_referral(item_id: str) -> bool:
    return kind_of(item_id) is ItemKind.REFERRAL


def locate(root: Path, entry: Entry, phrase: str) -> Location:
    """Finds a phrase in the entry's file; its first line if it was built from references."""
    path = entry.path
    file = root / path
    lines = file.read_text(encoding="utf-8-sig").splitlines() if file.is_file() else ()
    places = ((n, line.find(phrase)) for n, line in enumerate(lines, 1))
    return next(
        (Location(path, number, column + 1) for number, column in places if column >= 0),
        Location(path, 1, 1),
    )
