"""Retrieval measures of the search, on the knowledge base or on another collection."""

import json
import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from caridulu.messages import Language, message
from caridulu.search.index.fields import Item

DEPTH = 10

Found = tuple[list[str], str]
"""The ids found for a query, best first, at most DEPTH, and the outcome."""
Engine = Callable[[Sequence[str]], list[Found]]


@dataclass(frozen=True)
class Collection:
    """Items to index, queries by id, and for each query the ids that answer it."""

    items: tuple[Item, ...]
    queries: Mapping[str, str]
    answers: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Evaluation:
    """Means over the queries that have an answer; ``nothing`` is a share of them."""

    engine: str
    documents: int
    queries: int
    mrr: float
    recall: float
    ndcg: float
    success: float
    nothing: float
    seconds: float

    def fields(self) -> dict[str, object]:
        """Returns the measures by the field names of the command's interface."""
        at_depth = {"mrr": "mrr@10", "recall": "recall@10", "ndcg": "ndcg@10"}
        names = {**at_depth, "success": "success@1"}
        return {names.get(name, name): value for name, value in asdict(self).items()}

    def text(self, language: Language) -> str:
        """Writes the measures as a sentence."""
        return message("search.evaluation", language, **asdict(self))


def read_items(folder: Path) -> tuple[Item, ...]:
    """Reads ``corpus.jsonl``: ``_id``, ``title``, ``text`` and, if given, ``aliases``."""
    rows = _rows(folder / "corpus.jsonl")
    return tuple(
        Item(
            id=row["_id"],
            question=row.get("title", ""),
            answer=row.get("text", ""),
            aliases=tuple(row.get("aliases", ())),
            url=row["_id"],
        )
        for row in rows
    )


def read_collection(folder: Path, queries: Path | None, qrels: Path | None) -> Collection:
    """Reads a folder in the BEIR layout; ``queries`` and ``qrels`` replace its own files."""
    return collection_of(
        read_items(folder), queries or folder / "queries.jsonl", qrels or folder / "qrels.tsv"
    )


def collection_of(items: Sequence[Item], queries: Path, qrels: Path) -> Collection:
    """Joins items with the queries and right answers of two files."""
    answers: dict[str, set[str]] = {}
    for line in qrels.read_text(encoding="utf-8").splitlines()[1:]:
        query, item, grade = line.split("\t")[:3]
        if int(grade) > 0:
            answers.setdefault(query, set()).add(item)
    texts = {row["_id"]: row["text"] for row in _rows(queries)}
    return Collection(
        items=tuple(items),
        queries={query: text for query, text in texts.items() if query in answers},
        answers={query: frozenset(ids) for query, ids in answers.items()},
    )


def read_questions(path: Path) -> list[str]:
    """Reads one question a line: plain text, or JSON with ``text``."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    stripped = filter(None, map(str.strip, lines))
    return [json.loads(line)["text"] if line.startswith("{") else line for line in stripped]


def own_collection(items: Sequence[Item]) -> Collection:
    """Makes every question and alias a query for its own item."""
    asked = [
        (f"{item.id}#{n}", text, item.id)
        for item in items
        for n, text in enumerate((item.question, *item.aliases))
    ]
    return Collection(
        items=tuple(items),
        queries={query: text for query, text, _ in asked},
        answers={query: frozenset([item]) for query, _, item in asked},
    )


def evaluate(engine_name: str, engine: Engine, collection: Collection) -> Evaluation:
    """Runs all queries and averages the measures (Järvelin and Kekäläinen 2002 for nDCG)."""
    names = list(collection.queries)
    began = time.perf_counter()
    found = engine([collection.queries[name] for name in names])
    seconds = time.perf_counter() - began
    scored = [
        (ranks(ids, collection.answers[name]), len(collection.answers[name]))
        for name, (ids, _) in zip(names, found, strict=True)
    ]
    return Evaluation(
        engine=engine_name,
        documents=len(collection.items),
        queries=len(names),
        mrr=mean(1 / hit[0] if hit else 0.0 for hit, _ in scored),
        recall=mean(len(hit) / wanted for hit, wanted in scored),
        ndcg=mean(_ndcg(hit, wanted) for hit, wanted in scored),
        success=mean(float(hit[:1] == [1]) for hit, _ in scored),
        nothing=mean(float(outcome == "nothing") for _, outcome in found),
        seconds=round(seconds, 3),
    )


def ranks(ids: Sequence[str], answers: frozenset[str]) -> list[int]:
    """Returns the places, counted from 1, at which an answer was found within DEPTH."""
    return [place for place, found in enumerate(ids[:DEPTH], 1) if found in answers]


def _ndcg(hit: Sequence[int], wanted: int) -> float:
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(wanted, DEPTH) + 1))
    return sum(1 / math.log2(place + 1) for place in hit) / ideal


def mean(values: Iterable[float]) -> float:
    """Averages values to four digits; 0 without any."""
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def _rows(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
