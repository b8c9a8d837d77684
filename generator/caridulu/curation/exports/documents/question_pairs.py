"""Sections of a document -> questions with their answers."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from caridulu.curation.exports.documents.decision import (
    LONGEST_SUBJECT,
    dictums_of,
    headed_question,
    is_dictum,
    subject_of,
)
from caridulu.curation.exports.documents.sections import BOLD, FaqItem, Outline, Section, bare_title
from caridulu.curation.exports.documents.titles import (
    closes_document,
    day_named,
    is_no_answer,
    is_question,
    names_whole,
)
from caridulu.curation.exports.handover_line import shorten
from caridulu.curation.exports.phrases.subjects import names_something, without_pointers

SHOWN_TITLES = 8  # of the parts that became no question
SHOWN_LENGTH = 50  # characters of each


@dataclass(frozen=True)
class Pairs:
    """The questions of a document, those without an answer, and what else it says."""

    found: tuple[FaqItem, ...]
    unanswered: tuple[FaqItem, ...]
    left: tuple[str, ...]  # beginnings of the parts that belong to no question


def question_pairs(outline: Outline) -> Pairs:
    """Finds the questions of a document; one without any gives its headed sections instead."""
    finder = _Finder(_item_ranks(outline.whole))
    finder.within(outline.whole, "")
    return _pairs(finder)


def headed_pairs(outline: Outline) -> Pairs:
    """Makes questions of the headings of a document that asks none, as a decision does."""
    texts = list(_flat(outline.whole))
    subject, dictums = subject_of(texts)[:LONGEST_SUBJECT], dictums_of(texts)
    finder = _Finder(frozenset(), is_headed=True, subject=subject)
    finder.within(outline.whole, subject[:1].upper() + subject[1:])
    pairs = _pairs(finder)
    if not (subject and dictums):
        return pairs
    decided = FaqItem(f"Apa yang ditetapkan tentang {subject}?", dictums, 1)
    found = [pair for pair in pairs.found if not dictums_of([pair.answer])]
    left = tuple(text for text in pairs.left if not is_dictum(text))
    return Pairs((decided, *found), pairs.unanswered, left)


def _flat(section: Section) -> Iterator[str]:
    """Yields titles and texts in reading order."""
    for part in section.parts:
        if isinstance(part, Section):
            yield part.title
            yield from _flat(part)
        else:
            yield part


def _pairs(finder: "_Finder") -> Pairs:
    found = list(finder.pairs)
    if found:
        last = max(range(len(found)), key=lambda n: found[n].place)
        found[last], signed = _without_signature(found[last])
        finder.left += signed
    answered = [pair for pair in found if pair.answer]
    told = {pair.question.casefold() for pair in answered}  # a table of contents has them, too
    unanswered = [
        pair for pair in found if not pair.answer and pair.question.casefold() not in told
    ]
    return Pairs(tuple(answered), tuple(unanswered), tuple(finder.left))


def _holds_answers(section: Section) -> bool:
    """Tells whether questions with answers follow a table of contents without another heading."""
    inner = [one for one in _all(section) if one is not section and is_question(one.title)]
    return sum(any(isinstance(part, str) for part in one.parts) for one in inner) > 1


def _item_ranks(whole: Section) -> frozenset[int]:
    """Finds the ranks at which most titles ask; ``Jam layanan`` is a question there, too.

    Where the document calls itself questions and answers, a third of the titles is enough.
    """
    parts, of = (1, 3) if any(names_whole(one.title) for one in _all(whole)) else (2, 3)
    titles: dict[int, list[bool]] = {}
    for section in _all(whole):
        if section.rank and not is_no_answer(section.title):
            titles.setdefault(section.rank, []).append(is_question(section.title))
    return frozenset(
        rank
        for rank, asking in titles.items()
        if len(asking) > 2 and sum(asking) * of >= len(asking) * parts
    )


def _all(section: Section) -> Iterator[Section]:
    yield section
    for inner in section.inner:
        yield from _all(inner)


class _Finder:
    """Collects the pairs of a tree of sections."""

    def __init__(
        self, item_ranks: frozenset[int], *, is_headed: bool = False, subject: str = ""
    ) -> None:
        self._item_ranks = item_ranks
        self._subject = subject
        self._is_headed = is_headed
        self._day: dt.date | None = None
        self.pairs: list[FaqItem] = []
        self.left: list[str] = []

    def within(self, section: Section, category: str) -> None:
        """Reads a section that is no question: its own text is left, its title is a category."""
        current, before = category, None
        for part in section.parts:
            if isinstance(part, str):
                self.left.append(shorten(part, SHOWN_LENGTH))
            elif day := day_named(part.title):
                self._day, before = day, None
                self.within(part, category)
            elif self._names_category(part):
                current = bare_title(part.title).rstrip(": ")
            elif before is not None and self._goes_on(part, before):
                self._append(part)
            else:
                self._section(part, current)
                before = part

    def _names_category(self, section: Section) -> bool:
        """Tells whether a bold line only names the questions below it."""
        is_line = section.rank == BOLD and not section.parts and not self._is_headed
        return is_line and not is_question(section.title) and not section.is_item

    def _goes_on(self, section: Section, before: Section) -> bool:
        """Tells whether a bold line that looks like a title belongs to the answer: ``Catatan``."""
        is_line = section.rank == before.rank == BOLD and not section.is_item
        if not is_line or not is_question(before.title) or is_no_answer(section.title):
            return False
        return not any(is_question(inner.title) for inner in _all(section))

    def _append(self, section: Section) -> None:
        last = self.pairs[-1]
        answer = "\n\n".join([last.answer, *_texts([section])]).strip()
        self.pairs[-1] = replace(last, answer=answer)

    def _section(self, section: Section, category: str) -> None:
        if is_no_answer(section.title) and not _holds_answers(section):
            self.left.append(shorten(section.title, SHOWN_LENGTH))
        elif self._is_question(section):
            own = [part for part in section.parts if not self._is_apart(part)]
            answer = "\n\n".join(_texts(own)).strip()
            apart = [part for part in section.inner if self._is_apart(part)]
            question = bare_title(section.title)
            if self._is_headed:
                question = headed_question(question, self._subject)
            day = section.day or self._day
            self.pairs.append(FaqItem(question, answer, section.place, category, day=day))
            for inner in apart:
                self._section(inner, category)
        elif names_whole(section.title):
            self.within(section, category)
        else:
            self.within(section, bare_title(section.title).rstrip(": ") or category)

    def _is_question(self, section: Section) -> bool:
        """Tells whether a title is a question; a marked leaf need not be worded as one."""
        if self._is_headed:
            return any(isinstance(p, str) for p in section.parts) and not names_whole(section.title)
        if is_question(section.title):
            return True
        is_ranked = section.rank in self._item_ranks and not names_whole(section.title)
        is_item = section.is_item or is_ranked
        return is_item and not any(
            is_question(inner.title) for inner in _all(section) if inner.rank
        )

    def _is_apart(self, part: "str | Section") -> bool:
        """Tells whether a part below a question is another question, unlike ``Contohnya?``."""
        if isinstance(part, str):
            return False
        titles = [one.title for one in _all(part)]
        return any(is_question(one) and names_something(without_pointers(one)) for one in titles)


def _texts(parts: "Iterable[str | Section]") -> list[str]:
    """Lists the Markdown of parts of an answer; sections inside keep their titles."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
        elif not is_no_answer(part.title):
            heading = f"### {part.title}" if part.rank < 7 else f"**{part.title.strip('*')}**"
            texts += [heading, *_texts(part.parts)]
    return texts


def _without_signature(pair: FaqItem) -> tuple[FaqItem, list[str]]:
    """Cuts who made or signed the document off the last answer; returns both."""
    texts = pair.answer.split("\n\n")
    cut = next((n for n, text in enumerate(texts) if n and closes_document(text)), len(texts))
    left = [shorten(text, SHOWN_LENGTH) for text in texts[cut:]]
    answer = "\n\n".join(texts[:cut]).strip()
    return replace(pair, answer=answer), left
