"""Search results as the command prints them: JSON for programs, text for people."""

import json
from collections.abc import Iterator

from generator.messages import Language, message
from generator.search.explanation import Addend, explain
from generator.search.index import SearchIndex
from generator.search.ranking import Result


def json_line(index: SearchIndex, result: Result, *, explained: bool = False) -> str:
    """One JSON object: query, outcome, corrections, hits."""
    return json.dumps(
        {
            "query": result.query,
            "outcome": result.outcome,
            "corrections": [{"from": c.typed, "to": c.read} for c in result.corrections],
            "hits": [
                {
                    "id": index.items[hit.entry].id,
                    "score": hit.score,
                    "question": index.items[hit.entry].question,
                    "url": index.items[hit.entry].url,
                    **({"explain": _addends(index, result, hit.entry)} if explained else {}),
                }
                for hit in result.hits
            ],
        },
        ensure_ascii=False,
    )


def text_lines(
    index: SearchIndex, result: Result, language: Language, *, explained: bool = False
) -> Iterator[str]:
    """The outcome, what was corrected, and the hits."""
    yield message(f"search.outcome_{result.outcome}", language)
    for correction in result.corrections:
        yield message("search.corrected", language, typed=correction.typed, read=correction.read)
    for place, hit in enumerate(result.hits, 1):
        item = index.items[hit.entry]
        yield f"{place:2}. {item.question or item.answer[:80]}"
        yield f"    {item.id}  {hit.score}"
        if explained:
            yield from (f"      {_addend_text(a)}" for a in explain(index, result, hit.entry))


def _addend_text(addend: Addend) -> str:
    fields = ", ".join(f"{name} {part}" for name, part in addend.fields.items())
    typed = addend.typed if addend.typed in ("", addend.read) else f"{addend.typed} -> "
    words = addend.read if not typed or typed == addend.read else typed + addend.read
    return f"{addend.score:8}  {words}  = {addend.weight}/16 * {addend.idf} * ({fields})"


def _addends(index: SearchIndex, result: Result, entry: int) -> list[dict[str, object]]:
    return [
        {
            "typed": a.typed,
            "read": a.read,
            "weight": a.weight,
            "idf": a.idf,
            "fields": dict(a.fields),
            "score": a.score,
        }
        for a in explain(index, result, entry)
    ]
