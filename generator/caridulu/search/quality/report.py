"""Search results as JSON for programs and as text for people, with explanations of scores.

The sum of the addends, lowered by what the entry lacks, is the score: ``ranking.lower``.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from caridulu.messages import Language, message
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import ANSWERED_LEAST, CONFIDENCE, KEPT_ALL, KEPT_LEAST
from caridulu.search.query.outcome import Evidence
from caridulu.search.query.query_words import best_in, score_in
from caridulu.search.query.result import Hit, Result


@dataclass(frozen=True)
class Addend:
    """What one query word, or a pair of neighbours, adds to a score.

    ``score = weight * idf * part``; ``weight`` is over 16; ``fields`` add up to ``part``.
    """

    typed: str  # empty for a pair
    read: str
    weight: int
    idf: int
    fields: Mapping[str, int]
    score: int


def explain(index: SearchIndex, result: Result, entry: int) -> list[Addend]:
    """Returns the addends of an entry's score, the largest first."""
    framed = all(best_in(word, entry) for word in result.frame)
    words = (*result.words, *result.pairs, *(result.frame if framed else ()))
    addends = [
        Addend(
            typed=word.word,
            read=best.read,
            weight=best.weight,
            idf=best.term.idf,
            fields=index.field_parts(best.name, entry),
            score=score_in(best, entry),
        )
        for word in words
        if (best := best_in(word, entry))
    ]
    return sorted(addends, key=lambda addend: (-addend.score, addend.read))


def json_line(index: SearchIndex, result: Result, *, explained: bool) -> str:
    """Writes a result as one JSON object: query, outcome, corrections, missing words, hits."""
    return json.dumps(
        {
            "query": result.query,
            "outcome": result.outcome,
            "corrections": [{"from": c.typed, "to": c.read} for c in result.corrections],
            **(
                {"missing": result.missing, "evidence": asdict(result.evidence)}
                if explained
                else {}
            ),
            "hits": [
                {
                    "id": index.items[hit.entry].id,
                    "score": hit.score,
                    "question": index.items[hit.entry].question,
                    "url": index.items[hit.entry].url,
                    **(_explanation(index, result, hit) if explained else {}),
                }
                for hit in result.hits
            ],
        },
        ensure_ascii=False,
    )


def text_lines(
    index: SearchIndex, result: Result, language: Language, *, explained: bool
) -> Iterator[str]:
    """Yields the outcome, what was corrected, and the hits."""
    yield message(f"search.outcome_{result.outcome}", language)
    for correction in result.corrections:
        yield message("search.corrected", language, typed=correction.typed, read=correction.read)
    for place, hit in enumerate(result.hits, 1):
        item = index.items[hit.entry]
        yield f"{place:2}. {item.question or item.answer[:80]}"
        yield f"    {item.id}  {hit.score}"
        if explained:
            addends = explain(index, result, hit.entry)
            yield from (f"      {_addend_text(addend)}" for addend in addends)
            whole = sum(addend.score for addend in addends)
            yield f"      {hit.score:8}  = {whole} * {_factor(hit, result)}"
    if explained and result.hits:
        yield message("search.confidence", language, sum=_confidence_text(result.evidence))


def _addend_text(addend: Addend) -> str:
    fields = ", ".join(f"{name} {part}" for name, part in addend.fields.items())
    typed = addend.typed if addend.typed in ("", addend.read) else f"{addend.typed} -> "
    words = addend.read if not typed or typed == addend.read else typed + addend.read
    return f"{addend.score:8}  {words}  = {addend.weight}/16 * {addend.idf} * ({fields})"


def _factor(hit: Hit, result: Result) -> str:
    if not result.asked:
        return "1"
    whole = KEPT_LEAST * result.asked + (KEPT_ALL - KEPT_LEAST) * hit.held
    factor = f"{whole} / {KEPT_ALL * result.asked}"
    most = result.most_phrased
    return f"{factor} * {2 * most + hit.phrased} / {3 * most}" if most else factor


def _confidence_text(evidence: Evidence) -> str:
    parts = asdict(evidence)
    addends = (f"{weight} * {name} {parts[name]}" for name, weight in CONFIDENCE.items())
    return f"{evidence.confidence} / {ANSWERED_LEAST} = {' + '.join(addends)}"


def _explanation(index: SearchIndex, result: Result, hit: Hit) -> dict[str, object]:
    addends = [asdict(addend) for addend in explain(index, result, hit.entry)]
    return {
        "asked": result.asked,
        "held": hit.held,
        "most_phrased": result.most_phrased,
        "phrased": hit.phrased,
        "explain": addends,
    }
