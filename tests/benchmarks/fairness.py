"""Whether entries with one phrasing are found beside entries with fifteen.

    python -m tests.benchmarks.fairness [--json]

Takes aliases and tags from all entries but a quarter or a half, chosen three times, and searches
for the questions kept aside that an entry answers: MRR@10 of questions that only poor
entries answer, of the same where no entry is rich; of questions that only rich entries answer, of
the same where every entry is rich; and of those that both answer, beside where every entry is rich.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from caridulu.knowledge import KnowledgeBase
from tests.benchmarks.question_sets import (
    Question,
    mrr,
    own_knowledge,
    questions_kept_aside,
    rich_index,
    share,
    some_entries,
)

SEEDS = (1, 2, 3)
SHARES = (0.25, 0.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    knowledge = own_knowledge()
    asked = [question for question in questions_kept_aside() if question.outcome == "answer"]
    for rich in SHARES:
        row = {"rich": rich, **measures(knowledge, asked, rich)}
        line = "  ".join(f"{name} {value:.3f}" for name, value in row.items())
        print(json.dumps(row) if options.json else line, flush=True)
    print("Repeat: python -m tests.benchmarks.fairness", *sys.argv[1:], file=sys.stderr)


def measures(
    knowledge: KnowledgeBase, asked: Sequence[Question], rich_share: float
) -> dict[str, float]:
    nobody = rich_index(knowledge, ())
    everybody = rich_index(knowledge, {entry.id for entry in knowledge.published})
    rows = []
    for seed in SEEDS:
        rich = some_entries(knowledge, rich_share, seed)
        index = rich_index(knowledge, rich)
        poor_asked = [question for question in asked if not question.entries & rich]
        rich_asked = [question for question in asked if question.entries <= rich]
        both_asked = [q for q in asked if q.entries & rich and q.entries - rich]
        rows.append(
            {
                "poor": mrr(index, poor_asked),
                "poor_where_nobody_is_rich": mrr(nobody, poor_asked),
                "rich_ones": mrr(index, rich_asked),
                "rich_where_everybody_is": mrr(everybody, rich_asked),
                "both": mrr(index, both_asked),
                "both_where_everybody_is_rich": mrr(everybody, both_asked),
            }
        )
    return {name: share(row[name] for row in rows) for name in rows[0]}


if __name__ == "__main__":
    main()
