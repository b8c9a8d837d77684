"""A piece of personal data found in a text."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of personal data; decides the placeholder."""

    NIK = "nik"
    KK = "kk"
    NPWP = "npwp"
    NIP = "nip"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    ACCOUNT = "account"
    BPJS = "bpjs"
    STUDENT = "student"
    IDENTITY = "identity"
    BIRTH = "birth"
    ADDRESS = "address"
    NAME = "name"


NUMBERS = frozenset(Kind) - {Kind.NAME, Kind.ADDRESS}


@dataclass(frozen=True, slots=True)
class Entity:
    """Personal data at ``start`` to ``end`` of a text; if not ``certain``, a person is asked."""

    kind: Kind
    text: str
    start: int
    end: int
    certain: bool = True


def without_overlaps(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Keeps, where entities overlap, certain before asked ones and longer before shorter ones."""
    ranked = sorted(
        entities, key=lambda each: (not each.certain, each.start - each.end, each.start)
    )
    kept: list[Entity] = []  # in text order
    for entity in ranked:
        place = bisect_left(kept, entity.start, key=lambda other: other.start)
        before_ends = place == 0 or kept[place - 1].end <= entity.start
        if before_ends and (place == len(kept) or entity.end <= kept[place].start):
            kept.insert(place, entity)
    return tuple(kept)
