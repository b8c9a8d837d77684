"""The sets of questions in ``questions/``, and the knowledge base of this folder to ask them."""

import json
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

from caridulu.knowledge import KnowledgeBase, load
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.evaluation import DEPTH, collection_of, ranks
from caridulu.search.query.ranking import search
from tests import TODAY

FOLDER = Path(__file__).parent / "questions"
FITTED = frozenset("abc")  # to the even lines weights and thresholds are fitted
KEPT_ASIDE = frozenset(
    [*"prtuvz", "gg", "hh", "ii"]
)  # to these nothing is, and none of their questions is a phrasing
CHAT_SPELLINGS = {
    "di": "d", "ke": "k", "yang": "y", "untuk": "u", "dengan": "dg", "dari": "dr", "bisa": "bs",
    "kalau": "kl", "tidak": "t", "dan": "n", "saya": "s", "pak": "p", "gak": "g", "yg": "y",
    "utk": "u",
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A question with what a person says of it.

    Attributes:
        text: as typed.
        outcome: answer, partial, direct, referral, nothing, greeting, or doubtful where judges
            differ.
        entries: ids that answer it.
        is_fitted: whether weights or thresholds were fitted to it.
        source: the set.
    """

    text: str
    outcome: str
    entries: frozenset[str]
    is_fitted: bool
    source: str


def blind_questions() -> list[Question]:
    """Reads the sets ``blind-*.tsv``."""
    return [
        question
        for file in sorted(FOLDER.glob("blind-*.tsv"))
        for question in judged_questions(file)
    ]


def questions_kept_aside() -> list[Question]:
    """Reads those of the sets that are kept aside."""
    return [question for question in blind_questions() if question.source in KEPT_ASIDE]


def said_politely(questions: Sequence[Question], file: Path) -> list[Question]:
    """Puts what people write before and behind a question around each, taken in turn."""
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:])
    around = zip(questions, cycle(rows), strict=False)
    return [
        replace(one, text=" ".join(filter(None, (before, one.text, behind))))
        for one, (before, behind) in around
    ]


def judged_questions(file: Path) -> Iterator[Question]:
    """Reads a set with the columns query, kind, outcome, entries, note; even lines are fitted."""
    source = file.stem.removeprefix("blind-")
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()[1:], 2):
        text, _, outcome, entries, _ = line.split("\t")
        named = frozenset(filter(None, map(str.strip, entries.split(","))))
        is_fitted = number % 2 == 0 and source in FITTED
        yield Question(text, outcome, named, is_fitted, source)


def referral_sets() -> dict[str, dict[str, list[str]]]:
    """Reads ``referrals-*.tsv``: the queries of each kind, by set."""
    sets: dict[str, dict[str, list[str]]] = {}
    for file in sorted(FOLDER.glob("referrals-*.tsv")):
        queries = sets.setdefault(file.stem, {})
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            query, kind, _ = line.split("\t")
            queries.setdefault(kind, []).append(query)
    return sets


def earlier_questions(prefix: str = "", *, is_fitted: bool) -> list[Question]:
    """Reads the older sets: questions with an answer, and questions without."""
    files = (FOLDER / f"{prefix}queries.jsonl", FOLDER / f"{prefix}qrels.tsv")
    asked = collection_of((), *files)
    answered = (
        Question(text, "answer", asked.answers[name], is_fitted, prefix)
        for name, text in asked.queries.items()
    )
    file = FOLDER / f"{prefix}nothing.jsonl"
    without = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    nobody = frozenset[str]()
    return [
        *answered,
        *(
            Question(one["text"], one.get("kind", "nothing"), nobody, is_fitted=True, source=prefix)
            for one in without
        ),
    ]


def own_knowledge() -> KnowledgeBase:
    """Loads the knowledge base of the folder in which this runs."""
    knowledge = load(Path(), today=TODAY).knowledge
    assert knowledge, "caridulu check shows the problems"
    return knowledge


def rich_index(knowledge: KnowledgeBase, rich: Collection[str]) -> SearchIndex:
    """Makes an index in which only the ``rich`` entries have aliases and tags."""
    entries = tuple(
        entry if entry.id in rich else entry.model_copy(update={"aliases": (), "tags": ()})
        for entry in knowledge.entries
    )
    return SearchIndex.of_knowledge(replace(knowledge, entries=entries))


def some_entries(knowledge: KnowledgeBase, share: float, seed: int) -> frozenset[str]:
    """Chooses a share of the public entries."""
    ids = [entry.id for entry in knowledge.published]
    random.Random(seed).shuffle(ids)
    return frozenset(ids[: round(len(ids) * share)])


def mrr(index: SearchIndex, questions: Sequence[Question]) -> float:
    """Averages the reciprocal rank of the first right answer among ten."""
    return share(1 / places[0] if (places := _ranks(index, q)) else 0 for q in questions)


def _ranks(index: SearchIndex, question: Question) -> list[int]:
    hits = search(index, question.text, limit=DEPTH).hits
    return ranks([index.items[hit.entry].id for hit in hits], question.entries)


def share(values: Collection[float] | Iterator[float]) -> float:
    """Averages values; 0 without any."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def auroc(right: Collection[float], wrong: Collection[float]) -> float:
    """Tells how often one of ``right`` is above one of ``wrong``, ties by half: .5 is chance."""
    return share((r > w) + (r == w) / 2 for r in right for w in wrong)


def on_a_phone(question: Question) -> Question:
    """Writes the function words of a question as in chats: d, k, y, s."""
    words = question.text.split()
    text = " ".join(CHAT_SPELLINGS.get(word.lower(), word) for word in words)
    return replace(question, text=text)
