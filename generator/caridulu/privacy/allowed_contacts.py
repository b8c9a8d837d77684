"""What looks like personal data and may be published: the office's own contacts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from caridulu.knowledge import Office, fold_phrase
from caridulu.knowledge.rules.texts.contacts import local_number
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.spoken_words import ADDRESSED

# Somebody, not a region: ``Pak Sarmi``, ``nama saya Sarmi``.
_CALLED = re.compile(rf"\b(?:{ADDRESSED}|an|nama(?:nya)?|saya|sdri|ny|tn)\b\W{{1,3}}$", re.I)
REACH = 200  # characters around an entity that tell where it stands


@dataclass(frozen=True)
class Allowed:
    """Numbers without country code, and folded phrases, that are public."""

    numbers: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()  # folded names of regions

    @classmethod
    def of_office(cls, office: Office) -> "Allowed":
        """Collects the office's channels, address and name, and what it allows besides."""
        contacts = [channel.address for channel in office.channels if channel.address]
        texts = [office.name, office.short_name, office.street_address, *contacts]
        texts += [source.title for source in office.sources]
        texts += (office.street_address or "").split(",")[:1]  # as people shorten it
        allowed = cls.of([*office.may_publish, *filter(None, texts)])
        return replace(allowed, places=frozenset({fold_phrase(office.place)} - {""}))

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Allowed":
        """Tells the numbers among some texts from the phrases."""
        listed = list(texts)
        return cls(
            numbers=frozenset(
                local_number(text) for text in listed if re.fullmatch(r"[+\d .()-]{8,}", text)
            ),
            phrases=frozenset(map(fold_phrase, listed)),
        )

    def with_others(self, others: "Allowed") -> "Allowed":
        return Allowed(
            self.numbers | others.numbers,
            self.phrases | others.phrases,
            self.places | others.places,
        )

    def allows(self, entity: Entity, text: str) -> bool:
        """Says whether an entity is a public contact, or lies within a public phrase."""
        if entity.kind is Kind.PHONE and local_number(entity.text) in self.numbers:
            return True
        folded = fold_phrase(entity.text)
        if folded in self.phrases:
            return True
        if entity.kind is Kind.ADDRESS and self._is_first_part(folded):
            return True
        if entity.kind is Kind.NAME and any(_within(p, entity, text) for p in self.places):
            return True
        around = fold_phrase(text[max(0, entity.start - REACH) : entity.end + REACH])
        return any(
            folded in phrase and phrase in around for phrase in self.phrases if len(phrase) > 5
        )

    def _is_first_part(self, address: str) -> bool:
        """Whether an address is a public one with the town where it is."""
        return any(
            len(phrase) > 5 and address.startswith(phrase) and not address[len(phrase)].isalnum()
            for phrase in self.phrases
        )


def _within(place: str, entity: Entity, text: str) -> bool:
    """Whether a name is a word of a region that is named there: not each ``Rara``, no ``Pak X``."""
    words = re.compile(r"\b" + r"\W+".join(map(re.escape, place.split())) + r"\b", re.I)
    return any(
        found.start() <= entity.start
        and entity.end <= found.end()
        and not _CALLED.search(text, max(0, found.start() - REACH), found.start())
        for found in words.finditer(text, max(0, entity.start - REACH), entity.end + REACH)
    )


NOTHING_ALLOWED = Allowed()
