"""A text and its entities -> the text with readable placeholders; each entity in its context."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import Any

from caridulu.messages import Language, message
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.entities.identifiers import LONG_NUMBER
from caridulu.privacy.entities.labelled_numbers import REACH, has_label
from caridulu.privacy.entities.personal_data import NOBODY, People, find_personal_data
from caridulu.privacy.entity import Entity, Kind, without_overlaps
from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.names.signed_names import names_who_follows
from caridulu.privacy.shown_line import shown_line
from caridulu.privacy.told_names import NOBODY_TOLD, ToldNames

PLACEHOLDER_LEFT = "curation.placeholder_left"  # the problem of one that readers would see
AROUND = 30  # characters shown on either side of an entity
LINKED = r"(?!\((?:[a-z]+:|[/#]))"  # ``[NIK](entri:apa-itu-nik)`` is a link
LONGEST_NAME = 60  # characters of a line that is only a name
MOST_LINES = 20_000  # whose entities are kept: offices answer in the same words again and again


def redact(text: str, entities: Iterable[Entity], *, asked: bool = False) -> str:
    """Puts a placeholder for each certain entity, and for each asked one if ``asked``."""
    parts: list[str] = []
    position = 0
    for entity in entities:
        if entity.certain or asked:
            parts += [text[position : entity.start], placeholder(entity)]
            position = entity.end
    return "".join([*parts, text[position:]])


def placeholder(entity: Entity) -> str:
    """Names the entity's kind in brackets: ``[nomor HP]``."""
    return f"[{message(f'curation.kind_{entity.kind}')}]"


@cache
def placeholders() -> re.Pattern[str]:
    """Compiles what finds placeholders; a Markdown link that reads the same is none."""
    names = sorted((message(f"curation.kind_{kind}") for kind in Kind), key=len, reverse=True)
    return re.compile(rf"\[(?:{'|'.join(map(re.escape, names))})\]{LINKED}")


def in_context(text: str, entity: Entity, language: Language = Language.ID) -> str:
    """Shows an entity on one line among whole words: ``nomor HP: … hubungi >0812...< ya …``."""
    before, after = text[: entity.start], text[entity.end :]
    if len(before) > AROUND:
        before = re.sub(r"^\S*\s?", "… ", before[-AROUND - 1 :])
    if len(after) > AROUND:
        after = re.sub(r"\s?\S*$", " …", after[: AROUND + 1], count=1)
    shown = " ".join(f"{before}>{entity.text}<{after}".split())
    return f"{message(f'curation.kind_{entity.kind}', language)}: {shown}"


class Redactor:
    """Redacts the texts of one export, whose senders are ``people``."""

    def __init__(
        self,
        *,
        people: People = NOBODY,
        allowed: Allowed = NOTHING_ALLOWED,
        lists: WordLists | None = None,
        told: ToldNames = NOBODY_TOLD,
    ) -> None:
        self._people = people
        self._allowed = allowed
        self._lists = lists
        self._told = told
        find = partial(find_personal_data, people=people, allowed=allowed, lists=lists)
        self._find_in_line = lru_cache(maxsize=MOST_LINES)(find)
        self._find_told = lru_cache(maxsize=MOST_LINES)(lambda line: tuple(told.find(line)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Tells how another process makes it again, without the lines that it remembers."""
        return self._maker(self._told), ()

    def _maker(self, told: ToldNames) -> "partial[Redactor]":
        """Returns a function that makes the same redactor with the names ``told``."""
        made = partial(Redactor, people=self._people, allowed=self._allowed, lists=self._lists)
        return partial(made, told=told)

    def knowing(self, people: People) -> "Redactor":
        """Makes the same redactor for other people."""
        return Redactor(people=people, allowed=self._allowed, lists=self._lists)

    def hearing(self, texts: Iterable[str]) -> "Redactor":
        """Makes the same redactor, which also knows the names and places told in these texts."""
        text = "\n".join(texts)
        told = ToldNames.of(text, self.entities(text), self._lists or usual_word_lists())
        if not told:
            return self
        hearing = self._maker(self._told | told)()
        hearing._find_in_line = self._find_in_line  # with the lines that it remembers
        return hearing

    def entities(self, text: str) -> tuple[Entity, ...]:
        """Finds the personal data of a text, line by line."""
        found: list[Entity] = []
        start, before = 0, ""
        for line in text.split("\n"):
            for each in self.in_line(line, before=before):
                found.append(replace(each, start=start + each.start, end=start + each.end))
            start += len(line) + 1
            before = line if line.strip() else before
        return tuple(found)

    def in_line(self, line: str, *, before: str) -> tuple[Entity, ...]:
        """Finds the personal data of a line; what it is may stand in the line before it.

        A line with marks of Markdown is read without them, and the addresses of its links alone.
        """
        shown_before = shown_line(before)
        before = shown_before.text if shown_before else before
        shown = shown_line(line)
        if not shown:
            return self._in_words(line, before=before)
        found = list(shown.in_typed(self._in_words(shown.text, before=before)))
        for start, address in shown.behind:
            for one in self._in_words(address, before=""):
                found.append(replace(one, start=start + one.start, end=start + one.end))
        return without_overlaps(found)

    def _in_words(self, line: str, *, before: str) -> tuple[Entity, ...]:
        is_number = before and LONG_NUMBER.search(line) and has_label(before)
        is_told = is_number or (len(line) <= LONGEST_NAME and names_who_follows(before))
        found = self._find_in_line(line, before=before[-REACH:] if is_told else "")
        if not self._told:
            return found
        told = (one for one in self._find_told(line) if not self._allowed.allows(one, line))
        kept = (one for one in found if not self._told.is_place(one, line))
        return without_overlaps((*kept, *told))

    def redacted(self, text: str, *, asked: bool = False) -> str:
        """Finds and replaces the personal data of a text."""
        return redact(text, self.entities(text), asked=asked)
