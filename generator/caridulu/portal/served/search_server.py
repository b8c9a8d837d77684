"""Results over HTTP, for a proxy on the same computer: ``/search?q=...`` and ``/health``.

Nothing is written, logged or remembered of a query. Limits on how often one asks are the proxy's.
"""

import json
from http import HTTPStatus

from caridulu.portal.served.served_index import Found, ServedIndex
from caridulu.search.query.question_back import choices_of, competitors, guess_of, unknown_words
from caridulu.site.serve.local_server import LocalServer, Refusal, Reply, Request

HOST = "127.0.0.1"
JSON = "application/json; charset=utf-8"
LIMIT, MOST = 10, 20
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",  # as what a static portal publishes; no cookie is read
}


def search_server(index: ServedIndex, *, port: int) -> LocalServer:
    """Makes the server, which answers once it is told to."""

    def answer(request: Request) -> Reply:
        if request.method not in ("GET", "HEAD"):
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        if request.path == "/health":
            return _json({"entries": index.reading.count})
        if request.path == "/search":
            query, limit = request.query.get("q", ""), request.query.get("limit", "")
            return _json(found_json(index.search(query, limit=_limit(limit))))
        raise Refusal(HTTPStatus.NOT_FOUND, "missing")

    return LocalServer(answer, _refused, host=HOST, port=port, headers=HEADERS)


def found_json(found: Found) -> dict[str, object]:
    """Writes a result as the browser's own search gives it."""
    result, view = found.result, found.view
    return {
        "outcome": result.outcome.value,
        "greeting": result.greeting,
        "corrections": [{"from": one.typed, "to": one.read} for one in result.corrections],
        "terms": [
            {"typed": one.typed, "read": one.read, "score": one.score} for one in result.matches
        ],
        "missing": list(result.missing),
        "unknown": [word.word for word in unknown_words(result)],
        "competing": len(competitors(result)),
        "choices": [
            {"entry": one.entry, "label": one.label, "query": one.query}
            for one in choices_of(view, result, [one.title for one in found.shown])
        ],
        "guess": guess_of(view, result),
        "count": result.count,
        "hits": [
            {
                "id": shown.id,
                "title": shown.title,
                "snippet": shown.snippet,
                "note": shown.note,
                "score": hit.score,
            }
            for hit, shown in zip(result.hits, found.shown, strict=True)
        ],
    }


def _limit(text: str) -> int:
    if not text:
        return LIMIT
    if not (text.isascii() and text.isdigit()):
        raise Refusal(HTTPStatus.BAD_REQUEST, "malformed")
    return max(1, min(MOST, int(text[:4])))


def _json(value: object) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode(), kind=JSON)


def _refused(refusal: Refusal) -> Reply:
    body = json.dumps({"error": refusal.reason}).encode()
    return Reply(body, refusal.status, JSON)
