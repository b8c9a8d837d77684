"""What must hold among referrals, and between them and entries: one phrase leads to one answer."""

from collections.abc import Iterable, Iterator

from caridulu.knowledge.model import Entry, Referral, Status
from caridulu.knowledge.problem import Location, Problem, finding, notice
from caridulu.knowledge.rules.entries.relations import PlacedEntry, fold_phrase, other_phrases
from caridulu.knowledge.rules.repeated_ids import repeated_ids
from caridulu.knowledge.yaml.nodes import Loc, YamlFile


def referral_problems(
    referrals: Iterable[Referral], file: YamlFile, placed: Iterable[PlacedEntry]
) -> Iterator[Problem]:
    """Finds ids and phrases that stand twice, also in an entry, and referrals without a source."""
    in_entries = _phrases_of_entries(placed)
    in_referrals: dict[str, Location] = {}
    referrals = tuple(referrals)
    ids = (referral.id for referral in referrals)
    yield from repeated_ids(file, "referrals", ids, "knowledge.duplicate_referral")
    for i, referral in enumerate(referrals):
        for loc, text in _phrases(referral):
            place, phrase = file.at("referrals", i, *loc), fold_phrase(text)
            other = in_entries.get(phrase) or in_referrals.setdefault(phrase, place)
            if other is place:
                continue
            # Referrals of packages come behind the office's own: the office can change its own.
            if phrase in in_referrals and place.path != other.path:
                values = {"value": text, "other": referral.matter, "id": referral.id}
                yield finding(other, "knowledge.referral_phrase_in_package", **values)
            else:
                yield finding(place, "knowledge.referral_phrase_elsewhere", value=text, other=other)
        if not referral.sources:
            place = file.at("referrals", i, "matter")
            yield notice(place, "knowledge.referral_without_sources", value=referral.matter)


def _phrases(referral: Referral) -> Iterator[tuple[Loc, str]]:
    """Yields the matter and each phrase, with its place in the referral."""
    yield ("matter",), referral.matter
    for n, text in enumerate(referral.phrases):
        yield ("phrases", n), text


def _phrases_of_entries(placed: Iterable[PlacedEntry]) -> dict[str, Location]:
    """Maps the folded questions and aliases of living entries to their places."""
    found: dict[str, Location] = {}
    for one in placed:
        if one.entry.status is not Status.ARCHIVED:
            for phrase, loc in ((one.entry.question, ("question",)), *other_phrases(one.entry)):
                found.setdefault(fold_phrase(phrase), one.file.at(*loc))
    return found


def taken_phrases(entries: Iterable[Entry], referrals: Iterable[Referral]) -> frozenset[str]:
    """Collects the folded phrases by which public entries and referrals are found."""
    of_entries = [
        (entry.question, *(phrase for phrase, _ in other_phrases(entry)))
        for entry in entries
        if entry.status is Status.PUBLISHED
    ]
    of_referrals = [(referral.matter, *referral.phrases) for referral in referrals]
    return frozenset(fold_phrase(text) for texts in (*of_entries, *of_referrals) for text in texts)
