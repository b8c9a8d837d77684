"""A consultation -> a redacted draft entry, as values and as YAML."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from caridulu.curation.drafts.entries.conversation import Conversation
from caridulu.curation.drafts.entries.entry_texts import clean, id_of, one_line, without_address
from caridulu.curation.exports.consultation import TOLD_BY, Consultation, Course, Pairs, SourceKind
from caridulu.curation.exports.handover_text import consultation_searches, visitor_words
from caridulu.curation.exports.part_paths import split_path
from caridulu.curation.questions.headlines import read_question
from caridulu.curation.yaml_changes import new_yaml
from caridulu.knowledge import Channel, ChannelKind, Location
from caridulu.knowledge.rules.texts.contacts import local_number
from caridulu.messages import message
from caridulu.privacy.entities.institutions import is_of_unnamed_office
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.redaction import Redactor, in_context, redact

QUESTION_LENGTH = 200  # characters; the model allows 300
LONGEST_QUESTION = 280  # of an FAQ; references to channels may make it longer
ALIAS_LENGTH = 250
SHORTEST_ALIAS = 4
CHANNEL_LENGTH = 60
FURTHER_LENGTH = 4_000
MOBILE = "8"  # first digit of the numbers of mobile telephones, without 0
CONTACTS = (Kind.PHONE, Kind.EMAIL, Kind.HANDLE, Kind.ADDRESS)

Decide = Callable[[str, Entity], bool]  # in its context, by itself -> whether it is replaced


def usual_decision(_: str, entity: Entity) -> bool:
    """Replaces certain personal data; what is asked stays and is marked in the draft."""
    return entity.certain


def replace_all(_: str, entity: Entity) -> bool:
    """Replaces what is asked, too."""
    return bool(entity.text)


@dataclass(frozen=True)
class DraftEntry:
    """A draft entry; every text is redacted."""

    id: str
    question: str
    aliases: tuple[str, ...]
    answer: str
    channel: str
    month: str
    digest: str
    further: str
    shown: tuple[str, ...]  # each entity in its context, for the officer's eyes only
    shown_open: tuple[str, ...]  # those that stayed in the text
    asked: str = ""  # all that was asked, in its own words
    place: Location | None = None  # in the export

    @property
    def origin(self) -> dict[str, str]:
        """Where the draft comes from, as the keys of ``provenance``."""
        origin = {"channel": self.channel, "month": self.month, "digest": self.digest}
        return {key: value for key, value in origin.items() if value}

    def yaml(self, category: str) -> str:
        values: dict[str, object] = {
            "question": self.question,
            "aliases": list(self.aliases),
            "answer": self.answer + "\n",
            "category": category,
            "status": "draft",
            "provenance": self.origin,
        }
        return new_yaml({key: value for key, value in values.items() if value})

    @property
    def conversation(self) -> Conversation:
        """What was said, for this computer only."""
        asked = self.asked or self.question
        parts = {"asked": asked, "answered": self._told_first, "further": self.further}
        spoken = (
            f"{message(f'curation.spoken_{one}')}\n{said}" for one, said in parts.items() if said
        )
        replaced = tuple(one for one in self.shown if one not in self.shown_open)
        place = (split_path(self.place.path)[0], self.place.line) if self.place else ()
        return Conversation("\n\n".join(spoken), replaced, self.shown_open, *place)

    @property
    def _told_first(self) -> str:
        """Returns the answer without the messages that are read in ``further`` anyway."""
        told, later = self.answer.split("\n\n"), f"\n{self.further}\n"
        first = [one for one in told if f"\n{TOLD_BY} {one}\n" not in later]
        return "\n\n".join(first) or self.answer


def cleaned(source: Consultation) -> Consultation:
    """Cleans the texts of a consultation of hidden characters, notation, and the site's frame."""
    if source.kind is SourceKind.FAQ:  # cleaned when it was converted; its links are links
        return source
    return replace(
        source,
        question=_asked(source.question),
        answer=clean(source.answer),
        further=clean(source.further),
        phrasings=(*source.phrasings, *consultation_searches(source.question)),
        course=Course(
            pairs=_cleaned_pairs(source.course.pairs),
            asked=tuple(map(_asked, source.course.asked)),
            told=tuple(map(clean, source.course.told)),
            later=_cleaned_pairs(source.course.later),
        ),
    )


def _cleaned_pairs(pairs: Pairs) -> Pairs:
    return tuple((_asked(asked), clean(answered)) for asked, answered in pairs)


def _asked(text: str) -> str:
    return clean(visitor_words(text) or text)


def entities_of(source: Consultation, text: str, *, redactor: Redactor) -> Iterator[Entity]:
    """Finds personal data in a text of a consultation; contacts that may be a desk's are asked.

    Where the office of whoever asks is, is certain: ``Alamat kantor Jl. Mawar 7``.
    """
    found, lines = redactor.entities(text), text.split("\n")
    told = {*source.answer.split("\n"), *source.further.split("\n")}
    number = {one: text.count("\n", 0, one.start) for one in found}
    naming = {number[one] for one in found if one.kind is Kind.NAME}
    for one in found:
        line = lines[number[one]]
        if number[one] not in naming and _may_be_of_desk(one, line, source):
            yield replace(one, certain=False)
        elif one.kind is Kind.ADDRESS and line not in told:
            is_of_asker = is_of_unnamed_office(text[: one.start])
            yield replace(one, certain=one.certain or is_of_asker)
        else:
            yield one


def _may_be_of_desk(one: Entity, line: str, source: Consultation) -> bool:
    """Tells whether a contact may be an office's own: on a public page, a landline in an answer.

    Nobody must be named beside it: ``Telepon (0916) 23118``, not ``Telepon Nurul, 0825...``.
    """
    if source.is_public and one.kind in CONTACTS:
        return True
    is_landline = one.kind is Kind.PHONE and local_number(one.text)[:1] != MOBILE
    return is_landline and line in source.answer.split("\n")


class DraftWriter:
    """Writes the drafts of one export; the same piece of personal data is decided about once."""

    def __init__(self, redactor: Redactor, channels: Iterable[Channel], *, decide: Decide) -> None:
        self._redactor = redactor
        self._decide = decide
        self._decided: dict[tuple[str, str, bool], bool] = {}
        self._references = [
            (_address_pattern(channel.kind, channel.contact), f"{{{{ channel.{channel.id} }}}}")
            for channel in channels
            if channel.contact
        ]

    def draft(self, source: Consultation, *, digest: str) -> DraftEntry:
        """Writes the draft of a cleaned consultation; another one may have the same id."""
        texts = (source.question, *source.phrasings, source.answer, source.further)
        whole = "\n".join(filter(None, texts))
        redactor = self._redactor.hearing([whole])
        found = partial(entities_of, source, redactor=redactor)
        redacted = partial(self._redacted, found)
        decided = [
            (in_context(whole, entity), self._is_replaced(whole, entity)) for entity in found(whole)
        ]
        # Redacted first: "Drs." or "Jl." must not end a sentence in the middle of a name.
        asked, answer = redacted(source.question), redacted(source.answer)
        if source.kind is SourceKind.FAQ:  # the whole question, the answer as it stands
            question = self._line(asked, LONGEST_QUESTION)
            phrasings = [self._line(redacted(one), ALIAS_LENGTH) for one in source.phrasings]
            aliases = [one for one in phrasings if len(one) >= SHORTEST_ALIAS]
            channel = source.channel
        else:
            read = read_question(asked, answer)
            question = self._line(read.headline, QUESTION_LENGTH)
            further = [read_question(redacted(one)).headline for one in source.phrasings]
            phrasings = [*read.phrasings, *(one for one in further if one != read.headline)]
            aliases = [self._line(one, ALIAS_LENGTH) for one in dict.fromkeys(phrasings)]
            answer = without_address(answer)
            channel = one_line(redacted(source.channel), CHANNEL_LENGTH)
        return DraftEntry(
            # Nobody looks over an address, and it stays: no name that is only asked about.
            id=id_of(redactor.redacted(question, asked=True)),
            question=question,
            aliases=tuple(aliases),
            answer=self._with_references(answer),
            channel=channel,
            month=source.month,
            digest=digest,
            further=self._with_references(redacted(source.further))[:FURTHER_LENGTH],
            shown=tuple(shown for shown, _ in decided),
            shown_open=tuple(shown for shown, is_replaced in decided if not is_replaced),
            asked="" if source.kind is SourceKind.FAQ else self._with_references(asked),
            place=source.place,
        )

    def _redacted(self, found: Callable[[str], Iterable[Entity]], text: str) -> str:
        replaced = [entity for entity in found(text) if self._is_replaced(text, entity)]
        return redact(text, replaced, asked=True)

    def _is_replaced(self, text: str, entity: Entity) -> bool:
        key = (entity.kind.value, entity.text.casefold(), entity.certain)
        if key not in self._decided:
            self._decided[key] = self._decide(in_context(text, entity), entity)
        return self._decided[key]

    def _line(self, text: str, length: int) -> str:
        """Puts a text on one line, which is never cut within a reference."""
        return self._with_references(one_line(text, length))

    def _with_references(self, text: str) -> str:
        """Writes the office's own numbers and addresses as references to its channels."""
        for pattern, reference in self._references:
            text = pattern.sub(reference, text)
        return text


def _address_pattern(kind: ChannelKind, address: str) -> re.Pattern[str]:
    """Finds an e-mail address, or a telephone number however it is spaced."""
    if kind is ChannelKind.EMAIL:
        return re.compile(re.escape(address), re.I)
    digits = r"[ .()-]{0,2}".join(local_number(address))
    return re.compile(rf"(?<![\w+])(?:\+?62|0)[ .()-]{{0,2}}{digits}(?!\d)")
