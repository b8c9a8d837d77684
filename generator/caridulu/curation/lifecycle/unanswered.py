"""Messages in the office's exports -> what people sought and did not find, grouped by meaning."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from caridulu.curation.exports.dated_messages import DatedMessage
from caridulu.curation.exports.phrases.words import GENERAL, content_words
from caridulu.curation.exports.sides import officers_among
from caridulu.curation.lifecycle.meaning_groups import groups_of
from caridulu.curation.lifecycle.same_questions import SameQuestions
from caridulu.curation.lifecycle.sought_messages import SoughtMessage, asked_in, sought_in
from caridulu.curation.message_marks import message_mark, month_counts
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import Redactor, placeholders
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

MOST_GROUPED = 1_000  # different phrasings; the most frequent ones are grouped
TRIED = 3  # phrasings of a group with which the knowledge base is asked


@dataclass(frozen=True)
class Sought:
    """One thing people sought, and what answers it by now."""

    phrasings: Mapping[str, int]  # how often it was sought in these words, the usual ones first
    count: int  # of messages
    not_found: int  # how many of these say that it was not found
    outcome: Outcome  # of a search with the usual words
    entry: str  # id of the entry that answers it, or almost does; empty if none does
    months: Mapping[str, int]  # how many messages of each month, ``2026-11``


@dataclass(frozen=True)
class SearchReport:
    """Everything sought, most missed first."""

    messages: int
    by_site: int  # messages with the site's own line
    edited: int  # of these, such whose line the sender has edited
    sought: tuple[Sought, ...]
    months: Mapping[str, int]  # messages of each


@dataclass(frozen=True)
class Unanswered:
    """One wording of what no entry answers, and the marks of the messages that ask it."""

    text: str
    marks: tuple[str, ...]


@dataclass
class _Phrasing:
    """One wording of what was sought, and the messages that have it, by number."""

    text: str
    count: int = 0
    messages: dict[int, SoughtMessage] = field(default_factory=dict)

    @property
    def not_found(self) -> int:
        """How many of its messages say that it was not found."""
        return sum(one.not_found for one in self.messages.values())

    @property
    def asks_something(self) -> bool:
        """Whether it says what is sought, if only that it was not found."""
        return bool(self.not_found) or len(set(content_words(self.text)) - GENERAL) > 1


def search_report(
    messages: Sequence[DatedMessage],
    index: SearchIndex,
    *,
    redactor: Redactor,
    officers: Collection[str],
    with_questions: bool,
    same: SameQuestions,
) -> SearchReport:
    """Groups and ranks what people sought, from what their messages say of it.

    Messages of ``officers`` seek nothing. ``with_questions`` counts every question, also one that
    says nothing of a search.
    """
    sent = _by_public(messages, officers)
    found = list(_once_each(sent, redactor if with_questions else None))
    phrasings = _phrasings(found, redactor)
    groups = grouped([one.text for one in phrasings], index, same)
    return SearchReport(
        messages=len(found),
        by_site=sum(one.by_site for one in found),
        edited=sum(not one.intact for one in found),
        sought=tuple(
            sorted((_sought([phrasings[n] for n in group], index) for group in groups), key=_rank)
        ),
        months=_months(found),
    )


def grouped(questions: Sequence[str], index: SearchIndex, same: SameQuestions) -> list[list[int]]:
    """Groups questions that mean the same, by position; those behind ``MOST_GROUPED`` stand alone.

    The questions are redacted and different, the most frequent first; those that an officer has
    said to be the ``same`` are one group.
    """
    near = questions[:MOST_GROUPED]
    texts = [placeholders().sub(" ", text) for text in near]
    groups = groups_of(texts, index, same=same.positions(near))
    return groups + [[n] for n in range(len(near), len(questions))]


def unanswered_questions(
    messages: Sequence[DatedMessage],
    index: SearchIndex,
    *,
    redactor: Redactor,
    officers: Collection[str],
    answered: Iterable[str],
) -> tuple[Unanswered, ...]:
    """Lists what people asked or sought and no entry answers, without personal data.

    What an officer has ``answered`` in the same exports becomes a draft or is shown as small talk,
    and is no gap; what only seems to mean the same as that is shown, for a question that is lost is
    worse. A question of a word or none ("gmn kak?"), of somebody who has not searched, asks nothing
    by itself.
    """
    known = [set(index.analyzer.terms(text)) for text in answered]

    def is_answered(text: str) -> bool:
        terms = set(index.analyzer.terms(text))
        return any(terms <= other for other in known)

    found = _once_each(_by_public(messages, officers), redactor)
    listed = sorted(_phrasings(found, redactor), key=lambda one: -one.not_found)
    asking = (one for one in listed if one.asks_something and not is_answered(one.text))
    left = (one for one in asking if not search(index, one.text, limit=1).outcome.is_sure)
    return tuple(
        Unanswered(one.text, tuple(sent.mark for sent in one.messages.values())) for one in left
    )


def _by_public(
    messages: Sequence[DatedMessage], officers: Collection[str]
) -> Iterator[DatedMessage]:
    ours = officers_among({one.sender for one in messages if one.sender}, officers)
    return (one for one in messages if one.sender not in ours)


def _phrasings(sent: Iterable[SoughtMessage], redactor: Redactor) -> list[_Phrasing]:
    """Lists the wordings of what was sought, redacted, the most frequent first."""
    phrasings: dict[str, _Phrasing] = {}
    for number, one in enumerate(sent):
        for phrase in one.phrases:
            text = redactor.redacted(phrase, asked=True)
            phrasing = phrasings.setdefault(fold_phrase(text), _Phrasing(text))
            phrasing.count += 1
            phrasing.messages[number] = one
    return sorted(phrasings.values(), key=lambda one: (-one.count, one.text))


def _once_each(
    messages: Iterable[DatedMessage], asking: Redactor | None
) -> Iterator[SoughtMessage]:
    """Reads what messages say was sought; one that stands in two exports counts once.

    ``asking`` redacts those that only ask; None leaves them out.
    """
    seen = Counter[tuple[str, ...]]()
    for message in messages:
        read = list(sought_in(message.text))
        if asking and not read and (asked := asked_in(message.text, asking)):
            read = [asked]
        for said in read:
            is_vague = said.by_site and not (said.phrases and said.question)
            key = (said.check, said.question) if said.by_site else (message.text.strip(),)
            if is_vague or key not in seen:
                yield replace(said, mark=message_mark(message.month, *key, str(seen[key])))
            seen[key] += 1


def _sought(group: Sequence[_Phrasing], index: SearchIndex) -> Sought:
    """Counts each message of a group once, and asks the knowledge base with its usual words."""
    messages = {n: sent for phrasing in group for n, sent in phrasing.messages.items()}
    outcome, entry = _answer([phrasing.text for phrasing in group[:TRIED]], index)
    return Sought(
        phrasings={phrasing.text: phrasing.count for phrasing in group},
        count=len(messages),
        not_found=sum(one.not_found for one in messages.values()),
        outcome=outcome,
        entry=entry,
        months=_months(messages.values()),
    )


def _answer(phrasings: Sequence[str], index: SearchIndex) -> tuple[Outcome, str]:
    """Finds how visitors are served with the first phrasing, and the entry nearest to all."""
    results = [search(index, phrase, limit=1) for phrase in phrasings]
    near = [one.hits[0].entry for one in results if one.hits and one.outcome != Outcome.NOTHING]
    counted = Counter(near)
    best = max(near, key=lambda entry: (counted[entry], -near.index(entry)), default=None)
    return results[0].outcome, "" if best is None else index.items[best].id


def _months(sent: Iterable[SoughtMessage]) -> dict[str, int]:
    return month_counts(one.mark for one in sent)


def _rank(one: Sought) -> tuple[bool, int, int, str]:
    return (one.outcome.is_sure, -one.not_found, -one.count, next(iter(one.phrasings)))
