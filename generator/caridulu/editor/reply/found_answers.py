"""A question -> the answers that visitors would find, each with its text for a reply."""

from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin

from caridulu.editor.forms.similar import Similar, similar_entries
from caridulu.editor.reply.nutshell import BOLD, nutshell
from caridulu.editor.reply.received_message import AskedQuestion
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import KnowledgeBase, Status
from caridulu.messages import message
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.parameters import MAX_CHOICES
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.question_back import choices_of
from caridulu.search.query.ranking import search
from caridulu.site.urls import HOME, Addresses, site_address

SHOWN = 3  # answers beside a question


@dataclass(frozen=True)
class FoundAnswer:
    """Something published that may answer."""

    id: str  # of the entry, direct answer or referral
    kind: ItemKind
    question: str  # as the site has it
    marked: str  # the answer with WhatsApp's marks
    plain: str  # the answer without any
    address: str  # of its page; empty while the office's site has none
    is_supplied: bool  # False of a fact that the office has not stated


@dataclass(frozen=True)
class FoundAnswers:
    """A question of a message, the outcome of its search, and the public and waiting answers."""

    asked: AskedQuestion
    outcome: Outcome
    is_asked_back: bool  # whether the site asks visitors which of several answers they mean
    answers: tuple[FoundAnswer, ...]
    drafts: tuple[Similar, ...]

    @property
    def is_certain(self) -> bool:
        """Whether the first answer surely is one that can be sent."""
        return self.outcome.is_sure and self.answers[0].is_supplied and not self.is_asked_back

    @property
    def told(self) -> str:
        """Names the sentence that says how well the question is answered."""
        if self.outcome.is_sure and not self.answers[0].is_supplied:
            return "unsupplied"
        return "asked_back" if self.outcome.is_sure and self.is_asked_back else self.outcome.value


def found_answers(snapshot: Snapshot, asked: AskedQuestion) -> FoundAnswers:
    """Searches as visitors do; drafts that are near are told apart."""
    knowledge, index = snapshot.project.knowledge, snapshot.project.index
    addresses, query = Addresses.of(knowledge), asked.phrasing or asked.text
    result = search(index, query, limit=MAX_CHOICES)
    found = [index.items[hit.entry] for hit in result.hits]
    titles, ids = [item.question for item in found], [item.id for item in found]
    near = similar_entries(snapshot, query).hits
    return FoundAnswers(
        asked,
        result.outcome,
        bool(choices_of(index, result, titles, ids)),
        tuple(_answer(knowledge, addresses, item) for item in found[:SHOWN]),
        tuple(one for one in near if one.status != Status.PUBLISHED.value),
    )


def _answer(knowledge: KnowledgeBase, addresses: Addresses, item: Item) -> FoundAnswer:
    site = site_address(knowledge.office)
    resolve = partial(_whole_address, addresses, site)
    lead, text = _texts(knowledge, item.id)
    marked, plain = (
        "\n".join(filter(None, (lead, nutshell(text, resolve=resolve, bold=bold))))
        for bold in (BOLD, "")
    )
    address = urljoin(site, item.url) if site else ""
    missing = {one.id for one in knowledge.direct_answers if not one.is_supplied}
    return FoundAnswer(
        item.id, kind_of(item.id), item.question, marked, plain, address, item.id not in missing
    )


def _texts(knowledge: KnowledgeBase, item_id: str) -> tuple[str, str]:
    """Returns what stands before an answer, and the answer as Markdown."""
    if kind_of(item_id) is ItemKind.REFERRAL:
        referral = next(one for one in knowledge.referrals if one.published_id == item_id)
        lead = message(
            "site.referral_lead", office=knowledge.office.name, institution=referral.institution
        )
        return lead, referral.guidance
    answers = {one.id: one.answer for one in knowledge.published}
    answers |= {one.id: one.answer for one in knowledge.direct_answers}
    return "", answers[item_id]


def _whole_address(addresses: Addresses, site: str, href: str) -> str:
    found = addresses.resolve(HOME, href) or ""
    if found.startswith(("http:", "https:", "mailto:", "tel:")):
        return found
    return urljoin(site, found) if site and found else ""
