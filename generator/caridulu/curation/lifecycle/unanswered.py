"""Messages in the office's own exports -> what people sought and did not find, by meaning."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from caridulu.curation.exports.dated_messages import DatedMessage
from caridulu.curation.lifecycle.meaning_groups import groups_of
from caridulu.curation.lifecycle.sought_messages import SoughtMessage, asked_in, sought_in
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import Redactor, placeholders
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

MOST_GROUPED = 1_000  # different phrasings; the most frequent ones are grouped
TRIED = 3  # phrasings of a group with which the knowledge base is asked


@dataclass(frozen=True)
class Sought:
    """One thing people sought: how often, in whose words, when, and what answers it by now.

    ``entry`` answers it, or almost does when nothing does.
    """

    phrasings: tuple[tuple[str, int], ...]
    count: int
    not_found: int
    outcome: Outcome
    entry: str
    months: tuple[tuple[str, int], ...] = ()


@dataclass
class _Phrasing:
    """One wording of what was sought."""

    text: str
    count: int = 0
    messages: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class SearchReport:
    """Everything sought, most missed first."""

    messages: int
    by_site: int  # messages with the site's own line
    edited: int  # of these, such whose line the sender has edited
    sought: tuple[Sought, ...]
    months: tuple[tuple[str, int], ...] = ()


def search_report(
    messages: Iterable[DatedMessage],
    index: SearchIndex,
    *,
    redactor: Redactor,
    officers: Collection[str] = (),
    with_questions: bool = False,
) -> SearchReport:
    """Groups and ranks what people sought, from what their messages say of it.

    Args:
        messages: Of the office's exports.
        index: What visitors search.
        redactor: Takes personal data out of what is shown.
        officers: Senders whose messages seek nothing.
        with_questions: Counts every question, also one that says nothing of a search.
    """
    ours = {fold_phrase(name) for name in officers}
    sent = (one for one in messages if fold_phrase(one.sender) not in ours)
    asking = redactor if with_questions else None
    found = list(_once_each(sent, asking))
    phrasings: dict[str, _Phrasing] = {}
    for number, (said, _) in enumerate(found):
        for phrase in said.phrases:
            text = redactor.redacted(phrase, asked=True)
            one = phrasings.setdefault(fold_phrase(text), _Phrasing(text))
            one.count += 1
            one.messages.add(number)
    listed = sorted(phrasings.values(), key=lambda one: (-one.count, one.text))
    texts = [placeholders().sub(" ", one.text) for one in listed[:MOST_GROUPED]]
    groups = [[listed[n] for n in group] for group in groups_of(texts, index)]
    groups += [[one] for one in listed[MOST_GROUPED:]]
    told = [said for said, _ in found]
    return SearchReport(
        messages=len(found),
        by_site=sum(said.by_site for said in told),
        edited=sum(not said.intact for said in told),
        sought=tuple(sorted((_sought(group, index, found) for group in groups), key=_rank)),
        months=_counted(Counter(month for _, month in found)),
    )


def _once_each(
    messages: Iterable[DatedMessage], asking: Redactor | None
) -> Iterator[tuple[SoughtMessage, str]]:
    """What messages say was sought; one that stands in two exports once only.

    Args:
        messages: in their order.
        asking: of messages that only ask; None leaves them out.
    """
    seen: set[tuple[str, ...]] = set()
    for message in messages:
        read = list(sought_in(message.text))
        if asking and not read and (asked := asked_in(message.text, asking)):
            read = [asked]
        for said in read:
            is_vague = said.by_site and not (said.phrases and said.question)
            key = (said.check, said.question) if said.by_site else (message.text.strip(),)
            if is_vague or key not in seen:
                yield said, message.month
            seen.add(key)


def _sought(
    group: Sequence[_Phrasing], index: SearchIndex, found: Sequence[tuple[SoughtMessage, str]]
) -> Sought:
    """Counts each message of a group once, and asks the knowledge base with its usual words."""
    ordered = sorted(group, key=lambda one: (-one.count, one.text))
    messages = set[int]().union(*(one.messages for one in group))
    outcome, entry = _answer([one.text for one in ordered[:TRIED]], index)
    return Sought(
        phrasings=tuple((one.text, one.count) for one in ordered),
        count=len(messages),
        not_found=sum(found[number][0].not_found for number in messages),
        outcome=outcome,
        entry=entry,
        months=_counted(Counter(found[number][1] for number in messages)),
    )


def _answer(phrasings: Sequence[str], index: SearchIndex) -> tuple[Outcome, str]:
    """How visitors are served with the first phrasing, and the entry nearest to all of them."""
    results = [search(index, phrase, limit=1) for phrase in phrasings]
    near = [one.hits[0].entry for one in results if one.hits and one.outcome != Outcome.NOTHING]
    counted = Counter(near)
    best = max(near, key=lambda entry: (counted[entry], -near.index(entry)), default=None)
    return results[0].outcome, "" if best is None else index.items[best].id


def _counted(months: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((month, count) for month, count in months.items() if month))


def _rank(one: Sought) -> tuple[bool, int, int, str]:
    return (one.outcome.is_sure, -one.not_found, -one.count, one.phrasings[0][0])
