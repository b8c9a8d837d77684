"""How certain the search is, and how right: questions by authors who had seen no entry.

    python -m tests.benchmarks.certainty [--json]

Searches the knowledge base of this folder for the sets in questions/ (see its README): the half
to which the confidence was fitted, those from which phrasings were taken where the search missed,
and those kept aside, together, with courtesies around them, and each. Of questions that an entry
answers: MRR@10, also in phone spelling; the shares that are presented as answered, that show
anything, and whose first hit is wrong though presented as answered: at all, and without a question
back beside it. Of the others: the shares presented as answered, referred, and led to a direct
answer. ``auroc``: how often the confidence in a right first hit is above that in a wrong one,
wherever the threshold stands; referrals that come first aside. Of the two sets about referrals: the
share of each kind of question that is told to be another institution's matter.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import MAX_CHOICES
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.question_back import choices_of
from caridulu.search.query.ranking import search
from tests.benchmarks.question_sets import (
    FOLDER,
    KEPT_ASIDE,
    Question,
    auroc,
    blind_questions,
    earlier_questions,
    mrr,
    on_a_phone,
    own_knowledge,
    questions_kept_aside,
    referral_sets,
    said_politely,
    share,
)


@dataclass(frozen=True)
class Searched:
    """What became of a question."""

    question: Question
    outcome: Outcome
    first: str
    is_asked_back: bool
    confidence: int

    @property
    def is_answered(self) -> bool:
        return self.outcome is Outcome.ANSWERED

    @property
    def is_right(self) -> bool:
        return self.first in self.question.entries

    @property
    def is_wrong(self) -> bool:
        return self.is_answered and not self.is_right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    index = SearchIndex.of_knowledge(own_knowledge())
    for name, questions in sets().items():
        row = {"set": name, **measures(index, questions)}
        print(json.dumps(row) if options.json else text(row), flush=True)
    for name, matters in referral_sets().items():
        row = {"set": name, **referred_shares(index, matters)}
        print(json.dumps(row) if options.json else text(row), flush=True)
    print("Repeat: python -m tests.benchmarks.certainty", *sys.argv[1:], file=sys.stderr)


def sets() -> dict[str, list[Question]]:
    blind = blind_questions()
    aside = questions_kept_aside()
    courtesies = sorted(FOLDER.glob("courtesies-*.tsv"))
    return {
        "fitted": [q for q in blind if q.is_fitted],
        "harvested": [q for q in blind if not q.is_fitted and q.source not in KEPT_ASIDE],
        "aside": aside,
        **{file.stem: said_politely(aside, file) for file in courtesies},
        **{name: [q for q in aside if q.source == name] for name in sorted(KEPT_ASIDE)},
        "first": earlier_questions(is_fitted=False),
        "hard": earlier_questions("hard-", is_fitted=True),
    }


def measures(index: SearchIndex, questions: Sequence[Question]) -> dict[str, float]:
    answerable = [q for q in questions if q.outcome == "answer"]
    found = {q: searched(index, q) for q in questions}

    def of(outcome: str) -> list[Searched]:
        return [one for question, one in found.items() if question.outcome == outcome]

    answers, referrals, direct = of("answer"), of("referral"), of("direct")
    without, partial = of("nothing"), of("partial")
    row = {
        "answerable": len(answerable),
        "mrr@10": mrr(index, answerable),
        "on_a_phone": mrr(index, list(map(on_a_phone, answerable))),
        "answered": share(one.is_answered for one in answers),
        "shown": share(one.outcome is not Outcome.NOTHING for one in answers),
        "wrong": share(one.is_wrong for one in answers),
        "wrong_alone": share(one.is_wrong and not one.is_asked_back for one in answers),
        "unanswerable": len([*without, *referrals]),
        "unanswerable_answered": share(one.is_answered for one in [*without, *referrals]),
        "nothing_answered": share(one.is_answered for one in without),
        "auroc": told_apart([*answers, *without, *referrals]),
    }
    if partial:
        row |= {"partial_answered": share(one.is_answered for one in partial)}
    if referrals:
        referred = share(one.outcome is Outcome.REFERRAL for one in referrals)
        row |= {"referrals": len(referrals), "referred": referred}
    if direct:
        found_direct = share(one.is_right or is_direct(one.first) for one in direct)
        row |= {"direct": len(direct), "direct_found": found_direct}
    return row


def referred_shares(index: SearchIndex, matters: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Returns the share of the queries of each kind that are referred."""
    return {
        f"{kind}_referred": share(search(index, q).outcome is Outcome.REFERRAL for q in queries)
        for kind, queries in matters.items()
    }


def searched(index: SearchIndex, question: Question) -> Searched:
    result = search(index, question.text, limit=MAX_CHOICES)
    items = [index.items[hit.entry] for hit in result.hits]
    choices = choices_of(index, result, [i.question for i in items], [i.id for i in items])
    first = items[0].id if items else ""
    confidence = result.evidence.confidence
    return Searched(question, result.outcome, first, bool(choices), confidence)


def told_apart(found: Sequence[Searched]) -> float:
    """Tells how well the confidence tells right first hits from wrong ones."""
    judged = [one for one in found if one.first and kind_of(one.first) is not ItemKind.REFERRAL]
    right = [one.confidence for one in judged if one.is_right]
    return auroc(right, [one.confidence for one in judged if not one.is_right])


def is_direct(item: str) -> bool:
    return kind_of(item) is ItemKind.DIRECT


def text(row: dict[str, object]) -> str:
    figures = (f"{n} {v:.3f}" if isinstance(v, float) else f"{n} {v}" for n, v in row.items())
    return "  ".join(figures).removeprefix("set ")


if __name__ == "__main__":
    main()
