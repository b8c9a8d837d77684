"""Results over HTTP, for a proxy on the same computer: ``/search?q=...`` and ``/health``.

Nothing is written, logged or remembered of a query. Limits on how often one asks are the proxy's.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from http import HTTPStatus
from threading import BoundedSemaphore
from typing import Any

from caridulu.portal.served.held_by import Answer
from caridulu.portal.served.served_index import Found, ServedIndex, Shared
from caridulu.search.query.question_back import choices_of, competitors, guess_of, unknown_words
from caridulu.search.query.result import Hit
from caridulu.site.serve.local_server import LocalServer, Refusal, Reply, Request
from caridulu.site.urls import entry_path

HOST = "127.0.0.1"
JSON = "application/json; charset=utf-8"
PARAMETERS = ("q", "office", "limit")
LIMIT, MOST = 5, 30  # as the portal's pages ask for at first, and at most
CONNECTIONS = 256
AT_ONCE = 4  # questions; more only wait for each other's processors
WAITING = 100  # a second or two of work
RETRY_AFTER = "2"  # seconds
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",  # as what a static portal publishes; no cookie is read
}


class SearchServer(LocalServer):
    """Serves at most ``CONNECTIONS`` at once; the next wait in the system's queue."""

    headers = HEADERS
    request_queue_size = CONNECTIONS

    @cached_property
    def _free(self) -> BoundedSemaphore:
        return BoundedSemaphore(CONNECTIONS)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._free.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()


def search_server(
    latest: Callable[[], ServedIndex], *, port: int, waiting: int = WAITING
) -> LocalServer:
    """Makes the server, which answers once it is told to; port 0 takes any free one.

    ``waiting`` questions may wait while ``AT_ONCE`` are answered; more are refused.
    """
    places, turns = BoundedSemaphore(AT_ONCE + waiting), BoundedSemaphore(AT_ONCE)

    def search(request: Request) -> Reply:
        query, office, limit = (request.query.get(name, "") for name in PARAMETERS)
        wanted = _limit(limit)
        if not places.acquire(blocking=False):
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "busy")
        try:
            with turns:
                index = latest()
                found = index.search(query, office=office, limit=wanted)
                return _json(found_json(found, index.offices))
        finally:
            places.release()

    def answer(request: Request) -> Reply:
        if request.method not in ("GET", "HEAD"):
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        if request.path == "/health":
            return _json({"entries": latest().tables.count})
        if request.path == "/search":
            return search(request)
        raise Refusal(HTTPStatus.NOT_FOUND, "missing")

    return SearchServer(answer, _refused, host=HOST, port=port)


def found_json(found: Found, offices: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """Writes what was found as the portal's search in the browser gives it; offices by number."""
    result, view = found.result, found.view
    hits = [_hit(ranked, hit) for ranked, hit in zip(result.hits, found.hits, strict=True)]
    answers = [
        _answer(hit, answer, offices) for hit, answer in zip(hits, found.answers, strict=True)
    ]
    titles, ids = [h.shown.title for h in found.hits], [h.shown.id for h in found.hits]
    preferred = {} if found.preferred is None else {"preferred": offices[found.preferred]}
    return {
        "outcome": result.outcome.value,
        "greeting": result.greeting,
        "corrections": [{"from": one.typed, "to": one.read} for one in result.corrections],
        "terms": [asdict(match) for match in result.matches],
        "missing": list(result.missing),
        "unknown": [word.word for word in unknown_words(result)],
        "competing": len(competitors(result)),
        "choices": [asdict(choice) for choice in choices_of(view, result, titles, ids)],
        "guess": guess_of(view, result),
        "count": result.count,
        "hits": hits,
        "answers": answers,
        "named": [offices[number] for number in found.named],
        **preferred,
    }


def _hit(ranked: Hit, hit: Shared) -> dict[str, object]:
    return {
        "entry": ranked.entry,
        **asdict(hit.shown),
        "note": hit.note,
        "score": ranked.score,
        "url": entry_path(hit.shown.id),
    }


def _answer(
    hit: dict[str, object], answer: Answer, offices: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    """Writes an answer as the office has it to which it leads."""
    return {
        "hit": {**hit, **asdict(answer.shown)},
        "office": offices[answer.office],
        "same": answer.same,
        "adjusted": answer.adjusted,
        "isShared": answer.is_shared,
        "isAdjusted": answer.is_adjusted,
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
    is_busy = refusal.status is HTTPStatus.SERVICE_UNAVAILABLE
    return Reply(body, refusal.status, JSON, {"Retry-After": RETRY_AFTER} if is_busy else {})
