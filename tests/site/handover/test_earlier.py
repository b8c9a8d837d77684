"""What was searched before is in the message when it is ticked, and only then."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from caridulu.curation.exports.handover_line import LATEST
from caridulu.site.client.browser_values import MESSAGE_FORMAT, browser_strings
from caridulu.site.handover.handover_message import MessageDraft, ReadEntry, Topic, message_text

OFFICE = "BPS Kabupaten Bombana"
QUESTION = "data kucing liar poleang"
FEE = {"id": "biaya-konsultasi", "title": "Apakah konsultasi statistik dipungut biaya?"}
DRAFT = {
    "topic": "consultation",
    "question": QUESTION,
    "searches": [QUESTION],
    "readEntries": [],
    "outcome": "nothing",
}
VISIT = {"searches": ["harga beras", "inflasi", "data kucing"], "readEntries": [FEE]}
NOTHING: dict[str, list[Any]] = {"searches": [], "readEntries": []}
InNode = Callable[[str, str, list[Any]], list[Any]]
pytestmark = pytest.mark.node


def offered(in_node: InNode, visit: object, draft: object) -> Any:
    [earlier] = in_node(
        "handover/earlier.js", "twin.earlierThan(...given)", [[visit, draft, MESSAGE_FORMAT]]
    )
    return earlier


def written(in_node: InNode, ticked: object) -> str:
    [draft] = in_node("handover/earlier.js", "twin.completed(...given)", [[DRAFT, ticked]])
    config = {"office": OFFICE, "format": MESSAGE_FORMAT, "strings": browser_strings("message_")}
    message = "twin.messageText(...given)"
    [text] = in_node("handover/handover_message.js", message, [[draft, config]])
    return str(text)


def test_words_that_the_present_question_continues_are_not_earlier(in_node: InNode) -> None:
    earlier = offered(in_node, VISIT, DRAFT)
    assert earlier == {"searches": ["harga beras", "inflasi"], "readEntries": [FEE]}


def test_the_entry_that_is_asked_about_is_not_earlier(in_node: InNode) -> None:
    draft = {**DRAFT, "question": "", "readEntries": [FEE]}
    assert offered(in_node, VISIT, draft) == {**VISIT, "readEntries": []}


def test_no_more_is_offered_than_a_message_can_name(in_node: InNode) -> None:
    visit = {"searches": [f"cari {n}" for n in range(9)], "readEntries": []}
    assert len(offered(in_node, visit, DRAFT)["searches"]) == LATEST - 1


def test_nothing_ticked_leaves_the_present_question_and_the_line_of_the_site(
    in_node: InNode,
) -> None:
    plain = MessageDraft(Topic.CONSULTATION, QUESTION, searches=(QUESTION,), outcome="N")
    assert written(in_node, NOTHING) == message_text(plain, office=OFFICE)
    for word in ("beras", "inflasi", FEE["id"]):
        assert word not in json.dumps(written(in_node, NOTHING))


def test_what_is_ticked_stands_before_the_present_search(in_node: InNode) -> None:
    ticked = {"searches": ["harga beras"], "readEntries": [FEE]}
    draft = MessageDraft(
        Topic.CONSULTATION,
        QUESTION,
        searches=("harga beras", QUESTION),
        read_entries=(ReadEntry(**FEE),),
        outcome="N",
    )
    assert written(in_node, ticked) == message_text(draft, office=OFFICE)
    assert "inflasi" not in written(in_node, ticked)


def test_a_search_is_for_complaints_when_one_scores_near_the_best(in_node: InNode) -> None:
    def found(
        *scores: tuple[str, int], outcome: str = "answered", missing: Sequence[str] = ("denda",)
    ) -> dict[str, object]:
        hits = [{"id": each, "score": score} for each, score in scores]
        return {"outcome": outcome, "missing": [*missing], "hits": hits}

    cases = [
        found(("cara-mengadu", 900), ("harga-beras", 800)),
        found(("harga-beras", 900), ("cara-mengadu", 600)),
        found(("harga-beras", 900), ("cara-mengadu", 599)),
        found(("cara-mengadu", 900), outcome="weak", missing=()),
        found(("cara-mengadu", 900), outcome="weak"),
        found(outcome="nothing"),
    ]
    call = "twin.isForComplaints(given, ['cara-mengadu'])"
    assert in_node("handover/complaints.js", call, cases) == [True, True, False, True, False, False]
