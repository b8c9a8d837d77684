"""Messages from the site in the office's own exports -> what people sought and did not find."""

import email
import email.policy
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from caridulu.curation.exports.handover_line import HandOver, hand_overs
from caridulu.curation.exports.mail.mailbox import MAIL, UNREADABLE, messages_in
from caridulu.curation.exports.opened_files import text_lines
from caridulu.curation.exports.tables.table_file import SHEETS, read_cells
from caridulu.privacy.redaction import Redactor
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

PURPOSES = ("K", "V")  # letters of the code: consultation, newer version wanted
NOT_FOUND = ("N", "W")  # letters of the code: nothing, weak
SAME = 0.5  # share of common terms at which two searches are one question


@dataclass(frozen=True)
class Sought:
    """One thing people sought: how often, in whose words, and whether it is answered by now."""

    phrasings: tuple[tuple[str, int], ...]
    count: int
    not_found: int
    outcome: Outcome
    entry: str

    @property
    def is_answered(self) -> bool:
        """Whether no entry needs to be written: a referral answers, too."""
        return self.outcome not in (Outcome.WEAK, Outcome.NOTHING)


@dataclass
class _Group:
    terms: frozenset[str]
    phrasings: Counter[str] = field(default_factory=Counter)
    count: int = 0
    not_found: int = 0


@dataclass(frozen=True)
class SearchReport:
    """Everything sought, most missed first."""

    messages: int
    edited: int
    sought: tuple[Sought, ...]


def texts_of(path: Path) -> list[str]:
    """Reads the texts of an export in which the site's messages may stand."""
    suffix = path.suffix.lower()
    if path.is_dir() or suffix in MAIL:
        return [_mail_text(raw.content) for raw in messages_in(path)]
    if suffix in SHEETS:
        return list(read_cells(path))
    with text_lines(path) as lines:
        return ["\n".join(lines)]


def _mail_text(content: bytes) -> str:
    try:
        parsed = email.message_from_bytes(content, policy=email.policy.default)
        body = parsed.get_body(("plain", "html"))
        text = str(body.get_content()) if body else ""
    except UNREADABLE:
        text = content.decode("utf-8", "replace")
    # Quoted again in a reply: not a second message.
    return "\n".join(line for line in text.splitlines() if not line.startswith(">"))


def search_report(texts: Iterable[str], index: SearchIndex, *, redactor: Redactor) -> SearchReport:
    """Groups and ranks what visitors sought, from the site's messages in the texts of exports."""
    found = list(_once_each(texts))
    groups: list[_Group] = []
    for one in found:
        phrases = one.searches or ((one.question,) if one.question else ())
        if one.purpose in PURPOSES and phrases:
            terms = frozenset(t for phrase in phrases for t in index.analyzer.terms(phrase))
            group = _group_for(terms, groups)
            group.count += 1
            group.not_found += one.outcome in NOT_FOUND
            group.phrasings.update(redactor.redacted(phrase, asked=True) for phrase in phrases)
    ranked = sorted((_sought(group, index) for group in groups), key=_rank)
    return SearchReport(len(found), sum(not one.intact for one in found), tuple(ranked))


def _once_each(texts: Iterable[str]) -> Iterator[HandOver]:
    """The site's messages; one that stands in two exports once only."""
    seen: set[tuple[str, str]] = set()
    for text in texts:
        for one in hand_overs(text):
            key = (one.check, one.question)
            if key not in seen or not one.searches or not one.question:
                yield one
            seen.add(key)


def _group_for(terms: frozenset[str], groups: list[_Group]) -> _Group:
    """The group that has most terms in common with a search, or a new one."""
    best, share = None, SAME
    for group in groups:
        union = len(terms | group.terms)
        common = len(terms & group.terms) / union if union else 1.0
        if common >= share:
            best, share = group, common
    if best is None:
        best = _Group(terms)
        groups.append(best)
    return best


def _sought(group: _Group, index: SearchIndex) -> Sought:
    ordered = sorted(group.phrasings.items(), key=lambda item: (-item[1], item[0]))
    result = search(index, ordered[0][0], limit=1)
    entry = index.items[result.hits[0].entry].id if result.hits else ""
    return Sought(tuple(ordered), group.count, group.not_found, result.outcome, entry)


def _rank(one: Sought) -> tuple[bool, int, int, str]:
    return (one.is_answered, -one.not_found, -one.count, one.phrasings[0][0])
