"""What both engines find, in a form in which it can be compared."""

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict, Unpack

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.shown_texts import title
from caridulu.search.quality.engines import run_node, write_index
from caridulu.search.query.question_back import choices_of, guess_of, unknown_words
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Result


@dataclass(frozen=True)
class Found:
    """A result with ids in place of entry numbers, as both engines give it."""

    ids: tuple[str, ...]
    scores: tuple[int, ...]
    count: int
    outcome: str
    greeting: bool
    corrections: tuple[tuple[str, str], ...]
    matches: tuple[tuple[str, str, int], ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    choices: tuple[tuple[int, str, str], ...]
    guess: str


class SearchOptions(TypedDict, total=False):
    """What ``search`` is told beside the query, by either engine."""

    limit: int
    exact: bool
    among: Collection[int] | None


def found_by_whoosh(
    index: SearchIndex, queries: Sequence[str], **options: Unpack[SearchOptions]
) -> list[Found]:
    """Searches with the Python engine."""
    return [_found(index, search(index, query, **options)) for query in queries]


def found_by_browser(
    index: SearchIndex, queries: Sequence[str], **options: Unpack[SearchOptions]
) -> list[Found]:
    """Searches with the JavaScript engine over the index published into a temporary folder."""
    with published_folder(index) as folder:
        return found_in_folder(folder, queries, **options)


def found_in_folder(
    folder: Path, queries: Sequence[str], **options: Unpack[SearchOptions]
) -> list[Found]:
    """Searches with the JavaScript engine over an index that is published in a folder."""
    settings = [str(options.get("limit", 10)), *(["exact"] if options.get("exact") else [])]
    if (among := options.get("among")) is not None:
        settings.append(",".join(map(str, among)))
    return [_found_json(row) for row in run_node(folder, queries, settings)]


@contextmanager
def published_folder(index: SearchIndex) -> Iterator[Path]:
    """Publishes the index into a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="caridulu-") as name:
        folder = Path(name)
        write_index(index, folder)
        yield folder


def _found(index: SearchIndex, result: Result) -> Found:
    items = [index.items[hit.entry] for hit in result.hits]
    titles, ids = [title(item) for item in items], [item.id for item in items]
    return Found(
        ids=tuple(ids),
        scores=tuple(hit.score for hit in result.hits),
        count=result.count,
        outcome=result.outcome,
        greeting=result.greeting,
        corrections=tuple((c.typed, c.read) for c in result.corrections),
        matches=tuple((m.typed, m.read, m.score) for m in result.matches),
        missing=result.missing,
        unknown=tuple(word.word for word in unknown_words(result)),
        choices=tuple((c.entry, c.label, c.query) for c in choices_of(index, result, titles, ids)),
        guess=guess_of(index, result),
    )


def _found_json(row: Mapping[str, Any]) -> Found:
    return Found(
        ids=tuple(hit["id"] for hit in row["hits"]),
        scores=tuple(hit["score"] for hit in row["hits"]),
        count=row["count"],
        outcome=row["outcome"],
        greeting=row["greeting"],
        corrections=tuple((c["from"], c["to"]) for c in row["corrections"]),
        matches=tuple((m["typed"], m["read"], m["score"]) for m in row["terms"]),
        missing=tuple(row["missing"]),
        unknown=tuple(row["unknown"]),
        choices=tuple((c["entry"], c["label"], c["query"]) for c in row["choices"]),
        guess=row["guess"],
    )
