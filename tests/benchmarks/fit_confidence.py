"""Fits CONFIDENCE and ANSWERED_LEAST of ``search/parameters.py`` by logistic regression.

    python -m tests.benchmarks.fit_confidence [--judged FILE ...]
        [--collection FOLDER --unanswerable FILE]

Whether the first hit answers a question is estimated from the evidence for it. The samples are the
fitted halves of the sets in questions/ (see its README), searched in the knowledge base of this
folder as it is (weight 1), without any aliases and tags, and with those of a half of the entries
(0.2 each): an office that begins has none. --judged adds sets with the columns of the blind ones.
A foreign collection, with questions of FILE that it does not answer, weighs 0.3. Questions that are
only partly answered, that ask for a direct answer, or whose first hit is a referral are left out.
Prints what to paste, and how well it tells right first hits from wrong ones in ten parts, each
judged by what was fitted to the other nine.
"""

import argparse
import math
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from operator import mul
from pathlib import Path

from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import CONFIDENCE, EVIDENCE
from caridulu.search.quality.evaluation import read_collection, read_items, read_questions
from caridulu.search.query.ranking import search
from tests.benchmarks.question_sets import (
    Question,
    auroc,
    blind_questions,
    earlier_questions,
    judged_questions,
    own_knowledge,
    rich_index,
    share,
    some_entries,
)

POOR_WEIGHT, FOREIGN_WEIGHT = 0.2, 0.3
SEED = 11
FOLDS = 10
PENALTY = 1 / 3  # of half the squared coefficients; the constant is free
SCALE = 16  # of a weight in CONFIDENCE
WIDE = {"lead": 8}  # evidence that is seldom more than this, in place of EVIDENCE
ODDS = 9 / 5  # from which the first hit is presented as the answer
STEPS = 25
FOREIGN_SAMPLE = 250


@dataclass(frozen=True)
class Sample:
    """Evidence, mostly 0 to 1, after a leading 1; whether the first hit answers; its weight."""

    evidence: tuple[float, ...]
    is_right: bool
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--judged", type=Path, nargs="*", default=[])
    parser.add_argument("--collection", type=Path)
    parser.add_argument("--unanswerable", type=Path)
    options = parser.parse_args()
    own, others = own_samples(options.judged)
    if options.collection:
        others += foreign_samples(options.collection, options.unanswerable)
    estimates = cross_validated(own, others)
    print(f"{len(own)} samples and {len(others)} of less weight")
    print(told("in ten parts", own, estimates))
    constant, *coefficients = fitted([*own, *others])
    weights = [
        round(SCALE * EVIDENCE * one / WIDE.get(name, EVIDENCE))
        for name, one in zip(CONFIDENCE, coefficients, strict=True)
    ]
    print("CONFIDENCE =", dict(zip(CONFIDENCE, weights, strict=True)))
    print("ANSWERED_LEAST =", round((math.log(ODDS) - constant) * SCALE * EVIDENCE))
    print("Repeat: python -m tests.benchmarks.fit_confidence", *sys.argv[1:], file=sys.stderr)


def own_samples(further: Iterable[Path]) -> tuple[list[Sample], list[Sample]]:
    """Samples of the knowledge base as it is, and of what it would be with fewer phrasings."""
    knowledge = own_knowledge()
    judged = [*blind_questions(), *(one for file in further for one in judged_questions(file))]
    blind = [question for question in judged if question.is_fitted]
    earlier = [*earlier_questions(is_fitted=False), *earlier_questions("hard-", is_fitted=True)]
    asked = [*blind, *(question for question in earlier if question.is_fitted)]
    poorer = [rich_index(knowledge, ())]
    poorer.append(rich_index(knowledge, some_entries(knowledge, 0.5, SEED)))
    others = [one for index in poorer for one in samples(index, blind, POOR_WEIGHT)]
    return samples(SearchIndex.of_knowledge(knowledge), asked, 1), others


def foreign_samples(folder: Path, unanswerable: Path | None) -> list[Sample]:
    """Samples of a collection in the BEIR layout, as many with an answer as without."""
    collection = read_collection(folder, None, None)
    asked = [
        Question(text, "answer", collection.answers[name], is_fitted=True, source=folder.name)
        for name, text in collection.queries.items()
    ]
    without = [
        Question(text, "nothing", frozenset(), is_fitted=True, source=folder.name)
        for text in (read_questions(unanswerable) if unanswerable else ())
    ]
    chance = random.Random(SEED)
    chosen = [q for qs in (asked, without) for q in chance.sample(qs, min(len(qs), FOREIGN_SAMPLE))]
    return samples(SearchIndex(read_items(folder)), chosen, FOREIGN_WEIGHT)


def samples(index: SearchIndex, questions: Iterable[Question], weight: float) -> list[Sample]:
    found = (sample(index, question, weight) for question in questions)
    return [one for one in found if one]


def sample(index: SearchIndex, question: Question, weight: float) -> Sample | None:
    if question.outcome not in ("answer", "nothing", "referral"):
        return None
    result = search(index, question.text, limit=2)
    first = index.items[result.hits[0].entry].id if result.hits else ""
    if not first or kind_of(first) is ItemKind.REFERRAL:
        return None
    evidence = asdict(result.evidence)
    values = tuple(evidence[name] / WIDE.get(name, EVIDENCE) for name in CONFIDENCE)
    return Sample((1, *values), first in question.entries, weight)


def fitted(chosen: Sequence[Sample]) -> list[float]:
    """Fits the constant and the coefficients by Newton's method."""
    size = len(chosen[0].evidence)
    beta = [0.0] * size
    for _ in range(STEPS):
        slope = [0.0] + [PENALTY * one for one in beta[1:]]
        curve = [[PENALTY * (row == column > 0) for column in range(size)] for row in range(size)]
        for one in chosen:
            estimate = probability(beta, one)
            missed = one.weight * (estimate - one.is_right)
            bend = one.weight * estimate * (1 - estimate)
            for row, value in enumerate(one.evidence):
                slope[row] += missed * value
                line = curve[row]
                for column, other in enumerate(one.evidence):
                    line[column] += bend * value * other
        beta = [old - step for old, step in zip(beta, solved(curve, slope), strict=True)]
    return beta


def probability(beta: Sequence[float], one: Sample) -> float:
    return 1 / (1 + math.exp(-sum(map(mul, beta, one.evidence))))


def solved(matrix: list[list[float]], right: Sequence[float]) -> list[float]:
    """Solves linear equations by elimination; the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for pivot, row in enumerate(rows):
        rows[pivot] = row = [value / row[pivot] for value in row]
        for n, other in enumerate(rows):
            if n != pivot:
                rows[n] = [a - other[pivot] * b for a, b in zip(other, row, strict=True)]
    return [row[-1] for row in rows]


def cross_validated(own: Sequence[Sample], others: Sequence[Sample]) -> list[float]:
    """Estimates each own sample by what is fitted to nine tenths of them, and to the others."""
    estimates = [0.0] * len(own)
    for fold in range(FOLDS):
        beta = fitted([*(one for n, one in enumerate(own) if n % FOLDS != fold), *others])
        for n in range(fold, len(own), FOLDS):
            estimates[n] = probability(beta, own[n])
    return estimates


def told(name: str, own: Sequence[Sample], estimates: Sequence[float]) -> str:
    right = [e for one, e in zip(own, estimates, strict=True) if one.is_right]
    wrong = [e for one, e in zip(own, estimates, strict=True) if not one.is_right]
    answered = [share(e >= ODDS / (ODDS + 1) for e in group) for group in (right, wrong)]
    return (
        f"{name}: AUROC {auroc(right, wrong):.4f}; presented as answered: right first hits"
        f" {answered[0]:.3f}, wrong ones {answered[1]:.3f}"
    )


if __name__ == "__main__":
    main()
